"""The calendar as pure functions."""

from __future__ import annotations

import datetime as dt

import pytest

from claimex.period import almanac


def test_months_end_with_their_last_day() -> None:
    assert almanac.month(2024, 2).end == dt.date(2024, 2, 29)
    assert almanac.month(2023, 2).end == dt.date(2023, 2, 28)
    assert almanac.month(2023, 13) == almanac.unknown("month")
    assert almanac.month_length(2023, 0) == almanac.month_length(10000, 1) == 0


def test_years_out_of_the_calendar_have_no_dates() -> None:
    assert almanac.year(10000) == almanac.unknown("year")
    assert almanac.year(2025, 2021) == almanac.unknown("years")


def test_the_end_of_february_follows_the_calendar() -> None:
    february = almanac.month(2024, 2)
    assert almanac.shift_years(february, -1) == almanac.month(2023, 2)
    assert almanac.shift_years(almanac.shift_years(february, -1), 1) == february


def test_a_stretch_moved_off_the_calendar_is_open() -> None:
    assert almanac.shift_years(almanac.year(9999), 1) == almanac.unknown("year")
    assert almanac.add_days(dt.date.max, 1) is None
    assert almanac.add_months(dt.date.max, 1) is None


@pytest.mark.parametrize("day", range(1, 32))
def test_a_week_runs_from_monday_to_sunday(day: int) -> None:
    date = dt.date(2023, 12, day)
    week, end = almanac.week(date, 0), almanac.weekend(date, 0)
    assert week.start is not None
    assert week.end is not None
    assert week.start.weekday() == 0
    assert week.start <= date <= week.end
    assert end.end == week.end


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("清明", 1999, "1999-04-05"),
        ("清明", 2008, "2008-04-04"),
        ("清明", 2023, "2023-04-05"),
        ("端午", 2020, "2020-06-25"),
        ("中秋", 2020, "2020-10-01"),
        ("除夕", 2024, "2024-02-09"),
        ("重阳节", 2023, "2023-10-23"),
        ("元旦", 2010, "2010-01-01"),
    ],
)
def test_festivals(name: str, year: int, day: str) -> None:
    assert almanac.festival(name, year) == dt.date.fromisoformat(day)


@pytest.mark.parametrize("year", [1, 1900, 2100, 9999])
def test_festivals_outside_the_tables_are_open(year: int) -> None:
    assert almanac.festival("春节", year) is None
    assert almanac.spring_rush(year) == almanac.unknown("span")
    assert almanac.holiday("春节", year) == almanac.unknown("span")
