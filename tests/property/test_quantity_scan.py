"""Law: the scanner finds what its grammar would find if it were tried at every place."""

from __future__ import annotations

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimex.quantity.scan import branches, read_core, scan

LETTERS = "0123456789.,:∶/一二两三十百千万亿几数多余第前翻倍番半减折过近逾超大对个位首强名年月日时点分秒经纬度家元、，"
GRAMMAR = re.compile("|".join(branch.pattern for branch in branches()), re.VERBOSE)


@given(st.text(alphabet=LETTERS, max_size=30))
@example("超过半数")
@example("事故降至个位数")
@example("4个数字车间")
@settings(max_examples=1000, derandomize=True)
def test_no_place_is_left_out(text: str) -> None:
    cores = [read_core(match) for match in GRAMMAR.finditer(text)]
    assert list(scan(text)) == [core for core in cores if core is not None]
