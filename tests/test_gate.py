"""The gate: floors only rise, and today's figures stand above them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from benchmarks.diff import compare_claims
from benchmarks.gate import (
    below,
    fingerprint,
    gold_files,
    measure,
    problems,
    raised,
    read_baseline,
    rounded_down,
    write_baseline,
)

if TYPE_CHECKING:
    from pathlib import Path

FLOORS = {"f1": 0.95, "other_errors": 0.0}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ({"f1": 0.95, "other_errors": 0.0}, []),
        ({"f1": 0.96, "other_errors": 0.0}, []),
        ({"f1": 0.949, "other_errors": 0.0}, ["f1 is 0.949, its floor is 0.95"]),
        ({"f1": 0.95, "other_errors": 1.0}, ["other_errors is 1.0, its floor is 0.0"]),
        ({"other_errors": 0.0}, ["f1 is not measured any more; its floor is 0.95"]),
    ],
)
def test_a_figure_below_its_floor_is_named(now: dict[str, float], expected: list[str]) -> None:
    assert below(now, FLOORS) == expected


def test_floors_rise_and_never_fall() -> None:
    assert raised({"f1": 0.97, "other_errors": 2.0}, FLOORS) == {"f1": 0.97, "other_errors": 0.0}
    assert raised({"f1": 0.90, "other_errors": 0.0, "area": 0.8}, FLOORS) == {**FLOORS, "area": 0.8}


def test_other_gold_files_close_the_gate_even_for_better_figures() -> None:
    baseline = {"gold": "one", "floors": FLOORS}
    assert problems(baseline, {"f1": 1.0, "other_errors": 0.0}, "one") == []
    assert "gold" in problems(baseline, {"f1": 1.0, "other_errors": 0.0}, "two")[0]


def test_the_fingerprint_sees_contents_and_names_and_not_order(tmp_path: Path) -> None:
    one, other = tmp_path / "a", tmp_path / "b"
    one.write_text("x")
    other.write_text("y")
    before = fingerprint([one, other])
    assert fingerprint([other, one]) == before
    other.write_text("z")
    assert fingerprint([one, other]) != before


def test_floors_are_rounded_down_and_survive_a_file(tmp_path: Path) -> None:
    assert [rounded_down(value) for value in (0.95, 0.9999, 1.0, 3)] == [0.95, 0.999, 1.0, 3.0]
    path = tmp_path / "baseline.json"
    write_baseline("print", FLOORS, path)
    assert read_baseline(path) == {"gold": "print", "floors": FLOORS}
    assert json.loads(path.read_text())["gold"] == "print"


def test_the_seeds_stand_above_every_floor() -> None:
    assert problems(read_baseline(), measure(), fingerprint(gold_files())) == []


def test_a_diff_lists_what_was_gained_lost_and_changed() -> None:
    def claim(start: int, text: str, indicator: str) -> dict[str, object]:
        return {"doc_id": "a", "start": start, "end": start + len(text), "text": text, "indicator": indicator}

    before = [claim(0, "3家", "企业"), claim(10, "4家", "企业"), claim(20, "5家", "企业")]
    after = [claim(0, "3家", "企业"), claim(10, "4家", "工厂"), claim(30, "6家", "企业")]
    changes = compare_claims(before, after)
    assert changes.lost == [before[2]]
    assert changes.gained == [after[2]]
    assert changes.changed == [(before[1], after[1], ["indicator"])]
