"""Figures that agree loosely and differ little: probably one thing, named in two ways.

Two reports on one thing seldom use the same words (电影票房, 电影市场票房). Where indicator, place, end of period and
kind of unit agree, and two exact figures of three digits and more lie within a tenth of each other, they are of one
thing more often than of two; the farther apart they are, the more the words must say.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.checks import interval
from claimex.checks.comparable import (
    APART,
    Figure,
    Key,
    area_of,
    compatible,
    figure_of,
    flags,
    generic,
    period_stands,
    status_stands,
    unit_of,
)
from claimex.checks.wording import name_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimex.schema.claim import Claim
    from claimex.schema.document import Document

NEAR = Decimal("0.1")
"""Part of the larger figure by which the two may differ."""
DIGITS = 3
"""Significant digits from which two figures lie near each other for a reason."""
ALIKE = 0.5
"""Share of characters the two names must have in common; growth rates are all near each other and need more."""
ALIKE_RATES = 0.75
CROWD = 40
"""Figures of one loose key beyond which it names nothing."""


@dataclass(frozen=True, slots=True)
class Loose:
    """A figure under its loose key, with the words that name it."""

    figure: Figure
    name: str
    start: str


def loose(doc: Document, claim: Claim) -> Loose | None:
    """The claim under its loose key; null where framing names no indicator, or a thing in general."""
    unit = unit_of(claim)
    period = claim.period
    if unit is None or claim.measure in APART or not interval.exact(claim.quantity) or not claim.concept:
        return None
    name = name_of(doc, claim)
    if name is None or not name.text or len(claim.concept) < DIGITS or generic(claim.concept):
        return None
    if (
        period is None
        or period.end is None
        or not period_stands(doc, claim, name.text)
        or not status_stands(doc, claim)
    ):
        return None
    rate = claim.measure == "growth"
    before = "".join(doc.text[claim.sentence.start : claim.start].split())
    key: Key = (
        claim.concept,
        area_of(claim.area),
        str(period.end),
        claim.measure if rate else "level",
        (claim.basis or "yoy") if rate else "",
        unit[0],
        *flags(before, growth=rate),
    )
    start = str(period.start) if period.start and not period.as_of else ""
    return Loose(figure=figure_of(doc, claim, key), name=name.text, start=start)


def near_pairs(figures: Sequence[Loose]) -> Iterator[tuple[Figure, Figure]]:
    """Pairs of one loose key that differ by little and are not compatible, neighbours by value."""
    if len(figures) > CROWD:
        return
    ordered = sorted(figures, key=lambda f: (f.figure.value or 0, f.figure.claim.doc_id, f.figure.claim.start))
    for at, low in enumerate(ordered):
        for high in ordered[at + 1 :]:
            if compatible(low.figure, high.figure):
                continue
            if _near(low, high):
                yield low.figure, high.figure
            break


def _near(low: Loose, high: Loose) -> bool:
    a, b = low.figure.value, high.figure.value
    if a is None or b is None or low.figure.claim.doc_id == high.figure.claim.doc_id:
        return False
    rate = low.figure.claim.measure == "growth"
    if not rate and min(_digits(low), _digits(high)) < DIGITS:
        return False
    if low.start and high.start and low.start != high.start:
        return False
    alike = likeness(low.name, high.name)
    return abs(a - b) <= NEAR * max(abs(a), abs(b)) and alike >= (ALIKE_RATES if rate else ALIKE)


def likeness(one: str, other: str) -> float:
    """Characters two names have in common, as a share of all they have (F1 of the bags)."""
    both = sum((Counter(one) & Counter(other)).values())
    return 2 * both / (len(one) + len(other)) if one and other else 0.0


def _digits(item: Loose) -> int:
    value = item.figure.claim.quantity.value
    return len(value.normalize().as_tuple().digits) if value is not None else 0
