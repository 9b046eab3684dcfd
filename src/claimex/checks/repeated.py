"""What is repeated on purpose, and so no finding of D01 and D02.

Inside a page that is a headline which the lead takes up, a box or caption in the words of the text, page furniture, a
set phrase, a refrain of one sentence. Between texts it is a formula (the wording of a verdict, a ceremony of every
year), known by a third text, or by new figures in the old words.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimex.checks.cross import DENSE, REPRINT_DAYS, SAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.cross import Corpus
    from claimex.schema.comparison import Alignment, Passage, Stretch
    from claimex.schema.document import Document

WRITTEN = frozenset({"prose", "item"})
"""Kinds of blocks that tell the story; all others may say again what these say."""
MOSTLY = 0.7
"""Part of each place that must be such text, and part of the longer place that the other must have too."""
ENDS = "。！？"


def repeated(corpus: Corpus) -> Iterator[Alignment]:
    """What documents print twice: running text of more than a sentence, with next to no word changed."""
    for alignment in corpus.comparison.inside:
        document = corpus.by_id[alignment.a_id]
        dense = DENSE * (2 if alignment.share > SAME else 1)
        if all(_told(document, stretch, dense) for stretch in alignment.stretches):
            yield alignment


class Formulas:
    """Which passages are set wording: a text of another time has them too, or they stand there with other figures."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._places: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for alignment in corpus.comparison.alignments:
            for stretch in alignment.stretches:
                for own, other in ((stretch.a, stretch.b), (stretch.b, stretch.a)):
                    self._places[own.doc_id].append((own.start, own.end, other.doc_id))

    def holds(self, stretch: Stretch) -> bool:
        """Whether a passage is a formula; texts without a date, or of one week, are not told apart that way."""
        pair = {stretch.a.doc_id, stretch.b.doc_id}
        refilled = any(difference.kind == "number" for difference in stretch.differences)
        if refilled and self._apart(*sorted(pair)):
            return True
        return any(
            2 * (min(end, own.end) - max(start, own.start)) > own.end - own.start
            and third not in pair
            and all(self._apart(third, one) for one in pair)
            for own in (stretch.a, stretch.b)
            for start, end, third in self._places[own.doc_id]
        )

    def _apart(self, first: str, second: str) -> bool:
        days = [self._corpus.by_id[name].date for name in (first, second)]
        return days[0] is not None and days[1] is not None and abs((days[0] - days[1]).days) > REPRINT_DAYS


def twice(corpus: Corpus) -> Iterator[Alignment]:
    """Articles that a page prints twice, close enough that what differs in them is a matter of the print."""
    return (alignment for alignment in repeated(corpus) if alignment.reach == "article" and alignment.share >= SAME)


def _told(document: Document, stretch: Stretch, dense: float) -> bool:
    inside = sum(difference.inside for difference in stretch.differences)
    sentences = min(sum(place.text.count(mark) for mark in ENDS) for place in (stretch.a, stretch.b))
    written = min(_written(document, place) for place in (stretch.a, stretch.b))
    longest = max(sum(map(str.isalnum, place.text)) for place in (stretch.a, stretch.b))
    alike = 100 * inside <= dense * stretch.common and stretch.common >= MOSTLY * longest
    return sentences > 0 and alike and written >= MOSTLY


def _written(document: Document, passage: Passage) -> float:
    """The part of a passage that is running text."""
    offsets = document.flow.offsets
    length = 0
    for block in document.flow.blocks:
        start, end = offsets.span(block.start, block.end)
        if block.kind in WRITTEN and start < passage.end and passage.start < end:
            length += min(end, passage.end) - max(start, passage.start)
    return length / max(passage.end - passage.start, 1)
