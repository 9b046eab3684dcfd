"""The rules, one semiotic class a file, in order of precedence: the first that takes a number has it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.quantity.rules.amount import read_amount
from claimex.quantity.rules.bare import read_bare
from claimex.quantity.rules.duration import read_duration, read_hours
from claimex.quantity.rules.fraction import read_fraction, read_slash
from claimex.quantity.rules.multiple import read_multiple, read_turn
from claimex.quantity.rules.percent import read_percent, read_point, read_tenths
from claimex.quantity.rules.price import read_price
from claimex.quantity.rules.rank import read_front, read_later, read_rank
from claimex.quantity.rules.ratio import read_ratio
from claimex.quantity.rules.structure import read_structure

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimex.quantity.draft import Core, Draft
    from claimex.quantity.units import Unit

    Rule = Callable[[str, Core, Unit | None, int], Draft | None]

MARKS: dict[str, Rule] = {
    "ordinal": read_rank,
    "front": read_front,
    "fraction": read_fraction,
    "ratio": read_ratio,
    "turn": read_turn,
    "hours": read_hours,
    "price": read_price,
    "slash": read_slash,
}
"""Rules of the forms that the scanner tells apart by themselves."""

RULES: tuple[Rule, ...] = (
    read_later,
    read_tenths,
    read_percent,
    read_point,
    read_multiple,
    read_structure,
    read_duration,
    read_amount,
    read_bare,
)
"""Rules of plain numbers, in order."""

_WITHOUT_UNIT: tuple[Rule, ...] = (read_tenths, read_structure, read_bare)
_WITH_UNIT: tuple[Rule, ...] = (read_later, read_amount, read_bare)
_BY_DIMENSION: dict[str, tuple[Rule, ...]] = {
    "ratio": (read_percent,),
    "point": (read_point,),
    "multiple": (read_multiple, *_WITH_UNIT),
    "time": (read_later, read_duration, read_amount, read_bare),
}


def rules_for(unit: Unit | None) -> tuple[Rule, ...]:
    """Those of the rules that can take a number with this unit; the others would decline it, as the tests make sure."""
    return _WITHOUT_UNIT if unit is None else _BY_DIMENSION.get(unit.dimension, _WITH_UNIT)
