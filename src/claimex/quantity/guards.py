"""What a number is not: part of a code, a product, a standard, a title or a fixed word."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimex.lexicon import read_table

if TYPE_CHECKING:
    from claimex.quantity.draft import Core
    from claimex.quantity.units import Unit

_LATIN = re.compile(r"[A-Za-z_]")
_NUMERALS = frozenset("〇零一二两三四五六七八九十百千万亿几数0123456789")
_TITLE_END = frozenset('”》’"')


@cache
def _fixed_words() -> dict[str, tuple[tuple[int, str], ...]]:
    """Fixed words by their first numeral and the letter after it, and where in the word the numeral stands."""
    found: dict[str, list[tuple[int, str]]] = {}
    for row in read_table("not_quantities"):
        word = row["word"]
        at = next(i for i, letter in enumerate(word) if letter in _NUMERALS)
        found.setdefault(word[at : at + 2], []).append((at, word))
    return {letter: tuple(words) for letter, words in found.items()}


def in_fixed_word(text: str, core: Core) -> bool:
    """Whether the number is the numeral of a fixed word (千家万户, 三门峡)."""
    start, words = core.start, _fixed_words()
    for key in (text[start : start + 2], text[start]):
        for at, word in words.get(key, ()):
            if start >= at and text.startswith(word, start - at):
                return True
    return False


def is_code(text: str, core: Core, unit: Unit | None) -> bool:
    """Whether digits belong to a name: GPT3.5, PM2.5, H5N1, C919, 7×24, 5G, “1458”, B-2."""
    before = text[core.start - 1] if core.start else ""
    after = text[core.end : core.end + 1]
    if before in ("×", "*", "#", "№") and before != "*":
        return True
    measured = unit is not None and (unit.dimension.startswith(("ratio", "money", "point")) or bool(core.scale))
    if _LATIN.match(before) and not measured:
        return True
    if before == "-" and core.start > 1 and _LATIN.match(text[core.start - 2]) and not measured:
        return True
    if unit is None and (_LATIN.match(after) or after in ("×", "#")):
        return True
    if after == "×" or (unit is not None and "×" in text[core.end : core.end + 4]):
        return True
    return unit is not None and _is_network(text, core, unit)


def _is_network(text: str, core: Core, unit: Unit) -> bool:
    """5G, 4G, 1080P: generations and picture formats, not rates."""
    if core.scale or unit.name not in ("G", "P", "M", "T", "E", "m", "h", "s", "g", "t", "A", "V"):
        return False
    if unit.name == "G":
        return core.text in {"1", "2", "3", "4", "5", "6", "2.5", "5.5"} or text[core.end + 1 : core.end + 2] in (
            "-",
            "+",
        )
    return unit.name == "P" and core.text in {"480", "720", "1080", "2160"}


def in_title(text: str, core: Core) -> bool:
    """《唐探1900》, 《十六条措施》: what stands between title marks is a name."""
    window = max(0, core.start - 40)
    return text.rfind("《", window, core.start) > text.rfind("》", window, core.start)


def is_scope(text: str, core: Core) -> bool:
    """每万人, 每亿元, 每100户: what a figure is counted per."""
    before = text[max(0, core.start - 2) : core.start]
    return before.endswith("每") or before == "每个"


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
