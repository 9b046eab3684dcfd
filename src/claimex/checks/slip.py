"""Whether a sum that does not hold would hold with one digit printed otherwise.

Parts after 其中 need not make up their total; about half of such lists do. Where one digit of one figure is all that
keeps a list from adding up, the odds that this is an accident are the number of such digits times the tolerance of the
sum, over the total: small for figures of four digits and more.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.checks.interval import total

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimex.checks.view import Figure

DIGITS = "0123456789"


@dataclass(frozen=True, slots=True)
class Slip:
    """`figure` printed as `wanted` would make the sum hold; `odds` that unrelated figures look so.

    `alone`: no other figure could be the wrong one.
    """

    figure: Figure
    wanted: Decimal
    odds: Decimal
    alone: bool


def digits_of(value: Decimal, step: Decimal) -> str:
    """The digits of a value in units of its last printed step."""
    return str(int((value / step).to_integral_value())) if step > 0 else ""


def variants(printed: str) -> Iterator[str]:
    """What a figure would be with one digit printed otherwise, or two neighbours the other way round."""
    for i, digit in enumerate(printed):
        for other in DIGITS:
            if other != digit and (i or other != "0"):
                yield printed[:i] + other + printed[i + 1 :]
    for i in range(len(printed) - 1):
        if printed[i] != printed[i + 1] and (i or printed[1] != "0"):
            yield printed[:i] + printed[i + 1] + printed[i] + printed[i + 2 :]


def one_slip(printed: str, wanted: str) -> bool:
    """One digit changed, two neighbours swapped, or one digit lost or doubled."""
    if printed == wanted or not printed or not wanted:
        return False
    if len(printed) == len(wanted):
        return wanted in variants(printed)
    short, long = sorted((printed, wanted), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def explain(whole: Figure, parts: Sequence[Figure]) -> Slip | None:
    """The one digit that keeps the parts from making the total; None where there is none, or no printed step."""
    figures = (*parts, whole)
    if not all(figure.step > 0 for figure in figures) or whole.value <= 0:
        return None
    missing = whole.value - sum((part.value for part in parts), start=Decimal(0))
    # whole things counted one by one leave no slack, but a miss by one is still one of `whole` many
    slack = sum((figure.interval.high - figure.interval.low for figure in figures), start=Decimal(0)) / 2
    best: tuple[Decimal, Figure, Decimal] | None = None
    tried, fitting = 0, set()
    for figure in figures:
        wanted = figure.value - missing if figure is whole else figure.value + missing
        for variant in variants(digits_of(figure.value, figure.step)):
            tried += 1
            value = int(variant) * figure.step
            miss = abs(value - wanted)
            if miss <= slack:
                fitting.add(figure.start)
                best = (miss, figure, value) if best is None or miss < best[0] else best
    if best is None:
        return None
    width = 2 * slack + min(figure.step for figure in figures)
    return Slip(best[1], best[2], tried * width / whole.value, len(fitting) == 1)


def adds_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether the parts can make the total; its tolerance is the sum of all half digits."""
    return total(p.interval for p in parts).overlaps(whole.interval)
