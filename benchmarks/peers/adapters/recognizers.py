"""Recognizers-Text: numbers, shares, money, measures and times; ordinals count where they are right."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension, recognize_temperature
from recognizers_text import Culture

from benchmarks.peers.rows import Row, Span, moment, quantity, stretch

if TYPE_CHECKING:
    from collections.abc import Callable

MEASURES: tuple[Callable[[str, str], list[Any]], ...] = (
    recognize_currency,
    recognize_dimension,
    recognize_temperature,
    recognize_age,
    recognize_percentage,
    recognize_number,
)
UNITS = {
    "Chinese yuan": "元",
    "United States dollar": "美元",
    "Hong Kong dollar": "港元",
    "Japanese yen": "日元",
    "British pound": "英镑",
    "Euro": "欧元",
    "Ruble": "卢布",
    "Swiss franc": "瑞士法郎",
    "Macau Pataca": "澳门元",
    "New Taiwan dollar": "新台币",
    "Singapore dollar": "新加坡元",
    "Australian dollar": "澳元",
    "Thai baht": "泰铢",
    "Kilometer": "公里",
    "Meter": "米",
    "Centimeter": "厘米",
    "Millimeter": "毫米",
    "Square kilometer": "平方公里",
    "Square meter": "平方米",
    "Cubic meter": "立方米",
    "Hectare": "公顷",
    "Liter": "升",
    "Gram": "克",
    "Kilogram": "公斤",
    "Metric ton": "吨",
    "Ton": "吨",
    "Mu": "亩",
    "Li": "里",
    "Jin": "斤",
    "Dan": "担",
    "Micrometer": "微米",
    "Milligram": "毫克",
    "Degree": "度",
    "Kilometer per hour": "公里/小时",
    "Barrel": "桶",
    "Year": "岁",
    "C": "℃",
}
"""Its names of units as a Chinese text prints them."""


def work(line: str, day: dt.date, marked: list[tuple[int, int]]) -> None:
    """Everything that the two functions below ask for."""
    del marked
    for recognize in (*MEASURES, recognize_ordinal):
        _tried(recognize, line)
    _dates(line, day)


def quantities(line: str, day: dt.date, marked: list[tuple[int, int]]) -> list[Row]:
    """The widest mentions first."""
    del day, marked
    rows = [_row(found, firm=True) for recognize in MEASURES for found in _tried(recognize, line)]
    rows += [_row(found, firm=False) for found in _tried(recognize_ordinal, line)]
    return [row for row in rows if row["values"] != ["None"]]


def _tried(recognize: Callable[..., list[Any]], line: str, **options: object) -> list[Any]:
    """What it finds; a line that makes it raise gives nothing."""
    try:
        return recognize(line, Culture.Chinese, **options)
    except Exception:  # noqa: BLE001 (IndexError, AttributeError and others, on some lines)
        return []


def _row(found: Any, *, firm: bool) -> Row:
    resolution = found.resolution or {}
    value, unit = str(resolution.get("value")), str(resolution.get("unit") or "")
    printed = "%" if value.endswith("%") else UNITS.get(unit, unit)
    return quantity((found.start, found.end + 1), [value.rstrip("%")], printed, firm=firm)


def times(line: str, day: dt.date) -> list[Row]:
    """Dates and stretches of dates, with everything each of them may be."""
    rows = []
    for found in _dates(line, day):
        spans = [span for value in (found.resolution or {}).get("values", []) for span in _spans(value)]
        if spans:
            rows.append(moment((found.start, found.end + 1), spans))
    return rows


def _dates(line: str, day: dt.date) -> list[Any]:
    return _tried(recognize_datetime, line, reference=dt.datetime.combine(day, dt.time()))


def _spans(value: dict[str, str]) -> list[Span]:
    """Its end may be the day after (a year) or the last day (15日—17日): both count; so does a whole year or month."""
    spans: list[Span] = []
    start, end = (_day(value.get(name) or value.get("value")) for name in ("start", "end"))
    if start or end:
        spans.append((start, end))
    if end and end > dt.date.min and value.get("type") == "daterange":
        spans.append((start, end - dt.timedelta(days=1)))
    if re.fullmatch(r"\d{4}(-\d\d)?", value.get("timex", "")):
        first = _day((value["timex"] + "-01-01")[:10])
        if first:
            spans.append(stretch(first, "month" if "-" in value["timex"] else "year"))
    return spans


def _day(value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
