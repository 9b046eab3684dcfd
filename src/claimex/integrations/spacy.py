"""A spaCy component: `nlp.add_pipe("claimex")` on a Chinese pipeline.

It gives `doc._.claims`, `doc._.findings`, `doc.spans["claims"]` (labelled by measure) and `span._.claim`. Everything is
stored on the Doc as plain data, so it survives `Doc.to_bytes`, `DocBin` and `nlp.pipe(n_process=...)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from claimex.pipeline import Pipeline
from claimex.schema import Claim, Finding
from claimex.settings import Settings

if TYPE_CHECKING:
    from claimex.schema import Document

GROUP = "claims"
_CLAIMS, _FINDINGS = "claimex.claims", "claimex.findings"


class ClaimsComponent:
    """Adds claims to a Doc. The Doc's tokens only carry the spans: claims are found on the text, wraps and all.

    The day a text was published comes from `doc._.claims_date`, else from the component's `date`, else from the text.
    """

    def __init__(self, pipeline: Pipeline, date: str | None = None) -> None:
        self.pipeline = pipeline
        self.date = date

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc with claims and findings.

        Raises:
            InputError: the date is not a date.
        """
        document = self.pipeline(doc.text, date=doc._.claims_date or self.date)
        store(doc, document)
        return doc


def store(doc: Doc, document: Document) -> None:
    """Put a document's claims and findings on the Doc of the same text."""
    doc.user_data[_CLAIMS] = [claim.model_dump(mode="json") for claim in document.claims]
    doc.user_data[_FINDINGS] = [finding.model_dump(mode="json") for finding in document.findings]
    spans: list[Span] = []
    for claim in document.claims:
        span = doc.char_span(claim.start, claim.end, label=claim.measure, span_id=claim.id, alignment_mode="expand")
        if span is not None:
            spans.append(span)
    doc.spans[GROUP] = spans


@Language.factory(
    "claimex",
    default_config={"date": None, "settings": {}},
    assigns=["doc._.claims", "doc._.findings", "doc.spans"],
)
def make_component(nlp: Language, name: str, date: str | None, settings: dict[str, Any]) -> ClaimsComponent:  # noqa: ARG001 (spaCy passes both)
    """What `nlp.add_pipe("claimex", config={"date": …, "settings": {…}})` calls; `settings` as in claimex.toml.

    Raises:
        ModelError: the segmentation model is missing or damaged.
        pydantic.ValidationError: a setting is unknown or not allowed.
    """
    extend()
    return ClaimsComponent(Pipeline(Settings.model_validate(settings)), date)


def extend() -> None:
    """Register the attributes; needed by hand only to read Docs in a process that builds no component."""
    if not Doc.has_extension("claims_date"):
        Doc.set_extension("claims_date", default=None)
        Doc.set_extension("claims", getter=_claims)
        Doc.set_extension("findings", getter=_findings)
        Span.set_extension("claim", getter=_claim)


def _claims(doc: Doc) -> tuple[Claim, ...]:
    return tuple(Claim.model_validate(row) for row in doc.user_data.get(_CLAIMS, ()))


def _findings(doc: Doc) -> tuple[Finding, ...]:
    return tuple(Finding.model_validate(row) for row in doc.user_data.get(_FINDINGS, ()))


def _claim(span: Span) -> Claim | None:
    rows = span.doc.user_data.get(_CLAIMS, ())
    return next((Claim.model_validate(row) for row in rows if row["id"] == span.id_), None)
