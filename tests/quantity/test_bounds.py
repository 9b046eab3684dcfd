"""Every row of the bound table does what it says, and never moves the value."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimex.lexicon import read_table
from claimex.quantity import find_quantities
from claimex.quantity.bounds import leading_cue, trailing_cue

ROWS = read_table("bounds")
BEFORE = [row for row in ROWS if row["side"] == "before"]
AFTER = [row for row in ROWS if row["side"] == "after"]
ONLY_ROUND = {"上", "过"}
"""Cues only before a round number (上百, 过千); elsewhere they end a verb."""


@pytest.mark.parametrize("row", [row for row in BEFORE if row["word"] not in ONLY_ROUND], ids=lambda row: row["word"])
def test_before_the_number(row: dict[str, str]) -> None:
    text = f"总额{row['word']}360亿元。"
    (mention,) = find_quantities(text)
    assert mention.text == "360亿元"
    assert mention.quantity.value == Decimal(36000000000)
    assert mention.quantity.bound == row["bound"]
    assert mention.cue_start is not None
    assert text[mention.cue_start : mention.start].endswith(row["word"])


@pytest.mark.parametrize("row", AFTER, ids=lambda row: row["word"])
def test_after_the_unit(row: dict[str, str]) -> None:
    (mention,) = find_quantities(f"总额360亿元{row['word']}。")
    assert mention.text == "360亿元"
    assert mention.quantity.value == Decimal(36000000000)
    assert mention.quantity.bound == row["bound"]


@pytest.mark.parametrize(
    "word", [word for row in BEFORE for word in (f"{w}{row['word']}" for w in row["not_after"].split())]
)
def test_another_word_is_no_cue(word: str) -> None:
    """签约, 附近, 不超过: the shorter cue is not taken out of the longer word."""
    found = leading_cue(word, len(word))
    shorter = [row for row in BEFORE if word.endswith(row["word"])]
    listed = next((row for row in shorter if row["word"] == word), None)
    if listed is not None:
        assert found is not None
        assert found.bound == listed["bound"]
    elif found is not None:
        assert len(found.word) > 1 or word[: -len(found.word)] not in next(
            row["not_after"].split() for row in BEFORE if row["word"] == found.word
        )


def test_trailing_cues_end_where_they_end() -> None:
    for row in AFTER:
        found = trailing_cue(row["word"] + "，", 0)
        assert found is not None
        assert found[1] >= len(row["word"])


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("单项最高支持1500万元", "at_most"),
        ("每户最高可获得补贴3万元", "at_most"),
        ("至少建成60个", "at_least"),
        ("最高气温38℃", "exact"),
        ("最高4000米", "exact"),
        ("进度过四成", "over"),
        ("去过3次", "exact"),
        ("不到全国千分之五", "under"),
        ("跨过3个台阶", "exact"),
        ("人口最多的两个国家", "exact"),
        ("震级最高为6.4级", "exact"),
        ("一天最高达到900人", "exact"),
        ("补贴最高达5万元", "at_most"),
        ("养老金最低标准提高20%", "exact"),
        ("每月最低提高20元", "at_least"),
        ("单日最高150万人次", "exact"),
        ("产值达到或超过3亿元", "at_least"),
    ],
)
def test_cues_at_a_distance_and_look_alikes(text: str, bound: str) -> None:
    (mention,) = find_quantities(text)
    assert mention.quantity.bound == bound
