"""X06, terms: a set that texts count (四大科创高地) with one of its terms called otherwise."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from claimex.checks.persons import same_start
from claimex.schema.finding import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimex.schema.document import Document

LISTED = re.compile(r"([两三四五六七八九十]|\d{1,2})大([\u4e00-\u9fff]{2,8})")
COUNTS = {char: number for number, char in enumerate("两三四五六七八九十", start=2)}
CLAUSE = re.compile(r"[，。；：！？,;:!?\n（）()“”]")
LEAD = re.compile(
    r".*(?:打造|建设|构建|建成|推进|推动|发展|聚焦|围绕|形成|壮大|培育|做强|包括|即|以及|以|在|和|是|为|好)"
)
BEHIND = re.compile(r"(?:[”’]?(?:[：:（(]|——?|，(?:即|包括|分别是|分别为|就是))(?:即|包括|分别是|分别为)?)")
AND = re.compile(r"以及|[和与及]")
REACH = 120
"""Characters in which a list stands."""
LEAST_TERMS = 4
HEAD = 3
"""Characters that two heads with different words behind them must share (科创高地要, 科创高地初)."""


@dataclass(frozen=True, slots=True)
class TermList:
    """A list of terms under a declared count. `start`, `end`: flow offsets of the terms."""

    doc: Document
    head: str
    terms: tuple[str, ...]
    start: int
    end: int

    def evidence(self) -> Evidence:
        """The terms where they stand."""
        start, end = self.doc.flow.offsets.span(self.start, self.end)
        return Evidence(doc_id=self.doc.doc_id, start=start, end=end, text=self.doc.text[start:end])


def drifts(docs: Iterable[Document]) -> Iterator[tuple[TermList, TermList, int]]:
    """Two lists of one set that differ in one term, and which term that is."""
    lists: dict[tuple[str, ...], dict[str, list[TermList]]] = defaultdict(lambda: defaultdict(list))
    for doc in docs:
        for item in _lists(doc):
            for at in range(len(item.terms)):
                rest = (str(at), *(term for i, term in enumerate(item.terms) if i != at))
                lists[rest][item.terms[at]].append(item)
    for rest in sorted(lists):
        for one, other in combinations(sorted(lists[rest]), 2):
            pairs = ((a, b) for a in lists[rest][one] for b in lists[rest][other] if _one_set(a.head, b.head))
            found = next(pairs, None)
            if found is not None and one not in other and other not in one:
                a, b = sorted(found, key=lambda item: (item.doc.doc_id, item.start))
                yield a, b, int(rest[0])


def _one_set(a: str, b: str) -> bool:
    """Whether two heads, each with a few words of the text behind it, are one."""
    return a.startswith(b) or b.startswith(a) or same_start(a, b) >= HEAD


def _lists(doc: Document) -> Iterator[TermList]:
    text = doc.flow.text
    for match in LISTED.finditer(text):
        count = COUNTS.get(match[1]) or int(match[1])
        if count < LEAST_TERMS:
            continue
        low = max(match.start() - REACH, 0)
        begin = max((found.end() for found in CLAUSE.finditer(text, low, match.start())), default=low)
        item = _list(doc, match[2], begin, match.start(), count) or _behind(doc, match, count)
        if item is not None:
            yield item


def _behind(doc: Document, match: re.Match[str], count: int) -> TermList | None:
    """The list behind the count: 四大科创高地：…, 四大科创高地（…）."""
    text = doc.flow.text
    opened = next(
        (found for at in range(match.start(2) + 2, match.end() + 1) if (found := BEHIND.match(text, at))), None
    )
    if opened is None:
        return None
    end = CLAUSE.search(text, opened.end(), min(opened.end() + REACH, len(text)))
    stop = end.start() if end else min(opened.end() + REACH, len(text))
    return _list(doc, text[match.start(2) : opened.start()], opened.end(), stop, count)


def _list(doc: Document, head: str, begin: int, end: int, count: int) -> TermList | None:
    """The terms of a stretch, if they are as many as declared."""
    pieces = doc.flow.text[begin:end].split("、")
    if len(pieces) == count - 1 and len(last := AND.split(pieces[-1])) == 2:
        pieces[-1:] = last
    if len(pieces) != count or not all(pieces):
        return None
    lead = LEAD.match(pieces[0])
    skip = lead.end() if lead and lead.end() < len(pieces[0]) else 0
    return TermList(doc=doc, head=head, terms=(pieces[0][skip:], *pieces[1:]), start=begin + skip, end=end)
