"""Numbers back into Chinese characters, for texts and for checking that reading is right."""

from __future__ import annotations

DIGITS = "零一二三四五六七八九"
SMALL = ("", "十", "百", "千")
BIG = ("万", "亿", "万", "")


def write_hanzi(number: int) -> str:
    """A whole number from 0 to 10^16 - 1 in Chinese characters: 12643000 is 一千二百六十四万三千.

    Raises:
        ValueError: a negative number or one that has no name in 万 and 亿.
    """
    if not 0 <= number < 10**16:
        raise ValueError(f"{number} cannot be written in 万 and 亿")
    if number < 10:
        return DIGITS[number]
    digits = str(number).zfill(16)
    sections = [int(digits[i : i + 4]) for i in range(0, 16, 4)]
    text = ""
    gap = False
    for index, section in enumerate(sections):
        if not section:
            gap = bool(text)
            continue
        if text and (gap or section < 1000):
            text += "零"
        text += _section(section) + ("万亿" if index == 0 and not sections[1] else BIG[index])
        gap = False
    return text[1:] if text.startswith("一十") else text


def _section(number: int) -> str:
    text = ""
    digits = [int(d) for d in str(number)]
    for index, digit in enumerate(digits):
        place = len(digits) - 1 - index
        if digit:
            text += DIGITS[digit] + SMALL[place]
        elif text and any(digits[index:]) and not text.endswith("零"):
            text += "零"
    return text
