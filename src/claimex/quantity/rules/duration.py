"""Spans of time that state a measure: 投产7个月, 连续5年, 平均缩短3天. Periods and dates are not read here."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.numerals import Numeral
from claimex.quantity.bounds import leading_cue
from claimex.quantity.contexts import stands_before, words
from claimex.quantity.draft import Draft
from claimex.quantity.guards import in_name
from claimex.quantity.units import find_unit

if TYPE_CHECKING:
    from claimex.quantity.draft import Core
    from claimex.quantity.units import Unit

_ROUND = re.compile(r"多(?![次年个家项种方样])|[余半]|左右|以上|不等")
_LONG = ("年", "周年", "天", "日", "周", "星期")


def read_duration(text: str, core: Core, unit: Unit | None, end: int) -> Draft | None:
    """A span with a word that measures it (连续, 缩短, 长达), or months, hours, minutes that no period word frames.

    Declines dates (2022年), periods of other figures (10年间, 近三年, 前11个月), classes (三年期), idioms (24小时值守).
    """
    if unit is None or unit.dimension != "time" or unit.name in ("岁", "周岁"):
        return None
    value = core.numeral.value
    cue = leading_cue(text, core.start)
    cued = stands_before(text, core.start, "measures") or (cue is not None and cue.word not in ("近", "上"))
    if unit.name in ("年", "周年") and (value is None or value >= 1000 or unit.name == "周年"):
        return _none(core)
    framed = stands_before(text, core.start, "frames") or text.startswith(words("follows"), end)
    if framed or in_name(text, core, end):
        return _none(core)
    if text.startswith("的", end) and not cued and unit.name in _LONG:
        return _none(core)
    short = core.form == "hanzi" and len(core.text) == 1
    rough = bool(_ROUND.match(text, end)) or (bool(core.inner) and unit.name not in _LONG)
    if not cued and not rough and (unit.name in _LONG or short or (unit.name == "小时" and value == 24)):
        return _none(core)
    return Draft(core, core.start, end, core.numeral, unit, "amount", f"duration.{core.form}")


def _none(core: Core) -> Draft:
    """A span of time that states nothing; it stops other rules from taking the number."""
    return Draft(core, core.start, core.end, core.numeral, rule="duration.none", keep=False, suffix_end=-1)


def read_hours(text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """7小时16分 in minutes."""
    hours, minutes = (Decimal(part) for part in re.findall(r"\d+", core.text))
    found = find_unit("分钟", 0)
    if found is None or text.startswith(("前", "后", "内"), core.end):
        return None
    return Draft(core, core.start, core.end, Numeral(hours * 60 + minutes), found[0], "amount", "duration.hours")
