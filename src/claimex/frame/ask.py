"""What is known when a number's indicator is looked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimex.frame.phrase import edge, left_phrase, right_phrase
from claimex.frame.places import is_place
from claimex.frame.tidy import CLIMBS, tidy
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from claimex.frame.cues import Cues
    from claimex.frame.page import Page, Spot

PERSONS = frozenset({"人", "名", "位", "人次", "户"})
_SCENES = frozenset({"机上", "船上", "车上", "现场", "场内", "馆内", "其间", "当中"})
REGION = re.compile(r"(?:等?地)?部分地区|局地|局|多地|当地|各地|部分|地区")
PIVOTS = (
    "组织",
    "邀请",
    "培训",
    "帮助",
    "支持",
    "带动",
    "引导",
    "吸引",
    "让",
    "使",
    "为",
    "有",
    "惠及",
    "帮扶",
    "服务",
)
"""After these the noun has a verb of its own: `组织700多家企业走进高校`."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What is known when a number's indicator is looked for.

    `context`: the text left of the number's cues, times blanked; `phrase`: the tidied noun phrase at its end; `verb`:
    the text before that; `counted`: the noun phrase right of the number; `carried`: what the claim before measures;
    `measured`: a verb between phrase and number says that the phrase is measured (达到, 增长); `stated`: that, or an
    approximator (超过).
    """

    page: Page
    spot: Spot
    cues: Cues
    context: str
    phrase: str
    verb: str
    counted: str
    right: str
    carried: str
    stated: bool
    measured: bool

    @property
    def kind(self) -> str:
        """The kind of the quantity."""
        return self.spot.mention.kind


def ask_about(page: Page, spot: Spot, cues: Cues, context: str, carried: str) -> Ask:
    """Gather it: the phrases on both sides of the number, and what stands between.

    Args:
        page: the page.
        spot: the number in its clause.
        cues: what was read left of it.
        context: the left context without those cues, times blanked.
        carried: the indicator of the claim before.
    """
    right = right_of(page, spot)
    start, end = left_phrase(CLIMBS.sub("", context), page.words)
    if start == end:
        start, end = left_phrase(context, page.words)
    verb = context[:start].rstrip("了共约近，、 ").removesuffix("首批")
    governed = start == end and bool(verb_at_end(verb)) and not verb.endswith(PIVOTS)
    first, last = right_phrase(right, page.words, governed=governed)
    phrase = tidy(context[start:end])
    measured = cues.level or bool(cues.change) or cues.whole is not None or cues.gap is not None
    return Ask(
        page=page,
        spot=spot,
        cues=cues,
        context=context,
        phrase=phrase if names(phrase) else "",
        verb=verb,
        counted=tidy(right[first:last]),
        right=right,
        carried=carried,
        stated=measured or cues.bounded or spot.cue < spot.mention.start,
        measured=measured,
    )


def names(phrase: str) -> bool:
    """Whether a phrase can name what is measured, or is `局地`, which says that the change does."""
    if REGION.fullmatch(phrase):
        return True
    return (len(phrase) > 1 or phrase in edge("goods")) and phrase not in _SCENES and not is_place(phrase)


def right_of(page: Page, spot: Spot) -> str:
    """What follows the number, through a size that only describes the noun (`20个500千伏输变电工程`)."""
    if spot.mention.quantity.unit in PERSONS and page.flow.text[spot.mention.end : spot.mention.end + 1].isdigit():
        return ""
    touching = spot.right_end == spot.mention.end < spot.clause[1]
    return page.blank(spot.mention.end, spot.clause[1] if touching else spot.right_end)


@cache
def new_words() -> tuple[str, ...]:
    """The edge verbs that say that something is new (新增, 新建)."""
    return tuple(row["word"] for row in read_table("edges") if row["value"] == "new")


def verb_at_end(text: str) -> str:
    """The edge verb at the end of a text (`引进`)."""
    return next((text[-size:] for size in (4, 3, 2) if text[-size:] in edge("cut") | edge("maybe")), "")
