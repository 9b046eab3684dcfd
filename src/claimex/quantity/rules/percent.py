"""Percent, per mille, percentage points, tenths: 12.2%, 3‰, 0.5个百分点, 两成, 一成半, 打八折."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from claimex.numerals import Numeral
from claimex.quantity.draft import Draft
from claimex.quantity.units import Unit

if TYPE_CHECKING:
    from claimex.quantity.draft import Core

PERCENT = Unit("%", "%", "ratio", Fraction(1, 100))
DISCOUNT = Unit("折", "{tenth-price}", "ratio", Fraction(1, 10))
_NOT_TENTHS = tuple("为立功员果长效熟交本人品就分套群年绩色因型百千空行片体品事器")
_ALL_OF_THEM = frozenset("是为来在已有用由被属达超能可会没不")
"""After 都: 超过八成都来自本地 is a share of them all, 成都市 a city."""

_NOT_DISCOUNT = tuple("合算叠返中线旧射腾磨戟扣成断损衷服")
_DIGITS = "零一二三四五六七八九"


def read_percent(_text: str, core: Core, unit: Unit | None, end: int) -> Draft | None:
    """12.2%, 3.9‰."""
    if unit is None or unit.dimension != "ratio":
        return None
    return Draft(core, core.start, end, core.numeral, unit, "percent", f"percent.{core.form}")


def read_point(_text: str, core: Core, unit: Unit | None, end: int) -> Draft | None:
    """2个百分点, 25个基点."""
    if unit is None or unit.dimension != "point":
        return None
    return Draft(core, core.start, end, core.numeral, unit, "point", f"point.{core.form}")


def read_tenths(text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """两成, 一成半, 七成五, 三成多 in percent; 八折, 8.5折 as printed.

    Not 三成立, 建成: a word that begins with 成; not 一成 without anything to measure, not numbers over ten.
    """
    end = core.end
    letter = text[end : end + 1]
    city = text.startswith("都", end + 1) and text[end + 2 : end + 3] not in _ALL_OF_THEM
    if letter == "成" and not city and not text.startswith(_NOT_TENTHS, end + 1):
        return _tenths(text, core, end + 1)
    if letter == "折" and not text.startswith(_NOT_DISCOUNT, end + 1) and core.numeral.value is not None:
        return _discount(core, end + 1)
    return None


def _tenths(text: str, core: Core, end: int) -> Draft | None:
    number = core.numeral.scaled(1)
    top = number.high if number.value is None else number.value
    if top is None or not 0 < top <= 100 or (core.inner and core.form == "hanzi"):
        return None
    following = text[end : end + 1]
    if following == "半" and number.value is not None:
        number = Numeral(number.value + 5, ulp=Decimal(5))
        end += 1
    elif core.form == "hanzi" and following and following in _DIGITS and number.value is not None:
        number = Numeral(number.value + _DIGITS.index(following))
        end += 1
    return Draft(core, core.start, end, number, PERCENT, "percent", "percent.tenths")


def _discount(core: Core, end: int) -> Draft | None:
    value = core.numeral.value
    if value is None or value <= 0:
        return None
    number = core.numeral
    if (core.form == "hanzi" and len(core.text) == 2 and value > 10) or (core.form == "arabic" and 10 < value < 100):
        number = Numeral(value / 10, ulp=Decimal("0.1"))
    if number.value is None or number.value >= 10:
        return None
    return Draft(core, core.start, end, number, DISCOUNT, "percent", "percent.discount")
