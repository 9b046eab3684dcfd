"""The readers, one for each kind of file, and the way from a path to sources."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from claimex.errors import InputError
from claimex.read.decode import decode
from claimex.read.docx import extract_docx
from claimex.read.pdf import extract_pdf
from claimex.read.records import read_csv, read_jsonl
from claimex.read.source import source_of
from claimex.read.txt import read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimex.read.builder import Stripped
    from claimex.schema import Source


@dataclass(frozen=True)
class Reader:
    """How one kind of file is read.

    Attributes:
        name: the name of the format.
        suffixes: the file name endings it takes.
        read: the decoded text to sources; keyword `doc_id`.
        extract: bytes to text, for formats that are no text themselves; keyword `where`.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[..., Iterator[Source]] | None = None
    extract: Callable[..., Stripped] | None = None


def _one(raw: str, *, doc_id: str) -> Iterator[Source]:
    yield read_text(raw, doc_id=doc_id)


READERS: tuple[Reader, ...] = (
    Reader("txt", (".txt", ".text"), _one),
    Reader("md", (".md", ".markdown"), _one),
    Reader("html", (".html", ".htm", ".xhtml"), _one),
    Reader("jsonl", (".jsonl", ".ndjson"), read_jsonl),
    Reader("csv", (".csv", ".tsv"), read_csv),
    Reader("pdf", (".pdf",), extract=extract_pdf),
    Reader("docx", (".docx",), extract=extract_docx),
)
SUFFIXES: tuple[str, ...] = tuple(suffix for reader in READERS for suffix in reader.suffixes)


def reader_of(name: str) -> Reader:
    """The reader of a file name.

    Raises:
        InputError: no reader takes it.
    """
    for reader in READERS:
        if name.lower().endswith(reader.suffixes):
            return reader
    raise InputError("no reader takes this kind of file", where=name, cure=f"known: {' '.join(SUFFIXES)}")


def read_path(path: Path, *, doc_id: str) -> Iterator[Source]:
    """The sources of a file: one, or one for each record of a `.jsonl` or `.csv`.

    Raises:
        InputError: unreadable, empty, binary, of an unknown encoding or format.
    """
    reader = reader_of(path.name)
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise InputError(f"cannot be read: {reason}", where=doc_id, cure="check the path and its rights") from error
    yield from read_bytes(data, reader=reader, doc_id=doc_id)


def read_bytes(data: bytes, *, reader: Reader, doc_id: str) -> Iterator[Source]:
    """The sources of a file's bytes, as `read_path`."""
    seal = sha256(data).hexdigest()
    if reader.extract is not None:
        made = reader.extract(data, where=doc_id)
        source = source_of(made.text, made, front={}, doc_id=doc_id, form=reader.name)
        yield source.model_copy(update={"sha256": seal})
    elif reader.read is not None:
        raw, encoding = decode(data, where=doc_id)
        for source in reader.read(raw, doc_id=doc_id):
            own = seal if source.raw == raw else sha256(source.raw.encode("utf-8", "surrogatepass")).hexdigest()
            yield source.model_copy(update={"encoding": encoding, "sha256": own})
