"""Prints of one article side by side: the rows that the terminal and the review page both show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.checks.reprint import told_stretches
from claimex.compare import differences, outside, rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimex.schema import Alignment, Document, Finding, Passage, Row


@dataclass(frozen=True)
class Prints:
    """Two prints side by side. `only_a`, `only_b`: what stands outside the stretches that run parallel."""

    a: Document
    b: Document
    alignment: Alignment
    rows: tuple[Row, ...]
    only_a: tuple[Passage, ...] = ()
    only_b: tuple[Passage, ...] = ()


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
        rows=rows(a, b, stretches),
        only_a=outside(a, (stretch.a for stretch in stretches)),
        only_b=outside(b, (stretch.b for stretch in stretches)),
    )


def duplicates(findings: Iterable[Finding], documents: Mapping[str, Document]) -> Iterator[Prints]:
    """The prints of every pair that is reported as printed twice, in the order of the findings."""
    seen: set[tuple[str, ...]] = set()
    for finding in findings:
        pair = tuple(dict.fromkeys(item.doc_id for item in finding.evidence))
        if finding.kind != "duplicate_article" or len(pair) != 2 or pair in seen:
            continue
        seen.add(pair)
        found = side_by_side(documents[pair[0]], documents[pair[1]])
        if found is not None:
            yield found
