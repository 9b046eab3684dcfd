"""Festivals, holidays, travel seasons and the seasons of the year: 春节假期, 2024年春运, 今年夏季."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

from claimex.numerals import read_arabic, read_hanzi
from claimex.period import almanac
from claimex.period.found import Found

if TYPE_CHECKING:
    from claimex.period.almanac import Span
    from claimex.period.context import Context

_SEASON = re.compile(r"(?:春|夏|秋|冬)(?:季|天)|暑期|暑假|寒假|汛期")
_RUSH = re.compile(r"(春|暑)运(?:期间)?")
_AFTER_FESTIVAL = re.compile(
    r"(?:国际劳动)?节?(?:(小长假|假期|长假|黄金周|假日|档期|档|期间|当天|前夕|前后|后|临近|将至)(?:期间)?)?"
)
_HOLIDAY_TAILS = {"小长假", "假期", "长假", "黄金周", "假日", "档期", "档", "期间"}
_NEAR_TAILS = {"前夕", "前后", "后", "临近", "将至"}
# What a festival's figures are told with when it is over; 预订 and 开售 come before it.
_TOLD = re.compile(
    r"(?![之以]?前)(?:(?!预|将|拟|计划|有望|力争|确保|开售|发售)[^，。；！？\n]){0,12}?(?:接待|创|(?<!下)达|同比|恢复|实现|完成|发送|增长|下降|揽)"
)
_WEEKS_AHEAD = 45
QUOTES = '“”"「」‘’'
"""The signs that a festival's name may stand in."""


@cache
def _festivals() -> re.Pattern[str]:
    names = sorted(almanac.festival_names(), key=len, reverse=True)
    either = "|".join(names)
    return re.compile(rf"[{QUOTES}]({either})[{QUOTES}]|({either})(?!气)")


def festival(ctx: Context, pos: int, number: int | None) -> Found | None:
    """春节 (its day), 春节假期 (the days off), 春节前夕 (left open). Unquoted 五一 and 十一 alone are numbers."""
    match = _festivals().match(ctx.text, pos)
    if match is None:
        return None
    name = match[1] or match[2]
    tail = _AFTER_FESTIVAL.match(ctx.text, match.end())
    assert tail is not None  # noqa: S101 (the pattern matches the empty string)
    quoted = match[1] is not None
    if name in {"五一", "十一"} and not (quoted or tail[1]):
        return None
    if name == "清明" and not tail[0]:
        return None
    y = number if number is not None else _nearest(ctx, name, pos, tail.end())
    end, span = _days_within(ctx, tail.end(), _festival_span(name, y, tail[1]))
    return Found(pos, end, span, "vague" if tail[1] in _NEAR_TAILS else "absolute", "festival")


_WITHIN = re.compile(
    r"的?(?P<first>首日|第一[天日])|的?第(?P<nth>[一二三四五六七八九十\d]{1,3})[天日]|的?前(?P<lead>[一二两三四五六七八九十\d]{1,3})[天日]|的?(?P<last>最后一[天日])"
)


def _days_within(ctx: Context, end: int, span: Span) -> tuple[int, Span]:
    """A part of a holiday or a travel season: its first day, its first three, its thirteenth, its last."""
    match = _WITHIN.match(ctx.text, end)
    if match is None or span.start is None or span.end is None:
        return end, span
    length = (span.end - span.start).days + 1
    number = _ordinal(match["nth"] or match["lead"] or "1")
    if number is None or not 1 <= number <= length:
        return end, span
    if match["last"]:
        return match.end(), almanac.day(span.end)
    last = span.start + dt.timedelta(days=number - 1)
    first = span.start if match["lead"] else last
    return match.end(), almanac.day(last) if first == last else almanac.Span(first, last, "span")


def _ordinal(text: str) -> int | None:
    numeral = read_arabic(text) if text[0].isdigit() else read_hanzi(text)
    return None if numeral is None or numeral.value is None else int(numeral.value)


def _nearest(ctx: Context, name: str, pos: int, end: int) -> int | None:
    """The year of the nearest one; 国庆假期接待游客8.26亿人次 in February is a fact, so it is the one before."""
    days = _days(name, ctx)
    y = ctx.nearest(days, pos)
    if y is None or ctx.date is None or y not in days or ctx.same_sentence(pos):
        return y
    told = _TOLD.match(ctx.text, end) and not ctx.planned(pos, end)
    return y - 1 if told and (days[y] - ctx.date).days > _WEEKS_AHEAD else y


def _days(name: str, ctx: Context) -> dict[int, dt.date]:
    """The festival's days around the document date, by year."""
    if ctx.date is None:
        return {}
    around = range(ctx.date.year - 1, ctx.date.year + 2)
    return {y: date for y in around if (date := almanac.festival(name, y)) is not None}


def _festival_span(name: str, y: int | None, tail: str | None) -> Span:
    if y is None or tail in _NEAR_TAILS:
        return almanac.unknown("day")
    if tail in _HOLIDAY_TAILS:
        return almanac.holiday(name, y)
    return almanac.day(almanac.festival(name, y))


def rush(ctx: Context, pos: int, number: int | None) -> Found | None:
    """春运 by its rule, 暑运 from July to August."""
    match = _RUSH.match(ctx.text, pos)
    if match is None:
        return None
    y = number
    if y is None and match[1] == "春":
        y = ctx.nearest(_days("春节", ctx), pos)
    elif y is None:
        y = ctx.year_of(7, 1, pos, match.end())
    if y is None:
        return Found(pos, match.end(), almanac.unknown("span"), "absolute", "rush")
    season = almanac.spring_rush(y) if match[1] == "春" else almanac.month(y, 7, 8)
    end, span = _days_within(ctx, match.end(), season)
    return Found(pos, end, span, "absolute", "rush")


def season(ctx: Context, pos: int, number: int | None) -> Found | None:
    """今年夏季: found, but no calendar fixes the days of a season."""
    match = _SEASON.match(ctx.text, pos) if number is not None else None
    return Found(pos, match.end(), almanac.unknown("season"), "absolute", "season") if match else None
