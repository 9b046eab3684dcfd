"""JSON lines and CSV: many documents in one file."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from claimex.errors import InputError
from claimex.read.dates import parse_date
from claimex.read.txt import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimex.schema import Source

_NAMES = {
    "text": ("text", "content", "body", "正文", "内容"),
    "id": ("doc_id", "id", "编号"),
    "title": ("title", "标题"),
    "date": ("date", "published", "publish_date", "pubdate", "日期", "时间"),
    "publisher": ("publisher", "source", "来源", "媒体"),
    "url": ("url", "link", "网址", "链接"),
}
_CELL = 10_000_000


def read_jsonl(raw: str, *, doc_id: str) -> Iterator[Source]:
    """One source for each line's object; a blank line is skipped.

    Raises:
        InputError: a line is not a JSON object with a text.
    """
    for number, line in enumerate(raw.split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{doc_id}:{number}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise InputError("the line is not JSON", where=where, cure="one JSON object a line") from error
        if not isinstance(record, dict):
            raise InputError("the line is not a JSON object", where=where, cure="one JSON object a line")
        yield record_source(record, doc_id=doc_id, number=number, where=where)


def read_csv(raw: str, *, doc_id: str) -> Iterator[Source]:
    """One source for each row; the first row names the columns, comma, tab or semicolon separates them.

    Raises:
        InputError: no column of text, or a row that is not CSV.
    """
    head = raw.split("\n", 1)[0]
    delimiter = max(",\t;", key=head.count)
    csv.field_size_limit(_CELL)
    rows = csv.DictReader(io.StringIO(raw, newline=""), delimiter=delimiter)
    try:
        for number, row in enumerate(rows, start=1):
            yield record_source(row, doc_id=doc_id, number=number, where=f"{doc_id}:{rows.line_num}")
    except csv.Error as error:
        raise InputError(
            f"not CSV: {error}", where=f"{doc_id}:{rows.line_num}", cure="quote cells that hold commas"
        ) from error


def record_source(record: Mapping[str, Any], *, doc_id: str, number: int, where: str) -> Source:
    """The source of one record; its own id, or `PATH#n`.

    Raises:
        InputError: no text in it.
    """
    fields = {name: _field(record, names) for name, names in _NAMES.items()}
    text = fields["text"]
    if not text:
        raise InputError(
            "the record has no text", where=where, cure="a field `text`, and id, date, title, publisher, url"
        )
    source = read_text(text, doc_id=fields["id"] or f"{doc_id}#{number}")
    date = parse_date(fields["date"])
    said: dict[str, Any] = {name: fields[name] for name in ("title", "publisher", "url") if fields[name]}
    if date:
        said.update(date=date, date_from="metadata")
    return source.model_copy(update=said)


def _field(record: Mapping[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = record.get(name)
        if isinstance(value, str | int) and str(value).strip():
            return value if isinstance(value, str) else str(value)
    return ""
