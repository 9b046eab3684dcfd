"""Numbers in tables: their unit stands in the caption, in the head of their column, or in a column of units.

Rows are lines with tabs between cells, as the flowing text has them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimex.numerals import scale_power
from claimex.quantity.units import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.quantity.draft import Draft
    from claimex.quantity.units import Unit

_CAPTION = re.compile(r"单位\s*[:：]\s*")
_SCALE = re.compile(r"[十百千万亿]+(?![瓦克米伏帕])")
_PROSE, _DIGIT = re.compile("[。；]"), re.compile(r"\d")
_IN_BRACKETS = re.compile(r"[（(]([^（）()]{1,12})[）)]\s*$")
_NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?")
_NO_MEASURE = re.compile(r"序号|编号|代码|电话|邮编|年份|年度|排名|位次")
_WORD = re.compile(r"[^\s，。；)）]{0,12}")
_UNIT_COLUMN = ("单位", "计量单位", "单 位")


class Scaled(NamedTuple):
    """A unit as a head states it: 万人 is 人 and a power of four."""

    unit: Unit
    power: int


class Cell(NamedTuple):
    """A cell's text, and where it begins in the text."""

    start: int
    text: str


def read_unit(text: str) -> Scaled | None:
    """The unit that is the whole of `text`, scale word and all; None if it is none."""
    scale = _SCALE.match(text)
    for words in (scale[0] if scale else "", ""):
        found = find_unit(text, len(words))
        power = scale_power(words) if words else 0
        if found is not None and found[1] == len(text) and power is not None:
            return Scaled(found[0], power)
    return None


def apply_tables(text: str, drafts: list[Draft]) -> None:
    """Give the unit-less numbers of tables the unit of their column, of their row, or of the caption before them."""
    captions = list(_CAPTION.finditer(text)) if "单位" in text else []
    if not captions and "\t" not in text:
        return
    free = {draft.core.start: draft for draft in drafts if draft.unit is None and _borrows(text, draft)}
    for rows in _tables(text):
        _fill_table(text, rows, free)
    limits = [caption.start() for caption in captions[1:]] + [len(text)]
    starts = sorted(free)
    index = 0
    for caption, limit in zip(captions, limits if captions else [], strict=True):
        line = _WORD.match(text, caption.end())
        unit = read_unit(line[0]) if line else None
        if unit is None:
            continue
        stop = _table_end(text, caption.end(), limit)
        while index < len(starts) and starts[index] < caption.end():
            index += 1
        while index < len(starts) and starts[index] < stop:
            if free[starts[index]].unit is None:
                _fill(text, free[starts[index]], unit, "table.caption")
            index += 1


def _borrows(text: str, draft: Draft) -> bool:
    """A plain number that is no year and goes on into no word."""
    core = draft.core
    if core.form != "arabic" or draft.suffix_end < 0 or text[core.end : core.end + 1].isalpha():
        return False
    value = draft.numeral.value
    return not (value is not None and len(core.text) == 4 and 1900 <= value <= 2100)


def _tables(text: str) -> Iterator[list[list[Cell]]]:
    """Runs of lines with tabs, as rows of cells."""
    rows: list[list[Cell]] = []
    position = 0
    for line in text.split("\n"):
        if "\t" in line:
            rows.append(list(_cells(line, position)))
        elif rows:
            yield rows
            rows = []
        position += len(line) + 1
    if rows:
        yield rows


def _cells(line: str, start: int) -> Iterator[Cell]:
    for part in line.split("\t"):
        yield Cell(start + len(part) - len(part.lstrip()), part.strip())
        start += len(part) + 1


def _fill_table(text: str, rows: list[list[Cell]], free: dict[int, Draft]) -> None:
    head = [cell.text for cell in rows[0]]
    units: list[Scaled | None] = []
    for title in head:
        bracket = _IN_BRACKETS.search(title)
        units.append(read_unit(bracket[1].strip()) if bracket else None)
    unit_column = next((index for index, title in enumerate(head) if title in _UNIT_COLUMN), None)
    for row in rows[1:]:
        own = read_unit(row[unit_column].text) if unit_column is not None and unit_column < len(row) else None
        for index, cell in enumerate(row[: len(head)]):
            number = _NUMBER.fullmatch(cell.text)
            draft = (
                free.get(cell.start + (cell.text[:1] in "-−"))
                if number and not _NO_MEASURE.search(head[index])
                else None
            )
            unit = units[index] or own
            if draft is not None and unit is not None:
                _fill(text, draft, unit, "table.column")


def _fill(text: str, draft: Draft, unit: Scaled, rule: str) -> None:
    number = draft.core.numeral if draft.core.scale else draft.core.numeral.scaled(unit.power)
    sign = text[draft.core.start - 1 : draft.core.start]
    if sign in ("-", "−") and number.value is not None and text[draft.core.start - 2 : draft.core.start - 1] in "\t\n ":
        draft.start, number = draft.core.start - 1, number._replace(value=-number.value)
    draft.numeral, draft.unit, draft.keep, draft.rule = number, unit.unit, True, rule
    if unit.unit.dimension == "ratio":
        draft.kind = "percent"


def _table_end(text: str, start: int, limit: int) -> int:
    """Where a caption ceases to hold: at a line of prose, an empty line after rows, or the limit."""
    position, rows = start, 0
    while position < limit:
        line_end = text.find("\n", position, limit)
        line_end = limit if line_end < 0 else line_end
        line = text[position:line_end]
        if (position > start and _PROSE.search(line)) or (rows and not line.strip()):
            break
        rows += bool(_DIGIT.search(line))
        position = line_end + 1
    return position
