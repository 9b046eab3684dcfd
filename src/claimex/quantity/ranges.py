"""Two numbers that bound one quantity: 2—3万元, 5%—5.5%, 300至500家, 3、4个月."""

from __future__ import annotations

import re
from decimal import Decimal

from claimex.numerals import Numeral
from claimex.quantity.draft import Draft
from claimex.quantity.lists import borrow, shared_scale

_SIGN = re.compile(r"\s?(?:—{1,2}|–|-|~|～|至|到|−|―|─|－)\s?")
_FROM = ("从", "由", "自")
_BELOW = "零下"
ZERO = Decimal(0)


def join_ranges(text: str, drafts: list[Draft]) -> list[Draft]:
    """One draft with low and high for each range; 从38到40, 由5%到6% and lists stay two."""
    joined: list[Draft] = []
    for draft in drafts:
        previous = joined[-1] if joined else None
        merged = None
        if previous is not None:
            merged = _range(text, previous, draft) or _neighbours(text, previous, draft)
        if merged is None:
            joined.append(draft)
        else:
            joined[-1] = merged
    return joined


def _range(text: str, first: Draft, second: Draft) -> Draft | None:
    gap = text[first.end : second.start]
    if len(gap) > 4 or not _SIGN.fullmatch(gap) or not _fit(first, second):
        return None
    if gap.strip() in "至到" and text.endswith(_FROM, 0, first.start):
        if first.unit is None and not first.keep:
            borrow(first, second)
        return None
    low = _low(first, second)
    if low.value is None or second.numeral.value is None:
        return None
    merged = _merged(first, second, low, f"range.{second.rule}")
    return _below_zero(text, first, second, merged)


def _below_zero(text: str, first: Draft, second: Draft, merged: Draft) -> Draft:
    """零下5至零下10摄氏度 and 零下5至10℃: the first word is taken in, and it holds for both."""
    if first.unit is not None or not text.endswith(_BELOW, 0, first.start):
        return merged
    ends = sorted((-abs(merged.numeral.low or ZERO), -abs(merged.numeral.high or ZERO)))
    if text.startswith(_BELOW, second.start):
        ends = sorted((-abs(first.numeral.value or ZERO), second.numeral.value or ZERO))
    merged.start = first.start - len(_BELOW)
    merged.numeral = merged.numeral._replace(low=ends[0], high=ends[1])
    return merged


def _fit(first: Draft, second: Draft) -> bool:
    """Whether two drafts can be the ends of one range: both numbers, one unit or none on the first."""
    if not second.keep or first.kind == "ratio" or first.suffix_end < 0:
        return False
    if first.unit is None:
        return True
    return second.kind == first.kind and second.unit is not None and first.unit.code == second.unit.code


def _low(first: Draft, second: Draft) -> Numeral:
    """The first number on the scale of the second; 一至两成 shares the tenth."""
    low = shared_scale(first, second)
    return low.scaled(1) if first.unit is None and second.rule == "percent.tenths" else low


def _merged(first: Draft, second: Draft, low: Numeral, rule: str) -> Draft:
    """The range as one draft; the finer of the two steps is its step."""
    ends = (low.value or ZERO, second.numeral.value or ZERO)
    number = Numeral(None, min(ends), max(ends), min(low.ulp, second.numeral.ulp), "between")
    return Draft(
        second.core,
        first.start,
        second.end,
        number,
        second.unit or first.unit,
        second.kind,
        rule,
        "between",
        first.cue_start,
        suffix_end=second.suffix_end,
    )


def _neighbours(text: str, first: Draft, second: Draft) -> Draft | None:
    """3、4个月, 2、3万元: neighbouring digits before one unit are a rough number, not a list."""
    if text[first.end : second.start] != "、" or first.keep or first.unit is not None or first.suffix_end < 0:
        return None
    if not second.keep or second.unit is None or {first.core.form, second.core.form} != {"arabic"}:
        return None
    left, right = first.core.text, second.core.text.rstrip("十百千万亿")
    marked = text[first.start - 1 : first.start] in ("、", "第", "\n", "")
    if marked or len(left) != 1 or len(right) != 1 or int(right) - int(left) != 1:
        return None
    low = shared_scale(first, second)
    if low.value is None or second.numeral.value is None:
        return None
    return _merged(first, second, low, "range.neighbours")
