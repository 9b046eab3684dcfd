"""The way back from a derived text to the text it was made of."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class OffsetMap:
    """For every character of a derived text, the half-open stretch of the original it stands for.

    A character may stand for several original ones (`&amp;` is one `&`), never for none. Starts never decrease.
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, starts: Iterable[int], ends: Iterable[int]) -> None:
        self._starts = array("L", starts)
        self._ends = array("L", ends)
        if len(self._starts) != len(self._ends):
            raise ValueError("an offset map needs as many ends as starts")

    @classmethod
    def identity(cls, length: int) -> OffsetMap:
        """The map of a text onto itself."""
        return cls(range(length), range(1, length + 1))

    @classmethod
    def kept(cls, positions: Iterable[int]) -> OffsetMap:
        """The map of a text made of the original's characters at `positions`, in that order."""
        starts = array("L", positions)
        return cls(starts, (p + 1 for p in starts))

    def __len__(self) -> int:
        return len(self._starts)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OffsetMap) and self._starts == other._starts and self._ends == other._ends

    def __hash__(self) -> int:
        return hash((self._starts.tobytes(), self._ends.tobytes()))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original stretch behind derived `start:end`; an empty stretch maps to an empty one."""
        if start >= end:
            at = self.start(start)
            return at, at
        return self._starts[start], self._ends[end - 1]

    def start(self, position: int) -> int:
        """The original offset where the derived character at `position` begins (the end of all, past the last)."""
        if position < len(self._starts):
            return self._starts[position]
        return self._ends[-1] if self._ends else 0

    def onto(self, earlier: OffsetMap) -> OffsetMap:
        """This map followed by `earlier`: derived text -> middle text -> original."""
        spans = [earlier.span(s, e) for s, e in zip(self._starts, self._ends, strict=True)]
        return OffsetMap((s for s, _ in spans), (e for _, e in spans))

    def select(self, start: int, end: int) -> OffsetMap:
        """The map of the derived text's slice `start:end`."""
        return OffsetMap(self._starts[start:end], self._ends[start:end])
