"""A quantity in the making: what the rules pass on to each other before a frozen record is written."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.numerals import ONE, Numeral
from claimex.schema.mention import QuantityMention
from claimex.schema.quantity import Quantity

if TYPE_CHECKING:
    from claimex.quantity.units import Unit
    from claimex.schema.mention import QuantityKind
    from claimex.schema.quantity import Bound


@dataclass(slots=True)
class Core:
    """A number that the scanner found, before anyone knows what it counts.

    `form`: arabic, hanzi, ordinal, fraction, ratio or word. `start`, `end`: number with scale word and inner
    approximator. `scale`: the scale words after digits; `inner`: the approximator between number and unit (多 余 来).
    """

    form: str
    start: int
    end: int
    text: str
    numeral: Numeral
    scale: str = ""
    inner: str = ""


@dataclass(slots=True)
class Draft:
    """A number with what follows it. `unit` None: no unit follows, so the number may still borrow one."""

    core: Core
    start: int
    end: int
    numeral: Numeral
    unit: Unit | None = None
    kind: QuantityKind = "amount"
    rule: str = ""
    bound: Bound = "exact"
    cue_start: int | None = None
    keep: bool = True
    suffix_end: int = 0

    def mention(self, text: str) -> QuantityMention:
        """The record of this draft."""
        number, unit = self.numeral, self.unit
        quantity = Quantity.trusted(
            {
                "value": number.value,
                "low": number.low,
                "high": number.high,
                "bound": self.bound,
                "unit": unit.name if unit else "",
                "unit_code": unit.code or None if unit else None,
                "dimension": unit.dimension or None if unit else None,
                "ulp": number.ulp,
            }
        )
        return QuantityMention.trusted(
            {
                "start": self.start,
                "end": self.end,
                "text": text[self.start : self.end],
                "quantity": quantity,
                "kind": self.kind,
                "rule": self.rule,
                "cue_start": self.cue_start,
            }
        )


PERCENT = Decimal(100)
UNKNOWN = Numeral(None, ulp=ONE)
