"""The loader of lexicon tables: strict, so that a slip in a table is an error with a line number."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from claimex.errors import LexiconError

Row = dict[str, str]


@cache
def read_table(name: str) -> tuple[Row, ...]:
    """The rows of `<name>.txt`, each a dict by column name; missing trailing cells are empty strings.

    Raises:
        LexiconError: no such table, a row with more cells than columns, or two equal rows.
    """
    path = files("claimex.lexicon") / f"{name}.txt"
    if not path.is_file():
        raise LexiconError(f"no lexicon table {name!r}", cure="see the *.txt files beside claimex/lexicon/tables.py")
    return parse_table(path.read_text(encoding="utf-8"), name=f"{name}.txt")


def parse_table(text: str, *, name: str) -> tuple[Row, ...]:
    """Parse a table's text; `name` is used in errors."""
    columns: list[str] | None = None
    rows: list[Row] = []
    seen: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if columns is None:
            columns = cells
            continue
        where = f"{name}:{number}"
        if len(cells) > len(columns):
            raise LexiconError(
                f"{len(cells)} cells for {len(columns)} columns", where=where, cure="separate cells by one tab each"
            )
        key = tuple(cells)
        if key in seen:
            raise LexiconError(f"the same row stands in line {seen[key]}", where=where, cure="delete one of them")
        seen[key] = number
        rows.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)))
    return tuple(rows)
