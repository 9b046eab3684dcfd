"""What is finite is tried whole: quarters, month ranges, first months, ten-day spans, weekdays, plans, holidays."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from claimex.lexicon import read_table
from claimex.period import find_periods

if TYPE_CHECKING:
    from claimex.schema import PeriodMention

YEAR = 2022
DATE = dt.date(2023, 1, 20)
"""A document date after the year in question: its parts are the latest that have begun."""

SIGNS = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
MONTHS = range(1, 13)


def only(text: str, date: dt.date | None = DATE) -> PeriodMention:
    mentions = find_periods(text, date)
    assert len(mentions) == 1, mentions
    assert text[mentions[0].start : mentions[0].end] == mentions[0].text
    return mentions[0]


def span(mention: PeriodMention) -> tuple[dt.date | None, dt.date | None]:
    return mention.period.start, mention.period.end


def months(first: int, last: int, year: int = YEAR) -> tuple[dt.date, dt.date]:
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


@pytest.mark.parametrize("form", ["{y}年{s}季度", "{y}年第{s}季度", "{y}年{n}季度", "{y}年第{s}个季度"])
@pytest.mark.parametrize("quarter", range(1, 5))
def test_quarters(form: str, quarter: int) -> None:
    mention = only(form.format(y=YEAR, s=SIGNS[quarter], n=quarter) + "，完成投资")
    assert span(mention) == months(3 * quarter - 2, 3 * quarter)
    assert mention.grain == "quarter"


@pytest.mark.parametrize("quarter", range(1, 5))
def test_a_quarter_alone_is_the_latest_that_has_begun(quarter: int) -> None:
    year = 2023 if quarter == 1 else 2022
    assert span(only(f"{SIGNS[quarter]}季度完成投资")) == months(3 * quarter - 2, 3 * quarter, year)


@pytest.mark.parametrize("quarter", range(1, 5))
def test_quarter_ends(quarter: int) -> None:
    mention = only(f"{YEAR}年{SIGNS[quarter]}季度末")
    assert span(mention) == (None, months(1, 3 * quarter)[1])
    assert mention.period.as_of


@pytest.mark.parametrize(("first", "last"), [(a, b) for a in range(1, 4) for b in range(a + 1, 5)])
def test_quarter_ranges(first: int, last: int) -> None:
    assert span(only(f"{YEAR}年{SIGNS[first]}至{SIGNS[last]}季度")) == months(3 * first - 2, 3 * last)


@pytest.mark.parametrize(("count", "sign"), [(2, "两"), (2, "二"), (2, "2"), (3, "三"), (3, "3")])
def test_first_quarters(count: int, sign: str) -> None:
    assert span(only(f"{YEAR}年前{sign}季度")) == months(1, 3 * count)
    assert span(only(f"{YEAR}年前{sign}个季度")) == months(1, 3 * count)


@pytest.mark.parametrize("joint", ["—", "-", "–", "－", "~", "～", "至", "到"])
@pytest.mark.parametrize(("first", "last"), [(a, b) for a in MONTHS for b in MONTHS if a < b])
def test_month_ranges(first: int, last: int, joint: str) -> None:
    assert span(only(f"{YEAR}年{first}{joint}{last}月新增")) == months(first, last)


@pytest.mark.parametrize(("first", "last"), [(a, b) for a in MONTHS for b in MONTHS if a < b])
def test_month_ranges_with_both_months_written(first: int, last: int) -> None:
    assert span(only(f"{YEAR}年{first}月至{last}月")) == months(first, last)
    assert span(only(f"{YEAR}年{first}月份到{last}月份")) == months(first, last)
    assert span(only(f"{YEAR}年{SIGNS[first]}至{SIGNS[last]}月")) == months(first, last)


@pytest.mark.parametrize("month", MONTHS)
def test_months(month: int) -> None:
    for text in (f"{YEAR}年{month}月", f"{YEAR}年{month:02d}月", f"{YEAR}年{SIGNS[month]}月", f"{YEAR}年{month}月份"):
        mention = only(text)
        assert span(mention) == months(month, month)
        assert mention.grain == "month"


@pytest.mark.parametrize("month", MONTHS)
@pytest.mark.parametrize("point", ["底", "末"])
def test_month_ends(month: int, point: str) -> None:
    mention = only(f"截至{YEAR}年{month}月{point}，累计")
    assert span(mention) == (None, months(month, month)[1])
    assert (mention.kind, mention.period.as_of) == ("as_of", True)


@pytest.mark.parametrize("month", range(2, 13))
@pytest.mark.parametrize("form", ["前{n}个月", "前{s}个月", "前{s}月", "头{s}个月"])
def test_first_months(month: int, form: str) -> None:
    sign = "两" if month == 2 else SIGNS[month]
    assert span(only(f"{YEAR}年" + form.format(n=month, s=sign))) == months(1, month)


@pytest.mark.parametrize("month", MONTHS)
def test_ten_day_spans(month: int) -> None:
    last = calendar.monthrange(YEAR, month)[1]
    for sign, first, end in (("上", 1, 10), ("中", 11, 20), ("下", 21, last)):
        assert span(only(f"{YEAR}年{month}月{sign}旬")) == (dt.date(YEAR, month, first), dt.date(YEAR, month, end))


@pytest.mark.parametrize("day", [dt.date(YEAR, 1, 1) + dt.timedelta(days=n) for n in range(0, 365, 6)])
def test_days(day: dt.date) -> None:
    assert span(only(f"{day.year}年{day.month}月{day.day}日")) == (day, day)
    assert span(only(f"{day.year}年{day.month}月{day.day}号")) == (day, day)


@pytest.mark.parametrize("number", range(1, 32))
def test_days_in_chinese_numerals(number: int) -> None:
    tens, ones = divmod(number, 10)
    sign = ("" if not tens else "十" if tens == 1 else f"{SIGNS[tens]}十") + SIGNS[ones]
    day = dt.date(YEAR, 3, number)
    assert span(only(f"二〇二二年三月{sign}日")) == (day, day)


@pytest.mark.parametrize("index", range(7))
@pytest.mark.parametrize(("prefix", "weeks"), [("上", -1), ("本", 0), ("这", 0), ("下", 1)])
@pytest.mark.parametrize("word", ["周", "星期"])
def test_weekdays(index: int, prefix: str, weeks: int, word: str) -> None:
    monday = DATE - dt.timedelta(days=DATE.weekday())
    day = monday + dt.timedelta(days=index + 7 * weeks)
    assert span(only(f"{prefix}{word}{'一二三四五六日'[index]}启用")) == (day, day)


@pytest.mark.parametrize("row", read_table("plans"), ids=lambda row: row["name"])
def test_plans(row: dict[str, str]) -> None:
    first, last = int(row["start"]), int(row["end"])
    whole = (dt.date(first, 1, 1), dt.date(last, 12, 31))
    assert last == first + 4
    for text in (f"“{row['name']}”时期", f"“{row['name']}”期间", f"“{row['name']}”，"):
        assert span(only(text)) == whole
    for count in (1, 2, 3, 4):
        front = (whole[0], dt.date(first + count - 1, 12, 31))
        assert span(only(f"“{row['name']}”前{SIGNS[count]}年")) == front
    assert only(f"“{row['name']}”末").period.end == whole[1]
    assert find_periods(f"“{row['name']}”规划纲要", DATE) == ()


@pytest.mark.parametrize("row", read_table("holidays"), ids=lambda row: f"{row['holiday']}{row['year']}")
def test_official_holidays(row: dict[str, str]) -> None:
    first, last = dt.date.fromisoformat(row["start"]), dt.date.fromisoformat(row["end"])
    names = {"劳动节": "“五一”"}
    mention = only(f"{row['year']}年{names.get(row['holiday'], row['holiday'])}假期，接待游客")
    assert span(mention) == (first, last)
    assert 0 <= (last - first).days <= 9


@pytest.mark.parametrize(
    ("year", "day"),
    [(2008, "02-07"), (2012, "01-23"), (2016, "02-08"), (2020, "01-25"), (2023, "01-22"), (2026, "02-17")],
)
def test_the_lunar_new_year(year: int, day: str) -> None:
    assert span(only(f"{year}年春节")) == (dt.date.fromisoformat(f"{year}-{day}"),) * 2


@pytest.mark.parametrize(
    ("year", "first", "last"),
    [(2022, "01-17", "02-25"), (2023, "01-07", "02-15"), (2024, "01-26", "03-05"), (2025, "01-14", "02-22")],
)
def test_spring_rush(year: int, first: str, last: str) -> None:
    wanted = dt.date.fromisoformat(f"{year}-{first}"), dt.date.fromisoformat(f"{year}-{last}")
    assert span(only(f"{year}年春运期间")) == wanted


@pytest.mark.parametrize("year", range(2008, 2027))
def test_years_in_both_scripts(year: int) -> None:
    signs = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(year))
    for text in (f"{year}年", f"{signs}年", f"{year}年度"):
        assert span(only(text, None)) == (dt.date(year, 1, 1), dt.date(year, 12, 31))


@pytest.mark.parametrize("row", read_table("eras"), ids=lambda row: row["name"])
def test_eras(row: dict[str, str]) -> None:
    mention = only(f"{row['name']}以来，")
    assert mention.period.start == dt.date.fromisoformat(row["date"])
    assert mention.kind == "since"
    assert find_periods(f"学习{row['name']}精神", DATE) == ()


@pytest.mark.parametrize("count", range(2, 11))
def test_stretches(count: int) -> None:
    review = dt.date(2026, 2, 10)
    sign = "两" if count == 2 else SIGNS[count]
    for text in (f"过去{sign}年", f"{sign}年来", f"这{sign}年", f"近{count}年来", f"{count}年间"):
        wanted = dt.date(2026 - count, 1, 1), dt.date(2025, 12, 31)
        assert span(only(text, review)) == wanted
    for text in (f"未来{sign}年", f"今后{count}年"):
        assert span(only(text, review)) == (dt.date(2026, 1, 1), dt.date(2025 + count, 12, 31))
