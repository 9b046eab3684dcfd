"""Duckling: numbers, money, measures and times; ordinals and durations count where they are right."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any

import duckling

from benchmarks.peers.rows import Row, Span, moment, quantity, stretch

FIRM = ("amount-of-money", "number", "quantity", "distance", "temperature", "volume")
LOOSE = ("ordinal", "duration")
UNITS = {
    "$": "元",  # what it calls 元 in Chinese, as it does $; US dollars are USD
    "CNY": "元",
    "USD": "美元",
    "EUR": "欧元",
    "GBP": "英镑",
    "JPY": "日元",
    "HKD": "港元",
    "kilometre": "公里",
    "metre": "米",
    "centimetre": "厘米",
    "millimetre": "毫米",
    "kilogram": "公斤",
    "gram": "克",
    "litre": "升",
    "millilitre": "毫升",
    "celsius": "℃",
    "degree": "度",
    "year": "年",
    "month": "个月",
    "week": "周",
    "day": "天",
    "hour": "小时",
    "minute": "分钟",
    "second": "秒",
}
"""Its names of units as a Chinese text prints them."""
ZONE = dt.timezone(dt.timedelta(hours=8))


@cache
def _zones() -> Any:
    return duckling.load_time_zones("/usr/share/zoneinfo")


@cache
def _locale() -> Any:
    return duckling.parse_locale("ZH_CN", duckling.default_locale_lang(duckling.parse_lang("ZH")))


@cache
def _context(day: dt.date) -> Any:
    noon = int(dt.datetime.combine(day, dt.time(12), ZONE).timestamp())
    return duckling.Context(duckling.parse_ref_time(_zones(), "Asia/Shanghai", noon), _locale())


@cache
def _everything() -> Any:
    return duckling.parse_dimensions([*FIRM, *LOOSE, "time"])


def _parsed(line: str, day: dt.date) -> list[Row]:
    found: list[Row] = duckling.parse(line, _context(day), _everything(), False)  # noqa: FBT003 (its own signature)
    return found


def work(line: str, day: dt.date, marked: list[tuple[int, int]]) -> None:
    """One run gives both quantities and times."""
    del marked
    _parsed(line, day)


def quantities(line: str, day: dt.date, marked: list[tuple[int, int]]) -> list[Row]:
    """Everything but times."""
    del marked
    rows = []
    for found in _parsed(line, day):
        if found["dim"] == "time":
            continue
        value = found["value"]
        ends = [value[name]["value"] for name in ("from", "to") if name in value]
        unit = value.get("unit") or next((value[name].get("unit") for name in ("from", "to") if name in value), "")
        place = (found["start"], found["end"])
        rows.append(quantity(place, ends or [value["value"]], UNITS.get(unit, unit), firm=found["dim"] in FIRM))
    return rows


def times(line: str, day: dt.date) -> list[Row]:
    """Times, with every answer that it gives."""
    rows = []
    for found in _parsed(line, day):
        if found["dim"] == "time":
            values = [found["value"], *found["value"].get("values", [])]
            rows.append(moment((found["start"], found["end"]), [_span(value) for value in values]))
    return rows


def _span(value: Row) -> Span:
    if value["type"] != "interval":
        day = _day(value["value"])
        return stretch(day, value["grain"]) if day else (None, None)
    start, end = (_day(value[name]["value"]) if name in value else None for name in ("from", "to"))
    return start, end - dt.timedelta(days=1) if end else None


def _day(value: str) -> dt.date | None:
    """None for a year before 1, which it finds in numbers."""
    try:
        return dt.date.fromisoformat(value[:10])
    except ValueError:
        return None
