"""Findings across documents: stable names, one order, evidence that quotes the raw text."""

from __future__ import annotations

from functools import cache

import pytest

import claimex
from claimex.checks import CORPUS_CHECKS, check_corpus
from claimex.checks.persons import LENGTH
from claimex.compare import compare
from claimex.settings import Settings

A = (
    "青川市召开科技创新大会，提出到明年底全市建成二十个市级创新平台，培育一批有竞争力的企业。\n"
    "2024年，全市完成技术合同登记3216项，成交额58.6亿元，应当统筹推进各类创新资源，形成高层次人才集聚地。\n"
)
B = A.replace("58.6亿元", "56.8亿元").replace("推进", "布局")


@cache
def pipeline() -> claimex.Pipeline:
    return claimex.load()


def findings(a: str, b: str, settings: Settings | None = None) -> tuple[claimex.Finding, ...]:
    settings = settings or Settings()
    docs = (pipeline()(a, doc_id="a.txt", date="2025-02-03"), pipeline()(b, doc_id="b.txt", date="2025-02-03"))
    return check_corpus(docs, compare(docs, settings), settings)


def test_kinds_and_evidence() -> None:
    found = findings(A, B)
    assert sorted(f.rule for f in found) == ["D01", "X03", "X05"]
    texts = {"a.txt": A, "b.txt": B}
    for finding in found:
        assert len({e.doc_id for e in finding.evidence}) == 2
        assert all(texts[e.doc_id][e.start : e.end] == e.text for e in finding.evidence)
        assert finding.calculation


def test_a_changed_number_between_two_prints_is_an_error() -> None:
    (conflict,) = (f for f in findings(A, B) if f.kind == "value_conflict")
    assert conflict.severity == "error"
    assert [e.text for e in conflict.evidence] == ["58.6亿元", "56.8亿元"]
    assert all(e.claim_id for e in conflict.evidence)


def test_ids_survive_an_edit_elsewhere() -> None:
    edited = "白河县今天召开春灌动员会。\n\n" + A
    before = {f.id for f in findings(A, B) if f.rule.startswith("X")}
    after = {f.id for f in findings(edited, B) if f.rule.startswith("X")}
    assert before == after


def test_rules_can_be_switched_off() -> None:
    assert {f.rule for f in findings(A, B, Settings(rules=("-X05", "-duplicate_article")))} == {"X03"}


def test_messages_in_english() -> None:
    (conflict,) = (f for f in findings(A, B, Settings(lang="en")) if f.kind == "value_conflict")
    assert "cannot both be true" in conflict.message


def test_one_document_and_none() -> None:
    doc = pipeline()(A, doc_id="a.txt")
    assert check_corpus((doc,), compare((doc,), Settings()), Settings()) == ()
    assert check_corpus((), compare((), Settings()), Settings()) == ()


@pytest.mark.parametrize("check", CORPUS_CHECKS, ids=lambda check: check.id)
def test_rules_are_described_with_both_answers(check: object) -> None:
    text = getattr(check, "find").__doc__ or ""  # noqa: B009 (the checks differ in type)
    assert "反例" in text
    assert "正例" in text


def test_rule_ids_are_unique() -> None:
    ids = [check.id for check in CORPUS_CHECKS]
    assert len(ids) == len(set(ids))
    assert LENGTH == 3
