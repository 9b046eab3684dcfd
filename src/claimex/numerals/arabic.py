"""Numbers in digits, with or without scale words: 1,100万, 526.79亿, 2亿3千4百万."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from claimex.numerals.numeral import ONE, Numeral, shift
from claimex.numerals.scales import scale_power

_SEPARATORS = str.maketrans("", "", ", \u3000\u00a0\u202f")
_PART = re.compile(r"(\d+(?:\.\d+)?)([十百千万亿兆]*)")
MOST_DIGITS = 24
"""Longer strings of digits are numbers of accounts and people, never amounts."""


@lru_cache(maxsize=8192)
def read_arabic(text: str, scale: str = "") -> Numeral | None:
    """The number in `text`, digits with at most one decimal point, times the scale words in `scale`.

    Separators of thousands and blanks do not count. None where there is no number: 1.2.3, a string longer than any
    amount, scale words that do not follow each other (`万千`).
    """
    digits = text.translate(_SEPARATORS)
    whole, point, fraction = digits.partition(".")
    if not whole.isdecimal() or (point and not fraction.isdecimal()) or len(digits) > MOST_DIGITS:
        return None
    power = scale_power(scale) if scale else 0
    if power is None:
        return None
    value = Decimal(digits)
    return Numeral(shift(value, power), ulp=shift(ONE, power - len(fraction)))


@lru_cache(maxsize=1024)
def read_mixed(text: str) -> Numeral | None:
    """A number in which digits and scale words take turns: 2亿3千4百万, 3千5百.

    None where a scale is not smaller than the one before it in the same section, or digits stand without a scale.
    """
    total = section = Decimal(0)
    ulp = ONE
    last = None
    position = 0
    for part in _PART.finditer(text):
        scale = part[2]
        power = scale_power(scale) if scale else None
        if part.start() != position or power is None or "." in part[1]:
            return None
        position = part.end()
        big = next((i for i, letter in enumerate(scale) if letter in "万亿兆"), len(scale))
        small = scale_power(scale[:big]) or 0
        if last is not None and small >= last:
            return None
        section += shift(Decimal(part[1]), small)
        last = small
        if big < len(scale):
            total += shift(section, scale_power(scale[big:]) or 0)
            section, last = Decimal(0), None
        ulp = shift(ONE, power)
    if position != len(text) or not text:
        return None
    return Numeral(total + section, ulp=ulp)
