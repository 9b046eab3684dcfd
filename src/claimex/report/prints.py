"""Prints of one article side by side: the rows that the terminal and the review page both show."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from claimex.checks.reprint import told_stretches
from claimex.compare import differences, repeats, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimex.schema import Alignment, Difference, Document, Finding, Row
    from claimex.settings import Settings


FEW = 2
"""Sentences of one sort, up to which they are shown where they follow one another."""
BEGIN = 24
"""Characters by which a folded group is named."""


@dataclass(frozen=True)
class Group:
    """Rows that follow one another and agree (`same`), or stand in one print alone (`lost`, `added`); else no name.

    `folded`: there are more of them than a reader wants to pass by.
    """

    name: str
    rows: tuple[Row, ...]
    folded: bool

    @property
    def begin(self) -> str:
        """The first words."""
        return "".join(part.text for part in (self.rows[0].a or self.rows[0].b))[:BEGIN]


@dataclass(frozen=True)
class Prints:
    """Two prints side by side.

    `differences`: those along the stretches that run parallel.
    """

    a: Document
    b: Document
    alignment: Alignment
    differences: tuple[Difference, ...]
    rows: tuple[Row, ...]

    @property
    def groups(self) -> tuple[Group, ...]:
        """The rows as they are shown."""
        found = ((name, tuple(rows)) for name, rows in groupby(self.rows, key=_name))
        return tuple(Group(name, rows, folded=bool(name) and len(rows) > FEW) for name, rows in found)

    @property
    def counts(self) -> dict[str, int]:
        """How many differences of each kind there are; a passage that one print has alone is one."""
        count: Counter[str] = Counter()
        for group in self.groups:
            alone = [group.name] if group.name in {"lost", "added"} else []
            count.update(alone or [part.kind for row in group.rows for part in row.a or row.b if part.kind])
        return dict(count)


def _name(row: Row) -> str:
    if not row.kinds:
        return "same"
    return "" if row.a and row.b else "lost" if row.a else "added"


def side_by_side(a: Document, b: Document) -> Prints | None:
    """Two documents side by side; null where they share no sentence.

    Stretches that run parallel alone: a list told again as a sentence differs in every word and says nothing.
    """
    alignment = differences(a, b)
    if alignment is None:
        return None
    stretches = tuple(told_stretches(alignment)) or alignment.stretches
    return Prints(
        a=a,
        b=b,
        alignment=alignment,
        differences=tuple(difference for stretch in stretches for difference in stretch.differences),
        rows=rows(a, b, stretches),
    )


def duplicates(findings: Iterable[Finding], documents: Mapping[str, Document], settings: Settings) -> Iterator[Prints]:
    """The prints of every pair that is reported as printed twice, in the order of the findings."""
    seen: set[tuple[str, ...]] = set()
    for finding in findings:
        pair = tuple(item.doc_id for item in finding.evidence[:2])
        if finding.kind != "duplicate_article" or (pair in seen and pair[0] != pair[1]):
            continue
        seen.add(pair)
        if pair[0] == pair[1]:
            yield from _twice(documents[pair[0]], finding, settings)
        elif found := side_by_side(documents[pair[0]], documents[pair[1]]):
            yield found


def _twice(document: Document, finding: Finding, settings: Settings) -> Iterator[Prints]:
    """The two places in one document that a finding quotes."""
    first, second = finding.evidence[:2]
    for alignment in repeats(document, settings):
        (stretch,) = alignment.stretches
        if stretch.a.start <= first.start < stretch.a.end and stretch.b.start <= second.start < stretch.b.end:
            found = rows(document, document, alignment.stretches)
            yield Prints(a=document, b=document, alignment=alignment, differences=stretch.differences, rows=found)
