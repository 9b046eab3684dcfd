"""What a check reports."""

from __future__ import annotations

from typing import Literal

from claimex.schema.base import Record

Kind = Literal[
    "value_conflict",
    "value_revision",
    "sum_mismatch",
    "share_mismatch",
    "growth_mismatch",
    "difference_mismatch",
    "total_mismatch",
    "cumulative_mismatch",
    "count_mismatch",
    "rank_conflict",
    "impossible_value",
    "time_impossible",
    "unit_misuse",
    "number_style",
    "wording_variant",
    "name_variant",
    "duplicate_article",
    "shared_passage",
]
Severity = Literal["error", "warning", "note"]


class Evidence(Record):
    """A stretch of a document's raw text. `raw[start:end] == text`; `claim_id` where it is a claim's mention."""

    doc_id: str
    start: int
    end: int
    text: str
    claim_id: str | None = None


class Finding(Record):
    """One thing a person should look at, with its arithmetic or its two strings."""

    id: str
    kind: Kind
    rule: str
    severity: Severity
    message: str
    calculation: str | None = None
    suggestion: str | None = None
    evidence: tuple[Evidence, ...]
