"""Figures that agree loosely and differ little: probably one thing, named in two ways.

Two reports on one thing seldom use the same words (电影票房, 电影市场票房). Where indicator, place, end of period and
kind of unit agree, and two exact figures of three digits and more lie within a tenth of each other, they are of one
thing more often than of two; the farther apart they are, the more the words must say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING

from claimex.checks import interval
from claimex.checks.comparable import Figure, Key, compatible
from claimex.checks.dimension import unit_of
from claimex.checks.figures import APART, area_of, figure_of, flags, generic, period_stands, status_stands
from claimex.checks.wording import aliased, before, name_of
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimex.schema.claim import Claim
    from claimex.schema.document import Document

NEAR = Decimal("0.1")
"""Part of the larger figure by which the two may differ."""
DIGITS = 3
"""Significant digits from which two figures lie near each other for a reason."""
ALIKE = 0.75
"""Share of characters that two names must have in common."""
LONG = 5
"""Characters of a name that says enough where framing has kept a general word of it only (高速公路里程: 里程)."""
MORE = 3
"""Characters that one name may have more than the other."""
NEIGHBOURS = 24
"""Figures next in size that one is compared with, so that time grows with the number of figures."""
FILLING = re.compile(r"总|累计|共(?!产|同|享)|约|全社会|全国|我国|及|的")
ENDING = re.compile(r"(?:数量|规模|水平|情况|人数|人次|量|额|数|值|售)+$|(?<=经费)(?:支出|投入)$")


@dataclass(frozen=True, slots=True)
class Loose:
    """A figure under its loose key, with the words that name it. `start`: of its period, if that has one."""

    figure: Figure
    name: str
    start: str


def loose(doc: Document, claim: Claim) -> Loose | None:
    """The claim under its loose key; null where framing names no indicator, or a thing in general."""
    period = claim.period
    if claim.measure in APART or not interval.exact(claim.quantity) or not claim.concept:
        return None
    name = name_of(doc, claim)
    if name is None or not name.text or (generic(claim.concept) and len(name.text) < LONG):
        return None
    stands = period_stands(doc, claim, name.text) and status_stands(doc, claim)
    if period is None or period.end is None or not stands:
        return None
    rate = claim.measure == "growth"
    if not rate and _digits(claim) < DIGITS:
        return None
    key: Key = (
        core(_concept(claim, name.text)) if rate else "",
        area_of(claim.area),
        str(period.end),
        claim.measure if rate else "level",
        (claim.basis or "yoy") if rate else "",
        unit_of(claim)[0],
        *flags(before(doc, claim), name.text, growth=rate),
    )
    start = str(period.start) if period.start and not period.as_of else ""
    return Loose(figure=figure_of(doc, claim, key), name=core(name.text), start=start)


def near_pairs(figures: Sequence[Loose]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of one loose key that differ by little, are called alike, and are not compatible."""
    ordered = sorted(figures, key=lambda f: (f.figure.value or 0, f.figure.claim.doc_id, f.figure.claim.start))
    for at, low in enumerate(ordered):
        for high in ordered[at + 1 : at + 1 + NEIGHBOURS]:
            if not _close(low, high):
                break
            if _alike(low, high) and not compatible(low.figure, high.figure):
                yield low.figure, high.figure
                break


def core(name: str) -> str:
    """A name without filling and without the kind of measure at its end: 新能源汽车销量 and 新能源汽车销售."""
    return ENDING.sub("", FILLING.sub("", name)) or name


def _close(low: Loose, high: Loose) -> bool:
    a, b = low.figure.value, high.figure.value
    return a is not None and b is not None and abs(a - b) <= NEAR * max(abs(a), abs(b))


def _alike(low: Loose, high: Loose) -> bool:
    one, other = low.figure.claim, high.figure.claim
    if one.doc_id == other.doc_id or (low.start and high.start and low.start != high.start):
        return False
    same = alike(core(_concept(one, low.name)), core(_concept(other, high.name)))
    return same and alike(low.name, high.name)


def _concept(claim: Claim, name: str) -> str:
    """The indicator in its normal form, or the name where framing has kept a general word of it only."""
    concept = aliased(claim.concept or "")
    return name if len(concept) < DIGITS or generic(concept) else concept


def alike(one: str, other: str) -> bool:
    """Whether one name is the other with a few words more, none of which narrows it (电影市场票房; not 国家铁路).

    授权发明专利 and 发明专利授权 say the same.
    """
    if one == other or (len(one) >= LONG and sorted(one) == sorted(other)):
        return bool(one)
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > MORE or 2 * len(short) < ALIKE * (len(short) + len(long)):
        return False
    pieces = [
        long[j1:j2]
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, short, long, autojunk=False).get_opcodes()
        if tag != "equal" and (tag == "insert" or i1 != i2)
    ]
    if sum(map(len, pieces)) != len(long) - len(short):
        return False
    return not any(word in piece for piece in pieces for word in _scopes())


@cache
def _scopes() -> tuple[str, ...]:
    return tuple(row["word"] for row in read_table("scope_words"))


def _digits(claim: Claim) -> int:
    value = claim.quantity.value
    return len(value.normalize().as_tuple().digits) if value is not None else 0
