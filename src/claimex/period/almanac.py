"""Stretches of the calendar as pure functions: years, halves, quarters, months, ten-day spans, weeks, festivals."""

from __future__ import annotations

import calendar
import datetime as dt
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimex.lexicon import read_table
from claimex.numerals.dates import safe_date

if TYPE_CHECKING:
    from claimex.schema.mention import Grain

FIRST_YEAR, LAST_YEAR = 1000, 2200


class Span(NamedTuple):
    """A stretch of days, both ends included; null where not known. `as_of` marks a state at `end`."""

    start: dt.date | None
    end: dt.date | None
    grain: Grain
    as_of: bool = False


def unknown(grain: Grain) -> Span:
    """A stretch of which only the grain is known."""
    return Span(None, None, grain)


@lru_cache(maxsize=4096)
def months(first: tuple[int, int], last: tuple[int, int], grain: Grain) -> Span:
    """From the first day of month `first` (year, month) to the last day of month `last`."""
    (y1, m1), (y2, m2) = first, last
    start = safe_date(y1, m1, 1)
    end = safe_date(y2, m2, month_length(y2, m2))
    if start is None or end is None or start > end:
        return unknown(grain)
    return Span(start, end, grain)


@lru_cache(maxsize=4096)
def month_length(year: int, month: int) -> int:
    """Days of the month; 0 outside the calendar."""
    if not (1 <= month <= 12 and 1 <= year <= 9999):
        return 0
    return calendar.monthrange(year, month)[1]


def year(y: int, last: int | None = None) -> Span:
    """The year, or the years `y` to `last`."""
    return months((y, 1), (y if last is None else last, 12), "year" if last in {None, y} else "years")


def half(y: int, which: int) -> Span:
    """上半年 is 1, 下半年 is 2."""
    return months((y, 6 * which - 5), (y, 6 * which), "half")


def quarters(y: int, first: int, last: int) -> Span:
    """The quarters `first` to `last`."""
    return months((y, 3 * first - 2), (y, 3 * last), "quarter" if first == last else "span")


def month(y: int, first: int, last: int | None = None) -> Span:
    """The month, or the months `first` to `last`."""
    return months((y, first), (y, first if last is None else last), "month" if last in {None, first} else "span")


def ten_days(y: int, m: int, which: int) -> Span:
    """上旬 is 0, 中旬 is 1, 下旬 is 2."""
    length = month_length(y, m)
    return Span(safe_date(y, m, 10 * which + 1), safe_date(y, m, length if which == 2 else 10 * which + 10), "span")


def half_month(y: int, m: int, which: int) -> Span:
    """上半月 is 1 (to the fifteenth), 下半月 is 2."""
    days = (1, 15) if which == 1 else (16, month_length(y, m))
    return Span(safe_date(y, m, days[0]), safe_date(y, m, days[1]), "span")


def day(date: dt.date | None) -> Span:
    """One day."""
    return Span(date, date, "day")


def week(date: dt.date, shift: int) -> Span:
    """The week of `date` moved by `shift` weeks, Monday to Sunday (GB/T 7408: a week begins on Monday)."""
    monday = add_days(date, 7 * shift - date.weekday())
    return Span(monday, add_days(monday, 6), "week")


def weekend(date: dt.date, shift: int) -> Span:
    """Saturday and Sunday of that week."""
    monday = add_days(date, 7 * shift - date.weekday())
    return Span(add_days(monday, 5), add_days(monday, 6), "span")


def add_days(date: dt.date | None, days: int) -> dt.date | None:
    """The date `days` later, or None past the end of the calendar."""
    if date is None:
        return None
    try:
        return date + dt.timedelta(days=days)
    except OverflowError:
        return None


def add_months(date: dt.date, count: int) -> dt.date | None:
    """The same day `count` months later, or the last day of a shorter month."""
    index = date.year * 12 + date.month - 1 + count
    y, m = divmod(index, 12)
    return safe_date(y, m + 1, min(date.day, month_length(y, m + 1)))


def shift_years(span: Span, years: int) -> Span:
    """The same stretch `years` later: how 同期 is found. The end of February follows the calendar."""

    def moved(date: dt.date | None) -> dt.date | None:
        if date is None:
            return None
        y = date.year + years
        last = date.day == month_length(date.year, date.month)
        return safe_date(y, date.month, month_length(y, date.month) if last else date.day)

    return span._replace(start=moved(span.start), end=moved(span.end))


@cache
def _official() -> dict[tuple[str, int], tuple[dt.date, dt.date]]:
    rows = read_table("holidays")
    return {
        (row["holiday"], int(row["year"])): (dt.date.fromisoformat(row["start"]), dt.date.fromisoformat(row["end"]))
        for row in rows
    }


@cache
def festival_names() -> dict[str, tuple[str, int, int, str]]:
    """Festival name -> calendar, month, day, name of the official holiday."""
    return {
        row["name"]: (row["calendar"], int(row["month"]), int(row["day"]), row["holiday"])
        for row in read_table("festivals")
    }


@cache
def festival(name: str, y: int) -> dt.date | None:
    """The day of a festival in year `y`, or None outside the tables of the lunar calendar (1900-2099)."""
    kind, m, d, _ = festival_names()[name]
    if kind == "solar":
        return safe_date(y, m, d)
    if not 1901 <= y <= 2099:
        return None
    if kind == "term":
        # 清明: the usual formula with the century's constant (4.81 from 2000 on, 5.59 before).
        short = y % 100
        return safe_date(y, m, int(short * 0.2422 + (4.81 if y >= 2000 else 5.59)) - short // 4)
    from lunardate import LunarDate

    try:
        found: dt.date = LunarDate(y, m, max(d, 1)).to_solar_date()
    except ValueError:
        return None
    return add_days(found, -1) if d == 0 else found


def holiday(name: str, y: int) -> Span:
    """The days off of a festival in year `y`, where an official notice fixed them; else a span without dates."""
    *_, official = festival_names()[name]
    dates = _official().get((official, y))
    return Span(*dates, "span") if dates else unknown("span")


def spring_rush(y: int) -> Span:
    """春运: forty days from the fifteenth day before 春节 (the rule of the yearly 春运 notices)."""
    new_year = festival("春节", y)
    return Span(add_days(new_year, -15), add_days(new_year, 24), "span") if new_year else unknown("span")
