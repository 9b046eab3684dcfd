"""Digits, with and without scale words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimex.numerals import read_arabic, read_mixed, scale_power


@pytest.mark.parametrize(
    ("digits", "scale", "value", "ulp"),
    [
        ("526.79", "亿", "52679000000", "1000000"),
        ("2.78", "万亿", "2780000000000", "10000000000"),
        ("1,100", "万", "11000000", "10000"),
        ("12,345.6", "", "12345.6", "0.1"),
        ("13.0", "", "13.0", "0.1"),
        ("2", "千亿", "200000000000", "100000000000"),
        ("12.5", "亿亿", "125000000000000000", "1000000000000000"),
        ("123456789012345678901234", "", "123456789012345678901234", "1"),
    ],
)
def test_value_and_precision(digits: str, scale: str, value: str, ulp: str) -> None:
    numeral = read_arabic(digits, scale)
    assert numeral is not None
    assert numeral.value == Decimal(value)
    assert numeral.ulp == Decimal(ulp)


def test_trailing_zeros_keep_their_precision() -> None:
    numeral = read_arabic("13.0")
    assert numeral is not None
    assert str(numeral.value) == "13.0"


@pytest.mark.parametrize(("digits", "scale"), [("1.2.3", ""), ("", ""), ("1", "万千"), ("1", "万万"), ("9" * 25, "")])
def test_what_is_no_number(digits: str, scale: str) -> None:
    assert read_arabic(digits, scale) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("2亿3千4百万", 234000000), ("3千5百", 3500), ("1亿2000万", 120000000), ("5万", 50000)],
)
def test_digits_and_scale_words_in_turn(text: str, value: int) -> None:
    numeral = read_mixed(text)
    assert numeral is not None
    assert numeral.value == value


@pytest.mark.parametrize("text", ["3百2千", "3万千", "12", "3千5", "", "1.5亿3千万"])
def test_turns_that_make_no_number(text: str) -> None:
    assert read_mixed(text) is None


@pytest.mark.parametrize(
    ("words", "power"),
    [("万亿", 12), ("千万", 7), ("亿亿", 16), ("十", 1), ("百亿", 10), ("万千", None), ("亿万", None), ("个", None)],
)
def test_scale_words_multiply(words: str, power: int | None) -> None:
    assert scale_power(words) == power
