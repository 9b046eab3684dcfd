"""What a text says, without how it is set: the characters that two prints of one article must share.

Blanks, line breaks, quotation marks, commas and bullets differ between any two prints, so they are left out here and no
difference in them is ever seen. Signs inside numbers stay: 2.7% and 27 are not one.
"""

from __future__ import annotations

import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.schema.document import Document

SHINGLE = 5
"""Characters of a shingle; four let 国务院总 and the like through, six lose reprints with many small edits."""

_SIGNS = frozenset("%％‰℃+")
_STROKES = frozenset("-—–－~～")


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
            char = text[place]
            if _counts(char) or _is_joint(text, place):
                chars.append(_folded(char))
                places.append(place)
    return Content(doc=doc, text="".join(chars), places=places)


def shingles(text: str) -> list[str]:
    """The character 5-grams of a content string; none for a shorter one."""
    return [text[i : i + SHINGLE] for i in range(len(text) - SHINGLE + 1)]


def _counts(char: str) -> bool:
    """Letters, digits, characters and signs of measure; ① and its kind are list marks and do not count."""
    return char in _SIGNS or (char.isalnum() and unicodedata.category(char) != "No")


def _is_joint(text: str, place: int) -> bool:
    """A decimal point, or the stroke of a range (1—6月 is not 16月): signs that belong to the numbers around them."""
    if not 0 < place < len(text) - 1 or not text[place + 1].isdigit():
        return False
    before = text[place - 1]
    return (text[place] in ".．" and before.isdigit()) or (
        text[place] in _STROKES and (before.isdigit() or before in "%％百千万亿")
    )


def _folded(char: str) -> str:
    """One character, width and case folded; a character that folds into several stays as it is."""
    if char in _STROKES:
        return "~"
    if char.isascii():
        return char.lower()
    folded = unicodedata.normalize("NFKC", char)
    return folded.lower() if len(folded) == 1 else char
