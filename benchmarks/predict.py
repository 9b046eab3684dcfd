"""Run the pipeline over a gold set's documents, dated as the gold set says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import claimex
from benchmarks.score import read_rows, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from benchmarks.score import Row
    from claimex import Pipeline, Result


def predict(pipeline: Pipeline, docs: Path, dates: Sequence[Row]) -> Result:
    """The checked documents of a folder; `dates` are rows with the file name under `doc` or `file`."""
    documents = []
    for row in dates:
        name = row.get("doc") or row["file"]
        documents.append(pipeline(read_text(docs / name), date=row.get("date"), doc_id=name))
    return claimex.check(documents)


def predict_set(pipeline: Pipeline, docs: Path, table: Path) -> Result:
    """The same with the dates in a JSON lines file."""
    return predict(pipeline, docs, read_rows(table))


def claim_rows(result: Result) -> list[Row]:
    """Claims as they stand in `claims.jsonl`."""
    return [claim.model_dump(mode="json") for claim in result.claims]


def finding_rows(result: Result) -> list[Row]:
    """Findings as they stand in `findings.jsonl`."""
    return [finding.model_dump(mode="json") for finding in result.findings]
