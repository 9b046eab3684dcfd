"""Plain text, Markdown and HTML: one reader, because a file may be all three.

Seed 002 is a `.txt` that opens with YAML front matter, goes on in HTML paragraphs and ends in Markdown links.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.read.builder import Stripped, TextBuilder
from claimex.read.front_matter import split_front_matter
from claimex.read.html import looks_html, strip_html
from claimex.read.markdown import looks_markdown, strip_markdown
from claimex.read.source import source_of
from claimex.schema import OffsetMap

if TYPE_CHECKING:
    from claimex.read.front_matter import FrontMatter
    from claimex.schema import Source

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
    return source_of(raw, made, front=front.said, doc_id=doc_id, form=form)


def _plain(raw: str, front: FrontMatter) -> Stripped:
    if front.body == 0:
        return Stripped(raw, OffsetMap.identity(len(raw)))
    out = TextBuilder(raw)
    out.headline(*front.title, front.body)
    out.keep(front.body, len(raw))
    return out.build()
