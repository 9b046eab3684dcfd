"""From paths to documents, with progress on standard error."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import track

from claimex.batch import Input, find_inputs, process, read_inputs, read_metadata
from claimex.cli.options import tell
from claimex.cli.words import text
from claimex.errors import InputError
from claimex.schema import Document, Failure
from claimex.schema.days import parse_day

if TYPE_CHECKING:
    import argparse

    from claimex.settings import Settings


@dataclass(frozen=True)
class Request:
    """What to read, and what is known about it from outside."""

    inputs: tuple[Input, ...]
    date: str | None = None
    metadata: Path | None = None

    @classmethod
    def of(cls, facts: dict[str, Any]) -> Request:
        """The request that `run.json` keeps under `inputs`; `facts` may also be the parsed command line.

        The metadata file is no input of its own, though it may lie among them.
        """
        metadata = Path(facts["metadata"]) if facts["metadata"] else None
        inputs = [entry for entry in find_inputs(facts["paths"]) if metadata is None or not _one(entry, metadata)]
        return cls(tuple(inputs), facts["date"], metadata)


def _one(entry: Input, path: Path) -> bool:
    return entry.path.absolute() == path.absolute()


@dataclass(frozen=True)
class Gathered:
    """What became of the inputs."""

    documents: tuple[Document, ...]
    failures: tuple[Failure, ...]
    seconds: dict[str, float]


def gather(request: Request, args: argparse.Namespace, settings: Settings) -> Gathered:
    """Read and work through everything that is requested; every failure is told on standard error.

    Raises:
        InputError: nothing could be read, or there is one date for several inputs.
    """
    lang = settings.lang
    if request.date and len(request.inputs) > 1:
        raise InputError(f"--date is for one input, not for {len(request.inputs)}", cure="use --metadata")
    date = parse_day(request.date, where="--date") if request.date else None
    metadata = read_metadata(request.metadata) if request.metadata else {}
    begun = time.perf_counter()
    sources = list(read_inputs(request.inputs, metadata, date))
    read = time.perf_counter()
    unmatched = sorted(metadata.keys() - {source.doc_id for source in sources})
    if unmatched:
        tell(args, text("unmatched", lang, names=", ".join(unmatched)))
    jobs = min(getattr(args, "jobs", 1), max(1, len(sources)))
    work = track(
        process(sources, settings, jobs=jobs),
        description=text("reading", lang),
        total=len(sources),
        console=Console(stderr=True),
        transient=True,
        disable=args.quiet,
    )
    done = list(work)
    failures = tuple(item for item in done if isinstance(item, Failure))
    documents = tuple(item for item in done if isinstance(item, Document))
    for failure in failures:
        print(failure_line(failure), file=sys.stderr)
    if not documents:
        raise InputError(text("no_input", lang))
    return Gathered(documents, failures, {"read": read - begun, "work": time.perf_counter() - read})


def failure_line(failure: Failure) -> str:
    """The error, led by the document's name where it does not name it."""
    return failure.error if failure.doc_id in failure.error else f"{failure.doc_id}: {failure.error}"
