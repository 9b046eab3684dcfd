"""Blocks to running text: lines joined, stray blanks out, width folded, every character with its way back."""

from __future__ import annotations

import re
from array import array
from typing import TYPE_CHECKING

from claimex.schema import OffsetMap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex.reflow.blocks import Draft
    from claimex.reflow.lines import Line

_BLANKS = re.compile(r"[ \u3000\t\u1680\u2000-\u200a\u205f]+")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1d\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_TROUBLE = re.compile(f"{_BLANKS.pattern}|{_INVISIBLE.pattern}")
_WIDE = re.compile(r"[\u2e80-\u2fff\u3005-\u3007\u3400-\u9fff\uf900-\ufaff]")
_AFTER_NONE = frozenset("，。；：！？、（《【“‘「『〔")
_BEFORE_NONE = frozenset("，。；：！？、）》】”’」』〕%‰℃")
_SCALED = re.compile(r"\d[ ]?[万亿千百十个]{1,3}$")
_GROUP_LEFT = re.compile(r"(?:^|[^\d.,])\d{1,3}(?:[ ]\d{3}){0,4}$")
_GROUP_RIGHT = re.compile(r"\d{3}(?!\d)")
# Stand-ins for wanted blanks; neither can stand in a line, \x1e parts lines and \x1f is folded.
_ROW_BLANKS = re.compile(r"[ \u3000\u2000-\u200a\u205f]+")
_MARK, _CELL = "\x1e", "\x1f"


class Writer:
    """Collects the running text, block after block."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._starts: array[int] = array("L")
        self._ends: array[int] = array("L")

    def __len__(self) -> int:
        return len(self._starts)

    def block(self, draft: Draft) -> tuple[int, int]:
        """Write a block and say where it stands; an empty stretch if nothing of it is visible."""
        text, starts, ends = _assembled(draft)
        text, starts, ends = _without_blanks(text, starts, ends)
        if not text:
            return len(self), len(self)
        if self._parts:
            self._push("\n", [self._ends[-1]], [max(starts[0], self._ends[-1] + 1)])
        begun = len(self)
        self._push(text, starts, ends)
        return begun, len(self)

    def build(self) -> tuple[str, OffsetMap]:
        """The text and its map to the source text."""
        return "".join(self._parts), OffsetMap(self._starts, self._ends)

    def _push(self, text: str, starts: Sequence[int], ends: Sequence[int]) -> None:
        self._parts.append(text)
        self._starts.extend(starts)
        self._ends.extend(ends)


def _assembled(draft: Draft) -> tuple[str, list[int], list[int]]:
    """The block's lines with what stands between them; marks keep wanted blanks from being taken for stray ones."""
    parts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    previous: Line | None = None
    for line, glue in zip(draft.lines, ["", *draft.glue], strict=True):
        if glue and previous is not None:
            parts.append(_MARK)
            starts.append(previous.end)
            ends.append(line.start)
        begin = line.body if draft.kind == "item" else 0
        text = line.text[begin:]
        parts.append(_cells(text) if draft.kind == "table" else text)
        starts.extend(range(line.start + begin, line.end))
        ends.extend(range(line.start + begin + 1, line.end + 1))
        previous = line
    return "".join(parts), starts, ends


def _cells(text: str) -> str:
    """A row with marks between its cells: tabs if it has any, else blanks."""
    if "\t" in text:
        return text.replace("\t", _CELL)
    return _ROW_BLANKS.sub(lambda found: _CELL + " " * (len(found[0]) - 1), text)


def _without_blanks(text: str, starts: list[int], ends: list[int]) -> tuple[str, list[int], list[int]]:
    """Stray blanks and invisible characters out; a blank that means something is one space."""
    if not _TROUBLE.search(text):
        return text.replace(_MARK, " ").replace(_CELL, "\t"), starts, ends
    out: list[str] = []
    keep: list[int] = []
    closing: dict[int, int] = {}
    position = 0
    visible = [index for index, character in enumerate(text) if not _INVISIBLE.match(character)]
    clean = "".join(text[index] for index in visible)
    for blanks in _BLANKS.finditer(clean):
        keep.extend(visible[position : blanks.start()])
        out.append(clean[position : blanks.start()])
        position = blanks.end()
        if _wanted(clean, blanks.start(), blanks.end()):
            keep.append(visible[blanks.start()])
            closing[visible[blanks.start()]] = visible[blanks.end() - 1]
            out.append(" ")
    keep.extend(visible[position:])
    out.append(clean[position:])
    final = "".join(out).replace(_MARK, " ").replace(_CELL, "\t")
    return final, [starts[index] for index in keep], [ends[closing.get(index, index)] for index in keep]


def _wanted(text: str, start: int, end: int) -> bool:
    """Whether the blank between two characters means something: between words, clauses of a headline, names."""
    if start == 0 or end == len(text):
        return False
    left, right = text[start - 1], text[end]
    if left in _AFTER_NONE or right in _BEFORE_NONE or _MARK in (left, right) or _CELL in (left, right):
        return False
    if left.isdigit() and right.isdigit():
        return not (_GROUP_LEFT.search(text, max(0, start - 24), start) and _GROUP_RIGHT.match(text, end))
    wide_left, wide_right = bool(_WIDE.match(left)), bool(_WIDE.match(right))
    if wide_left and wide_right:
        return not _SCALED.search(text, max(0, start - 6), start)
    if wide_left or wide_right:
        other = right if wide_left else left
        return not (other.isalnum() or other in ".,-+%&")
    return True
