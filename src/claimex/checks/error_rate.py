"""The error rate of a document (差错率), as newspapers are inspected for it.

Weights as in the error table of the 2020 rules for the quality of newspapers and periodicals: a wrong figure, fact or
logic counts 1, a slip against GB/T 15835 counts 0.1 and such slips together at most 1; an error in a headline counts
double. Newspapers pass up to three errors in ten thousand characters.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.schema.base import Number, Record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimex.schema.document import Document
    from claimex.schema.finding import Finding

WHOLE = Decimal(1)
SLIP = Decimal("0.1")
LIMIT = Decimal("0.0003")
STYLE = "number_style"
# what two prints differ in, and what a person has to judge, is no error of this document
NOT_COUNTED = frozenset(
    {"value_revision", "wording_variant", "name_variant", "duplicate_article", "shared_passage", "value_conflict"}
)
HEADLINE = 2


class ErrorRate(Record):
    """`errors` as weighted, over `characters`; `rate` is their quotient, `passes` whether it keeps the limit."""

    errors: Number
    characters: int
    rate: Number
    passes: bool


def weight(finding: Finding) -> Decimal:
    """What a finding counts before headlines are doubled: only errors count, not what a person has yet to judge."""
    if finding.severity == "note" or finding.kind in NOT_COUNTED:
        return Decimal(0)
    if finding.kind == STYLE:
        return SLIP
    return WHOLE if finding.severity == "error" else Decimal(0)


def error_rate(doc: Document, findings: Iterable[Finding] | None = None) -> ErrorRate:
    """The error rate of a document by its own findings, or by those given.

    White space does not count as characters. A document without text has the rate zero.
    """
    headlines = [doc.flow.offsets.span(block.start, block.end) for block in doc.flow.blocks if block.kind == "heading"]
    whole = slips = Decimal(0)
    for finding in doc.findings if findings is None else findings:
        first = finding.evidence[0]
        in_headline = any(start <= first.start < end for start, end in headlines)
        counted = weight(finding) * (HEADLINE if in_headline else 1)
        if finding.kind == STYLE:
            slips += counted
        else:
            whole += counted
    errors = whole + min(slips, WHOLE)
    characters = len("".join(doc.text.split()))
    rate = round(errors / characters, 6) if characters else Decimal(0)
    return ErrorRate(errors=errors, characters=characters, rate=rate, passes=rate <= LIMIT)
