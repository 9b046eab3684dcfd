"""Law 3: wrapped and joined text hold the same quantities, wherever the lines break."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.wrapping import seen, wrapped
from claimex.read import read_text
from claimex.reflow import reflow

SEEDS = sorted(Path(__file__).parents[2].glob("seeds/*.txt"))

# Places where a break makes a line look like something else: a list mark, a caption, a table's figure, a new clause.
CLAUSES = st.sampled_from(
    [
        "广义货币（M2）余额287.3万亿元",
        "利润总额38326.4亿元",
        "体感温度达到零下35摄氏度",
        "部分河段水温升高3—5摄氏度",
        "每天传输数据143万GB",
        "项目总规模110TB",
        "全年需求达到1.06亿桶左右",
        "吸引游客100万人次以上",
        "研发人员超过20万人",
        "三次产业结构比为5.1：40.2：54.7",
        "提高0.12个百分点",
        "在市第十二届人民代表大会第四次会议上通过",
        "累计建成5G基站12.6万个",
        "居全国第7位",
        "报告显示装机容量达1250kW",
    ]
)
SENTENCES = st.lists(CLAUSES, min_size=2, max_size=7).map(lambda parts: "，".join(parts) + "。")
PARAGRAPHS = st.lists(SENTENCES, min_size=1, max_size=3).map("".join)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=3), st.integers(min_value=12, max_value=45))
def test_paragraphs(parts: list[str], width: int) -> None:
    text = "\n\n".join(parts)
    assert seen(wrapped(text, width)) == seen(text)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
@pytest.mark.parametrize("width", [13, 18, 20, 25, 30, 40, 53])
def test_seeds(path: Path, width: int) -> None:
    flow = reflow(read_text(path.read_text(encoding="utf-8"), doc_id=path.name)).text
    text = "\n\n".join(block for block in flow.split("\n") if len(block) > 60)
    assert seen(wrapped(text, width)) == seen(text)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.lists(SENTENCES, min_size=3, max_size=6), st.integers(min_value=14, max_value=40))
def test_lists(items: list[str], width: int) -> None:
    head = "全市经济运行总体平稳，质量效益稳步提高，主要指标好于预期，民生保障更加有力，社会大局保持稳定。"
    text = "\n".join([head * 2, *(f"{number}.{item}" for number, item in enumerate(items, start=1))])
    assert seen(wrapped(text, width)) == seen(text)
