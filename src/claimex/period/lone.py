"""Days and ten-day spans that stand without their month: 15日, 15日至17日, 中旬."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.numerals.dates import safe_date, small_number
from claimex.period import almanac, dates
from claimex.period.found import DAY, DAYTIME, JOIN, Found

if TYPE_CHECKING:
    import datetime as dt

    from claimex.period.context import Context

_LONE_DAY = re.compile(
    rf"({DAY})日(?!元|均|游|内|龄|前|后|产|多|本|常|耗|销|用|趋|子|记|历|志|照|托|榜|光|渐|益|程|军|次|赛|间|线"
    r"|以[内上]|左右|上限|之内|夜(?!间|里|晚)|报(?!道)|出(?=[，。东时而])|落|食)"
)
_LONE_DAYS = re.compile(rf"({DAY})日?{JOIN}({DAY})日(?!元|均|游|内|龄|本)")
_ONE_SIGN = frozenset("一二三四五六七八九十")
_NOT_BEFORE_DAY = re.compile(r"(?:[每第近前后连整满数几约续逾超共仅短]|之间|为期|[^尔]多|[0-9.月年])\Z")


def lone_day(ctx: Context, pos: int) -> Found | None:
    """15日, 15日至17日 without a month: the latest such day by the document date, in the month named last."""
    text = ctx.text
    if _NOT_BEFORE_DAY.search(text, max(0, pos - 2), pos):
        return None
    if (days := _LONE_DAYS.match(text, pos)) and (first := small_number(days[1])) and (last := small_number(days[2])):
        start = _latest(ctx, first, pos)
        end = safe_date(start.year, start.month, last) if start else None
        if start is None or (end and start < end):
            return Found(pos, days.end(), almanac.Span(start, end, "span"), "absolute", "days.lone")
    match = _LONE_DAY.match(text, pos)
    number = small_number(match[1]) if match else None
    # 三日 and 一日 are rather durations (一日三餐)
    if match is None or not number or match[1] in _ONE_SIGN:
        return None
    end_at = DAYTIME.match(text, match.end()).end()  # type: ignore[union-attr]
    return Found(pos, end_at, almanac.day(_latest(ctx, number, pos)), "absolute", "day.lone")


def _latest(ctx: Context, number: int, pos: int) -> dt.date | None:
    if ctx.day is not None and ctx.day.day <= number:
        return safe_date(ctx.day.year, ctx.day.month, number)
    if ctx.date is None:
        return None
    here = safe_date(ctx.date.year, ctx.date.month, number)
    if here and (here <= ctx.date or ctx.will(pos)):
        return here
    back = almanac.add_months(ctx.date.replace(day=1), -1)
    return safe_date(back.year, back.month, number) if back else None


def lone_ten_days(ctx: Context, pos: int) -> Found | None:
    """上旬, 中旬 without a month: in the month that the sentence names before it, else in the document's."""
    tens = dates.TEN_DAYS.match(ctx.text, pos)
    if tens is None or ctx.text[max(0, pos - 1) : pos] in {"月", "上", "中", "每", "各"}:
        return None
    known = ctx.span.start if ctx.span and ctx.same_sentence(pos) and ctx.span.grain in {"month", "span"} else None
    at = known or ctx.date
    span = dates.ten_days(at.year, at.month, tens) if at else almanac.unknown("span")
    return Found(pos, tens.end(), span, "relative", "ten_days.lone")
