"""Words around a number that say what kind of number it is: a measure or a period, a rank or an ordinal."""

from __future__ import annotations

from functools import cache

from claimex.lexicon import read_table


@cache
def words(role: str) -> tuple[str, ...]:
    """The words of one role, for `str.startswith`."""
    return tuple(row["word"] for row in read_table("number_contexts") if row["role"] == role)


@cache
def _by_last_letter(role: str) -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for row in read_table("number_contexts"):
        if row["role"] == role:
            found.setdefault(row["word"][-1], []).append((row["word"], tuple(row["not_after"].split())))
    return {letter: tuple(entries) for letter, entries in found.items()}


def stands_before(text: str, position: int, role: str) -> bool:
    """Whether a word of the role ends at `position`, and is not itself the end of another word."""
    if not position:
        return False
    for word, not_after in _by_last_letter(role).get(text[position - 1], ()):
        if text.endswith(word, 0, position):
            start = position - len(word)
            if not (not_after and text.endswith(not_after, 0, start)):
                return True
    return False
