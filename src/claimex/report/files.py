"""The files of a run, each written whole or not at all."""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Any

from claimex.errors import InputError
from claimex.segment import model_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimex.schema import Document, Failure, Finding
    from claimex.settings import Settings

FORMAT_VERSION = 1
"""Of the rows below; it rises when a field changes meaning."""

MOST = 100
"""Of more documents than this, page and table show only those with findings: nobody reads thousands."""

_VERSIONED = ("claimex", "pydantic", "spacy", "spacy-pkuseg", "cn2an", "dateparser")


@dataclass(frozen=True)
class Report:
    """Everything a run has to tell.

    `seconds`, how long its parts took, and `inputs`, what the user asked to be read, go into `run.json` alone.
    `beside`: pairs of documents that the page shows side by side whatever was found.
    """

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    settings: Settings
    failures: tuple[Failure, ...] = ()
    seconds: Mapping[str, float] = field(default_factory=dict)
    inputs: Mapping[str, Any] = field(default_factory=dict)
    beside: tuple[tuple[str, str], ...] = ()

    @property
    def shown(self) -> tuple[Document, ...]:
        """The documents that people are shown; the files hold all."""
        if len(self.documents) <= MOST:
            return self.documents
        quoted = {item.doc_id for finding in self.findings for item in finding.evidence}
        return tuple(document for document in self.documents if document.doc_id in quoted)


def write_report(report: Report, folder: Path) -> Path:
    """Write the five files under `folder`; gives the path of the review page.

    Raises:
        InputError: the folder cannot be made or written to.
    """
    from claimex.report.page import render_page

    page = folder / "report.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / "documents.jsonl", _lines(document_rows(report)))
        write_whole(folder / "claims.jsonl", _lines(claim_rows(report.documents)))
        write_whole(folder / "findings.jsonl", _lines(finding_rows(report.findings)))
        write_whole(page, render_page(report))
        write_whole(folder / "run.json", json.dumps(run_facts(report), ensure_ascii=False, indent=1) + "\n")
    except OSError as error:
        raise InputError(error.strerror or str(error), where=str(folder), cure="choose a folder for --out") from error
    return page


def write_whole(path: Path, text: str) -> None:
    """Write beside the target, then rename: a reader sees the old file or the new one, never half of it."""
    with NamedTemporaryFile("w", encoding="utf-8", newline="\n", dir=path.parent, delete=False) as aside:
        try:
            aside.write(text)
            aside.flush()
            os.fsync(aside.fileno())
            Path(aside.name).chmod(0o644)
            Path(aside.name).replace(path)
        except BaseException:
            Path(aside.name).unlink(missing_ok=True)
            raise


def document_rows(report: Report) -> list[dict[str, Any]]:
    """One row an input, by name; an input that failed has `error` and nothing else."""
    rows = [_document_row(document) for document in report.documents]
    empty = dict.fromkeys(_document_row_fields())
    rows += [{**empty, "doc_id": failure.doc_id, "error": failure.error} for failure in report.failures]
    return sorted(rows, key=lambda row: str(row["doc_id"]))


def _document_row_fields() -> tuple[str, ...]:
    head = ("doc_id", "title", "date", "date_from", "publisher", "url", "encoding", "sha256")
    return (*head, "chars", "claims", "articles", "error")


def _document_row(document: Document) -> dict[str, Any]:
    own = document.model_dump(mode="json", exclude={"text", "claims", "findings"})
    articles = document.flow.articles
    spans = [
        {**article.model_dump(mode="json"), **dict(zip(("start", "end"), raw_span(document, article), strict=True))}
        for article in articles
    ]
    own |= {
        "chars": len(document.text),
        "claims": len(document.claims),
        "articles": spans if len(articles) > 1 else [],
        "error": None,
    }
    return {name: own[name] for name in _document_row_fields()}


def raw_span(document: Document, part: Any) -> tuple[int, int]:
    """Where a part of the flowing text (anything with `start` and `end`) stands in the original."""
    return document.flow.offsets.span(part.start, part.end)


def claim_rows(documents: Iterable[Document]) -> list[dict[str, Any]]:
    """One row a claim, document by document, in reading order."""
    return [claim.model_dump(mode="json") for document in documents for claim in document.claims]


def finding_rows(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """One row a finding."""
    return [finding.model_dump(mode="json") for finding in findings]


def run_facts(report: Report) -> dict[str, Any]:
    """What made these files: versions, settings, counts, timings."""
    return {
        "format": FORMAT_VERSION,
        "versions": {name: version(name) for name in _VERSIONED},
        "model": _model(report.settings),
        "settings": report.settings.model_dump(mode="json"),
        "inputs": dict(report.inputs),
        "counts": {
            "documents": len(report.documents),
            "failed": len(report.failures),
            "chars": sum(len(document.text) for document in report.documents),
            "claims": sum(len(document.claims) for document in report.documents),
            "findings": len(report.findings),
            "by_severity": dict(sorted(Counter(finding.severity for finding in report.findings).items())),
            "by_kind": dict(sorted(Counter(finding.kind for finding in report.findings).items())),
        },
        "seconds": {name: round(value, 3) for name, value in report.seconds.items()},
    }


def _model(settings: Settings) -> dict[str, str] | None:
    """The segmentation model by name and checksum; the other segmenters have none."""
    if settings.segmenter != "pkuseg":
        return None
    folder = Path(settings.segmenter_model) if settings.segmenter_model else None
    return dict(zip(("name", "sha256"), model_name(folder), strict=True))


def _lines(rows: Iterable[dict[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
