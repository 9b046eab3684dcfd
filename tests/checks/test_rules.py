"""The registry: every rule has its metadata, its words, its cases, and can be switched."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimex
from claimex.checks import CHECKS, Check, check_document, enabled
from claimex.checks.error_rate import error_rate
from claimex.checks.rule import unknown_rules
from claimex.settings import Settings

CASES = Path(__file__).parents[1] / "cases" / "checks"
TIER_C = {"S05", "S21", "T15"}
TEXT = "会场坐了约60余人。\n全市研发投入强度为2.15%，比上年提高0.14%。\n会场坐了约60余人。"


@pytest.fixture(scope="module")
def pipe() -> claimex.Pipeline:
    return claimex.load()


def test_the_whole_catalogue_is_there() -> None:
    ids = [check.id for check in CHECKS]
    assert sorted(ids) == [f"S{n:02d}" for n in range(1, 22)] + [f"T{n:02d}" for n in range(1, 21)]
    assert {check.id for check in CHECKS if check.tier == "C"} == TIER_C


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_rule_is_documented_and_has_cases(check: Check) -> None:
    doc = check.find.__doc__ or ""
    assert "反例" in doc, check.id
    assert "正例" in doc, check.id
    assert check.title.startswith(check.id)
    assert (CASES / f"{check.id}.yaml").is_file()


@pytest.mark.parametrize(
    ("rules", "on"),
    [
        ((), True),
        (("-S01",), False),
        (("-S",), False),
        (("-number_style",), False),
        (("T",), False),
        (("S",), True),
        (("-S", "S01"), True),
        (("S01", "-S"), True),
    ],
)
def test_rules_are_switched_by_id_family_and_kind(rules: tuple[str, ...], on: bool) -> None:  # noqa: FBT001 (a table's column)
    assert enabled(Settings(rules=rules), "S01", "number_style", "A") is on


def test_advice_is_off_until_asked_for() -> None:
    assert not enabled(Settings(), "S05", "number_style", "C")
    assert enabled(Settings(rules=("S05",)), "S05", "number_style", "C")


def test_unknown_rules_are_named() -> None:
    known = [(check.id, check.kind) for check in CHECKS]
    assert unknown_rules(Settings(rules=("-S99", "T01", "nonsense")), known) == ("-S99", "nonsense")


def test_ids_do_not_hang_on_offsets(pipe: claimex.Pipeline) -> None:
    before = {f.id: f for f in pipe(TEXT, doc_id="a.txt").findings}
    after = {f.id: f for f in pipe("开头加了一句话。\n" + TEXT, doc_id="a.txt").findings}
    assert before.keys() == after.keys()
    assert len(before) == 3


def test_evidence_is_a_slice_of_the_file(pipe: claimex.Pipeline) -> None:
    doc = pipe(TEXT.replace("研发投入", "研发\n投入").replace("0.14%", "０．14 %"), doc_id="a.txt")
    assert any(f.rule == "T01" for f in doc.findings)
    for finding in doc.findings:
        for item in finding.evidence:
            assert doc.text[item.start : item.end] == item.text


def test_messages_come_in_both_languages(pipe: claimex.Pipeline) -> None:
    doc = pipe(TEXT, doc_id="a.txt")
    chinese = [f.message for f in check_document(doc, Settings())]
    english = [f.message for f in check_document(doc, Settings(lang="en"))]
    assert len(chinese) == len(english) == 3
    assert all("say the same" in m or "percentage points" in m for m in english)
    assert chinese != english


def test_arithmetic_is_spelled_out(pipe: claimex.Pipeline) -> None:
    doc = pipe("外贸进出口100.5亿元，其中出口60.2亿元，进口50.3亿元。", doc_id="a.txt")
    (finding,) = (f for f in doc.findings if f.kind == "sum_mismatch")
    assert finding.calculation == "60.2亿元 + 50.3亿元 = 110.5亿元 ≠ 100.5亿元"
    assert finding.suggestion is None, "each of the three figures could be the wrong one"


def test_error_rate_weighs_headlines_double_and_caps_slips(pipe: claimex.Pipeline) -> None:
    clean = error_rate(pipe("全市经济平稳运行。"))
    assert clean.errors == 0
    assert clean.passes
    slips = error_rate(pipe("会场坐了约60余人。\n" * 15))
    assert slips.errors == 1
    assert not slips.passes
    wrong = error_rate(pipe("全市研发投入强度为2.15%，比上年提高0.14%。"))
    assert wrong.errors == 1
    assert wrong.characters == 26
