"""Concept: the normal form of an indicator, so that claims of two documents meet."""

from __future__ import annotations

import re
from functools import cache

from claimex.lexicon import read_table

_MARKS = re.compile(r"[\s“”‘’\"'《》（）()、·]")


@cache
def _aliases() -> dict[str, str]:
    return {row["name"]: row["concept"] for row in read_table("indicators")}


_REAL = re.compile(r"不变价|可比价|扣除价格因素|扣除价格变动|剔除价格因素|实际(?:增长|同比|下降)")
_NOMINAL = re.compile(r"名义(?:增长|同比|下降)")


def concept_of(indicator: str, clause: str = "") -> str:
    """The normal form of an indicator: the concept the table lists for it, else the name without marks.

    `clause`: the text around the figure; real and nominal growth are two series, so `（实际）` or `（名义）` is added.
    """
    plain = _MARKS.sub("", indicator)
    if not plain:
        return ""
    concept = _aliases().get(plain, plain)
    for pattern, mark in ((_REAL, "（实际）"), (_NOMINAL, "（名义）")):
        if pattern.search(clause):
            return concept + mark
    return concept
