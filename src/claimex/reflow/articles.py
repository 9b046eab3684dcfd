"""Which blocks belong to which article of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimex.schema import Article, Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex.schema import Source

_DATELINE = re.compile(
    r"(?:本报讯|(?:新华社|中新社|中新网|人民网|央视网|本报)(?P<place>[\u4e00-\u9fff]{2,6}?)?(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?\d{1,2}日(?:[电讯]|消息|报道))"
)
_REPORTER = re.compile(r"□")
_RELATED = re.compile(r"相关新闻|详见版|详见第")
_COVER = 0.7


@dataclass
class _Draft:
    """An article in the making: indices of its blocks, and where its headline may still be looked for."""

    blocks: list[int] = field(default_factory=list)
    place: str | None = None


def articles_of(text: str, blocks: Sequence[Block], source: Source) -> tuple[tuple[Block, ...], tuple[Article, ...]]:
    """The blocks with their article numbers, and the articles.

    An article begins with the headlines above a byline or dateline, or with a dateline itself, or after a line that
    ends the one before (相关新闻>>>, 详见 版04). A page of one article is the common case and stays one.
    """
    starts = _starts(text, blocks)
    drafts: list[_Draft] = []
    for index, _ in enumerate(blocks):
        if index in starts or not drafts:
            drafts.append(_Draft())
        drafts[-1].blocks.append(index)
    number = {index: order for order, draft in enumerate(drafts) for index in draft.blocks}
    settled = tuple(block.model_copy(update={"article": number[index]}) for index, block in enumerate(blocks))
    return settled, tuple(_article(text, blocks, draft, source) for draft in drafts)


def _starts(text: str, blocks: Sequence[Block]) -> set[int]:
    starts: set[int] = set()
    for index, block in enumerate(blocks):
        words = text[block.start : block.end]
        if (block.kind == "byline" and _REPORTER.match(words)) or (block.kind == "prose" and _DATELINE.match(words)):
            starts.add(_headline_before(blocks, index))
        elif block.kind == "boilerplate" and _RELATED.match(words) and index + 1 < len(blocks):
            starts.add(index + 1)
    return starts


def _headline_before(blocks: Sequence[Block], index: int) -> int:
    while index > 0 and blocks[index - 1].kind == "heading":
        index -= 1
    return index


def _article(text: str, blocks: Sequence[Block], draft: _Draft, source: Source) -> Article:
    own = [blocks[index] for index in draft.blocks]
    title = next((text[block.start : block.end] for block in own if block.kind == "heading"), None)
    place = next((found["place"] for block in own if (found := _DATELINE.match(text[block.start : block.end]))), None)
    return Article(
        start=own[0].start, end=own[-1].end, title=title or source.title, place=place, publisher=source.publisher
    )
