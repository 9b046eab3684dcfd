"""Recognizers-Text's numbers, shares, money and measures of each line: a JSON list of [start, end, values, unit]."""

import json
import sys
from collections.abc import Callable
from typing import Any

from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension, recognize_temperature
from recognizers_text import Culture

RECOGNIZERS: tuple[Callable[[str, str], list[Any]], ...] = (
    recognize_currency,
    recognize_dimension,
    recognize_temperature,
    recognize_percentage,
    recognize_number,
)
UNITS = {
    "Chinese yuan": "元",
    "United States dollar": "美元",
    "Hong Kong dollar": "港元",
    "Euro": "欧元",
    "Kilometer": "公里",
    "Meter": "米",
    "Centimeter": "厘米",
    "Square kilometer": "平方公里",
    "Square meter": "平方米",
    "Hectare": "公顷",
    "Liter": "升",
    "Kilogram": "公斤",
    "Metric ton": "吨",
    "C": "℃",
}
"""Its names of units as a Chinese text prints them."""


def mentions(line: str) -> list[list[object]]:
    """The widest mentions first; a line that a recognizer cannot take gives none of its kind."""
    found = []
    for recognize in RECOGNIZERS:
        try:
            results = recognize(line, Culture.Chinese)
        except Exception:  # noqa: BLE001, S112 (some lines make it raise)
            continue
        for result in results:
            value = (result.resolution or {}).get("value")
            if value is None:
                continue
            unit = str(result.resolution.get("unit") or "")
            printed = "%" if value.endswith("%") and result.text.endswith(("%", "％")) else UNITS.get(unit, unit)
            found.append([result.start, result.end + 1, [value.rstrip("%")], printed])
    return found


for text in sys.stdin.read().splitlines():
    print(json.dumps(mentions(text), ensure_ascii=False))
