"""Marks in running text: claims and the evidence of findings, cut into pieces under the same marks."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimex.schema import Document, Evidence, Finding, OffsetMap
    from claimex.schema.finding import Severity

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The gravest first."""
_RANK: dict[str, int] = {severity: rank for rank, severity in enumerate(SEVERITIES)}


@dataclass(frozen=True)
class Piece:
    """A run of text under the same marks: at most one claim, and the worst of the findings that quote it.

    `first`: its claim begins here; `anchors`: the evidence that does.
    """

    text: str
    claim: str = ""
    first: bool = False
    severity: str = ""
    findings: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True)
class Span:
    """A mark to draw, in flow offsets. `anchor`: what links to the evidence lead to."""

    start: int
    end: int
    claim: str = ""
    finding: str = ""
    severity: str = ""
    anchor: str = ""


def anchor(finding: Finding, number: int) -> str:
    """The place on the page of a finding's evidence."""
    return f"{finding.id}-{number}"


def spans(document: Document, quoting: Iterable[tuple[Finding, int, Evidence]]) -> list[Span]:
    """The marks of a document, in the order of its text."""
    offsets = document.flow.offsets
    found = [Span(*flow_span(offsets, claim.start, claim.end), claim=claim.id) for claim in document.claims]
    found += [
        Span(
            *flow_span(offsets, evidence.start, evidence.end),
            finding=finding.id,
            severity=finding.severity,
            anchor=anchor(finding, number),
        )
        for finding, number, evidence in quoting
    ]
    return sorted((span for span in found if span.start < span.end), key=lambda span: (span.start, span.end))


def flow_span(offsets: OffsetMap, start: int, end: int) -> tuple[int, int]:
    """The flowing text's stretch made of a raw stretch; empty where reflow left it out."""
    positions = range(len(offsets))
    return bisect_left(positions, start, key=offsets.start), bisect_left(positions, end, key=offsets.start)


def pieces(text: str, start: int, end: int, marks: Iterable[Span]) -> list[Piece]:
    """A block cut wherever a mark begins or ends. `marks`: in the order of the text."""
    inside: list[Span] = []
    for span in marks:
        if span.start >= end:
            break
        if span.end > start:
            inside.append(span)
    cuts = sorted({start, end, *(cut for span in inside for cut in (span.start, span.end) if start < cut < end)})
    return [_piece(text, left, right, inside) for left, right in pairwise(cuts)]


def _piece(text: str, start: int, end: int, marks: Sequence[Span]) -> Piece:
    over = [span for span in marks if span.start <= start and end <= span.end]
    claim = next((span for span in over if span.claim), None)
    quoted = sorted((span for span in over if span.finding), key=lambda span: _RANK[span.severity])
    return Piece(
        text=text[start:end],
        claim=claim.claim if claim else "",
        first=bool(claim and claim.start == start),
        severity=quoted[0].severity if quoted else "",
        findings=tuple(dict.fromkeys(span.finding for span in quoted)),
        anchors=tuple(dict.fromkeys(span.anchor for span in quoted if span.start == start)),
    )
