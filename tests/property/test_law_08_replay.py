"""Law 8: replaying a derivation gives the value."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import claimex
from claimex.quantity import find_quantities
from claimex.read import read_text
from claimex.reflow import reflow
from claimex.reflow.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimex import Claim, Document, Pipeline
    from claimex.schema import Flow, Step

SEEDS = sorted(Path(__file__).parents[2].glob("seeds/*.txt"))
ALONE = frozenset(
    (
        *("money.arabic", "money.hanzi", "money.parts", "money.hanzi.vague", "amount.arabic", "percent.arabic"),
        *("percent.fraction", "percent.tenths", "point.arabic", "multiple.arabic", "fraction.parts"),
    )
)
"""Rules that look at nothing but the mention for number and unit; the others ask what stands around it."""
CLAUSES = st.sampled_from(
    [
        "全市研发经费达到526.79亿元",
        "同比增长12.2%",
        "高于全国平均增速2个百分点",
        "新增就业约三十五万人",
        "企业投入占比近八成",
        "分别建成12个、15个和18个园区",
        "数字经济企业增至1.8万家",
        "产值比2012年翻两番",
        "约三分之二的村通了天然气",
        "每公斤均价3元5角",
        "货运量5000—8000万吨",
        "综合水平居全国第7位",
        "通勤时间缩短半小时",
        "签约外资US$3亿",
        "数十亿元资金投入技改",
    ]
)
TEXTS = st.lists(st.lists(CLAUSES, min_size=1, max_size=5).map("，".join), min_size=1, max_size=4).map(
    lambda sentences: "。".join(["去年，重庆经济平稳增长", *sentences]) + "。"
)


@cache
def pipeline() -> Pipeline:
    return claimex.load()


def steps(claim: Claim) -> Mapping[str, Step]:
    return {step.slot: step for step in claim.derivation}


def flat(text: str) -> str:
    return fold("".join(text.split()))


def check(document: Document) -> None:
    flow = reflow(read_text(document.text, doc_id=document.doc_id))
    for claim in document.claims:
        step = steps(claim)["quantity"]
        assert flat(document.text[step.start : step.end]) == flat(step.value), claim.text
        replays_in_its_sentence(flow, claim, step)
        replays_alone(claim, step)
        says_what_the_claim_says(claim)


def replays_in_its_sentence(flow: Flow, claim: Claim, step: Step) -> None:
    """The sentence alone, as it flows, gives the same quantity by the same rule at the same place."""
    starts = [flow.offsets.start(position) for position in range(len(flow.text))]
    begin, end = bisect_left(starts, claim.sentence.start), bisect_left(starts, claim.sentence.end)
    again = [
        mention
        for mention in find_quantities(flow.text[begin:end])
        if flow.offsets.span(begin + mention.start, begin + mention.end) == (step.start, step.end)
    ]
    assert [(mention.rule, mention.quantity) for mention in again] == [(step.rule, claim.quantity)], claim.text


def replays_alone(claim: Claim, step: Step) -> None:
    if step.rule in ALONE:
        (mention,) = find_quantities(step.value)
        q, told = mention.quantity, claim.quantity
        assert (mention.rule, q.value, q.low, q.high, q.unit, q.ulp) == (
            step.rule,
            *(told.value, told.low, told.high, told.unit, told.ulp),
        )


def says_what_the_claim_says(claim: Claim) -> None:
    told = {slot: step.value for slot, step in steps(claim).items() if slot != "quantity"}
    period = claim.period.text if claim.period else ""
    assert told == {
        "measure": claim.measure,
        "indicator": claim.indicator or "",
        "area": claim.area or "",
        "period": period,
        "status": claim.status,
    }


@settings(max_examples=60, derandomize=True, deadline=None)
@given(TEXTS)
def test_written_texts(text: str) -> None:
    document = pipeline()(text, date="2023-02-01", doc_id="a.txt")
    assert document.claims
    check(document)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_seeds(path: Path) -> None:
    check(pipeline()(path.read_text(encoding="utf-8"), date="2023-02-01", doc_id=path.name))
