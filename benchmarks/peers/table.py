"""The table of figures, in the terminal and in `docs/peers.md`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.peers.catalogue import Peer
    from benchmarks.peers.scoring import Counts

COLUMNS = {
    "value": "value",
    "unit": "value + unit",
    "period": "period",
    "taken": "codes taken for quantities",
    "speed": "characters / s",
}
NONE = "–"
_PART = re.compile(r"(?<=<!-- peers -->\n).*?(?=<!-- /peers -->)", re.DOTALL)


@dataclass(frozen=True)
class Result:
    """A peer on a corpus: its figures, or why there are none."""

    peer: Peer
    counts: Counts | None = None
    speed: float = 0
    problem: str = ""


def cells(result: Result) -> list[str]:
    """A row: the name with the version, then a figure or a dash a column; what is missing says why in the first."""
    name = " ".join(filter(None, (result.peer.name, result.peer.version)))
    if result.counts is None:
        return [name, f"not available: {result.problem}", *[NONE] * (len(COLUMNS) - 1)]
    figures = {**vars(result.counts), "speed": result.speed}
    can = {*result.peer.columns, "speed"}
    return [name, *(f"{rounded(figures[column]):,}" if column in can else NONE for column in COLUMNS)]


def rounded(figure: float) -> int:
    """Counts as they are, speeds to two digits: more would be noise."""
    return figure if isinstance(figure, int) else int(float(f"{figure:.2g}"))


def markdown(title: str, sizes: Counts, results: Sequence[Result]) -> str:
    """A table with a corpus in its corner, and how much there is to find in its first row."""
    lines = [f"| {title} | {' | '.join(COLUMNS.values())} |", "| --- |" + " ---: |" * len(COLUMNS)]
    there = [f"{figure:,}" for figure in (sizes.value, sizes.unit, sizes.period, sizes.taken)]
    lines.append(f"| *to be found* | {' | '.join(there)} | |")
    lines += ["| " + " | ".join(cells(result)) + " |" for result in results]
    return "\n".join(lines) + "\n"


def ratio(corpus: str, own: float, other: float, wanted: float) -> str:
    """Whether claimex is as many times as fast as JioNLP as is claimed."""
    verdict = "yes" if own >= wanted * other else "no"
    return (
        f"On {corpus}, quantities + periods at least {wanted:g} times JioNLP's money + time in characters a second, "
        f"one core, same run: {verdict}, {own / other:.1f} times."
    )


def written_into(page: str, text: str) -> str:
    """The page with the text between its two marks."""
    if not _PART.search(page):
        raise ValueError("the page has no place for the table")
    return _PART.sub(lambda _: text, page)
