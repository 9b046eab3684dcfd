"""What a document prints twice: an article that stands on a page again, a passage that is used again further down."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimex.compare.align import ARTICLE, PASSAGE
from claimex.compare.chains import Index, chains
from claimex.compare.differences import number_count, stretch
from claimex.schema.comparison import Alignment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.compare.chains import Chain
    from claimex.compare.content import Content

LONG = 16
"""Characters of the pieces that are counted before a document is compared with itself at all."""


def repeated(item: Content, *, near_duplicate: float) -> Iterator[Alignment]:
    """Each passage of a document that stands in it again, aligned with its first place.

    `article` where one of the two, or both together, make up `near_duplicate` of an article of the page or of what
    stands under one headline.
    """
    if not _repeats(item.text):
        return
    for chain in chains(Index(item.text), item.text, least=PASSAGE, earlier=True):
        found = stretch(item, item, chain)
        share = _share(item, chain)
        changed = sum(difference.kind == "number" for difference in found.differences)
        yield Alignment(
            reach="article" if share >= near_duplicate else "passage",
            a_id=item.doc.doc_id,
            b_id=item.doc.doc_id,
            common=chain.common,
            share=round(share, 4),
            numbers=number_count(item, chain) + changed,
            changed=changed,
            stretches=(found,),
        )


def _repeats(text: str) -> bool:
    """Whether so many pieces of a text stand in it twice that a passage may."""
    pieces = len(text) - LONG + 1
    return pieces > 0 and pieces - len({text[at : at + LONG] for at in range(pieces)}) >= LONG


def _share(item: Content, chain: Chain) -> float:
    """The largest part of an article that a place, or both together, make up."""
    first, last = chain.matches[0], chain.matches[-1]
    spans = ((first.a, last.a_end), (first.b, last.b_end))
    found = [0.0]
    for start, end in _articles(item):
        if end - start >= ARTICLE:
            found.append(sum(max(min(e, end) - max(s, start), 0) for s, e in spans) / (end - start))
    return min(max(found), 1.0)


def _articles(item: Content) -> Iterator[tuple[int, int]]:
    """The articles of a page, and what stands under each headline up to the next."""
    flow = item.doc.flow
    yield from ((item.index(article.start), item.index(article.end)) for article in flow.articles)
    heads = [item.index(block.start) for block in flow.blocks if block.kind == "heading"]
    yield from pairwise([*heads, len(item.text)])
