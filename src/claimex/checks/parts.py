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

AMONG = re.compile(r"其中")
CLAUSE_END = "，；：。！？\n、（）"
# an amount behind one of these is a change, a share or a comparison, not a part
NOT_PART = re.compile(
    r"增加|减少|增长|下降|同比|环比|比|较|占|净增|提高|上升|多|少|顺差|逆差|结余|盈余|平均|人均|每|单价|均价|最高|最低|达标|分别|超出"
)


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
    """Amounts of a stretch that stand as levels: the first of their clause, and no change, share or average."""
    clause_seen = -1
    for figure in view.figures_in(start, end):
        words = label(view, figure)
        begin = figure.start - len(words)
        if begin == clause_seen:
            continue
        if kind_of(figure) == AMOUNT and not NOT_PART.search(words.partition("其中")[2] or words):
            clause_seen = begin
            yield figure, words


def groups(view: View) -> Iterator[Group]:
    """Every 其中 with its total before it and two or more amounts of the total's unit after it."""
    matches = list(view.find(AMONG))
    for index, match in enumerate(matches):
        start, end = view.sentence(match.start())
        following = matches[index + 1].start() if index + 1 < len(matches) else end
        end = min(end, following)
        listed = list(heads(view, match.end(), end))
        if not listed:
            continue
        unit = listed[0][0].unit
        whole = _whole(view, start, match.start(), unit)
        same = [(f, words) for f, words in listed if f.unit == unit]
        if whole is not None and same:
            yield Group(whole[0], whole[1], tuple(f for f, _ in same), tuple(words for _, words in same), end)


def _whole(view: View, start: int, at: int, unit: str) -> tuple[Figure, str] | None:
    """The last level of the unit before 其中, in its sentence or, where 其中 opens it, in the one before."""
    found = [pair for pair in heads(view, start, at) if pair[0].unit == unit]
    if found:
        return found[-1]
    if view.text[start:at].strip("，, \u3000") or start == 0:
        return None
    before = view.sentence(start - 1)
    if "\n" in view.text[before[0] : start].rstrip("\n") or view.text[start - 1] == "\n":
        return None
    found = [pair for pair in heads(view, *before) if pair[0].unit == unit]
    return found[0] if len(found) == 1 else None


@cache
def _sets() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((row["whole"], tuple(row["parts"].split(","))) for row in read_table("exhaustive_parts"))


def exhaustive(whole_label: str, labels: Sequence[str], tail: str) -> bool:
    """Whether the labels name a set of parts that leaves no rest, or the last one is the rest (其余)."""
    if any("其余" in words or "剩余" in words for words in labels[-1:]) and "等" not in tail:
        return True
    for whole, words in _sets():
        if whole in whole_label and len(words) == len(labels):
            left = list(labels)
            for word in words:
                fit = next((item for item in left if word in item), None)
                if fit is None or sum(other in fit for other in words) > 1 or (whole and whole in fit):
                    break
                left.remove(fit)
            else:
                return True
    return False


def span_of(figures: Sequence[Figure]) -> tuple[Span, ...]:
    """Evidence spans of several figures."""
    return tuple(f.span for f in figures)
