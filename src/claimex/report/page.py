"""The review page: every document with its claims marked in the text, every finding with its evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claimex.report.words import Lang, label
from claimex.schema.base import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimex.report.files import Report
    from claimex.schema import Claim, Document, Evidence, Finding, OffsetMap, Quantity

CONTEXT = 24
"""Characters shown to either side of a piece of evidence."""

_SEVERITY_ORDER = {"error": 0, "warning": 1, "note": 2}
_SLOTS = ("indicator", "area", "subject", "source")
_CODED = ("measure", "direction", "status", "basis", "aggregation", "vintage")


@dataclass(frozen=True)
class Piece:
    """A run of text under the same marks: at most one claim, and the worst of the findings that quote it."""

    text: str
    claim: str = ""
    first: bool = False
    severity: str = ""
    findings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Span:
    """A mark to draw, in flow offsets."""

    start: int
    end: int
    claim: str = ""
    finding: str = ""
    severity: str = ""


def render_page(report: Report) -> str:
    """One HTML file in the report's language; style and script are in it, it opens without a network."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("claimex.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    lang = report.settings.lang
    quoting: dict[str, list[tuple[Finding, Evidence]]] = defaultdict(list)
    for finding in report.findings:
        for evidence in finding.evidence:
            quoting[evidence.doc_id].append((finding, evidence))
    texts = {document.doc_id: document for document in report.documents}
    shown = report.shown
    findings = sorted(report.findings, key=lambda finding: _SEVERITY_ORDER[finding.severity])
    return environment.get_template("page.html.j2").render(
        lang=lang,
        word=partial(label, lang=lang),
        documents=[_document(document, quoting[document.doc_id], number) for number, document in enumerate(shown)],
        left_out=len(texts) - len(shown),
        findings=[_finding(finding, texts) for finding in findings],
        failures=report.failures,
        cards={claim.id: _card(claim, lang) for document in shown for claim in document.claims},
    )


def _document(document: Document, quoting: Sequence[tuple[Finding, Evidence]], number: int) -> dict[str, Any]:
    spans = _spans(document, quoting)
    flow = document.flow
    blocks = []
    at = 0
    for block in flow.blocks:
        while at < len(spans) and spans[at].end <= block.start:
            at += 1
        pieces = _pieces(flow.text, block.start, block.end, spans[at:])
        blocks.append({"kind": block.kind, "level": block.level, "article": block.article, "pieces": pieces})
    return {
        "number": number,
        "doc_id": document.doc_id,
        "title": document.title or document.doc_id,
        "date": document.date,
        "publisher": document.publisher,
        "claims": len(document.claims),
        "findings": len({finding.id for finding, _ in quoting}),
        "blocks": blocks,
    }


def _spans(document: Document, quoting: Sequence[tuple[Finding, Evidence]]) -> list[Span]:
    offsets = document.flow.offsets
    spans = [Span(*_flow_span(offsets, claim.start, claim.end), claim=claim.id) for claim in document.claims]
    spans += [
        Span(*_flow_span(offsets, evidence.start, evidence.end), finding=finding.id, severity=finding.severity)
        for finding, evidence in quoting
    ]
    return sorted((span for span in spans if span.start < span.end), key=lambda span: (span.start, span.end))


def _flow_span(offsets: OffsetMap, start: int, end: int) -> tuple[int, int]:
    """The flowing text's stretch made of a raw stretch; empty where reflow left it out."""
    positions = range(len(offsets))
    return bisect_left(positions, start, key=offsets.start), bisect_left(positions, end, key=offsets.start)


def _pieces(text: str, start: int, end: int, spans: Sequence[Span]) -> list[Piece]:
    """A block cut wherever a mark begins or ends."""
    inside: list[Span] = []
    for span in spans:
        if span.start >= end:
            break
        if span.end > start:
            inside.append(span)
    cuts = sorted({start, end, *(cut for span in inside for cut in (span.start, span.end) if start < cut < end)})
    return [_piece(text, left, right, inside) for left, right in pairwise(cuts)]


def _piece(text: str, start: int, end: int, spans: Iterable[Span]) -> Piece:
    over = [span for span in spans if span.start <= start and end <= span.end]
    claim = next((span for span in over if span.claim), None)
    quoted = sorted((span for span in over if span.finding), key=lambda span: _SEVERITY_ORDER[span.severity])
    return Piece(
        text=text[start:end],
        claim=claim.claim if claim else "",
        first=bool(claim and claim.start == start),
        severity=quoted[0].severity if quoted else "",
        findings=tuple(dict.fromkeys(span.finding for span in quoted)),
    )


def _finding(finding: Finding, documents: dict[str, Document]) -> dict[str, Any]:
    return {
        **finding.model_dump(exclude={"evidence"}),
        "evidence": [_quotation(item, documents[item.doc_id]) for item in finding.evidence if item.doc_id in documents],
    }


def _quotation(evidence: Evidence, document: Document) -> dict[str, Any]:
    """Evidence between its neighbours, from the flowing text where it stands there, else as it was printed."""
    flow = document.flow
    start, end = _flow_span(flow.offsets, evidence.start, evidence.end)
    around = (flow.text[max(0, start - CONTEXT) : start], flow.text[end : end + CONTEXT]) if start < end else ("", "")
    return {
        "doc_id": evidence.doc_id,
        "claim_id": evidence.claim_id,
        "before": around[0].rpartition("\n")[2],
        "text": flow.text[start:end] or evidence.text,
        "after": around[1].partition("\n")[0],
    }


def _card(claim: Claim, lang: Lang) -> dict[str, Any]:
    """What the side panel shows of a claim, as pairs of words."""
    rows = [(label("quantity", lang), quantity_words(claim.quantity, lang))]
    rows += [(label(slot, lang), label(str(value), lang)) for slot in _CODED if (value := getattr(claim, slot))]
    rows += [(label(slot, lang), str(value)) for slot in _SLOTS if (value := getattr(claim, slot))]
    if claim.period:
        rows.append((label("period", lang), _period_words(claim, lang)))
    rows.append((label("offsets", lang), f"{claim.doc_id} {claim.start}–{claim.end}"))
    steps = [" ".join(filter(None, (step.stage, step.rule, step.slot, step.value))) for step in claim.derivation]
    return {"text": "".join(claim.text.split()), "rows": rows, "steps": steps}


def quantity_words(quantity: Quantity, lang: Lang) -> str:
    """A quantity for people: `超 526.79 亿元` is `超 52,679,000,000 元`."""
    unit = quantity.unit
    if quantity.value is not None:
        bound = label(quantity.bound, lang)
        return f"{bound} {_grouped(plain(quantity.value))} {unit}".strip()
    ends = (_grouped(plain(end)) if end is not None else "…" for end in (quantity.low, quantity.high))
    return f"{' ～ '.join(ends)} {unit}".strip()


def _grouped(number: str) -> str:
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else number


def _period_words(claim: Claim, lang: Lang) -> str:
    period = claim.period
    if period is None:
        return ""
    if period.as_of:
        days = f"{label('as_of', lang)} {period.end or '…'}"
    else:
        days = f"{period.start or '…'} – {period.end or '…'}"
    return f"{days}（{period.text}）" if period.text else days
