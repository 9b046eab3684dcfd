"""What framing is given, and the page cut into clauses and spots."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimex.schema import Flow, PeriodMention, QuantityMention, Sentence, Source, Token

MARK = "\ufffc"
"""Stands in a context for a time: it is not part of any phrase."""

OPENING = 200
"""Where a text says what it is and what it is about, in characters."""

_STORY = re.compile(r"消息|记者|讯|报道")
_ADDRESS = re.compile(r"各位代表|各位委员|我代表[\u4e00-\u9fff]{0,8}政府|请予审[议查]")
_SALUTATION = 600
"""How far into a report its address may stand, below headline, date and pictures, in characters."""
_BREAK = re.compile(r"[，,；;：:。！？!?\n]")
_OPEN, _CLOSE = "（(《〈【[", "）)》〉】]"
_JOIN = re.compile(r"\s*(?:、|和|及|以及|与|，|,)?\s*")
"""What stands between two quantities of one list: `118家、5108家和3.69万家`."""


@dataclass(frozen=True, slots=True)
class Page:
    """One source with all that the earlier stages found on it; mentions have flow offsets, in order of position."""

    source: Source
    flow: Flow
    sentences: tuple[Sentence, ...]
    quantities: tuple[QuantityMention, ...]
    periods: tuple[PeriodMention, ...]
    words: Callable[[str], tuple[Token, ...]]

    def story(self, article: int) -> bool:
        """Whether an article is a news story: those say so, or who reports, in their first sentences.

        Not one that addresses an assembly, whoever took the picture above it.
        """
        start = self.flow.articles[article].start
        told = _STORY.search(self.flow.text, start, start + OPENING)
        return told is not None and not _ADDRESS.search(self.flow.text, start, start + _SALUTATION)

    def periods_in(self, start: int, end: int) -> tuple[PeriodMention, ...]:
        """The time mentions that start inside `start:end`."""
        first = bisect_left(self.periods, start, key=lambda mention: mention.start)
        last = bisect_left(self.periods, end, key=lambda mention: mention.start)
        return self.periods[first:last]

    def counts(self, start: int, end: int) -> bool:
        """Whether a quantity begins inside `start:end`."""
        first = bisect_left(self.quantities, start, key=lambda mention: mention.start)
        return first < len(self.quantities) and self.quantities[first].start < end

    def blank(self, start: int, end: int, only: Callable[[PeriodMention], bool] | None = None) -> str:
        """A stretch of the flow with its times (those that `only` picks) replaced by as many `MARK`s."""
        text = self.flow.text[start:end]
        for mention in self.periods_in(start, end):
            if mention.end <= end and (only is None or only(mention)):
                first, last = mention.start - start, mention.end - start
                text = text[:first] + MARK * (last - first) + text[last:]
        for span in self._durations(start, end):
            first, last = span[0] - start, span[1] - start
            text = text[:first] + MARK * (last - first) + text[last:]
        return text

    def _durations(self, start: int, end: int) -> list[tuple[int, int]]:
        """Lengths of time inside a stretch (`连续5年`, `24小时`): like times, they name nothing."""
        low = bisect_left(self.quantities, start, key=lambda mention: mention.start)
        high = bisect_left(self.quantities, end, key=lambda mention: mention.start)
        return [
            (mention.start, mention.end)
            for mention in self.quantities[low:high]
            if mention.quantity.dimension == "time" and mention.end <= end
        ]


@dataclass(slots=True)
class Spot:
    """One quantity in its clause.

    `left` runs from the clause's start, or the end of the quantity before, to the mention's first cue; `right` from
    the mention's end to the clause's end or the next quantity; `cue` is where the mention begins, a leading
    approximator included. All offsets are flow offsets. `listed`: only a list mark stands between the quantity before
    and this one.
    `descriptor`: the quantity is only a part of what the next one measures (`60岁及以上人口`). `head`: the first
    quantity of the list that this one goes on with.
    """

    mention: QuantityMention
    cue: int
    sentence: int
    clause: tuple[int, int]
    left_start: int
    right_end: int
    listed: bool = False
    descriptor: bool = False
    before: Spot | None = field(default=None, repr=False)
    head: Spot | None = field(default=None, repr=False)

    @property
    def list_head(self) -> Spot:
        """The first quantity of the list that this one stands in; itself outside a list."""
        return self.head or self


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The clauses of `text[start:end]`: cut at commas, semicolons and colons that stand outside brackets."""
    depth, at = 0, start
    for position in range(start, end):
        char = text[position]
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(0, depth - 1)
        elif depth == 0 and _BREAK.match(char) and not _between_digits(text, position):
            if position > at:
                yield at, position
            at = position + 1
    if end > at:
        yield at, end


def _between_digits(text: str, position: int) -> bool:
    """`1,300万`, `3:1`: punctuation inside a number does not end a clause."""
    return (
        text[position] in ",:："
        and 0 < position < len(text) - 1
        and text[position - 1].isdigit()
        and text[position + 1].isdigit()
    )


def spots(page: Page, index: int) -> list[Spot]:
    """The quantities of sentence `index`, each with its surroundings."""
    sentence = page.sentences[index]
    text = page.flow.text
    low = bisect_left(page.quantities, sentence.start, key=lambda mention: mention.start)
    high = bisect_left(page.quantities, sentence.end, key=lambda mention: mention.start)
    mentions = page.quantities[low:high]
    if not mentions:
        return []
    parts = list(clauses(text, sentence.start, sentence.end))
    found: list[Spot] = []
    part = 0
    for number, mention in enumerate(mentions):
        while part + 1 < len(parts) and parts[part][1] <= mention.start:
            part += 1
        clause = parts[part] if parts else (sentence.start, sentence.end)
        before = found[-1] if found else None
        follows = mentions[number + 1] if number + 1 < len(mentions) else None
        cue = max(_cue(text, mention), before.mention.end if before is not None else 0)
        left_start, listed = clause[0], False
        if before is not None and before.mention.end > clause[0]:
            before.descriptor = _describes(text, before, cue, mention.kind)
            left_start = before.left_start if before.descriptor else before.mention.end
            listed = bool(_JOIN.fullmatch(text, _after_suffix(text, before.mention.end), cue))
        following = clause[1] if follows is None else follows.start if follows.cue_start is None else follows.cue_start
        right_end = max(mention.end, min(clause[1], following))
        head = before.list_head if listed and before is not None else None
        left = min(left_start, cue)
        found.append(Spot(mention, cue, index, clause, left, right_end, listed, before=before, head=head))
    return found


_APPROXIMATORS = re.compile(
    r"(?:最[高低多少大]|至[少多]|[不未](?:超过?|低于|少于|高于|到|足|得)|约|大约|将?近|超过?|突破|逾|高达|多达|达到?|可|接近|为|过|了|的|\s)+"
)


def _cue(text: str, mention: QuantityMention) -> int:
    """Where the mention begins; an approximator further off (`最高补助200万元`, `约占世界五分之一`) is context."""
    if mention.cue_start is None or not _APPROXIMATORS.fullmatch(text, mention.cue_start, mention.start):
        return mention.start
    return mention.cue_start


_CLASS = re.compile(
    r"(?:及|\(含\)|（含）)?以[上下](?=[\u4e00-\u9fff])(?!的|后|来)|(?<=岁)(?=[\u4e00-\u9fff])|级(?=[\u4e00-\u9fff])"
)
_STREAK = re.compile(r"连续$")


def _describes(text: str, before: Spot, cue: int, kind: str) -> bool:
    """Whether the quantity before is only a part of what this one measures.

    A class (`60岁及以上人口达到2.8亿`), a streak (`连续4年占全国九成`), the count of a list that shares its numbers
    out (`四项污染物平均浓度分别是27、47`), the field of a rank (`在31个省中排名第九`).
    """
    end = before.mention.end
    return bool(
        (_CLASS.match(text, end) and not (before.mention.quantity.dimension or "").startswith("count"))
        or _STREAK.search(text[before.left_start : before.mention.start])
        or (
            kind == "rank"
            and before.mention.kind == "amount"
            and not before.listed
            and text[end:cue][:1] not in "、和及，"
        )
        or ("分别" in text[end:cue] and before.mention.kind == "amount" and not before.listed)
    )


_SUFFIX = re.compile(r"(?:以上|以下|以内|左右|上下|多|余)?")


def _after_suffix(text: str, position: int) -> int:
    match = _SUFFIX.match(text, position)
    return match.end() if match else position
