"""Ranks: 第7位, 全国第十三, 居首位, 前10强. Ordinals of events, editions and plans are not ranks."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimex.numerals import read_arabic, read_hanzi
from claimex.quantity.contexts import stands_before
from claimex.quantity.draft import Draft
from claimex.quantity.units import Unit

if TYPE_CHECKING:
    from claimex.numerals import Numeral
    from claimex.quantity.draft import Core

RANK = Unit("位", "{rank}", "rank", Fraction(1))
_REGION = re.compile(r"[\u4e00-\u9fff][省市区]$")
_TAIL = re.compile(r"(?:的|各省|同类|各地|省份|城市|县市)?(?:中)?[“\"]?$")
_ENDS = re.compile(r"[，。；、！？）)”’\"\s,;!?：:—…·\-|*的和及与且并或]|$|以|左右|（|\(")
_NOT_RANK = re.compile(
    r"[届次轮批期季章条款项个产时书大梯代阶版集家场站战线步天年月日周号种类师团军课曲任例艘台架座部份张位批方者动生要资责性感印国声]"
)
_MOVES = re.compile(
    r"(?:双双|[、和]第[\d一二三四五六七八九十]+位)?(?:上升|晋升|跃居|跃升|提升|前移|升|下降|降|下滑|退|位居)(?:至|到|第)"
)
_NO_PLACE = ("位置", "位于", "名单")
_FIRST_OF_TWO = re.compile(r"第(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:位|名)?(?:至|到|—|-|~)$")
_NEXT = re.compile(r"[、和与及至到—~-]第(?:\d|[一二三四五六七八九十])")


def rank_context(text: str, start: int) -> bool:
    """Whether what stands before says that somebody is ranked (全国第七, 居首位)."""
    tail = _TAIL.search(text, max(0, start - 4), start)
    for position in {start, tail.start() if tail else start}:
        if stands_before(text, position, "place") or stands_before(text, position, "stands"):
            return True
        if _REGION.search(text, max(0, position - 2), position):
            return True
    return False


def _surely(text: str, start: int) -> bool:
    """居…第一: a verb of ranking, with the field between it and the ordinal."""
    return any(stands_before(text, position, "ranks") for position in range(max(0, start - 7), start + 1))


def _stops(text: str, end: int) -> bool:
    """Whether the ordinal ends its phrase, or is what somebody moves from (第7位上升至)."""
    return bool(_ENDS.match(text, end) or _MOVES.match(text, end))


def _ordinal(text: str) -> Numeral | None:
    digits = text.removeprefix("第").strip()
    return read_arabic(digits) if digits.isdecimal() else read_hanzi(digits)


def read_rank(text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """第7位 and, where the words before rank something, 第十三.

    Declines 第十一届, 第三次, 第一轮, 第一时间, 第一产业, list marks (第一，…) and 第一梯队.
    """
    number = _ordinal(core.text)
    if number is None or not number.value or number.bare:
        return None
    end = core.end
    earlier = _FIRST_OF_TWO.search(text, max(0, core.start - 6), core.start)
    ranked = rank_context(text, earlier.start() if earlier else core.start)
    if text[end : end + 1] in ("位", "名") and not text.startswith(_NO_PLACE, end):
        placed = ranked or (text[end] == "位" and _stops(text, end + 1))
        if not placed or stands_before(text, core.start, "attitude"):
            return None
        return Draft(core, core.start, end + 1, number, RANK, "rank", "rank.place")
    if _NEXT.match(text, end):  # 第2、第4和第5位: whether it is a rank, the next one says
        return Draft(core, core.start, end, number, RANK, "rank", "rank.bare", keep=False)
    stops = _stops(text, end) or (not _NOT_RANK.match(text, end) and _surely(text, core.start))
    if not (ranked and stops) or text[core.start - 1] in "，。；、：\n":
        return None
    return Draft(core, core.start, end, number, RANK, "rank", "rank.bare")


def read_front(text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """前8位, 前10强, 居全国前十: at most that place."""
    digits = core.text[1:].rstrip("强位名")
    number = read_arabic(digits) if digits.isdecimal() else read_hanzi(digits)
    if number is None or number.value is None or number.value < 2:
        return None
    if core.text[-1] not in "强位名" and not rank_context(text, core.start):
        return None
    return Draft(core, core.start, core.end, number, RANK, "rank", "rank.front", "at_most")
