"""Law 5: a value rounded to fewer digits never conflicts with itself. Law 10: nor does it in another scale."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.checks.comparable import bare, compatible, printed_verdict
from claimex.quantity import find_quantities
from claimex.schema import Claim, Quantity
from claimex.schema.claim import SentenceSpan

VALUES = st.decimals(min_value=1, max_value=10**12, places=4, allow_nan=False, allow_infinity=False)
ROUNDINGS = st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN])


def claim(value: Decimal, ulp: Decimal, unit: str = "元") -> Claim:
    """A claim of one printed number."""
    quantity = Quantity(value=value, unit=unit, ulp=ulp)
    span = SentenceSpan(start=0, end=1)
    return Claim(id="c", doc_id="d", start=0, end=1, text="1", quantity=quantity, sentence=span)


def agree(first: Claim, second: Claim) -> bool:
    """Whether one value can be printed as both."""
    a, b = bare(first), bare(second)
    assert a is not None
    assert b is not None
    return compatible(a, b)


@settings(max_examples=200, derandomize=True)
@given(VALUES, st.integers(min_value=-4, max_value=8), ROUNDINGS)
def test_a_rounded_value_agrees_with_the_full_one(value: Decimal, places: int, how: str) -> None:
    step = Decimal(10) ** places
    rounded = (value / step).to_integral_value(rounding=how) * step
    assert agree(claim(value, Decimal("0.0001")), claim(rounded, step))


@settings(max_examples=200, derandomize=True)
@given(VALUES, st.integers(min_value=-3, max_value=4), st.integers(min_value=1, max_value=4))
def test_two_roundings_of_one_value_agree(value: Decimal, places: int, more: int) -> None:
    fine, coarse = Decimal(10) ** places, Decimal(10) ** (places + more)
    prints = [claim((value / step).to_integral_value(rounding=ROUND_HALF_UP) * step, step) for step in (fine, coarse)]
    assert agree(*prints)


@settings(max_examples=150, derandomize=True)
@given(st.integers(min_value=1, max_value=10**9))
def test_wan_and_yi_spell_one_value(wan: int) -> None:
    """Law 10: 万 and 亿 spellings of one value never conflict."""
    yi = format(Decimal(wan) / 10000, "f")
    found = [find_quantities(f"成交额为{text}。") for text in (f"{wan}万元", f"{yi}亿元")]
    first, second = (claim(q[0].quantity.value or Decimal(0), q[0].quantity.ulp or Decimal(1)) for q in found)
    assert agree(first, second)
    assert printed_verdict(first, second) in {"same", "consistent"}


@settings(max_examples=150, derandomize=True)
@given(st.decimals(min_value="0.001", max_value=10**6, places=3))
def test_units_of_one_dimension_spell_one_value(tons: Decimal) -> None:
    first = claim(tons, Decimal("0.001"), "吨")
    second = claim(tons * 2000, Decimal(2), "斤")
    assert printed_verdict(first, second) == "same"
