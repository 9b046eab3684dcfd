"""Which blocks belong to which article of a page.

The common case is one article. A newspaper page holds several, and where it was read from a PDF or by OCR its headlines
may stand after the bodies, or far from them (seed 000: `重庆去年投入研发经费526.79亿元` at the end of the page).
Such a headline belongs to the article whose words it shares.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from claimex.schema import Article, Block

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from claimex.schema import Source

_DATELINE = re.compile(
    r"(?:本报讯|(?:新华社|中新社|中新网|人民网|新华网|央视网|本报|[\u4e00-\u9fff]{2,4}日报)(?P<place>[\u4e00-\u9fff]{2,8}?)??"
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:[电讯]|消息|报道))"
)
_REPORTER = re.compile(r"□|本报(?:全媒体)?记者|[\u4e00-\u9fff]{2,5}日报(?:全媒体)?记者")
_PHOTO = re.compile(r"摄[)）]?$")
_PAPER = re.compile(r"([\u4e00-\u9fff]{2,5}(?:日报|晚报|商报|时报|晨报))(?:全媒体)?记者")
_RELATED = re.compile(r"相关新闻|详见版|详见\s?版|详见第")
_WORDS = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]")
_SHARED = 0.75
_FOREIGN = 0.35
_SPOKEN = 20
_TELLING = 10
_NEAR = 12


@dataclass
class _Draft:
    """An article in the making: indices of its blocks, of headlines that stand elsewhere, and the words of its text."""

    blocks: list[int] = field(default_factory=list)
    headlines: list[int] = field(default_factory=list)
    pairs: set[str] = field(default_factory=set)
    spoken: bool = False


class _Page:
    """A page's blocks with their words."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.text = text
        self.blocks = blocks
        self._pairs: dict[int, frozenset[str]] = {}

    def words(self, index: int) -> str:
        block = self.blocks[index]
        return self.text[block.start : block.end]

    def pairs(self, index: int) -> frozenset[str]:
        """The block's pairs of neighbouring characters."""
        if index not in self._pairs:
            letters = "".join(_WORDS.findall(self.words(index)))
            self._pairs[index] = frozenset(map("".join, pairwise(letters)))
        return self._pairs[index]

    def shared(self, index: int, pairs: AbstractSet[str]) -> float:
        """The share of the block's pairs that are among `pairs`."""
        own = self.pairs(index)
        return len(own & pairs) / len(own) if own else 0.0

    def add(self, draft: _Draft, index: int) -> None:
        """Append a block to an article; headlines are no text."""
        draft.blocks.append(index)
        if self.blocks[index].kind != "heading":
            draft.pairs |= self.pairs(index)
            draft.spoken = draft.spoken or self.blocks[index].kind == "prose"

    def marks(self, index: int) -> bool:
        """Whether an article opens here: a reporter's line above text, or a dateline."""
        kind, words = self.blocks[index].kind, self.words(index)
        if kind == "byline" and _REPORTER.match(words) and not _PHOTO.search(words):
            return any(block.kind == "prose" for block in self.blocks[index + 1 : index + 4])
        return kind == "prose" and bool(_DATELINE.match(words))

    @cached_property
    def crowded(self) -> bool:
        """Whether the page shows signs of more than one article."""
        return sum(self.marks(index) for index in range(len(self.blocks))) > 1 or any(
            block.kind == "byline" and words.startswith("□") and not self.marks(index)
            for index, block in enumerate(self.blocks)
            if (words := self.text[block.start : block.end])
        )


def articles_of(text: str, blocks: Sequence[Block], source: Source) -> tuple[tuple[Block, ...], tuple[Article, ...]]:
    """The blocks with their article numbers and heading levels, and the articles.

    An article begins with the headlines above a reporter's line or dateline, with a dateline itself, after a line that
    ends the one before (相关新闻>>>, 详见 版04), and after headlines that belong to an article above. The articles'
    stretches follow each other without a gap, so such a headline stands in one article's stretch and is counted to
    another by `Block.article`.
    """
    page = _Page(text, blocks)
    drafts = _cut(page)
    if page.crowded and not any(block.level for block in blocks):
        drafts = _with_far_headlines(page, drafts)
    number = {index: order for order, draft in enumerate(drafts) for index in (*draft.blocks, *draft.headlines)}
    titles = {index for draft in drafts for index in _headlines(page, draft)}
    settled = tuple(
        block.model_copy(update={"article": number[index], "level": _level(block, top=index in titles)})
        for index, block in enumerate(blocks)
    )
    firsts = [draft.blocks[0] for draft in drafts]
    lasts = [*(first - 1 for first in firsts[1:]), len(blocks) - 1][: len(firsts)]
    return settled, tuple(_article(page, draft, source, last) for draft, last in zip(drafts, lasts, strict=True))


def _level(block: Block, *, top: bool) -> int:
    """The level markup gives, else 1 for a headline of the article and 3 for one inside it."""
    return 0 if block.kind != "heading" else block.level or (1 if top else 3)


def _cut(page: _Page) -> list[_Draft]:
    starts: set[int] = set()
    for index, block in enumerate(page.blocks):
        if page.marks(index):
            starts.add(_headline_before(page.blocks, index))
        elif block.kind == "boilerplate" and _RELATED.match(page.words(index)):
            starts.add(index + 1)
    drafts: list[_Draft] = []
    for index in range(len(page.blocks)):
        if index in starts or not drafts:
            drafts.append(_Draft())
        drafts[-1].blocks.append(index)
    return drafts


def _headline_before(blocks: Sequence[Block], index: int) -> int:
    while index > 0 and blocks[index - 1].kind == "heading":
        index -= 1
    return index


def _with_far_headlines(page: _Page, drafts: list[_Draft]) -> list[_Draft]:
    """Headlines that stand below their article given back to it; what follows them may be an article of its own."""
    done: list[_Draft] = []
    for draft in drafts:
        done.append(_Draft())
        far: _Draft | None = None
        for index in draft.blocks:
            subtitle = far is not None and page.words(index).startswith("——")
            owner = far if subtitle else _owner(page, done, index, draft.blocks[-1])
            if owner is not None:
                owner.headlines.append(index)
            else:
                if far is not None and _opens(page, index, done[-1]):
                    done.append(_Draft())
                page.add(done[-1], index)
            far = owner
    split = [part for draft in done for part in _without_teasers(page, draft)]
    return [draft for draft in split if draft.blocks]


def _owner(page: _Page, done: Sequence[_Draft], index: int, last: int) -> _Draft | None:
    """The article above whose text holds the headline's words, unless the text below it does."""
    block = page.blocks[index]
    if block.kind != "heading" or block.end - block.start < _TELLING:
        return None
    section = frozenset[str]().union(*(page.pairs(other) for other in _section(page, index + 1, last)))
    best = max(done[-_NEAR:], key=lambda draft: page.shared(index, draft.pairs))
    above, below = page.shared(index, best.pairs), page.shared(index, section)
    return best if best.spoken and above >= _SHARED and above - below >= _FOREIGN else None


def _section(page: _Page, start: int, last: int) -> list[int]:
    """The blocks that a headline before `start` would be about: those up to the next headline."""
    found: list[int] = []
    for index in range(start, min(last, start + _NEAR) + 1):
        if page.blocks[index].kind != "heading":
            found.append(index)
        elif found:
            break
    return found


def _without_teasers(page: _Page, draft: _Draft) -> list[_Draft]:
    """Headlines above an article that has its own elsewhere are another's (seed 000: 新时代中文科技期刊…)."""
    above = _leading(page, draft)
    if not draft.headlines or not above or max(page.shared(index, draft.pairs) for index in above) >= _FOREIGN:
        return [draft]
    rest = [index for index in draft.blocks if index not in above]
    return [_Draft(above), _Draft(rest, draft.headlines, draft.pairs, draft.spoken)]


def _leading(page: _Page, draft: _Draft) -> list[int]:
    """The headlines an article opens with."""
    found: list[int] = []
    for index in draft.blocks:
        if page.blocks[index].kind == "heading":
            found.append(index)
        elif page.blocks[index].kind != "boilerplate" or found:
            break
    return found


def _opens(page: _Page, index: int, last: _Draft) -> bool:
    """Whether a block after far headlines begins another article: a headline, or text that shares few of the words."""
    block = page.blocks[index]
    if block.kind == "heading":
        return True
    long = block.end - block.start >= _SPOKEN
    return block.kind == "prose" and long and page.shared(index, last.pairs) < _FOREIGN


def _headlines(page: _Page, draft: _Draft) -> list[int]:
    """The article's own headlines: those it opens with, else the ones that stand elsewhere.

    One that is too short to tell is a section's: seed 003's second article opens with 锚定“1”个总体目标.
    """
    above = _leading(page, draft)
    telling = any(len(page.pairs(index)) >= _TELLING for index in above)
    return above if telling or not draft.headlines else draft.headlines


def _article(page: _Page, draft: _Draft, source: Source, last: int) -> Article:
    own = draft.blocks
    heads = _headlines(page, draft)
    line = next((found for index in own if (found := _DATELINE.match(page.words(index)))), None)
    papers = (_PAPER.search(page.words(index)[:80]) for index in own)
    paper = next((found[1] for found in papers if found), None)
    return Article(
        start=page.blocks[own[0]].start,
        end=page.blocks[last].end,
        title=page.words(heads[0]) if heads else None,
        place=line["place"] if line else None,
        date=_dated(line, source.date) if line else None,
        publisher=paper or source.publisher,
    )


def _dated(line: re.Match[str], near: dt.date | None) -> dt.date | None:
    """The dateline's day, its year printed or that of the document's date."""
    year = int(line["year"]) if line["year"] else near and near.year
    month = int(line["month"]) if line["month"] else near and near.month
    if not line["day"] or not year or not month:
        return None
    try:
        day = dt.date(year, month, int(line["day"]))
    except ValueError:
        return None
    if near and not line["year"] and (day - near).days > 31:
        return day.replace(year=year - 1) if (day.month, day.day) != (2, 29) else None
    return day
