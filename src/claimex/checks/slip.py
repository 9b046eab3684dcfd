"""Whether a sum that does not hold would hold with one digit printed otherwise.

Parts after 其中 need not make up their total. Where they miss it by exactly one digit of one figure, the odds that they
were not meant to are about (digits times nine) to the number of values the total could have had.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.checks.interval import HALF, total

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex.checks.view import Figure


def digits_of(value: Decimal, step: Decimal) -> str:
    """The digits of a value in units of its last printed step."""
    return str(int((value / step).to_integral_value())) if step > 0 else ""


def one_slip(printed: str, wanted: str) -> bool:
    """One digit changed, two neighbours swapped, or one digit lost or doubled."""
    if printed == wanted or not printed or not wanted:
        return False
    if len(printed) == len(wanted):
        wrong = [i for i, (a, b) in enumerate(zip(printed, wanted, strict=True)) if a != b]
        if len(wrong) == 1:
            return True
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
            i, j = wrong
            return printed[i] == wanted[j] and printed[j] == wanted[i]
        return False
    short, long = sorted((printed, wanted), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def explain(whole: Figure, parts: Sequence[Figure]) -> tuple[Figure, Decimal] | None:
    """The figure that one digit printed otherwise would make the sum hold, and the value it would have."""
    steps = [f.step for f in (whole, *parts)]
    if not all(step > 0 for step in steps):
        return None
    missing = whole.value - sum((p.value for p in parts), start=Decimal(0))
    for figure in (*parts, whole):
        wanted = figure.value + missing if figure is not whole else figure.value - missing
        others = [f.interval for f in (whole, *parts) if f is not figure]
        slack = sum(((i.high - i.low) * HALF for i in others), start=Decimal(0))
        if wanted <= 0 or slack > figure.step:
            continue
        if one_slip(digits_of(figure.value, figure.step), digits_of(wanted, figure.step)):
            return figure, (wanted / figure.step).to_integral_value() * figure.step
    return None


def telling(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the figures have digits enough (four in the total, three in the parts) that a slip is no accident."""
    return len(digits_of(whole.value, whole.step)) >= 4 and all(len(digits_of(p.value, p.step)) >= 3 for p in parts)


def adds_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts can make the total; its tolerance is the sum of all half digits."""
    return total(p.interval for p in parts).overlaps(whole.interval)
