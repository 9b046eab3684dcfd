"""Columns: whether lines are the wrapped lines of one, and how full each is.

Printed columns are even in width (19 ems, punctuation squeezed); a text wrapped by a program is even in characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex.reflow.lines import Line

_PROSE = re.compile(r"[，。；,;]")
_WIDEST = 60.0
_NARROWEST = 6.0


@dataclass(frozen=True)
class Column:
    """The measure of a column.

    Attributes:
        size: ems, or characters if `counted`.
        slack: how much shorter a full line may be.
        counted: whether lines are even in characters.
    """

    size: float
    slack: float
    counted: bool = False

    def measure(self, line: Line) -> float:
        """How long the line is."""
        return float(len(line.text)) if self.counted else line.width

    def fills(self, line: Line, *, first: bool = False) -> bool:
        """Whether the line reaches the column's edge; the first of a paragraph may be indented."""
        return self.measure(line) >= self.size - self.slack - 2 * first

    def brims(self, line: Line) -> bool:
        """Whether the line ends at the edge so exactly that its sentence end says nothing about the paragraph's."""
        return self.measure(line) >= self.size - (0 if self.counted else 1)


def column_of(run: Sequence[Line], known: Sequence[Column]) -> Column | None:
    """The column whose wrapped lines these are; none if each line stands for itself.

    Lines that do not end a sentence are the evidence: in a column nearly all of them are full. One or two lines prove
    nothing by themselves, but may fit a column that is `known` from the rest of the page.
    """
    if not any(_PROSE.search(line.text) for line in run) or max(line.width for line in run) > _WIDEST:
        return None
    if len(run) > 2:
        return _even(run, counted=True) or _even(run, counted=False)
    first = run[0]
    if first.final or not (run[-1].final or _PROSE.search(first.text)):
        return None
    for column in known:
        if column.fills(first, first=True) and column.measure(first) <= column.size + column.slack:
            return column
    if len(run) == 2 and run[1].final and first.width >= 10 and run[1].width <= first.width + 1:
        return Column(first.width, 3.0)
    return None


def _even(run: Sequence[Line], *, counted: bool) -> Column | None:
    body = [line for line in run[:-1] if not line.final]
    if not body:
        return None
    sizes = [float(len(line.text)) if counted else line.width for line in body]
    longest = max(float(len(line.text)) if counted else line.width for line in run)
    size = max(sizes) if counted else median(sizes)
    column = Column(size, 1.0 if counted else max(3.0, 0.15 * size), counted)
    full = sum(column.fills(line, first=index == 0) for index, line in enumerate(body))
    enough = 0.9 if counted else 0.75
    fits = longest <= size + (0 if counted else column.slack + 1)
    return column if fits and size >= _NARROWEST and full >= enough * len(body) else None
