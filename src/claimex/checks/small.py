"""Small counts as texts print them: 四, 十六, 16."""

from __future__ import annotations

HAN = {c: i for i, c in enumerate("一二三四五六七八九", start=1)} | {"两": 2, "〇": 0, "零": 0}
COUNT = r"(?:\d{1,2}|[二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])"
ORDER = r"(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"


def small(text: str) -> int | None:
    """The count a text prints, below a hundred; None for anything else."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return HAN.get(text)
    if any(part and part not in HAN for part in (tens, ones)):
        return None
    return HAN.get(tens, 1) * 10 + HAN.get(ones, 0)
