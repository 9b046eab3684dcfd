"""Counts, money and measures: 2723个, 526.79亿元, 3000升, 上百场, 数十亿元."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.quantity.bounds import leading_cue
from claimex.quantity.draft import Draft
from claimex.quantity.guards import closes_title, in_fixed_word

if TYPE_CHECKING:
    from claimex.quantity.draft import Core
    from claimex.quantity.units import Unit

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
    if unit.name in ("条", "项", "件", "个") and closes_title(text, end, core.start):
        return None
    kind = "money" if unit.dimension.startswith("money") else "amount"
    vague = ".vague" if core.numeral.value is None else ""
    return Draft(core, core.start, end, core.numeral, unit, "amount", f"{kind}.{core.form}{vague}")


def _hanzi_counts(text: str, core: Core, unit: Unit, end: int) -> bool:  # noqa: PLR0911 (each return is one reason to decline)
    if in_fixed_word(text, core):
        return False
    alone = len(core.text) == 1
    if unit.script == "digits" and (alone or core.numeral.bare):
        return False
    if unit.script == "long" and not any(letter in core.text for letter in "万亿"):
        return False
    cued = leading_cue(text, core.start) is not None
    if core.numeral.bare:
        if alone:
            return cued or bool(core.inner)
        return cued or not any(word in text[end : end + 12] for word in _PROJECTS)
    if core.text == "二" and unit.counts:
        return False
    return not (core.text == "一" and unit.counts and not cued)
