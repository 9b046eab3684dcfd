"""T06, third form: the growth of a total is the weighted growth of its parts."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.checks.interval import Interval, point, tidy, total
from claimex.checks.rule import Hit
from claimex.checks.sums import named_sets
from claimex.checks.template import PERCENT, kind_of
from claimex.checks.verdict import judged

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimex.checks.view import Figure, View

GROWTH = re.compile(
    r"[，,（]?(?:同比|比上年|比去年同期|较上年)?(?:(?P<up>增长|上升|增加|增)|(?P<down>下降|减少|降))(?:了|约)?"
)
HUNDRED = Decimal(100)


def weighted(view: View) -> Iterator[Hit]:
    """The growth of exports and imports makes that of foreign trade, by the levels of a year before.

    反例: 进出口110亿元，增长12%，其中出口60亿元，增长5%，进口50亿元，增长4%. 正例: 增长4.5%; a part without its growth.
    """
    for whole, parts in view.once(named_sets):
        printed = _growth(view, whole)
        rates = [_growth(view, part) for part in parts]
        if printed is None or any(rate is None for rate in rates):
            continue
        found = [rate for rate in rates if rate is not None]
        computed = _combined(parts, [rate for _, rate in found])
        if computed is None:
            continue
        figure, rate = printed
        if computed.overlaps(rate.widened(figure.step)) or judged(figure, computed) is None:
            continue
        value = f"{tidy((computed.low + computed.high) / 2, 1)}%"
        yield Hit(
            (whole.span, figure.span, *(f.span for f, _ in found)),
            {"printed": figure.text, "value": value},
            calculation=f"{' & '.join(f'{p.text} {f.text}' for p, (f, _) in zip(parts, found, strict=True))} → {value}",
            severity="warning",
        )


def _growth(view: View, level: Figure) -> tuple[Figure, Interval] | None:
    """The rate printed right behind a level, and its interval with its sign."""
    following = view.figures_in(level.end, level.end + 16)
    if not following or kind_of(following[0]) != PERCENT or not following[0].exact:
        return None
    match = GROWTH.fullmatch(view.text, level.end, following[0].start)
    if match is None:
        return None
    rate = following[0].interval
    return following[0], rate if match["up"] else point(0) - rate


def _combined(parts: Sequence[Figure], rates: Sequence[Interval]) -> Interval | None:
    earlier: list[Interval] = []
    for part, rate in zip(parts, rates, strict=True):
        base = part.interval / rate.scaled(1 / HUNDRED).shifted(1)
        if base is None:
            return None
        earlier.append(base)
    # the levels stand above and below the line: their rounding cancels, so their middles are taken
    now = total(point(part.value) for part in parts)
    quotient = now / total(point((base.low + base.high) / 2) for base in earlier)
    spread = sum((rate.high - rate.low for rate in rates), start=Decimal(0)) / (2 * len(rates))
    return None if quotient is None else quotient.shifted(-1).scaled(HUNDRED).widened(spread)
