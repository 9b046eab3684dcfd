"""Amounts printed in parts: 3元5角, 2元5角3分, 三块五, and heights as they are spoken: 一米八五."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimex.numerals import DIGITS, ONE, Numeral, read_arabic, read_hanzi, shift
from claimex.quantity.draft import Draft
from claimex.quantity.units import Unit, find_unit

if TYPE_CHECKING:
    from claimex.quantity.draft import Core

_PARTS = re.compile(r"([^元块角毛分钱零]+)([元块角毛分]?)")
_STEPS = {"元": 0, "块": 0, "角": -1, "毛": -1, "分": -2}
_TENTH = -1


def read_price(_text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """The whole amount in its first unit: 3元5角 is 3.5 元, 5角3分 is 5.3 角; 三块五 is 3.5 块.

    一米八五 is 1.85 米. None where the units do not fall or a part is no number.
    """
    if "米" in core.text:
        return _height(core)
    total, last, first = None, 1, ""
    for part in _PARTS.finditer(core.text):
        number = read_arabic(part[1]) if part[1].isdecimal() else read_hanzi(part[1])
        step = _STEPS[part[2]] if part[2] else _TENTH
        if number is None or number.value is None or step >= last:
            return None
        first = first or part[2]
        amount = shift(number.value, step - _STEPS[first])
        total = amount if total is None else total + amount
        last = step
    if total is None:
        return None
    numeral = Numeral(total, ulp=shift(ONE, last - _STEPS[first]))
    money = Unit(first, "CNY", "money", Fraction(1, 10 ** -_STEPS[first]))
    return Draft(core, core.start, core.end, numeral, money, "amount", "money.parts")


def _height(core: Core) -> Draft | None:
    whole, _, rest = core.text.partition("米")
    parts = [part if part.isdecimal() else "".join(str(DIGITS[sign]) for sign in part) for part in (whole, rest)]
    numeral, found = read_arabic(".".join(parts)), find_unit("米", 0)
    if numeral is None or found is None:
        return None
    return Draft(core, core.start, core.end, numeral, found[0], "amount", "amount.parts")
