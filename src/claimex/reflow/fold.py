"""Width: full-width digits, Latin letters and a few signs to half width, one character for one."""

from __future__ import annotations

import unicodedata

# Chinese punctuation stays as printed: it separates clauses, and a reader quotes it. Signs that belong to numbers fold.
_SIGNS = {"％": "%", "．": ".", "＆": "&", "＋": "+", "－": "-", "／": "/", "＝": "=", "＃": "#", "＠": "@", "﹪": "%"}
_ALPHANUMERIC = {
    chr(code): chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}


def _radicals() -> dict[str, str]:
    """The radicals that PDF fonts print in place of characters (⼀ for 一)."""
    table: dict[str, str] = {}
    for code in (*range(0x2E80, 0x2FD6), *range(0xF900, 0xFAD9)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[chr(code)] = plain
    return table


_TABLE = str.maketrans(
    {**_SIGNS, **_ALPHANUMERIC, **_radicals(), "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\x1f": " "}
)


def fold(text: str) -> str:
    """The text in half width where that is the plain form; its length stays.

    >>> fold("１２．５％，Ｒ＆Ｄ")
    '12.5%，R&D'
    """
    return text.translate(_TABLE)
