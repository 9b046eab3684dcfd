"""Numbers with nothing after them: 参保人数1.69亿, 指数为105.4, 近百万."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.quantity.bounds import leading_cue
from claimex.quantity.draft import Draft

if TYPE_CHECKING:
    from claimex.quantity.draft import Core
    from claimex.quantity.units import Unit

_INDEX = re.compile(
    r"(?:指数|系数|得分|评分|分值|PMI)(?:\W?[（(][^）)]{0,12}[）)])?(?:均|已|分别)?(?:为|达到?|是|至|升至|提升至|提高到|提高至|上升至|回升至|回落至|降至|报)?$"
)
_STATES = re.compile(
    r"(?:系数|值|率|PMI|得分|评分|为|达|达到|至|升至|降至|回落至|回升至|提高到|提升至|提升到|上升到|上升至"
    r"|收于|收报|报收于?|价报|[低高]于(?:[^，。；]{1,8}的)?)$"
)
_CHANGES = re.compile(r"(?:提高|上升|回升|提升|下降|回落|缩小|扩大|降低|收窄)$")
_STOPS = re.compile(r"[，。；！？]|$")
_FROM = re.compile(r"[从由](?:[^，。；、从由]{0,12}的)?$")
_MOVES = re.compile(r"(?:微|小幅)?(?:提升|提高|上升|升|回升|增加?|扩大|下降|降|降低|缩小|回落|调整|优化)(?:至|到)")
_ENDS = re.compile(r"[，。；、！？（(）)”\s,;!?]|$|以上|以下|左右|以内|和|，|\.(?!\d)")


def read_bare(text: str, core: Core, unit: Unit | None, end: int) -> Draft | None:
    """A number that states a measure without a unit: with 万 or 亿, or as the value of an index.

    Any other number comes back unkept: it may still borrow the unit of the list or range that it begins.
    """
    if unit is not None:
        classed = text.startswith("级", end)
        return (
            Draft(core, core.start, core.end, core.numeral, rule="class", keep=False, suffix_end=-1)
            if classed
            else None
        )
    keep = _hanzi_states(text, core) if core.form == "hanzi" else _digits_state(text, core)
    return Draft(core, core.start, core.end, core.numeral, None, "amount", f"bare.{core.form}", keep=keep)


def _hanzi_states(text: str, core: Core) -> bool:
    if "万" not in core.text and "亿" not in core.text:
        return False
    if text[core.end : core.end + 1] in ("级", "里", "象", "物", "般", "分"):
        return False
    return not core.numeral.bare or (leading_cue(text, core.start) is not None) or text.startswith("人口", core.end)


def _digits_state(text: str, core: Core) -> bool:
    if any(letter in core.scale for letter in "万亿"):
        return text[core.end : core.end + 1] != "级"
    before = text[max(0, core.start - 20) : core.start]
    if "." in core.text and not core.inner and not core.scale and _INDEX.search(before):
        return True
    if core.scale or core.inner or not (_ENDS.match(text, core.end) or _MOVES.match(text, core.end)):
        return False
    if "." in core.text and _FROM.search(before) and _MOVES.match(text, core.end):
        return True
    if _INDEX.search(before):
        return True
    stated = _STATES.search(before) or (_STOPS.match(text, core.end) and _CHANGES.search(before))
    return "." in core.text and bool(stated)
