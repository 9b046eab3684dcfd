"""What stands around a time and changes its role: 截至, 到, 自…以来, 前, 起, 同期, 比…, 与…相比, 是…的3倍."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.numerals.dates import safe_date, small_number
from claimex.period import almanac

if TYPE_CHECKING:
    import datetime as dt

    from claimex.period.almanac import Span
    from claimex.period.context import Context
    from claimex.period.found import Found
    from claimex.schema.mention import TimeKind

_BEFORE = re.compile(
    r"(?:(?P<as_of>(?:截至到?|截止到?|截止至)(?:[\u4e00-\u9fff]{2,8}时间)?)|(?P<from>自从|自|从|始于)|(?P<versus>相比于?|相较于?|对比|比|较)"
    r"|(?P<than>(?:[高低快慢多少好优大小强弱超过]|相当|等|略超|远超|高出|高过)于|超过?|高出)|(?P<and>与|同|和|跟)|(?P<to>到|至|直至|等到)"
    r"|(?P<times>是|为|相当于|达到?))\Z"
)
_BEFORE_ENDS = frozenset("至到止间从自于比较超过出与同和跟是为达")
"""The last letters of what `_BEFORE` reads."""
# 增加到2007年13786元 gives a figure of 2007; 到 belongs to the verb there
_VERB_TO = re.compile(r"[达增升降高大落加展长少低小缩压拓伸减窄满涨跌拉放强调推提遇看得等迎回找感持延直受不身实再]\Z")
_SINCE = re.compile(r"以来|至今|迄今|起至今|到现在|到目前")
_FAR = 32
"""Further behind a mention than this no word says anything of it."""
_SINCE_FAR = re.compile(r"[^，。；：！？、\n\r0-9]{0,32}?(?:以来|至今)")
_SINCE_EVENT = re.compile(
    r"(?!党|中共|第|[春暑]运)(?:(?!是|成为|预计|将|有[记统史])[^，。；：！？、（）“”《》\n\r0-9]){1,10}?以来(?!的)"
)
_ONWARD = re.compile(r"开始|起(?!火|因|效|义|点|步|伏|始|草|飞|码|诉|源|降(?!温|雨|雪|水)|航|重|早|床|到|来|义)")
_BY_BEGINS = frozenset("之以前")
_BY = re.compile(
    r"(?:之|以)?前(?!三季|[0-9一二两三四五六七八九十]+[个年天月日周季名位批次届期大强轮]|后|沿|往|来|不久|列|所|提|夕|景|瞻|期|方|线|行|去|端|台|茅|辈|身|任|总|进|述|者|半|段|哨|海|门|景)"
)
_AFTER = re.compile(r"(?:之|以)后|后(?!的|方|台|勤|续|备|者|果|半|来|期|疫|五年|三年|两年|[0-9])")
_SINCE_BEGINS = frozenset("以至迄起到开之后")
"""The first letters of what `_SINCE`, `_ONWARD` and `_AFTER` read."""
_LIKENED = re.compile(r"(?:同期|全年|水平|末|底)?(?:的?[^，。；\n]{0,40})?(?:相比|持平|相当|一致|比较|比(?=[，,]))")
_SET_BESIDE = re.compile(r"[与同和跟比较](?:[0-9]{4}年)?[（(]?\Z")
_SPEAKS = re.compile("表示|称|说|宣布|发表|指出|透露|证实|抵达|会见|出席")
_TIMES = re.compile(
    r"(?:同期|全年)?[^，。；：0-9]{0,10}?的?(?:约|近|超)?[0-9.一二两三四五六七八九十几数多]{1,6}(?:多)?倍"
)
# 为近5年来最低, 创2020年以来新高, 延续今年以来快速增长态势: a look back, the figure is not of that stretch
_RECORD = re.compile(
    r"(?:同期)?(?:的?(?:最|新高|新低|首[次个度]|历史|之最|第[一二三]|单月|少有|罕见|未[有见曾]|以来最))"
)
_RECORD_VERB = re.compile(r"(?:延续了?|扭转了?|创下?|创造了?|刷新了?)\Z")
# 高于深圳今年第一季度的2%, 超过欧盟、印度2024年的总和, 是我国2015年全年的两倍: the other term of a comparison
_FAR_THAN = re.compile(r"(?:[高低快慢多少好优大小强弱]于|超过|超出)[^，。；：！？\s0-9%]{1,14}\Z")
_FAR_TIMES = re.compile(r"(?:是|为|相当于)[^，。；：！？\s0-9%]{1,8}\Z")
_STREAK = re.compile(r"，?已?连续([0-9]{1,2}|[一二两三四五六七八九十]{1,3})年")
_BASE_BEGINS = frozenset("的水规基")
_BASE = re.compile(r"(?:的)?(?:水平|规模)?(?:的)?基础上")


def settle(ctx: Context, found: Found) -> Found:  # noqa: PLR0911 (one return per cue, in order of precedence)
    """The mention with its prefix and suffix: they move its bounds, its kind and its period."""
    if found.closed:
        return found
    found = _same_time(ctx, found)
    text = ctx.text
    cue, start = _prefix(text, found)
    if since := _since(ctx, found, start if cue == "from" else found.start, cue):
        return since
    if cue == "as_of":
        return _until(found, start, found.end, "as_of")
    if cue in {"versus", "than"} and found.span.grain == "day" and _ends_name(text, found, text[start : found.start]):
        return found
    if _compared(text, found, cue):
        return found._replace(start=start if cue else found.start, kind="comparison", closed=True)
    by = _BY.match(text, found.end) if text[found.end : found.end + 1] in _BY_BEGINS else None
    if by and found.kind not in {"vague", "comparison"} and found.rule != "stretch.ago":
        return _until(_day_before(found), start if cue == "to" else found.start, by.end(), _ahead(ctx, found.span))
    if (
        cue == "to"
        and found.rule not in {"plan", "year.relative"}
        and not _VERB_TO.search(text, max(0, start - 1), start)
        and found.kind not in {"vague", "comparison"}
    ):
        return _until(found, start, found.end, _ahead(ctx, found.span))
    if found.rule.startswith("point") and text[found.end - 1] == "初":
        # a bare 年初 is some time in the first weeks; 比年初 and 年初以来 are decided above
        return found._replace(kind="vague", span=almanac.unknown("span"))
    if found.kind == "as_of" and found.span.end and found.rule != "word.now":
        return found._replace(kind=_ahead(ctx, found.span))
    return found


def _prefix(text: str, found: Found) -> tuple[str | None, int]:
    """The cue right before the mention, and where it begins; in 截至当地时间29日 it stands further away."""
    start = found.start
    if text[start - 1 : start] in _BEFORE_ENDS:
        window = 14 if text.endswith("时间", 0, start) else 4
        before = _BEFORE.search(text, max(0, start - window), start)
        if before is not None:
            return before.lastgroup, before.start()
    beside = found.rule == "census" and _SET_BESIDE.search(text, max(0, start - 8), start)
    return ("and" if beside else None), start  # 与2010年第六次全国人口普查相比


def _ahead(ctx: Context, span: Span) -> TimeKind:
    """A point of time that lies ahead is a deadline, one that has passed is a state."""
    if span.end is None or ctx.date is None or span.end > ctx.date:
        return "deadline"
    return "as_of"


def _ends_name(text: str, found: Found, cue: str) -> bool:
    """古尔斯比6日表示, 赫卡比今天表示, 李家超当晚发表声明: the sign before the day ends a name."""
    return cue == "超" or found.rule == "day.lone" or _SPEAKS.match(text, found.end) is not None


def _day_before(found: Found) -> Found:
    """春运前, 国庆假期前: the day before they begin; 2027年前 and 6月底前 end with the time they name."""
    if found.rule not in {"festival", "rush"} or found.span.start is None:
        return found
    return found._replace(span=found.span._replace(end=almanac.add_days(found.span.start, -1)))


def _until(found: Found, start: int, end: int, kind: TimeKind) -> Found:
    span = found.span._replace(start=None, as_of=found.span.end is not None)
    return found._replace(start=start, end=end, span=span, kind=kind, closed=True)


def _same_time(ctx: Context, found: Found) -> Found:
    """同期: the stretch reported last, in the year that is named (去年同期 after 1—6月 is January to June)."""
    if not ctx.text.startswith("同期", found.end) or found.rule.startswith("same_time"):
        return found
    if found.kind == "vague":
        return found._replace(end=found.end + 2, kind="comparison", closed=False)
    span = found.span
    reported = ctx.span
    if span.grain == "year" and span.start and reported and reported.start and reported.grain != "day":
        last = reported.end or reported.start
        span = almanac.unknown("span") if ctx.movable else almanac.shift_years(reported, span.start.year - last.year)
    return found._replace(end=found.end + 2, span=span, kind="comparison", rule=f"{found.rule}.same_time")


def _since(ctx: Context, found: Found, start: int, cue: str | None) -> Found | None:
    if found.kind in {"vague", "comparison"} or found.rule.startswith("stretch"):
        return None
    text, end = ctx.text, found.end
    far = text.find("以来", end, end + _FAR) >= 0
    if not far and cue != "from" and text[end : end + 1] not in _SINCE_BEGINS:
        return None
    first = found.span.start or (found.span.end if found.span.as_of else None)
    match = _SINCE.match(text, end)
    if match is None and cue == "from":
        match = _SINCE_FAR.match(text, end)
    begun = (found.span.grain in _TERMS or found.rule in _BEGUN) and not found.span.as_of
    if match is None and begun and far:
        match = _SINCE_EVENT.match(text, end)
    if match:
        last = _streak(ctx, first, match.end()) or (ctx.date if first and ctx.date and first <= ctx.date else None)
        span = almanac.Span(first, last, "span")
        kind: TimeKind = "comparison" if is_record(text, start, match.end()) else "since"
        return found._replace(start=start, end=match.end(), span=span, kind=kind, closed=True)
    if found.rule != "word.now" and (onward := _ONWARD.match(text, end)):
        last = ctx.date if first and ctx.date and first <= ctx.date and found.span.grain != "day" else None
        span = almanac.Span(first, last, "span")
        return found._replace(start=start, end=onward.end(), span=span, kind="since", closed=True)
    after = _AFTER.match(text, end)
    if after and found.span.grain != "era" and found.rule != "festival":
        span = almanac.Span(almanac.add_days(found.span.end, 1), None, "span")
        return found._replace(start=start, end=after.end(), span=span, kind="since", closed=True)
    return None


def _streak(ctx: Context, first: dt.date | None, end: int) -> dt.date | None:
    """2010年以来连续5年 ends with the fifth year, where that one is over."""
    match = _STREAK.match(ctx.text, end)
    count = small_number(match[1]) if match else None
    if first is None or not count or ctx.date is None or first.year + count > ctx.date.year:
        return None
    return safe_date(first.year + count - 1, 12, 31)


def _compared(text: str, found: Found, cue: str | None) -> bool:
    if cue in {"versus", "than"} or (cue == "and" and _LIKENED.match(text, found.end)):
        return True
    if text[found.end : found.end + 1] in _BASE_BEGINS and _BASE.match(text, found.end):
        return True
    if cue == "times" and _TIMES.match(text, found.end):
        return True
    if found.span.as_of or found.span.grain not in _TERMS:
        return False
    at = max(0, found.start - 16)
    if text.find("倍", found.end, found.end + _FAR) >= 0 and _FAR_TIMES.search(text, at, found.start):
        return _TIMES.match(text, found.end) is not None
    near = text[at : found.start]
    return ("于" in near or "超" in near) and _FAR_THAN.search(near) is not None


_BEGUN = frozenset({"day", "rush"})
_TERMS = frozenset({"month", "quarter", "half", "year"})


def is_record(text: str, start: int, end: int) -> bool:
    """Whether the stretch at `start:end` says since when something is a record, or what it goes on with."""
    return bool(_RECORD.match(text, end) or _RECORD_VERB.search(text, max(0, start - 4), start))
