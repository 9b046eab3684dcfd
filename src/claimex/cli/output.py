"""Claims and findings as lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimex.checks.error_rate import error_rate
from claimex.cli.options import tell
from claimex.cli.words import text
from claimex.report import finding_rows, label, quantity_words

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from claimex.report.words import Lang
    from claimex.schema import Claim, Document, Evidence, Finding


def print_findings(findings: Sequence[Finding], args: argparse.Namespace, lang: Lang) -> None:
    """Findings for people, or as JSON lines."""
    if args.format == "jsonl":
        for row in finding_rows(findings):
            print(json.dumps(row, ensure_ascii=False))
        return
    for finding in findings:
        print("\n".join(finding_lines(finding, lang)))
    if not findings:
        tell(args, text("nothing", lang))


def finding_lines(finding: Finding, lang: Lang) -> list[str]:
    """What is wrong, its arithmetic, and where it stands."""
    severity, kind = label(finding.severity, lang), label(finding.kind, lang)
    lines = [f"{finding.id} [{severity}] {kind} {finding.rule}: {finding.message}"]
    for name in ("calculation", "suggestion"):
        value = getattr(finding, name)
        if value:
            lines.append(f"    {label(name, lang)}: {value}")
    return lines + [f"    {_evidence(item)}" for item in finding.evidence]


def _evidence(item: Evidence) -> str:
    return f"{item.doc_id}:{item.start}-{item.end} {joined(item.text)}"


def error_rate_line(document: Document, findings: Sequence[Finding], lang: Lang) -> str:
    """The error rate of a document, as newspapers are inspected for it."""
    rate = error_rate(document, findings)
    passed = text("passes" if rate.passes else "fails", lang)
    share = f"{rate.rate * 10_000:.1f}"
    return text(
        "error_rate",
        lang,
        doc=document.doc_id,
        errors=str(rate.errors),
        characters=str(rate.characters),
        share=share,
        passed=passed,
    )


def claim_line(claim: Claim, lang: Lang) -> str:
    """A claim for people."""
    words = (claim.area, claim.subject, claim.indicator, label(claim.measure, lang))
    said = " ".join(filter(None, words))
    place = f"{claim.doc_id}:{claim.start}-{claim.end}"
    return f"{claim.id} {place} {joined(claim.text)} = {quantity_words(claim.quantity, lang)} | {said}"


def joined(raw: str) -> str:
    """A stretch of the original on one line."""
    return "".join(raw.split())
