"""The grammar: which rules are tried where a number or a word of time begins, and in which order."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimex.period import almanac, dates, lone, stretches, words
from claimex.period.candidates import pairs
from claimex.period.festivals import QUOTES
from claimex.period.found import COUNTED_BY, NUMERALS, RANGE_SIGNS
from claimex.period.opening import Opening, by_letter

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimex.period.context import Context
    from claimex.period.found import Found

    Rule = Callable[[Context, int], Found | None]


_DATE_PARTS = f"季月、和与{RANGE_SIGNS}"

NUMBER_RULES: tuple[Opening[Rule], ...] = (
    Opening(words.decade, "年个世"),
    Opening(dates.iso_date, "-/."),
    Opening(dates.season_years, f"/{RANGE_SIGNS}"),
    Opening(dates.absolute_years, f"年{RANGE_SIGNS}"),
    Opening(dates.fiscal_year, f"财/{RANGE_SIGNS}"),
    Opening(dates.absolute_year, "年"),
    Opening(dates.short_year, "年"),
    Opening(stretches.plan, names=stretches.plans),
    Opening(stretches.census, names=stretches.censuses),
    Opening(stretches.era, names=stretches.eras),
    Opening(stretches.since, f"{COUNTED_BY}多余{RANGE_SIGNS}"),
    Opening(stretches.half_year, "年"),
    Opening(stretches.ago, COUNTED_BY),
    Opening(stretches.term, "年"),
    Opening(dates.partial_date, _DATE_PARTS, almanac.festival_names),
    Opening(lone.lone_day, f"日{RANGE_SIGNS}"),
)
"""Tried in this order where a number begins; a rule is known by the letter behind the number, or by a name's head."""

WORD_RULES: tuple[Opening[Rule], ...] = (
    Opening(words.whole_year, "全"),
    Opening(words.until_hour, "截"),
    Opening(stretches.half_year, "近过最"),
    Opening(stretches.back, "近过最这刚"),
    Opening(words.word, "今去明", words.table),
    Opening(stretches.ahead, "未今往接"),
    Opening(stretches.since, "多若"),
    Opening(stretches.era, "自从", stretches.eras),
    Opening(stretches.census, names=stretches.censuses),
    Opening(words.weekday, "本上下这周星礼"),
    Opening(lone.lone_ten_days, "上中下"),
    Opening(words.decade, "上本"),
    Opening(dates.partial_date, f"上下前头第首春暑{QUOTES}", almanac.festival_names),
    Opening(words.lone_point, "年月"),
    Opening(words.same_time, "同"),
    Opening(words.open_since, "以"),
)
"""Tried in this order where a word of time may begin."""

_NUMBER = re.compile(rf"[{NUMERALS}]{{1,12}} {{0,2}}")
_NUMERALS = frozenset(NUMERALS)
_DIGITS = frozenset("0123456789")
_SIGNS = _NUMERALS - _DIGITS - set("几数半")
_LISTED_YEAR = re.compile(r"(?:19|20)[0-9]{2}年")


def rules_at(text: str, at: int) -> tuple[Rule, ...]:
    """The rules that can read what begins at `at`, in order; none inside a number or a word."""
    if text[at : at + 1] not in _NUMERALS:
        return _by_pair().get(text[at : at + 2], ())
    if inside_number(text, at):
        return ()
    if text[at : at + 2] in _named_numbers():
        return _all_of_numbers()
    number = _NUMBER.match(text, at)
    return _by_sign().get(text[number.end() : number.end() + 1], ()) if number else ()


def inside_number(text: str, at: int) -> bool:
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


@cache
def _by_sign() -> dict[str, tuple[Rule, ...]]:
    """The rules of numbers by the letter behind the number."""
    return by_letter(NUMBER_RULES, names=False)


@cache
def _by_pair() -> dict[str, tuple[Rule, ...]]:
    """The rules of words by the two letters that a word begins with."""
    rules = by_letter(WORD_RULES)
    return {pair: rules.get(pair[0], ()) for pair in pairs()}


@cache
def _named_numbers() -> frozenset[str]:
    """The first two letters of names that begin with a number: 十三五, 五一, 十八大."""
    return frozenset(head for opening in NUMBER_RULES for head in opening.heads(2) if head[0] in _NUMERALS)


@cache
def _all_of_numbers() -> tuple[Rule, ...]:
    return tuple(opening.rule for opening in NUMBER_RULES)
