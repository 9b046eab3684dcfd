"""What a text says, without how it is set: the characters that two prints of one article must share.

Blanks, line breaks, quotation marks, commas and bullets differ between any two prints, so they are left out here and no
difference in them is ever seen. Signs inside numbers stay: 2.7% and 27 are not one.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.schema.document import Document

SHINGLE = 5
"""Characters of a shingle; four let 国务院总 and the like through, six lose reprints with many small edits."""

_SIGNS = frozenset("%％‰℃+")
_POINTS = frozenset(".．")
_JOINTS = _POINTS | frozenset("-—–－~～")


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """The content characters of a document and where each stands in its flowing text."""

    doc: Document
    text: str
    places: array[int]

    def place(self, position: int) -> int:
        """The flow offset of the content character at `position`; the end of the flow past the last one."""
        return self.places[position] if position < len(self.places) else len(self.doc.flow.text)

    def after(self, position: int) -> int:
        """The flow offset right behind the content character before `position`."""
        return self.places[position - 1] + 1 if position else 0

    def index(self, place: int) -> int:
        """The position of the first content character at or behind a flow offset."""
        return bisect_left(self.places, place)


def content(doc: Document) -> Content:
    """The content of a document's flowing text, page furniture left out."""
    text = doc.flow.text
    chars: list[str] = []
    places = array("L")
    for block in doc.flow.blocks:
        if block.kind == "boilerplate":
            continue
        for place in range(block.start, block.end):
            char = _content(text[place]) or ("" if place == 0 else _joint(text, place))
            if char:
                chars.append(char)
                places.append(place)
    return Content(doc=doc, text="".join(chars), places=places)


def shingles(text: str) -> list[str]:
    """The character 5-grams of a content string; none for a shorter one."""
    return [text[i : i + SHINGLE] for i in range(len(text) - SHINGLE + 1)]


@cache
def _content(char: str) -> str:
    """A character as content, width and case folded, empty where it is none.

    Letters, digits, characters and signs of measure count; ① and its kind are list marks. A character that folds into
    several stays as it is, so that each has one place.
    """
    if char not in _SIGNS and (not char.isalnum() or unicodedata.category(char) == "No"):
        return ""
    folded = unicodedata.normalize("NFKC", char).lower()
    return folded if len(folded) == 1 else char


def _joint(text: str, place: int) -> str:
    """A decimal point, or the stroke of a range (1—6月 is not 16月): signs that belong to the numbers around them."""
    char = text[place]
    if char not in _JOINTS or not text[place + 1 : place + 2].isdigit():
        return ""
    before = text[place - 1]
    if char in _POINTS:
        return "." if before.isdigit() else ""
    return "~" if before.isdigit() or before in "%％百千万亿" else ""
