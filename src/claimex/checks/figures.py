"""Which claims speak of one thing: the slots that must agree before two figures are compared.

Strict on purpose: a pair counts as comparable only where indicator, area, subject, period, measure, basis, aggregation
and kind of unit agree and nothing in the sentence says that it was measured otherwise. What is lost that way is no
false alarm.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from claimex.checks import interval
from claimex.checks.comparable import Figure, Key, turned
from claimex.checks.dimension import unit_of
from claimex.checks.things import property_of
from claimex.checks.wording import BREAK, CLOCK, MARKS, WINDOW, before, name_of, opening, series
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from claimex.schema.claim import Claim
    from claimex.schema.document import Document

NATION = frozenset({"全国", "我国", "中国", "国内", "全社会"})
DIVISION = re.compile(r"(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$")
SHORTEST = 6
"""Characters of the shortest name, not of the tables, that names an indicator and not a thing in general."""
APART = frozenset({"rank", "progress", "gap", "multiple", "change"})
"""Measures whose reference is not a slot, so that two of them are never known to have the same one."""
REVISED = re.compile(r"初步(?:核算|核实|统计|数据|测算)|初值|快报|最终(?:核实|修正)|终值|修订|修正|普查|核实")
FORECAST = re.compile(r"预计|有望|预测|预期(?!寿命)|估计|将(?!军)|可达|可望|或达")
FLOWS = frozenset({None, "cumulative"})
LEVELS = frozenset({"level", "share"})
"""Measures of a ratio that one name tells apart if anything does: 研发投入强度 is a level here and a share there."""


def figure(doc: Document, claim: Claim, *, heading: bool = False) -> Figure | None:
    """The claim as a comparable figure; null where it does not say enough of itself to be compared with another."""
    if claim.quantity.value is None or claim.measure in APART:
        return None
    names = _slots(doc, claim)
    return None if names is None else figure_of(doc, claim, (*names, unit_of(claim)[0]), heading=heading)


def figure_of(doc: Document, claim: Claim, key: Key, *, heading: bool = False) -> Figure:
    """The figure of a claim under a key."""
    factor = unit_of(claim)[1]
    sentence = doc.text[opening(claim) : min(claim.sentence.end, claim.end + WINDOW)]
    note = "".join(REVISED.findall(sentence)) or (claim.vintage or "")
    values = turned(interval.of(claim.quantity).scaled(factor), claim)
    return Figure(claim=claim, key=key, values=values, factor=factor, note=note, heading=heading)


def _slots(doc: Document, claim: Claim) -> Key | None:
    """What must agree: work and property of a lasting figure, else name, area, period, and how it was measured."""
    lasting = property_of(doc, claim) if claim.measure == "level" else None
    if lasting is not None:
        return ("lasting", *lasting)
    name = _name(doc, claim)
    if name is None or not period_stands(doc, claim, name) or not status_stands(doc, claim):
        return None
    share = unit_of(claim)[0] == "ratio" and claim.measure in LEVELS
    return (
        name,
        area_of(claim.area),
        period_of(claim, year_end=share),
        "level" if share else claim.measure,
        "" if share else claim.basis or "",
        "" if claim.aggregation in FLOWS else str(claim.aggregation),
        *flags(before(doc, claim), name, growth=claim.measure == "growth"),
    )


def _name(doc: Document, claim: Claim) -> str | None:
    """What the words before the figure call it, if that says what is measured and framing agrees."""
    name = name_of(doc, claim)
    if name is None:
        return None
    whole = series().get(name.text)
    if whole is None:
        enough = len(name.text) >= (SHORTEST if name.opening else 2 * SHORTEST) and not generic(name.text)
    else:
        enough = whole or name.opening
    return name.text if enough else None


def period_of(claim: Claim, *, year_end: bool = False) -> str:
    """The period as a string; `year_end`: a rate of a year and one at its end are the same (2024年, 2024年末)."""
    period = claim.period
    if year_end and period is not None and period.end is not None and (period.end.month, period.end.day) == (12, 31):
        return f"..{period.end}@"
    return "" if period is None else f"{period.start or ''}..{period.end or ''}{'@' if period.as_of else ''}"


def period_stands(doc: Document, claim: Claim, name: str) -> bool:
    """Whether the period is over, given, and the only one the sentence offers up to this figure.

    A harvest is counted before the year is over (今年夏粮产量); anything else of 今年 is the year so far.
    """
    period = claim.period
    if period is None or period.end is None or CLOCK.search(period.text):
        return False
    if doc.date is not None and period.end > doc.date and not (name.endswith(("产量", "面积")) and series().get(name)):
        return False
    first = bisect_left(doc.claims, opening(claim), key=lambda other: other.start)
    earlier = takewhile(lambda other: other.start <= claim.start, doc.claims[first:])
    others = {(other.period.start, other.period.end) for other in earlier if other.period is not None}
    if len(others) <= 1:
        return True
    own = BREAK.split(before(doc, claim))[-1]
    return bool(period.text) and "".join(period.text.split()) in own


def status_stands(doc: Document, claim: Claim) -> bool:
    """Whether the figure is a result: no target, and an estimate only where it was counted and not foreseen."""
    if claim.status == "actual":
        return True
    return claim.status == "estimate" and not FORECAST.search(before(doc, claim))


def area_of(area: str | None) -> str:
    """The area's short name; empty for the nation, and where none is given (national news says 我国 or nothing)."""
    name = MARKS.sub("", area or "")
    return "" if name in NATION else DIVISION.sub("", name)


def flags(words: str, name: str, *, growth: bool) -> tuple[str, ...]:
    """What the sentence up to the figure says about how it was measured; real growth of a series that has no other."""
    found = {flag for word, flag, rates in _flags() if word in words and (growth or not rates)}
    if any(series in name for series in _real()):
        # growth of 地区生产总值 is always real, and from quarter to quarter always adjusted for the season
        found -= {"real", "adjusted"}
    return tuple(sorted(found))


def generic(name: str) -> bool:
    """Whether a name names a thing in general."""
    return name in _generic()


@cache
def _generic() -> frozenset[str]:
    return frozenset(row["name"] for row in read_table("generic_indicators"))


@cache
def _real() -> tuple[str, ...]:
    """Series whose growth is at constant prices by convention."""
    rows = read_table("constant_price")
    return tuple(row["word"] for row in rows if row["kind"] == "indicator" and row["why"] == "constant prices")


@cache
def _flags() -> tuple[tuple[str, str, bool], ...]:
    return tuple((row["word"], row["flag"], row["measures"] == "growth") for row in read_table("compare_flags"))
