"""What a recomputation says about a printed figure, and how it is said."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.checks.interval import counted, tidy

if TYPE_CHECKING:
    from claimex.checks.interval import Interval
    from claimex.checks.view import Figure
    from claimex.schema.finding import Severity

RECOMPUTED_ZH = "印作{printed}，按文中数字应为{value}"
RECOMPUTED_EN = "printed {printed}, the text's own figures give {value}"


def _allowance(printed: Figure) -> Decimal:
    """One more step, for a truncated or twice rounded decimal; none for counts and for figures of one digit."""
    fine = printed.quantity.value is not None and printed.step * 10 <= abs(printed.value)
    return printed.step if fine and not counted(printed.quantity) else Decimal(0)


def judged(printed: Figure, computed: Interval) -> Severity | None:
    """None where the printed figure can be the computed one or nearly so, else how sure the miss is.

    A miss of less than a fiftieth of the value is a warning: a revised base or a truncated decimal can make it.
    """
    if printed.interval.overlaps(computed.widened(_allowance(printed))):
        return None
    middle = (computed.low + computed.high) / 2
    if printed.quantity.value is not None and abs(printed.value - middle) <= abs(middle) / 50:
        return "warning"
    return "error"


def scaled(value: Decimal, like: Figure) -> str:
    """A computed value as the text prints such figures: in the scale word of `like`."""
    for word, size in (("万亿", Decimal(10) ** 12), ("亿", Decimal(10) ** 8), ("万", Decimal(10) ** 4)):
        if word in like.text:
            return f"{tidy(value / size, 4)}{word}{like.unit}"
    return f"{tidy(value, 4)}{like.unit}"
