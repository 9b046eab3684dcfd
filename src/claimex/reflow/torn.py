"""Numbers and words that a line break tears: what shows by the two edges alone that the lines are one."""

from __future__ import annotations

import re
from functools import cache

from claimex.lexicon import read_table

_CONTINUES = re.compile(r"[，。、；：！？）》”’」』】%‰]|[者们的]|化(?![工学解肥妆石验疗])")
# The end of a line and the beginning of the next that are one number: 526.79亿⏎元, 2个百⏎分点, 12.⏎2%, 百⏎万人次.
_NUMBER_BREAKS = (
    (re.compile(r"\d[.,]$"), re.compile(r"\d")),
    (re.compile(r"\d$"), re.compile(r"[.,]\d|[%‰万亿千百]|个百|百分点|元")),
    (re.compile(r"\d\s?[万亿千百]{1,2}$"), re.compile(r"[亿万元美吨人件家户公千平立斤亩辆台个项次]")),
    (re.compile(r"\d\s?个?百?分?$"), re.compile(r"个百分|百分点|分点|点(?=[，。；、])")),
    (re.compile(r"[\d约近超数上几]百$"), re.compile(r"万|亿|分点")),
    (re.compile(r"\d[^，。；、！？]{0,6}$"), re.compile(r"(?:左右|以上|以下|以内)[，。；、！？）的]")),
    (re.compile(r"第[一二三四五六七八九十\d]{0,3}$"), re.compile(r"[一二三四五六七八九十\d]{0,3}[届次]")),
)
_COLON_END = re.compile(r"\d[:：∶]$")
_DIGIT_END, _DIGIT_START = re.compile(r"\d$"), re.compile(r"\d")
# 143万G⏎B, 110T⏎B, 12k⏎W: letters behind a number that make one unit.
_UNIT_HEAD, _UNIT_TAIL = re.compile(r"\d[万亿千百]{0,2} ?([A-Za-z]+)$"), re.compile(r"[A-Za-z]+")


def torn(before: str, after: str) -> bool:
    """Whether a number or word is torn between the two."""
    tail = before[-8:]
    return any(left.search(tail) and right.match(after) for left, right in _NUMBER_BREAKS) or bool(
        _CONTINUES.match(after)
    )


def ratio_torn(before: str, after: str) -> bool:
    """Whether the colon that ends a line stands in a ratio or a time of day (5.1：⏎40.2：54.7)."""
    return bool(_COLON_END.search(before) and _DIGIT_START.match(after))


def digits_torn(before: str, after: str) -> bool:
    """Whether digits stand on both sides of the break (利润总额383⏎26.4亿元); in a table or box that says nothing."""
    return bool(_DIGIT_END.search(before) and _DIGIT_START.match(after))


def word_glue(before: str, after: str) -> str:
    """Two Latin words stay two words; the letters of one unit (143万G⏎B) stay one."""
    left, right = before[-1], after[0]
    if not (left.isascii() and right.isascii() and left.isalpha() and right.isalpha()):
        return ""
    head, tail = _UNIT_HEAD.search(before[-16:]), _UNIT_TAIL.match(after)
    return "" if head and tail and head[1] + tail[0] in _latin_units() else " "


@cache
def _latin_units() -> frozenset[str]:
    """The units that are written in letters, by every spelling."""
    names = (name for row in read_table("units") for name in (row["unit"], *row["aliases"].split()))
    return frozenset(name for name in names if name.isascii() and name.isalpha())
