"""Whether two figures can both be true: same, consistent, a revision, a conflict, or not to be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from claimex.checks import interval
from claimex.checks.dimension import unit_of
from claimex.checks.slip import digits_of, one_slip

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from claimex.checks.interval import Interval
    from claimex.schema.claim import Claim
    from claimex.schema.quantity import Bound

Verdict = Literal["same", "consistent", "revision", "conflict", "incomparable"]
Key = tuple[str, ...]

LAST = 8
"""Figures of a group that the next one is compared with; they lie in order."""
TELLING = 3
"""Digits of the shortest figures that one digit apart speaks of a slip; 5% and 6% are simply two figures."""


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
    if claim.quantity.value is None:
        return None
    dimension, factor = unit_of(claim)
    quantity = claim.quantity.model_copy(update={"bound": bound}) if bound else claim.quantity
    values = turned(interval.of(quantity).scaled(factor), claim)
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


def turned(values: Interval, claim: Claim) -> Interval:
    """The values with the direction of a change as their sign."""
    if claim.direction == "down" and claim.measure in {"growth", "change"}:
        return interval.Interval(-values.high, -values.low)
    return values


def _signed(value: Decimal, claim: Claim) -> Decimal:
    return -value if claim.direction == "down" and claim.measure in {"growth", "change"} else value


def distinct(figures: Iterable[Figure]) -> list[list[Figure]]:
    """Exact figures of one key sorted into groups that can be one value, smallest first."""
    exact = [f for f in figures if interval.exact(f.claim.quantity)]
    groups: list[list[Figure]] = []
    for item in sorted(exact, key=lambda f: (f.values.low, f.values.high)):
        if groups and any(compatible(item, other) for other in groups[-1][-LAST:]):
            groups[-1].append(item)
        else:
            groups.append([item])
    return groups
