"""Ratios: 3∶1, 三次产业结构比为5:40:55."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.numerals import read_arabic
from claimex.quantity.draft import Draft

if TYPE_CHECKING:
    from claimex.numerals import Numeral
    from claimex.quantity.draft import Core
    from claimex.quantity.units import Unit

_SIGN = re.compile(r"\s*[:：∶]\s*")
_COMPARES = re.compile(
    r"比(?:例|值|重)?(?:约|达|已|调整|优化|由|从|为|是|至|到|的|上年|[\d.:：∶年、])*$|(?:由|从|缩小到|缩小至|收窄到|收窄至|调整为|优化为|优化至|降至|"
    r"扩大到|提高到|下降到|分别为)(?:[\d年的上]*)$|按(?:照)?$|之比|结构"
)


def read_ratio(text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """The first term is the value (5∶1 is 5); the text keeps the others. Clock times and scores are declined."""
    before = text[max(0, core.start - 16) : core.start]
    terms = [read_arabic(term) for term in _SIGN.split(core.text)]
    if "∶" not in core.text and not _COMPARES.search(before) and not _is_structure(terms):
        return None
    first = terms[0]
    if first is None:
        return None
    return Draft(core, core.start, core.end, first, None, "ratio", "ratio.colon")


def _is_structure(terms: list[Numeral | None]) -> bool:
    """Three or more terms that make a hundred together, whatever stands before them: 20.8:43.6:35.6."""
    known = [term.value for term in terms if term is not None and term.value is not None]
    return len(known) == len(terms) > 2 and abs(sum(known, Decimal(-100))) <= 1
