"""Multiples: 1.5倍, 翻一番, 翻两番, 倍增; and halves, which are words of the same kind: 一半, 过半, 减半, 两位数."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from claimex.numerals import Numeral, read_arabic, read_hanzi
from claimex.quantity.draft import Draft
from claimex.quantity.rules.percent import PERCENT
from claimex.quantity.rules.rank import RANK, rank_context
from claimex.quantity.units import Unit

if TYPE_CHECKING:
    from claimex.quantity.draft import Core
    from claimex.schema.quantity import Bound

TIMES = Unit("倍", "{times}", "multiple", Fraction(1))
_TURNS = re.compile(r"翻\D*?([一两二三四五六七八九]|\d{1,2})番")
_GROWTH = re.compile(r"(?:以上|左右)?的?[^，。；、]{0,2}[增涨降]|速|百分")
_GROWING = re.compile(r"[增涨降][^，。；、]{0,6}$|[速幅率][^，。；、]{0,4}$")
_PLACES = {
    "个": (1, 9),
    "两": (10, 99),
    "三": (100, 999),
    "四": (1000, 9999),
    "五": (10000, 99999),
    "六": (100000, 999999),
}
_HALVES: dict[str, Bound] = {
    "一半": "about",
    "对半": "about",
    "半数": "about",
    "过半": "over",
    "超半数": "over",
    "过半数": "over",
    "大半": "over",
    "逾半": "over",
    "逾半数": "over",
    "近半": "nearly",
    "近半数": "nearly",
}
_RISES = ("实现", "数量", "规模", "力争", "达到", "产值", "收入", "总量", "总额", "产能", "双双")
_NAMES = ("计划", "行动", "工程", "”", "专项", "效应", "政策", "目标", "器")


def read_multiple(_text: str, core: Core, unit: Unit | None, end: int) -> Draft | None:
    """1.5倍, 两倍多."""
    if unit is None or unit.dimension != "multiple" or unit.name != "倍":
        return None
    return Draft(core, core.start, end, core.numeral, unit, "multiple", f"multiple.{core.form}")


def read_turn(text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:  # noqa: PLR0911 (each return is one reason to decline)
    """翻一番 is 2 倍, 翻两番 4 倍; 一半 50 %; 两位数 10..99 %. Names of plans (倍增计划) are declined."""
    word = core.text
    if "番" in word or word in ("翻倍", "倍增"):
        return _doubled(text, core)
    if word in ("减半", "折半"):
        return Draft(core, core.start, core.end, Numeral(Decimal(50)), PERCENT, "percent", "percent.half")
    if word.endswith("位数"):
        return _places(text, core)
    if word == "首位":
        if not rank_context(text, core.start) or text.startswith(("度", "战略"), core.end):
            return None
        return Draft(core, core.start, core.end, Numeral(Decimal(1)), RANK, "rank", "rank.first")
    if (
        text.startswith(("以上", "路", "功夫", "是"), core.end)
        and word == "一半"
        and not text.startswith("以上", core.end)
    ):
        return None
    return Draft(core, core.start, core.end, Numeral(Decimal(50)), PERCENT, "percent", "fraction.half", _HALVES[word])


def _doubled(text: str, core: Core) -> Draft | None:
    if text.startswith(_NAMES, core.end) or text.endswith(("“", "双"), 0, core.start):
        return None
    if core.text == "倍增" and not text.endswith(_RISES, 0, core.start):
        return None
    match = _TURNS.match(core.text)
    times = 1
    if match:
        number = read_arabic(match[1]) if match[1].isdecimal() else read_hanzi(match[1])
        times = int(number.value) if number is not None and number.value is not None else 1
    if times > 20:
        return None
    value = Numeral(Decimal(2**times))
    more = text.startswith("多", core.end) and not text.startswith(("多元", "多种", "多样"), core.end)
    bound: Bound = "over" if more or "超" in core.text else "nearly" if "近" in core.text else "exact"
    return Draft(core, core.start, core.end + more, value, TIMES, "multiple", "multiple.doubled", bound)


def _places(text: str, core: Core) -> Draft | None:
    low, high = _PLACES[core.text[0]]
    grows = _GROWTH.match(text, core.end) or _GROWING.search(text, max(0, core.start - 10), core.start)
    number = Numeral(None, Decimal(low), Decimal(high), bound="between")
    if not grows or core.text == "个位数":
        return Draft(core, core.start, core.end, number, None, "amount", "vague.digits", "between")
    return Draft(core, core.start, core.end, number, PERCENT, "percent", "vague.digits", "between")
