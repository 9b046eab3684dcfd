"""Reading and working through inputs; one that fails becomes a `Failure` and stops nobody."""

from __future__ import annotations

import logging
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import TYPE_CHECKING

from claimex.batch.inputs import stdin_bytes
from claimex.batch.metadata import with_metadata
from claimex.errors import ClaimexError
from claimex.pipeline import Pipeline
from claimex.read import read_path
from claimex.read.readers import read_bytes, reader_of
from claimex.schema import Document, Failure, Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Mapping

    from claimex.batch.inputs import Input
    from claimex.batch.metadata import Metadata
    from claimex.settings import Settings

_LOG = logging.getLogger(__name__)


def read_inputs(
    inputs: Iterable[Input], metadata: Mapping[str, Metadata] | None = None, date: dt.date | None = None
) -> Iterator[Source | Failure]:
    """The sources of all inputs, in order; of two records with one name the later is named after its place."""
    metadata = metadata or {}
    seen: set[str] = set()
    for entry in inputs:
        for number, source in enumerate(_read(entry), start=1):
            name = source.doc_id
            if name in seen:
                name = f"{entry.doc_id}#{number}"
            while name in seen:
                name += "'"
            seen.add(name)
            if isinstance(source, Source):
                yield with_metadata(source.model_copy(update={"doc_id": name}), metadata.get(name), date)
            else:
                yield source.model_copy(update={"doc_id": name})


def _read(entry: Input) -> Iterator[Source | Failure]:
    try:
        if entry.stdin:
            yield from read_bytes(stdin_bytes(), reader=reader_of("stdin.txt"), doc_id=entry.doc_id)
        else:
            yield from read_path(entry.path, doc_id=entry.doc_id)
    except ClaimexError as error:
        yield Failure(doc_id=entry.doc_id, error=str(error))


def process(sources: Iterable[Source | Failure], settings: Settings, *, jobs: int = 1) -> Iterator[Document | Failure]:
    """The document of every source, in the order of the sources, by `jobs` processes.

    Raises:
        ClaimexError: a worker process was killed from outside.
        ModelError: the segmentation model is missing or damaged.
    """
    if jobs <= 1:
        pipeline = Pipeline(settings)
        yield from (_run(pipeline, source) for source in sources)
        return
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), _Worker.start, (settings,))
    try:
        with pool:
            yield from pool.map(_Worker.run, sources, chunksize=4)
    except BrokenProcessPool as error:
        raise ClaimexError("a worker process died", cure="run again with --jobs 1, or give it more memory") from error


def _run(pipeline: Pipeline, source: Source | Failure) -> Document | Failure:
    if isinstance(source, Failure):
        return source
    try:
        return pipeline.run(source)
    except ClaimexError as error:
        return Failure(doc_id=source.doc_id, error=str(error))
    except Exception as error:  # noqa: BLE001 (a slip of ours in one document must not cost the others)
        _LOG.debug("%s", source.doc_id, exc_info=True)
        return Failure(doc_id=source.doc_id, error=f"internal error: {type(error).__name__}: {error}")


class _Worker:
    """What a worker process keeps between documents."""

    pipeline: Pipeline

    @classmethod
    def start(cls, settings: Settings) -> None:
        cls.pipeline = Pipeline(settings)

    @classmethod
    def run(cls, source: Source | Failure) -> Document | Failure:
        return _run(cls.pipeline, source)
