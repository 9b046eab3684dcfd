"""Counts, money and measures: 2723个, 526.79亿元, 3000升, 上百场, 数十亿元."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimex.quantity.bounds import leading_cue
from claimex.quantity.contexts import stands_before, words
from claimex.quantity.draft import Draft
from claimex.quantity.guards import closes_title, in_name
from claimex.quantity.rules.rank import RANK

if TYPE_CHECKING:
    from claimex.quantity.draft import Core
    from claimex.quantity.units import Unit

_POINTS_BEFORE = re.compile(r"(?:[涨跌升降]|上涨|下跌|上升|下降|回升|回落|提高|增加|减少)了?$")
_TEMPERATURE = re.compile(r"气温|温度|零下|高温|低温|水温|体温|室温|降温|升温|摄氏")
_PROJECTS = ("行动", "工程", "计划", "”")


def read_amount(text: str, core: Core, unit: Unit | None, end: int) -> Draft | None:
    """A number with a unit of the table.

    Declines what only looks so: 一批 and 一个 as articles, 二期 as an ordinal, 万人 without a cue (万人发明专利拥有量),
    24条 at the end of a title, numerals in fixed words, 几家 without a magnitude.
    """
    if unit is None or (unit.dimension in ("rank", "time") and unit.name not in ("岁", "周岁")):
        return None
    if core.form == "hanzi" and not _hanzi_counts(text, core, unit, end):
        return None
    if _names(text, core, unit, end):
        return None
    if unit.name == "位" and stands_before(text, core.start, "moves"):
        unit = RANK
    if unit.name == "度":
        unit = _degrees(text, core, unit)
    kind = "money" if unit.dimension.startswith("money") else "amount"
    vague = ".vague" if core.numeral.value is None else ""
    return Draft(core, core.start, end, core.numeral, unit, "amount", f"{kind}.{core.form}{vague}")


def _names(text: str, core: Core, unit: Unit, end: int) -> bool:
    """Whether number and unit are part of a name: 30万吨级航道, “7个专项行动”, “科技成果转化24条”."""
    if not unit.counts:
        return text.startswith("级", end) or (unit.name == "点" and not _on_an_index(text, core))
    value = core.numeral.value
    if unit.name == "届" and value is not None and value > 300:  # 2025届毕业生
        return True
    return in_name(text, core, end) or (unit.name in ("条", "项", "件", "个") and closes_title(text, end, core.start))


def _on_an_index(text: str, core: Core) -> bool:
    """3268.5点, 上涨12点; 3点建议 counts and 3点 alone is a time of day."""
    value = core.numeral.value
    moved = _POINTS_BEFORE.search(text[max(0, core.start - 4) : core.start])
    return "." in core.text or bool(moved) or (value is not None and value >= 100)


def _degrees(text: str, core: Core, unit: Unit) -> Unit:
    """度 is a kilowatt hour, a degree of temperature or one of an angle; the words before and the scale tell which."""
    before = text[max(0, core.start - 14) : core.start]
    if _TEMPERATURE.search(before):
        return unit._replace(code="Cel", dimension="temperature", factor=Fraction(1))
    if core.scale or "电" in before or unit.name != text[core.end : core.end + 1] or core.form == "hanzi":
        return unit
    return unit._replace(code="deg", dimension="angle", factor=Fraction(1))


def _hanzi_counts(text: str, core: Core, unit: Unit, end: int) -> bool:  # noqa: PLR0911 (each return is one reason to decline)
    alone = len(core.text) == 1
    cue = leading_cue(text, core.start)
    cued = cue is not None and (cue.word != "上" or core.numeral.bare)
    if unit.script == "digits" and (alone or (core.numeral.bare and (not cued or unit.name == "级"))):
        return False
    if unit.script == "arabic":
        return False
    if unit.script == "long" and not any(letter in core.text for letter in "万亿"):
        return False
    if core.text in ("一二", "二三", "三四") and unit.name in ("类", "级", "线", "期", "档"):  # 一二类苗
        return False
    if core.numeral.bare:
        if alone or core.inner:
            return cued or bool(core.inner)
        return cued or not any(word in text[end : end + 12] for word in _PROJECTS)
    if unit.name == "次" and text.startswith(words("session"), end):
        return False
    if unit.name == "所" and text.endswith(("科", "集团", "院"), 0, core.start):  # 中电科十八所
        return False
    if core.text == "二" and unit.counts:
        return False
    return not (core.text == "一" and unit.counts and not cued and unit.script != "tally")
