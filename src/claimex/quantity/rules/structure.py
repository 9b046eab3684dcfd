"""Counts of a plan's own parts: 四大科创高地, “8”大行动. Their unit is what is printed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimex.quantity.draft import Draft
from claimex.quantity.guards import in_name
from claimex.quantity.units import Unit

if TYPE_CHECKING:
    from claimex.quantity.draft import Core

GREAT = Unit("大", "{item}", "count:structure", Fraction(1))
_NOT_GREAT = tuple("小型量幅力多家人会城学于批步熊洋江陆棚桥楼堂奖致约概海洲赦厦")


def read_structure(text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """三大运营商, 10大工程; not 二十大 (a congress), 一大批, 5大类 (a unit of its own)."""
    if text[core.end : core.end + 1] != "大" or text.startswith(_NOT_GREAT, core.end + 1) or core.inner or core.scale:
        return None
    value = core.numeral.value
    if value is None or not 2 <= value <= (12 if core.form == "hanzi" else 60) or core.text == "二":
        return None
    if text.startswith("类", core.end + 1) or in_name(text, core, core.end + 1) or value != value.to_integral_value():
        return None
    return Draft(core, core.start, core.end + 1, core.numeral, GREAT, "amount", "structure.great")
