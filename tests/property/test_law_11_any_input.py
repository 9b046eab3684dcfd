"""Law 11: no input raises anything but a `ClaimexError`, and none takes more than linear time."""

from __future__ import annotations

import contextlib
import time
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import claimex

if TYPE_CHECKING:
    from claimex import Pipeline

SEEDS = Path(__file__).parents[2] / "seeds"
PIECES = (
    *("二〇二二年", "1—6月", "2022年2月30日", "去年", "截至6月底", "“十四五”", "99999年", "第0季度"),
    *(
        "526.79亿\n元",
        "百\n分点",
        "百分之",
        "1,2345",
        "约",
        "近百万人次",
        "三分之二",
        "0分之1",
        "1/0",
        "%%",
        "几",
        "两成",
    ),
    *("翻两番", "增长0%", "分别为", "、", "。", "\n\n", "\r\n", "  ", "<p>", "</div>", "---\ntitle: x\n---\n", "- 3 -"),
    *(
        "占全市的120%",
        "比上年增长",
        "第7位",
        "1∶2∶0",
        "亿亿亿",
        "十" * 40,
        "9" * 60,
        ".",
        "．５",
        "①",
        "½",
        "\u200b",
        "\x00",
        "𠀀",
    ),
    *(
        "重庆",
        "企业",
        "家",
        "其中",
        "共计",
        "从30家增加到0家",
        "是上年的0倍",
        "从2012年",
        "低于4月的",
        "甘肃：",
        "（",
        "）",
        "《",
        "”",
    ),
)


@cache
def pipeline() -> Pipeline:
    return claimex.load()


@settings(max_examples=150, derandomize=True, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@example("")
@example("我们从2012年")
@example("# 甘肃")
@example("产量分别为" + "、".join(f"{number}万吨" for number in range(1, 1_500)))
def test_crooked_texts_are_read_or_declined(text: str) -> None:
    with contextlib.suppress(claimex.ClaimexError):
        document = pipeline()(text, date="2022-01-18")
        claimex.check([document])
        assert all(document.text[claim.start : claim.end] == claim.text for claim in document.claims)
        evidence = [item for finding in document.findings for item in finding.evidence]
        assert all(document.text[item.start : item.end] == item.text for item in evidence)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["a.txt", "a.md", "a.html", "a"]))
def test_any_characters_are_read_or_declined(text: str, name: str) -> None:
    with contextlib.suppress(claimex.ClaimexError):
        pipeline()(text, doc_id=name)


@pytest.mark.parametrize(
    "piece",
    [
        "去年全市研发经费达到526.79亿元，同比增长12.2%，高于全国2个百分点。\n",
        "一百二十三万四千五百六十七",
        "1234567890",
        "1、",
        "年",
        "亿",
        "（",
        "“",
        "分别为1家、",
        "1—",
        "<p>",
        "占3%，",
    ],
)
def test_time_is_linear_in_the_length(piece: str) -> None:
    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        begun = time.process_time()
        pipeline()(text, date="2022-01-18")
        return time.process_time() - begun

    seconds(500)
    short, long = min(seconds(1_000) for _ in range(2)), min(seconds(4_000) for _ in range(2))
    # four times the text: linear is 4, quadratic 16; below a fifth of a second the clock says nothing
    assert long < 0.2 or long / short < 9


def test_a_long_page_takes_linear_time() -> None:
    page = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))

    def seconds(copies: int) -> float:
        text = "\n\n".join([page] * copies)
        begun = time.process_time()
        claimex.check([pipeline()(text, date="2023-07-11")])
        return time.process_time() - begun

    seconds(1)
    assert seconds(8) / seconds(2) < 9
