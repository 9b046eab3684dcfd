"""Where the language is finite, all of it: tenths, doublings, fractions, ranks; months and quarters are none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimex.numerals import write_hanzi
from claimex.quantity import find_quantities

ONES = "一二三四五六七八九"


def only(text: str) -> tuple[object, ...]:
    """The single mention of a text: its text, value, unit and bound."""
    (mention,) = find_quantities(text)
    return mention.text, mention.quantity.value, mention.quantity.unit, mention.quantity.bound


@pytest.mark.parametrize("tenths", range(1, 10))
def test_tenths(tenths: int) -> None:
    word = f"{ONES[tenths - 1]}成"
    assert only(f"产量占全省{word}。") == (word, tenths * 10, "%", "exact")
    assert only(f"产量下降{word}半。") == (f"{word}半", tenths * 10 + 5, "%", "exact")
    for ones in range(1, 10):
        both = f"{word}{ONES[ones - 1]}"
        assert only(f"合格率为{both}。") == (both, tenths * 10 + ones, "%", "exact")


@pytest.mark.parametrize(("word", "value"), [("一", 2), ("两", 4), ("三", 8), ("四", 16), ("五", 32)])
def test_doublings(word: str, value: int) -> None:
    assert only(f"收入翻{word}番。") == (f"翻{word}番", value, "倍", "exact")
    assert only(f"收入翻了{word}番。") == (f"翻了{word}番", value, "倍", "exact")


@pytest.mark.parametrize("below", range(2, 13))
def test_fractions(below: int) -> None:
    for above in range(1, below):
        word = f"{write_hanzi(below)}分之{write_hanzi(above)}"
        text, value, unit, bound = only(f"占总数的{word}。")
        assert (text, unit, bound) == (word, "%", "about")
        assert isinstance(value, Decimal)
        assert abs(value - Decimal(above * 100) / below) <= Decimal("0.005")


@pytest.mark.parametrize("percent", range(1, 101))
def test_percent_in_characters(percent: int) -> None:
    word = "百分之百" if percent == 100 else f"百分之{write_hanzi(percent)}"
    assert only(f"占{word}。") == (word, percent, "%", "exact")


@pytest.mark.parametrize("rank", range(1, 34))
def test_ranks(rank: int) -> None:
    assert only(f"总量居全国第{rank}位。") == (f"第{rank}位", rank, "位", "exact")
    assert only(f"总量居全国第{write_hanzi(rank)}，") == (f"第{write_hanzi(rank)}", rank, "位", "exact")


@pytest.mark.parametrize("tenths", range(1, 10))
def test_discounts(tenths: int) -> None:
    assert only(f"全场打{ONES[tenths - 1]}折。")[1:3] == (tenths, "折")
    assert only(f"全场打{tenths}.5折。")[1:3] == (Decimal(f"{tenths}.5"), "折")


@pytest.mark.parametrize("first", range(1, 13))
def test_months_are_no_quantities(first: int) -> None:
    assert find_quantities(f"{first}月、{first}月份、{first}月底、{write_hanzi(first)}月，前{first}个月") == ()
    for last in range(first + 1, 13):
        assert find_quantities(f"{first}—{last}月，{first}至{last}月份，{first}-{last}月") == ()


@pytest.mark.parametrize("day", range(1, 32))
def test_days_are_no_quantities(day: int) -> None:
    assert find_quantities(f"3月{day}日，{day}日上午，三月{write_hanzi(day)}日，3月{day}日—{day}日") == ()


@pytest.mark.parametrize("year", range(1949, 2051))
def test_years_are_no_quantities(year: int) -> None:
    assert find_quantities(f"{year}年，{year}年底，{year}—{year + 1}年，{year}至{year + 5}年") == ()


@pytest.mark.parametrize("quarter", range(1, 5))
def test_quarters_are_no_quantities(quarter: int) -> None:
    assert find_quantities(f"{ONES[quarter - 1]}季度，第{ONES[quarter - 1]}季度，前{ONES[quarter - 1]}季度") == ()


@pytest.mark.parametrize("hour", range(25))
def test_clock_times_are_no_quantities(hour: int) -> None:
    assert find_quantities(f"{hour}时，{hour}时30分，{hour}:05，{hour}点半，{hour}点15分") == ()
