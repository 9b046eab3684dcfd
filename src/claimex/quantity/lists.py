"""What the members of a list share: unit, kind and scale of the one that prints them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.numerals import scale_power

if TYPE_CHECKING:
    from claimex.numerals import Numeral
    from claimex.quantity.draft import Draft

_LIST = re.compile(r"\s?(?:、|和|与|及|以及|或)\s?")


def shared_scale(first: Draft, second: Draft) -> Numeral:
    """2—3万元: the scale word of the second holds for the first, unless that would turn the order round.

    So does the part of it that the first leaves out (100万、110万和120万亿元).
    """
    number = first.numeral
    if first.unit is not None or not second.core.scale or first.core.form != second.core.form:
        return number
    given, scale = first.core.scale, second.core.scale
    if given and not (scale.startswith(given) and len(scale) > len(given)):
        return number
    power = scale_power(scale[len(given) :])
    top = second.numeral.value
    if power is None or number.value is None or top is None:
        return number
    moved = number.scaled(power)
    return moved if moved.value is not None and moved.value <= top else number


def share_units(text: str, drafts: list[Draft]) -> None:
    """27、47、147和18微克/立方米: numbers without a unit take that of the next in the list; 1.2个和1.0个百分点 too."""
    for index in range(len(drafts) - 2, -1, -1):
        draft, following = drafts[index], drafts[index + 1]
        if not following.keep or following.kind == "ratio":
            continue
        gap = text[draft.end : following.start]
        if len(gap) > 4 or not _LIST.fullmatch(gap):
            continue
        if following.kind == "rank":
            draft.keep = draft.keep or draft.kind == "rank"
            if following.rule.endswith("rank.later") and draft.unit is None and draft.core.form == following.core.form:
                borrow(draft, following)
            continue
        if draft.unit is not None:
            if draft.unit.name == "个" and following.kind == "point":
                draft.unit, draft.kind, draft.rule = following.unit, "point", "point.shared"
            continue
        if following.unit is None or draft.suffix_end < 0 or draft.core.form not in ("arabic", "hanzi"):
            continue
        if (draft.keep and _alike(draft, following)) or (not draft.keep and _list_member(text, draft, gap)):
            borrow(draft, following)


def _list_member(text: str, draft: Draft, gap: str) -> bool:
    """Not the 1 of `1、3个方面` at the head of a line: that is a list mark."""
    head = text[draft.start - 1 : draft.start]
    return draft.core.form == "arabic" and not (gap == "、" and (not head or head in "\n。；;"))


def _alike(draft: Draft, following: Draft) -> bool:
    """1409万、1305万人次 share a unit; 近千亿、4个 do not."""
    return draft.core.form == "arabic" and following.core.form == "arabic" and bool(following.core.scale)


def borrow(draft: Draft, following: Draft) -> None:
    """Give a number the unit, kind and, where it has none, the scale of the one after it."""
    numeral = shared_scale(draft, following)
    if numeral is not draft.numeral:
        draft.numeral, draft.core.scale = numeral, following.core.scale
    draft.unit, draft.kind, draft.keep = following.unit, following.kind, True
    draft.rule = following.rule if following.rule.startswith("shared.") else f"shared.{following.rule}"
