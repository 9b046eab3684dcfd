"""Confidence: how often the rules that decided a claim are right together."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimex.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable

_UNSEEN = 0.9


@cache
def _reliability() -> dict[str, float]:
    return {row["rule"]: float(row["right"]) for row in read_table("reliability")}


def confidence_of(rules: Iterable[str]) -> float:
    """The product of the rules' shares of right decisions on the gold sets; 0.9 stands for a rule not seen there."""
    known, product = _reliability(), 1.0
    for rule in rules:
        product *= known.get(rule, _UNSEEN)
    return round(product, 2)
