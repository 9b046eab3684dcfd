"""`claimex compare A B`: two prints of one article, what was lost, added or re-pointed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from claimex.batch import find_inputs
from claimex.cli.gather import Request, gather
from claimex.cli.options import (
    add_checking,
    add_common,
    add_format,
    add_reading,
    fails,
    settings_of,
    tell,
    without_ignored,
)
from claimex.cli.output import claim_line, print_findings
from claimex.cli.side_by_side import difference_rows, difference_table
from claimex.cli.words import text
from claimex.errors import InputError
from claimex.report import Report, side_by_side, write_report
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
    parser.add_argument("--out", type=Path, metavar="DIR", help=text("opt.beside", lang))
    add_reading(parser, lang)
    add_checking(parser, lang, fail_on="never")
    add_format(parser, lang, default="text")
    add_common(parser, lang)


def run(args: argparse.Namespace) -> int:
    """Findings between the two, the sentences that differ, then numbers that one lacks or has for something else."""
    settings = settings_of(args)
    request, first = _request(args)
    gathered = gather(request, args, settings)
    if len(gathered.documents) != 2:
        raise InputError("one of the two cannot be read", where=f"{args.first} {args.second}")
    result = check(gathered.documents, settings=settings)
    between = [finding for finding in result.findings if len({item.doc_id for item in finding.evidence}) > 1]
    findings = without_ignored(between, args, settings.lang)
    print_findings(findings, args, settings.lang)
    a, b = sorted(gathered.documents, key=lambda document: document.doc_id != first)
    print_differences(a, b, args, settings.lang)
    for change in changes(a.claims, b.claims):
        print(_row(change) if args.format == "jsonl" else _lines(change, settings.lang))
    if args.out:
        inputs = {
            "paths": [args.first, args.second],
            "date": args.date,
            "metadata": str(args.metadata) if args.metadata else None,
        }
        beside = ((a.doc_id, b.doc_id),)
        report = Report(result.documents, findings, settings, (), gathered.seconds, inputs, beside)
        tell(args, text("report", settings.lang, path=write_report(report, args.out)))
    return int(fails(findings, args.fail_on))


def _request(args: argparse.Namespace) -> tuple[Request, str]:
    """What to read, and the name that the first document gets.

    Raises:
        InputError: these are not two files.
    """
    single = [find_inputs([path]) for path in (args.first, args.second)]
    inputs = tuple(find_inputs([args.first, args.second]))
    if [len(found) for found in single] != [1, 1] or len(inputs) != 2:
        raise InputError("compare takes two files", where=f"{args.first} {args.second}", cure="use run for folders")
    first = next(entry.doc_id for entry in inputs if entry.path == single[0][0].path)
    return Request(inputs, args.date, args.metadata), first


def print_differences(a: Document, b: Document, args: argparse.Namespace, lang: Lang) -> None:
    """What the prints have in common, and side by side what they have not."""
    found = side_by_side(a, b)
    if found is None:
        return
    if args.format == "jsonl":
        for row in difference_rows(found):
            print(row)
        return
    from rich.console import Console

    Console().print(difference_table(found, lang))


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
