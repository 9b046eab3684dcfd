"""D01 and D02 inside one document: an article that a page prints twice, a passage that stands in a text again.

What a page repeats on purpose is left alone: a headline that the lead takes up, a box or caption in the words of the
text, page furniture, a set phrase, a refrain of one sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.checks.cross import DENSE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.cross import Corpus
    from claimex.schema.comparison import Alignment, Passage, Stretch
    from claimex.schema.document import Document

WRITTEN = frozenset({"prose", "item"})
"""Kinds of blocks that tell the story; all others may say again what these say."""
MOSTLY = 0.7
"""Part of each place that must be such text."""
ENDS = "。！？"


def repeated(corpus: Corpus) -> Iterator[Alignment]:
    """What documents print twice: running text of more than a sentence, with next to no word changed."""
    for alignment in corpus.comparison.inside:
        document = corpus.by_id[alignment.a_id]
        if all(_told(document, stretch) for stretch in alignment.stretches):
            yield alignment


def _told(document: Document, stretch: Stretch) -> bool:
    inside = sum(difference.inside for difference in stretch.differences)
    sentences = min(sum(place.text.count(mark) for mark in ENDS) for place in (stretch.a, stretch.b))
    written = min(_written(document, place) for place in (stretch.a, stretch.b))
    return sentences > 0 and 100 * inside <= DENSE * stretch.common and written >= MOSTLY


def _written(document: Document, passage: Passage) -> float:
    """The part of a passage that is running text."""
    offsets = document.flow.offsets
    length = 0
    for block in document.flow.blocks:
        start, end = offsets.span(block.start, block.end)
        if block.kind in WRITTEN and start < passage.end and passage.start < end:
            length += min(end, passage.end) - max(start, passage.start)
    return length / max(passage.end - passage.start, 1)
