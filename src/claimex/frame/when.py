"""Period: which of the times around a figure says when it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.schema import Period

if TYPE_CHECKING:
    import datetime as dt

    from claimex.frame.page import Page, Spot
    from claimex.schema import PeriodMention

_GOVERNS = frozenset({"absolute", "relative", "anaphoric", "as_of", "deadline", "since"})


@dataclass(frozen=True, slots=True)
class When:
    """A governing time: the mention it comes from (null for a default) and the rule."""

    period: Period | None
    mention: PeriodMention | None
    rule: str


_IDLE = re.compile(
    r"[”’]?(?:时期)?(?:的)?(?:良好开局|开好局|开局|起步|收官|承前启后|规划(?!期)|纲要|奠定)|(?:出行|返程|旅客|旅游)?客流|返程高峰|出行高峰|交货|到期"
)
"""A plan of which only the beginning or the document is spoken of says nothing of when a figure holds."""

_NEARLY = re.compile(r"(?:临近|时近|已近|将近)$")
_FROM = re.compile(r"(?<![自])[从由](?:原来|过去|最初)?$")


def idle(text: str, mention: PeriodMention) -> bool:
    """Whether a time is only named and holds for no figure (`实现“十五五”良好开局`, `临近年底`)."""
    return bool(_IDLE.match(text, mention.end) or _NEARLY.search(text, max(0, mention.start - 2), mention.start))


def starts_from(text: str, mention: PeriodMention) -> bool:
    """Whether a time dates only what a change begins with, one number or a list (`从2018年的3.1亿吨增加到4.2亿吨`)."""
    dated = mention.kind in {"absolute", "relative"}
    return (
        dated
        and bool(_FROM.search(text, max(0, mention.start - 3), mention.start))
        and not text.startswith("起", mention.end)
    )


_SPOKEN = re.compile(
    r"(?:[）)])?(?:在?[\u4e00-\u9fff]{0,6}?)?(?:称|表示|说|报道|证实|宣布|透露|通报|发布数据|发布声明|发表声明)(?!了)"
)
"""A day right before one of these is when it was said, not when it holds (`特朗普14日称`)."""


def governs(mention: PeriodMention) -> bool:
    """Whether a time can say when a figure holds: not a comparison, not part of a title, not 近日."""
    return (
        mention.kind in _GOVERNS
        and not mention.rule.startswith("title")
        and (mention.period.start is not None or mention.period.end is not None)
    )


def find_when(
    page: Page, spot: Spot, references: list[tuple[int, int]], carried: tuple[PeriodMention | None, str]
) -> When | None:
    """The period of a spot: nearest time before it in its clause, in its sentence, right after it, or carried.

    `references`: flow stretches that name what the number is compared with; their times are not its own.
    Null when no time is in reach.
    """
    sentence = page.sentences[spot.sentence]
    times = [
        mention
        for mention in page.periods_in(sentence.start, sentence.end)
        if governs(mention)
        and not any(start <= mention.start < end for start, end in references)
        and not _SPOKEN.match(page.flow.text, mention.end)
        and not idle(page.flow.text, mention)
    ]
    before = [
        mention
        for mention in times
        if mention.end <= spot.cue
        and not (starts_from(page.flow.text, mention) and page.counts(mention.end, spot.list_head.cue))
    ]
    start, end = spot.clause
    if inside := [mention for mention in before if mention.start >= start]:
        return When(inside[-1].period, inside[-1], "when.clause")
    if before:
        return When(before[-1].period, before[-1], "when.sentence")
    near = spot.mention.end + 1
    if after := [mention for mention in times if spot.mention.end <= mention.start <= min(end, near)]:
        return When(after[0].period, after[0], "when.after")
    mention, rule = carried
    return When(mention.period, mention, rule) if mention else None


def default_when(date: dt.date | None, *, planned: bool) -> When:
    """Without any time in reach a figure is a state at the document's date, a planned one is due when its year ends."""
    if date is None:
        return When(None, None, "when.none")
    end = date.replace(month=12, day=31) if planned else date
    return When(Period(start=None, end=end, as_of=True), None, "when.plan_year" if planned else "when.document")


def deadline(when: When) -> When:
    """A target over several years is due at their end: 未来五年…达到 is a state at the end of the fifth."""
    period = when.period
    if period is None or period.start is None or period.end is None or (period.end - period.start).days <= 366:
        return when
    return When(period.model_copy(update={"start": None, "as_of": True}), when.mention, when.rule)


def since(base: int, when: When) -> When:
    """A yearly average against a base year holds for the years after it: 比2002年…年均增长 in 2007 is 2003 to 2007."""
    if when.period is None or when.period.end is None or base >= when.period.end.year:
        return when
    period = Period(start=when.period.end.replace(year=base + 1, month=1, day=1), end=when.period.end)
    return When(period, when.mention, "when.since_base")


_LONG = 400
"""Days: more than a year."""

_BEGINS = re.compile(r"[从由](?:原来|最初)?(?:的|全[国球省市区]|世界|亚洲|[东中西]部|东北|同类|[约近不足])*$")
_MOVES = re.compile(
    r"(?:以上|左右|以下)?(?:、[^，。；]{1,12})?(?:双双|大幅|稳步)?"
    r"(?:提高|提升|上升|增加|增长|升|扩大|跃升|跃居|前移|下降|降低|降|减少|缩小|缩短|压缩)[至到为居]?"
)


def at_the_start(text: str, spot: Spot, when: When, base: PeriodMention | None) -> When:
    """What a change began with: the value of its base, or of the year before the several years that it took.

    A stretch that names its first year (`2020年—2024年，…从6万亿元增加到8万亿元`) begins with that year's value.
    `base`: the time before it in its sentence that another change is counted from (`比2002年增长65.5%，…从第六位上升到
    第四位`). Without one, `这五年…从80户增加到810户` dates the 80 to the year before the five.
    """
    head = spot.list_head
    if not _BEGINS.search(text, head.left_start, head.cue) or not _MOVES.match(text, spot.mention.end):
        return when
    if base is not None and (when.mention is None or when.mention.end <= spot.left_start):
        return When(base.period, base, "when.base")
    period = when.period
    if period is None or period.start is None or period.end is None or (period.end - period.start).days < _LONG:
        return when
    named = when.mention is not None and str(period.start.year) in when.mention.text
    year = period.start.replace(year=period.start.year - (not named), month=1, day=1)
    return When(Period(start=year, end=year.replace(month=12, day=31)), None, "when.start_of_change")


def over_the_plan(when: When, date: dt.date | None) -> When:
    """A yearly average that a report tells of no stretch of years is one over the five-year plan that just ended."""
    period = when.period
    if date is None or period is None or date.year % 5 != 1 or date.month > _REPORTING_MONTHS:
        return when
    long = period.start is not None and period.end is not None and (period.end - period.start).days > _LONG
    if long or period.end is None or not date.year - 1 <= period.end.year or period.end > date:
        return when
    start, end = date.replace(year=date.year - 5, month=1, day=1), date.replace(year=date.year - 1, month=12, day=31)
    return When(Period(start=start, end=end), None, "when.plan_years")


_REPORTING_MONTHS = 6


def is_now(mention: PeriodMention) -> bool:
    """目前, 当前, 眼下: holds for its own sentence and is not handed on."""
    return mention.kind == "as_of" and not any(char.isdigit() or char in "年月季底末" for char in mention.text)


_RECENT_DAYS = 400


def is_recent(mention: PeriodMention, date: dt.date | None) -> bool:
    """Whether a stretch of time ended within the year before `date`: older ones are background, later ones plans."""
    end = mention.period.end
    return date is None or (end is not None and 0 <= (date - end).days <= _RECENT_DAYS)


def is_flow(mention: PeriodMention) -> bool:
    """A stretch of a month or more that figures of several paragraphs may share (前三季度, 2月)."""
    period = mention.period
    if period.as_of or period.start is None or period.end is None or mention.kind not in {"absolute", "relative"}:
        return False
    return 27 <= (period.end - period.start).days <= 366
