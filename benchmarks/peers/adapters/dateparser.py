"""dateparser: `search_dates` in Chinese. It answers with an instant; its own grain for the string widens that."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

from dateparser.date import DateDataParser
from dateparser.search import search_dates

from benchmarks.peers.rows import Row, moment, stretch


@cache
def _parser(day: dt.date) -> Any:
    return DateDataParser(languages=["zh"], settings=_settings(day))


def _settings(day: dt.date) -> dict[str, Any]:
    return {"RELATIVE_BASE": dt.datetime.combine(day, dt.time())}


def work(line: str, day: dt.date, marked: list[tuple[int, int]]) -> None:
    """The search alone."""
    del marked
    search_dates(line, languages=["zh"], settings=_settings(day))


def times(line: str, day: dt.date) -> list[Row]:
    """The strings it finds, in order, with their days."""
    rows, at = [], 0
    for string, instant in search_dates(line, languages=["zh"], settings=_settings(day)) or []:
        start = line.find(string, at)
        if start < 0:
            continue
        at = start + len(string)
        grain = _parser(day).get_date_data(string).period
        first = instant.date()
        whole = first.replace(month=1, day=1) if grain == "year" else first
        rows.append(moment((start, at), [(first, first), stretch(whole, grain)]))
    return rows
