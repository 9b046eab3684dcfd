"""Confidence: how often claims decided by such rules are right in every core slot."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimex.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNSEEN = 0.9
"""The share of right decisions of a rule that the gold sets do not show."""


@cache
def _reliability() -> dict[str, float]:
    return {row["rule"]: float(row["right"]) for row in read_table("reliability")}


@cache
def _curve() -> tuple[tuple[float, float], ...]:
    return tuple((float(row["score"]), float(row["right"])) for row in read_table("confidence"))[::-1]


def confidence_of(rules: Iterable[str]) -> float:
    """The calibrated share of right claims among those whose slots these rules decided, two decimals.

    Each rule's share of right decisions is multiplied into a score, and the score read off the curve that
    `benchmarks/calibrate.py` has fitted.
    """
    known, score = _reliability(), 1.0
    for rule in rules:
        score *= known.get(rule, _UNSEEN)
    share = next((right for start, right in _curve() if score >= start), _curve()[-1][1] if _curve() else score)
    return round(share, 2)
