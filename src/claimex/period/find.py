"""Find the time expressions of an article: candidates by their first characters, then the rules of the grammar."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.period import almanac, cues
from claimex.period.candidates import candidates
from claimex.period.context import Context
from claimex.period.found import DAYTIME, JOIN, RANGE_SIGNS, Found
from claimex.period.grammar import rules_at
from claimex.schema import Period, PeriodMention

if TYPE_CHECKING:
    import datetime as dt

    from claimex.period.grammar import Rule
    from claimex.schema.mention import Grain

_FOLD = str.maketrans("０１２３４５６７８９", "0123456789")
_WIDE = re.compile(r"[０-９]")
_LONGEST_TITLE = 80
_TITLE = re.compile(rf"《[^《》\n\r]{{1,{_LONGEST_TITLE}}}》")
_JOIN = re.compile(rf"{JOIN}(?!目前|今|现在|此)|(?:—{{1,2}}|至|到)(?=今[年天日晨晚早])")
_JOIN_BEGINS = frozenset(f" {RANGE_SIGNS}")
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
    search, text = candidates().search, ctx.text
    out: list[PeriodMention] = []
    pos = floor = seen = 0
    while match := search(text, pos):
        at = match.start()
        pos = at + 1
        rules = rules_at(text, at)
        if not rules:
            continue
        if _LINE_END.search(text, seen, at):
            ctx.next_paragraph()
        seen = at
        found = _at(ctx, at, rules)
        if found is None:
            continue
        titled = _in_title(text, at)
        found = found._replace(rule=f"title.{found.rule}") if titled else cues.settle(ctx, found)
        if found.start < floor:
            found = found._replace(start=floor)
        out.append(_mention(printed, found))
        if not titled and _reports(text, found):
            ctx.report(found.span, found.start, movable="festival" in found.rule or "rush" in found.rule)
        pos = floor = seen = ctx.floor = max(found.end, pos)
    return out


def _in_title(text: str, at: int) -> bool:
    """Whether `at` stands inside 《…》."""
    opened = text.rfind("《", max(0, at - _LONGEST_TITLE), at)
    title = _TITLE.match(text, opened) if opened >= 0 else None
    return title is not None and title.end() > at


def _reports(text: str, found: Found) -> bool:
    """Whether a mention says what the text reports on, so that 上年 and 同期 count from it; 过去一年 does too.

    上年 itself does not: said again it is the same year and not the one before.
    """
    if found.rule == "stretch.back" and found.span.grain == "year":
        return True
    if found.kind == "anaphoric" and _BEFORE_LAST.match(text, found.start):
        return False
    return found.kind in _REPORTED and not found.rule.startswith(_NOT_REPORTED)


def _at(ctx: Context, at: int, rules: tuple[Rule, ...]) -> Found | None:
    """The time expression at `at`, a range of two of them included."""
    found = _single(ctx, at, rules)
    if found is None or (found.span.as_of and found.rule == "word.now"):
        return found
    if found.span.grain == "day" and ctx.text[found.end : found.end + 1] in {"（", "("}:
        found = _explained(ctx, found)
    if ctx.text[found.end : found.end + 1] not in _JOIN_BEGINS:
        return found
    join = _JOIN.match(ctx.text, found.end)
    if join is None or (found.rule == "festival" and ctx.text[join.start()] not in "至到"):
        return found
    return _range(found, _follower(ctx, found, join.end())) or found


def _explained(ctx: Context, found: Found) -> Found:
    """今天（9月26日）上午: the bracket says the same day again and belongs to the mention."""
    again = _single(ctx, found.end + 1, rules_at(ctx.text, found.end + 1))
    if again is None or again.span != found.span or ctx.text[again.end : again.end + 1] not in {"）", ")"}:
        return found
    hour = DAYTIME.match(ctx.text, again.end + 1)
    return found._replace(end=hour.end() if hour else again.end + 1)


def _single(ctx: Context, at: int, rules: tuple[Rule, ...]) -> Found | None:
    for rule in rules:
        if found := rule(ctx, at):
            return found
    return None


def _follower(ctx: Context, first: Found, at: int) -> Found | None:
    """The second half of a range, its year or month taken from the first half (2023年10月至12月)."""
    known = first.span.start or first.span.end
    if known is not None:
        ctx = Context(ctx.text, ctx.date, known.year, first.start, first.span, known)
    return _single(ctx, at, rules_at(ctx.text, at))


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
    return PeriodMention.trusted(
        {
            "start": found.start,
            "end": found.end,
            "text": text,
            "period": Period.trusted({"start": start, "end": end, "as_of": as_of, "text": text}),
            "grain": span.grain,
            "kind": found.kind,
            "rule": found.rule,
        }
    )
