"""T19: one rank for one thing in one scope at one time."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from claimex.checks.rule import Check, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.view import Figure, View

SCOPE = re.compile(
    r"(全国|全省|全市|全区|世界|全球|国内|亚洲|中部|西部|东部|东北|长三角|副省级城市|国家级经开区|国家级新区|同类城市)[^，。；、\d]{0,6}$"
)
MOVED = re.compile(r"从|由|升|跃|前移|上年|去年|提高|下降|退|曾|原|提升|进位")


def ranks(view: View) -> Iterator[Hit]:
    """T19: an indicator has one rank in one scope and period.

    反例: 总量居全国第7位 … 总量居全国第8位. 正例: 由全国第13位升至第9位; another indicator, period or scope.
    """
    found: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in view.figures:
        claim = figure.claim
        if claim.measure != "rank" or not figure.exact or not claim.indicator or claim.period is None:
            continue
        scope = SCOPE.search(view.text, max(0, figure.start - 16), figure.start)
        start, end = view.clause(figure.start, figure.end)
        if scope is None or MOVED.search(view.text[start:end]):
            continue
        period = (claim.period.start, claim.period.end)
        found[scope[1], claim.concept or claim.indicator, claim.area, claim.subject, period].append(figure)
    for figures in found.values():
        first = figures[0]
        for other in figures[1:]:
            if other.value != first.value:
                yield Hit(
                    (first.span, other.span),
                    {"first": first.text, "second": other.text, "indicator": first.claim.indicator or ""},
                    calculation=f"{first.text} ≠ {other.text}",
                )
                break


CHECKS = (
    Check(
        "T19", "rank_conflict", "B", "warning", ranks,
        "{indicator}的位次前后不一：{first}、{second}",
        "{indicator}: ranked {first} and {second}",
    ),
)  # fmt: skip
