"""Stretches counted from now (近三年, 过去五年, 未来五年, 10年前), plans (“十四五”前三年) and eras (党的十八大以来)."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING

from claimex.lexicon import read_table
from claimex.numerals.dates import small_number
from claimex.period import almanac, cues
from claimex.period.context import REPORT_MONTHS
from claimex.period.found import AT_END, AT_START, COUNT, Found

if TYPE_CHECKING:
    from claimex.period.almanac import Span
    from claimex.period.context import Context
    from claimex.schema.mention import Grain, TimeKind

_SOME = rf"(?:({COUNT})([多余几]|(?:至|到|[—～~-]){COUNT})?|几|数|多|若干)"
_UNIT = r"(年|个多?月|个季度|周|个?星期|天|日)"
_BACK = re.compile(
    rf"(?:近|过去的?|最近的?|这|刚刚?过去的)(?:近)?{_SOME}{_UNIT}(?!级|龄|代|薪|均|限|期)(?:多|半)?(?:时间)?(?:以?来(?!自|源)|间(?!接|隔|断)|里|内)?"
)
_SINCE = re.compile(rf"{_SOME}(年|个多?月|周|天)(?:多|半)?(?:时间)?(?:以?来(?!自|源|临|看|讲|说)|间(?!接|隔|断))")
_HALF_YEAR = re.compile(r"(?:(?:近|过去|最近)半年|半年(?=多?(?:以来|来|间)))(多)?(?:以来|来(?!自|看)|间|里|内)?")
_AHEAD = re.compile(rf"(?:未来|今后|往后|接下来的?)的?{_SOME}{_UNIT}(?:时间)?(?:内|里|间)?")
_AGO = re.compile(rf"({COUNT})(年|个月|周|天|日)(?:之|以)?(前|后)(?!三季|[0-9一二两三十]+个?月|往|沿)")
_TERM = re.compile(rf"({COUNT})年(?=年均|累计|净增|新增|增[长加]|全[国省市区])")
# 五年生产原煤65亿吨: a report on a term counts its five years without a further word
_REVIEW = re.compile(
    r"(五|十|5|10)年(?=[\u4e00-\u9fff])(?![的来间前后内以之期制级多余半过磨树有至]|实践|历程|蓝图|规划|计划|行动|任期|时间|左右|过渡|目标|禁|大|攻坚)"
)
_NOT_BEFORE = re.compile(
    r"(?:连续|持续|历时|耗时|用了|长达|为期|经过|时隔|超过|将近|不到|不足|至少|任期|每隔|历经|[续第隔满逾超每至到延第达历约花近用余多])\Z"
)
# 中断近三年, 缩短近20天 are durations, 近三年 at the head of a clause is a time
_CLAUSE = re.compile(r"(?:^|[^\w]|[在比较对从是创自与到的及和将，])\Z")
# 三年多来, 一个多月, 一年半: how long is not said to the day
_MORE = re.compile(r"[年月周天]多|个多|半")
_FUTURE_CUE = re.compile(r"(?:将|力争|计划|拟|目标|争取|要|用|实施|启动)[^，。；]*\Z")


def back(ctx: Context, pos: int) -> Found | None:
    """近三年, 过去五年, 这五年, 最近一个月: the stretch that ends now."""
    match = _BACK.match(ctx.text, pos)
    if match is None or match[0] == "这一年" or _NOT_BEFORE.search(ctx.text, max(0, pos - 2), pos):
        return None
    if ctx.text.startswith(_becomes(), match.end()):
        return None  # 从过去的3天压缩到1天: how long it took, not when
    if (
        match[0].startswith("近")
        and match[0][-1] not in "来间内里中"
        and not _CLAUSE.search(ctx.text, max(0, pos - 1), pos)
    ):
        return None
    return _counted(ctx, match, -1)


@cache
def _becomes() -> tuple[str, ...]:
    """What follows a length of time that changed to another one."""
    return tuple(row["word"] for row in read_table("number_contexts") if row["role"] == "becomes")


def since(ctx: Context, pos: int) -> Found | None:
    """五年来, 10年间, 一年多来: the stretch that ends now, counted in front."""
    match = _SINCE.match(ctx.text, pos)
    if match is None or ctx.text[max(0, pos - 1) : pos] in {"第", "每"}:
        return None
    if ctx.span is not None and ctx.span.grain == "years" and pos - 1 <= ctx.floor <= pos:
        return None  # 2006年到2011年五年间 says the stretch twice
    return _counted(ctx, match, -1)


def half_year(ctx: Context, pos: int) -> Found | None:
    """半年来, 近半年: six months up to the document date."""
    match = _HALF_YEAR.match(ctx.text, pos)
    if match is None or _NOT_BEFORE.search(ctx.text, max(0, pos - 2), pos):
        return None
    if match[1]:
        return Found(pos, match.end(), almanac.unknown("span"), "vague", "stretch.back.vague")
    return Found(pos, match.end(), stretch(ctx, "月", -6), "relative", "stretch.back")


def term(ctx: Context, pos: int) -> Found | None:
    """A bare 五年 that a report on a term uses for the term: 五年全国新增城镇就业, 五年建成农村路, 三年累计新增."""
    text = ctx.text
    match = _TERM.match(text, pos)
    if match is None and (ctx.reviews() or ctx.census) and (pos == 0 or text[pos - 1] in "。，；：—\n\r"):
        match = _REVIEW.match(text, pos)
    if match is None or text[max(0, pos - 1) : pos] == "个" or _NOT_BEFORE.search(text, max(0, pos - 2), pos):
        return None
    if _FUTURE_CUE.search(text, max(0, pos - 8), pos):
        return Found(pos, match.end(), almanac.unknown("years"), "vague", "stretch.term")
    count = small_number(match[1])
    if not count or count < 2:
        return None
    return Found(pos, match.end(), stretch(ctx, "年", -count), "relative", "stretch.term")


def ahead(ctx: Context, pos: int) -> Found | None:
    """未来五年, 今后三年: from the document's year on, that year counted."""
    match = _AHEAD.match(ctx.text, pos)
    return _counted(ctx, match, 1) if match else None


def ago(ctx: Context, pos: int) -> Found | None:
    """10年前, 三天前: the year, month or day so far from the reported one (years) or the document's date.

    两年后 counts from a time that the text tells and is left open.
    """
    match = _AGO.match(ctx.text, pos)
    count = small_number(match[1]) if match else None
    if match is None or not count or count > 100:
        return None
    if _NOT_BEFORE.search(ctx.text, max(0, pos - 2), pos):
        return None
    if match[3] == "后":
        return Found(pos, match.end(), almanac.unknown("span"), "vague", "stretch.hence", closed=True)
    return Found(pos, match.end(), _distant(ctx, match[2].replace("个", ""), -count), "relative", "stretch.ago")


def _distant(ctx: Context, unit: str, count: int) -> Span:
    if unit == "年":
        base = ctx.date.year if ctx.date else ctx.year
        if base is not None and ctx.year == base - 1:
            base = ctx.year  # 2021年底…相当于10年前的1.3倍 counts from the year reported
        return almanac.year(base + count) if base is not None else almanac.unknown("year")
    if ctx.date is None:
        return almanac.unknown("day")
    if unit == "月":
        there = almanac.add_months(ctx.date, count)
        return almanac.month(there.year, there.month) if there else almanac.unknown("month")
    return almanac.day(almanac.add_days(ctx.date, count * (7 if unit == "周" else 1)))


def _counted(ctx: Context, match: re.Match[str], sign: int) -> Found:
    count = small_number(match[1]) if match[1] else None
    text = ctx.text[match.start() : match.end()]
    direction = "back" if sign < 0 else "ahead"
    if count is None or match[2]:
        return Found(match.start(), match.end(), almanac.unknown("span"), "vague", f"stretch.{direction}.vague")
    unit = match[3].replace("个", "").replace("多", "")
    if _MORE.search(text) or (unit == "年" and text.startswith("接下来")):
        return Found(match.start(), match.end(), almanac.unknown("span"), "vague", f"stretch.{direction}.vague")
    span = stretch(ctx, unit, sign * count)
    record = sign < 0 and text.endswith("来") and cues.is_record(ctx.text, match.start(), match.end())
    return Found(match.start(), match.end(), span, "comparison" if record else "relative", f"stretch.{direction}")


def stretch(ctx: Context, unit: str, count: int) -> Span:
    """`count` years, months, weeks or days up to (negative) or from the document date.

    Years back in a text of January to March are full years, the last of them the year before: such texts review a
    term (这五年 in early 2026 is 2021 to 2025). Years ahead are full years, the document's own the first.
    """
    date = ctx.date
    if ctx.census and unit == "年" and count == -ctx.census[1]:
        taken = ctx.census[0]
        return almanac.Span(taken.replace(year=taken.year + count), taken, "years")
    if date is None:
        return almanac.unknown("years" if unit == "年" else "span")
    if unit == "年" and count > 1:
        return almanac.year(date.year, date.year + count - 1)
    if unit == "年" and date.month <= REPORT_MONTHS:
        return almanac.year(date.year + count, date.year - 1)
    steps = {"年": 12, "月": 1, "季度": 3}
    if unit in steps:
        other = almanac.add_months(date, count * steps[unit])
    else:
        other = almanac.add_days(date, count * (7 if unit in {"周", "星期"} else 1))
    grain: Grain = "years" if unit == "年" else "span"
    first, last = (other, date) if count < 0 else (date, other)
    return almanac.Span(first, last, grain)


@cache
def plans() -> dict[str, tuple[int, int]]:
    """Plan name -> first and last year."""
    return {row["name"]: (int(row["start"]), int(row["end"])) for row in read_table("plans")}


@cache
def _plan_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(plans(), key=len, reverse=True))
    tail = (
        rf"(?P<years>(?P<side>前|头|后)(?P<n>[一二两三四1-4])年)|(?P<end>期?{AT_END}期?)|(?P<start>{AT_START})"
        r"|(?P<since>(?:时期)?(?:规划实施)?以来)|(?P<all>这?(?:时期|期间|五年|的五年))"
    )
    return re.compile(
        rf"(?P<open>[“\"「‘'])?(?P<name>{names})(?P<close>[”\"」’'])?(?:{tail})?(?P<word>规划|计划|纲要|开局|收官|首年|圆?满|普法|蓝图|良好)?"
    )


def plan(ctx: Context, pos: int) -> Found | None:
    """“十三五”时期, “十四五”前三年, “十四五”以来. Declines the plan's document (“十四五”规划) and slogans."""
    start = pos - 1 if pos and ctx.text[pos - 1] in "“\"「‘'" else pos
    match = _plan_pattern().match(ctx.text, start)
    if match is None or match.start("name") != pos:
        return None
    tail = match["years"] or match["end"] or match["start"] or match["since"] or match["all"]
    quoted = match["open"] and match["close"]
    if not tail and (match["word"] or not (quoted or len(match["name"]) == 3)):
        return None
    if not quoted and (
        ctx.text[max(0, pos - 1) : pos] in {"第", "二", "三", "几", "个"}
        or (len(match["name"]) < 3 and not match["all"])
    ):
        return None
    end = match.end() - len(match["word"] or "")
    if not tail and not quoted and end < len(ctx.text) and ctx.text[end] in "年月日个号一二三四五六七八九十天届":
        return None
    span, kind, rule = _plan_span(ctx, match)
    return Found(start, end, span, kind, rule, closed=bool(match["since"]))


def _plan_span(ctx: Context, match: re.Match[str]) -> tuple[Span, TimeKind, str]:
    first, last = plans()[match["name"]]
    if match["years"]:
        count = small_number(match["n"]) or 1
        span = almanac.year(last - count + 1, last) if match["side"] == "后" else almanac.year(first, first + count - 1)
        return span, "absolute", "plan.years"
    if match["end"]:
        return almanac.Span(None, dt.date(last, 12, 31), "day", as_of=True), "as_of", "plan.end"
    if match["start"]:
        return almanac.Span(None, dt.date(first, 1, 1), "day", as_of=True), "as_of", "plan.start"
    if match["since"]:
        return almanac.Span(dt.date(first, 1, 1), ctx.date, "span"), "since", "plan.since"
    return almanac.year(first, last)._replace(grain="plan"), "absolute", "plan"


@cache
def censuses() -> dict[str, tuple[dt.date, int]]:
    """Census name -> the time its figures hold for, and the years since the one before (0 where not fixed)."""
    return {
        name: (dt.date.fromisoformat(row["date"]), int(row["every"] or 0))
        for row in read_table("censuses")
        for name in row["names"].split("|")
    }


@cache
def _census_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(censuses(), key=len, reverse=True)))


def census(ctx: Context, pos: int) -> Found | None:
    """第七次全国人口普查: its figures hold for the census's own moment, its 10年 lie between two censuses."""
    match = _census_pattern().match(ctx.text, pos)
    if match is None:
        return None
    date, every = censuses()[match[0]]
    ctx.census = (date, every) if every else None
    return Found(pos, match.end(), almanac.Span(None, date, "day", as_of=True), "as_of", "census")


@cache
def eras() -> dict[str, dt.date]:
    """Event -> the day a stretch counted from it begins."""
    return {row["name"]: dt.date.fromisoformat(row["date"]) for row in read_table("eras")}


@cache
def _era_pattern() -> re.Pattern[str]:
    names = "|".join(sorted(eras(), key=len, reverse=True))
    count = r"(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4})[多余]?年"
    return re.compile(
        rf"(?:自|从|自从)?({names})(?:胜利)?(?:召开|实施|开创)?(?:的?这?{count}(?:多)?(?:以?来|间)|以来|至今|之后|以后|后(?!的))"
    )


def era(ctx: Context, pos: int) -> Found | None:
    """党的十八大以来, 改革开放40多年来, 新中国成立以来. Declines the event alone, which is no stretch of time."""
    match = _era_pattern().match(ctx.text, pos)
    if match is None:
        return None
    first = eras()[match[1]]
    span = almanac.Span(first, ctx.date if ctx.date and ctx.date >= first else None, "era")
    kind: TimeKind = "comparison" if cues.is_record(ctx.text, pos, match.end()) else "since"
    return Found(pos, match.end(), span, kind, "era", closed=True)
