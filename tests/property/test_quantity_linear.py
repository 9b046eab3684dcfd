"""Law: time grows with the length of the text, whatever it is made of."""

from __future__ import annotations

import time

import pytest

from claimex.quantity import find_quantities

PIECES = [
    "万",
    "1",
    "1,",
    "第",
    "几十",
    "约",
    "第一",
    "1.",
    "1、",
    "1—",
    "一",
    "百分之",
    "“1”",
    "1亿",
    "翻",
    "前1",
    "1:",
    "单位：",
    "单位：元1",
    "甲\t1\n",
    "单位：元\n1\n",
    "《1",
    "123 ",
    "123,",
    "最1",
    "1/",
    "至少建",
    "3块5",
    "1元2角",
    "1米8",
    "半年",
    "3金4",
    "1天2小时",
    "US$",
    "第一、",
    "第3、4、",
]
PROSE = "全市完成投资526.79亿元，比上年增长12.2%，新增企业2723家，其中超过三分之一位于主城，工期约5个多月；"
LENGTH = 20_000
SECONDS = 3.0
"""For LENGTH characters: far above what is needed (about 0.1 s), far below what a quadratic pattern would take."""


@pytest.mark.parametrize("tail", ["", "1234"])
@pytest.mark.parametrize("piece", [*PIECES, PROSE])
def test_one_text_without_line_breaks(piece: str, tail: str) -> None:
    text = piece * (LENGTH // len(piece)) + tail
    began = time.perf_counter()
    find_quantities(text)
    assert time.perf_counter() - began < SECONDS
