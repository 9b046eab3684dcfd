"""Rules are tried by the letters that they are known by; trying all of them everywhere finds the same."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from claimex.period import find_periods
from claimex.period.candidates import pairs
from claimex.period.dates import PARTS_OF_YEAR
from claimex.period.found import NUMERALS
from claimex.period.grammar import NUMBER_RULES, WORD_RULES, inside_number

if TYPE_CHECKING:
    from claimex.period.dates import Part
    from claimex.period.grammar import Rule

CASES = Path(__file__).parents[1] / "cases"
DAY = dt.date(2024, 3, 5)


@cache
def texts() -> list[str]:
    paths = [*(CASES / "period").iterdir(), *(CASES / "quantity").iterdir()]
    pages = [yaml.safe_load(path.read_text("utf-8")) for path in paths]
    return [case["text"] for page in pages for case in page["cases"] if "text" in case]


def all_rules(text: str, at: int) -> tuple[Rule, ...]:
    if text[at : at + 1] and text[at] in NUMERALS:
        return () if inside_number(text, at) else tuple(opening.rule for opening in NUMBER_RULES)
    return tuple(opening.rule for opening in WORD_RULES) if text[at : at + 2] in pairs() else ()


class Always(dict[str, tuple["Part", ...]]):
    def get(self, _letter: str, _default: object = ()) -> tuple[Part, ...]:
        return tuple(opening.rule for opening in PARTS_OF_YEAR)


def test_rules_that_are_not_tried_would_decline(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [find_periods(text, DAY) for text in texts()]
    monkeypatch.setattr("claimex.period.find.rules_at", all_rules)
    monkeypatch.setattr("claimex.period.dates._parts_of_year", Always)
    assert found == [find_periods(text, DAY) for text in texts()]


class EveryLetter(frozenset[str]):
    def __contains__(self, _letter: object) -> bool:
        return True


@pytest.mark.parametrize(
    "letters",
    [
        "find._JOIN_BEGINS",
        "dates._POINT_BEGINS",
        "cues._BEFORE_ENDS",
        "cues._SINCE_BEGINS",
        "cues._BASE_BEGINS",
        "cues._BY_BEGINS",
        "words._TWO",
    ],
)
def test_patterns_that_are_not_tried_would_not_match(monkeypatch: pytest.MonkeyPatch, letters: str) -> None:
    found = [find_periods(text, DAY) for text in texts()]
    monkeypatch.setattr(f"claimex.period.{letters}", EveryLetter())
    assert found == [find_periods(text, DAY) for text in texts()]
