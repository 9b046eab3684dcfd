"""T05, T06, T07: growth, 增加到 against 增加了, and doublings, recomputed from print."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from claimex.checks.interval import point, tidy
from claimex.checks.relation import Change, Step, changes, multiples, recomputable, steps
from claimex.checks.rule import Check, Hit
from claimex.checks.template import AMOUNT, PERCENT, TIMES, kind_of
from claimex.checks.verdict import RECOMPUTED_EN, RECOMPUTED_ZH, judged
from claimex.checks.weighted import weighted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.interval import Interval
    from claimex.checks.view import View

HUNDRED = Decimal(100)


def _ratio(change: Change) -> Interval | None:
    return change.second.interval / change.first.interval


def growth(view: View) -> Iterator[Hit]:
    """T06: a growth rate is recomputed where both levels, or the level and its change, are printed.

    反例: 由300万增至450万，增加150%; 58.13亿，比上年同期增加7.19亿，同比增长16.2%。
    正例: 由300万增至450万，增长50%; 生产总值由10万亿元增至11万亿元，增长6% (constant prices); 可比口径增长; 年均增长。
    """
    for change in view.once(changes):
        if kind_of(change.third) != PERCENT or kind_of(change.first) != AMOUNT or not recomputable(change.context):
            continue
        quotient = _ratio(change)
        if quotient is None:
            continue
        computed = quotient.shifted(-1).scaled(HUNDRED)
        if not change.up:
            computed = point(0) - computed
        severity = judged(change.third, computed)
        if severity is None:
            continue
        value = f"{tidy((change.second.value / change.first.value - 1).copy_abs() * HUNDRED, 1)}%"
        high, low = (change.second, change.first) if change.up else (change.first, change.second)
        yield Hit(
            (change.first.span, change.second.span, change.third.span),
            {"printed": change.third.text, "value": value},
            calculation=f"({high.text} − {low.text}) ÷ {change.first.text} = {value}",
            suggestion=value,
            severity=severity,
        )
    for step in steps(view):
        yield from _step_growth(step)
    yield from weighted(view)


def _step_growth(step: Step) -> Iterator[Hit]:
    if not recomputable(step.context):
        return
    earlier = step.level.interval - step.change.interval if step.up else step.level.interval + step.change.interval
    quotient = step.change.interval / earlier if earlier.low > 0 else None
    if quotient is None:
        return
    unit = "%" if kind_of(step.rate) == PERCENT else "倍"
    factor = HUNDRED if unit == "%" else Decimal(1)
    severity = judged(step.rate, quotient.scaled(factor))
    if severity is None:
        return
    sign = "−" if step.up else "+"
    base = step.level.value - step.change.value if step.up else step.level.value + step.change.value
    value = f"{tidy(step.change.value / base * factor, 1)}{unit}"
    yield Hit(
        (step.level.span, step.change.span, step.rate.span),
        {"printed": step.rate.text, "value": value},
        calculation=f"{step.change.text} ÷ ({step.level.text} {sign} {step.change.text}) = {value}",
        suggestion=value,
        severity=severity,
    )


def increase(view: View) -> Iterator[Hit]:
    """T05: 增加了N倍 is N times on top, 增加到N倍 is N times in all.

    反例: 由50台增至200台，增加了4倍; 120毫米，是常年40毫米的5倍。正例: 增加到4倍; 增加了3倍; 是40毫米的3倍。
    """
    for change in view.once(changes):
        if kind_of(change.third) != TIMES or kind_of(change.first) != AMOUNT or "番" in change.third.text:
            continue
        quotient = _ratio(change)
        if quotient is None or not change.up:
            continue
        severity = judged(change.third, quotient.shifted(-1))
        if severity is None:
            continue
        value = f"{tidy(change.second.value / change.first.value - 1, 2)}倍"
        yield Hit(
            (change.first.span, change.second.span, change.third.span),
            {"printed": change.third.text, "value": value},
            calculation=f"{change.second.text} ÷ {change.first.text} − 1 = {value}",
            suggestion=value,
            severity=severity,
        )
    for change in multiples(view):
        quotient = _ratio(change)
        severity = judged(change.third, quotient) if quotient is not None else None
        if severity is None:
            continue
        value = f"{tidy(change.second.value / change.first.value, 2)}倍"
        yield Hit(
            (change.first.span, change.second.span, change.third.span),
            {"printed": change.third.text, "value": value},
            calculation=f"{change.second.text} ÷ {change.first.text} = {value}",
            suggestion=value,
            severity=severity,
        )


def doubling(view: View) -> Iterator[Hit]:
    """T07: 翻N番 is times two to the N.

    反例: 由3.6万吨增至7.2万吨，翻两番; 由40万增至120万，翻两番。
    正例: 翻一番; 由40万增至85万，翻了一番 (said of a little more).
    """
    for change in view.once(changes):
        if kind_of(change.third) != TIMES or "番" not in change.third.text or change.third.quantity.bound != "exact":
            continue
        with localcontext() as context:
            context.prec = 20
            ratio = change.second.value / change.first.value if change.first.value else Decimal(0)
        if change.third.value * Decimal("0.9") <= ratio <= change.third.value * Decimal("1.5"):
            continue
        value = f"{tidy(ratio, 2)}倍"
        yield Hit(
            (change.first.span, change.second.span, change.third.span),
            {"printed": change.third.text, "value": f"原来的{value}"},
            calculation=f"{change.second.text} ÷ {change.first.text} = {tidy(ratio, 2)} ≠ {change.third.value}",
        )


CHECKS = (
    Check("T05", "growth_mismatch", "A", "error", increase, f"倍数不符：{RECOMPUTED_ZH}", f"multiple: {RECOMPUTED_EN}"),
    Check("T06", "growth_mismatch", "A", "error", growth, f"增幅不符：{RECOMPUTED_ZH}", f"growth: {RECOMPUTED_EN}"),
    Check("T07", "growth_mismatch", "A", "error", doubling, f"翻番不符：{RECOMPUTED_ZH}", f"doubling: {RECOMPUTED_EN}"),
)
