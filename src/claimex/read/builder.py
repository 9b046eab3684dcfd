"""A text made out of a longer one, character by character, never losing the way back."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimex.schema import Hint, OffsetMap

if TYPE_CHECKING:
    from claimex.schema.document import BlockKind


@dataclass(frozen=True)
class Stripped:
    """A text without its markup, the way back, and what the markup said.

    Attributes:
        text: the text.
        offsets: `text` -> the text it was made of.
        hints: headings, items, table rows, by offsets of `text`.
        meta: what the markup says about the document (`title`, `date`, `publisher`, `url`), as printed.
    """

    text: str
    offsets: OffsetMap
    hints: tuple[Hint, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)

    def over(self, earlier: Stripped) -> Stripped:
        """This text, made of `earlier`'s text, as made of what `earlier` was made of."""
        moved = tuple(_moved(hint, self.offsets) for hint in earlier.hints)
        hints = sorted((*self.hints, *(hint for hint in moved if hint)), key=lambda hint: (hint.start, hint.end))
        return Stripped(self.text, self.offsets.onto(earlier.offsets), tuple(hints), {**self.meta, **earlier.meta})


def _moved(hint: Hint, offsets: OffsetMap) -> Hint | None:
    """The hint in the coordinates of a text derived by `offsets`; none if nothing of it is left."""
    start, end = _first_at(offsets, hint.start), _first_at(offsets, hint.end)
    return hint.model_copy(update={"start": start, "end": end}) if start < end else None


def _first_at(offsets: OffsetMap, position: int) -> int:
    """The first derived character whose original begins at or after `position`."""
    low, high = 0, len(offsets)
    while low < high:
        middle = (low + high) // 2
        if offsets.start(middle) < position:
            low = middle + 1
        else:
            high = middle
    return low


class TextBuilder:
    """Collects a derived text; every piece says which stretch of the original it stands for."""

    def __init__(self, original: str) -> None:
        self._original = original
        self._parts: list[str] = []
        self._starts: array[int] = array("L")
        self._ends: array[int] = array("L")
        self._tail = ""
        self.hints: list[Hint] = []

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def tail(self) -> str:
        """The last two characters so far."""
        return self._tail

    def keep(self, start: int, end: int) -> None:
        """Take over the original's stretch as it is."""
        if start >= end:
            return
        self._push(self._original[start:end])
        self._starts.extend(range(start, end))
        self._ends.extend(range(start + 1, end + 1))

    def put(self, text: str, start: int, end: int) -> None:
        """Write `text` for the original's stretch `start:end`; each of its characters stands for all of it."""
        self._push(text)
        self._starts.extend([start] * len(text))
        self._ends.extend([end] * len(text))

    def headline(self, start: int, end: int, until: int) -> None:
        """Begin with a headline; the block break after it stands for what lies before `until`."""
        if start < end < until:
            self.keep(start, end)
            self.hint(0, "heading", 1)
            self.put("\n\n", end, until)

    def hint(self, start: int, kind: BlockKind, level: int = 0) -> None:
        """Say what everything since derived offset `start` is."""
        if start < len(self):
            self.hints.append(Hint(start=start, end=len(self), kind=kind, level=level))

    def build(self, meta: dict[str, str] | None = None) -> Stripped:
        """The text so far."""
        hints = tuple(sorted(self.hints, key=lambda hint: (hint.start, hint.end)))
        return Stripped("".join(self._parts), OffsetMap(self._starts, self._ends), hints, meta or {})

    def _push(self, text: str) -> None:
        self._parts.append(text)
        self._tail = (self._tail + text[-2:])[-2:]
