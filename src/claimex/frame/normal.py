"""Concept: the normal form of an indicator, so that claims of two documents meet."""

from __future__ import annotations

import re
from functools import cache

from claimex.lexicon import read_table

_MARKS = re.compile(r"[\s“”‘’\"'《》（）()、·]")


@cache
def _aliases() -> dict[str, str]:
    return {row["name"]: row["concept"] for row in read_table("indicators")}


def concept_of(indicator: str) -> str:
    """The normal form: the concept of the indicator table where it lists the name, else the name without marks."""
    plain = _MARKS.sub("", indicator)
    return _aliases().get(plain, plain)
