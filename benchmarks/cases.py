"""Score the checker on consistency cases: `python -m benchmarks.cases CASES_DIR`.

`cases.jsonl` holds cases: documents, findings that must be made (`expect`), kinds that must not (`forbid`). An expected
finding is made when one of an accepted kind quotes every string; a forbidden kind is kept out when no finding is of it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import claimex
from benchmarks.predict import finding_rows, predict
from benchmarks.score import read_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.score import Row
    from claimex import Pipeline


@dataclass
class CaseTally:
    """Counts by family of cases; `errors` holds what went wrong, one tuple each."""

    expected: Counter[str] = field(default_factory=Counter)
    made: Counter[str] = field(default_factory=Counter)
    forbidden: Counter[str] = field(default_factory=Counter)
    quiet: Counter[str] = field(default_factory=Counter)
    others: Counter[str] = field(default_factory=Counter)
    crashes: int = 0
    hard: int = 0
    hard_false: int = 0
    errors: list[tuple[object, ...]] = field(default_factory=list)


def case_figures(tally: CaseTally) -> dict[str, Any]:
    """The table: how many expected findings were made, how many forbidden ones were not."""
    table: dict[str, Any] = {
        "recall": tally.made.total() / max(1, tally.expected.total()),
        "specificity": tally.quiet.total() / max(1, tally.forbidden.total()),
        "crashes": tally.crashes,
        "hard_precision": 1 - tally.hard_false / tally.hard if tally.hard else 1.0,
    }
    for family in sorted({*tally.expected, *tally.forbidden}):
        expected, forbidden = tally.expected[family], tally.forbidden[family]
        table[f"recall:{family}"] = tally.made[family] / expected if expected else None
        table[f"quiet:{family}"] = tally.quiet[family] / forbidden if forbidden else None
    return {**table, "other_findings": dict(tally.others)}


def score_cases(pipeline: Pipeline, folder: Path) -> CaseTally:
    """Run every case of `cases.jsonl`; one that raises counts as a crash without findings."""
    tally = CaseTally()
    for case in read_rows(folder / "cases.jsonl"):
        try:
            findings = finding_rows(predict(pipeline, folder / "docs", case["docs"]))
        except Exception as error:  # noqa: BLE001 (a crash is a figure of the table)
            tally.crashes += 1
            tally.errors.append(("CRASH", case["id"], repr(error)[:200]))
            findings = []
        score_case(tally, case, findings)
    return tally


def score_case(tally: CaseTally, case: Row, findings: Sequence[Row]) -> None:
    """Add one case to the tally."""
    family = case["family"]
    for expect in case["expect"]:
        tally.expected[family] += 1
        if any(is_made(expect, finding) for finding in findings):
            tally.made[family] += 1
        else:
            got = [(finding["kind"], _quotes(finding)) for finding in findings][:4]
            tally.errors.append(("MISS", case["id"], expect["kind"], expect.get("strings"), case["why"], "got", got))
    expected_kinds = {kind for expect in case["expect"] for kind in _accepted(expect)}
    forbidden = [kind for kind in case.get("forbid", []) if kind not in expected_kinds]
    for kind in forbidden:
        tally.forbidden[family] += 1
        bad = [_quotes(finding) for finding in findings if finding["kind"] == kind]
        tally.quiet[family] += not bad
        if bad:
            tally.errors.append(("FALSE", case["id"], kind, case["why"], bad[:2]))
    for finding in findings:
        outside = finding["kind"] not in expected_kinds
        if finding["severity"] == "error":
            tally.hard += 1
            tally.hard_false += outside
        if outside and finding["kind"] not in case.get("forbid", []):
            tally.others[finding["kind"]] += 1


def is_made(expect: Row, finding: Row) -> bool:
    """Whether a finding is the expected one: an accepted kind that quotes its strings (two of three will do)."""
    if finding["kind"] not in _accepted(expect):
        return False
    if expect["kind"] in {"duplicate_article", "shared_passage"}:
        return len({item.get("doc_id") for item in finding["evidence"]}) >= 2
    quotes = [_flat(quote) for quote in _quotes(finding)]
    told = "|".join((_flat(finding.get("message")), _flat(finding.get("calculation")), *quotes))
    strings = [_flat(string) for string in expect.get("strings", [])]
    quoted = sum(_is_quoted(string, quotes, told) for string in strings)
    return quoted == len(strings) or (len(strings) > 2 and quoted >= 2)


def _is_quoted(string: str, quotes: Sequence[str], told: str) -> bool:
    digits = _digits(string)
    return (
        string in told
        or any(quote and quote in string for quote in quotes)
        or (bool(digits) and any(digits == _digits(quote) for quote in quotes))
    )


def _accepted(expect: Row) -> set[str]:
    return set(expect.get("accept") or [expect["kind"]])


def _quotes(finding: Row) -> list[str]:
    return [item.get("text") for item in finding["evidence"]]


def _flat(text: str | None) -> str:
    return re.sub(r"\s", "", text or "")


def _digits(text: str) -> str:
    return re.sub(r"[^0-9.]", "", text)


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.cases", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show the first N errors")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(argv)
    tally = score_cases(claimex.load(), args.folder)
    table = case_figures(tally)
    if args.json:
        print(json.dumps(table, ensure_ascii=False))
    else:
        for name, value in table.items():
            print(f"{name:28s} {round(value, 3) if isinstance(value, float) else value}")
    for error in tally.errors[: args.errors]:
        print("  ", *error)
    return 0


if __name__ == "__main__":
    sys.exit(main())
