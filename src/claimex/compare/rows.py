"""Two prints side by side: the sentences of one beside those of the other, with what differs marked in both.

What the prints have in common ties every character of one to a character of the other, so a row ends wherever a
sentence ends in both: where one print has a full stop and the other a comma, the row goes on. Layout and punctuation
are shown as each print has them and are never marked.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claimex.compare.chains import covered
from claimex.compare.content import Content, content
from claimex.schema.comparison import Part, Passage, Row

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimex.schema.comparison import Difference, DifferenceKind, Spot, Stretch
    from claimex.schema.document import Document

END = re.compile(r"[。！？!?]+[”’」』）)\"]*|\n")
"""The end of a sentence, with the marks that close it."""
LEAST = 4
"""Characters of the shortest text outside all stretches that is shown."""


@dataclass(frozen=True, slots=True)
class _Segment:
    """`a[a0:a1]` beside `b[b0:b1]` (positions in the two contents): the same, or one difference."""

    a0: int
    a1: int
    b0: int
    b1: int
    difference: Difference | None = None


def rows(a: Document, b: Document, stretches: Iterable[Stretch]) -> tuple[Row, ...]:
    """The rows of some stretches of two documents in the order of the first, and between them what one has alone.

    What stands in one document alone comes before the stretch that it precedes there, or at the end. Of two places in
    one document nothing is shown but these.
    """
    left, right = content(a), content(b)
    if a.doc_id == b.doc_id:
        return tuple(row for stretch in stretches for row in _rows(left, right, stretch))
    ordered = sorted(stretches, key=lambda stretch: (stretch.a.start, stretch.b.start))
    lost = _free(left, ((stretch.a, [d.at_a for d in stretch.differences]) for stretch in ordered))
    added = _free(right, ((stretch.b, [d.at_b for d in stretch.differences]) for stretch in ordered))
    found: list[Row] = []
    for stretch in ordered:
        found += _alone(left, lost.pop(_position(left, stretch.a.start), None), "lost")
        found += _alone(right, added.pop(_position(right, stretch.b.start), None), "added")
        found += _rows(left, right, stretch)
    for at in sorted(lost):
        found += _alone(left, lost[at], "lost")
    for at in sorted(added):
        found += _alone(right, added[at], "added")
    return tuple(found)


def _free(item: Content, shown: Iterable[tuple[Passage, Sequence[Spot]]]) -> dict[int, tuple[int, int]]:
    """What stands outside some passages, and the differences that reach over their ends, by where it ends."""
    taken = covered(
        (_position(item, passage.start), max([_position(item, passage.end), *(_span(item, s)[1] for s in spots)]))
        for passage, spots in shown
    )
    ends = [0, *(end for _, end in taken)]
    starts = [*(start for start, _ in taken), len(item.text)]
    return {end: (start, end) for start, end in zip(ends, starts, strict=True) if end - start >= LEAST}


def _alone(item: Content, span: tuple[int, int] | None, kind: DifferenceKind) -> Iterator[Row]:
    """A row for every sentence of a stretch that the other document does not have."""
    if span is None:
        return
    cuts = [span[0], *(at for at in range(span[0] + 1, span[1]) if _ends(item, at)), span[1]]
    for start, end in pairwise(cuts):
        parts = (Part(text=_text(item, _opening(item, start), _border(item, end)), kind=kind),)
        yield Row(a=parts) if kind == "lost" else Row(b=parts)


def _rows(a: Content, b: Content, stretch: Stretch) -> Iterator[Row]:
    pending: list[_Segment] = []
    for segment in _cut(a, b, _segments(a, b, stretch)):
        pending.append(segment)
        alone = pending[0].a0 == segment.a1, pending[0].b0 == segment.b1
        if (alone[0] or _ends(a, segment.a1)) and (alone[1] or _ends(b, segment.b1)):
            yield from _row(a, b, pending)
            pending = []
    if pending:
        yield from _row(a, b, pending)


def _segments(a: Content, b: Content, stretch: Stretch) -> Iterator[_Segment]:
    """The stretch as what is the same and what differs, in order."""
    at, to = _position(a, stretch.a.start), _position(b, stretch.b.start)
    for difference in stretch.differences:
        a0, a1 = _span(a, difference.at_a)
        b0, b1 = _span(b, difference.at_b)
        a0, b0 = max(a0, at), max(b0, to)
        yield _Segment(at, a0, to, b0)
        yield _Segment(a0, max(a1, a0), b0, max(b1, b0), difference)
        at, to = max(a1, a0), max(b1, b0)
    yield _Segment(at, max(_position(a, stretch.a.end), at), to, max(_position(b, stretch.b.end), to))


def _cut(a: Content, b: Content, segments: Iterable[_Segment]) -> Iterator[_Segment]:
    """The segments cut where sentences end: in both prints if they agree, else in the one that has the words."""
    for segment in segments:
        wide, high = segment.a1 - segment.a0, segment.b1 - segment.b0
        if segment.difference and wide and high:
            yield segment
            continue
        longest = max(wide, high)
        inner = [k for k in range(1, longest) if _may_cut(a, b, segment, k)]
        for k, m in pairwise([0, *inner, longest]):
            spans = (min(k, wide), min(m, wide), min(k, high), min(m, high))
            a0, a1, b0, b1 = (x + y for x, y in zip(spans, (segment.a0,) * 2 + (segment.b0,) * 2, strict=True))
            yield _Segment(a0, a1, b0, b1, segment.difference)


def _may_cut(a: Content, b: Content, segment: _Segment, at: int) -> bool:
    """Whether a sentence ends `at` characters into a segment, in each print that has that many."""
    left = segment.a0 + at >= segment.a1 or _ends(a, segment.a0 + at)
    return left and (segment.b0 + at >= segment.b1 or _ends(b, segment.b0 + at))


def _row(a: Content, b: Content, segments: Sequence[_Segment]) -> Iterator[Row]:
    first, last = segments[0], segments[-1]
    told = list({id(s.difference): s.difference for s in segments if s.difference}.values())
    row = Row(
        a=_side(a, (first.a0, last.a1), [(d.kind, d.a if d.kind == "number" else d.at_a) for d in told]),
        b=_side(b, (first.b0, last.b1), [(d.kind, d.b if d.kind == "number" else d.at_b) for d in told]),
    )
    if row.a or row.b:
        yield row


def _side(
    item: Content, span: tuple[int, int], marks: Sequence[tuple[DifferenceKind, Spot | Passage]]
) -> tuple[Part, ...]:
    """One print's side of a row as parts; none where it has no words there."""
    if span[0] >= span[1]:
        return ()
    start, end = _opening(item, span[0]), _border(item, span[1])
    parts: list[Part] = []
    at = start
    for kind, spot in marks:
        low, high = _flow(item, spot.start), _flow(item, spot.end)
        if spot.start == spot.end:  # what the other print has more stands behind the last character before it
            low = high = item.after(item.index(low))
        low, high = min(max(low, at), end), min(max(high, at), end)
        parts += _plain(item, at, low)
        parts.append(Part(text=_text(item, low, high), kind=kind))
        at = high
    return (*parts, *_plain(item, at, end))


def _plain(item: Content, start: int, end: int) -> list[Part]:
    text = _text(item, start, end)
    return [Part(text=text)] if text else []


def _text(item: Content, start: int, end: int) -> str:
    """The flowing text of a stretch, page furniture left out."""
    blocks = (block for block in item.doc.flow.blocks if block.kind != "boilerplate")
    lines = (item.doc.flow.text[max(block.start, start) : min(block.end, end)] for block in blocks)
    return "\n".join(line for line in lines if line)


def _ends(item: Content, at: int) -> bool:
    """Whether a sentence ends before the content character at `at`."""
    return at in (0, len(item.text)) or END.search(item.doc.flow.text, item.after(at), item.place(at)) is not None


def _border(item: Content, at: int) -> int:
    """The flow offset where the words before the content character at `at` end, the marks that close them included."""
    after = item.after(at)
    found = END.search(item.doc.flow.text, after, item.place(at)) if at else None
    return found.end() if found else after


def _opening(item: Content, at: int) -> int:
    """The flow offset where the sentence of the content character at `at` begins, its opening marks included."""
    place = item.place(at)
    if not at or not _ends(item, at):
        return place
    start, text = _border(item, at), item.doc.flow.text
    while start < place and text[start].isspace():
        start += 1
    return start


def _position(item: Content, raw: int) -> int:
    """The position in the content of a raw offset."""
    return item.index(_flow(item, raw))


def _span(item: Content, spot: Spot) -> tuple[int, int]:
    return _position(item, spot.start), _position(item, spot.end)


def _flow(item: Content, raw: int) -> int:
    offsets = item.doc.flow.offsets
    return bisect_left(range(len(offsets)), raw, key=offsets.start)
