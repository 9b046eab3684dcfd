"""Law 3 at the level of the flow: width, line ends and line wraps change nothing but offsets."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.read import read_text
from claimex.reflow import reflow

SEEDS = sorted(Path(__file__).parents[2].glob("seeds/*.txt"))
WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), 0x25, 0x26)})

clauses = st.sampled_from(
    [
        "全市研发经费达到526.79亿元",
        "同比增长12.2%",
        "高于全国平均增速2个百分点",
        "R&D人员超过20万人",
        "截至6月底累计办理1264.3万人次",
        "企业投入占79.1%",
        "综合水平居全国第7位",
        "其中主城都市区占比达到94.1%",
        "每万人拥有基站19.04个",
    ]
)
sentences = st.lists(clauses, min_size=3, max_size=7).map(lambda parts: "，".join(parts) + "。")
paragraphs = st.lists(sentences, min_size=1, max_size=3).map("".join)


def flow(text: str) -> str:
    return reflow(read_text(text, doc_id="a.txt")).text


def wrapped(text: str, width: int) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.lists(paragraphs, min_size=1, max_size=3), st.integers(min_value=12, max_value=30))
def test_wrapped_and_joined(parts: list[str], width: int) -> None:
    assert flow("\n\n".join(wrapped(part, width) for part in parts)) == flow("\n\n".join(parts))


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.lists(paragraphs, min_size=1, max_size=3))
def test_full_and_half_width(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    assert flow(text.translate(WIDE)) == flow(text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_line_ends_of_seeds(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert flow(text.replace("\n", "\r\n")) == flow(text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_a_flow_flows_into_itself(path: Path) -> None:
    blocks = flow(path.read_text(encoding="utf-8")).split("\n")
    prose = [block for block in blocks if len(block) > 60 and block.endswith("。")]
    assert flow("\n\n".join(prose)).split("\n") == prose
