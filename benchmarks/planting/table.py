"""What was planted and what was found, a line a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import claimex
from benchmarks.planting.kinds import KINDS
from benchmarks.planting.texts import default_texts
from benchmarks.planting.trial import plant_all

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.planting.trial import Trial

Row = dict[str, float]


def table(trials: Sequence[Trial]) -> dict[str, Row]:
    """A row a kind and one for all: planted, found, recall, new findings, precision."""
    rows = {kind.name: [one for one in trials if one.kind == kind.name] for kind in KINDS}
    return {name: _row(some) for name, some in rows.items() if some} | {"all": _row(trials)}


def _row(trials: Sequence[Trial]) -> Row:
    found, told = sum(one.found for one in trials), sum(len(one.told) for one in trials)
    return {
        "planted": len(trials),
        "found": found,
        "recall": found / max(1, len(trials)),
        "new": told,
        "precision": sum(one.right for one in trials) / told if told else 1.0,
    }


def print_table(rows: Mapping[str, Row]) -> None:
    """One kind a line."""
    print(f"{'planted errors':14s}{'planted':>9s}{'found':>9s}{'recall':>9s}{'new':>9s}{'precision':>11s}")
    for name, row in rows.items():
        counts = "".join(f"{row[key]:9.0f}" for key in ("planted", "found"))
        print(f"{name:14s}{counts}{row['recall']:9.3f}{row['new']:9.0f}{row['precision']:11.3f}")


def print_planted(documents: int = 500, seed: int = 1, jobs: int = 1) -> None:
    """The table over the texts there are."""
    print_table(table(plant_all(default_texts(claimex.load()), documents, seed, jobs=jobs)))
