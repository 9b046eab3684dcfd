"""`claimex compare A B`: two prints of one article, what was lost, added or re-pointed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimex.batch import find_inputs
from claimex.cli.gather import Request, gather
from claimex.cli.options import add_checking, add_common, add_format, add_reading, fails, settings_of, without_ignored
from claimex.cli.output import claim_line, print_findings
from claimex.cli.side_by_side import difference_rows, difference_table
from claimex.cli.words import text
from claimex.compare import differences
from claimex.errors import InputError
from claimex.result import check
from claimex.schema import Claim, Document

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from claimex.report.words import Lang

SLOTS = ("indicator", "area", "subject", "measure", "direction", "status", "basis", "aggregation")
"""A number that stands in both prints is re-pointed when one of these differs."""

Change = tuple[str, Claim | None, Claim | None]


def add_options(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare what the command takes."""
    parser.add_argument("first", metavar="A", help=text("opt.first", lang))
    parser.add_argument("second", metavar="B", help=text("opt.second", lang))
    add_reading(parser, lang)
    add_checking(parser, lang, fail_on="never")
    add_format(parser, lang, default="text")
    add_common(parser, lang)


def run(args: argparse.Namespace) -> int:
    """Findings between the two, the words that differ, then numbers that one lacks or has for something else."""
    settings = settings_of(args)
    first, second = (find_inputs([path]) for path in (args.first, args.second))
    if len(first) != 1 or len(second) != 1:
        raise InputError("compare takes two files", where=f"{args.first} {args.second}", cure="use run for folders")
    inputs = tuple(find_inputs([args.first, args.second]))
    documents = gather(Request(inputs, args.date, args.metadata), args, settings).documents
    if len(documents) != 2:
        raise InputError("one of the two cannot be read", where=f"{args.first} {args.second}")
    result = check(documents, settings=settings)
    between = [finding for finding in result.findings if len({item.doc_id for item in finding.evidence}) > 1]
    findings = without_ignored(between, args, settings.lang)
    print_findings(findings, args, settings.lang)
    a, b = documents if inputs[0].path == first[0].path else documents[::-1]
    print_differences(a, b, args, settings.lang)
    for change in changes(a.claims, b.claims):
        print(_row(change) if args.format == "jsonl" else _lines(change, settings.lang))
    return int(fails(findings, args.fail_on))


def print_differences(a: Document, b: Document, args: argparse.Namespace, lang: Lang) -> None:
    """What the prints have in common, and side by side what they have not."""
    alignment = differences(a, b)
    if alignment is None:
        return
    if args.format == "jsonl":
        for row in difference_rows(alignment):
            print(row)
        return
    from rich.console import Console

    Console().print(difference_table(alignment, lang))


def changes(first: Sequence[Claim], second: Sequence[Claim]) -> Iterator[Change]:
    """Claims are paired by quantity, those that agree in more slots first; what stays alone is lost or added."""
    left = list(second)
    lost: list[Claim] = []
    for claim in first:
        same = [other for other in left if other.quantity == claim.quantity]
        if not same:
            lost.append(claim)
            continue
        partner = max(same, key=lambda other: _agreement(claim, other))
        left.remove(partner)
        if _agreement(claim, partner) < len(SLOTS):
            yield "moved", claim, partner
    yield from (("lost", claim, None) for claim in lost)
    yield from (("added", None, claim) for claim in left)


def _agreement(claim: Claim, other: Claim) -> int:
    return sum(getattr(claim, slot) == getattr(other, slot) for slot in SLOTS)


def _row(change: Change) -> str:
    kind, first, second = change
    rows = [claim.model_dump(mode="json") if claim else None for claim in (first, second)]
    return json.dumps({"change": kind, "first": rows[0], "second": rows[1]}, ensure_ascii=False)


def _lines(change: Change, lang: Lang) -> str:
    kind, *claims = change
    return "\n    ".join([text(kind, lang), *(claim_line(claim, lang) for claim in claims if claim)])
