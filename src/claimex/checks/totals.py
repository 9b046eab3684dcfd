"""T11-T13: totals that shares imply, averages times counts, and figures from the start of the year."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from claimex.checks.interval import tidy
from claimex.checks.rule import Check, Hit
from claimex.checks.shares import HUNDRED, NAMED_SHARE, SIZE_WORDS
from claimex.checks.small import small
from claimex.checks.template import AMOUNT, kind_of
from claimex.checks.verdict import scaled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimex.checks.rule import Span
    from claimex.checks.view import Figure, View

TOLERANCE = Decimal("0.02")
PER = re.compile(
    r"(?:平均每|每)(?P<each>[人户家亩天日个台辆名位])[^，。；\d]{0,6}$|(?<![年月季])(?P<mean>[人户亩日])均[^，。；\d]{0,6}$"
)
COUNT_UNITS = {
    "人": "人名位", "名": "人名位", "位": "人名位", "户": "户家", "家": "家", "亩": "亩", "天": "天日", "日": "天日",
    "个": "个", "台": "台", "辆": "辆",
}  # fmt: skip
TOTAL = re.compile(r"总|共|合计|累计|一共|达到?$")
DURATION = re.compile(
    r"(?:假期|为期|历时|前|连续|持续)[^，。\d]{0,3}(?P<days>\d{1,3}|[二两三四五六七八九十])(?=天|个工作日)|(?P<whole>[三四五六七八九])天(?:小?长?假期?)"
)


def implied(view: View) -> Iterator[Hit]:
    """T11: two parts with their shares of one whole imply the same whole.

    反例: 甲5.26亿元，占进出口总值的51.1%；乙2.99亿元，占进出口总值的39%。
    正例: 乙占29%; shares of different wholes; roundings within a fiftieth.
    """
    found: dict[tuple[int, str, str], list[tuple[Figure, Figure]]] = defaultdict(list)
    for template in view.masked_sentences:
        paragraph = view.text.rfind("\n", 0, template.places[0])
        for match in NAMED_SHARE.finditer(template.text):
            part, share = template.figure(match, "part"), template.figure(match, "share")
            core = SIZE_WORDS.sub("", match["name"])
            clean = not re.search("分别|合计|共", match["between"])
            if clean and len(core) >= 3 and part.exact and share.exact and share.value > 0:
                found[paragraph, core, part.code].append((part, share))
    for pairs in found.values():
        yield from _implied_pairs(pairs)


def _implied_pairs(pairs: Sequence[tuple[Figure, Figure]]) -> Iterator[Hit]:
    wholes = [(p, s, p.interval / s.interval.scaled(Decimal("0.01"))) for p, s in pairs]
    for (part, share, one), (part2, share2, two) in pairwise(wholes):
        if one is None or two is None or one.overlaps(two) or part.start == part2.start:
            continue
        first, second = part.value / share.value * HUNDRED, part2.value / share2.value * HUNDRED
        if abs(first - second) <= TOLERANCE * max(first, second):
            continue
        yield Hit(
            (part.span, share.span, part2.span, share2.span),
            {"first": scaled(first, part), "second": scaled(second, part2)},
            calculation=f"{part.text} ÷ {share.text} = {scaled(first, part)}; "
            f"{part2.text} ÷ {share2.text} = {scaled(second, part2)}",
        )


def averages(view: View) -> Iterator[Hit]:
    """T12: an average times the count is about the total.

    反例: 40户共分红80万元，户均1万元。正例: 户均2万元; 人均 of another group; three figures in different sentences.
    """
    for start, end in view.sentences:
        figures = view.figures_in(start, end)
        for mean in figures:
            per = PER.search(view.text, max(start, mean.start - 16), mean.start)
            if per is None or not mean.exact or kind_of(mean) != AMOUNT:
                continue
            wholes = [
                f for f in figures if f is not mean and f.code == mean.code and f.exact and _is_total(view, f, start)
            ]
            counted = _counted(view, mean, figures, per["each"] or per["mean"])
            if len(wholes) == 1 and counted is not None:
                yield from _average(mean, counted, wholes[0])


def _is_total(view: View, figure: Figure, floor: int) -> bool:
    return bool(TOTAL.search(view.text[max(floor, figure.start - 12) : figure.start]))


def _counted(view: View, mean: Figure, figures: Sequence[Figure], each: str) -> tuple[Span, Decimal] | None:
    """What the mean is taken over: the one count of such things in the sentence, or the days of a named stretch."""
    units = COUNT_UNITS.get(each, "")
    if each in "天日":
        start, _ = view.sentence(mean.start)
        days = list(DURATION.finditer(view.text, start, mean.start))
        if len(days) != 1:
            return None
        name = "days" if days[0]["days"] else "whole"
        return days[0].span(name), Decimal(small(days[0][name]) or int(days[0][name]))
    counts = [f for f in figures if f.unit and f.unit in units and f.exact and f is not mean]
    if len(counts) != 1 or counts[0].unit == mean.unit:
        return None
    return counts[0].span, counts[0].value


def _average(mean: Figure, counted: tuple[Span, Decimal], whole: Figure) -> Iterator[Hit]:
    span, count = counted
    if count <= 0:
        return
    value = whole.value / count
    if abs(value - mean.value) <= max(value / 10, mean.step / 2):
        return
    yield Hit(
        (mean.span, span, whole.span),
        {"first": mean.text, "second": scaled(value, mean)},
        calculation=f"{whole.text} ÷ {tidy(count)} = {scaled(value, mean)}",
    )


def cumulative(view: View) -> Iterator[Hit]:
    """T13: a flow from the start of the year does not shrink, and grows by the month in between.

    反例: 1—6月投资500亿元 and 1—11月投资450亿元. 正例: rates, averages and stocks; another indicator, area or subject.
    """
    series: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    for figure in view.figures:
        claim, period = figure.claim, figure.claim.period
        flow = claim.measure == "level" and claim.status == "actual" and claim.aggregation not in {"average", "per"}
        if not flow or period is None or period.as_of or not figure.exact or kind_of(figure) != AMOUNT:
            continue
        if period.start is None or period.end is None or not claim.indicator:
            continue
        if (period.start.month, period.start.day) == (1, 1):
            key = (claim.concept or claim.indicator, claim.area, claim.subject, figure.code, period.start)
            series[key].append(figure)
    for figures in series.values():
        figures.sort(key=_end)
        for early, late in pairwise(figures):
            # a fraction is another figure of the same name, not a running total with a slip
            shrunk = late.interval.high < early.interval.low and late.value * 3 > early.value
            if _end(early) < _end(late) and shrunk:
                yield Hit(
                    (late.span, early.span),
                    {"first": f"{_period(early)}{early.text}", "second": f"{_period(late)}{late.text}"},
                    calculation=f"{late.text} < {early.text}",
                )


def _end(figure: Figure) -> dt.date:
    period = figure.claim.period
    return period.end if period is not None and period.end is not None else dt.date.min


def _period(figure: Figure) -> str:
    return figure.claim.period.text if figure.claim.period is not None else ""


CHECKS = (
    Check(
        "T11", "total_mismatch", "B", "warning", implied,
        "同一总量由两处占比推得{first}和{second}，相差过大",
        "two shares of one whole imply {first} and {second}",
    ),
    Check(
        "T12", "total_mismatch", "B", "warning", averages,
        "平均数不符：印作{first}，按总量和个数应为{second}",
        "average: printed {first}, total and count give {second}",
    ),
    Check(
        "T13", "cumulative_mismatch", "B", "warning", cumulative,
        "累计数变小：{first}，{second}",
        "a cumulative figure shrinks: {first}, {second}",
    ),
)  # fmt: skip
