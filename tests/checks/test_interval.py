from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.checks import interval
from claimex.checks.interval import INFINITY, Interval, point, tidy, total
from claimex.schema import Quantity


def quantity(value: str, ulp: str = "1", bound: str = "exact", dimension: str | None = None) -> Quantity:
    return Quantity.model_validate(
        {"value": Decimal(value), "ulp": Decimal(ulp), "bound": bound, "dimension": dimension}
    )


@pytest.mark.parametrize(
    ("bound", "low", "high"),
    [
        ("exact", "126.05", "126.15"),
        ("over", "126.05", "Infinity"),
        ("at_least", "126.05", "Infinity"),
        ("under", "0", "126.15"),
        ("nearly", "113.44", "126.15"),
        ("about", "125.9739", "126.2261"),
    ],
)
def test_a_printed_value_is_an_interval(bound: str, low: str, high: str) -> None:
    assert interval.of(quantity("126.1", "0.1", bound)) == Interval(Decimal(low), Decimal(high))


def test_whole_things_are_exact() -> None:
    assert interval.of(quantity("540", "1", "exact", "count:case")) == point(540)
    assert interval.of(quantity("540", "10", "exact", "count:case")) == Interval(Decimal(535), Decimal(545))


def test_ranges_are_what_they_print() -> None:
    printed = Quantity(value=None, low=Decimal(3), high=Decimal(5), bound="between")
    assert interval.of(printed) == Interval(Decimal(3), Decimal(5))


def test_the_tolerance_of_a_sum_is_the_sum_of_half_digits() -> None:
    parts = [interval.of(quantity(v, "0.01")) for v in ("416.54", "43.63", "48.60", "18.03")]
    assert total(parts).overlaps(interval.of(quantity("526.79", "0.01")))
    assert not total(parts).overlaps(interval.of(quantity("526.70", "0.01")))


def test_division_declines_where_zero_is_possible() -> None:
    assert point(1) / Interval(Decimal(-1), Decimal(1)) is None
    assert Interval(Decimal(1), INFINITY) / point(2) is None
    assert point(9) / point(4) == point(Decimal("2.25"))


def test_products_keep_their_ends() -> None:
    assert Interval(Decimal(2), Decimal(3)) * Interval(Decimal(-1), Decimal(4)) == Interval(Decimal(-3), Decimal(12))


@pytest.mark.parametrize(
    ("value", "text"),
    [("12.2000", "12.2"), ("0.00346", "0.00346"), ("5000", "5000"), ("Infinity", "∞"), ("0.615", "0.615")],
)
def test_numbers_in_messages(value: str, text: str) -> None:
    assert tidy(Decimal(value)) == text


numbers = st.decimals(min_value=-(10**6), max_value=10**6, places=2)


@settings(derandomize=True, deadline=None)
@given(numbers, numbers, st.decimals(min_value=0, max_value=10, places=2))
def test_sums_and_differences_hold_the_true_value(a: Decimal, b: Decimal, wide: Decimal) -> None:
    first, second = point(a).widened(wide), point(b).widened(wide)
    assert (first + second).overlaps(point(a + b))
    assert (first - second).overlaps(point(a - b))
