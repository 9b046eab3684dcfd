"""The summary on the terminal."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.table import Table

from claimex.report.words import label

if TYPE_CHECKING:
    from claimex.report.files import Report

SEVERITIES = ("error", "warning", "note")
_STYLE = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def summary_table(report: Report) -> Table:
    """One line a document: how much was read, how many claims, how many findings point into it by severity."""
    lang = report.settings.lang
    table = Table(box=None, header_style="bold", show_footer=True)
    counts = [_counts(report, document.doc_id) for document in report.shown]
    claims = sum(len(document.claims) for document in report.documents)
    chars = sum(len(document.text) for document in report.documents)
    table.add_column(label("document", lang), label("total", lang), overflow="fold")
    table.add_column(label("date", lang), no_wrap=True)
    table.add_column(label("chars", lang), str(chars), justify="right")
    table.add_column(label("claims", lang), str(claims), justify="right")
    for severity in SEVERITIES:
        total = sum(finding.severity == severity for finding in report.findings)
        table.add_column(label(severity, lang), str(total), justify="right", style=_STYLE[severity])
    for document, found in zip(report.shown, counts, strict=True):
        day = document.date.isoformat() if document.date else label("unknown", lang)
        numbers = (len(document.text), len(document.claims), *(found[severity] or "" for severity in SEVERITIES))
        table.add_row(document.doc_id, day, *map(str, numbers))
    left_out = len(report.documents) - len(report.shown)
    if left_out:
        table.add_row(f"+ {left_out} {label('left_out', lang)}")
    for failure in report.failures:
        table.add_row(failure.doc_id, label("failed", lang), style="red")
    return table


def _counts(report: Report, doc_id: str) -> Counter[str]:
    """Findings that quote the document; one between two documents counts in both lines and once in the total."""
    return Counter(
        finding.severity for finding in report.findings if any(item.doc_id == doc_id for item in finding.evidence)
    )
