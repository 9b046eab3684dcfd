"""Calendar dates: years, and what stands inside a year — halves, quarters, months, days, festivals.

Each function matches at one position and returns what it found there, or None; nothing here looks further than a few
dozen characters, so the cost of a text is linear in its length.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimex.numerals.dates import digit_year, safe_date, small_number
from claimex.period import almanac, festivals
from claimex.period.found import AT_END, AT_START, DAY, DAYTIME, JOIN, MONTH, NOT_YEAR, YEAR, Found
from claimex.period.opening import Opening, by_letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimex.period.almanac import Span
    from claimex.period.context import Context
    from claimex.schema.mention import TimeKind

    Part = Callable[[Context, int, int | None], Found | None]

_YEAR = re.compile(rf"({YEAR}) ?年(?!{NOT_YEAR}|版|会(?!议|同|计|见|晤)|历史|的历史|之久|以上)(?:度(?!假|夏|过))?")
_SHORT_YEAR = re.compile(rf"0([0-9])年(?!{NOT_YEAR}|版)度?")
_YEARS = re.compile(
    rf"({YEAR}) ?(?:年度?)?{JOIN}({YEAR}|[0-9]{{2}}) ?年(?! ?{MONTH}(?:月|{JOIN})|级|代)"
    r"(度|(?:冰?雪|榨|赛|采暖|供暖|供热|种植)季|年度)?"
)
_SEASON_YEARS = re.compile(
    r"[0-9]{4}(?:/(?:[0-9]{4}|[0-9]{2})(?:年度|学年|年|雪季|赛季|榨季|供暖季|采暖季)"
    rf"|{JOIN}(?:[0-9]{{4}}|[0-9]{{2}}) ?学年)"
)
_FISCAL = re.compile(rf"[0-9]{{4}}(?:(?:{JOIN}|/)[0-9]{{2,4}})? ?财(?:政)?年度?")
_HALF = re.compile(r"([上下])半年")
_QUARTERS = re.compile(
    r"(?:前|头)([二两三四234])个?季度"
    rf"|第?([一二三1-3])(?:(?:季度)?{JOIN}|、|和)第?([二三四2-4])季度"
    r"|(?:第([一二三四1-4])个?|([一二三四1-4]))季度(?!假)|首季度?|前三季(?!度)"
)
_QUARTER_VALUE = {"一": 1, "二": 2, "三": 3, "四": 4, "两": 2}
_FIRST_MONTHS = re.compile(rf"(?:前|头)({MONTH}|两)个?月")
_MONTHS = re.compile(rf"({MONTH})(?: ?月份?)?{JOIN}({MONTH}) ?月份?(?! ?{DAY}[日号])")
_TWO_MONTHS = re.compile(rf"({MONTH})(?:、|和|与)({MONTH})月份?(?! ?{DAY}[日号])")
_MONTH = re.compile(rf"({MONTH}) ?月(?!球|亮|饼|薪|租|供|嫂|子|票|刊|牙|龄|均|季|坛|老|色|光|台|湖)份?")
_DAYS = re.compile(rf" ?({DAY}) ?[日号]?(?:{JOIN}|、|和)({DAY}) ?[日号](?!楼|线|院|馆|机|站|井|平台)")
_DAY = re.compile(rf" ?({DAY}) ?[日号](?!楼|线|院|馆|机|站|井|平台|元)")
_LISTED = re.compile("[、和]")
_LUNAR_DAY = frozenset("一二三四五六七八九十半天")
TEN_DAYS = re.compile(r"([上中下])([中下])?旬")
_PART = re.compile(r"[上下]半年|(?:前|第)?[一二三四1-4](?:个?季度)|[底末初]")
_HALF_MONTH = re.compile(r"([上下])半月")
_TEN_DAYS_VALUE = {"上": 0, "中": 1, "下": 2}
_POINT = re.compile(rf"(?:年|月|期)?({AT_START}|{AT_END}|终(?!于|止|端|点|究|身))")
_POINT_BEGINS = frozenset("年月期初底末终内")
"""The first letters of what `_POINT` and `_WITHIN` read."""
_WITHIN = re.compile(r"年?内(?!容|外|部|心|在|需|涵|蒙|地|陆|河|江|蒙)")


_FIRST_COUNTED = 1800
_ROUGHLY = re.compile(r"左右|前|后|以前")


def year_number(text: str) -> int | None:
    """The year in digits or 汉字; None for numbers that are no year of this calendar."""
    found = digit_year(text)
    return found if found is not None and 1000 <= found <= almanac.LAST_YEAR else None


def season_years(ctx: Context, pos: int) -> Found | None:
    """2025/2026雪季, 2024—2025学年: a year of their own, which no calendar fixes."""
    match = _SEASON_YEARS.match(ctx.text, pos)
    return Found(pos, match.end(), almanac.unknown("season"), "absolute", "years.season") if match else None


def absolute_years(ctx: Context, pos: int) -> Found | None:
    """2011年至2020年, 2022—2025年, 2021-22年; 2024—2025年度 has no dates of its own."""
    text = ctx.text
    match = _YEARS.match(text, pos)
    if match is None:
        return None
    first = year_number(match[1])
    last = year_number(match[1][:2] + match[2] if len(match[2]) == 2 else match[2])
    if first is None or last is None or last < first:
        return None
    if "年" in text[pos : match.end(1) + 2] and _PART.match(text, match.end()):
        return None  # 2022年至2024年上半年 ends with the part of its last year
    if match[3] and last == first + 1:
        return Found(pos, match.end(), almanac.unknown("season"), "absolute", "years.season")
    return Found(pos, match.end(), almanac.year(first, last), "absolute", "years.range")


def fiscal_year(ctx: Context, pos: int) -> Found | None:
    """2024财年: every house has its own first day, so it has no dates."""
    match = _FISCAL.match(ctx.text, pos)
    return Found(pos, match.end(), almanac.unknown("year"), "absolute", "year.fiscal") if match else None


def absolute_year(ctx: Context, pos: int) -> Found | None:
    """2023年 and whatever part of it follows: 2022年7月10日, 2023年上半年, 2021年底."""
    text = ctx.text
    match = _YEAR.match(text, pos)
    number = year_number(match[1]) if match else None
    if match is None or number is None or (number < _FIRST_COUNTED and _ROUGHLY.match(text, match.end())):
        return None
    return with_part(ctx, pos, match.end(), number, "absolute")


def short_year(ctx: Context, pos: int) -> Found | None:
    """08年: the leading zero shows that it is a year; 98年 and 10年 stay open (they may count years)."""
    match = _SHORT_YEAR.match(ctx.text, pos)
    return with_part(ctx, pos, match.end(), 2000 + int(match[1]), "absolute") if match else None


def with_part(ctx: Context, start: int, end: int, number: int | None, kind: TimeKind) -> Found:
    """The year that ends at `end` with the part of it that follows; `number` None: the year is not known."""
    if part := in_year(ctx, end, number):
        return part._replace(start=start, kind=kind if part.kind == "absolute" else part.kind)
    span = almanac.year(number) if number is not None else almanac.unknown("year")
    if ctx.text[end : end + 1] not in _POINT_BEGINS:
        return Found(start, end, span, kind, f"year.{kind}")
    point = _POINT.match(ctx.text, end)
    if within := _WITHIN.match(ctx.text, end):
        return within_time(ctx, Found(start, within.end(), span, kind, "year.within"))
    if point:
        return Found(start, point.end(), at_point(span, point[1]), "as_of", "year.point")
    return Found(start, end, span, kind, f"year.{kind}")


def within_time(ctx: Context, found: Found) -> Found:
    """年内 of something planned is a deadline (年内基本建成480万套), else the year so far (年内首次)."""
    if not ctx.planned(found.start, found.end):
        return found
    return found._replace(span=found.span._replace(start=None, as_of=found.span.end is not None), kind="deadline")


def at_point(span: Span, word: str) -> Span:
    """The beginning (初) or end (底 末) of a stretch as a point of time."""
    return span._replace(start=None, end=span.start if word.startswith("初") else span.end, as_of=True, grain="day")


def in_year(ctx: Context, pos: int, number: int | None) -> Found | None:
    """A part of the year `number` at `pos`; 今年前三季度 begins here at 前."""
    text = ctx.text
    if text.startswith("的", pos) and (_HALF.match(text, pos + 1) or _QUARTERS.match(text, pos + 1)):
        pos += 1
    if text.startswith(" ", pos):
        pos += 1
    for rule in _parts_of_year().get(text[pos : pos + 1], ()):
        if found := rule(ctx, pos, number):
            return found
    return None


def partial_date(ctx: Context, pos: int) -> Found | None:
    """A part of a year that is printed without one: 1—6月, 一季度, 上半年, 7月10日, 国庆假期.

    Declines what comes back every year (每年7月至9月) and days of the old calendar (农历八月十五).
    """
    return None if _EVERY.search(ctx.text, max(0, pos - 12), pos) else in_year(ctx, pos, None)


def iso_date(ctx: Context, pos: int) -> Found | None:
    """2023-07-11, 2023/7/11, 2023.7.11."""
    match = _ISO.match(ctx.text, pos)
    date = safe_date(int(match[1]), int(match[3]), int(match[4])) if match else None
    return Found(pos, match.end(), almanac.day(date), "absolute", "day.iso") if match and date else None


def _year(ctx: Context, number: int | None, when: tuple[int, int], pos: int, end: int) -> int | None:
    return number if number is not None else ctx.year_of(*when, pos, end)


def _whole(ctx: Context, pos: int, number: int | None) -> Found | None:
    if number is None or not ctx.text.startswith("全年", pos):
        return None
    return Found(pos, pos + 2, almanac.year(number), "absolute", "year.whole")


def _half(ctx: Context, pos: int, number: int | None) -> Found | None:
    match = _HALF.match(ctx.text, pos)
    if match is None:
        return None
    which = 1 if match[1] == "上" else 2
    y = number
    if y is None and which == 1 and ctx.reviewed(pos, match.end()):
        y = ctx.default_year()
    if y is None:
        y = ctx.year_of(6 * which - 5, 1, pos, match.end())
    span = almanac.half(y, which) if y is not None else almanac.unknown("half")
    return pointed(ctx, Found(pos, match.end(), span, "absolute" if number else "relative", "half"))


def _quarter(ctx: Context, pos: int, number: int | None) -> Found | None:
    match = _QUARTERS.match(ctx.text, pos)
    if match is None:
        return None
    up_to, low, high, *one = ((_QUARTER_VALUE.get(g) or int(g)) if g else None for g in match.groups())
    single = one[0] or one[1] or 1
    if match[0] == "前三季":
        up_to = 3
    first, last = (1, up_to) if up_to else (low, high) if low and high else (single, single)
    if first > last:
        return None
    begun = 3 * last if last > first else 3 * last - 2
    y = number if number is not None else ctx.quarters_told(last, pos, match.end())
    if y is None and last == 1 and ctx.reviewed(pos, match.end()):
        y = ctx.default_year()
    y = _year(ctx, y, (begun, 1), pos, match.end())
    span = almanac.quarters(y, first, last) if y is not None else almanac.unknown("quarter")
    return pointed(ctx, Found(pos, match.end(), span, "absolute" if number else "relative", "quarter"))


def _first_months(ctx: Context, pos: int, number: int | None) -> Found | None:
    match = _FIRST_MONTHS.match(ctx.text, pos)
    count = small_number(match[1]) if match else None
    if match is None or not count:
        return None
    y = _year(ctx, number, (count, 1), pos, match.end())
    span = almanac.month(y, 1, count) if y is not None else almanac.unknown("span")
    return Found(pos, match.end(), span, "absolute" if number else "relative", "months.first")


def _month_range(ctx: Context, pos: int, number: int | None) -> Found | None:
    match = _MONTHS.match(ctx.text, pos) or _TWO_MONTHS.match(ctx.text, pos)
    if match is None:
        return None
    first, last = small_number(match[1]), small_number(match[2])
    if not first or not last or first == last:
        return None
    y = _year(ctx, number, (max(first, last), 1), pos, match.end())
    if y is None:
        return Found(pos, match.end(), almanac.unknown("span"), "absolute", "months.range")
    span = almanac.months((y, first), (y if last > first else y + 1, last), "span")
    return Found(pos, match.end(), span, "absolute", "months.range")


def _month_day(ctx: Context, pos: int, number: int | None) -> Found | None:
    match = _MONTH.match(ctx.text, pos)
    m = small_number(match[1]) if match else None
    if match is None or not m:
        return None
    day = _DAYS.match(ctx.text, match.end()) or _DAY.match(ctx.text, match.end())
    if day is None and not match[1].isascii() and ctx.text[match.end() : match.end() + 1] in _LUNAR_DAY:
        return None  # 三月三, 七月半, 八月十五 are days of the old calendar
    first = small_number(day[1]) if day else 1
    y = _year(ctx, number, (m, first or 1), pos, match.end() if day is None else day.end())
    return in_month(ctx, pos, match.end(), (y, m))


def in_month(ctx: Context, start: int, pos: int, when: tuple[int | None, int]) -> Found | None:
    """The month `when` that ends at `pos`, with the day, days, ten-day span or point that follows."""
    text = ctx.text
    y, m = when
    if days := _DAYS.match(text, pos):
        first, last = (safe_date(y, m, small_number(g)) for g in days.groups())
        near = first and last and (last - first).days == 1
        if y is None or (first and last and first < last and (near or not _LISTED.search(days[0]))):
            span = almanac.Span(first, last, "span") if y else almanac.unknown("span")
            return Found(start, days.end(), span, "absolute", "days.range")
    if day := _DAY.match(text, pos):
        date = safe_date(y, m, small_number(day[1]))
        if date is None and y is not None:
            return Found(start, day.end(), almanac.unknown("day"), "absolute", "day.impossible")
        end = DAYTIME.match(text, day.end()).end()  # type: ignore[union-attr]
        return Found(start, end, almanac.day(date), "absolute", "day")
    if half := _HALF_MONTH.match(text, pos):
        span = almanac.half_month(y, m, 1 if half[1] == "上" else 2) if y else almanac.unknown("span")
        return Found(start, half.end(), span, "absolute", "half_month")
    if tens := TEN_DAYS.match(text, pos):
        span = ten_days(y, m, tens) if y else almanac.unknown("span")
        return Found(start, tens.end(), span, "absolute", "ten_days")
    span = almanac.month(y, m) if y is not None else almanac.unknown("month")
    return pointed(ctx, Found(start, pos, span, "absolute", "month"))


def pointed(ctx: Context, found: Found) -> Found:
    """A stretch with 底 末 初 right behind it is a point of time."""
    point = _POINT.match(ctx.text, found.end) if ctx.text[found.end : found.end + 1] in _POINT_BEGINS else None
    if point is None:
        return found
    return found._replace(
        end=point.end(), span=at_point(found.span, point[1]), kind="as_of", rule=f"{found.rule}.point"
    )


def ten_days(y: int, m: int, tens: re.Match[str]) -> Span:
    """上旬, 中下旬: the days of a match of the pattern in that month."""
    first = almanac.ten_days(y, m, _TEN_DAYS_VALUE[tens[1]])
    return first._replace(end=almanac.ten_days(y, m, _TEN_DAYS_VALUE[tens[2] or tens[1]]).end)


_EVERY = re.compile(r"(?:每年的?|逢|历年|农历|阴历|夏历|旧历)[0-9一二三四五六七八九十月日至到、—-]{0,9}\Z")
_ISO = re.compile(r"((?:19|20)[0-9]{2})([-/.])([01]?[0-9])\2([0-3]?[0-9])(?![0-9.%])")

_ANY_MONTH = "0123456789一二三四五六七八九十"
PARTS_OF_YEAR: tuple[Opening[Part], ...] = (
    Opening(_whole, "全"),
    Opening(_half, "上下"),
    Opening(_quarter, "前头第首一二三四1234"),
    Opening(_first_months, "前头"),
    Opening(_month_range, _ANY_MONTH),
    Opening(_month_day, _ANY_MONTH),
    Opening(festivals.festival, festivals.QUOTES, almanac.festival_names),
    Opening(festivals.rush, "春暑"),
    Opening(festivals.season, "春夏秋冬暑寒汛"),
)
"""What may follow a year, in the order in which it is tried."""


@cache
def _parts_of_year() -> dict[str, tuple[Part, ...]]:
    return by_letter(PARTS_OF_YEAR)
