"""What an adapter answers with: rows of a quantity and rows of a time. Any Python from 3.9 on can read this.

A quantity row: `start`, `end`, `values` (one number, or the two ends of a range, as strings), `unit`, `firm`. A row
that is not firm (an ordinal, a duration) counts where it is right and is never held against the peer.
A time row: `start`, `end`, `spans`: every pair of days that the peer offers, either of them null when it is open.
"""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

Row = dict[str, Any]
Span = tuple["dt.date | None", "dt.date | None"]


def quantity(place: tuple[int, int], values: list[Any], unit: str = "", *, firm: bool = True) -> Row:
    """A row of a quantity."""
    return {"start": place[0], "end": place[1], "values": [str(value) for value in values], "unit": unit, "firm": firm}


def moment(place: tuple[int, int], spans: list[Span]) -> Row:
    """A row of a time."""
    days = [[day.isoformat() if day else None for day in span] for span in spans]
    return {"start": place[0], "end": place[1], "spans": days}


def stretch(day: dt.date, grain: str) -> Span:
    """The whole year, quarter, month or week that begins with a day; the day itself for any other grain."""
    if grain == "week":
        return day, day + dt.timedelta(days=6)
    months = {"year": 12, "quarter": 3, "month": 1}.get(grain)
    if months is None:
        return day, day
    years, month = divmod(day.month - 1 + months - 1, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return day.replace(day=1), dt.date(day.year + years, month + 1, last)
