"""Law 9: 约 widens the interval and never moves it; every bound allows the printed value."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.checks import interval
from claimex.schema import Quantity
from claimex.schema.quantity import Bound

VALUES = st.integers(min_value=1, max_value=10**9)
PLACES = st.integers(min_value=-4, max_value=4)


@settings(max_examples=200, derandomize=True)
@given(VALUES, PLACES)
def test_about_widens_and_does_not_move(digits: int, places: int) -> None:
    value, ulp = Decimal(digits).scaleb(places), Decimal(1).scaleb(places)
    exact = interval.of(Quantity(value=value, ulp=ulp))
    about = interval.of(Quantity(value=value, ulp=ulp, bound="about"))
    assert about.low <= exact.low <= exact.high <= about.high
    assert about.low + about.high == exact.low + exact.high


@pytest.mark.parametrize("bound", [bound for bound in get_args(Bound) if bound != "between"])
@settings(max_examples=50, derandomize=True)
@given(digits=VALUES, places=PLACES)
def test_every_bound_allows_the_printed_value(bound: Bound, digits: int, places: int) -> None:
    value, ulp = Decimal(digits).scaleb(places), Decimal(1).scaleb(places)
    found = interval.of(Quantity(value=value, ulp=ulp, bound=bound))
    assert found.low <= value <= found.high
