"""Mood: whether a paragraph of a government report that no heading or date places looks back or plans.

A logistic model over the paragraph's words, `lexicon/moods.txt`; `models/mood.py` learns it from whole reports.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from claimex.lexicon import read_table

if TYPE_CHECKING:
    from claimex.frame.phrase import Words

Mood = Literal["plan", "review"] | None

_SURE = 2.0
"""The log odds of a paragraph and of the text around it, added: from 1.5 on each is right 24 times of 25."""

_TELLING = 3
"""Different words of the model that a paragraph and its neighbours must have: fewer tell nothing."""

_ALWAYS = "(always)"


@cache
def _weights() -> dict[str, float]:
    return {row["word"]: float(row["weight"]) for row in read_table("moods")}


def odds_of(paragraph: str, words: Words) -> float:
    """The log odds that a paragraph plans."""
    weights = _weights()
    return weights[_ALWAYS] + sum(weights.get(word, 0.0) for word in {token.text for token in words(paragraph)})


def _telling(text: str, words: Words) -> int:
    """How many words of the model a text has."""
    return len({token.text for token in words(text)} & _weights().keys())


def mood_of(paragraph: str, around: str, words: Words) -> Mood:
    """The mood of a paragraph, by its words and those of the text around it, or null when the model is not sure."""
    odds = odds_of(paragraph, words) + odds_of(around, words)
    if abs(odds) < _SURE or _telling(around, words) < _TELLING:
        return None
    return "plan" if odds > 0 else "review"
