"""A number as it was written: its value or interval, and the step of its last printed digit."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimex.schema.quantity import Bound

ONE = Decimal(1)


class Numeral(NamedTuple):
    """`value`, or `low` and `high` for a span such as 数十; `ulp` is the step of the last printed digit.

    `bound` is what the number itself says: 十多 is `over`, 数十 is `between`. `bare` marks a scale word that stands
    for a number on its own (百万人次), which reads as a size more than as a count.
    """

    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    ulp: Decimal = ONE
    bound: Bound = "exact"
    bare: bool = False

    def scaled(self, power: int) -> Numeral:
        """This number times ten to `power`, exactly."""
        if not power:
            return self
        return self._replace(
            value=None if self.value is None else shift(self.value, power),
            low=None if self.low is None else shift(self.low, power),
            high=None if self.high is None else shift(self.high, power),
            ulp=shift(self.ulp, power),
        )


def shift(number: Decimal, power: int) -> Decimal:
    """`number` times ten to `power` without rounding, however many digits it has; integers carry no exponent."""
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int):  # not a finite number: nothing to move
        return number
    moved = exponent + power
    return Decimal((sign, digits + (0,) * moved, 0)) if moved > 0 else Decimal((sign, digits, moved))
