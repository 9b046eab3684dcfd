"""`claimex extract PATH…|-`: claims on standard output."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimex.cli.gather import Request, gather
from claimex.cli.options import add_common, add_format, add_reading, settings_of
from claimex.cli.output import claim_line
from claimex.cli.words import text
from claimex.report import claim_rows

if TYPE_CHECKING:
    import argparse

    from claimex.report.words import Lang


def add_options(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=text("opt.paths", lang))
    add_reading(parser, lang)
    add_format(parser, lang, default="jsonl")
    add_common(parser, lang)


def run(args: argparse.Namespace) -> int:
    """One claim a line, document by document."""
    settings = settings_of(args)
    documents = gather(Request.of(vars(args)), args, settings).documents
    if args.format == "jsonl":
        for row in claim_rows(documents):
            print(json.dumps(row, ensure_ascii=False))
        return 0
    for document in documents:
        for claim in document.claims:
            print(claim_line(claim, settings.lang))
    return 0
