"""Fractions: 三分之二, 百分之五点二, 千分之三, 一半, 过半."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING

from claimex.numerals import Numeral, read_arabic, read_hanzi
from claimex.quantity.draft import Draft
from claimex.quantity.rules.percent import PERCENT

if TYPE_CHECKING:
    from claimex.quantity.draft import Core
    from claimex.quantity.units import Unit

_PARTS = {"百": 0, "千": -1, "万": -2}
_CENT = Decimal("0.01")
_FOUR = Context(prec=4, rounding=ROUND_HALF_UP)
_ARABIC = re.compile(r"\d+(?:\.\d+)?")
_PART_BEFORE = re.compile(r"[约近超占达逾过的有国界省市球]$")
_PART_AFTER = re.compile(r"的|以上|左右|以下|强")


def read_fraction(text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """百分之五点二 is 5.2 %, exact; 三分之二 is 66.67 %, about. Declines 三分之五 and 四分之一决赛."""
    if text.startswith(("决赛", "拍", "音符"), core.end):
        return None
    below, _, above = core.text.partition("分之")
    count = read_arabic(above) if _ARABIC.fullmatch(above) else read_hanzi(above)
    if count is None:
        return None
    if below in _PARTS:
        return Draft(core, core.start, core.end, count.scaled(_PARTS[below]), PERCENT, "percent", "percent.fraction")
    whole = read_hanzi(below)
    if whole is None or whole.value is None or count.value is None:
        return None
    return _share(core, count.value, whole.value)


def read_slash(text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """1/3 where the words around it say that it is a part: 占全国1/3, 约1/10的人口. Dates and 24/7 are declined."""
    above, below = (Decimal(part) for part in core.text.split("/"))
    before, after = text[max(0, core.start - 2) : core.start], text[core.end : core.end + 2]
    if not (_PART_BEFORE.search(before) or _PART_AFTER.match(after)):
        return None
    return _share(core, above, below)


def _share(core: Core, above: Decimal, below: Decimal) -> Draft | None:
    """The share in percent: two decimals, or four digits where that would leave nothing of it (十万分之一)."""
    if not 0 < above <= below:
        return None
    share = above * 100 / below
    share = share.quantize(_CENT, ROUND_HALF_UP) if share >= 1 else _FOUR.plus(share).normalize()
    return Draft(core, core.start, core.end, Numeral(share, ulp=_CENT), PERCENT, "percent", "fraction.parts", "about")
