"""The review page: findings with their evidence, prints of one article side by side, texts with their claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any

from claimex.report.cards import card
from claimex.report.marks import SEVERITIES, anchor, flow_span, pieces, spans
from claimex.report.prints import duplicates, side_by_side
from claimex.report.words import label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimex.report.files import Report
    from claimex.report.prints import Prints
    from claimex.report.words import Lang
    from claimex.schema import Document, Evidence, Finding

CONTEXT = 24
"""Characters shown to either side of a piece of evidence."""
MOST_PAIRS = 100
"""Pairs of prints shown; the findings name all of them."""

Quoting = dict[str, list[tuple["Finding", int, "Evidence"]]]


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
    quoting: Quoting = defaultdict(list)
    for finding in report.findings:
        for number, evidence in enumerate(finding.evidence):
            quoting[evidence.doc_id].append((finding, number, evidence))
    texts = {document.doc_id: document for document in report.documents}
    shown = report.shown
    numbers = {document.doc_id: number for number, document in enumerate(shown)}
    pairs = list(_pairs(report, texts))
    findings = sorted(report.findings, key=lambda finding: SEVERITIES.index(finding.severity))
    return environment.get_template("page.html.j2").render(
        lang=lang,
        word=partial(label, lang=lang),
        words={"derivation": label("derivation", lang)},
        documents=[_document(document, quoting, numbers[document.doc_id]) for document in shown],
        left_out=len(texts) - len(shown),
        findings=[_finding(finding, texts) for finding in findings],
        severities=_counts(report.findings),
        rules=_rules(report.findings),
        pairs=[_pair(pair, numbers, lang) for pair in pairs[:MOST_PAIRS]],
        pairs_left_out=max(len(pairs) - MOST_PAIRS, 0),
        failures=report.failures,
        cards={claim.id: card(claim, lang) for document in shown for claim in document.claims},
    )


def _pairs(report: Report, texts: Mapping[str, Document]) -> Iterator[Prints]:
    """The prints somebody asked for, then every pair that was found."""
    for first, second in report.beside:
        found = side_by_side(texts[first], texts[second])
        if found is not None:
            yield found
    for found in duplicates(report.findings, texts, report.settings):
        if (found.a.doc_id, found.b.doc_id) not in report.beside:
            yield found


def _counts(findings: Sequence[Finding]) -> list[tuple[str, int]]:
    count = Counter(finding.severity for finding in findings)
    return [(severity, count[severity]) for severity in SEVERITIES if count[severity]]


def _rules(findings: Sequence[Finding]) -> list[tuple[str, str, int]]:
    """Every rule that fired, with its kind and how often."""
    return [(rule, kind, n) for (rule, kind), n in sorted(Counter((f.rule, f.kind) for f in findings).items())]


def _document(document: Document, quoting: Quoting, number: int) -> dict[str, Any]:
    quoted = quoting.get(document.doc_id, [])
    marks = spans(document, quoted)
    flow = document.flow
    blocks = []
    at = 0
    for block in flow.blocks:
        while at < len(marks) and marks[at].end <= block.start:
            at += 1
        cut = pieces(flow.text, block.start, block.end, marks[at:])
        blocks.append({"kind": block.kind, "level": block.level, "article": block.article, "pieces": cut})
    return {
        "number": number,
        "doc_id": document.doc_id,
        "title": document.title or document.doc_id,
        "date": document.date,
        "publisher": document.publisher,
        "claims": len(document.claims),
        "findings": len({finding.id for finding, _, _ in quoted}),
        "blocks": blocks,
    }


def _finding(finding: Finding, documents: dict[str, Document]) -> dict[str, Any]:
    evidence = [
        _quotation(item, documents[item.doc_id], anchor(finding, number))
        for number, item in enumerate(finding.evidence)
        if item.doc_id in documents
    ]
    return {**finding.model_dump(exclude={"evidence"}), "evidence": evidence}


def _quotation(evidence: Evidence, document: Document, name: str) -> dict[str, Any]:
    """Evidence between its neighbours, from the flowing text where it stands there, else as it was printed."""
    flow = document.flow
    start, end = flow_span(flow.offsets, evidence.start, evidence.end)
    around = (flow.text[max(0, start - CONTEXT) : start], flow.text[end : end + CONTEXT]) if start < end else ("", "")
    return {
        "doc_id": evidence.doc_id,
        "anchor": name,
        "before": around[0].rpartition("\n")[2].lstrip("，。、；：！？”"),
        "text": flow.text[start:end] or evidence.text,
        "after": around[1].partition("\n")[0],
    }


def _pair(pair: Prints, numbers: Mapping[str, int], lang: Lang) -> dict[str, Any]:
    """Two prints: what agrees, and what one print has alone, is folded where more than a few sentences follow."""
    alignment = pair.alignment
    told = label("in_common", lang).format(share=f"{alignment.share:.1%}", common=alignment.common)
    return {
        "told": told,
        "kinds": pair.counts,
        "folds": any(group.folded for group in pair.groups),
        "a": _print(pair.a, numbers, lang),
        "b": _print(pair.b, numbers, lang),
        "groups": pair.groups,
    }


def _print(document: Document, numbers: Mapping[str, int], lang: Lang) -> dict[str, str]:
    name = document.doc_id if document.title else ""
    said = (name, str(document.date or label("unknown", lang)), document.publisher or "")
    number = numbers.get(document.doc_id)
    return {
        "title": document.title or document.doc_id,
        "line": " · ".join(filter(None, said)),
        "anchor": f"d{number}" if number is not None else "texts",
    }
