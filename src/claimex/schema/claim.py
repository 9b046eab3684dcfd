"""A claim: one quantity with everything the text says about it."""

from __future__ import annotations

from typing import Literal

from claimex.schema.base import Record
from claimex.schema.quantity import Period, Quantity  # noqa: TC001 (pydantic reads the annotation)

Measure = Literal["level", "change", "growth", "share", "rank", "multiple", "progress", "gap"]
Direction = Literal["up", "down", "flat"]
Status = Literal["actual", "estimate", "target", "rule"]
Basis = Literal["yoy", "mom", "period", "entity", "whole", "target"]
Aggregation = Literal["new", "cumulative", "average", "per"]
Vintage = Literal["preliminary", "final", "revised"]


class Step(Record):
    """One step from characters to claim: which stage and rule decided `slot`, on which stretch of the raw text."""

    stage: str
    rule: str
    slot: str = ""
    value: str = ""
    start: int
    end: int


class SentenceSpan(Record):
    """Raw offsets of the sentence a claim stands in."""

    start: int
    end: int


class ClaimSlots(Record):
    """The slots of a claim that framing fills; meanings in the annotation guideline."""

    measure: Measure = "level"
    direction: Direction | None = None
    indicator: str | None = None
    area: str | None = None
    subject: str | None = None
    period: Period | None = None
    status: Status = "actual"
    basis: Basis | None = None
    aggregation: Aggregation | None = None
    source: str | None = None
    vintage: Vintage | None = None


class Claim(Record):
    """One numeric claim. `start`, `end`: raw offsets, and `raw[start:end] == text`."""

    id: str
    doc_id: str
    start: int
    end: int
    text: str
    quantity: Quantity
    measure: Measure = "level"
    direction: Direction | None = None
    indicator: str | None = None
    concept: str | None = None
    area: str | None = None
    subject: str | None = None
    period: Period | None = None
    status: Status = "actual"
    basis: Basis | None = None
    aggregation: Aggregation | None = None
    source: str | None = None
    vintage: Vintage | None = None
    sentence: SentenceSpan
    group: str | None = None
    confidence: float = 1.0
    derivation: tuple[Step, ...] = ()
