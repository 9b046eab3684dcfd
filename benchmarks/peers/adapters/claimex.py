"""Claimex's own quantities and periods, measured by the same runner as its peers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.peers.rows import Row, moment, quantity
from claimex.period import find_periods
from claimex.quantity import find_quantities

if TYPE_CHECKING:
    import datetime as dt

WHOLE = True


def work(text: str, day: dt.date, marked: list[tuple[int, int]]) -> None:
    """Quantities and periods."""
    del marked
    find_quantities(text)
    find_periods(text, day)


def quantities(text: str, day: dt.date, marked: list[tuple[int, int]]) -> list[Row]:
    """Every quantity; a range has two values."""
    del day, marked
    rows = []
    for mention in find_quantities(text):
        found = mention.quantity
        values = [value for value in (found.value, found.low, found.high) if value is not None]
        rows.append(quantity((mention.start, mention.end), values, found.unit))
    return rows


def times(text: str, day: dt.date) -> list[Row]:
    """Every period."""
    return [
        moment((mention.start, mention.end), [(mention.period.start, mention.period.end)])
        for mention in find_periods(text, day)
    ]
