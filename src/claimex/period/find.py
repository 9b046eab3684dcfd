"""Find the time expressions of an article: candidates by their first characters, then the rules of the grammar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.period import almanac, cues, dates, lone, stretches, words
from claimex.period.candidates import candidates
from claimex.period.context import Context
from claimex.period.found import DAYTIME, JOIN, NUMERALS, Found
from claimex.schema import Period, PeriodMention

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from claimex.schema.mention import Grain

    Rule = Callable[[Context, int], Found | None]

NUMBER_RULES: tuple[Rule, ...] = (
    words.decade,
    dates.iso_date,
    dates.absolute_years,
    dates.absolute_year,
    dates.short_year,
    stretches.plan,
    stretches.census,
    stretches.era,
    stretches.since,
    stretches.half_year,
    stretches.ago,
    stretches.term,
    dates.partial_date,
    lone.lone_day,
)
"""Tried in this order where a number begins."""

WORD_RULES: tuple[Rule, ...] = (
    words.whole_year,
    words.until_hour,
    stretches.half_year,
    stretches.back,
    words.word,
    stretches.ahead,
    stretches.since,
    stretches.era,
    stretches.census,
    words.weekday,
    lone.lone_ten_days,
    words.decade,
    dates.partial_date,
    words.lone_point,
    words.same_time,
    words.open_since,
)
"""Tried in this order where a word of time may begin."""

_NUMERAL_SET = frozenset(NUMERALS)
_DIGITS = frozenset("0123456789")
_SIGNS = frozenset(NUMERALS) - _DIGITS - set("几数半")
_LISTED_YEAR = re.compile(r"(?:19|20)[0-9]{2}年")
_FOLD = str.maketrans("０１２３４５６７８９", "0123456789")
_WIDE = re.compile(r"[０-９]")
_TITLE = re.compile(r"《[^《》\n\r]{1,80}》")
_JOIN = re.compile(rf"{JOIN}(?!目前|今|现在|此)|(?:—{{1,2}}|至|到)(?=今[年天日晨晚早])")


_LINE_END = re.compile(r"[\n\r]")
_NOT_REPORTED = ("word.now", "stretch", "plan", "census")
_BEFORE_LAST = re.compile("上一?年")
_REPORTED = frozenset({"absolute", "relative", "anaphoric", "as_of"})


def find_periods(text: str, date: dt.date | None) -> tuple[PeriodMention, ...]:
    """All time expressions of one article, in order, none overlapping.

    Args:
        text: the article's flowing text, one paragraph a line; half- or full-width digits.
        date: the document date that relative times are counted from. Without it they have no start and no end.

    Returns:
        mentions with offsets into `text`. Times of day, ages, durations that state a measure (连续5年) and recurring
        times (每年5月) are not mentions; what a text leaves open stays null. Never raises; linear in the text's length.
    """
    plain = text.translate(_FOLD) if _WIDE.search(text) else text
    return tuple(_mentions(Context(plain, date), text))


def _mentions(ctx: Context, printed: str) -> list[PeriodMention]:
    pattern, pairs = candidates()
    text = ctx.text
    out: list[PeriodMention] = []
    titles = _Titles(text)
    pos = floor = seen = 0
    while match := pattern.search(text, pos):
        at = match.start()
        if _LINE_END.search(text, seen, at):
            ctx.next_paragraph()
        seen = at
        found = _at(ctx, at, pairs)
        if found is None:
            pos = at + 1
            continue
        titled = titles.holds(at)
        found = found._replace(rule=f"title.{found.rule}") if titled else cues.settle(ctx, found)
        found = found._replace(start=max(found.start, floor))
        out.append(_mention(printed, found))
        if not titled and _reports(text, found):
            ctx.report(found.span, found.start, movable="festival" in found.rule or "rush" in found.rule)
        pos = floor = seen = ctx.floor = max(found.end, at + 1)
    return out


class _Titles:
    """Which positions stand inside 《…》, asked in rising order."""

    def __init__(self, text: str) -> None:
        self._spans = ((m.start(), m.end()) for m in _TITLE.finditer(text))
        self._now = next(self._spans, None)

    def holds(self, at: int) -> bool:
        while self._now is not None and self._now[1] <= at:
            self._now = next(self._spans, None)
        return self._now is not None and self._now[0] <= at


def _reports(text: str, found: Found) -> bool:
    """Whether a mention says what the text reports on, so that 上年 and 同期 count from it; 过去一年 does too.

    上年 itself does not: said again it is the same year and not the one before.
    """
    if found.rule == "stretch.back" and found.span.grain == "year":
        return True
    if found.kind == "anaphoric" and _BEFORE_LAST.match(text, found.start):
        return False
    return found.kind in _REPORTED and not found.rule.startswith(_NOT_REPORTED)


def _at(ctx: Context, at: int, pairs: frozenset[str]) -> Found | None:
    """The time expression at `at`, a range of two of them included."""
    found = _single(ctx, at, pairs)
    if found is None or (found.span.as_of and found.rule == "word.now"):
        return found
    if found.span.grain == "day" and ctx.text[found.end : found.end + 1] in {"（", "("}:
        found = _explained(ctx, found, pairs)
    join = _JOIN.match(ctx.text, found.end)
    if join is None or (found.rule == "festival" and ctx.text[join.start()] not in "至到"):
        return found
    return _range(found, _follower(ctx, found, join.end(), pairs)) or found


def _explained(ctx: Context, found: Found, pairs: frozenset[str]) -> Found:
    """今天（9月26日）上午: the bracket says the same day again and belongs to the mention."""
    again = _single(ctx, found.end + 1, pairs)
    if again is None or again.span != found.span or ctx.text[again.end : again.end + 1] not in {"）", ")"}:
        return found
    hour = DAYTIME.match(ctx.text, again.end + 1)
    return found._replace(end=hour.end() if hour else again.end + 1)


def _single(ctx: Context, at: int, pairs: frozenset[str]) -> Found | None:
    text = ctx.text
    rules = WORD_RULES
    if text[at : at + 1] in _NUMERAL_SET:
        if _inside_number(text, at):
            return None
        rules = NUMBER_RULES
    elif text[at : at + 2] not in pairs:
        return None
    for rule in rules:
        if found := rule(ctx, at):
            return found
    return None


def _inside_number(text: str, at: int) -> bool:
    """Whether the numeral at `at` only goes on with one that began before it."""
    before = text[max(0, at - 2) : at]
    if not before:
        return False
    if not text[at].isascii():
        return before[-1] in _SIGNS
    if before[-1] in _DIGITS:
        return True
    # 1,300万 and 7.26 go on; in 20.2026年10件民生实事 a list mark stands before the year
    return before[-1] in ".．,，" and before[0] in _DIGITS and not _LISTED_YEAR.match(text, at)


def _follower(ctx: Context, first: Found, at: int, pairs: frozenset[str]) -> Found | None:
    """The second half of a range, its year or month taken from the first half (2023年10月至12月)."""
    known = first.span.start or first.span.end
    if known is not None:
        ctx = Context(ctx.text, ctx.date, known.year, first.start, first.span, known)
    return _single(ctx, at, pairs)


def _range(first: Found, last: Found | None) -> Found | None:
    if last is None or last.kind in {"since", "comparison", "vague"}:
        return None
    start = first.span.start or (first.span.end if first.span.as_of else None)
    end = last.span.end
    if start is not None and end is not None and end < start:
        moved = almanac.shift_years(last.span, 1).end if last.rule != "year.absolute" else None
        if moved is None or moved < start:
            return None
        end = moved
    if (start is None) != (end is None):
        return None
    grain: Grain = "years" if first.span.grain == last.span.grain == "year" else "span"
    kind = first.kind if first.kind != "as_of" else last.kind if last.kind != "as_of" else "absolute"
    return Found(first.start, last.end, almanac.Span(start, end, grain), kind, "range")


def _mention(printed: str, found: Found) -> PeriodMention:
    text = printed[found.start : found.end]
    span = found.span
    start, end = span.start, span.end
    if start is not None and end is not None and start > end:
        start = end = None
    as_of = span.as_of and end is not None
    return PeriodMention(
        start=found.start,
        end=found.end,
        text=text,
        period=Period(start=start, end=end, as_of=as_of, text=text),
        grain=span.grain,
        kind=found.kind,
        rule=found.rule,
    )
