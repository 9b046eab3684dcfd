"""Comparing many documents: who is worth comparing with whom, then each such pair side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.compare.align import align
from claimex.compare.chains import Index
from claimex.compare.content import Content, content, shingles
from claimex.compare.inside import repeated
from claimex.compare.signature import sign, signature_version, similar_pairs
from claimex.schema.comparison import Alignment, Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimex.schema.document import Document
    from claimex.settings import Settings

PARAGRAPH = 40
"""Characters of the shortest paragraph that is signed; shorter ones (王毅参加会见) stand in everything."""
BATCH = 2048
"""Texts signed at a time, so that their shingles never stand in memory all at once."""


def compare(docs: Sequence[Document], settings: Settings) -> Comparison:
    """Documents that share an article or a passage, and how the two prints differ.

    Whole articles and single paragraphs are signed, so that a short item inside a long page is found. Near-linear:
    texts that share a signature band meet, and in a crowd each meets only those next to it in time.
    """
    ordered = sorted(docs, key=lambda doc: (str(doc.date or ""), doc.doc_id))
    contents = [content(doc) for doc in ordered]
    found: list[Alignment] = []
    for first, others in _grouped(contents):
        index = Index(contents[first].text)
        for second in others:
            aligned = align(contents[first], index, contents[second], near_duplicate=settings.near_duplicate)
            if aligned is not None:
                found.append(aligned)
    found.sort(key=lambda alignment: (alignment.a_id, alignment.b_id))
    inside = [again for item in contents for again in repeated(item, near_duplicate=settings.near_duplicate)]
    inside.sort(key=lambda alignment: alignment.a_id)
    return Comparison(signature=signature_version(), alignments=tuple(found), inside=tuple(inside))


def differences(a: Document, b: Document) -> Alignment | None:
    """Two documents aligned, whatever they have in common; null where that is no sentence."""
    first = content(a)
    return align(first, Index(first.text), content(b), near_duplicate=0.5, shortest=0)


def repeats(doc: Document, settings: Settings) -> tuple[Alignment, ...]:
    """What one document prints twice, each passage with its first place."""
    return tuple(repeated(content(doc), near_duplicate=settings.near_duplicate))


def _grouped(contents: list[Content]) -> Iterator[tuple[int, list[int]]]:
    """For each document the later ones it may share text with."""
    owners: list[int] = []
    signatures: list[tuple[int, ...]] = []
    pending: list[list[str]] = []
    for number, item in enumerate(contents):
        for start, end in _units(item):
            owners.append(number)
            pending.append(shingles(item.text[start:end]))
            if len(pending) >= BATCH:
                signatures += sign(pending)
                pending = []
    signatures += sign(pending)
    partners: dict[int, set[int]] = {}
    for one, other in similar_pairs(signatures):
        first, second = sorted((owners[one], owners[other]))
        if first != second:
            partners.setdefault(first, set()).add(second)
    for first in sorted(partners):
        yield first, sorted(partners[first])


def _units(item: Content) -> Iterator[tuple[int, int]]:
    """The stretches of a document that are signed: each article, and each paragraph of some length."""
    seen: set[tuple[int, int]] = set()
    flow = item.doc.flow
    parts = [(part.start, part.end) for part in flow.articles] + [(part.start, part.end) for part in flow.blocks]
    for start, end in parts:
        span = item.index(start), item.index(end)
        if span[1] - span[0] >= PARAGRAPH and span not in seen:
            seen.add(span)
            yield span
