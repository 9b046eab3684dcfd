"""Plain text, Markdown and HTML: one reader, because a file may be all three.

Seed 002 is a `.txt` that opens with YAML front matter, goes on in HTML paragraphs and ends in Markdown links.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.read.builder import Stripped, TextBuilder
from claimex.read.dates import dateline_date, head_date, parse_date, url_date
from claimex.read.front_matter import split_front_matter
from claimex.read.html import looks_html, strip_html
from claimex.read.markdown import looks_markdown, strip_markdown
from claimex.schema import OffsetMap, Source

if TYPE_CHECKING:
    import datetime as dt

    from claimex.read.front_matter import FrontMatter
    from claimex.schema.document import DateFrom

_HTML = (".html", ".htm", ".xhtml")
_MARKDOWN = (".md", ".markdown")


def read_text(raw: str, *, doc_id: str) -> Source:
    """The source of a decoded text; what it is is seen from the text, `doc_id`'s suffix helps.

    Front matter is taken off and read, HTML elements and Markdown marks are taken out; `Source.offsets` leads back.
    Title, date, publisher and address come from front matter, then HTML metadata; a date also from a dateline, the
    head of the text, or the address, and `date_from` says which. What the text does not say stays null.
    """
    name = doc_id.lower()
    front = split_front_matter(raw)
    html = name.endswith(_HTML) or looks_html(raw)
    made = strip_html(raw, front.body, front.title) if html else _plain(raw, front)
    form = "html" if name.endswith(_HTML) or (html and not front.said and not name.endswith(_MARKDOWN)) else "txt"
    if not name.endswith(_HTML) and (name.endswith(_MARKDOWN) or looks_markdown(made.text)):
        made = strip_markdown(made.text).over(made)
        form = "md"
    return _source(raw, made, front=front.said, doc_id=doc_id, form=form)


def _plain(raw: str, front: FrontMatter) -> Stripped:
    if front.body == 0:
        return Stripped(raw, OffsetMap.identity(len(raw)))
    out = TextBuilder(raw)
    out.headline(*front.title, front.body)
    out.keep(front.body, len(raw))
    return out.build()


def _source(raw: str, made: Stripped, *, front: dict[str, str], doc_id: str, form: str) -> Source:
    said = {**made.meta, **front}
    date, date_from = _date(made, front)
    return Source(
        doc_id=doc_id,
        raw=raw,
        text=made.text,
        offsets=made.offsets,
        hints=made.hints,
        format=form,
        title=said.get("title") or _first_heading(made),
        date=date,
        date_from=date_from,
        publisher=said.get("publisher"),
        url=said.get("url"),
    )


def _first_heading(made: Stripped) -> str | None:
    heads = (made.text[hint.start : hint.end] for hint in made.hints if hint.kind == "heading" and hint.level < 3)
    return next((head.strip() for head in heads if head.strip()), None)


def _date(made: Stripped, front: dict[str, str]) -> tuple[dt.date | None, DateFrom | None]:
    """The document's date and where it comes from, the surest source first."""
    tries: tuple[tuple[DateFrom, dt.date | None], ...] = (
        ("front_matter", parse_date(front.get("date", ""))),
        ("html", parse_date(made.meta.get("date", ""))),
        ("url", url_date(front.get("url") or made.meta.get("url", ""))),
        ("dateline", dateline_date(made.text)),
        ("text", head_date(made.text)),
    )
    return next(((date, origin) for origin, date in tries if date), (None, None))
