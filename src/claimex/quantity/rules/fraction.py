"""Fractions: 三分之二, 百分之五点二, 千分之三, 一半, 过半."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from claimex.numerals import Numeral, read_arabic, read_hanzi
from claimex.quantity.draft import Draft
from claimex.quantity.rules.percent import PERCENT

if TYPE_CHECKING:
    from claimex.quantity.draft import Core
    from claimex.quantity.units import Unit

_PARTS = {"百": 0, "千": -1, "万": -2}
_CENT = Decimal("0.01")
_ARABIC = re.compile(r"\d+(?:\.\d+)?")


def read_fraction(_text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """百分之五点二 is 5.2 %, exact; 三分之二 is 66.67 %, about. Declines 三分之五 (more than the whole) and nought."""
    below, _, above = core.text.partition("分之")
    count = read_arabic(above) if _ARABIC.fullmatch(above) else read_hanzi(above)
    if count is None:
        return None
    if below in _PARTS:
        return Draft(core, core.start, core.end, count.scaled(_PARTS[below]), PERCENT, "percent", "percent.fraction")
    whole = read_hanzi(below)
    if whole is None or not whole.value or count.value is None or count.value > whole.value:
        return None
    share = (count.value * 100 / whole.value).quantize(_CENT, ROUND_HALF_UP)
    return Draft(core, core.start, core.end, Numeral(share, ulp=_CENT), PERCENT, "percent", "fraction.parts", "about")
