"""A gap between two matches, cut into the single differences it holds, and what sort of difference each is.

Differences three characters apart are one (成果转化、技术孵化 against 成果孵化、技术熟化), unless one is a number: a
changed figure beside a changed word is the graver of the two and must be seen alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.schema.comparison import DifferenceKind

NUMBER = re.compile(r"\d+(?:\.\d+)?[百千万亿]*[%‰]?")
HAN_NUMBER = re.compile(r"[〇零一二三四五六七八九十百千万亿两]+")
NEAR = 3
"""Equal characters between two differences that still make them one."""
ALIKE = 0.34
"""Share of common characters below which two long stretches are not two prints of one sentence."""
LONG = 24
"""Characters from which a difference counts as long."""
BLOCK = 5
"""Characters that hold a long loss apart from a change beside it, if they are half of what one print has there."""
REACH = 12
"""Characters a gap may grow to hold a whole number."""


@dataclass(frozen=True, slots=True)
class Gap:
    """`a[a:a_end]` stands where the other print has `b[b:b_end]` (offsets of two content strings)."""

    a: int
    a_end: int
    b: int
    b_end: int


def split(a: str, b: str, gap: Gap) -> list[Gap]:
    """The differences of a gap, each with its numbers whole."""
    gap = whole_numbers(a, b, gap)
    left, right = _tokens(a, gap.a, gap.a_end), _tokens(b, gap.b, gap.b_end)
    if not left or not right:
        return [gap] if left or right else []
    matcher = SequenceMatcher(None, [t for t, _ in left], [t for t, _ in right], autojunk=False)
    left_at = [at for _, at in left] + [gap.a_end]
    right_at = [at for _, at in right] + [gap.b_end]
    if max(gap.a_end - gap.a, gap.b_end - gap.b) > LONG and matcher.ratio() < ALIKE:
        block = matcher.find_longest_match()
        if block.size < BLOCK or 2 * block.size < min(len(left), len(right)):
            return [gap]
        before = Gap(gap.a, left_at[block.a], gap.b, right_at[block.b])
        after = Gap(left_at[block.a + block.size], gap.a_end, right_at[block.b + block.size], gap.b_end)
        return [*split(a, b, before), *split(a, b, after)]
    parts = [
        part
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
        for part in _by_numbers(a, b, Gap(left_at[i1], left_at[i2], right_at[j1], right_at[j2]))
    ]
    return _merged(a, b, parts)


def whole_numbers(a: str, b: str, gap: Gap) -> Gap:
    """The gap grown, in both prints alike, until it cuts no number: 达到10|1.2|万亿元 is 达到|101.2万亿|元."""
    for _ in range(REACH):
        if gap.a and gap.b and (_inside(a, gap.a) or _inside(b, gap.b)):
            gap = Gap(gap.a - 1, gap.a_end, gap.b - 1, gap.b_end)
        else:
            break
    for _ in range(REACH):
        room = gap.a_end < len(a) and gap.b_end < len(b)
        if room and (_inside(a, gap.a_end) or _inside(b, gap.b_end)):
            gap = Gap(gap.a, gap.a_end + 1, gap.b, gap.b_end + 1)
        else:
            break
    return gap


def numbers(text: str) -> tuple[str, ...]:
    """The numbers of a stretch, as printed."""
    return tuple(NUMBER.findall(text))


def sort_of(core_a: str, core_b: str, *, near_office: bool) -> DifferenceKind:
    """What sort of difference two cores are. `near_office`: they are short, and an office stands beside them."""
    if not core_b:
        return "lost"
    if not core_a:
        return "added"
    first, second = numbers(core_a), numbers(core_b)
    if first != second and len(first) == len(second) and max(_rest(core_a), _rest(core_b)) <= NEAR:
        return "number"
    if HAN_NUMBER.fullmatch(core_a) and HAN_NUMBER.fullmatch(core_b):
        return "number"
    if near_office:
        return "name"
    return "word"


def _rest(core: str) -> int:
    """Characters beside the numbers; 5个主要目标 against 实现4大目标 is a change of words."""
    return len(NUMBER.sub("", core))


def _inside(text: str, at: int) -> bool:
    """Whether the border before `at` stands between two characters of one number."""
    before, after = text[at - 1 : at], text[at : at + 1]
    if _digit(before):
        return _digit(after) or (after != "" and after in ".百千万亿%‰")
    if before == ".":
        return _digit(after)
    return before != "" and before in "百千万亿" and after != "" and after in "百千万亿%‰" and _counts(text, at)


def _counts(text: str, at: int) -> bool:
    """Whether the scale words before `at` follow a digit."""
    while at and text[at - 1] in "百千万亿":
        at -= 1
    return at > 0 and _digit(text[at - 1])


def _digit(char: str) -> bool:
    return len(char) == 1 and "0" <= char <= "9"


def _tokens(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """Numbers whole, everything else a character each, with offsets."""
    found: list[tuple[str, int]] = []
    at = start
    for number in NUMBER.finditer(text, start, end):
        found += [(text[i], i) for i in range(at, number.start())]
        found.append((number.group(), number.start()))
        at = number.end()
    return found + [(text[i], i) for i in range(at, end)]


def _by_numbers(a: str, b: str, gap: Gap) -> list[Gap]:
    """A replaced stretch cut at its numbers, where both prints have as many: 升35 against 高36 is two differences."""
    left, right = list(NUMBER.finditer(a, gap.a, gap.a_end)), list(NUMBER.finditer(b, gap.b, gap.b_end))
    if not left or len(left) != len(right):
        return [gap]
    parts: list[Gap] = []
    at, to = gap.a, gap.b
    for one, other in zip(left, right, strict=True):
        parts += [Gap(at, one.start(), to, other.start()), Gap(one.start(), one.end(), other.start(), other.end())]
        at, to = one.end(), other.end()
    parts.append(Gap(at, gap.a_end, to, gap.b_end))
    return [part for part in parts if a[part.a : part.a_end] != b[part.b : part.b_end]]


def _merged(a: str, b: str, parts: list[Gap]) -> list[Gap]:
    merged: list[Gap] = []
    for part in parts:
        last = merged[-1] if merged else None
        if last is not None and part.a - last.a_end <= NEAR and not _numeric(a, b, last) and not _numeric(a, b, part):
            merged[-1] = Gap(last.a, part.a_end, last.b, part.b_end)
        else:
            merged.append(part)
    return merged


def _numeric(a: str, b: str, gap: Gap) -> bool:
    return bool(NUMBER.search(a, gap.a, gap.a_end) or NUMBER.search(b, gap.b, gap.b_end))
