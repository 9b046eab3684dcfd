"""Sentences with their figures masked, so that a rule reads as the sentence it looks for.

`比上年增加0.55万亿元，同比增长9.5%` becomes `比上年增加A，同比增长P`: one placeholder a figure, by its kind. A rule
is a regular expression over that; a match leads back to the figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.checks.rule import Span
    from claimex.checks.view import Figure, View

AMOUNT = "\ue001"
PERCENT = "\ue002"
POINT = "\ue003"
TIMES = "\ue004"
OTHER = "\ue005"
KINDS = {"%": PERCENT, "‰": PERCENT, "％": PERCENT, "百分点": POINT, "个百分点": POINT, "倍": TIMES}
FIGURES = AMOUNT + PERCENT + POINT + TIMES + OTHER


def compile_template(pattern: str) -> re.Pattern[str]:
    """A pattern over masked text: `{A}` amount, `{P}` percent, `{Q}` point, `{M}` multiple, `{F}` any figure."""
    for name, char in {"A": AMOUNT, "P": PERCENT, "Q": POINT, "M": TIMES, "F": f"[{FIGURES}]"}.items():
        pattern = pattern.replace("{" + name + "}", char)
    return re.compile(pattern)


def kind_of(figure: Figure) -> str:
    """The placeholder of a figure. A rank and a bare number count as other."""
    if figure.claim.measure == "rank":
        return OTHER
    return KINDS.get(figure.unit, AMOUNT)


@dataclass(frozen=True, slots=True)
class Template:
    """A stretch of flow text with masked figures. `places[i]` is the flow offset of masked character i."""

    text: str
    places: tuple[int, ...]
    figures: dict[int, Figure]

    def figure(self, match: re.Match[str], group: str | int) -> Figure:
        """The figure a one-character group matched."""
        return self.figures[match.start(group)]

    def inside(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures of a masked stretch."""
        return tuple(self.figures[i] for i in range(start, end) if i in self.figures)

    def flow_span(self, start: int, end: int) -> Span:
        """Flow offsets of a masked stretch."""
        return self.places[start], self.places[end]


def mask(view: View, start: int, end: int) -> Template:
    """Mask the figures of a flow stretch."""
    chars: list[str] = []
    places: list[int] = []
    figures: dict[int, Figure] = {}
    at = start
    for figure in view.figures_in(start, end):
        chars.extend(view.text[at : figure.start])
        places.extend(range(at, figure.start))
        figures[len(chars)] = figure
        chars.append(kind_of(figure))
        places.append(figure.start)
        at = min(figure.end, end)
    chars.extend(view.text[at:end])
    places.extend(range(at, end + 1))
    return Template("".join(chars), tuple(places), figures)
