"""Numbers in Chinese characters."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimex.numerals import read_hanzi


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一千二百六十四万三千", 12643000),
        ("两百", 200),
        ("廿五", 25),
        ("卅", 30),
        ("〇", 0),
        ("三万零五", 30005),
        ("三万五", 35000),
        ("一亿二", 120000000),
        ("一百二", 120),
        ("十二万五", 125000),
        ("壹佰", 100),
        ("伍仟贰佰", 5200),
        ("一亿零三百", 100000300),
        ("两万五千亿", 2500000000000),
        ("三万亿", 3000000000000),
        ("一十二", 12),
        ("一百三十亿", 13000000000),
    ],
)
def test_integers(text: str, value: int) -> None:
    numeral = read_hanzi(text)
    assert numeral is not None
    assert numeral.value == value


@pytest.mark.parametrize(
    ("text", "value", "ulp"),
    [("三点五", "3.5", "0.1"), ("零点零八", "0.08", "0.01"), ("二点一八万亿", "2180000000000", "10000000000")],
)
def test_decimals_are_exact(text: str, value: str, ulp: str) -> None:
    numeral = read_hanzi(text)
    assert numeral is not None
    assert numeral.value == Decimal(value)
    assert numeral.ulp == Decimal(ulp)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("数十", 20, 90),
        ("几百", 200, 900),
        ("几千万", 20000000, 90000000),
        ("十几", 11, 19),
        ("二十几", 21, 29),
        ("十几亿", 1100000000, 1900000000),
        ("三四百", 300, 400),
        ("七八十", 70, 80),
        ("十七八", 17, 18),
        ("二十七八", 27, 28),
        ("两三", 2, 3),
        ("三五", 3, 5),
        ("四五万", 40000, 50000),
    ],
)
def test_spans(text: str, low: int, high: int) -> None:
    numeral = read_hanzi(text)
    assert numeral is not None
    assert numeral.value is None
    assert numeral.low == low
    assert numeral.high == high
    assert numeral.bound == "between"


@pytest.mark.parametrize("text", ["百", "千", "万", "百万", "千亿", "万亿", "十万"])
def test_scale_words_alone_are_marked(text: str) -> None:
    numeral = read_hanzi(text)
    assert numeral is not None
    assert numeral.bare


@pytest.mark.parametrize("text", ["", "几", "数", "二〇二一", "一二三四", "万千", "九一八", "十十", "百十", "个", "半"])
def test_what_is_no_number(text: str) -> None:
    assert read_hanzi(text) is None


def test_three_myriads_are_known_to_a_myriad() -> None:
    short, long = read_hanzi("三万"), read_hanzi("三百")
    assert short is not None
    assert long is not None
    assert short.ulp == Decimal(10000)
    assert long.ulp == Decimal(1)
