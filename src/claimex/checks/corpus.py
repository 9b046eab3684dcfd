"""The checks across documents: the visible tuple of rules, and the run that turns their hits into findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimex.checks import conflict, names, reprint
from claimex.checks.cross import Corpus, CorpusCheck, CrossHit
from claimex.checks.rule import enabled
from claimex.schema.finding import Finding
from claimex.schema.ids import stable_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex.schema.comparison import Comparison
    from claimex.schema.document import Document
    from claimex.settings import Settings

CORPUS_CHECKS: tuple[CorpusCheck, ...] = (*conflict.CHECKS, *reprint.CHECKS, *names.CHECKS)


def check_corpus(docs: Sequence[Document], comparison: Comparison, settings: Settings) -> tuple[Finding, ...]:
    """What the rules that compare documents find among some, and within each of them. Their order makes no difference.

    An id is made of kind, rule, documents and quoted texts (of two prints of one report the documents alone), so an
    edit elsewhere leaves it alone; equal ones count up.
    """
    corpus = Corpus(docs, comparison)
    findings = [
        (_finding(check, hit, settings), hit.identity)
        for check in CORPUS_CHECKS
        if enabled(settings, check.id, check.kind, check.tier)
        for hit in check.find(corpus)
    ]
    findings.sort(key=lambda pair: (tuple((e.doc_id, e.start, e.end) for e in pair[0].evidence), pair[0].rule))
    return _numbered(findings)


def _finding(check: CorpusCheck, hit: CrossHit, settings: Settings) -> Finding:
    template = check.zh if settings.lang == "zh" else check.en
    return Finding(
        id="",
        kind=hit.kind or check.kind,
        rule=check.id,
        severity=hit.severity or check.severity,
        message=template.format_map(hit.fields),
        calculation=hit.calculation,
        suggestion=hit.suggestion,
        evidence=hit.evidence,
    )


def _numbered(findings: Sequence[tuple[Finding, tuple[str, ...] | None]]) -> tuple[Finding, ...]:
    seen: Counter[str] = Counter()
    named: list[Finding] = []
    for finding, identity in findings:
        quoted = identity or [part for e in finding.evidence for part in (e.doc_id, e.text)]
        parts = [finding.kind, finding.rule, *quoted]
        key = stable_id("f", *parts)
        seen[key] += 1
        name = key if seen[key] == 1 else stable_id("f", *parts, str(seen[key]))
        named.append(finding.model_copy(update={"id": name}))
    return tuple(named)
