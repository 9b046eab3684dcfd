"""A document on its way: what was read, how it flows, and what came out."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 (pydantic reads the annotation)
from typing import Literal

from pydantic import ConfigDict, Field

from claimex.schema.base import Record
from claimex.schema.claim import Claim  # noqa: TC001
from claimex.schema.finding import Finding  # noqa: TC001
from claimex.schema.offsets import OffsetMap  # noqa: TC001

BlockKind = Literal["prose", "heading", "byline", "item", "box", "caption", "table", "boilerplate"]
DateFrom = Literal["given", "metadata", "front_matter", "html", "dateline", "text", "url"]


class Hint(Record):
    """What markup says about a stretch of `Source.text`: a heading of some level, a list item, a table row.

    `start`, `end`: offsets of `Source.text`; a hint covers whole lines.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0


class Source(Record):
    """What a reader makes of bytes.

    `raw`: the decoded original, tags and line breaks and all; claims point into it.
    `text`: `raw` without markup (the same string where there is none); line breaks stand for layout lines, a blank
    line for a block break. `offsets`: `text` -> `raw`. `hints`: what markup said about its lines, in order.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    doc_id: str
    raw: str
    text: str
    offsets: OffsetMap = Field(repr=False)
    hints: tuple[Hint, ...] = ()
    format: str = "txt"
    encoding: str | None = None
    sha256: str | None = None
    title: str | None = None
    date: dt.date | None = None
    date_from: DateFrom | None = None
    publisher: str | None = None
    url: str | None = None


class Article(Record):
    """One article of a page. `start`, `end`: flow offsets of its stretch; the stretches of a page leave no gap.

    `Block.article` says which article a block belongs to; a headline printed below its text stands in another stretch.
    `place`: the dateline's place (新华社北京10月11日电 -> 北京); `date`: the article's own date where it prints one.
    """

    start: int
    end: int
    title: str | None = None
    place: str | None = None
    date: dt.date | None = None
    publisher: str | None = None


class Block(Record):
    """A paragraph, headline, box line ... of the flowing text. `start`, `end`: flow offsets, without the line end.

    `level`: heading depth (1 highest), 0 for other kinds. `article`: index into `Flow.articles`.
    """

    start: int
    end: int
    kind: BlockKind
    level: int = 0
    article: int = 0


class Flow(Record):
    """The clean running text: one block a line, line wraps and stray blanks gone, full-width digits folded."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    text: str
    offsets: OffsetMap = Field(repr=False)
    blocks: tuple[Block, ...]
    articles: tuple[Article, ...]


class Document(Record):
    """One document, read, framed and checked. `text` is the decoded original that all public offsets refer to."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    doc_id: str
    text: str = Field(repr=False)
    title: str | None = None
    date: dt.date | None = None
    date_from: DateFrom | None = None
    publisher: str | None = None
    url: str | None = None
    encoding: str | None = None
    sha256: str | None = None
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    flow: Flow = Field(repr=False, exclude=True)
