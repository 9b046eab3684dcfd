"""From chains to records: the stretches two documents share, and their differences in words a reader can judge."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

from claimex.compare.gaps import NUMBER, Gap, sort_of, split
from claimex.lexicon import read_table
from claimex.schema.comparison import Difference, Passage, Spot, Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.compare.chains import Chain
    from claimex.compare.content import Content

BREAKS = frozenset("，。；：！？,;:!?\n")
"""What ends a clause in print; 、 does not, it stands between the members of a list."""
OPENING, CLOSING = frozenset("“‘（(《"), frozenset("”’）)》")
SOFT = OPENING | CLOSING | frozenset("、的和与及")
"""Where a quotation may be cut without cutting a word."""
SENTENCE_ENDS = frozenset("。！？!?\n")
CONTEXT = 8
"""Characters of the clause shown to either side of a difference."""
EDGE = 30
"""Characters from the last match to the end of its sentence within which the sentence still counts as the same one."""
CALENDAR = frozenset("年月日号时点届次期")
"""What makes a number part of a date, a time of day or the count of an event."""
PART_OF_NAME = 2
"""Characters of a name that a misprint changes at most."""
NAME = 3
"""Characters of a usual personal name."""
WORD = 4
"""Characters of a word that may differ at the very end (or beginning) of a sentence."""
TURN = 8
"""How far a lost stretch may be turned to begin where a clause begins (its first words often recur behind it)."""


def stretch(a: Content, b: Content, chain: Chain) -> Stretch:
    """A chain as a record: where it runs, and what differs along it."""
    first, last = chain.matches[0], chain.matches[-1]
    head, tail = _head(a, b, first.a, first.b), _tail(a, b, last.a_end, last.b_end)
    found = [difference for gap in _gaps(chain, head, tail) for difference in _differences(a, b, gap)]
    return Stretch(
        a=passage(a, head.a, tail.a_end),
        b=passage(b, head.b, tail.b_end),
        common=chain.common,
        differences=tuple(found),
    )


def passage(content: Content, start: int, end: int) -> Passage:
    """The raw stretch behind content characters `start:end`; empty where they are none."""
    if start >= end:
        at = content.doc.flow.offsets.start(content.place(start))
        return Passage(doc_id=content.doc.doc_id, start=at, end=at, text="")
    return _raw(content, content.place(start), content.after(end))


def number_count(a: Content, chain: Chain) -> int:
    """Numbers that stand whole in the matches of a chain."""
    return sum(len(NUMBER.findall(a.text, match.a, match.a_end)) for match in chain.matches)


def _raw(content: Content, start: int, end: int) -> Passage:
    """A flow stretch as a passage of the raw text."""
    doc = content.doc
    raw_start, raw_end = doc.flow.offsets.span(start, end)
    return Passage(doc_id=doc.doc_id, start=raw_start, end=raw_end, text=doc.text[raw_start:raw_end])


def _gaps(chain: Chain, head: Gap, tail: Gap) -> Iterator[Gap]:
    yield head
    for before, after in zip(chain.matches, chain.matches[1:], strict=False):
        yield Gap(before.a_end, after.a, before.b_end, after.b)
    yield tail


def _head(a: Content, b: Content, at_a: int, at_b: int) -> Gap:
    """What stands between the beginning of a sentence and the first match, where it may be the same sentence."""
    from_a, from_b = _sentence_start(a, at_a), _sentence_start(b, at_b)
    if _same_sentence(a.text[from_a:at_a], b.text[from_b:at_b]):
        return Gap(from_a, at_a, from_b, at_b)
    return Gap(at_a, at_a, at_b, at_b)


def _tail(a: Content, b: Content, at_a: int, at_b: int) -> Gap:
    """What stands between the last match and the end of its sentence, where it may be the same sentence."""
    to_a, to_b = _sentence_end(a, at_a), _sentence_end(b, at_b)
    if _same_sentence(a.text[at_a:to_a], b.text[at_b:to_b]):
        return Gap(at_a, to_a, at_b, to_b)
    return Gap(at_a, at_a, at_b, at_b)


def _same_sentence(left: str, right: str) -> bool:
    """Whether two ends of sentences belong to two prints of one: very short, or short and of the same characters."""
    longest = max(len(left), len(right))
    if longest <= WORD or not left or not right or longest > EDGE:
        return longest <= WORD
    shared = len(set(left) & set(right))
    return 2 * shared >= min(len(set(left)), len(set(right)))


def _sentence_start(content: Content, at: int) -> int:
    text, place = content.doc.flow.text, content.place(at)
    low = max(place - 2 * EDGE, 0)
    while place > low and text[place - 1] not in SENTENCE_ENDS:
        place -= 1
    return content.index(place)


def _sentence_end(content: Content, at: int) -> int:
    text, place = content.doc.flow.text, content.after(at)
    high = min(place + 2 * EDGE, len(text))
    while place < high and text[place] not in SENTENCE_ENDS:
        place += 1
    return content.index(place)


def _differences(a: Content, b: Content, gap: Gap) -> Iterator[Difference]:
    for part in split(a.text, b.text, gap):
        turned = _turned(a, b, part)
        core_a, core_b = a.text[turned.a : turned.a_end], b.text[turned.b : turned.b_end]
        name = max(len(core_a), len(core_b)) <= PART_OF_NAME and _near_office(a, turned.a, turned.a_end)
        kind = sort_of(core_a, core_b, near_office=name)
        if kind == "number":
            words_a, words_b = _number(a, turned.a, turned.a_end), _number(b, turned.b, turned.b_end)
        else:
            words_a, words_b = _words(a, turned.a, turned.a_end), _words(b, turned.b, turned.b_end)
        yield Difference(
            kind=kind,
            a=words_a,
            b=words_b,
            core_a=core_a,
            core_b=core_b,
            at_a=_spot(a, turned.a, turned.a_end),
            at_b=_spot(b, turned.b, turned.b_end),
            inside=not _whole_clause(a, b, turned),
        )


def _spot(content: Content, start: int, end: int) -> Spot:
    found = passage(content, start, end)
    return Spot(start=found.start, end=found.end)


def _turned(a: Content, b: Content, gap: Gap) -> Gap:
    """A loss turned until it begins and ends at clause borders, if it can be; else as it is."""
    long, other = (a, b) if gap.b == gap.b_end else (b, a)
    start, end = (gap.a, gap.a_end) if long is a else (gap.b, gap.b_end)
    if (gap.a != gap.a_end and gap.b != gap.b_end) or start == end:
        return gap
    for shift in sorted(range(-TURN, TURN + 1), key=abs):
        if _can_turn(long.text, start, end, shift) and _bordered(long, start + shift, end + shift):
            edge = (gap.b if other is b else gap.a) + shift
            if not 0 <= edge <= len(other.text):
                continue
            moved = (start + shift, end + shift)
            return Gap(*moved, edge, edge) if long is a else Gap(edge, edge, *moved)
    return gap


def _can_turn(text: str, start: int, end: int, shift: int) -> bool:
    """Whether dropping `text[start+shift:end+shift]` leaves the same as dropping `text[start:end]`."""
    if shift >= 0:
        return text[start : start + shift] == text[end : end + shift]
    return start + shift >= 0 and text[start + shift : start] == text[end + shift : end]


def _whole_clause(a: Content, b: Content, gap: Gap) -> bool:
    """Whether one print has a whole clause or more that the other lacks, or says it in other words throughout."""
    if _ends_sentence(a, gap.a, gap.a_end) or _ends_sentence(b, gap.b, gap.b_end):
        return True
    if gap.a == gap.a_end:
        return _bordered(b, gap.b, gap.b_end)
    if gap.b == gap.b_end:
        return _bordered(a, gap.a, gap.a_end)
    longest = max(gap.a_end - gap.a, gap.b_end - gap.b)
    return longest > EDGE and _bordered(a, gap.a, gap.a_end) and _bordered(b, gap.b, gap.b_end)


def _ends_sentence(content: Content, start: int, end: int) -> bool:
    """Whether a sentence ends within a stretch."""
    text = content.doc.flow.text
    return any(char in SENTENCE_ENDS for char in text[content.place(start) : content.after(end)])


def _bordered(content: Content, start: int, end: int) -> bool:
    """Whether a stretch stands between two clause breaks."""
    return _break_between(content, start) and _break_between(content, end)


def _break_between(content: Content, at: int) -> bool:
    """Whether a clause break stands before the content character at `at` (or the text ends there)."""
    if at in (0, len(content.text)):
        return True
    between = content.doc.flow.text[content.after(at) : content.place(at)]
    return any(char in BREAKS for char in between)


def _words(content: Content, start: int, end: int) -> Passage:
    """A difference with a few characters of its clause to either side, so that it can be read alone."""
    text = content.doc.flow.text
    if start < end:
        left, right = content.place(start), content.after(end)
    else:
        left = right = content.after(start)
    left, right = _left_context(text, left), _right_context(text, right)
    while left < right and text[left].isspace():
        left += 1
    return _raw(content, left, right) if left < right else passage(content, start, end)


def _left_context(text: str, left: int) -> int:
    """Where the words before a difference begin: at the clause's beginning, else at a soft break, else anywhere."""
    soft: int | None = None
    for at in range(left - 1, max(left - CONTEXT, 0) - 1, -1):
        if text[at] in BREAKS:
            return at + 1
        if text[at] in SOFT and at < left - 2:
            soft = at if text[at] in OPENING else at + 1
    return max(left - CONTEXT, 0) if soft is None else soft


def _right_context(text: str, right: int) -> int:
    """Where the words behind a difference end."""
    soft: int | None = None
    for at in range(right, min(right + CONTEXT, len(text))):
        if text[at] in BREAKS:
            return at
        if text[at] in SOFT and at > right + 1:
            soft = at + 1 if text[at] in CLOSING else at
    return min(right + CONTEXT, len(text)) if soft is None else soft


def _number(content: Content, start: int, end: int) -> Passage:
    """A changed number with its unit: what the claim of the document says, else the calendar or the unit table."""
    text = content.doc.flow.text
    left, right = content.place(start), content.after(end)
    raw = _raw(content, left, right)
    claims = content.doc.claims
    at = bisect_right(claims, raw.start, key=lambda claim: claim.start)
    for claim in claims[max(at - 1, 0) : at + 1]:
        if claim.start < raw.end and raw.start < claim.end:
            start, end = min(claim.start, raw.start), max(claim.end, raw.end)
            return Passage(doc_id=raw.doc_id, start=start, end=end, text=content.doc.text[start:end])
    dated = text[right : right + 1] in CALENDAR
    unit = text[right : right + 1] if dated else next((u for u in _units() if text.startswith(u, right)), "")
    return _raw(content, left, right + len(unit))


def _near_office(content: Content, start: int, end: int) -> bool:
    """Whether an office stands right before a name that holds the difference, or right behind it."""
    before, after = _offices()
    return bool(before.search(content.text[max(start - 8, 0) : start]) or after.match(content.text[end : end + 8]))


@cache
def _offices() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What the text before a name's differing character ends with, and what the text behind it begins with."""
    rows = read_table("offices")
    before = "|".join(row["word"] for row in rows if row["side"] in {"before", "both"})
    after = "|".join(row["word"] for row in rows if row["side"] in {"after", "both"})
    return re.compile(f"(?:{before}).{{0,{NAME - 1}}}$"), re.compile(f".{{0,{NAME - 1}}}(?:{after})")


@cache
def _units() -> tuple[str, ...]:
    """Printed units, longest first."""
    return tuple(sorted({row["unit"] for row in read_table("units")}, key=lambda unit: (-len(unit), unit)))
