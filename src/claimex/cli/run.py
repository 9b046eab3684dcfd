"""`claimex run PATH… --out DIR`: read, extract, check; the main job."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from claimex.cli.gather import Request, gather
from claimex.cli.options import add_checking, add_common, add_reading, fails, settings_of, without_ignored
from claimex.cli.words import text
from claimex.report import Report, summary_table, write_report
from claimex.result import check

if TYPE_CHECKING:
    import argparse

    from claimex.report.words import Lang


def add_options(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help=text("opt.paths", lang))
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=text("opt.out", lang))
    add_reading(parser, lang)
    add_checking(parser, lang, fail_on="never")
    add_common(parser, lang)


def run(args: argparse.Namespace) -> int:
    """Write the five files, show the summary, and end with the path of the report."""
    settings = settings_of(args)
    gathered = gather(Request.of(vars(args)), args, settings)
    begun = time.perf_counter()
    result = check(gathered.documents, settings=settings)
    findings = without_ignored(result.findings, args, settings.lang)
    seconds = {**gathered.seconds, "check": time.perf_counter() - begun}
    metadata = str(args.metadata) if args.metadata else None
    inputs = {"paths": args.paths, "date": args.date, "metadata": metadata}
    report = Report(result.documents, findings, settings, gathered.failures, seconds, inputs)
    page = write_report(report, args.out)
    if not args.quiet:
        Console(stderr=True).print(summary_table(report))
    print(text("report", settings.lang, path=page))
    return int(fails(findings, args.fail_on))
