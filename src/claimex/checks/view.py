"""A document as the checks see it: flowing text, its clauses, and its claims with flow offsets and intervals."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from claimex.checks import interval
from claimex.checks.dimension import named_code
from claimex.checks.template import mask
from claimex.schema.finding import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from decimal import Decimal

    from claimex.checks.interval import Interval
    from claimex.checks.rule import Span
    from claimex.checks.template import Template
    from claimex.schema.claim import Claim
    from claimex.schema.document import Block, Document
    from claimex.schema.quantity import Quantity

SENTENCE_END = re.compile(r"[。！？!?]+[”’」』）)]*|\n")
CLAUSE_BREAK = frozenset("，。；！？\n,;!?")
QUOTE_LIMIT = 30
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim's printed number. `start`, `end`: flow offsets; `text`: as printed in the flow."""

    claim: Claim
    start: int
    end: int
    text: str

    @property
    def quantity(self) -> Quantity:
        """The number with its unit."""
        return self.claim.quantity

    @property
    def value(self) -> Decimal:
        """The printed number; only for figures that have one (`single`)."""
        value = self.claim.quantity.value
        if value is None:
            raise TypeError(self.text)
        return value

    @property
    def unit(self) -> str:
        """The unit as printed, without the scale word."""
        return self.claim.quantity.unit

    @property
    def code(self) -> str:
        """What makes two figures comparable: the unit's code (人 and 名 share one), else the unit itself."""
        return self.claim.quantity.unit_code or self.claim.quantity.unit or named_code(self.claim.indicator or "")

    @property
    def interval(self) -> Interval:
        """The values the figure can stand for."""
        return interval.of(self.claim.quantity)

    @property
    def step(self) -> Decimal:
        """The step of the last printed digit."""
        return interval.step(self.claim.quantity)

    @property
    def single(self) -> bool:
        """One number, not a range."""
        return self.claim.quantity.value is not None

    @property
    def exact(self) -> bool:
        """One number without a bound."""
        return interval.exact(self.claim.quantity)

    @property
    def span(self) -> Span:
        """Flow offsets."""
        return self.start, self.end


class View:
    """One document prepared for the checks; made once, read by all rules."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self.text = doc.flow.text
        self._found: dict[object, tuple[object, ...]] = {}

    def once(self, find: Callable[[View], Iterable[T]]) -> tuple[T, ...]:
        """What `find` sees in this document, looked for once and shared by the rules that ask."""
        if find not in self._found:
            self._found[find] = tuple(find(self))
        return cast("tuple[T, ...]", self._found[find])

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Blocks that an author wrote (page furniture is left out)."""
        return tuple(b for b in self.doc.flow.blocks if b.kind != "boilerplate")

    @cached_property
    def _raw_starts(self) -> list[int]:
        offsets = self.doc.flow.offsets
        return [offsets.start(i) for i in range(len(offsets))]

    def to_flow(self, start: int, end: int) -> Span:
        """Flow offsets of a raw stretch."""
        starts = self._raw_starts
        first = max(bisect.bisect_right(starts, start) - 1, 0)
        last = bisect.bisect_left(starts, end)
        return first, max(last, first)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Claims in flow order; of two at one place the longer one only."""
        found: list[Figure] = []
        for claim in self.doc.claims:
            start, end = self.to_flow(claim.start, claim.end)
            if start < end:
                found.append(Figure(claim=claim, start=start, end=end, text=self.text[start:end]))
        found.sort(key=lambda f: (f.start, -f.end))
        kept: list[Figure] = []
        for figure in found:
            if not kept or figure.start >= kept[-1].end:
                kept.append(figure)
        return tuple(kept)

    @cached_property
    def _figure_starts(self) -> list[int]:
        return [f.start for f in self.figures]

    def figures_in(self, start: int, end: int) -> tuple[Figure, ...]:
        """Figures that begin in a flow stretch."""
        first = bisect.bisect_left(self._figure_starts, start)
        last = bisect.bisect_left(self._figure_starts, end)
        return self.figures[first:last]

    def figure_at(self, start: int, end: int) -> Figure | None:
        """The first figure that overlaps a flow stretch."""
        index = max(bisect.bisect_left(self._figure_starts, start) - 1, 0)
        for figure in self.figures[index:]:
            if figure.start >= end:
                return None
            if figure.end > start:
                return figure
        return None

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences of the flowing text: up to 。！？ or a block's end."""
        spans: list[Span] = []
        start = 0
        for end in [m.end() for m in SENTENCE_END.finditer(self.text)] + [len(self.text)]:
            if self.text[start:end].strip():
                spans.append((start, end))
            start = end
        return tuple(spans)

    def sentence(self, position: int) -> Span:
        """The sentence that holds a flow position."""
        starts = self._sentence_starts
        index = max(bisect.bisect_right(starts, position) - 1, 0)
        return self.sentences[index] if self.sentences else (0, len(self.text))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s for s, _ in self.sentences]

    @cached_property
    def masked_sentences(self) -> tuple[Template, ...]:
        """Sentences that hold a figure, with their figures masked."""
        return tuple(mask(self, *span) for span in self.sentences if self.figures_in(*span))

    def paragraphs(self) -> Iterator[Span]:
        """Lines of the flowing text."""
        start = 0
        for line in self.text.split("\n"):
            if line:
                yield start, start + len(line)
            start += len(line) + 1

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Matches in what the author wrote."""
        for block in self.blocks:
            yield from pattern.finditer(self.text, block.start, block.end)

    def clause(self, start: int, end: int) -> Span:
        """The stretch between the nearest clause breaks, at most some thirty characters to a side."""
        text = self.text
        left = start
        while left > 0 and start - left < QUOTE_LIMIT and text[left - 1] not in CLAUSE_BREAK:
            left -= 1
        right = end
        while right < len(text) and right - end < QUOTE_LIMIT and text[right] not in CLAUSE_BREAK:
            right += 1
        return left, right

    def quote(self, start: int, end: int) -> str:
        """The clause around a stretch, for a message."""
        left, right = self.clause(start, end)
        return self.text[left:right].strip()

    def evidence(self, span: Span) -> Evidence:
        """Evidence for a flow stretch, in raw offsets, with the claim it quotes."""
        start, end = self.doc.flow.offsets.span(*span)
        figure = self.figure_at(*span)
        return Evidence(
            doc_id=self.doc.doc_id,
            start=start,
            end=end,
            text=self.doc.text[start:end],
            claim_id=figure.claim.id if figure else None,
        )
