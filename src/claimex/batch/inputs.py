"""From what is typed on the command line to files with names: a file, a folder, a glob, or `-`."""

from __future__ import annotations

import glob
import sys
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimex.read import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

STDIN = "-"


@dataclass(frozen=True)
class Input:
    """A file to read and the name its document gets. `given`: what the user wrote to mean it."""

    path: Path
    doc_id: str
    given: str

    @property
    def stdin(self) -> bool:
        """Whether standard input is meant."""
        return self.given == STDIN


def find_inputs(paths: Sequence[str]) -> list[Input]:
    """The files that `paths` mean, by name, each file once.

    A folder is walked for files of a format that can be read (hidden ones are left alone); documents are named by
    their path below it. A glob that the shell has not expanded is expanded here, names begin where it stops being
    fixed. Where two names would be one, the path as it was given is the name. What does not exist is kept, so that
    reading it says so.
    """
    found: dict[Path, Input] = {}
    for given in paths:
        for entry in _expand(given):
            found.setdefault(entry.path.absolute(), entry)
    return sorted(_distinct(found.values()), key=lambda entry: entry.doc_id)


def _expand(given: str) -> Iterator[Input]:
    path = Path(given)
    if given == STDIN:
        yield Input(path, "stdin", given)
    elif path.is_dir():
        yield from (Input(file, file.relative_to(path).as_posix(), given) for file in _walk(path))
    elif path.exists() or not glob.has_magic(given):
        yield Input(path, path.name, given)
    else:
        base = _fixed_part(path)
        matches = [Path(match) for match in glob.glob(given, recursive=True)]  # noqa: PTH207 (the pattern may be absolute)
        for file in sorted(match for match in matches if match.is_file()):
            yield Input(file, file.relative_to(base).as_posix(), given)
        if not matches:
            yield Input(path, given, given)


def _walk(folder: Path) -> Iterator[Path]:
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if not hidden and file.suffix.lower() in SUFFIXES and not file.is_dir():
            yield file


def _fixed_part(pattern: Path) -> Path:
    """The folders before the first wildcard."""
    parts = []
    for part in pattern.parts[:-1]:
        if glob.has_magic(part):
            break
        parts.append(part)
    return Path(*parts)


def _distinct(inputs: Iterable[Input]) -> Iterator[Input]:
    """Names that occur twice are replaced by paths, which do not."""
    entries = list(inputs)
    names = Counter(entry.doc_id for entry in entries)
    for entry in entries:
        yield entry if names[entry.doc_id] == 1 else replace(entry, doc_id=entry.path.as_posix())


def stdin_bytes() -> bytes:
    """Everything on standard input."""
    return sys.stdin.buffer.read()
