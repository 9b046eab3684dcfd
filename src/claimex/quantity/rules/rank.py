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
# The ordinals before one of several: 分别居全国第二、第七、第九, 第三到第五.
_EARLIER = re.compile(r"(?:第(?:\d{1,3}|[一二三四五六七八九十]{1,3})[位名]?[、和与及至到—~-]){1,6}$")
_NUMBER = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})"
_ONCE = re.compile(rf"第({_NUMBER})[位名]?(?:[、和与及至到—~-]{_NUMBER}){{0,5}}[、和与及至到—~-]$")
_COUNTED_OFF = frozenset("位名届次批期轮组集卷级代")
_SPREAD = 50
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
    earlier = _EARLIER.search(text, max(0, core.start - 24), core.start)
    opens = earlier.start() if earlier else core.start
    ranked = rank_context(text, opens)
    if text[end : end + 1] in ("位", "名") and not text.startswith(_NO_PLACE, end):
        placed = ranked or (text[end] == "位" and _stops(text, end + 1))
        if not placed or stands_before(text, core.start, "attitude"):
            return None
        return Draft(core, core.start, end + 1, number, RANK, "rank", "rank.place")
    if _NEXT.match(text, end):  # 第2、第4和第5位: whether it is a rank, the next one says
        return Draft(core, core.start, end, number, RANK, "rank", "rank.bare", keep=False)
    stops = _stops(text, end) or (not _NOT_RANK.match(text, end) and _surely(text, core.start))
    if not (ranked and stops) or text[opens - 1] in "，。；、：\n":
        return None
    return Draft(core, core.start, end, number, RANK, "rank", "rank.bare")


def read_later(text: str, core: Core, unit: Unit | None, end: int) -> Draft | None:
    """第三至五位, 第一、二、三名: later places of a list that prints 第 once; ranks where the list ranks something.

    Of 第1、2批 and 第五、六届 it makes nothing, and no other rule may: they are ordinals.
    """
    chain = _ONCE.search(text, max(0, core.start - 20), core.start) if unit and unit.name in _COUNTED_OFF else None
    first = _ordinal(chain[1]) if chain else None
    if unit is None or chain is None or first is None or not _follows(chain[1], first, core):
        return None
    keep = unit.name in ("位", "名") and rank_context(text, chain.start())
    return Draft(core, core.start, end, core.numeral, RANK, "rank", "rank.later", keep=keep)


def _follows(printed: str, first: Numeral, core: Core) -> bool:
    """In the same script and a little further on: 居全国第二、3名院士 is a rank and a count."""
    value = core.numeral.value
    if printed.isdecimal() != (core.form == "arabic"):
        return False
    return value is not None and first.value is not None and first.value < value <= first.value + _SPREAD


def read_front(text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """前8位, 前10强, 居全国前十: at most that place."""
    digits = core.text[1:].rstrip("强位名")
    number = read_arabic(digits) if digits.isdecimal() else read_hanzi(digits)
    if number is None or number.value is None or number.value < 2:
        return None
    if core.text[-1] not in "强位名" and not rank_context(text, core.start):
        return None
    return Draft(core, core.start, core.end, number, RANK, "rank", "rank.front", "at_most")
