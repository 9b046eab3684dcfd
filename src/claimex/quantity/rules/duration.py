"""Spans of time that state a measure: 投产7个月, 连续5年, 平均缩短3天. Periods and dates are not read here."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimex.numerals import Numeral, read_arabic, read_hanzi
from claimex.quantity.bounds import leading_cue
from claimex.quantity.contexts import stands_before, words
from claimex.quantity.draft import Draft
from claimex.quantity.guards import in_name
from claimex.quantity.units import find_unit

if TYPE_CHECKING:
    from claimex.quantity.draft import Core
    from claimex.quantity.units import Unit

_ROUND = re.compile(r"多(?![次年个家项种方样])|[余半]|左右|以上|不等")
_PARTS = re.compile(r"零?([\d一二两三四五六七八九十]+)个?(年|月|天|小时|分)")


class _Length(NamedTuple):
    """A unit of time as a part of a longer one: its name, and how many of it the one before holds."""

    unit: str
    times: int


_LENGTHS = {
    "年": _Length("年", 1),
    "月": _Length("个月", 12),
    "天": _Length("天", 1),
    "小时": _Length("小时", 24),
    "分": _Length("分钟", 60),
}
_RECORD = re.compile(r"[以之]?来|[间里内中]|的?(?:最|新[高低]|平均|同期|历史)")
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
    nearly = cue is not None and cue.word == "近" and stands_before(text, cue.start, "measures")
    nearly = nearly and not _RECORD.match(text, end)  # 达近三年最高水平 looks back
    if unit.name in ("年", "周年") and (value is None or value >= 1000 or unit.name == "周年"):
        return _none(core)
    cued = cued or nearly
    base = cued and text.startswith(words("becomes"), end)  # 从过去的3天压缩到1天
    framed = stands_before(text, core.start, "frames") and not nearly and not base
    framed = framed or text.startswith(words("follows"), end)
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
    """A span in several units, in the last of them: 7小时16分 in minutes, 3天5小时 in hours, 两年零三个月 in months."""
    total = Decimal(0)
    last = None
    for part in _PARTS.finditer(core.text):
        number = read_arabic(part[1]) if part[1].isdecimal() else read_hanzi(part[1])
        last = _LENGTHS[part[2]]
        if number is None or number.value is None:
            return None
        total = total * last.times + number.value
    found = find_unit(last.unit, 0) if last else None
    if found is None or text.startswith(("前", "后", "内"), core.end) or stands_before(text, core.start, "frames"):
        return None
    return Draft(core, core.start, core.end, Numeral(total), found[0], "amount", "duration.hours")
