"""X06, organisations: one body under two names a character apart.

Two companies of one town may differ in a character by right (宏达, 弘达). So two names are called one body's only where
the differing characters are taken for each other by ear or by eye, in one document or in two with the same town before
both, one of the two is rare, and no sentence holds both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations, product
from typing import TYPE_CHECKING

from claimex.checks.persons import confusable_pairs, same_start
from claimex.schema.finding import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimex.schema.document import Document

KIND = re.compile(
    r"有限责任公司|股份有限公司|有限公司|公司|集团|大学|学院|中学|小学|医院|研究院|研究所|实验室|协会|学会|商会|联合会|基金会"
    r"|合作社|银行|博物馆|图书馆|科学城|开发区|产业园"
)
"""What a body is called by at the end."""
HAN = re.compile(r"[\u4e00-\u9fff]*$")
REACH = 12
"""Characters before the kind that may belong to the name."""
CORE = 2
"""Characters right before the kind (or before what stands between) in which the names differ."""
SHORTEST = 5
"""Characters of the shortest name."""
BESIDE = re.compile(r"[省市区县州镇]$")
"""The end of a town's name, by which two texts mean the same body."""
PLACES = 6
"""Places of one name that are looked at."""
OFTEN = 2
"""Times that the rarer spelling may stand."""
SENTENCE = re.compile(r"[。！？\n]")


@dataclass(frozen=True, slots=True)
class Body:
    """A possible name: the characters before a kind, and the kind. `end`: flow offset."""

    doc: Document
    run: str
    kind: str
    end: int

    def named(self, length: int) -> Evidence:
        """The last `length` characters of the name where they stand."""
        start, end = self.doc.flow.offsets.span(self.end - length, self.end)
        return Evidence(doc_id=self.doc.doc_id, start=start, end=end, text=self.doc.text[start:end])

    @property
    def whole(self) -> str:
        """The characters and the kind."""
        return self.run + self.kind


def bodies(docs: Iterable[Document]) -> Iterator[tuple[Evidence, Evidence]]:
    """Two names of one body, each where it stands."""
    places: dict[tuple[str, ...], dict[str, list[Body]]] = defaultdict(lambda: defaultdict(list))
    for doc in docs:
        for body in _bodies(doc):
            for key, name in _keys(body):
                places[key][name].append(body)
    told: set[tuple[str, int]] = set()
    for key in sorted(places):
        for one, other in combinations(sorted(places[key]), 2):
            found = _one_body(places[key][one], places[key][other]) if _confusable(one, other) else None
            if found is not None and (found[0].doc_id, found[0].end) not in told:
                told.add((found[0].doc_id, found[0].end))
                yield found


def _one_body(ones: Sequence[Body], others: Sequence[Body]) -> tuple[Evidence, Evidence] | None:
    if min(len(ones), len(others)) > OFTEN:
        return None
    for one, other in product(ones[:PLACES], others[:PLACES]):
        length = _length(one, other)
        same = one.doc is other.doc
        if length < SHORTEST or _together(one, other, length) or not (same or _placed(one, length)):
            continue
        first, second = sorted((one, other), key=lambda body: (body.doc.doc_id, body.end))
        return first.named(length), second.named(length)
    return None


def _length(one: Body, other: Body) -> int:
    """Characters of the name: back from the end over the one difference, as far as both say the same."""
    a, b = one.whole[::-1], other.whole[::-1]
    at = same_start(a, b)
    return at + 1 + same_start(a[at + 1 :], b[at + 1 :])


def _placed(body: Body, length: int) -> bool:
    """Whether a town stands in the name."""
    name = body.whole[-length:]
    return any(BESIDE.search(name[:at]) for at in range(2, len(name) - len(body.kind) - 1))


def _together(one: Body, other: Body, length: int) -> bool:
    """Whether a sentence of one name holds the other: two bodies."""
    return any(body.whole[-length:] in _sentence(rival) for body, rival in ((one, other), (other, one)))


def _sentence(body: Body) -> str:
    text = body.doc.flow.text
    low = max(body.end - 200, 0)
    start = max((match.end() for match in SENTENCE.finditer(text, low, body.end)), default=low)
    end = SENTENCE.search(text, body.end)
    return text[start : end.start() if end else len(text)]


def _bodies(doc: Document) -> Iterator[Body]:
    text = doc.flow.text
    for match in KIND.finditer(text):
        found = HAN.search(text, max(match.start() - REACH, 0), match.start())
        run = found[0] if found else ""
        if len(run) >= CORE:
            yield Body(doc=doc, run=run, kind=match[0], end=match.end())


def _keys(body: Body) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every two characters of the name, one of them left out; what stands behind them must be the same."""
    for at in range(len(body.run) - CORE + 1):
        pair, rest = body.run[at : at + CORE], body.run[at + CORE :]
        if len(rest) <= REACH // 2:
            yield ("?", pair[1], rest, body.kind), pair
            yield (pair[0], "?", rest, body.kind), pair


def _confusable(one: str, other: str) -> bool:
    return frozenset(next((a, b) for a, b in zip(one, other, strict=True) if a != b)) in confusable_pairs()
