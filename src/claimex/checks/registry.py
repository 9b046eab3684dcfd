"""The checks of one document: the visible tuple of rules, and the run that turns their hits into findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimex.checks import (
    change,
    counts,
    difference,
    ranks,
    ratio,
    shares,
    style_approx,
    style_date,
    style_digits,
    style_range,
    style_words,
    sums,
    times,
    totals,
)
from claimex.checks.rule import Check, enabled
from claimex.checks.view import View
from claimex.schema.finding import Finding
from claimex.schema.ids import stable_id

if TYPE_CHECKING:
    from claimex.checks.rule import Hit
    from claimex.schema.document import Document
    from claimex.settings import Settings

CHECKS: tuple[Check, ...] = (
    *style_range.CHECKS,
    *style_digits.CHECKS,
    *style_approx.CHECKS,
    *style_date.CHECKS,
    *style_words.CHECKS,
    *difference.CHECKS,
    *change.CHECKS,
    *ratio.CHECKS,
    *shares.CHECKS,
    *sums.CHECKS,
    *totals.CHECKS,
    *counts.CHECKS,
    *times.CHECKS,
    *ranks.CHECKS,
)


def check_document(doc: Document, settings: Settings) -> tuple[Finding, ...]:
    """What the rules that look at one document find in it, in the order of the text.

    An id is made of kind, rule, document and quoted texts, so an edit elsewhere leaves it alone; equal ones are
    counted.
    """
    view = View(doc)
    findings = [
        _finding(view, check, hit, settings)
        for check in CHECKS
        if enabled(settings, check.id, check.kind, check.tier)
        for hit in check.find(view)
    ]
    findings.sort(key=lambda f: (f.evidence[0].start, f.rule, f.evidence[0].end))
    return _numbered(findings)


def _finding(view: View, check: Check, hit: Hit, settings: Settings) -> Finding:
    template = check.zh if settings.lang == "zh" else check.en
    fields = {"quote": view.quote(*hit.spans[0]), **hit.fields}
    return Finding(
        id="",
        kind=check.kind,
        rule=check.id,
        severity=hit.severity or check.severity,
        message=template.format_map(fields),
        calculation=hit.calculation,
        suggestion=hit.suggestion,
        evidence=tuple(view.evidence(span) for span in hit.spans),
    )


def _numbered(findings: list[Finding]) -> tuple[Finding, ...]:
    seen: Counter[str] = Counter()
    named: list[Finding] = []
    for finding in findings:
        parts = (finding.kind, finding.rule, finding.evidence[0].doc_id, *(e.text for e in finding.evidence))
        key = stable_id("f", *parts)
        seen[key] += 1
        name = key if seen[key] == 1 else stable_id("f", *parts, str(seen[key]))
        named.append(finding.model_copy(update={"id": name}))
    return tuple(named)
