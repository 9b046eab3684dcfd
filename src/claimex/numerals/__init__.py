"""Digits and Chinese characters -> Decimal with the precision that was printed; the only door to cn2an."""

from claimex.numerals.arabic import read_arabic, read_mixed
from claimex.numerals.hanzi import DIGITS, read_hanzi
from claimex.numerals.numeral import ONE, Numeral, shift
from claimex.numerals.scales import scale_power
from claimex.numerals.write import write_hanzi

__all__ = [
    "DIGITS",
    "ONE",
    "Numeral",
    "read_arabic",
    "read_hanzi",
    "read_mixed",
    "scale_power",
    "shift",
    "write_hanzi",
]
