"""The flow as one visible tuple: a source goes in, a checked document comes out."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from claimex.checks import check_corpus, check_document
from claimex.compare import compare
from claimex.frame import Page, frame
from claimex.period import find_periods
from claimex.quantity import find_quantities
from claimex.read import read_text
from claimex.reflow import reflow
from claimex.schema import Claim, Document, Finding, Flow, PeriodMention, QuantityMention, Sentence, Source
from claimex.schema.days import parse_day
from claimex.segment import Segmenter, load_segmenter
from claimex.settings import Settings

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Draft:
    """What the stages have made of a source so far; each stage fills one field from those before it."""

    source: Source
    settings: Settings
    segmenter: Segmenter
    flow: Flow | None = None
    sentences: tuple[Sentence, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    periods: tuple[PeriodMention, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def text(self) -> Flow:
        """The flowing text; stages after reflow need it."""
        if self.flow is None:
            raise RuntimeError("reflow has not run")
        return self.flow

    def document(self) -> Document:
        """The public result."""
        source = self.source
        return Document(
            doc_id=source.doc_id,
            text=source.raw,
            title=source.title,
            date=source.date,
            date_from=source.date_from,
            publisher=source.publisher,
            url=source.url,
            encoding=source.encoding,
            sha256=source.sha256,
            claims=self.claims,
            findings=self.findings,
            flow=self.text,
        )


def _reflow(draft: Draft) -> Draft:
    return replace(draft, flow=reflow(draft.source))


def _sentences(draft: Draft) -> Draft:
    return replace(draft, sentences=draft.segmenter.sentences(draft.text))


def _quantities(draft: Draft) -> Draft:
    return replace(draft, quantities=find_quantities(draft.text.text))


def _periods(draft: Draft) -> Draft:
    """Times are found article by article: every article on a page has its own clock."""
    flow = draft.text
    found: list[PeriodMention] = []
    for article in flow.articles:
        date = article.date or draft.source.date
        for mention in find_periods(flow.text[article.start : article.end], date):
            start, end = mention.start + article.start, mention.end + article.start
            found.append(mention.model_copy(update={"start": start, "end": end}) if article.start else mention)
    return replace(draft, periods=tuple(found))


def _frame(draft: Draft) -> Draft:
    page = Page(
        source=draft.source,
        flow=draft.text,
        sentences=draft.sentences,
        quantities=draft.quantities,
        periods=draft.periods,
        words=draft.segmenter.words,
    )
    return replace(draft, claims=frame(page))


def _check(draft: Draft) -> Draft:
    document = draft.document()
    alone = check_document(document, draft.settings)
    within = check_corpus((document,), compare((document,), draft.settings), draft.settings)
    return replace(draft, findings=(*alone, *within))


STAGES: tuple[tuple[str, Callable[[Draft], Draft]], ...] = (
    ("reflow", _reflow),
    ("sentences", _sentences),
    ("quantities", _quantities),
    ("periods", _periods),
    ("frame", _frame),
    ("check", _check),
)
"""Every stage in order; `read` comes before, because it makes several sources of one file."""


class Pipeline:
    """Reads, frames and checks texts. Build it once: it holds the segmentation model. Thread-safe and picklable."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = settings or Settings()
        self.segmenter = load_segmenter(self.settings)

    def __call__(
        self,
        text: str,
        *,
        date: dt.date | str | None = None,
        doc_id: str = "text",
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> Document:
        """The document of one decoded text.

        Args:
            text: plain text, Markdown or HTML, as it stands in the file; offsets of the result refer to it.
            date: the day it was published (`YYYY-MM-DD`); relative times are resolved against it.
            doc_id: its name in results; a suffix such as `.html` helps to tell the format.
            title: its title, where the text does not say.
            publisher: who printed it.
            url: where it was found.

        Raises:
            InputError: `date` is not a date.
        """
        given = {
            "title": title,
            "publisher": publisher,
            "url": url,
            "date": parse_day(date, where=doc_id) if isinstance(date, str) else date,
            "date_from": "given" if date else None,
        }
        source = read_text(text, doc_id=doc_id)
        return self.run(source.model_copy(update={key: value for key, value in given.items() if value is not None}))

    def run(self, source: Source) -> Document:
        """The document of a source that a reader made."""
        draft = Draft(source=source, settings=self.settings, segmenter=self.segmenter)
        for _, stage in STAGES:
            draft = stage(draft)
        return draft.document()

    def pipe(self, texts: Iterable[str], *, date: dt.date | str | None = None, jobs: int = 1) -> Iterator[Document]:
        """The documents of many texts, in order, named `text#1`, `text#2`, …; `jobs` processes share the work."""
        named = [(text, f"text#{number}") for number, text in enumerate(texts, start=1)]
        one = partial(_one, self, date)
        if jobs <= 1:
            yield from map(one, named)
            return
        with ProcessPoolExecutor(max_workers=jobs) as pool:
            yield from pool.map(one, named, chunksize=8)


def _one(pipeline: Pipeline, date: dt.date | str | None, named: tuple[str, str]) -> Document:
    text, doc_id = named
    return pipeline(text, date=date, doc_id=doc_id)
