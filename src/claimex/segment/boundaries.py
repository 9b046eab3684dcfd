"""Where a word must begin and end, whatever a model says: numbers, scale words, signs, Latin strings, punctuation.

Statistical segmenters cut numbers as it comes (526.79亿元 -> 526.7 | 9亿 | 元) and every model does it differently. One
pass of this grammar over the text, after the model, is worth more than the choice of the model. The convention is the
finest useful cut: 526.79 | 亿 | 元, 12.2 | %, 2 | 个 | 百分点, 1 | — | 6 | 月, 20 | 多 | 亿; R&D, 5G and GPT3.5 whole.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FOLD = {
    **{0xFF10 + n: 0x30 + n for n in range(10)},
    **{0xFF21 + n: 0x41 + n for n in range(26)},
    **{0xFF41 + n: 0x61 + n for n in range(26)},
    ord("％"): ord("%"),
    ord("．"): ord("."),
    ord("＆"): ord("&"),
}
_FULL_WIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ％．＆]")

_UNITS = "kWh|kW|kV|kg|km|MW|GW|MB|GB|TB|PB|MHz|GHz|Hz|mL|ml|mg|mm|cm|nm|g|m|t|L|h|s"
"""30km is a number and a unit, while 5G is a name."""

_HAN_DIGITS = "〇零一二两三四五六七八九十百千万亿"
_SCALE = "万亿|千亿|百亿|十亿|千万|百万|十万|亿|万"
_COUNTED = "个家人名元年月日项件条次位吨公亩斤米户所座台辆架艘套种类门部场批届章天周岁倍度分美%"

_FORCED = re.compile(
    rf"""
      (?P<latin>  [A-Za-z][A-Za-z0-9]*+ (?:[&\-./+·][A-Za-z0-9]++)*+ \+?+ )
    | (?P<code>   [0-9]++ (?:\.[0-9]++)?+ (?!(?:{_UNITS})(?![A-Za-z])) [A-Za-z][A-Za-z0-9]*+ )
    | (?P<number> (?:[0-9]{{1,3}}(?:,[0-9]{{3}})++(?![0-9])|[0-9]++) (?:\.[0-9]++)?+ )
      (?P<rest>   [多余](?![于元样方边]|额) | [来几](?=[{_COUNTED}万亿]) )?+
      (?P<scale>  {_SCALE} )?+ (?P<more> (?<=[万亿])[多余](?![于样方边]|额) )?+
    | (?P<quarter>  (?<!第)[一二三四](?=季度) )
    | (?P<ordinal>  第[{_HAN_DIGITS}]{{2,}}+ )
    | (?P<fraction> (?<![{_HAN_DIGITS}])[{_HAN_DIGITS}]++分之[{_HAN_DIGITS}点]++ )
    | (?P<numeral>  (?<![{_HAN_DIGITS}数几第上])[{_HAN_DIGITS}]{{2,}}+(?=[多余]?[{_COUNTED}]) )
      (?P<odd>      [多余] )?+
    | (?P<dash>   —++|…++ )
    | (?P<mark>   [%‰℃，。！？；：、（）《》〈〉「」『』“”‘’【】〔〕〖〗～~,;:!?()\[\]"<>|=*#@] )
    """,
    re.VERBOSE,
)
_QUANTITY = ("number", "rest", "scale", "more")
_NUMERAL = ("numeral", "odd")
_PARTS = dict.fromkeys(_QUANTITY, _QUANTITY) | dict.fromkeys(_NUMERAL, _NUMERAL)
"""Last group of a match -> the groups that are words of their own; any other match is one word."""


def forced_spans(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that are exactly one word each, in order, disjoint. Linear in the length of `text`.

    `几` and `来` are split off only before a scale word or a counted noun (20来个, but 2025来自), 多 and 余 not before
    what makes a word of them (多元, 多样, 余额). Chinese numerals are touched only from two characters on and only
    before a counted noun (季度 apart): 二十多个 is 二十 | 多 | 个, while 十四五, 一体 and 三中全会 stay with the model.
    """
    if _FULL_WIDTH.search(text):
        text = text.translate(_FOLD)  # one character for one, so offsets stay
    for match in _FORCED.finditer(text):
        parts = _PARTS.get(match.lastgroup or "")
        if parts is None:
            yield match.span()
            continue
        for name in parts:
            start, end = match.span(name)
            if end > start:
                yield start, end


def forced_starts(text: str, starts: Iterable[int]) -> list[int]:
    """Sorted word starts of `text`: those given, changed so that every forced stretch is one word."""
    found = set(starts)
    size = len(text)
    for start, end in forced_spans(text):
        if end - start > 1:
            found.difference_update(range(start + 1, end))
        found.add(start)
        found.add(end)
    found.discard(size)
    if size:
        found.add(0)
    return sorted(found)


def force_boundaries(text: str, words: Iterable[str]) -> list[str]:
    """`words`, which joined are `text`, cut and joined anew along the forced stretches."""
    starts = forced_starts(text, word_starts(words))
    return [text[start:end] for start, end in pairwise([*starts, len(text)])]


def word_starts(words: Iterable[str]) -> list[int]:
    """Where each of the words begins when they stand side by side."""
    at = 0
    starts: list[int] = []
    for word in words:
        starts.append(at)
        at += len(word)
    return starts
