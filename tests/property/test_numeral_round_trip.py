"""Law: numeral -> text -> numeral is identity."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.numerals import read_arabic, read_hanzi, write_hanzi


def test_every_number_of_five_digits() -> None:
    """Exhaustive where it is cheap: this is also the proof that cn2an is right on every form it is given."""
    wrong = [n for n in range(100_000) if (numeral := read_hanzi(write_hanzi(n))) is None or numeral.value != n]
    assert not wrong


@given(st.integers(0, 10**16 - 1))
@settings(max_examples=400, derandomize=True)
def test_large_numbers(number: int) -> None:
    numeral = read_hanzi(write_hanzi(number))
    assert numeral is not None
    assert numeral.value == number


@given(st.integers(0, 9999), st.integers(0, 12), st.integers(0, 3))
@settings(max_examples=300, derandomize=True)
def test_numbers_with_many_noughts(head: int, power: int, tail: int) -> None:
    number = head * 10**power + tail
    numeral = read_hanzi(write_hanzi(number))
    assert numeral is not None
    assert numeral.value == number


@given(st.integers(0, 10**12), st.integers(0, 6))
@settings(max_examples=200, derandomize=True)
def test_digits(number: int, places: int) -> None:
    text = f"{Decimal(number).scaleb(-places):f}"
    numeral = read_arabic(text)
    assert numeral is not None
    assert f"{numeral.value:f}" == text


@pytest.mark.parametrize("number", [-1, 10**16])
def test_what_has_no_name_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="cannot be written"):
        write_hanzi(number)
