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
_NEARLY = 0.8


@dataclass(frozen=True)
class Column:
    """The measure of a column.

    Attributes:
        size: ems, or characters if `counted`.
        slack: how much shorter a full line may be.
        counted: whether lines are even in characters.
        indent: how much shorter still the first line of a paragraph may be.
    """

    size: float
    slack: float
    counted: bool = False
    indent: float = 2.0

    def measure(self, line: Line) -> float:
        """How long the line is."""
        return _length(line, counted=self.counted)

    def fills(self, line: Line, *, first: bool = False) -> bool:
        """Whether the line reaches the column's edge; print indents the first of a paragraph."""
        return self.measure(line) >= self.size - self.slack - self.indent * first

    def nears(self, line: Line) -> bool:
        """Whether the line is too long to be the last of a paragraph or headline by chance."""
        return self.measure(line) >= _NEARLY * self.size

    def brims(self, line: Line) -> bool:
        """Whether the line ends at the edge so exactly that its sentence end says nothing about the paragraph's."""
        return self.measure(line) >= self.size - (0 if self.counted else min(1, self.slack))


def _length(line: Line, *, counted: bool) -> float:
    """Characters with the indent, or ems."""
    return len(line.text) + min(line.indent, 4) if counted else line.width


def column_of(run: Sequence[Line], known: Sequence[Column]) -> Column | None:
    """The column whose wrapped lines these are; none if each line stands for itself.

    Lines that do not end a sentence are the evidence: in a column nearly all of them are full. One or two lines prove
    nothing by themselves, but may fit a column that is `known` from the rest of the page.
    """
    if max(line.width for line in run) > _WIDEST:
        return None
    prosy = any(_PROSE.search(line.text) for line in run)
    if prosy and len(run) > 2:
        evidence = [found for counted in (True, False) if (found := _even(run, counted=counted))]
        if evidence:  # an exact count is the stronger evidence, unless ems explain many more lines
            return evidence[0 if evidence[0][0] >= 0.9 * evidence[-1][0] else -1][1]
    first = run[0]
    if first.final:
        return None
    fit = next((column for column in known if _fits(run, column)), None)
    if fit is not None or not prosy or len(run) != 2 or not run[1].final:
        return fit
    return Column(first.width, 3.0) if first.width >= 10 and run[1].width <= first.width + 1 else None


def _fits(run: Sequence[Line], column: Column) -> bool:
    """Whether a run too short to be evidence is printed in a column of the page.

    A run without a sentence end or comma is a headline; it is wrapped if its lines end exactly at the edge of a text
    that a program wrapped. Printed headlines have a width of their own.
    """
    if any(column.measure(line) > column.size + column.slack for line in run):
        return False
    if run[-1].final or _PROSE.search(run[0].text):
        return column.fills(run[0], first=True)
    body = run[:-1]
    return (
        bool(body) and column.counted and all(column.brims(line) for line in body) and run[-1].width <= run[0].width + 1
    )


def _even(run: Sequence[Line], *, counted: bool) -> tuple[int, Column] | None:
    """The column of a run of three lines and more, by characters or by ems, and how many lines speak for it.

    Short lines without punctuation that end no sentence are headlines among the paragraphs, and speak for nothing.
    """
    sizes = [_length(line, counted=counted) for line in run]
    longest = max(sizes)
    body = [index for index, line in enumerate(run[:-1]) if not line.final]
    near = [sizes[index] for index in body if sizes[index] >= 0.7 * longest]
    if not near:
        return None
    size = longest if counted else median(near)
    spread = max((abs(one - size) for one in near[1:]), default=0.0)
    slack = 1.0 if counted else min(max(3.0, 0.15 * size), max(1.0, spread))
    inset = size - slack - 2 <= sizes[0] < size - slack or not counted
    column = Column(size, slack, counted, 2.0 if inset else 0.0)
    full = [index for index in body if column.fills(run[index], first=index == 0 or run[index - 1].final)]
    reached = set(full)
    short = [
        index
        for index in body
        if index not in reached and (_PROSE.search(run[index].text) or sizes[index] >= _NEARLY * size)
    ]
    if size < _NARROWEST or longest > size + column.slack + 1 or len(full) < (9 if counted else 3) * len(short):
        return None
    lone = len(full) == 1 and not (_PROSE.search(run[full[0]].text) and run[full[0] + 1].final)
    return None if lone or not full else (len(full), column)
