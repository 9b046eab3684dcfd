"""Planted errors: the edits are exact, they break what they mean to break, and a seed plants the same ones again."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

import claimex
from benchmarks.planting.kinds import KINDS
from benchmarks.planting.plant import Edit, Text
from benchmarks.planting.table import table
from benchmarks.planting.texts import seed_texts
from benchmarks.planting.trial import plant, plant_all

if TYPE_CHECKING:
    from claimex import Pipeline

BY_NAME = {kind.name: kind for kind in KINDS}
FILLING = "会议在市政府礼堂举行，各区和有关部门的负责人参加，会后代表们走访了沿江的三处工地，听取了工程进展的汇报。" * 4

PLACES = [
    ("sum", "全年进出口总额526.8亿元，其中出口316.5亿元，进口210.3亿元。"),
    ("share", "全市共有企业2400家，其中民营企业1800家，占总数的75%。"),
    ("growth", "机器人产量由300台增加到450台，增长50%。"),
    ("difference", "比重由20.8%提高到24.2%，提高3.4个百分点。"),
    ("item", "重点抓好三个方面：一是修路，二是种树，三是治水。"),
    ("points", "研发投入强度为2.11%，比上年提高0.12个百分点。"),
    ("style", "截至6月底，全市累计开工项目120个。"),
    ("range", "每户补助2万元—3万元，由各区发放。"),
    ("scale", f"全市投资300亿元。{FILLING}"),
    ("number", f"全市投资312亿元。{FILLING}"),
    ("word", f"持续提高水平。{FILLING}"),
    ("name", f"市长王建国说，工程已经完工。{FILLING}"),
]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return claimex.load()


def test_an_edit_knows_where_it_stands_before_and_after() -> None:
    edit = Edit(4, 7, "", "item", around=(2, 10))
    assert edit.apply("零一二三四五六七八九十") == "零一二三七八九十"
    assert (edit.before(), edit.after()) == ((2, 10), (2, 7))


@pytest.mark.parametrize(("name", "text"), PLACES)
def test_every_kind_finds_its_place_and_is_noticed(pipeline: Pipeline, name: str, text: str) -> None:
    trial = plant(pipeline, BY_NAME[name], Text("written", text, date="2024-01-20"), seed=1)
    assert trial is not None
    assert trial.before + trial.old in text
    assert trial.old != trial.new
    assert trial.found, trial


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("sum", "全市有公园316个，绿地210片，还有球场106个。"),
        ("growth", "全市有企业300家，学校450所，投资增长50%。"),
        ("item", "京津冀、长三角、大湾区等三个地区增长较快。"),
        ("points", "研发投入比上年提高12%。"),
        ("number", "全市投资312亿元。"),
    ],
)
def test_what_the_text_does_not_tie_is_left_alone(pipeline: Pipeline, name: str, text: str) -> None:
    assert BY_NAME[name].find(pipeline(text, date="2024-01-20"), Random(1)) is None  # noqa: S311 (a sample)


def test_the_seeds_give_the_same_errors_again_with_any_number_of_jobs(pipeline: Pipeline) -> None:
    texts = seed_texts(pipeline)
    once = plant_all(texts, 40, 1)
    assert plant_all(texts, 40, 1, jobs=2) == once
    assert len({one.doc_id for one in once}) == len(once)
    rows = table(once)
    assert rows["all"]["planted"] == len(once) >= 30
    assert rows["all"]["recall"] >= 0.8
    assert rows["all"]["precision"] >= 0.9
