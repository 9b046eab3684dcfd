"""Full dates as metadata prints them."""

from __future__ import annotations

import datetime as dt

import pytest

from claimex.numerals.dates import digit_year, parse_date, safe_date, small_number


@pytest.mark.parametrize(
    "text",
    [
        "2022-01-18",
        "2022/1/18",
        "2022.01.18",
        "20220118",
        "2022年1月18日",
        "2022年01月18号",
        "2022 年 1 月 18 日",
        "二〇二二年一月十八日",
        "二○二二年一月十八日",
        "2022-01-18 12:50:41 +0800",
        "2022-01-18T12:50:41Z",
        "2022-01-18T23:59:59.123+08:00",
        "2022-01-18 周二",
        "2022年1月18日 星期二 10:30",
        "2022年1月18日10时30分",
        "２０２２－０１－１８",
        "  2022-01-18\n",
        "Tue, 18 Jan 2022 12:50:41 GMT",
        "18 Jan 2022 12:50:41 +0800",
    ],
)
def test_reads(text: str) -> None:
    assert parse_date(text) == dt.date(2022, 1, 18)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022",
        "2022年",
        "2022年1月",
        "1月18日",
        "2022-02-30",
        "2022-13-01",
        "2022-01.18",
        "18/01/2022",
        "2022-01-18之后",
        "发布于2022-01-18",
        "202201180",
        "526.79",
        "昨天",
        "99 Foo 2022 12:50:41",
        "40 Jan 2022 12:50:41",
    ],
)
def test_declines(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("11", 11),
        ("十", 10),
        ("十一", 11),
        ("二十三", 23),
        ("廿三", 23),
        ("两", 2),
        ("一百", 100),
        ("〇", 0),
        ("一百二十", 120),
    ],
)
def test_small_numbers(text: str, value: int) -> None:
    assert small_number(text) == value


@pytest.mark.parametrize("text", ["", "1234", "一二", "几", "1.5", "年", "-1"])
def test_small_numbers_decline(text: str) -> None:
    assert small_number(text) is None


def test_years_of_digits() -> None:
    assert digit_year("二〇二一") == digit_year("二零二一") == digit_year("2021") == 2021
    assert digit_year("202") is None
    assert digit_year("二千二一") is None


def test_days_that_do_not_exist() -> None:
    assert safe_date(2023, 2, 29) is None
    assert safe_date(None, 1, 1) is None
    assert safe_date(2024, 2, 29) == dt.date(2024, 2, 29)
