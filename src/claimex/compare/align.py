"""Two documents side by side: the stretches they share, how much of an article that is, and where the prints differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.compare.chains import Chain, Index, chains, covered
from claimex.compare.differences import number_count, stretch
from claimex.schema.comparison import Alignment, Reach

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex.compare.content import Content

LEAST = 24
"""Characters in common from which a chain counts; a headline has about as many."""
PASSAGE = 60
"""Characters in common of the shortest passage that is told; 中共中央政治局常委 and what follows have forty."""
ARTICLE = 50
"""Characters of the shortest text that can be an article."""


def align(a: Content, index: Index, b: Content, *, near_duplicate: float, shortest: int = PASSAGE) -> Alignment | None:
    """What two documents share, or null where no article and no passage of `shortest` characters stands in both.

    `index`: of the first one's content. They share an article where `near_duplicate` of an article of either (or of
    either whole) stands in the other.
    """
    found = chains(index, b.text, least=LEAST)
    if not found:
        return None
    share = max(
        _share(a, covered((m.a, m.a_end) for chain in found for m in chain.matches)),
        _share(b, covered((m.b, m.b_end) for chain in found for m in chain.matches)),
    )
    reach: Reach = "article" if share >= near_duplicate else "passage"
    if reach == "passage" and max(chain.common for chain in found) < shortest:
        return None
    stretches = tuple(sorted((stretch(a, b, chain) for chain in found), key=lambda s: (s.a.start, s.b.start)))
    changed = sum(difference.kind == "number" for item in stretches for difference in item.differences)
    return Alignment(
        reach=reach,
        a_id=a.doc.doc_id,
        b_id=b.doc.doc_id,
        common=_common(found),
        share=round(share, 4),
        numbers=sum(number_count(a, chain) for chain in found) + changed,
        changed=changed,
        stretches=stretches,
    )


def _common(found: Sequence[Chain]) -> int:
    """Characters in common, a passage that one document repeats counted once."""
    return sum(end - start for start, end in covered((m.a, m.a_end) for chain in found for m in chain.matches))


def _share(content: Content, spans: Sequence[tuple[int, int]]) -> float:
    """The largest part of an article (or of the whole document) that the spans cover."""
    wholes = [(0, len(content.text))]
    for article in content.doc.flow.articles:
        start, end = content.index(article.start), content.index(article.end)
        if end - start >= ARTICLE:
            wholes.append((start, end))
    return max(
        (_overlap(spans, start, end) / (end - start) for start, end in wholes if end - start >= ARTICLE), default=0.0
    )


def _overlap(spans: Sequence[tuple[int, int]], start: int, end: int) -> int:
    return sum(max(min(e, end) - max(s, start), 0) for s, e in spans)
