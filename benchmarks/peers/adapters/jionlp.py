"""JioNLP: money as quantities, and times."""

from __future__ import annotations

import datetime as dt
import logging
from typing import Any

import jionlp

from benchmarks.peers.rows import Row, Span, moment, quantity

logging.disable()  # it logs a traceback for every string that it gives up on


def work(line: str, day: dt.date, marked: list[tuple[int, int]]) -> None:
    """Money and time."""
    del marked
    jionlp.ner.extract_money(line)
    _extract_time(line, day)


def quantities(line: str, day: dt.date, marked: list[tuple[int, int]]) -> list[Row]:
    """Its amounts of money."""
    del day, marked
    rows = []
    for money in jionlp.ner.extract_money(line):
        number = money["detail"]["num"]
        values = number if isinstance(number, list) else [number]
        rows.append(quantity(tuple(money["offset"]), values, money["detail"]["case"]))
    return rows


def times(line: str, day: dt.date) -> list[Row]:
    """Its points and spans; an open end is the document's day."""
    return [
        moment(tuple(found["offset"]), [_span(found["detail"]["time"], day)])
        for found in _extract_time(line, day)
        if found["type"] in {"time_span", "time_point"}
    ]


def _extract_time(line: str, day: dt.date) -> list[dict[str, Any]]:
    base = {"year": day.year, "month": day.month, "day": day.day}
    found: list[dict[str, Any]] = jionlp.ner.extract_time(line, time_base=base)
    return found


def _span(ends: list[Any], day: dt.date) -> Span:
    start, end = (_day(value, day) for value in ends)
    return start, end


def _day(value: str, day: dt.date) -> dt.date | None:
    if value == "inf":
        return day
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        return None
