"""Units of claims: which of them convert into each other, and how."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from claimex.lexicon import read_table

if TYPE_CHECKING:
    from claimex.schema.claim import Claim


def unit_of(claim: Claim) -> tuple[str, Decimal]:
    """The dimension of a claim's unit (money and counts: their code) and the factor into its base unit."""
    printed = claim.quantity.unit or _named_unit(claim.indicator or "")
    row = _units().get(printed)
    if row is None:
        return f"unit:{printed}", Decimal(1)
    dimension, code, factor = row
    if dimension == "money" or dimension.startswith("count"):
        dimension = f"{dimension}:{code}"
    return dimension, Decimal(factor.numerator) / Decimal(factor.denominator)


def _named_unit(indicator: str) -> str:
    """The unit that an indicator carries at its end: 国内出游人次42.37亿."""
    return next((unit for unit in ("人次", "人数", "件数", "户数") if indicator.endswith(unit)), "").removesuffix("数")


def named_code(indicator: str) -> str:
    """The code of the unit an indicator carries at its end; empty where it carries none (国内出游人次27.25亿)."""
    row = _units().get(_named_unit(indicator))
    return row[1] if row else ""


@cache
def _units() -> dict[str, tuple[str, str, Fraction]]:
    found: dict[str, tuple[str, str, Fraction]] = {}
    for row in read_table("units"):
        for name in (row["unit"], *row["aliases"].split()):
            found.setdefault(name, (row["dimension"], row["code"], Fraction(row["factor"] or "1")))
    return found
