"""What the files do not say of themselves, from a table beside them."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from pydantic import ValidationError

from claimex.errors import InputError
from claimex.schema.base import Record
from claimex.schema.days import parse_day

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from claimex.schema import Source


class Metadata(Record):
    """One row; empty cells say nothing. Columns of other names are other people's and are left alone."""

    doc_id: str
    date: str | None = None
    title: str | None = None
    publisher: str | None = None
    url: str | None = None


def read_metadata(path: Path) -> dict[str, Metadata]:
    """The rows of a `.csv` file, or of a JSON lines file, by `doc_id`.

    Raises:
        InputError: the file cannot be read, a row has no `doc_id` or one that another row has, a date is no date.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(error), where=str(path), cure="metadata is a UTF-8 file") from error
    rows = _csv_rows if path.suffix.lower() == ".csv" else _json_rows
    found: dict[str, Metadata] = {}
    for line, row in rows(text, str(path)):
        where = f"{path}:{line}"
        try:
            entry = Metadata.model_validate({k: v or None for k, v in row.items() if k in Metadata.model_fields})
        except ValidationError as error:
            problem = error.errors()[0]
            cure = f"columns are {', '.join(Metadata.model_fields)}"
            raise InputError(f"{problem['loc'][0]}: {problem['msg']}", where=where, cure=cure) from error
        if entry.doc_id in found:
            raise InputError(f"{entry.doc_id} has two rows", where=where, cure="keep one")
        if entry.date:
            parse_day(entry.date, where=where)
        found[entry.doc_id] = entry
    return found


def _csv_rows(text: str, _: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    reader = csv.DictReader(io.StringIO(text))
    for row in reader:
        yield reader.line_num, {key: value for key, value in row.items() if key}


def _json_rows(text: str, name: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise InputError(error.msg, where=f"{name}:{number}", cure="one JSON object a line") from error
        if not isinstance(row, dict):
            raise InputError("not a JSON object", where=f"{name}:{number}", cure="one JSON object a line")
        yield number, row


def with_metadata(source: Source, entry: Metadata | None, date: dt.date | None) -> Source:
    """The source with what is known from outside; that goes before what its text was read to say."""
    update: dict[str, object] = {}
    if entry is not None:
        update = {name: value for name in ("title", "publisher", "url") if (value := getattr(entry, name)) is not None}
        if entry.date:
            update |= {"date": parse_day(entry.date, where=entry.doc_id), "date_from": "metadata"}
    if date is not None:
        update |= {"date": date, "date_from": "given"}
    return source.model_copy(update=update) if update else source
