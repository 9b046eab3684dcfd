"""What a number is not: part of a code, a product, a standard, a title or a fixed word."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimex.lexicon import read_table
from claimex.quantity.contexts import stands_before

if TYPE_CHECKING:
    from claimex.quantity.draft import Core
    from claimex.quantity.units import Unit

_CJK = "\u2e80"
"""Letters from here on are no signs and no Latin."""
_GOES_ON = re.compile(r"[A-Za-z_#]")
_NAMED = re.compile(r"[A-Za-z_]-?\Z")
_JOINED = ("×", "#", "№")
_SURE = ("ratio", "money", "point")
_GENERATIONS = frozenset(("1", "2", "3", "4", "5", "6", "2.5", "5.5"))
_RATES = frozenset("达到为至超过近约力模增破有共供逾宽率量速：:、 ")
_NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿几数半0123456789")
_TITLE_END = frozenset('”》’"')


@cache
def _fixed_words() -> dict[str, tuple[tuple[int, str], ...]]:
    """Fixed words by each of their numerals and the letter after it, and where in the word the numeral stands."""
    found: dict[str, list[tuple[int, str]]] = {}
    for row in read_table("not_quantities"):
        word = row["word"]
        for at, letter in enumerate(word):
            if letter in _NUMERALS and (at == 0 or word[at - 1] not in _NUMERALS):
                found.setdefault(word[at : at + 2], []).append((at, word))
    return {letters: tuple(words) for letters, words in found.items()}


def in_fixed_word(text: str, core: Core) -> bool:
    """Whether the number lies within a fixed word (千家万户, 三门峡); 一点五 goes on beyond 一点."""
    start, words = core.start, _fixed_words()
    for at, word in words.get(text[start : start + 2], ()) + words.get(text[start], ()):
        begins = start - at
        if begins >= 0 and begins + len(word) >= core.end and text.startswith(word, begins):
            return True
    return False


def is_code(text: str, core: Core, unit: Unit | None) -> bool:
    """Whether digits belong to a name: GPT3.5, PM2.5, H5N1, C919, 7×24, 5G, B-2, 歼-15T.

    Latin letters before a number make it a name unless a share, money or a scale word follows (CPI上涨, GDP3.5%).
    """
    start, end = core.start, core.end
    if text.find("×", end, end + (1 if unit is None else 4)) >= 0:
        return True
    named = start > 0 and text[start - 1] < _CJK and _is_named(text, start)
    if unit is None:
        return named or _GOES_ON.match(text, end) is not None
    if core.scale or unit.dimension.startswith(_SURE):
        return text.endswith(_JOINED, 0, start)
    return named or _is_model(text, core, unit)


def _is_named(text: str, start: int) -> bool:
    """Whether a sign that makes a name stands before the number, a Latin letter, or a letter and a hyphen."""
    return text.endswith(_JOINED, 0, start) or _NAMED.search(text, max(0, start - 2), start) is not None


def _is_model(text: str, core: Core, unit: Unit) -> bool:
    """5G, 1080P, 歼-15T: generations, picture formats and models, not rates."""
    if len(unit.name) > 1 or not (unit.name.isascii() and unit.name.isalpha()):
        return False
    if text[core.start - 1 : core.start] == "-" and core.start > 1:
        return True
    if unit.name == "G":
        after = text[core.end + 1 : core.end + 2]
        return core.text in _GENERATIONS or after in ("-", "+")
    return unit.name in "PTME" and text[core.start - 1 : core.start] not in _RATES


@cache
def _tallied() -> str:
    return "".join(row["unit"] for row in read_table("units") if row["script"] == "tally")


@cache
def _company() -> tuple[re.Pattern[str], re.Pattern[str]]:
    number = rf"(?:\d{{1,5}}|[一二两三四五六七八九十百]{{1,4}})[{_tallied()}]"
    return re.compile(rf"{number}[、和]?$"), re.compile(rf"[、和]?{number}")


def lacks_company(text: str, core: Core, end: int) -> bool:
    """Whether 金 or 死 after a number is no tally: it counts beside another (13死98伤, 6金9银) or after 夺得."""
    before, after = _company()
    return not (
        after.match(text, end)
        or before.search(text, max(0, core.start - 7), core.start)
        or stands_before(text, core.start, "wins")
    )


def in_title(text: str, core: Core) -> bool:
    """《唐探1900》, 《十六条措施》: what stands between title marks is a name."""
    window = max(0, core.start - 40)
    opened = text.rfind("《", window, core.start)
    return opened >= 0 and text.find("》", opened, core.start) < 0


def is_scope(text: str, core: Core) -> bool:
    """每万人, 每亿元, 每100户: what a figure is counted per."""
    return text.endswith(("每", "每个"), 0, core.start)


def closes_title(text: str, end: int, start: int) -> bool:
    """“科技成果转化24条”: the number ends a quoted title that began before it."""
    if text[end : end + 1] not in _TITLE_END:
        return False
    return start > 0 and text[start - 1] not in '“《‘"（(，、。超近约逾达为过破'


def in_name(text: str, core: Core, end: int) -> bool:
    """“四个面向”, “7个专项行动”: a number in front of a quoted name of a few words; “27.4万”的差距 is a figure."""
    if not core.start or text[core.start - 1] not in "“‘" or text[core.start] in "“‘":
        return False
    close = text.find("”" if text[core.start - 1] == "“" else "’", end, end + 12)
    return close > end and not any(mark in text[end:close] for mark in "，。；、！？")
