"""How much, and when: the two values a claim is made of."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 (pydantic reads the annotation)
from typing import Literal

from claimex.schema.base import Number, Record

Bound = Literal["exact", "about", "nearly", "over", "at_least", "under", "at_most", "between"]


class Quantity(Record):
    """A number with its unit, in the base unit (`526.79亿元` is 52679000000 元).

    `value` is null for a range, which has `low` and `high`. `ulp` is the step of the last printed digit, in the base
    unit: the printed value stands for the interval of half a step to either side. `unit` is printed without the scale
    word, `unit_code` is ISO 4217 for money, UCUM for measures, else a code of the unit table.
    """

    value: Number | None = None
    low: Number | None = None
    high: Number | None = None
    bound: Bound = "exact"
    unit: str = ""
    unit_code: str | None = None
    dimension: str | None = None
    ulp: Number | None = None


class Period(Record):
    """A stretch of time, both ends included; null where the text does not say.

    `as_of` marks a state at `end` (a stock, a target date) and not a flow between the two.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    as_of: bool = False
    text: str = ""
