"""Numbers inside dates: digit years, small 汉字 numerals, and full dates as metadata prints them.

Only what a date needs lives here; the reader's metadata and the period stage share it.
"""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_SPELLINGS = ("〇○零Ｏ０0", "一1", "二两2", "三3", "四4", "五5", "六6", "七7", "八8", "九9")
_DIGITS = {char: value for value, spellings in enumerate(_SPELLINGS) for char in spellings}
_FOLD = str.maketrans("０１２３４５６７８９：－／．　", "0123456789:-/. ")

_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_CHINESE = re.compile(
    r"([0-9〇○零一二三四五六七八九]{4}) ?年 ?([0-9十一二三四五六七八九]{1,2}) ?月"
    r" ?([0-9十一二三四五六七八九廿卅]{1,3}) ?[日号]"
)
_TAIL = re.compile(
    r"[T\s]*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?[\s,]*(?:[上下]午)?"
    r"(?:\d{1,2}(?:[:时点]\d{1,2}(?:[:分]\d{1,2}秒?(?:\.\d{1,9})?)?分?)?)?\s*(?:Z|UTC|GMT|CST|[+-]\d{2}:?\d{2})?"
)


def digit_year(text: str) -> int | None:
    """The year that four digits in either script spell (`二〇二一`, `2021`), or None."""
    if len(text) != 4 or any(c not in _DIGITS for c in text):
        return None
    return int("".join(str(_DIGITS[c]) for c in text))


def small_number(text: str) -> int | None:
    """A whole number below 1000 in either script (`11`, `十一`, `二十三`, `廿三`, `两`, `一百`), or None."""
    if not text:
        return None
    if text.isascii():
        return int(text) if text.isdigit() and len(text) <= 3 else None
    total = current = 0
    for char in text.replace("廿", "二十").replace("卅", "三十"):
        if char in {"十", "百"}:
            total += (current or 1) * (10 if char == "十" else 100)
            current = 0
        elif char in _DIGITS and not current:
            current = _DIGITS[char]
        else:
            return None
    return total + current


def safe_date(year: int | None, month: int | None, day: int | None) -> dt.date | None:
    """The date, or None where the calendar has no such day (2月30日) or a part is missing."""
    if year is None or month is None or day is None:
        return None
    try:
        return dt.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def parse_date(text: str) -> dt.date | None:
    """The day that a metadata field names, or None.

    Reads `2022-01-18`, `2022/1/18`, `2022.01.18`, `20220118`, `2022年1月18日`, `二〇二二年一月十八日`, each alone or
    followed by a weekday, a time of day and a zone, and dates of mail headers (`Tue, 18 Jan 2022 12:50:41 GMT`).
    The day is the one printed: a zone never moves it. Declines everything else, also a day that does not exist.
    """
    text = text.translate(_FOLD).strip()[:80]
    for pattern in (_ISO, _COMPACT, _CHINESE):
        found = pattern.match(text)
        if found is None:
            continue
        if not _TAIL.fullmatch(text, found.end()):
            return None
        year, month, day = (g for g in found.groups() if g not in {"-", "/", "."})
        return safe_date(digit_year(year), small_number(month), small_number(day))
    if re.match(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d", text):
        try:
            return parsedate_to_datetime(text).date()
        except (ValueError, OverflowError, TypeError):
            return None
    return None
