"""Indicator: what a number measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.frame.ask import ask_about, new_words
from claimex.frame.naming import RULES, age

if TYPE_CHECKING:
    from claimex.frame.cues import Cues
    from claimex.frame.page import Page, Spot

_CLASS = ("及以", "以上", "以下", "级")


@dataclass(frozen=True, slots=True)
class Indicator:
    """A found indicator, the rule that found it, and whether its verb says that it is new (新增, 新建)."""

    name: str
    rule: str
    new: bool = False


def find_indicator(page: Page, spot: Spot, cues: Cues, context: str, carried: str) -> Indicator:
    """The indicator of a number by the first rule that finds a name; an empty one when the text around offers none.

    `context`: the text left of the number without its cues, times blanked; `carried`: what the claim before measures.
    """
    ask = ask_about(page, spot, cues, context, carried)
    if spot.descriptor and ask.right.startswith(_CLASS):
        return Indicator(age(ask), "indicator.class")
    for rule, find in RULES:
        if name := find(ask):
            own = rule not in {"indicator.carried", "indicator.part", "indicator.derived"}
            return Indicator(name, rule, new=own and ask.verb.endswith(new_words()))
    return Indicator("", "indicator.none")
