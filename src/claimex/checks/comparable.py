"""Which claims speak of one thing, and whether two of them can both be true.

Strict on purpose: a pair counts as comparable only where indicator, area, subject, period, measure, basis, aggregation
and kind of unit agree and nothing in the sentence says that it was measured otherwise. What is lost that way is no
false alarm.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Literal

from claimex.checks import interval
from claimex.checks.slip import digits_of, one_slip
from claimex.checks.things import property_of
from claimex.checks.wording import BREAK, CLOCK, MARKS, name_of, series
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimex.checks.interval import Interval
    from claimex.schema.claim import Claim
    from claimex.schema.document import Document
    from claimex.schema.quantity import Bound

Verdict = Literal["same", "consistent", "revision", "conflict", "incomparable"]
Key = tuple[str, ...]

NATION = frozenset({"全国", "我国", "中国", "国内", "全社会"})
DIVISION = re.compile(r"(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$")
SHORTEST = 6
"""Characters of the shortest name, not of the tables, that names an indicator and not a thing in general."""
APART = frozenset({"rank", "progress", "gap", "multiple", "change"})
"""Measures whose reference is not a slot, so that two of them are never known to have the same one."""
REVISED = re.compile(r"初步(?:核算|核实|统计|数据|测算)|初值|快报|最终(?:核实|修正)|终值|修订|修正|普查|核实")
TELLING = 3
"""Digits of the shortest figures that one digit apart speaks of a slip; 5% and 6% are simply two figures."""
FLOWS = frozenset({None, "cumulative"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim ready for comparison: its key, and the values it can stand for in the base unit of its dimension."""

    claim: Claim
    key: Key
    values: Interval
    factor: Decimal
    note: str = ""
    heading: bool = False

    @property
    def value(self) -> Decimal | None:
        """The printed value with its direction, in the base unit of the dimension."""
        value = self.claim.quantity.value
        return None if value is None else _signed(value * self.factor, self.claim)


def figure(doc: Document, claim: Claim, *, heading: bool = False) -> Figure | None:
    """The claim as a comparable figure; null where it does not say enough of itself to be compared with another."""
    unit = unit_of(claim)
    if unit is None or claim.quantity.value is None or claim.measure in APART:
        return None
    names = _slots(doc, claim)
    return None if names is None else figure_of(doc, claim, (*names, unit[0]), heading=heading)


def figure_of(doc: Document, claim: Claim, key: Key, *, heading: bool = False) -> Figure:
    """The figure of a claim with a known unit under a key."""
    factor = (unit_of(claim) or ("", Decimal(1)))[1]
    sentence = doc.text[claim.sentence.start : claim.sentence.end]
    note = "".join(REVISED.findall(sentence)) or (claim.vintage or "")
    values = _turned(interval.of(claim.quantity).scaled(factor), claim)
    return Figure(claim=claim, key=key, values=values, factor=factor, note=note, heading=heading)


def _slots(doc: Document, claim: Claim) -> Key | None:
    """What must agree: work and property of a lasting figure, else name, area, period, and how it was measured."""
    lasting = property_of(doc, claim) if claim.measure == "level" else None
    if lasting is not None:
        return ("lasting", *lasting)
    name = _name(doc, claim)
    if name is None or not period_stands(doc, claim, name) or not status_stands(doc, claim):
        return None
    before = "".join(doc.text[claim.sentence.start : claim.start].split())
    return (
        name,
        area_of(claim.area),
        period_of(claim),
        claim.measure,
        claim.basis or "",
        "" if claim.aggregation in FLOWS else str(claim.aggregation),
        *flags(before, name, growth=claim.measure == "growth"),
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


def period_of(claim: Claim) -> str:
    """The period as a string."""
    period = claim.period
    return "" if period is None else f"{period.start or ''}..{period.end or ''}{'@' if period.as_of else ''}"


def period_stands(doc: Document, claim: Claim, name: str) -> bool:
    """Whether the period is over, given, and the only one the sentence offers up to this figure.

    A harvest is counted before the year is over (今年夏粮产量); anything else of 今年 is the year so far.
    """
    period = claim.period
    if period is None or period.end is None or CLOCK.search(period.text):
        return False
    if doc.date is not None and period.end > doc.date and not (name.endswith("产量") and series().get(name)):
        return False
    others = {
        (other.period.start, other.period.end)
        for other in doc.claims
        if other.sentence.start == claim.sentence.start and other.start <= claim.start and other.period is not None
    }
    if len(others) <= 1:
        return True
    own = BREAK.split("".join(doc.text[claim.sentence.start : claim.start].split()))[-1]
    return bool(period.text) and "".join(period.text.split()) in own


def status_stands(doc: Document, claim: Claim) -> bool:
    """Whether the figure is a result: no target, and an estimate only where it is a first count."""
    if claim.status == "actual":
        return True
    return claim.status == "estimate" and "初步" in doc.text[claim.sentence.start : claim.start]


def area_of(area: str | None) -> str:
    """The area's short name; empty for the nation, and where none is given (national news says 我国 or nothing)."""
    name = MARKS.sub("", area or "")
    return "" if name in NATION else DIVISION.sub("", name)


def flags(before: str, name: str, *, growth: bool) -> tuple[str, ...]:
    """What the sentence up to the figure says about how it was measured; real growth of a series that has no other."""
    found = {flag for word, flag, rates in _flags() if word in before and (growth or not rates)}
    if any(series in name for series in _real()):
        found.discard("real")
    return tuple(sorted(found))


def verdict(first: Figure, second: Figure) -> tuple[Verdict, str]:
    """Whether two figures can both be true, and why."""
    if first.key != second.key:
        differing = [name for name, a, b in zip(SLOTS, first.key, second.key, strict=False) if a != b]
        return "incomparable", "、".join(differing) or "flags"
    if first.value == second.value and first.claim.quantity.bound == second.claim.quantity.bound:
        return "same", ""
    if compatible(first, second):
        return "consistent", "one value can be printed both ways"
    if {"preliminary", "revised", "final"} & {first.claim.vintage, second.claim.vintage} or first.note or second.note:
        return "revision", first.note or second.note
    return "conflict", slip(first, second) or "intervals disjoint"


def compatible(first: Figure, second: Figure) -> bool:
    """Whether one value can be printed both ways: bounds, rounding, or digits cut off.

    14.8% and 14.9% touch at 14.85, but nobody rounds one number to both.
    """
    pair = (first.claim.quantity, second.claim.quantity)
    if all(interval.exact(quantity) for quantity in pair):
        steps = [interval.step(f.claim.quantity) * f.factor for f in (first, second)]
        if steps[0] == steps[1] and first.value != second.value:
            return False
    return first.values.overlaps(second.values) or truncated(first, second)


def bare(claim: Claim, *, bound: Bound | None = None) -> Figure | None:
    """A claim as a figure whose key is its kind of unit alone; `bound` is read for the printed one if given."""
    unit = unit_of(claim)
    if unit is None or claim.quantity.value is None:
        return None
    dimension, factor = unit
    quantity = claim.quantity.model_copy(update={"bound": bound}) if bound else claim.quantity
    values = _turned(interval.of(quantity).scaled(factor), claim)
    return Figure(claim=claim.model_copy(update={"quantity": quantity}), key=(dimension,), values=values, factor=factor)


def printed_verdict(first: Claim, second: Claim) -> Verdict:
    """Whether two figures at one place of two prints can both be true; the words around them are the same.

    超3800亿 and 超3800万 are both bounds, and one number satisfies both; but a print does not change a bound.
    """
    bound: Bound | None = "exact" if first.quantity.bound == second.quantity.bound else None
    a, b = bare(first, bound=bound), bare(second, bound=bound)
    if a is None or b is None or a.key != b.key:
        return "incomparable"
    if a.value == b.value:
        return "same"
    return "consistent" if compatible(a, b) else "conflict"


SLOTS = ("indicator", "area", "period", "measure", "basis", "aggregation", "unit")


def truncated(first: Figure, second: Figure) -> bool:
    """Whether the coarser figure is the finer one with its last digits cut off, as speech does."""
    steps = [interval.step(f.claim.quantity) * f.factor for f in (first, second)]
    if first.value is None or second.value is None or steps[0] == steps[1] or not all(steps):
        return False
    coarse, fine = (first, second) if steps[0] > steps[1] else (second, first)
    if coarse.value is None or fine.value is None:
        return False
    return abs(coarse.value) <= abs(fine.value) < abs(coarse.value) + max(steps)


def slip(first: Figure, second: Figure) -> str:
    """The likely slip between two exact figures: `scale`, `digit`, or empty."""
    a, b = first.value, second.value
    if a is None or b is None or not a or not b or a == b:
        return ""
    if _power_of_ten(a, b):
        return "scale"
    step = min(interval.step(f.claim.quantity) * f.factor for f in (first, second))
    same = interval.step(first.claim.quantity) * first.factor == interval.step(second.claim.quantity) * second.factor
    digits = [digits_of(abs(value), step) for value in (a, b)] if step > 0 and same else []
    if digits and min(map(len, digits)) >= TELLING and one_slip(*digits):
        return "digit"
    return ""


def _power_of_ten(a: Decimal, b: Decimal) -> bool:
    """Whether two numbers have the same digits at another scale."""
    first, second = abs(a).normalize().as_tuple(), abs(b).normalize().as_tuple()
    return first.digits == second.digits and first.exponent != second.exponent


def _turned(values: Interval, claim: Claim) -> Interval:
    if claim.direction == "down" and claim.measure in {"growth", "change"}:
        return interval.Interval(-values.high, -values.low)
    return values


def _signed(value: Decimal, claim: Claim) -> Decimal:
    return -value if claim.direction == "down" and claim.measure in {"growth", "change"} else value


def unit_of(claim: Claim) -> tuple[str, Decimal] | None:
    """The dimension of a claim's unit (money and counts: their code) and the factor into its base unit."""
    printed = claim.quantity.unit
    row = _units().get(printed)
    if row is None:
        return (f"unit:{printed}", Decimal(1)) if printed else None
    dimension, code, factor = row
    if dimension == "money" or dimension.startswith("count"):
        dimension = f"{dimension}:{code}"
    return dimension, Decimal(factor.numerator) / Decimal(factor.denominator)


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


@cache
def _units() -> dict[str, tuple[str, str, Fraction]]:
    found: dict[str, tuple[str, str, Fraction]] = {}
    for row in read_table("units"):
        for name in (row["unit"], *row["aliases"].split()):
            found.setdefault(name, (row["dimension"], row["code"], Fraction(row["factor"] or "1")))
    return found


def distinct(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Exact figures of one key sorted into groups that can be one value, smallest first."""
    exact = [f for f in figures if interval.exact(f.claim.quantity)]
    groups: list[list[Figure]] = []
    for item in sorted(exact, key=lambda f: (f.values.low, f.values.high)):
        if groups and any(compatible(item, other) for other in groups[-1]):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups
