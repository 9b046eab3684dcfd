"""Where a sentence prints two levels and the change between them: the ground of T01, T03, T05, T06 and T07.

Only wordings that leave no choice are read: 由甲增至乙, 乙比上年的甲多丙, 乙（上年同期为甲）, 上年同期为甲，今年达乙,
乙，比上年增加丙，增长丁.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimex.checks.template import FIGURES, Template, compile_template, kind_of
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.rule import Span
    from claimex.checks.view import Figure, View

UP = "前移|增产|增收|跃升|增加|增长|提高|提升|上升|上涨|上调|扩大|增|升|涨|多|高出|高于|高"
DOWN = "减产|减收|减少|下降|降低|下滑|下跌|下调|回落|缩小|收窄|缩减|缩短|压缩|压减|减|降|跌|少|低于|低"
VERB = f"(?:(?P<up>{UP})|(?P<down>{DOWN}))"
MOVED = (
    "增加|增长|提高|提升|上升|上涨|扩大|扩产|扩容|扩|增|升|涨|发展|跃升|攀升|跃居|前移|减少|下降|降低|下滑|"
    "下跌|回落|缩小|缩减|缩短|压缩|压减|减|降|跌|调整|变|壮大|上调|下调"
)
NOT = rf"[^，。；：、（）{FIGURES}]"
AFTER = rf"(?:（[^（）{FIGURES}]{{0,12}}）)?"
YEARS = r"(?:[两三四五六七八九十]|\d{1,2})年(?:来|间)?"
PLAIN = rf"(?:{YEARS}|共计?|净|累计|大幅|实现|整体|总体|总量|规模|数量|贸易规模|又|均|也)?"
COMPARED = rf"(?:(?:同比|环比|比|较)(?:{NOT}{{0,12}}?))?"

FROM_TO = compile_template(
    rf"(?:由|从){NOT}{{0,16}}(?P<first>{{F}})(?:{NOT}{{0,8}}?)(?:{MOVED})(?:到|至|为)(?:{NOT}{{0,16}}?)(?P<second>{{F}}){AFTER}"
    rf"[，,（]?(?P<gap>{COMPARED}{PLAIN})(?:{VERB}(?:了|幅度?(?:达到?|为)?)?)?(?:近|约|超过?)?(?P<third>{{F}})(?!点|以上)"
)
AGAINST = compile_template(
    rf"(?P<second>{{F}}){AFTER}[，,（]?(?P<gap>比|较){NOT}{{0,30}}?(?:的|为)(?P<first>{{F}}){NOT}{{0,6}}?{VERB}了?(?P<third>{{F}})"
)
EARLIER = compile_template(
    rf"(?P<second>{{F}})[，,（；]?(?:而?上年同期|去年同期|上年|去年|上年同期数?|前一年)(?:为|是|仅为)(?P<first>{{F}})）?[，,；]"
    rf"(?P<gap>{COMPARED}){NOT}{{0,4}}?{VERB}了?(?P<third>{{F}})"
)
# 去年同期为甲，今年达到乙，同比增长丙
EARLIER_FIRST = compile_template(
    rf"(?:上年同期|去年同期|上年|去年|前一年)(?:为|是|仅为|仅有|只有|达到?)(?P<first>{{F}}){AFTER}[，,；]{NOT}{{0,10}}?"
    rf"(?P<second>{{F}}){AFTER}[，,；](?P<gap>{COMPARED}){NOT}{{0,4}}?{VERB}了?(?P<third>{{F}})"
)
WITH_CHANGE = compile_template(
    rf"(?P<level>{{A}})(?!相比|相较|比较){AFTER}[，,]?(?P<gap>{COMPARED}){NOT}{{0,3}}?{VERB}[招收产销建投]?了?(?P<change>{{A}}){AFTER}"
    rf"[，,、（]?(?P<gap2>{COMPARED})(?:{NOT}{{0,3}}?)(?:增长|下降|增加|减少|增幅|降幅|升幅|涨幅|跌幅|增|降|提高|上升|上涨|下跌)(?:为|达到?|约)?了?(?P<rate>{{P}}|{{M}})"
)
# …，较4月末上升100亿美元，升幅为0.50%；较去年末上升300亿美元，升幅为1.50%: one level, a second base
WITH_SECOND = compile_template(
    rf"[，；](?P<gap>(?:比|较){NOT}{{2,14}}?){VERB}了?(?P<change>{{A}})[，,、]?(?:增长|下降|增幅|降幅|升幅|涨幅|跌幅)(?:为|达到?|约)?(?P<rate>{{P}})"
)

# 120毫米，是常年同期40毫米的3倍
TIMES_OF = compile_template(
    rf"(?P<second>{{A}}){AFTER}[，,]?{NOT}{{0,3}}?(?:是|为|相当于){NOT}{{0,14}}?(?P<first>{{A}}){AFTER}的(?P<third>{{M}})"
)

# 较规划期初的900亿元增加400亿元: the first amount is where the change began, not where it ended
BASE = re.compile(r"(?:比|较|从|由)[^，。；]{0,14}$")


@dataclass(frozen=True, slots=True)
class Change:
    """`second` came from `first`, and `third` is printed as the change: an amount, a rate, points or a multiple."""

    first: Figure
    second: Figure
    third: Figure
    verb: str
    up: bool
    span: Span
    context: str


@dataclass(frozen=True, slots=True)
class Step:
    """`level` is printed with the amount it changed by and the rate of that change."""

    level: Figure
    change: Figure
    rate: Figure
    up: bool
    span: Span
    context: str


def changes(view: View) -> Iterator[Change]:
    """Every place that prints two levels of one unit and the change between them."""
    for template in view.masked_sentences:
        if len(template.figures) < 3:
            continue
        taken: set[int] = set()
        for pattern in (FROM_TO, AGAINST, EARLIER, EARLIER_FIRST):
            for match in pattern.finditer(template.text):
                change = _change(template, match)
                if change is not None and change.third.start not in taken:
                    taken.add(change.third.start)
                    yield change


def _change(template: Template, match: re.Match[str]) -> Change | None:
    first, second = template.figure(match, "first"), template.figure(match, "second")
    third = template.figure(match, "third")
    if first.code != second.code or kind_of(first) != kind_of(second) or not (first.exact and second.exact):
        return None
    if third.quantity.value is None or not (match["up"] or match["down"] or "番" in third.text):
        return None
    return Change(
        first=first,
        second=second,
        third=third,
        verb=match["up"] or match["down"] or "翻",
        up=bool(match["up"]) or "番" in third.text,
        span=(min(second.start, first.start), third.end),
        context=_context(template, match),
    )


def multiples(view: View) -> Iterator[Change]:
    """Every place that prints two levels and how many times the one the other is."""
    for template in view.masked_sentences:
        for match in TIMES_OF.finditer(template.text):
            first, second, third = (template.figure(match, name) for name in ("first", "second", "third"))
            if first.code == second.code and first.exact and second.exact and third.exact:
                span, context = (second.start, third.end), _context(template, match)
                yield Change(first, second, third, "是", up=True, span=span, context=context)


def steps(view: View) -> Iterator[Step]:
    """Every place that prints a level, the amount it changed by and the rate of that change."""
    for template in view.masked_sentences:
        for match in WITH_CHANGE.finditer(template.text):
            if BASE.search(template.text, max(0, match.start() - 16), match.start()):
                continue
            level = template.figure(match, "level")
            second = WITH_SECOND.match(template.text, match.end())
            yield from _steps(template, level, match)
            if second is not None:
                yield from _steps(template, level, second)


def _steps(template: Template, level: Figure, match: re.Match[str]) -> Iterator[Step]:
    change, rate = template.figure(match, "change"), template.figure(match, "rate")
    if level.code == change.code and level.exact and change.exact and rate.quantity.value is not None:
        yield Step(level, change, rate, bool(match["up"]), (level.start, rate.end), _context(template, match))


def _context(template: Template, match: re.Match[str]) -> str:
    """The words that can say what kind of growth it is: from the clause before the figures to their end.

    Also what follows in brackets (增长5%（按可比口径）); a clause behind them is about another rate (…，实际增长5.2%).
    """
    left = max(template.text.rfind(mark, 0, match.start()) for mark in "，；。")
    end = match.end()
    if template.text[end : end + 1] in {"（", "("}:
        end += 14
    return template.text[max(left, match.start() - 40, 0) : end]


@cache
def _not_recomputed() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(row["word"]) for row in read_table("constant_price")))


def recomputable(context: str) -> bool:
    """Whether a growth rate in this context is the quotient of the printed levels."""
    return _not_recomputed().search(context) is None
