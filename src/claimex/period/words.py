"""Words that are a time by themselves (今年, 上月, 目前, 近日), looked up in the table `time_words`, and weekdays."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from claimex.lexicon import read_table
from claimex.numerals.dates import safe_date, small_number
from claimex.period import almanac, cues, dates
from claimex.period.found import AT_END, AT_START, DAYTIME, NOT_YEAR, NUMERALS, Found

if TYPE_CHECKING:
    from claimex.period.context import Context
    from claimex.schema.mention import TimeKind


class Word(NamedTuple):
    """A row of the table."""

    kind: TimeKind
    unit: str
    base: str
    shift: int
    not_after: str
    not_before: str


@cache
def table() -> dict[str, Word]:
    """Word -> what it means."""
    return {
        row["word"]: Word(
            cast("TimeKind", row["kind"]),
            row["unit"],
            row["base"],
            int(row["shift"]),
            row["not_after"],
            row["not_before"],
        )
        for row in read_table("time_words")
    }


@cache
def _by_head() -> dict[str, tuple[str, ...]]:
    """The words of the table by their first two letters, longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(table(), key=len, reverse=True):
        found.setdefault(name[:2], []).append(name)
    return {head: tuple(names) for head, names in found.items()}


def _longest(text: str, pos: int) -> str | None:
    """The longest word of the table that stands at `pos`."""
    names = _by_head().get(text[pos : pos + 2], ())
    return next((name for name in names if text.startswith(name, pos)), None)


_NOT_BEFORE = {
    "year": re.compile(NOT_YEAR),
    "day": re.compile(r"气|然|空"),
    "month": re.compile(r"球|亮"),
}
_ONLY_COMPARED = frozenset({"常年", "历年"})
_SEASONS = frozenset("春夏秋冬")
_COMPARED = re.compile(r"同期|水平|平均|均值|值|相比")
_TWO = frozenset({"今明", "去今", "明后"})
_TWO_YEARS = re.compile(r"(今明|去今|明后)两年")
_TWO_DAYS = re.compile(r"(今明|明后)(?:后)?([两三])[天日]")
_WEEKDAY = re.compile(r"(本|上|下|这)?(?:周|星期|礼拜)([一二三四五六日天])(?!年|期|个|次|岁|至|到)")
_ALONE = re.compile(r"[，。（(、上下中晚早凌]|起|开盘|收盘|发布|电|\Z")


def word(ctx: Context, pos: int) -> Found | None:
    """今年前三季度, 去年底, 上月, 本月中旬, 昨天下午, 上周末, 目前, 近日."""
    if two := _two(ctx, pos):
        return two
    name = _longest(ctx.text, pos)
    if name is None:
        return None
    entry, end = table()[name], pos + len(name)
    before, behind = ctx.text[max(0, pos - 1) : pos], ctx.text[end : end + 1]
    if (before and before in entry.not_after) or (behind and behind in entry.not_before):
        return None
    guard = _NOT_BEFORE.get(entry.unit)
    if guard and guard.match(ctx.text, end):
        return None
    return _BY_UNIT[entry.unit](ctx, pos, end, entry)


def _two(ctx: Context, pos: int) -> Found | None:
    if ctx.text[pos : pos + 2] not in _TWO:
        return None
    if years := _TWO_YEARS.match(ctx.text, pos):
        y = ctx.date.year if ctx.date else None
        first = {"今明": 0, "去今": -1, "明后": 1}[years[1]]
        span = almanac.year(y + first, y + first + 1) if y is not None else almanac.unknown("years")
        return Found(pos, years.end(), span, "relative", "word.years")
    if days := _TWO_DAYS.match(ctx.text, pos):
        first = 0 if days[1] == "今明" else 1
        count = 2 if days[2] == "两" else 3
        span = almanac.Span(almanac.add_days(ctx.date, first), almanac.add_days(ctx.date, first + count - 1), "span")
        return Found(pos, days.end(), span, "relative", "word.days")
    return None


def _year(ctx: Context, start: int, end: int, entry: Word) -> Found | None:
    base = {"doc": ctx.date.year if ctx.date else None, "new": ctx.new_year()}.get(entry.base, ctx.reported_year())
    number = None if base is None else base + entry.shift
    if entry.base == "text" and ctx.year is None and ctx.date is None:
        number = None
    return dates.with_part(ctx, start, end, number, entry.kind)


def _month(ctx: Context, start: int, end: int, entry: Word) -> Found | None:
    at = ctx.date
    compared = start > 0 and ctx.text[start - 1] in "比较于" and ctx.span is not None and ctx.span.grain == "month"
    if entry.base == "text" or compared:
        at = (ctx.span.end if ctx.span else None) or ctx.day or ctx.date
    there = almanac.add_months(at.replace(day=1), entry.shift) if at else None
    if there is None:
        return dates.in_month(ctx, start, end, (None, 1)) or Found(
            start, end, almanac.unknown("month"), entry.kind, "word.month"
        )
    found = dates.in_month(ctx, start, end, (there.year, there.month))
    return found._replace(kind=entry.kind if found.kind == "absolute" else found.kind) if found else None


def _quarter(ctx: Context, start: int, end: int, entry: Word) -> Found | None:
    told = ctx.span.start if ctx.span and ctx.span.grain == "quarter" and ctx.same_sentence(start) else None
    at = told if entry.shift and told else ctx.date  # 2025年第四季度出口较上一季度下降
    there = almanac.add_months(at.replace(day=1), 3 * entry.shift) if at else None
    quarter = (there.month + 2) // 3 if there else 1
    span = almanac.quarters(there.year, quarter, quarter) if there else almanac.unknown("quarter")
    return dates.pointed(ctx, Found(start, end, span, entry.kind, "word.quarter"))


def _day(ctx: Context, start: int, end: int, entry: Word) -> Found | None:
    at = (ctx.day or ctx.date) if entry.base == "text" else ctx.date
    end = DAYTIME.match(ctx.text, end).end()  # type: ignore[union-attr]
    return Found(start, end, almanac.day(almanac.add_days(at, entry.shift)), entry.kind, "word.day")


def _week(ctx: Context, start: int, end: int, entry: Word) -> Found | None:
    if weekday := _WEEKDAY.match(ctx.text, start):
        return _weekday_found(ctx, start, weekday)
    span = almanac.week(ctx.date, entry.shift) if ctx.date else almanac.unknown("week")
    return Found(start, end, span, entry.kind, "word.week")


def _weekend(ctx: Context, start: int, end: int, entry: Word) -> Found | None:
    # 刚刚过去的这个周末, printed on a Monday
    shift = -1 if ctx.text.endswith("过去的", 0, start) else entry.shift
    span = almanac.weekend(ctx.date, shift) if ctx.date else almanac.unknown("span")
    return Found(start, end, span, entry.kind, "word.weekend")


def _now(ctx: Context, start: int, end: int, entry: Word) -> Found | None:
    return Found(start, end, almanac.Span(None, ctx.date, "day", as_of=ctx.date is not None), entry.kind, "word.now")


def _vague(ctx: Context, start: int, end: int, entry: Word) -> Found | None:
    if ctx.text[end - 1] in _SEASONS and ctx.text.startswith("以来", end):
        return None  # 今春以来 is a stretch up to the document date
    if ctx.text[start:end] in _ONLY_COMPARED and not _COMPARED.match(ctx.text, end):
        return None if ctx.text[max(0, start - 1) : start] not in {"比", "较", "于"} else _open(start, end, entry)
    return _open(start, end, entry)


def _open(start: int, end: int, entry: Word) -> Found:
    return Found(start, end, almanac.unknown("span"), entry.kind, "word.vague")


_BY_UNIT = {
    "year": _year,
    "month": _month,
    "quarter": _quarter,
    "day": _day,
    "week": _week,
    "weekend": _weekend,
    "now": _now,
    "vague": _vague,
}


def weekday(ctx: Context, pos: int) -> Found | None:
    """周五, 星期五, 上周五; bare ones only where the words around show that a day is meant (周五上午)."""
    match = _WEEKDAY.match(ctx.text, pos)
    if match is None or (match[1] is None and not _ALONE.match(ctx.text, match.end())):
        return None
    if match[1] is None and pos and ctx.text[pos - 1] in "一二三四五六七八九十0123456789每单双隔逢两几数年月日":
        return None
    return _weekday_found(ctx, pos, match)


def _weekday_found(ctx: Context, pos: int, match: re.Match[str]) -> Found:
    end = DAYTIME.match(ctx.text, match.end()).end()  # type: ignore[union-attr]
    if ctx.date is None:
        return Found(pos, end, almanac.unknown("day"), "relative", "word.weekday")
    wanted = "一二三四五六日天".index(match[2])
    wanted = min(wanted, 6)
    shift = {"上": -1, "下": 1}.get(match[1] or "", 0)
    if match[1] is None and wanted > ctx.date.weekday() and not ctx.planned(pos, match.end()):
        shift = -1
    date = almanac.add_days(almanac.week(ctx.date, shift).start, wanted)
    return Found(pos, end, almanac.day(date), "relative", "word.weekday")


_CENTURY = re.compile(
    r"(?:(上|本|[12][0-9]|二十|二十一|十九)个?世纪)?([1-9]0|[二三四五六七八九]十)年代(初|末|中期|后期|初期|末期)?"
)


def decade(ctx: Context, pos: int) -> Found | None:
    """20世纪90年代, 上世纪八十年代; a bare 90年代 is left open in its century and has no dates."""
    match = _CENTURY.match(ctx.text, pos)
    if match is None:
        return None
    named = {"上": 19, "本": 20, "二十": 19, "二十一": 20, "十九": 18}
    century = named.get(match[1] or "", int(match[1]) - 1 if match[1] and match[1].isdigit() else None)
    tens = small_number(match[2])
    if century is None or tens is None or match[3]:
        return Found(pos, match.end(), almanac.unknown("years"), "absolute", "decade")
    first = century * 100 + tens
    return Found(pos, match.end(), almanac.year(first, first + 9), "absolute", "decade")


_NOT_BEFORE_POINT = frozenset("正腊岁末每个季近多数周千万" + NUMERALS)


def lone_point(ctx: Context, pos: int) -> Found | None:
    """年底, 年末, 年初, 月底 without a year or month before them."""
    match = _LONE_POINT.match(ctx.text, pos)
    if match is None or (
        ctx.text[max(0, pos - 1) : pos] in _NOT_BEFORE_POINT and not ctx.text.endswith("临近", 0, pos)
    ):
        return None
    if match[0] == "月内" and not ctx.planned(pos, match.end()):
        return None
    if match[1] == "月":
        return _month_point(ctx, pos, match)
    number = ctx.year if ctx.same_sentence(pos) or ctx.date is None else ctx.date.year
    if not match[2].startswith("初") and ctx.past_year_end(pos) and not ctx.same_sentence(pos):
        number = ctx.default_year()
    if match[2] == "内" and ctx.date is not None and not ctx.same_sentence(pos):
        number = ctx.date.year
    span = almanac.year(number) if number is not None else almanac.unknown("year")
    if match[2] == "内":
        return dates.within_time(ctx, Found(pos, match.end(), span, "relative", "year.within"))
    return Found(pos, match.end(), dates.at_point(span, match[2]), "as_of", "point.year")


def _month_point(ctx: Context, pos: int, match: re.Match[str]) -> Found:
    at = ctx.date
    if ctx.span and ctx.span.grain == "month" and ctx.same_sentence(pos):
        at = ctx.span.end
    span = almanac.month(at.year, at.month) if at else almanac.unknown("month")
    if match[2] == "内":
        return dates.within_time(ctx, Found(pos, match.end(), span, "relative", "month.within"))
    return Found(pos, match.end(), dates.at_point(span, match[2]), "as_of", "point.month")


_LONE_POINT = re.compile(rf"(年|月)({AT_START}|{AT_END}|内(?!容|外|部|心|在|需|涵|蒙|地|陆|河|江))")
_NOT_WHOLE = re.compile(r"龄|无休|无霜|候|开放|恒温|不间断|各个?时|气温|日照")


def same_time(ctx: Context, pos: int) -> Found | None:
    """A bare 同期: the stretch reported last; 比同期 a year earlier, 快于同期商品零售额 within it."""
    if not ctx.text.startswith("同期", pos) or pos == 0:
        return None
    span = ctx.span if ctx.span is not None and not ctx.movable else almanac.unknown("span")
    if ctx.text[pos - 1] in "。，；\n\r":
        return Found(pos, pos + 2, span, "anaphoric", "same_time", closed=True)
    if ctx.text[pos - 1] in "比较":
        return Found(pos, pos + 2, almanac.shift_years(span, -1), "comparison", "same_time.before")
    if ctx.text[pos - 1] == "于":
        return Found(pos, pos + 2, span, "comparison", "same_time.beside")
    return None


_IN_CLAUSE = r"[^，。；：！？、（）()“”《》\s]"
# 自…以来 whole, a short clause whole (进驻空间站以来), else the verb alone (学习教育深入扎实开展以来)
_EVENT = re.compile(
    rf"(?:自从|自(?!由|贸|主|然|治|动|身|己|信)|从){_IN_CLAUSE}{{1,18}}\Z"
    rf"|(?<!{_IN_CLAUSE}){_IN_CLAUSE}{{2,8}}\Z|{_IN_CLAUSE}{{2}}\Z"
)
_ALWAYS = re.compile(r"(?:一直|一段时间|长时间|向来)\Z")
_EVER = ("记录", "统计", "有史", "历史")
_NEW_YEAR = ("开年", "新年")


def open_since(ctx: Context, pos: int) -> Found | None:
    """自投运以来, 疫情发生以来: since a time that the text does not say, so a state at the document date.

    开年以来 is since the first of January.
    """
    if not ctx.text.startswith("以来", pos) or ctx.text.startswith("的", pos + 2):
        return None
    event = _EVENT.search(ctx.text, max(ctx.floor, pos - 20), pos)
    if event is None:
        return None
    end = pos + 2
    if always := _ALWAYS.search(ctx.text, max(ctx.floor, pos - 4), pos):
        return Found(always.start(), end, almanac.unknown("span"), "vague", "since.always", closed=True)
    if event[0].endswith(_EVER) or cues.is_record(ctx.text, event.start(), end):
        return Found(event.start(), end, almanac.unknown("span"), "comparison", "since.open", closed=True)
    first = safe_date(ctx.date.year, 1, 1) if ctx.date and event[0].endswith(_NEW_YEAR) else None
    span = almanac.Span(first, ctx.date, "span", as_of=first is None and ctx.date is not None)
    return Found(event.start(), end, span, "since", "since.open", closed=True)


_UNTIL = re.compile(r"截[至止]到?(?:[\u4e00-\u9fff]{2,8}时间)?")


def until_hour(ctx: Context, pos: int) -> Found | None:
    """截至17时, 截至下午4时: on the document's day."""
    until = _UNTIL.match(ctx.text, pos)
    hour = DAYTIME.match(ctx.text, until.end()) if until else None
    if hour is None or hour.end() == hour.start():
        return None
    return Found(
        pos,
        hour.end(),
        almanac.Span(None, ctx.date, "day", as_of=ctx.date is not None),
        "as_of",
        "word.hour",
        closed=True,
    )


def whole_year(ctx: Context, pos: int) -> Found | None:
    """全年: the year under report, of a target the document's own."""
    if not ctx.text.startswith("全年", pos) or _NOT_WHOLE.match(ctx.text, pos + 2):
        return None
    number = ctx.whole_year(pos)
    span = almanac.year(number) if number is not None else almanac.unknown("year")
    return Found(pos, pos + 2, span, "anaphoric", "word.whole_year")
