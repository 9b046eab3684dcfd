"""What adds up before rounding is never reported, however coarsely its figures are printed."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

import claimex
from claimex.checks import check_document
from claimex.settings import Settings

amounts = st.decimals(min_value=Decimal(3), max_value=Decimal(99999), places=3)
places = st.integers(min_value=0, max_value=2)
RULES = Settings(
    rules=(
        "sum_mismatch",
        "share_mismatch",
        "growth_mismatch",
        "difference_mismatch",
        "total_mismatch",
        "impossible_value",
    )
)


@cache
def pipeline() -> claimex.Pipeline:
    return claimex.load()


def reported(text: str) -> list[str]:
    return [finding.message for finding in check_document(pipeline()(text), RULES)]


def printed(value: Decimal, digits: int) -> str:
    return f"{round(value, digits) if digits else round(value)}"


@settings(max_examples=40, derandomize=True, deadline=None)
@given(first=amounts, second=amounts, digits=places, fewer=places)
def test_parts_and_their_total(first: Decimal, second: Decimal, digits: int, fewer: int) -> None:
    one, two, whole = printed(first, digits), printed(second, digits), printed(first + second, fewer)
    assert reported(f"全市外贸进出口{whole}亿元。其中，出口{one}亿元，进口{two}亿元。") == []


@settings(max_examples=40, derandomize=True, deadline=None)
@given(before=amounts, gain=st.decimals(min_value=Decimal("0.5"), max_value=Decimal(80), places=2), digits=places)
def test_levels_and_their_growth(before: Decimal, gain: Decimal, digits: int) -> None:
    after = before * (1 + gain / 100)
    low, high, rate = printed(before, digits), printed(after, digits), printed(gain, 1)
    assert reported(f"农户收入由{low}万元增至{high}万元，增长{rate}%。") == []
    change = printed(after - before, digits)
    assert reported(f"农户收入{high}万元，比上年增加{change}万元，增长{rate}%。") == []


@settings(max_examples=40, derandomize=True, deadline=None)
@given(whole=amounts, share=st.decimals(min_value=Decimal(1), max_value=Decimal(99), places=2), digits=places)
def test_parts_and_their_shares(whole: Decimal, share: Decimal, digits: int) -> None:
    part = whole * share / 100
    texts = printed(part, digits), printed(whole, digits), printed(share, 1)
    assert reported(f"已完成投资{texts[0]}亿元，占年度计划{texts[1]}亿元的{texts[2]}%。") == []


@settings(max_examples=40, derandomize=True, deadline=None)
@given(first=st.decimals(min_value=1, max_value=99, places=2), second=st.decimals(min_value=1, max_value=99, places=2))
def test_rates_and_the_points_between_them(first: Decimal, second: Decimal) -> None:
    low, high = sorted((first, second))
    texts = printed(low, 1), printed(high, 1), printed(high - low, 1)
    assert reported(f"覆盖率由{texts[0]}%提高到{texts[1]}%，提高{texts[2]}个百分点。") == []
