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
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimex.checks.interval import Interval
    from claimex.schema.claim import Claim
    from claimex.schema.document import Document

Verdict = Literal["same", "consistent", "revision", "conflict", "incomparable"]
Key = tuple[str, ...]

MARKS = re.compile(r"[\s“”‘’\"'《》（）()、·,，—-]+")
NATION = frozenset({"全国", "我国", "中国", "国内", "全社会"})
DIVISION = re.compile(r"(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$")
LEADING = re.compile(r"^(?:全国|我国|中国|全市|全省|我市|我省|全区|本市|本省|全县|累计|实现|完成|达到|达|总)+")
TRAILING = re.compile(r"(?:总数|总量|数量|规模|总规模|水平|情况|合计|数)$")
SHORTEST = 4
"""Characters of the shortest name, not of the table, that names an indicator and not a thing in general."""
REVISED = re.compile(r"初步(?:核算|核实|统计|数据|测算)|初值|快报|最终(?:核实|修正)|终值|修订|修正|普查|核实")
FLOWS = frozenset({None, "cumulative"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim ready for comparison: its key, and the values it can stand for in the base unit of its dimension."""

    claim: Claim
    key: Key
    values: Interval
    factor: Decimal
    note: str
    heading: bool = False

    @property
    def value(self) -> Decimal | None:
        """The printed value with its direction, in the base unit of the dimension."""
        value = self.claim.quantity.value
        return None if value is None else _signed(value * self.factor, self.claim)


def figure(doc: Document, claim: Claim, *, heading: bool = False) -> Figure | None:
    """The claim as a comparable figure; null where it does not say enough of itself to be compared with another."""
    indicator = indicator_of(claim)
    period = claim.period
    if indicator is None or period is None or period.end is None or claim.status not in {"actual", "estimate"}:
        return None
    if claim.measure in {"rank", "progress", "gap", "multiple"} or claim.quantity.value is None:
        return None
    unit = unit_of(claim)
    if unit is None:
        return None
    dimension, factor = unit
    sentence = doc.text[claim.sentence.start : claim.sentence.end]
    before = "".join(doc.text[claim.sentence.start : claim.start].split())
    key = (
        indicator,
        area_of(claim.area),
        MARKS.sub("", claim.subject or ""),
        f"{period.start or ''}..{period.end}{'@' if period.as_of else ''}",
        claim.measure,
        claim.basis or "",
        "" if claim.aggregation in FLOWS else str(claim.aggregation),
        dimension,
        *flags(before, growth=claim.measure in {"growth", "change"}),
    )
    note = "".join(REVISED.findall(sentence)) or (claim.vintage or "")
    values = interval.of(claim.quantity).scaled(factor)
    return Figure(claim=claim, key=key, values=_turned(values, claim), factor=factor, note=note, heading=heading)


def indicator_of(claim: Claim) -> str | None:
    """The normal form of what is measured, subject left out; null where it names a thing in general."""
    name = MARKS.sub("", claim.concept or claim.indicator or "")
    known = name in _concepts()
    if not known:
        name = TRAILING.sub("", LEADING.sub("", _aliased(name)))
    if not name or name in _generic() or (not known and len(name) < SHORTEST):
        return None
    return name


def area_of(area: str | None) -> str:
    """The area's short name; the nation under one name, empty where none is given."""
    name = MARKS.sub("", area or "")
    return "全国" if name in NATION else DIVISION.sub("", name)


def flags(before: str, *, growth: bool) -> tuple[str, ...]:
    """What the sentence up to the figure says about how it was measured."""
    return tuple(sorted({flag for word, flag, rates in _flags() if word in before and (growth or not rates)}))


def verdict(first: Figure, second: Figure) -> tuple[Verdict, str]:
    """Whether two figures can both be true, and why."""
    if first.key != second.key:
        differing = [name for name, a, b in zip(SLOTS, first.key, second.key, strict=False) if a != b]
        return "incomparable", "、".join(differing) or "flags"
    if first.value == second.value and first.claim.quantity.bound == second.claim.quantity.bound:
        return "same", ""
    if first.values.overlaps(second.values):
        return "consistent", "intervals overlap"
    if truncated(first, second):
        return "consistent", "cut, not rounded"
    if {"preliminary", "revised", "final"} & {first.claim.vintage, second.claim.vintage} or first.note or second.note:
        return "revision", first.note or second.note
    return "conflict", slip(first, second) or "intervals disjoint"


SLOTS = ("indicator", "area", "subject", "period", "measure", "basis", "aggregation", "unit")


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
    if step > 0 and same and one_slip(digits_of(abs(a), step), digits_of(abs(b), step)):
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


def _aliased(name: str) -> str:
    """A name with what the indicator table knows inside it in its normal form (服务业增加值占GDP比重)."""
    for alias, concept in _aliases():
        if alias in name and concept not in name:
            name = name.replace(alias, concept)
    return name


@cache
def _aliases() -> tuple[tuple[str, str], ...]:
    rows = {(row["name"], row["concept"]) for row in read_table("indicators") if row["name"] != row["concept"]}
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))


@cache
def _concepts() -> frozenset[str]:
    return frozenset(row["concept"] for row in read_table("indicators"))


@cache
def _generic() -> frozenset[str]:
    return frozenset(row["name"] for row in read_table("generic_indicators"))


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
        if groups and any(_compatible(item, other) for other in groups[-1]):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups


def _compatible(first: Figure, second: Figure) -> bool:
    return first.values.overlaps(second.values) or truncated(first, second)
