"""Confidence: the chance that a claim is right in every core slot, from the rules that decided it."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from claimex.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claimex.schema import Step

BASE = "base"
"""The feature that every claim has."""

UNNAMED = "area.unnamed"
"""The text points to a place (我市) that it never names."""

AT_MOST = 0.3
"""Of a claim whose place is not known."""


_SHAPES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("indicator.nothing", lambda name: not name),
    ("indicator.modifies", lambda name: "的" in name),
    ("indicator.short", lambda name: len(name) <= 2),
    ("indicator.long", lambda name: len(name) > 12),
)
"""What a name looks like that is less often the right one."""


@cache
def _weights() -> dict[str, float]:
    return {row["feature"]: float(row["weight"]) for row in read_table("confidence")}


@cache
def _listed() -> frozenset[str]:
    return frozenset(row["concept"] for row in read_table("indicators"))


def features(steps: Sequence[Step], concept: str | None) -> tuple[str, ...]:
    """What the confidence of a claim depends on: the rules of its slots, and whether the table lists its concept."""
    rules = tuple(step.rule for step in steps if step.slot != "quantity")
    name = next((step.value for step in steps if step.slot == "indicator"), "")
    shape = next((mark for mark, fits in _SHAPES if fits(name)), "indicator.plain")
    unnamed = [UNNAMED for step in steps if step.slot == "area" and not step.value and step.rule != "area.body"]
    return (BASE, *rules, shape, *unnamed, "concept.listed" if concept in _listed() else "concept.unlisted")


def confidence_of(found: Iterable[str]) -> float:
    """The chance for a claim with these features, two decimals; a feature the gold sets do not show counts nothing.

    A logistic model that `benchmarks/calibrate.py` has fitted on the gold sets.
    """
    found, known = tuple(found), _weights()
    if UNNAMED in found:
        return AT_MOST
    return round(1 / (1 + math.exp(-sum(known.get(feature, 0.0) for feature in found))), 2)
