"""T03: the printed difference of two printed figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.checks.gap import gaps
from claimex.checks.relation import Change, changes
from claimex.checks.rule import Check, Hit
from claimex.checks.template import AMOUNT, FIGURES, PERCENT, POINT, compile_template, kind_of
from claimex.checks.verdict import RECOMPUTED_EN, RECOMPUTED_ZH, judged, scaled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.rule import Span
    from claimex.checks.view import View

NOT = rf"[^，。；：、（）{FIGURES}]"
GAP = f"[^。；{AMOUNT}]{{0,40}}?"
WIDE = f"[^。{AMOUNT}]{{0,40}}?"
# 累计结余 and 滚存结余 hold the years before, 结余 beside 收入 and 支出 is theirs
BALANCES = (
    compile_template(
        rf"收入(?!比|占|中){NOT}{{0,6}}(?P<first>{{A}}){GAP}支出(?!比|占|中){NOT}{{0,6}}(?P<second>{{A}}){GAP}"
        rf"(?<!累计)(?<!滚存)(?<!年末)(?<!历年)(?<!期末)(?:结余|盈余|赤字|结存){NOT}{{0,4}}(?P<third>{{A}})"
    ),
    compile_template(
        rf"(?<!进)出口(?!占|企业|中){NOT}{{0,6}}(?P<first>{{A}}){WIDE}进口(?!占|企业|中){NOT}{{0,6}}(?P<second>{{A}}){WIDE}"
        rf"(?:顺差|逆差){NOT}{{0,4}}(?P<third>{{A}})"
    ),
    compile_template(
        rf"(?:顺差|逆差){NOT}{{0,6}}(?P<third>{{A}}){GAP}(?<!进)出口(?!占|企业|中){NOT}{{0,6}}(?P<first>{{A}}){GAP}"
        rf"进口(?!占|企业|中){NOT}{{0,6}}(?P<second>{{A}})"
    ),
    compile_template(
        rf"(?:结汇|流入|涉外收入)(?!占|中){NOT}{{0,6}}(?P<first>{{A}}){GAP}(?:售汇|流出|对外付款|涉外支出)(?!占|中){NOT}{{0,6}}"
        rf"(?P<second>{{A}}){GAP}(?<!累计)(?:顺差|逆差|净流入|净流出){NOT}{{0,4}}(?P<third>{{A}})"
    ),
    compile_template(
        rf"(?P<first>{{A}})[，,]?(?:比|较){NOT}{{1,14}}?的?(?P<second>{{A}}){NOT}{{0,2}}?(?:多出?|少|高出?|低){NOT}{{0,2}}?(?P<third>{{A}})"
    ),
)


def difference(view: View) -> Iterator[Hit]:
    """T03: the printed difference of two printed figures is their difference.

    反例: 由20.8%降至18.2%，下降3.6个百分点; 收入2.7万亿元，支出2.2万亿元，当期结余500亿元。
    正例: 由20.8%降至18.2%，下降2.6个百分点; a miss that rounding allows.
    """
    seen: set[Span] = set()
    for hit in (*_between(view), *_balances(view), *gaps(view)):
        if hit.spans[-1] not in seen:
            seen.add(hit.spans[-1])
            yield hit


def _between(view: View) -> Iterator[Hit]:
    for change in view.once(changes):
        kinds = (kind_of(change.first), kind_of(change.third))
        if kinds not in {(PERCENT, POINT), (AMOUNT, AMOUNT)}:
            yield from _places(change)
            continue
        if kinds == (AMOUNT, AMOUNT) and change.third.code != change.first.code:
            continue
        computed = change.second.interval - change.first.interval
        if not change.up:
            computed = change.first.interval - change.second.interval
        severity = judged(change.third, computed)
        if severity is None:
            continue
        high, low = (change.second, change.first) if change.up else (change.first, change.second)
        value = scaled(high.value - low.value, change.third)
        yield Hit(
            (change.second.span, change.first.span, change.third.span),
            {"printed": change.third.text, "value": value},
            calculation=f"{high.text} − {low.text} = {value}",
            suggestion=value,
            severity=severity,
        )


def _places(change: Change) -> Iterator[Hit]:
    """由全国第13位升至第9位，上升3位: ranks are whole numbers, the difference is exact."""
    if not change.first.claim.measure == change.second.claim.measure == "rank" or change.third.unit != "位":
        return
    found = abs(change.first.value - change.second.value)
    if change.third.exact and change.third.value != found:
        value = f"{found}位"
        yield Hit(
            (change.first.span, change.second.span, change.third.span),
            {"printed": change.third.text, "value": value},
            calculation=f"{change.first.text} − {change.second.text} = {value}",
            suggestion=value,
        )


def _balances(view: View) -> Iterator[Hit]:
    for template in view.masked_sentences:
        for pattern in BALANCES:
            for match in pattern.finditer(template.text):
                first, second, third = (template.figure(match, name) for name in ("first", "second", "third"))
                if not first.code == second.code == third.code or not (first.exact and second.exact and third.single):
                    continue
                high, low = (first, second) if first.value >= second.value else (second, first)
                severity = judged(third, high.interval - low.interval)
                if severity is None:
                    continue
                value = scaled(high.value - low.value, third)
                yield Hit(
                    (high.span, low.span, third.span),
                    {"printed": third.text, "value": value},
                    calculation=f"{high.text} − {low.text} = {value}",
                    suggestion=value,
                    severity=severity,
                )


CHECKS = (
    Check(
        "T03",
        "difference_mismatch",
        "A",
        "error",
        difference,
        f"差额不符：{RECOMPUTED_ZH}",
        f"difference: {RECOMPUTED_EN}",
    ),
)
