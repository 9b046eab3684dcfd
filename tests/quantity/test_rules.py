"""The rules are what they say they are: an order that changes on purpose, and a case for each of their names."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from claimex.quantity import find_quantities
from claimex.quantity.rules import MARKS, RULES

if TYPE_CHECKING:
    import pytest

CASES = Path(__file__).parents[1] / "cases" / "quantity"
SOURCES = Path(__file__).parents[2] / "src" / "claimex" / "quantity"
NAME = re.compile(
    r'"((?:amount|bare|duration|fraction|money|multiple|percent|point|rank|ratio|structure|vague|table)\.[a-z]+)"'
)


def test_order_of_precedence() -> None:
    assert [rule.__name__ for rule in RULES] == [
        "read_later",
        "read_tenths",
        "read_percent",
        "read_point",
        "read_multiple",
        "read_structure",
        "read_duration",
        "read_amount",
        "read_bare",
    ]
    assert {form: rule.__name__ for form, rule in MARKS.items()} == {
        "ordinal": "read_rank",
        "front": "read_front",
        "fraction": "read_fraction",
        "ratio": "read_ratio",
        "turn": "read_turn",
        "hours": "read_hours",
        "price": "read_price",
        "slash": "read_slash",
    }


def test_rules_that_are_not_tried_would_decline(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [case["text"] for path in CASES.glob("*.yaml") for case in yaml.safe_load(path.read_text("utf-8"))["cases"]]
    found = [find_quantities(text) for text in texts]
    monkeypatch.setattr("claimex.quantity.find.rules_for", lambda _unit: RULES)
    assert found == [find_quantities(text) for text in texts]


def test_every_rule_says_what_it_reads() -> None:
    for rule in (*RULES, *MARKS.values()):
        assert rule.__doc__, rule.__name__


def test_every_rule_name_has_a_case() -> None:
    written = {name for path in SOURCES.rglob("*.py") for name in NAME.findall(path.read_text(encoding="utf-8"))}
    shown = {
        item["rule"]
        for path in CASES.glob("*.yaml")
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))["cases"]
        for item in case["expect"]
        if "rule" in item
    }
    assert written - shown - {"duration.none"} == set()
