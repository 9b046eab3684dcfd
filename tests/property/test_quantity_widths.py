"""Law: full-width and half-width input give the same quantities."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.quantity import find_quantities

WIDE = {ord(c): ord(c) + 0xFEE0 for c in "0123456789.%/-+"}
TEXTS = [
    "进出口总值3.46万亿元，同比增长5.1%。",
    "涨幅为-0.3%，价格1850元/吨，5%-5.5%。",
    "R&D经费526.79亿元，5G基站19.04个，“1”个目标。",
    "3千瓦、12.5‰、前8位、第7位、1/3的人口。",
]


@pytest.mark.parametrize("text", TEXTS)
def test_widths(text: str) -> None:
    half, wide = find_quantities(text), find_quantities(text.translate(WIDE))
    assert half
    assert [(m.start, m.end, m.quantity) for m in half] == [(m.start, m.end, m.quantity) for m in wide]


@given(st.text(alphabet="0123456789.,%-—至万亿千百元家个约超第前成倍年月日：、，。 ", max_size=40))
@settings(max_examples=300, derandomize=True)
def test_any_text(text: str) -> None:
    half, wide = find_quantities(text), find_quantities(text.translate(WIDE))
    assert [(m.start, m.end, m.quantity) for m in half] == [(m.start, m.end, m.quantity) for m in wide]
