"""Dates of metadata fields in forms the own grammar does not read (`Jan. 18, 2022`, `18 January 2022`).

The only door to dateparser. That library invents what a string leaves out and reads the clock unless told otherwise, so
its answer counts only when the string itself prints the year, the month and the day.
"""

from __future__ import annotations

import datetime as dt
import re

from claimex.numerals.dates import parse_date

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DAY = re.compile(r"(?<![0-9:])(?:3[01]|[12][0-9]|0?[1-9])(?![0-9:])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_BASE = dt.datetime(2000, 1, 1)  # noqa: DTZ001 (a fixed base, so that no answer depends on the clock)
_LONGEST = 60


def parse_loose(text: str) -> dt.date | None:
    """The day that a metadata field names, also with the month as an English word; None where any part is missing.

    Declines relative wording (`2 days ago`), dates without a year, and anything longer than a field.
    """
    strict = parse_date(text)
    if strict is not None:
        return strict
    if len(text) > _LONGEST or len(_YEAR.findall(text)) != 1 or not any(month in text.lower() for month in _MONTHS):
        return None
    import dateparser

    settings = {"RELATIVE_BASE": _BASE, "REQUIRE_PARTS": ["day", "month", "year"], "TIMEZONE": "UTC"}
    try:
        found = dateparser.parse(text, languages=["en"], settings=settings)
    except (ValueError, OverflowError):
        return None
    return found.date() if found is not None and _printed(found.date(), text) else None


def _printed(date: dt.date, text: str) -> bool:
    """Whether the string prints this year, month and day."""
    year = _YEAR.search(text)
    days = {int(number) for number in _DAY.findall(_YEAR.sub(" ", text))}
    return (
        year is not None and int(year[0]) == date.year and date.day in days and _MONTHS[date.month - 1] in text.lower()
    )
