"""`claimex explain CLAIM_ID --in DIR`: every step from characters to claim, and whether it can be taken again."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimex.cli.earlier import read_claims, run_request, run_settings
from claimex.cli.gather import gather
from claimex.cli.options import add_common, settings_of
from claimex.cli.output import claim_line, joined
from claimex.cli.words import text
from claimex.errors import ClaimexError, InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.report.words import Lang
    from claimex.schema import Claim, Document


def add_options(parser: ArgumentParser, lang: Lang) -> None:
    """Declare what the command takes."""
    parser.add_argument("claim_id", metavar="CLAIM_ID", help=text("opt.claim_id", lang))
    parser.add_argument("--in", dest="folder", type=Path, required=True, metavar="DIR", help=text("opt.in", lang))
    add_common(parser, lang)


def run(args: Namespace) -> int:
    """The steps as they were written down, then the verdict of a second run over the same text."""
    lang = settings_of(args).lang
    claim = next((row for row in read_claims(args.folder) if row.id == args.claim_id), None)
    if claim is None:
        raise InputError(f"no claim {args.claim_id}", where=str(args.folder), cure="ids stand in claims.jsonl")
    document, verdict = _replay(claim, args, lang)
    print(claim_line(claim, lang))
    for number, line in enumerate(_steps(claim, document), start=1):
        print(f"{number:3d}. {line}")
    print(verdict)
    return 0


def _steps(claim: Claim, document: Document | None) -> Iterator[str]:
    for step in claim.derivation:
        slot = f" {step.slot}={step.value}" if step.slot else f" {step.value}" if step.value else ""
        stretch = f" «{joined(document.text[step.start : step.end])}»" if document else ""
        yield f"{step.stage} {step.rule}{slot} {step.start}-{step.end}{stretch}"


def _replay(claim: Claim, args: Namespace, lang: Lang) -> tuple[Document | None, str]:
    """The document as it comes out today, if its file is where it was, and how the claim fares."""
    try:
        request = run_request(args.folder)
        named = tuple(entry for entry in request.inputs if entry.doc_id == claim.doc_id.partition("#")[0])
        silent = Namespace(**{**vars(args), "quiet": True})
        gathered = gather(replace(request, inputs=named or request.inputs), silent, run_settings(args.folder))
    except ClaimexError as error:
        return None, text("not_replayed", lang, why=error)
    document = next((document for document in gathered.documents if document.doc_id == claim.doc_id), None)
    if document is None or document.text[claim.start : claim.end] != claim.text:
        return None, text("not_replayed", lang, why=text("changed", lang))
    again = next((other for other in document.claims if other.id == claim.id), None)
    verdict = "gone" if again is None else "replayed" if again == claim else "differs"
    return document, text(verdict, lang)
