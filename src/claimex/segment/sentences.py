"""Sentences of a block and clauses of a sentence, as stretches of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.schema import Sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.schema import Flow

_WHOLE = frozenset({"heading", "byline", "box", "caption", "table"})
"""Kinds of block that are one sentence each, whatever their punctuation."""

_CLOSERS = "”’」』》）)】"
_GOES_ON = "，、；：,;:的等为是之与和或及"
"""After 怎么干？” the sentence goes on where 等, 的 or a comma follows."""

_END = re.compile(
    rf"""  # stops inside a title or a bracket end nothing
      《[^《》\n]{{0,80}}》 | （[^（）\n]{{0,200}}） | \([^()\n]{{0,200}}\)
    | (?P<end> (?:[。！？…]++|[!?]++(?![A-Za-z0-9=&]))++ [{_CLOSERS}]*+ ) (?![{_GOES_ON}])
    """,
    re.VERBOSE,
)

_ENCLOSED = {
    "（": ("）", 200),
    "(": (")", 200),
    "《": ("》", 80),
    "【": ("】", 80),
    "“": ("”", 24),
    "‘": ("’", 24),
    "「": ("」", 24),
}
"""Opening mark -> closing mark, and the longest stretch whose commas split nothing. A longer quotation is speech."""

_BREAK = re.compile(r"[，；：]|[,;:](?![0-9])|(?<![0-9])[,;:](?=[0-9])|(?<=[0-9])[,;](?![0-9]{3}(?![0-9]))(?=[0-9])")
"""1,300万 and 12:30 hold no break; `49%,2022年` and `3,2021年` do."""


_LONGEST = 1000
"""A list without a full stop is read in stretches of this length: looking around in a sentence stays affordable."""

_REST = re.compile(r".*[，、；：,;\s]", re.DOTALL)


def split_sentences(flow: Flow) -> tuple[Sentence, ...]:
    """The sentences of every block, without blanks at their ends.

    A sentence ends at 。！？ or an ellipsis, closing quotes and brackets included; `；` ends a clause only: what
    stands before it (subject, period, 新增) often governs what follows. A stop inside 《》 or brackets ends nothing.
    """
    found: list[Sentence] = []
    for number, block in enumerate(flow.blocks):
        if block.kind in _WHOLE:
            spans = iter(((block.start, block.end),))
        else:
            spans = _sentence_spans(flow.text, block.start, block.end)
        for start, end in _affordable(flow.text, spans):
            bare_start, bare_end = _stripped(flow.text, start, end)
            if bare_start < bare_end:
                found.append(Sentence(start=bare_start, end=bare_end, block=number))
    return tuple(found)


def _affordable(text: str, spans: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, those that are too long cut after their last mark within the limit."""
    for start, end in spans:
        begin = start
        while end - begin > _LONGEST:
            rest = _REST.match(text, begin, begin + _LONGEST)
            cut = rest.end() if rest else begin + _LONGEST
            yield begin, cut
            begin = cut
        yield begin, end


def _sentence_spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if match.group("end") and match.end() > begin:
            yield begin, match.end()
            begin = match.end()
    if begin < end:
        yield begin, end


def split_clauses(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """`text[start:end]` cut after `，`, `；` and `：` outside brackets and short quotations; nothing is left out.

    Each stretch keeps the mark that ends it, so that joined they are the text again.
    """
    inside = _enclosed(text, start, end)
    found: list[tuple[int, int]] = []
    begin = start
    skip = 0
    for match in _BREAK.finditer(text, start, end):
        while skip < len(inside) and inside[skip][1] <= match.start():
            skip += 1
        if skip < len(inside) and inside[skip][0] <= match.start():
            continue
        found.append((begin, match.end()))
        begin = match.end()
    if begin < end:
        found.append((begin, end))
    return tuple(found)


def _enclosed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Outermost bracketed stretches, in order. An opening mark that is never closed encloses nothing."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[int, str, int]] = []
    for at in range(start, end):
        char = text[at]
        if char in _ENCLOSED:
            closer, longest = _ENCLOSED[char]
            stack.append((at, closer, longest))
            continue
        for depth in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
            opened, closer, longest = stack[depth]
            if char == closer:
                del stack[depth:]
                if at - opened <= longest:
                    while found and found[-1][0] > opened:
                        found.pop()
                    found.append((opened, at + 1))
                break
    return found


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
