"""Figures that clash: between two prints of one report, between claims that agree in every slot, and nearly so.

Between two prints of one report a changed number needs no framing: the words around it are the same. Everywhere else
two claims must agree in every slot first. A document that gives one key several values in different places is not
trusted for that key: what tells the values apart has been lost, and a comparison would only spread the loss.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from claimex.checks import interval
from claimex.checks.comparable import Figure, Key, bare, distinct, printed_verdict, slip, verdict
from claimex.checks.cross import SAME
from claimex.checks.figures import figure
from claimex.checks.near import Loose, loose, near_pairs
from claimex.checks.repeated import twice
from claimex.checks.reprint import told_stretches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimex.checks.cross import Corpus
    from claimex.schema.document import Document

FAR = Decimal("0.5")
"""Part of the larger of two levels beyond which they are of two things, whatever the words."""
FAR_POINTS = Decimal(10)
"""The same for growth rates, in percentage points."""
MARGIN = Decimal("0.01")
"""Part of a figure by which a bound may miss it: 超 is said of 11.99万亿 too."""
MOST_VALUES = 3
"""Different values of one key among all documents beyond which the key does not name one thing."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two figures that cannot both be true. `aligned`: they stand in the same place of two prints."""

    first: Figure
    second: Figure
    slip: str
    revision: str = ""
    aligned: bool = False
    sure: bool = False

    @property
    def rule(self) -> str:
        """The rule that names it best."""
        if self.first.heading != self.second.heading and self.first.claim.doc_id == self.second.claim.doc_id:
            return "X04"
        return {"scale": "X02", "digit": "X03"}.get(self.slip, "X01")


def clashes(corpus: Corpus) -> tuple[Clash, ...]:
    """All clashes among the documents, made once and shared by the four rules."""
    if "clashes" not in corpus.memo:
        aligned = tuple(_aligned(corpus))
        known = {frozenset((c.first.claim.id, c.second.claim.id)) for c in aligned}
        pairs = {frozenset((a.a_id, a.b_id)) for a in corpus.faithful}
        framed = [
            clash
            for clash in _framed(corpus)
            if frozenset((clash.first.claim.id, clash.second.claim.id)) not in known
            and frozenset((clash.first.claim.doc_id, clash.second.claim.doc_id)) not in pairs
        ]
        corpus.memo["clashes"] = (*aligned, *framed)
    return corpus.memo["clashes"]


def _aligned(corpus: Corpus) -> Iterator[Clash]:
    """Numbers that differ between two prints of one report, in two documents or on one page."""
    for alignment in (*corpus.faithful, *twice(corpus)):
        for stretch in told_stretches(alignment):
            for difference in stretch.differences:
                if difference.kind != "number" or not difference.inside:
                    continue
                first = corpus.claim_at(difference.a.doc_id, difference.a.start, difference.a.end)
                second = corpus.claim_at(difference.b.doc_id, difference.b.start, difference.b.end)
                if first and second and printed_verdict(first, second) == "conflict":
                    a, b = bare(first), bare(second)
                    if a and b:
                        yield Clash(a, b, slip=slip(a, b), aligned=True, sure=alignment.share >= SAME)


def _framed(corpus: Corpus) -> Iterator[Clash]:
    """Claims that agree in every slot and differ in value, then those that agree loosely and differ little."""
    groups: dict[Key, list[Figure]] = defaultdict(list)
    wider: dict[Key, list[Loose]] = defaultdict(list)
    for item in comparable_figures(corpus):
        groups[item.key].append(item)
    for doc in corpus.docs:
        for claim in doc.claims:
            found = loose(doc, claim)
            if found is not None:
                wider[found.figure.key].append(found)
    told: set[str] = set()
    for key in sorted(groups):
        for clash in _within_key(groups[key]):
            told |= {clash.first.claim.id, clash.second.claim.id}
            yield clash
    for key in sorted(wider):
        for low, high in near_pairs(wider[key]):
            first, second = sorted((low, high), key=lambda f: (f.claim.doc_id, f.claim.start))
            if not {first.claim.id, second.claim.id} & told:
                kind, why = verdict(first, second)
                yield Clash(first, second, slip=slip(first, second), revision=why if kind == "revision" else "")


def comparable_figures(corpus: Corpus) -> tuple[Figure, ...]:
    """The comparable figures of all documents, made once."""
    if "figures" not in corpus.memo:
        corpus.memo["figures"] = tuple(item for doc in corpus.docs for item in _figures_of(doc))
    return corpus.memo["figures"]


def _figures_of(doc: Document) -> Iterator[Figure]:
    """The comparable figures of a document; one that a headline and the text below both print is the text's."""
    headings = [doc.flow.offsets.span(block.start, block.end) for block in doc.flow.blocks if block.kind == "heading"]
    inside = {claim.id for claim in doc.claims if _within(headings, claim.start)}
    told = {(claim.quantity.value, claim.quantity.unit) for claim in doc.claims if claim.id not in inside}
    for claim in doc.claims:
        alone = claim.id in inside and (claim.quantity.value, claim.quantity.unit) not in told
        found = figure(doc, claim, heading=alone)
        if found is not None:
            yield found


def _within(spans: Sequence[tuple[int, int]], position: int) -> bool:
    at = bisect_right(spans, position, key=lambda span: span[0]) - 1
    return at >= 0 and position < spans[at][1]


def _within_key(figures: list[Figure]) -> Iterator[Clash]:
    """The clashes of one key: between neighbouring values, if there are few enough to be values of one thing."""
    by_doc: dict[str, list[Figure]] = defaultdict(list)
    for item in figures:
        by_doc[item.claim.doc_id].append(item)
    trusted: list[Figure] = []
    for doc_id in sorted(by_doc):
        groups = distinct(by_doc[doc_id])
        if len(groups) <= 1:
            trusted += by_doc[doc_id]
        elif len(groups) == 2:
            yield from _inside(groups)
    groups = distinct(trusted)
    if len(groups) == 1:
        yield from _beyond_bounds(_spokesman(groups[0]), trusted)
    if not 2 <= len(groups) <= MOST_VALUES:
        return
    for low, high in pairwise(groups):
        first, second = sorted((_spokesman(low), _spokesman(high)), key=lambda f: (f.claim.doc_id, f.claim.start))
        kind, why = verdict(first, second)
        if kind in {"conflict", "revision"} and first.claim.doc_id != second.claim.doc_id and _likely(first, second):
            yield Clash(first, second, slip=slip(first, second), revision=why if kind == "revision" else "")


def _beyond_bounds(exact: Figure, figures: list[Figure]) -> Iterator[Clash]:
    """A figure that a bound elsewhere rules out: 超过12万亿元 against 11.2万亿元, not against 11.99万亿元."""
    for other in figures:
        if other.claim.doc_id == exact.claim.doc_id or interval.exact(other.claim.quantity):
            continue
        loose_end = other.claim.quantity.bound != "about"
        margin = MARGIN * abs(exact.value or Decimal(0)) if loose_end else Decimal(0)
        if not exact.values.widened(margin).overlaps(other.values) and _likely(exact, other):
            first, second = sorted((exact, other), key=lambda f: (f.claim.doc_id, f.claim.start))
            kind, why = verdict(first, second)
            yield Clash(first, second, slip=slip(first, second), revision=why if kind == "revision" else "")
            return


def _likely(first: Figure, second: Figure) -> bool:
    """Whether two values are near enough, or one slip apart, to be of one thing; a work's length may be anything."""
    a, b = first.value, second.value
    if a is None or b is None:
        return False
    rate = first.claim.measure == "growth" or first.key[-1] == "ratio"
    return bool(slip(first, second)) or abs(a - b) <= (FAR_POINTS if rate else FAR * max(abs(a), abs(b)))


def _inside(groups: list[list[Figure]]) -> Iterator[Clash]:
    """Two values of one key in one document: told where one stands in a headline, or one slip makes the other."""
    first, second = sorted((_spokesman(group) for group in groups), key=lambda f: f.claim.start)
    apart = first.claim.sentence.start != second.claim.sentence.start
    named = slip(first, second)
    if apart and (named or first.heading != second.heading) and verdict(first, second)[0] == "conflict":
        yield Clash(first, second, slip=named)


def _spokesman(group: list[Figure]) -> Figure:
    """The figure that speaks for those of one value: not in a headline if it can be, most digits, earliest."""
    return min(
        group, key=lambda f: (f.heading, interval.step(f.claim.quantity) * f.factor, f.claim.doc_id, f.claim.start)
    )
