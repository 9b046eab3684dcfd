"""Numbers in Chinese characters: 一千二百六十四万三千, 三点五亿, 数十, 三四百, 十几, 百万.

Integers are read by cn2an, and only those in a form where it is right (checked by an exhaustive test); decimals, spans
and bare scale words are composed here, because it turns decimals into floats and refuses 万亿 and 百万.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimex.numerals.numeral import ONE, Numeral, shift
from claimex.numerals.scales import scale_power

if TYPE_CHECKING:
    from collections.abc import Callable

DIGITS = dict(zip("〇零一二两三四五六七八九", (0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_LETTERS = {**DIGITS, "十": 10}
_FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟萬億兩貳參陸", "一二三四五六七八九十百千万亿两二三六")
_D = "[一二两三四五六七八九]"
# One section below ten thousand: 一千二百六十四, 十五, 三百零五, 廿五; and colloquial tails: 一百二, 三千五.
_SECTION = (
    rf"(?:{_D}千(?:零{_D}?十?{_D}?|{_D}百(?:零{_D}|{_D}十{_D}?|{_D})?|{_D})?"
    rf"|{_D}百(?:零{_D}|{_D}十{_D}?|{_D})?|{_D}?十{_D}?|{_D})"
)
_INTEGER = re.compile(rf"(?:(?:({_SECTION})万零?)?({_SECTION})?亿零?)?(?:({_SECTION})万零?)?({_SECTION})?")
_DECIMAL = re.compile(r"([〇零一二三四五六七八九十百]+)点([〇零一二三四五六七八九]+)((?:万亿|[百千]?[万亿])?)")
_BARE = re.compile(r"[十百千]?(?:万亿|万|亿)|[百千]")
_VAGUE_HEAD = re.compile(r"好?[几数]([十百千]?(?:万亿|万|亿)?)")
_VAGUE_TEEN = re.compile(rf"({_D}?十)几((?:万亿|万|亿)?)")
_NEIGHBOURS = re.compile(rf"((?:{_D}?[十百千])?)({_D})({_D})([十百千]?(?:万亿|万|亿)?)")
_STEPS = {("三", "五"), ("两", "三"), ("一", "两")} | set(zip("一二三四五六七八", "二三四五六七八九", strict=True))


@cache
def _cn2an() -> Callable[[str, str], int]:
    import cn2an

    convert: Callable[[str, str], int] = cn2an.cn2an
    return convert


@lru_cache(maxsize=4096)
def _section(text: str) -> int:
    """A section below ten thousand, colloquial tails included (一百二 is 120).

    Single letters are looked up: importing cn2an takes longer than reading a page.
    """
    if text in _LETTERS:
        return _LETTERS[text]
    return int(_cn2an()(text, "normal"))


def _whole(text: str) -> Decimal | None:
    """A well-formed integer; 三万五 and 一亿二 end in the next lower unit, 三万零五 does not."""
    match = _INTEGER.fullmatch(text)
    if not match or not text:
        return None
    myriads, hundred_millions, thousands, rest = (None if part is None else _section(part) for part in match.groups())
    if "亿" in text and myriads is None and hundred_millions is None:
        return None
    total = ((myriads or 0) * 10**4 + (hundred_millions or 0)) * 10**8 + (thousands or 0) * 10**4
    tail = rest or 0
    before = text[-2:-1]
    if match[4] and len(match[4]) == 1 and before in {"万", "亿"}:
        tail *= 10**3 if before == "万" else 10**7
    return Decimal(total + tail)


def _ulp(text: str) -> Decimal:
    """三万 is exact to ten thousand like 3万; 三百 says that the tens and ones are nought."""
    match = re.search(r"[万亿]+$", text)
    return shift(ONE, scale_power(match[0]) or 0) if match else ONE


@lru_cache(maxsize=8192)
def read_hanzi(text: str) -> Numeral | None:
    """The number written in Chinese characters in the whole of `text`; None where it is none.

    Spans: 数十亿 20..90 times 10^8, 十几 11..19, 三四百 300..400. 百, 千万, 万亿 alone are `bare`. Not read: 几 and 数
    without a magnitude (几家), strings of digits (二〇二一: a year or a code), 半.
    """
    text = text.translate(_FORMAL).replace("廿", "二十").replace("卅", "三十")
    for read in (_bare, _vague, _decimal, _plain):
        numeral = read(text)
        if numeral is not None:
            return numeral
    return None


def _plain(text: str) -> Numeral | None:
    value = _whole(text)
    if value is None:
        return Numeral(Decimal(0)) if text in ("零", "〇") else None
    return Numeral(value, ulp=_ulp(text))


def _bare(text: str) -> Numeral | None:
    if not _BARE.fullmatch(text):
        return None
    value = shift(ONE, scale_power(text) or 0)
    return Numeral(value, ulp=value, bare=True)


def _decimal(text: str) -> Numeral | None:
    match = _DECIMAL.fullmatch(text)
    if not match:
        return None
    head, tail, scale = match.groups()
    whole = Decimal(0) if head in ("零", "〇") else _whole(head)
    if whole is None:
        return None
    fraction = "".join(str(DIGITS[digit]) for digit in tail)
    return Numeral(Decimal(f"{whole}.{fraction}"), ulp=shift(ONE, -len(fraction))).scaled(
        (scale_power(scale) or 0) if scale else 0
    )


def _span(low: int, high: int, power: int) -> Numeral:
    return Numeral(None, Decimal(low), Decimal(high), ONE, "between").scaled(power)


def _vague(text: str) -> Numeral | None:
    head = _VAGUE_HEAD.fullmatch(text)
    if head and head[1]:
        return _span(2, 9, scale_power(head[1]) or 0)
    teen = _VAGUE_TEEN.fullmatch(text)
    if teen:
        ten = int(_whole(teen[1]) or 0)
        return _span(ten + 1, ten + 9, (scale_power(teen[2]) or 0) if teen[2] else 0)
    pair = _NEIGHBOURS.fullmatch(text)
    if pair and (pair[2], pair[3]) in _STEPS:
        return _neighbours(pair[1], (DIGITS[pair[2]], DIGITS[pair[3]]), pair[4])
    return None


def _neighbours(head: str, pair: tuple[int, int], scale: str) -> Numeral | None:
    """三四百, 七八十; 十七八, 二十七八 (the head is the round part)."""
    power = (scale_power(scale) or 0) if scale else 0
    if not head:
        return _span(*pair, power)
    if scale and not re.fullmatch("万亿|万|亿", scale):
        return None
    base = int(_whole(head) or shift(ONE, scale_power(head) or 0))
    step = 10 ** (len(str(base)) - 2) if head[-1] in "百千" else 1
    return _span(base + pair[0] * step, base + pair[1] * step, power)
