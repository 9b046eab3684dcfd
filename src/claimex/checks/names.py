"""X06: one thing under two names: a person or a body a character apart, a list of terms in which one term drifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.checks.bodies import bodies
from claimex.checks.cross import Corpus, CorpusCheck, CrossHit
from claimex.checks.persons import persons
from claimex.checks.terms import drifts

if TYPE_CHECKING:
    from collections.abc import Iterator


def find_variants(corpus: Corpus) -> Iterator[CrossHit]:
    """X06: one thing under two names: a person or a body a character apart, a term of a set that drifts.

    反例: 中国科学院院士卞某武 and 中国科学院院士下某武; 金凤实验室 and 金风实验室 in one text; 数字经济 and 数智科技 as
    the first of the same four highlands.
    正例: two people who share an office; 第一医院 and 第二医院; lists with other heads.
    """
    aligned = {frozenset((found.a_id, found.b_id)) for found in corpus.faithful}
    pairs = [(one.evidence(), other.evidence(), f"上文同为“{post}”") for one, other, post in persons(corpus.docs)]
    pairs += [(first, second, "仅一字不同，形近或音同") for first, second in bodies(corpus.docs)]
    for first, second, why in pairs:
        if frozenset((first.doc_id, second.doc_id)) in aligned:  # X05 tells it
            continue
        a, b = ("".join(item.text.split()) for item in (first, second))
        yield CrossHit(
            evidence=(first, second), fields={"a": a, "b": b, "why": why}, calculation=f"“{a}” ≠ “{b}”，{why}"
        )
    for one, other, at in drifts(corpus.docs):
        same = f"其余{len(one.terms) - 1}项相同"
        yield CrossHit(
            evidence=(one.evidence(), other.evidence()),
            fields={"a": one.terms[at], "b": other.terms[at], "why": f"{one.head}，{same}"},
            calculation=f"“{one.terms[at]}” ≠ “{other.terms[at]}”，{same}",
            severity="note",
        )


CHECKS: tuple[CorpusCheck, ...] = (
    CorpusCheck(
        id="X06",
        kind="name_variant",
        severity="warning",
        find=find_variants,
        zh="疑为同一名称的两种写法：“{a}”与“{b}”（{why}）",
        en="one name seems to be written in two ways: “{a}” and “{b}” ({why})",
    ),
)
