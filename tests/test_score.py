"""The scorers: what counts as found, what as right, and how often each claim is counted."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.cases import is_made
from benchmarks.findings import finding_figures, score_findings
from benchmarks.score import figures, quantity_matches, score, slot_right

Row = dict[str, Any]


def gold(start: int, text: str, **fields: object) -> Row:
    row: Row = {"doc": "a.txt", "start": start, "end": start + len(text), "text": text, "bound": "exact", "unit": "家"}
    return {**row, "indicator": ["企业", "公司"], "measure": "level", "status": "actual", **fields}


def claim(start: int, text: str, value: str, **fields: object) -> Row:
    quantity = {"value": value, "low": None, "high": None, "unit": "家", "bound": "exact"}
    row: Row = {"doc_id": "in/a.txt", "start": start, "end": start + len(text), "text": text, "quantity": quantity}
    return {**row, "indicator": "企业", "measure": "level", "status": "actual", **fields}


def test_a_wrong_value_is_both_missed_and_false() -> None:
    tally = score([claim(0, "3家", "4")], [gold(0, "3家", value="3")])
    assert (tally.found, tally.false, tally.missed, tally.overlapped) == (0, 1, 1, 1)


def test_optional_rows_neither_reward_nor_punish() -> None:
    rows = [gold(0, "3家", value="3", optional=True)]
    assert figures(score([claim(0, "3家", "3")], rows))["gold"] == 0
    assert score([claim(0, "3家", "9")], rows).false == 0
    assert score([], rows).missed == 0


def test_one_claim_serves_one_row_and_the_rest_is_spurious() -> None:
    tally = score([claim(0, "3家", "3"), claim(9, "5家", "5")], [gold(0, "3家", value="3"), gold(1, "家", value="3")])
    assert (tally.found, tally.false, tally.missed) == (1, 1, 1)


def test_a_claim_is_exact_when_every_core_slot_is_right() -> None:
    rows = [gold(0, "3家", value="3")]
    assert figures(score([claim(0, "3家", "3")], rows))["claim_exact"] == 1
    assert figures(score([claim(0, "3家", "3", status="target")], rows))["claim_exact"] == 0
    assert figures(score([claim(0, "3家", "3", source="某局")], rows))["claim_exact"] == 1


@pytest.mark.parametrize(
    ("quantity", "row", "expected"),
    [
        ({"value": "20", "unit": "人"}, {"value": "20", "unit": "名"}, True),
        ({"value": "20", "unit": "个"}, {"value": "20", "unit": "家"}, False),
        ({"value": "20", "unit": "个"}, {"value": "20", "unit": "家", "alt": {"unit": ["个"]}}, True),
        ({"value": "66.6667", "unit": "%"}, {"value": "66.67", "unit": "%"}, True),
        ({"value": "66.6", "unit": "%"}, {"value": "66.67", "unit": "%"}, False),
        ({"value": None, "low": "2", "high": "9", "unit": "元"}, {"low": "2", "high": "9", "unit": "元"}, True),
        ({"value": "2", "low": None, "high": None, "unit": "元"}, {"low": "2", "high": "9", "unit": "元"}, False),
    ],
)
def test_quantities_match_by_value_and_unit(quantity: Row, row: Row, expected: bool) -> None:  # noqa: FBT001
    assert quantity_matches(quantity, row) is expected


@pytest.mark.parametrize(
    ("slot", "value", "row", "expected"),
    [
        ("indicator", "高新技术企业数", {"indicator": ["高新技术企业"]}, True),
        ("indicator", "企业", {"indicator": ["高新技术企业"]}, False),
        ("indicator", None, {"indicator": []}, True),
        ("area", "重庆市", {"area": "重庆"}, True),
        ("area", "我国", {"area": "全国"}, True),
        ("area", None, {"area": "重庆", "alt": {"area": [None]}}, True),
        ("source", "市统计局负责人", {"source": "市统计局"}, True),
        ("period", {"start": None, "end": "2022-06-30"}, {"period": {"end": "2022-06-01", "as_of": True}}, True),
        (
            "period",
            {"start": None, "end": "2022-06-30"},
            {"period": {"start": "2022-01-01", "end": "2022-06-30"}},
            False,
        ),
        ("period", None, {"period": {"start": None, "end": None}}, True),
        ("basis", None, {"basis": None}, True),
    ],
)
def test_slots_are_right_when_an_accepted_answer_is_given(slot: str, value: object, row: Row, expected: bool) -> None:  # noqa: FBT001
    assert slot_right(slot, {"quantity": {}, slot: value}, row) is expected


TEXT = "甲\n占10%，乙占20%。"


def finding(kind: str, *spans: tuple[int, int], severity: str = "error", number: int = 1) -> Row:
    evidence = [{"doc_id": "a.txt", "start": start, "end": end, "text": TEXT[start:end]} for start, end in spans]
    return {"id": f"f-{number}", "kind": kind, "severity": severity, "rule": "X", "message": "", "evidence": evidence}


def test_findings_are_told_by_kind_and_place() -> None:
    rows: list[Row] = [
        {"kind": "unit_misuse", "level": "must", "evidence": [{"doc": "a.txt", "text": "甲占10%"}]},
        {"forbid": ["value_conflict"], "evidence": [{"doc": "a.txt", "text": "10%"}, {"doc": "a.txt", "text": "20%"}]},
    ]
    found = [finding("unit_misuse", (3, 6)), finding("value_conflict", (3, 6), severity="warning", number=2)]
    table = finding_figures(score_findings(found, rows, {"a.txt": TEXT}))
    assert table == {"must": 1, "must_found": 1, "forbidden_reported": 0, "other_errors": 0}
    both = finding("value_conflict", (3, 6), (9, 12), number=3)
    table = finding_figures(score_findings([both], rows, {"a.txt": TEXT}))
    assert table == {"must": 1, "must_found": 0, "forbidden_reported": 1, "other_errors": 1}


@pytest.mark.parametrize(
    ("expect", "expected"),
    [
        ({"kind": "value_conflict", "strings": ["占10%", "20%"]}, True),
        ({"kind": "value_conflict", "strings": ["10%", "30%"]}, False),
        ({"kind": "value_conflict", "strings": ["10%", "20%", "30%"]}, True),
        ({"kind": "sum_mismatch", "strings": ["10%"]}, False),
        ({"kind": "sum_mismatch", "accept": ["value_conflict"], "strings": ["10%"]}, True),
        ({"kind": "duplicate_article", "accept": ["value_conflict"]}, False),
    ],
)
def test_a_case_is_met_by_an_accepted_kind_that_quotes_its_strings(expect: Row, expected: bool) -> None:  # noqa: FBT001
    assert is_made(expect, finding("value_conflict", (3, 6), (9, 12))) is expected
