"""Law 4: a sentence without numbers changes nothing but offsets."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

import claimex

if TYPE_CHECKING:
    from claimex import Claim, Pipeline

DATE = dt.date(2022, 1, 18)
FACTS = (
    "去年全市研发经费达到526.79亿元，同比增长12.2%。",
    "截至6月底，全市高新技术企业达到5108家。",
    "到2025年，力争技术合同成交额突破300亿元。",
    "主城都市区占全市研发经费比重达到94.1%。",
)
PLAIN = (
    "会议强调，科技创新是引领发展的重要力量。",
    "有关部门将继续做好服务保障工作。",
    "专家认为，这一做法值得推广。",
)


@cache
def pipeline() -> Pipeline:
    return claimex.load()


def said(claim: Claim) -> dict[str, Any]:
    """A claim without its place."""
    return claim.model_dump(exclude={"start", "end", "sentence", "derivation", "id", "group"})


@settings(max_examples=40, derandomize=True, deadline=None)
@given(
    facts=st.lists(st.sampled_from(FACTS), min_size=1, max_size=4, unique=True),
    places=st.lists(st.tuples(st.integers(0, 4), st.sampled_from(PLAIN)), max_size=3),
)
def test_sentences_without_numbers_change_nothing_but_offsets(facts: list[str], places: list[tuple[int, str]]) -> None:
    padded = list(facts)
    for at, sentence in places:
        padded.insert(min(at, len(padded)), sentence)
    before = pipeline()("".join(facts), date=DATE)
    after = pipeline()("".join(padded), date=DATE)
    assert [said(claim) for claim in after.claims] == [said(claim) for claim in before.claims]
    assert all(after.text[claim.start : claim.end] == claim.text for claim in after.claims)
