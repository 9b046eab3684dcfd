"""`claimex check DRAFT… --archive F`: a draft against what was printed before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimex.batch import find_inputs
from claimex.cli.earlier import is_run, run_request
from claimex.cli.gather import Request, gather
from claimex.cli.options import (
    add_checking,
    add_common,
    add_format,
    add_reading,
    fails,
    settings_of,
    without_ignored,
)
from claimex.cli.output import error_rate_line, print_findings
from claimex.cli.words import text
from claimex.result import check

if TYPE_CHECKING:
    import argparse

    from claimex.report.words import Lang
    from claimex.schema import Document, Finding


def add_options(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """Declare what the command takes."""
    parser.add_argument("paths", nargs="+", metavar="DRAFT", help=text("opt.paths", lang))
    parser.add_argument("--archive", action="append", default=[], metavar="F", help=text("opt.archive", lang))
    add_reading(parser, lang)
    add_checking(parser, lang, fail_on="error")
    add_format(parser, lang, default="text")
    add_common(parser, lang)


def run(args: argparse.Namespace) -> int:
    """Findings that quote a draft, on standard output; what old texts say of each other is not its business."""
    settings = settings_of(args)
    request = Request.of(vars(args))
    documents = list(gather(request, args, settings).documents)
    drafts = {document.doc_id for document in documents}
    for place in args.archive:
        documents += gather(_archive(place, request), args, settings).documents
    result = check(documents, settings=settings)
    about = [finding for finding in result.findings if any(item.doc_id in drafts for item in finding.evidence)]
    findings = without_ignored(about, args, settings.lang)
    print_findings(findings, args, settings.lang)
    if args.format == "text":
        for document in documents:
            if document.doc_id in drafts:
                print(error_rate_line(document, [one for one in findings if _begins_in(one, document)], settings.lang))
    return int(fails(findings, args.fail_on))


def _begins_in(finding: Finding, document: Document) -> bool:
    return finding.evidence[0].doc_id == document.doc_id


def _archive(place: str, drafts: Request) -> Request:
    """Texts, or a folder that `run` wrote, whose texts are read again from where they were.

    Names are led by the archive's; a draft that lies in the archive is not compared with itself.
    """
    folder = Path(place)
    request = run_request(folder) if is_run(folder) else Request(tuple(find_inputs([place])))
    own = {entry.path.absolute() for entry in drafts.inputs}
    others = [entry for entry in request.inputs if entry.path.absolute() not in own]
    return replace(request, inputs=tuple(replace(entry, doc_id=f"{folder.name}/{entry.doc_id}") for entry in others))
