"""Scale words and what they multiply by."""

from __future__ import annotations

from functools import cache, lru_cache

from claimex.lexicon import read_table


@cache
def powers() -> dict[str, int]:
    """Each scale word's power of ten."""
    return {row["word"]: int(row["power"]) for row in read_table("scales")}


@lru_cache(maxsize=256)
def scale_power(words: str) -> int | None:
    """The power of ten of a run of scale words: 万亿 is 12, 千万 is 7, 亿亿 is 16.

    None for a run that is no scale: unknown words, 万千 (a big one before a small one), 万万, more than three.
    """
    table = powers()
    if len(words) > 3 or any(word not in table for word in words):
        return None
    found = [table[word] for word in words]
    bigs = [power for power in found if power >= 4]
    smalls = [power for power in found if power < 4]
    if found != smalls + bigs or bigs not in ([4], [8], [4, 8], [8, 8], []) or len(smalls) > 1:
        return None
    return sum(found)
