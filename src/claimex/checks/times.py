"""T18: dates that do not exist, spans that run backwards, months that have not come, weekdays that do not fit."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from typing import TYPE_CHECKING

from claimex.checks.rule import Check, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.view import View

MONTH_DAY = re.compile(r"(?<![\d./-])(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
MONTH_ONLY = re.compile(r"(?<![\d./—–~～-])(?:\d{4}年)?(?P<month>\d{2})月(?!\d)")
CLOCK = re.compile(r"(?<![\d:：.])(?P<hour>\d{1,2})(?:时|点)(?P<minute>\d{1,2})分")
YEARS = re.compile(
    r"(?<![\d.])(?P<first>1[0-9]\d\d|20\d\d)年?(?:—|–|－|~|～|-|至|到)(?P<second>1[0-9]\d\d|20\d\d)年(?![度级])"
)
WEEKDAY = re.compile(
    r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日[（(，]?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])(?![年期])"
)
SPAN_OF_DAYS = re.compile(
    r"(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:[（(][^（）()]{1,6}[）)])?(?:至|—|到|－|-)(?:(?P<month2>\d{1,2})月)?(?P<day2>\d{1,2})日"
    r"[^。；\n\d]{0,16}(?:共计?|为期|历时)(?P<days>\d{1,3})天"
)
DAYS = {c: i for i, c in enumerate("一二三四五六日")} | {"天": 6}
AHEAD = re.compile(r"(?<![\d去明前])(?:今年|本年)?(?P<month>\d{1,2})月(?:份)?(?!\d|底前|前|起|将|拟)")
PAST = re.compile(r"(?:同比|环比|累计|已经?|比上年|比去年|较上年|较去年)[^。；]{0,24}?\d")
FUTURE = re.compile(
    r"将|预计|拟|计划|目标|力争|有望|要|争取|去年|上年|前年|明年|年均|\d{4}年|每年|农历|截至|以来|财年|到|前|至|预测|或|未来|今后|下|即将"
)


def impossible_time(view: View) -> Iterator[Hit]:
    """T18: a date exists, a span runs forward, and a reported month lies before the day of the report.

    反例: 2月30日; 13月; 25时10分; 1936—1818年; an April report of 今年9月份同比增长5%; 2023年7月10日（星期三）.
    正例: 2月29日 of a leap year or of no year; 12月—3月; 今年9月份将; 农历; a report without a date.
    """
    yield from _dates(view)
    for match in view.find(CLOCK):
        if int(match["hour"]) > 24 or int(match["minute"]) > 59:
            yield Hit((match.span(),), {"why": "没有这个时刻", "en": "no such time of day"}, calculation=match[0])
    for match in view.find(YEARS):
        if int(match["first"]) > int(match["second"]):
            calculation = f"{match['first']} > {match['second']}"
            yield Hit(
                (match.span(),), {"why": "起止年份颠倒", "en": "the years run backwards"}, calculation=calculation
            )
    yield from _weekdays(view)
    yield from _spans(view)
    yield from _ahead(view)


def _dates(view: View) -> Iterator[Hit]:
    for match in view.find(MONTH_DAY):
        month, day = int(match["month"]), int(match["day"])
        year = int(match["year"]) if match["year"] else 2024
        if 1 <= month <= 12 and 1 <= day <= calendar.monthrange(max(year, 1), month)[1]:
            continue
        yield Hit((match.span(),), {"why": "没有这一天", "en": "there is no such day"}, calculation=match[0])
    for match in view.find(MONTH_ONLY):
        if not 1 <= int(match["month"]) <= 12 and match["month"][0] != "0":
            fields = {"why": "没有这个月份", "en": "there is no such month"}
            yield Hit((match.span(),), fields, calculation=match[0], severity="warning")


def _spans(view: View) -> Iterator[Hit]:
    """10月1日至7日放假，共8天: the days of a span, both ends counted or one."""
    for match in view.find(SPAN_OF_DAYS):
        year = view.doc.date.year if view.doc.date else 2023
        months = [int(match["month"]), int(match["month2"] or match["month"])]
        try:
            start = dt.date(year, months[0], int(match["day"]))
            end = dt.date(year + (months[1] < months[0]), months[1], int(match["day2"]))
        except ValueError:
            continue
        days = (end - start).days + 1
        # without the year, a February may have had one day more
        allowed = {days, days - 1} | ({days + 1} if start.month <= 2 < end.month else set())
        if days > 0 and int(match["days"]) not in allowed:
            yield Hit(
                (match.span(),),
                {"why": f"这段时间是{days}天", "en": f"these are {days} days"},
                calculation=f"{start} – {end} = {days}天",
                suggestion=f"{days}天",
            )


def _weekdays(view: View) -> Iterator[Hit]:
    for match in view.find(WEEKDAY):
        year = int(match["year"]) if match["year"] else view.doc.date.year if view.doc.date else None
        if year is None:
            continue
        try:
            day = dt.date(year, int(match["month"]), int(match["day"]))
        except ValueError:
            continue
        if day.weekday() == DAYS[match["weekday"]]:
            continue
        # a year that the text does not print may be another one
        sure = bool(match["year"]) or abs((day - view.doc.date).days) < 60 if view.doc.date else bool(match["year"])
        name = "一二三四五六日"[day.weekday()]
        yield Hit(
            (match.span(),),
            {"why": f"{day.year}年{day.month}月{day.day}日是星期{name}", "en": f"{day} is a {day:%A}"},
            calculation=f"{day} = 星期{name}",
            suggestion=f"星期{name}",
            severity="error" if sure else "warning",
        )


def _ahead(view: View) -> Iterator[Hit]:
    date = view.doc.date
    if date is None:
        return
    for match in view.find(AHEAD):
        month = int(match["month"])
        if not date.month < month <= 12 or "今年" not in match[0]:
            continue
        start, end = view.sentence(match.start())
        if FUTURE.search(view.text[start:end]) or not PAST.search(view.text[match.end() : end]):
            continue
        yield Hit(
            (match.span(),),
            {"why": f"发稿日{date}之后的月份", "en": f"the month lies after {date}"},
            calculation=f"{date.year}-{month:02d} > {date:%Y-%m}",
            severity="warning",
        )


CHECKS = (Check("T18", "time_impossible", "A", "error", impossible_time, "“{quote}”：{why}", "“{quote}”: {en}"),)
