"""The scanner: one regular expression that finds every number core of a text, in digits and in Chinese characters.

It is linear: runs are matched possessively or have a greatest length, and what cannot be a quantity by its form alone
(full dates, clock times, sport times) is consumed by the first branches.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimex.lexicon import read_table
from claimex.numerals import DIGITS, Numeral, read_arabic, read_hanzi, read_mixed
from claimex.quantity.draft import UNKNOWN, Core
from claimex.quantity.units import first_letters

if TYPE_CHECKING:
    from collections.abc import Iterator

_TRADITIONAL = re.compile("[萬億個幾數兩點畝噸]")
_WIDE = re.compile(r"[０-９％．：／＋－（）Ａ-Ｚａ-ｚ]")
# １，１００: between full-width digits a full-width comma may part thousands; between half-width ones it ends a clause.
_WIDE_GROUPS = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")
# Characters that mean the same in another width; the folded text keeps every offset. The brackets are left alone.
_FOLD = {code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))}
_FOLD |= {ord("％"): "%", ord("．"): ".", ord("／"): "/", ord("＋"): "+", ord("－"): "-"}

HANZI = "〇零一二两三四五六七八九十百千万亿廿卅壹贰叁肆伍陆柒捌玖拾佰仟"
_D = "[〇零一二三四五六七八九]"
_H = f"[{HANZI}几]"
_B = r"[ \u3000\u00a0\u202f]?"
# 千瓦, 千克 ... and 百帕, 百分点 are units, not scale words.
_SCALE = r"(?:[十百千]?(?:万亿|亿亿|万|亿)|千(?![瓦米克伏帕卡焦赫乏兆牛升字万亿])|百(?![分帕万亿])|十(?![万亿]))"


class Branch(NamedTuple):
    """A part of the grammar, and the letters that what it reads begins with."""

    letters: str
    pattern: str


_DIGITS = "0123456789"


@cache
def branches() -> tuple[Branch, ...]:
    """The grammar in order of precedence. What a branch without a named group reads is a time and no number."""
    units = re.escape(first_letters())
    count, one = r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})", r"(?:\d{1,2}|[一二两三四五六七八九])"
    years, yuan = r"(?:\d{1,2}|[一二两三四五六七八九十]{1,3})", rf"(?:\d{{1,7}}|{_H}{{1,6}})[元块]零?"
    return (
        Branch(
            _DIGITS,
            r"""
            (?=\d{1,4}[年月日号时点分秒])(?:
              (?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}[日号])?)?(?!度)
              | \d{1,2}月(?:份|底|初|末|中旬|上旬|下旬|\d{1,2}[日号])?
              | \d{1,2}[日号](?![元])
              | \d{1,2}时(?:\d{1,2}分)?|\d{1,2}点(?:\d{1,2}分?|[半许钟整档])
              | \d{1,3}分\d{1,2}秒\d*+|\d{1,3}秒\d++)""",
        ),
        Branch("纬经", r"[纬经]\d++(?:\.\d++)?度?(?:\d++分)?(?:\d++秒)?"),
        Branch(  # 7小时16分; amounts in parts look ahead first, since every number passes here
            f"{_DIGITS}一二两三四五六七八九十",
            rf"""(?P<hours>(?=[\d一二两三四五六七八九十]{{1,3}}(?:天|年|个?小时))
            (?:(?:{count}天零?)?{count}个?小时零?{count}分(?![之米])钟?|{count}天零?{count}个?小时|{years}年零?{count}个月))""",
        ),
        Branch(
            f"{_DIGITS}{HANZI}",
            rf"""(?P<price>(?=[\d{HANZI}]{{1,7}}[元块角毛米])
            (?:(?:{yuan})?{one}[角毛]{one}分(?![钟之别布])钱?|{yuan}{one}[角毛分](?![钟之度色])钱?
            |(?:\d{{1,4}}|{_H}{{1,4}})块[1-9一二三四五六七八九](?=[，。、；！？）”/每左以的]|一[斤公个只张份碗杯瓶]|$)
            |(?:\d|{_D})米(?:\d{{1,2}}|{_D}{{1,2}})(?=[，。、；！？）的左以高长宽深厚至到之—～~])))""",
        ),
        Branch(
            "半",
            r"""(?P<half>(?<![个年月天日周多大上下后分对夜各折减参一两二三四五六七八九十\d])(?<!小时)(?<![^提]前)
            半(?=个?(?:小时|钟头)(?!工)|个(?:世纪|百分点|基点|月)|年(?![报度线期级])|天|公斤|斤|吨|公里|米(?!粒)|亩|公顷|倍))""",
        ),
        Branch(_DIGITS, r"(?P<slash>(?<![\d/.A-Za-z])\d{1,2}/\d{1,2}(?![\d/.A-Za-z年月日]))"),
        Branch("第", rf"(?P<ordinal>第{_B}(?:\d++|{_H}{{1,8}}+))"),
        Branch(
            f"{HANZI}几",
            rf"""(?P<fraction>(?:[百千万]分之)(?:{_H}{{1,8}}(?:点{_D}{{1,6}})?|\d+(?:\.\d+)?)
            |{_H}{{1,6}}分之{_H}{{1,6}})""",
        ),
        Branch(_DIGITS, rf"(?P<ratio>\d+(?:\.\d+)?(?:{_B}[:：∶]{_B}\d++(?:\.\d+)?)+)"),
        Branch(
            "翻倍减折半首超过近逾一对大两三四五六个",
            r"""(?P<turn>翻(?:了|了近|近|超|了整整)?(?:[一两二三四五六七八九几]|\d{1,2})番半?|翻番|翻倍|倍增|减半|折半
            |[超过近逾]?半数|[过逾近]半(?![年天月个日小时夜晚场程径])|一半|对半|大半(?![年天月个日夜晚])
            |[两三四五六]位数|个位数|首位)""",
        ),
        Branch(
            "前",
            rf"""(?P<front>(?<![目以日此之当空生年向提史眼])前(?:\d{{1,3}}|{_H}{{1,3}})
            (?:[强位名]|(?=[，。；、！）\n行列])))""",
        ),
        Branch(
            _DIGITS,
            rf"""(?P<arabic>(?P<digits>(?:\d{{1,3}}(?:,\d{{3}}){{1,7}}+(?!\d)
            |(?!0)\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}}){{1,7}}+(?=(?:\.\d++)?[{units}万亿])|\d++)(?:\.\d++)*+)
            (?:{_B}(?P<mid>[多余几来]?){_B}(?P<scale>{_SCALE})(?P<rest>(?:\d++{_SCALE})*+))?
            (?P<inner>(?:余(?![额下粮热杭姚]|款[项额总])|多(?![边式样达云])|来(?=[个万名家人年天岁亩座])|几(?=[个万年天岁]))?))""",
        ),
        Branch(
            f"几数{HANZI}",
            rf"""(?<![{HANZI}几点第])(?P<hanzi>(?:[几数](?=[十百千万亿]))?+{_H}{{1,16}}+(?:点{_D}{{1,6}}+(?:万亿|[百千]?[万亿])?)?
            (?P<after>[多余来](?![边式样额下到自数])(?:万亿|[百千十]?[万亿])?|))
            (?:(?={_B}[{units}成折倍番%])|(?<=[万亿多余])(?=[，。、；）！？级的以左\n“”])|(?<=[百千几数十][万亿])
            |(?=[至到—～~-]{_H}{{1,6}}[{units}成倍]))""",
        ),
    )


@cache
def scanners() -> dict[str, re.Pattern[str]]:
    """Letter -> the compiled branches that it may begin; they need the unit table, so they are made on first use."""
    letters = {letter for branch in branches() for letter in branch.letters}
    found = {x: "|".join(branch.pattern for branch in branches() if x in branch.letters) for x in letters}
    return {letter: re.compile(pattern, re.VERBOSE) for letter, pattern in found.items()}


_HOT = re.compile(rf"[0-9第翻倍减折半首前纬经数几{HANZI}]")
_BACK = {"半": (1, "超过近逾对大"), "数": (2, "个")}


@cache
def _variants() -> dict[int, str]:
    return {ord(row["traditional"]): row["simplified"] for row in read_table("variants")}


def fold(text: str) -> str:
    """`text` with full-width digits and signs as half-width ones and traditional letters as simplified ones.

    Character by character, so that every offset stays.
    """
    if _WIDE.search(text):
        text = _WIDE_GROUPS.sub(",", text).translate(_FOLD)
    return text.translate(_variants()) if _TRADITIONAL.search(text) else text


def scan(text: str) -> Iterator[Core]:
    """Every number core in a folded text, in order.

    The grammar is tried only where a letter stands that a number can begin with; looking for one letter out of a set is
    thirty times as fast as letting the grammar fail at every place.
    """
    find_hot, grammars = _HOT.search, scanners()
    hot, last = find_hot(text), 0
    while hot is not None:
        position = hot.start()
        back = _BACK.get(hot[0])
        match = None
        if back and last <= position - back[0] and (begin := text[position - back[0]]) in back[1]:
            match = grammars[begin].match(text, position - back[0])  # 过半, 个位数: the letter stands later in the word
        match = match or grammars[hot[0]].match(text, position)
        if match is None:
            hot = find_hot(text, position + 1)
            continue
        core = read_core(match)
        if core is not None:
            yield core
        last = match.end()
        hot = find_hot(text, last)


def read_core(match: re.Match[str]) -> Core | None:
    """The number core of a match of the grammar; None for dates and times, and for numerals that make no number."""
    form = match.lastgroup
    return _READERS[form](match) if form else None


def _arabic(match: re.Match[str]) -> Core | None:
    digits, mid, scale, rest, inner = match.group("digits", "mid", "scale", "rest", "inner")
    numeral = read_mixed(digits + scale + rest) if rest else read_arabic(digits, scale or "")
    if numeral is None:
        return None
    return Core("arabic", match.start(), match.end(), match[0], numeral, (scale or "") + (rest or ""), mid or inner)


_BIG = re.compile(r"(?<=[一二两三四五六七八九])[万亿]+$")
_FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟"
# 参保人数一千万, 指数二十: the 数 before the numeral belongs to the noun.
_NOUN_NUMBER = frozenset("人户件次总指基参系个多少倍台辆例天册岁位笔量函复小整分约双单度点级")


def _hanzi(match: re.Match[str]) -> Core | None:
    text = match["hanzi"]
    start = match.start("hanzi")
    if text[0] == "数" and start and match.string[start - 1] in _NOUN_NUMBER:
        text, start = text[1:], start + 1
    end = match.end("hanzi")
    after = match["after"]
    body = text[: len(text) - len(after)] if after else text
    # 一万千瓦, 两百千克: the 千 belongs to the unit when a number stands before it that it cannot multiply.
    following = match.string[end : end + 1]
    if not after and len(body) > 1 and body[-1] == "千" and body[-2] in "十百万亿" and following in "瓦米克伏帕":
        body, text, end = body[:-1], text[:-1], end - 1
    if len(body) == 1 and body in _FORMAL:  # 着陆场, 叁: a formal numeral alone is a word
        return None
    numeral = None if body in ("零", "〇") else read_hanzi(body)  # 零部件, 零距离, 零的突破
    if numeral is None and following == "折" and len(body) == 2 and body[0] in DIGITS and body[1] in DIGITS:
        numeral = Numeral(Decimal(10 * DIGITS[body[0]] + DIGITS[body[1]]))  # 七五折
    if numeral is None:
        return None
    if len(after) > 1:
        numeral = numeral.scaled(sum({"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}[word] for word in after[1:]))
    big = _BIG.search(body) if body[-1] in "万亿" else None
    return Core("hanzi", start, end, text, numeral, big[0] if big else "", after[:1])


def _half(match: re.Match[str]) -> Core:
    half = Decimal("0.5")
    return Core("hanzi", match.start(), match.end(), match[0], Numeral(half, ulp=half))


def _other(match: re.Match[str]) -> Core:
    return Core(str(match.lastgroup), match.start(), match.end(), match[0], UNKNOWN)


_READERS = {
    "arabic": _arabic,
    "hanzi": _hanzi,
    "ordinal": _other,
    "fraction": _other,
    "ratio": _other,
    "hours": _other,
    "price": _other,
    "half": _half,
    "slash": _other,
    "turn": _other,
    "front": _other,
}
