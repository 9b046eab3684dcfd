"""Interval arithmetic on printed figures: a printed value stands for half its last digit to both sides.

Exact decimals throughout. Bounds are open intervals; 近 means below but within about a tenth. All quantities of the
genre that are multiplied or divided here are positive; a division by an interval that holds zero declines.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimex.schema.quantity import Quantity

INFINITY = Decimal("Infinity")
ZERO = Decimal(0)
HALF = Decimal("0.5")
TENTH = Decimal("0.1")
ABOUT = {3: Decimal("0.03")}
"""What 约 may miss a figure by, for its significant digits: a tenth of 约350公里, little of 约348.9公里."""
FINEST = Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Interval:
    """The values a printed figure can stand for; both ends belong to it (so half up and half down both pass)."""

    low: Decimal
    high: Decimal

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high) if a and b] or [ZERO]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval | None:
        if other.low <= 0 <= other.high or INFINITY in (self.high, other.high):
            return None
        with localcontext() as context:
            context.prec = 40
            ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def overlaps(self, other: Interval) -> bool:
        """Whether one value can be both."""
        return self.low <= other.high and other.low <= self.high

    def widened(self, by: Decimal) -> Interval:
        """The interval with `by` more to both sides."""
        return Interval(self.low - by, self.high + by)

    def scaled(self, factor: Decimal | int) -> Interval:
        """Every value times a positive exact number."""
        return Interval(self.low * factor, self.high * factor)

    def shifted(self, by: Decimal | int) -> Interval:
        """Every value plus an exact number."""
        return Interval(self.low + by, self.high + by)


def point(value: Decimal | int) -> Interval:
    """An exact number."""
    return Interval(Decimal(value), Decimal(value))


def total(parts: Iterable[Interval]) -> Interval:
    """The sum; its tolerance is the sum of the parts' half digits."""
    return sum(parts, start=point(0))


def step(quantity: Quantity) -> Decimal:
    """The step of the last printed digit, zero where it is not known."""
    return quantity.ulp if quantity.ulp is not None else ZERO


def counted(quantity: Quantity) -> bool:
    """Whether a quantity is a count of whole things printed to the last one: 540例 is neither 539 nor 541."""
    return quantity.ulp == 1 and (quantity.dimension or "").startswith("count") and quantity.bound == "exact"


def of(quantity: Quantity) -> Interval:
    """The interval of a printed quantity.

    `exact` is half a step to both sides, `about` a tenth (less for a figure of many digits), `nearly` a tenth below,
    other bounds are open to one side.
    """
    if quantity.value is None:
        low = quantity.low if quantity.low is not None else -INFINITY
        high = quantity.high if quantity.high is not None else INFINITY
        return Interval(low, high)
    value = quantity.value
    half = ZERO if counted(quantity) else step(quantity) * HALF
    size = abs(value)
    match quantity.bound:
        case "about":
            digits = len(value.normalize().as_tuple().digits)
            part = TENTH if digits < min(ABOUT) else ABOUT.get(digits, FINEST)
            return Interval(value, value).widened(max(size * part, step(quantity)))
        case "nearly":
            return Interval(value - size * TENTH - half, value + half)
        case "over" | "at_least":
            return Interval(value - half, INFINITY)
        case "under" | "at_most":
            return Interval(ZERO if value >= 0 else -INFINITY, value + half)
        case _:
            return Interval(value - half, value + half)


def exact(quantity: Quantity) -> bool:
    """Whether the quantity is one printed number without a bound, the only kind that recomputation may convict."""
    return quantity.value is not None and quantity.bound == "exact"


def tidy(value: Decimal, places: int = 2) -> str:
    """A number for a message: at most `places` decimals (more for small numbers), no trailing zeros."""
    if not value.is_finite():
        return "∞" if value > 0 else "-∞"
    if value and abs(value) < 1:
        places = max(places, 2 - value.adjusted())
    rounded = round(value, min(places, 12))
    text = format(rounded, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
