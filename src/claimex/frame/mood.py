"""Mood: whether a paragraph of a government report that no heading or date places looks back or plans.

A logistic model over the paragraph's words, `lexicon/moods.txt`; `models/mood.py` learns it from whole reports.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from claimex.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex.frame.phrase import Words

Mood = Literal["plan", "review"] | None

_SURE = 1.5
"""Log odds from which the model is right on nineteen of twenty paragraphs of reports it has not seen."""

_ALWAYS = "(always)"


@cache
def _weights() -> dict[str, float]:
    return {row["word"]: float(row["weight"]) for row in read_table("moods")}


def odds_of(paragraph: str, words: Words) -> float:
    """The log odds that a paragraph plans."""
    weights = _weights()
    return weights[_ALWAYS] + sum(weights.get(word, 0.0) for word in {token.text for token in words(paragraph)})


def mood_of(paragraph: float, others: Sequence[float]) -> Mood:
    """The mood of a paragraph by its log odds and those of the text around it, or null when that is not sure."""
    odds = (paragraph + sum(others) / len(others)) / 2 if others else paragraph
    if abs(odds) < _SURE:
        return None
    return "plan" if odds > 0 else "review"
