"""An input that became no document."""

from __future__ import annotations

from claimex.schema.base import Record


class Failure(Record):
    """One input that could not be read or worked through, and why; it becomes a row of `documents.jsonl`."""

    doc_id: str
    error: str
