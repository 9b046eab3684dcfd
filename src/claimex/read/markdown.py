"""Markdown marks out, headings and tables noted; list marks stay, reflow reads them."""

from __future__ import annotations

import re

from claimex.read.builder import Stripped, TextBuilder

_HEADING = re.compile(r"[ \t]{0,3}(#{1,6})[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ \t]{0,3}(?:>[ \t]?)+")
_RULE = re.compile(r"[ \t]{0,3}(?:-[ \t]*){3,}$|[ \t]{0,3}(?:\*[ \t]*){3,}$|[ \t]{0,3}(?:_[ \t]*){3,}$")
_BOLD_LINE = re.compile(r"[ \t]*\*\*[^*\n]+\*\*[ \t]*$")
_ROW_RULE = frozenset("| \t:-")
_FENCE = re.compile(r"[ \t]{0,3}(?:```|~~~)")
_INLINE = re.compile(
    r"(?P<bold>\*\*|__(?=\S)|(?<=\S)__)"
    r"|(?P<image>!\[[^\[\]\n]*\]\([^()\n]*\))"
    r"|\[(?P<link>[^\[\]\n]*)\]\([^()\n]*\)"
    r"|<(?P<auto>(?:https?|mailto|ftp):[^<>\s]*)>"
    r"|(?P<code>`+)"
)
_SNIFF = re.compile(
    r"^[ \t]{0,3}#{1,6}[ \t]+\S|\*\*[^*\n]+\*\*|\[[^\[\]\n]+\]\([^()\s]+\)|^[ \t]*\|[ \t]*:?---", re.MULTILINE
)


def looks_markdown(text: str) -> bool:
    """Whether the text holds Markdown marks."""
    return bool(_SNIFF.search(text))


def strip_markdown(text: str) -> Stripped:
    """The text without heading marks, `**`, links' targets, images, quotes' and tables' bars.

    A line that is bold from end to end is noted as a heading; reflow takes it for a value where it is one.
    `meta` holds the first heading as `title`.
    """
    out = TextBuilder(text)
    meta: dict[str, str] = {}
    position = 0
    while position < len(text):
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        begun = len(out)
        level = _line(out, text, position, end)
        if level and "title" not in meta and level < 5:
            meta["title"] = _HEADING.sub("", text[position:end]).replace("**", "").strip()
        if level:
            out.hint(begun, "heading", level)
        out.keep(end, min(end + 1, len(text)))
        position = end + 1
    return out.build(meta)


def _line(out: TextBuilder, text: str, start: int, end: int) -> int:
    """Write one line; its level if it is a heading."""
    line = text[start:end].rstrip("\r")
    if _RULE.match(line) or _FENCE.match(line):
        return 0
    if (bare := line.strip(" \t")).startswith("|") and bare.endswith("|") and len(bare) > 1:
        _row(out, text, start, start + len(line))
        return 0
    quote = _QUOTE.match(line)
    begin = start + (quote.end() if quote else 0)
    heading = _HEADING.match(text, begin, end)
    if heading is None:
        _inline(out, text, begin, end)
        return 5 if _BOLD_LINE.match(line) else 0
    bare = line.rstrip(" \t")
    if bare.endswith("#") and (opened := bare.rstrip("#")).endswith((" ", "\t")):
        bare = opened.rstrip(" \t")
    _inline(out, text, heading.end(), max(heading.end(), start + len(bare)))
    return len(heading[1])


def _row(out: TextBuilder, text: str, start: int, end: int) -> None:
    """A table row: cells with a tab between them; the rule below the head is left out."""
    row = text[start:end]
    if "-" in row and _ROW_RULE.issuperset(row):
        return
    begun = len(out)
    cell = text.index("|", start) + 1
    while (bar := text.find("|", cell, end)) >= 0:
        if cell - 1 > start and len(out) > begun:
            out.put("\t", cell - 1, cell)
        left, right = _trimmed(text, cell, bar)
        _inline(out, text, left, right)
        cell = bar + 1
    out.hint(begun, "table")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()) if piece.strip() else start


def _inline(out: TextBuilder, text: str, start: int, end: int) -> None:
    position = start
    for mark in _INLINE.finditer(text, start, end):
        if mark.start() < position:
            continue
        out.keep(position, mark.start())
        for name in ("link", "auto"):
            if mark[name] is not None:
                _inline(out, text, mark.start(name), mark.end(name))
        position = mark.end()
    out.keep(position, end)
