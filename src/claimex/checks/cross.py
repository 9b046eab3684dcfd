"""What a check across documents is: it sees all documents and their comparison, and reports evidence from several."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

from claimex.schema.finding import Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claimex.schema.claim import Claim
    from claimex.schema.comparison import Alignment, Comparison, Difference, Passage
    from claimex.schema.document import Document
    from claimex.schema.finding import Kind, Severity

REPRINT_DAYS = 10
"""Days between two prints of one report; later ones are new reports in old words."""
DENSE = 2.5
"""Differences in a hundred common characters from which two texts say different things in similar words."""
FAITHFUL = 0.75
"""Share of text in common from which a differing word is one of the print; below it the second text is an edition."""
SAME = 0.85
"""Share of text in common with which two documents are one report even where a date or a few words more differ."""
PLAIN, NUMBERS = 0.9, 8
"""Share of text and count of numbers in common that make one report of two prints however far apart they are."""
RENAMED = 3
"""Times that one name stands for another before the second text is about somebody else."""
DATED = re.compile(r"\d[年月日号时点分届期]$")
"""A changed number that is part of a date or counts an event; 千瓦时 and 人次 are units."""

DAY = re.compile(r"(?:\d{1,2}月)?\d{1,2}日")


@dataclass(frozen=True, slots=True)
class CrossHit:
    """One place where a rule across documents fires. `fields` fill the rule's message; `kind` if not the rule's own.

    `identity`: what its name is made of, if not of all the words it quotes.
    """

    evidence: tuple[Evidence, ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    calculation: str | None = None
    suggestion: str | None = None
    severity: Severity | None = None
    kind: Kind | None = None
    identity: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class CorpusCheck:
    """A rule that compares documents, or a document with itself. `zh` and `en` are message templates."""

    id: str
    kind: Kind
    severity: Severity
    find: Callable[[Corpus], Iterator[CrossHit]]
    zh: str
    en: str
    tier: Literal["A", "B", "C"] = "B"

    @property
    def title(self) -> str:
        """The first line of the rule's docstring."""
        return (self.find.__doc__ or self.id).strip().splitlines()[0]


class Corpus:
    """Documents and their comparison, prepared for the checks; made once, read by all rules."""

    def __init__(self, docs: Sequence[Document], comparison: Comparison) -> None:
        self.docs = tuple(sorted(docs, key=lambda doc: doc.doc_id))
        self.comparison = comparison
        self.memo: dict[str, tuple[Any, ...]] = {}

    @cached_property
    def by_id(self) -> dict[str, Document]:
        """Documents by name."""
        return {doc.doc_id: doc for doc in self.docs}

    @cached_property
    def _claim_starts(self) -> dict[str, tuple[list[int], list[Claim]]]:
        return {}

    def claim_at(self, doc_id: str, start: int, end: int) -> Claim | None:
        """The claim whose mention overlaps a raw stretch."""
        if doc_id not in self._claim_starts:
            claims = sorted(self.by_id[doc_id].claims, key=lambda claim: claim.start)
            self._claim_starts[doc_id] = [claim.start for claim in claims], claims
        starts, claims = self._claim_starts[doc_id]
        at = max(bisect_right(starts, start) - 1, 0)
        for claim in claims[at : at + 2]:
            if claim.start < end and start < claim.end:
                return claim
        return None

    def evidence(self, passage: Passage) -> Evidence:
        """A passage as evidence."""
        claim = self.claim_at(passage.doc_id, passage.start, passage.end)
        return Evidence(
            doc_id=passage.doc_id,
            start=passage.start,
            end=passage.end,
            text=passage.text,
            claim_id=claim.id if claim else None,
        )

    @cached_property
    def faithful(self) -> tuple[Alignment, ...]:
        """Reprints close enough that what differs in them is a matter of the print."""
        return tuple(alignment for alignment in self.reprints if alignment.share >= FAITHFUL)

    @cached_property
    def reprints(self) -> tuple[Alignment, ...]:
        """Alignments of two prints of one report, as against a new report in the words of an old one."""
        return tuple(alignment for alignment in self.comparison.alignments if self._reprint(alignment))

    def days_apart(self, alignment: Alignment) -> int | None:
        """Days between the two documents, null where one has no date."""
        first, second = self.by_id[alignment.a_id].date, self.by_id[alignment.b_id].date
        return abs((first - second).days) if first and second else None

    def _reprint(self, alignment: Alignment) -> bool:
        if alignment.reach != "article" or renewed(alignment):
            return False
        days = self.days_apart(alignment)
        return days is None or days <= REPRINT_DAYS or _plainly_same(alignment)


def _plainly_same(alignment: Alignment) -> bool:
    """Whether two prints far apart in time are one report all the same: many numbers, and nearly all of them equal.

    A ceremony is reported every year in the same words, but has few numbers; next month's figures are all new.
    """
    inside = sum(difference.inside for difference in alignment.differences)
    few = 100 * inside <= alignment.common and 8 * alignment.changed <= alignment.numbers
    return few and alignment.share >= PLAIN and alignment.numbers >= NUMBERS


def renewed(alignment: Alignment) -> bool:
    """Whether the text was written anew in old words: other dates, most numbers changed, differences everywhere."""
    inside = [difference for difference in alignment.differences if difference.inside]
    dates = sum(
        difference.kind == "number" and bool(DATED.search(difference.a.text) and DATED.search(difference.b.text))
        for difference in inside
    )
    allowed = 1 if alignment.share > SAME else 0
    return (
        dates > allowed
        or (not allowed and _redated(alignment))
        or (alignment.changed > 2 and 3 * alignment.changed > alignment.numbers)
        or 100 * len(inside) > DENSE * alignment.common * (2 if alignment.share > SAME else 1)
        or _renamed(inside)
    )


def _redated(alignment: Alignment) -> bool:
    """Whether all that differs speaks of one day here and of another there, wherever in the sentence that stands."""
    first, second = (
        {day for difference in alignment.differences for day in DAY.findall(getattr(difference, core))}
        for core in ("core_a", "core_b")
    )
    return bool(first and second) and not first & second


def _renamed(inside: Sequence[Difference]) -> bool:
    """Whether one word stands for another throughout, with no character in common: a form filled in anew.

    A misprinted name has a character in common with the right one, and stands once or twice.
    """
    swaps = Counter((d.core_a, d.core_b) for d in inside if min(len(d.core_a), len(d.core_b)) > 1)
    return any(count >= RENAMED and not set(a) & set(b) for (a, b), count in swaps.items())


def excerpt(passage: Passage, limit: int = 60) -> Passage:
    """The first line of a passage, at most `limit` characters of it: what names a long stretch."""
    text = passage.text.lstrip()
    start = passage.start + len(passage.text) - len(text)
    head = text.split("\n", 1)[0][:limit].rstrip()
    return passage.model_copy(update={"start": start, "end": start + len(head), "text": head})
