"""cn2an: a converter, so it is handed the gold quantities, an easier task; what it rewrites elsewhere is its own."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

import cn2an

from benchmarks.peers.rows import Row, quantity

if TYPE_CHECKING:
    import datetime as dt

_NUMERAL = re.compile(r"[-\d.零〇一二两三四五六七八九十百千万亿点廿]+")
_PRINTED = re.compile(r"(?P<top>\d+(?:\.\d+)?)(?:/(?P<bottom>\d+))?(?P<percent>%)?")


def work(line: str, day: dt.date, marked: list[tuple[int, int]]) -> None:
    """The line rewritten, and the marked stretches converted."""
    del day
    cn2an.transform(line)
    for place in marked:
        _converted(line, place)


def quantities(line: str, day: dt.date, marked: list[tuple[int, int]]) -> list[Row]:
    """What `cn2an` makes of each marked stretch, and what `transform` rewrites elsewhere, days and years apart."""
    del day
    rows = [_converted(line, place) for place in marked]
    turned = cn2an.transform(line)
    if turned != line:
        for tag, start, end, low, high in SequenceMatcher(None, line, turned, autojunk=False).get_opcodes():
            if tag != "equal" and line[end : end + 1] not in {"年", "月", "日"}:
                rows.append(quantity((start, max(end, start + 1)), [turned[low:high]]))
    return rows


def _converted(line: str, place: tuple[int, int]) -> Row:
    """`cn2an.cn2an` on the numeral of a mention; `transform` where that has none (三分之二, 百分之五)."""
    mention = line[slice(*place)]
    numeral = _NUMERAL.search(mention)
    try:
        return quantity(place, [cn2an.cn2an(numeral.group() if numeral else mention, "smart")], firm=False)
    except ValueError:
        pass
    printed = _PRINTED.match(cn2an.transform(mention))
    if printed is None:
        return quantity(place, [], firm=False)
    value = float(printed["top"]) / float(printed["bottom"] or 1) * (100 if printed["bottom"] else 1)
    return quantity(place, [value], firm=False)
