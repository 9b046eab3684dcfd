"""Which printed amounts the text makes parts of which total."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claimex.checks.template import AMOUNT, kind_of
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimex.checks.rule import Span
    from claimex.checks.view import Figure, View

# 其中, and 中 behind a total of the same clause: 1240个断面中，优良断面1180个
AMONG = re.compile(r"其中|(?<![其集期年月日])中(?=[，,])")
CLAUSE_END = "，；：。！？\n、（）"
# an amount behind one of these is a change, a share or a comparison, not a part
NOT_PART = re.compile(
    r"增加(?!值)|减少|增长|下降|同比|环比|比|较|占|净增|提高|上升|多|少|顺差|逆差|结余|盈余|平均|人均|每|单价|均价|最高|最低|达标|分别|超出"
)

# how far a total may stand from its parts, and how many parts are looked at
REACH = 400
MOST_PARTS = 12
TOTAL_WORD = re.compile(r"总|合计|共|全部|一共")


@dataclass(frozen=True, slots=True)
class Group:
    """A total and the amounts listed after 其中. `labels[i]` is the clause text before part i."""

    whole: Figure
    whole_label: str
    parts: tuple[Figure, ...]
    labels: tuple[str, ...]
    end: int


def label(view: View, figure: Figure) -> str:
    """The words before a figure in its clause."""
    left = figure.start
    while left > 0 and figure.start - left < 40 and view.text[left - 1] not in CLAUSE_END:
        left -= 1
    return view.text[left : figure.start]


def heads(view: View, start: int, end: int) -> Iterator[tuple[Figure, str]]:
    """Levels of a stretch: the last amount of each clause (三家企业的用户达17亿户), if it is no change and no share."""
    last: tuple[int, Figure, str] | None = None
    for figure in view.figures_in(start, end):
        words = label(view, figure)
        begin = figure.start - len(words)
        if kind_of(figure) != AMOUNT or NOT_PART.search(words.partition("其中")[2] or words):
            continue
        if last is not None and last[0] != begin:
            yield last[1], last[2]
        last = (begin, figure, words)
    if last is not None:
        yield last[1], last[2]


def groups(view: View) -> Iterator[Group]:
    """Every 其中 with its total before it and two or more amounts of the total's unit after it."""
    matches = list(view.find(AMONG))
    for index, match in enumerate(matches):
        start, end = view.sentence(match.start())
        following = matches[index + 1].start() if index + 1 < len(matches) else end
        start, end = max(start, match.start() - REACH), min(end, following, match.end() + REACH)
        listed = list(heads(view, match.end(), end))
        if not listed:
            continue
        unit = listed[0][0].code
        if match[0] == "中":
            start = match.start() - len(_clause_before(view, match.start()))
        whole = _whole(view, start, match.start(), unit)
        if whole is not None and match[0] == "中" and whole[0].start < start:
            continue
        same = [(f, words) for f, words in listed if f.code == unit][:MOST_PARTS]
        if whole is not None and same:
            yield Group(whole[0], whole[1], tuple(f for f, _ in same), tuple(words for _, words in same), end)


def _clause_before(view: View, position: int) -> str:
    left = position
    while left > 0 and position - left < 40 and view.text[left - 1] not in CLAUSE_END:
        left -= 1
    return view.text[left:position]


def _whole(view: View, start: int, at: int, unit: str) -> tuple[Figure, str] | None:
    """The level 其中 divides: the last before it, or the first of the sentence before where it opens one."""
    found = [pair for pair in heads(view, start, at) if pair[0].code == unit]
    if found:
        return found[-1]
    if view.text[start:at].strip("，, \u3000") or start == 0 or view.text[start - 1] == "\n":
        return None
    before = view.sentence(start - 1)
    found = [pair for pair in heads(view, max(before[0], start - REACH), before[1]) if pair[0].code == unit]
    totals = [pair for pair in found if TOTAL_WORD.search(pair[1])]
    return totals[0] if totals else found[0] if found else None


@cache
def whole_sets() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The lexicon's sets of parts that leave no rest, with a word of their whole."""
    return tuple((row["whole"], tuple(row["parts"].split(","))) for row in read_table("exhaustive_parts"))


def complete_run(group: Group, view: View) -> int:
    """How many of the group's first parts make up its whole by what they are called: 0 where the words do not say so.

    Also where the last part is the rest (其余). What follows a complete run is about something else.
    """
    for size in range(2, len(group.parts) + 1):
        labels = group.labels[:size]
        last = labels[-1]
        tail = view.text[group.parts[size - 1].end : group.end][:8]
        if ("其余" in last or "剩余" in last) and "等" not in tail:
            return size
        if any(whole in group.whole_label and _named(labels, words, whole) for whole, words in whole_sets()):
            return size
    return 0


def _named(labels: Sequence[str], words: tuple[str, ...], whole: str) -> bool:
    """Whether each label holds its own word of the set and no other's."""
    if len(labels) != len(words):
        return False
    left = list(labels)
    for word in words:
        fits = [item for item in left if word in item and not (whole and whole in item)]
        if len(fits) != 1:
            return False
        left.remove(fits[0])
    return True


def span_of(figures: Sequence[Figure]) -> tuple[Span, ...]:
    """Evidence spans of several figures."""
    return tuple(f.span for f in figures)
