"""Places worth a look: a cheap pattern that every time expression begins with, so that the grammar sees little text."""

from __future__ import annotations

import re
from functools import cache

from claimex.period import almanac, stretches, words
from claimex.period.found import NUMERALS, RANGE_SIGNS

_STARTS = (
    "过去 最近 刚过 刚刚 未来 今后 往后 接下 上半 下半 首季 全年 今明 去今 明后 年底 年末 年初 年内 月底 月末 月初 月内"
    " 同期 以来 截至 截止 星期 礼拜 春运 暑运 上世 本世 上旬 中旬 下旬 中下 几年 数年 多年 数十 几十"
)
"""The first two characters of what no table lists."""

_FOLLOW = (
    rf"(?:[年月日号天周季财世普经大{re.escape(RANGE_SIGNS)}]|、[{NUMERALS}第]"
    r"|(?<=[0-9]{4})[./]|个[多月季星世]|[多余][年个天周星日])"
)
"""What stands right behind the number of a time: a sign of time, or of a list or range of them."""


@cache
def candidates() -> re.Pattern[str]:
    """The pattern of candidates.

    A candidate is a number with a sign of time close behind it, or two letters of which the first begins and the second
    continues some word of time; whether the two belong together, `pairs` tells.
    """
    firsts = re.escape("".join(sorted({pair[0] for pair in pairs()} - set(NUMERALS))))
    seconds = re.escape("".join(sorted({pair[1] for pair in pairs()})))
    holiday = r"(?<=[五十]一)(?:小长假|假[期日]|长假|黄金周|档|期间|国际劳动节|劳动节)"
    behind = rf"[{NUMERALS}]{{0,4}}(?: ?{_FOLLOW}|[”\"」’']|(?<=五)[时期前以后末]|{holiday})"
    # one set of letters first: the engine skips to the next of them before it tries anything
    return re.compile(rf"[{NUMERALS}{firsts}](?:(?<=[{NUMERALS}])(?<![0-9][0-9]){behind}|(?<=[{firsts}])[{seconds}])")


@cache
def pairs() -> frozenset[str]:
    """The pairs of letters with which words of time begin."""
    names = [*words.table(), *almanac.festival_names(), *stretches.eras(), *stretches.censuses()]
    found = {name[:2] for name in names if not name[0].isdigit()}
    found |= {f"“{name[0]}" for name in almanac.festival_names()}
    found |= {first + second for first in "近这前头" for second in NUMERALS} | {f"{first}数" for first in "近这"}
    found |= {f"第{sign}" for sign in "一二三四1234"} | {f"周{sign}" for sign in "一二三四五六日"}
    found |= {first + second for first in "本上下这" for second in "周星"}
    return frozenset(found | set(_STARTS.split()) | {"近多", "近若"})
