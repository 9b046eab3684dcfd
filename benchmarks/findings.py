"""Score findings on the seeds: `python -m benchmarks.findings` (a row of `gold/findings.jsonl` a finding).

A `must` row has to be found, an `optional` one may be, a `forbid` row names kinds that may not be reported there; no
other finding may be an `error`. A finding is a row's when it has its kind and touches each of its stretches of text.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import claimex
from benchmarks.predict import finding_rows, predict_set
from benchmarks.score import read_rows, read_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.score import Row

GOLD = Path(__file__).parent / "gold"
SEEDS = Path(__file__).parents[1] / "seeds"
Span = tuple[int, int]


@dataclass
class FindingTally:
    """What was missed, what was reported though forbidden, and which errors nobody expects."""

    must: int = 0
    missed: list[Row] = field(default_factory=list)
    forbidden: list[tuple[Row, Row]] = field(default_factory=list)
    unexpected: list[Row] = field(default_factory=list)


def finding_figures(tally: FindingTally) -> dict[str, float]:
    """The table."""
    return {
        "must": tally.must,
        "must_found": tally.must - len(tally.missed),
        "forbidden_reported": len(tally.forbidden),
        "other_errors": len(tally.unexpected),
    }


def score_findings(findings: Sequence[Row], gold: Sequence[Row], texts: Mapping[str, str]) -> FindingTally:
    """Score findings of the documents in `texts`."""
    tally = FindingTally()
    expected: set[str] = set()
    for row in gold:
        places = [(item["doc"], _occurrences(texts[item["doc"]], item["text"])) for item in row["evidence"]]
        if "forbid" in row:
            tally.forbidden += [(row, finding) for finding in findings if _is_forbidden(row, places, finding)]
            continue
        hits = [finding for finding in findings if _is_expected(row, places, finding)]
        expected.update(finding["id"] for finding in hits)
        tally.must += row["level"] == "must"
        if not hits and row["level"] == "must":
            tally.missed.append(row)
    tally.unexpected = [
        finding for finding in findings if finding["severity"] == "error" and finding["id"] not in expected
    ]
    return tally


def _is_expected(row: Row, places: Sequence[tuple[str, list[Span]]], finding: Row) -> bool:
    if finding["kind"] != row["kind"]:
        return False
    if row["kind"] == "duplicate_article":
        return {doc for doc, _ in places} <= {item["doc_id"] for item in finding["evidence"]}
    return all(_touches(finding, doc, spans) for doc, spans in places)


def _is_forbidden(row: Row, places: Sequence[tuple[str, list[Span]]], finding: Row) -> bool:
    """A conflict is forbidden between two of the row's stretches; any other kind on one of them."""
    if finding["kind"] not in row["forbid"]:
        return False
    needed = min(2, len(places)) if finding["kind"] == "value_conflict" else 1
    return sum(_touches(finding, doc, spans) for doc, spans in places) >= needed


def _touches(finding: Row, doc: str, spans: Sequence[Span]) -> bool:
    return any(
        item["doc_id"] == doc and item["start"] < end and start < item["end"]
        for item in finding["evidence"]
        for start, end in spans
    )


def _occurrences(text: str, string: str) -> list[Span]:
    """Every place of a string in a text, white space apart.

    Raises:
        ValueError: it stands nowhere; the gold row has a slip.
    """
    kept = [at for at, character in enumerate(text) if not character.isspace()]
    flat = "".join(text[at] for at in kept)
    wanted = "".join(string.split())
    spans: list[Span] = []
    at = flat.find(wanted)
    while at >= 0:
        spans.append((kept[at], kept[at + len(wanted) - 1] + 1))
        at = flat.find(wanted, at + 1)
    if not spans:
        raise ValueError(f"not in its document: {string}")
    return spans


def score_seed_findings(findings: Sequence[Row]) -> FindingTally:
    """Score against the seeds' gold findings."""
    rows = read_rows(GOLD / "findings.jsonl")
    texts = {item["doc"]: read_text(SEEDS / item["doc"]) for row in rows for item in row["evidence"]}
    return score_findings(findings, rows, texts)


def print_errors(tally: FindingTally) -> None:
    """What is wrong, a line each."""
    for row in tally.missed:
        print("   missed    ", row["kind"], *(item["text"] for item in row["evidence"]))
    for row, finding in tally.forbidden:
        print("   forbidden ", finding["kind"], finding["rule"], finding["message"], "--", row["why"])
    for finding in tally.unexpected:
        print("   unexpected", finding["kind"], finding["rule"], finding["message"])


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    argparse.ArgumentParser(prog="python -m benchmarks.findings", description=__doc__).parse_args(argv)
    result = predict_set(claimex.load(), SEEDS, GOLD / "docs.jsonl")
    tally = score_seed_findings(finding_rows(result))
    for name, value in finding_figures(tally).items():
        print(f"{name:20s} {value}")
    print_errors(tally)
    return 0


if __name__ == "__main__":
    sys.exit(main())
