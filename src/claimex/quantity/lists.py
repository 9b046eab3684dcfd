"""What neighbours share: the unit and scale of a list or a range, the unit of a table's header."""

from __future__ import annotations

import re

from claimex.numerals import Numeral, scale_power
from claimex.quantity.draft import Draft

_RANGE = re.compile(r"\s?(?:—{1,2}|–|-|~|～|至|到|−|―|─|－)\s?")
_LIST = re.compile(r"\s?(?:、|和|与|及|以及|或)\s?")
_FROM = ("从", "由", "自")


def join_ranges(text: str, drafts: list[Draft]) -> list[Draft]:
    """2—3万元, 5%—5.5%, 300至500家 become one draft with low and high; 从38到40 and 由5%到6% stay two."""
    joined: list[Draft] = []
    for draft in drafts:
        previous = joined[-1] if joined else None
        merged = _range(text, previous, draft) if previous is not None else None
        if merged is None:
            joined.append(draft)
        else:
            joined[-1] = merged
    return joined


def _range(text: str, first: Draft, second: Draft) -> Draft | None:  # noqa: PLR0911 (each return is one reason to decline)
    gap = text[first.end : second.start]
    if len(gap) > 4 or not _RANGE.fullmatch(gap):
        return None
    if not second.keep or first.kind == "ratio" or (second.kind != first.kind and first.unit is not None):
        return None
    if first.unit is not None and second.unit is not None and first.unit.code != second.unit.code:
        return None
    if gap.strip() in "至到" and text.endswith(_FROM, 0, first.start):
        if first.unit is None and not first.keep:
            borrow(first, second)
        return None
    if first.suffix_end < 0 or (first.unit is not None and second.unit is None):
        return None
    low, high = shared_scale(first, second), second.numeral.value
    if low is not None and first.unit is None and second.rule == "percent.tenths":
        low = low.scaled(1)
    if low is None or high is None or low.value is None:
        return None
    low_value = low.value
    start = first.start
    if first.unit is None and text.endswith("零下", 0, start):  # 零下5至零下10摄氏度
        start, low_value = start - 2, -low_value
    below = text.startswith("零下", start)
    if below and second.unit and high > 0 and not text.startswith("零下", second.start):  # 零下5至10℃
        high = -high
    number = Numeral(None, min(low_value, high), max(low_value, high), min(low.ulp, second.numeral.ulp), "between")
    return Draft(
        second.core,
        start,
        second.end,
        number,
        second.unit or first.unit,
        second.kind,
        f"range.{second.rule}",
        "between",
        first.cue_start,
        suffix_end=second.suffix_end,
    )


def shared_scale(first: Draft, second: Draft) -> Numeral | None:
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
    if numeral is not None and numeral is not draft.numeral:
        draft.numeral, draft.core.scale = numeral, following.core.scale
    draft.unit, draft.kind, draft.keep = following.unit, following.kind, True
    draft.rule = f"shared.{following.rule}"


def join_neighbours(text: str, drafts: list[Draft]) -> list[Draft]:
    """3、4个月, 2、3万元: neighbouring digits before one unit are a rough number, not a list."""
    joined: list[Draft] = []
    for draft in drafts:
        previous = joined[-1] if joined else None
        if previous is not None and _neighbours(text, previous, draft):
            low = shared_scale(previous, draft)
            value = draft.numeral.value
            if low is not None and low.value is not None and value is not None:
                number = Numeral(None, low.value, value, draft.numeral.ulp, "between")
                joined[-1] = Draft(
                    draft.core,
                    previous.start,
                    draft.end,
                    number,
                    draft.unit,
                    draft.kind,
                    "range.neighbours",
                    "between",
                    previous.cue_start,
                    suffix_end=draft.suffix_end,
                )
                continue
        joined.append(draft)
    return joined


def _neighbours(text: str, first: Draft, second: Draft) -> bool:
    if text[first.end : second.start] != "、" or first.keep or first.unit is not None or second.unit is None:
        return False
    if not second.keep or first.core.form != "arabic" or second.core.form != "arabic" or first.suffix_end < 0:
        return False
    left, right = first.core.text, second.core.text.rstrip("十百千万亿")
    if len(left) != 1 or len(right) != 1 or text[first.start - 1 : first.start] in ("、", "第", "\n", ""):
        return False
    return int(right) - int(left) == 1
