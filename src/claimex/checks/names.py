"""X06: one person under two names a character apart, and a list of terms in which one term drifts.

Two people often share an office, a surname and a character of the given name. So two names are called one person's only
where the differing characters are taken for each other by ear or by eye (or one of them is no surname at all), the same
words stand before both, and one of the two spellings is rare.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from claimex.checks.cross import Corpus, CorpusCheck, CrossHit
from claimex.lexicon import read_table
from claimex.schema.finding import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.schema.document import Document

LENGTH = 3
"""Characters of the longest names looked at."""
BEHIND = frozenset("的说在和与等同介表指认作对为是到就将出主强今会参深向调")
"""What stands right behind a name of two characters."""
BEFORE = 24
"""Characters before a name in which the same words must stand."""
SHARED = 4
"""Characters of those words: an office and what it belongs to."""
SHARED_SHORT = 6
"""The same for names of two characters, which are two people's more often."""
RARE = 2
"""Documents in which the rarer spelling may stand; a name that stands in more is somebody's own."""
LISTED = re.compile(r"([两三四五六七八九十]|\d{1,2})大([\u4e00-\u9fff]{2,8})")
COUNTS = {char: number for number, char in enumerate("两三四五六七八九十", start=2)}
CLAUSE = re.compile(r"[，。；：！？,;:!?\n]")
LEAD = re.compile(r".*(?:打造|建设|构建|建成|推进|推动|发展|聚焦|围绕|形成|壮大|培育|做强|包括|即|以及|以|在|和|是|为)")
LEAST_TERMS = 4


@dataclass(frozen=True, slots=True)
class Naming:
    """A possible name beside an office. `start`: flow offset; `before`: what stands before it, blanks left out."""

    doc: Document
    name: str
    start: int
    before: str

    def evidence(self) -> Evidence:
        """The name where it stands."""
        start, end = self.doc.flow.offsets.span(self.start, self.start + len(self.name))
        return Evidence(doc_id=self.doc.doc_id, start=start, end=end, text=self.doc.text[start:end])


def _persons(corpus: Corpus) -> Iterator[CrossHit]:
    """One person under two names a character apart; between two prints of one report X05 tells it."""
    aligned = {frozenset((found.a_id, found.b_id)) for found in corpus.faithful}
    first: dict[str, Naming] = {}
    docs: dict[str, set[str]] = defaultdict(set)
    for doc in corpus.docs:
        for naming in _namings(doc):
            first.setdefault(naming.name, naming)
            docs[naming.name].add(naming.doc.doc_id)
    for one, other in _neighbours(first):
        rare = min(len(docs[one]), len(docs[other]))
        if rare > RARE or not _confusable(one, other):
            continue
        a, b = sorted((first[one], first[other]), key=lambda n: (n.doc.doc_id, n.start))
        words = _common(a.before, b.before)
        if frozenset((a.doc.doc_id, b.doc.doc_id)) in aligned:
            continue
        if len(words) >= (SHARED if len(one) == LENGTH else SHARED_SHORT) and _ends_office(words):
            yield CrossHit(
                evidence=(a.evidence(), b.evidence()),
                fields={"a": a.name, "b": b.name, "why": words},
                calculation=f"“{a.name}” ≠ “{b.name}”，上文同为“{words}”",
            )


def _terms(corpus: Corpus) -> Iterator[CrossHit]:
    """A list of terms, declared as N大…, in which one term differs from the same list elsewhere."""
    lists: dict[tuple[str, ...], dict[str, _List]] = defaultdict(dict)
    for doc in corpus.docs:
        for item in _lists(doc):
            for at in range(len(item.terms)):
                rest = (item.head, str(at), *(term for i, term in enumerate(item.terms) if i != at))
                lists[rest].setdefault(item.terms[at], item)
    for rest in sorted(lists):
        for one, other in combinations(sorted(lists[rest]), 2):
            if one in other or other in one:
                continue
            a, b = sorted((lists[rest][one], lists[rest][other]), key=lambda n: (n.doc.doc_id, n.start))
            at = int(rest[1])
            yield CrossHit(
                evidence=(a.evidence(), b.evidence()),
                fields={"a": a.terms[at], "b": b.terms[at], "why": rest[0]},
                calculation=f"“{a.terms[at]}” ≠ “{b.terms[at]}”，其余{len(a.terms) - 1}项相同",
                severity="note",
            )


@dataclass(frozen=True, slots=True)
class _List:
    """A list of terms under a declared count. `start`, `end`: flow offsets of the terms."""

    doc: Document
    head: str
    terms: tuple[str, ...]
    start: int
    end: int

    def evidence(self) -> Evidence:
        start, end = self.doc.flow.offsets.span(self.start, self.end)
        return Evidence(doc_id=self.doc.doc_id, start=start, end=end, text=self.doc.text[start:end])


def _lists(doc: Document) -> Iterator[_List]:
    text = doc.flow.text
    for match in LISTED.finditer(text):
        count = COUNTS.get(match[1]) or int(match[1])
        breaks = list(CLAUSE.finditer(text, max(match.start() - 120, 0), match.start()))
        begin = breaks[-1].end() if breaks else max(match.start() - 120, 0)
        pieces = text[begin : match.start()].split("、")
        if len(pieces) != count or count < LEAST_TERMS or not all(pieces):
            continue
        lead = LEAD.match(pieces[0])
        skip = lead.end() if lead and lead.end() < len(pieces[0]) else 0
        terms = (pieces[0][skip:], *pieces[1:])
        yield _List(doc=doc, head=match[2], terms=terms, start=begin + skip, end=match.start())


def _namings(doc: Document) -> Iterator[Naming]:
    """What stands where a name may stand: two or three characters behind an office."""
    text = doc.flow.text
    for match in _offices().finditer(text):
        start = match.end()
        name = text[start : start + LENGTH]
        if len(name) == LENGTH and (name[-1] in BEHIND or not _is_word(name)):
            name = name[:-1]
        if _is_word(name):
            yield Naming(doc=doc, name=name, start=start, before="".join(text[max(start - BEFORE, 0) : start].split()))


def _is_word(name: str) -> bool:
    return len(name) > 1 and all("\u4e00" <= char <= "\u9fff" for char in name)


def _neighbours(names: dict[str, Naming]) -> Iterator[tuple[str, str]]:
    """Pairs of names with all but one character the same, found by the characters they share."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for at in range(len(name)):
            groups[f"{name[:at]}?{name[at + 1 :]}"].append(name)
    for key in sorted(groups):
        yield from combinations(groups[key][:CROWD], 2)


CROWD = 40
"""Names that share two characters beyond which they are no names (书记在北, 书记在上)."""


def _confusable(one: str, other: str) -> bool:
    """Whether the differing characters are taken for each other and both strings read as names."""
    at = next(i for i in range(len(one)) if one[i] != other[i])
    known = (one[0] in _surnames(), other[0] in _surnames())
    return any(known) and (at == 0 or all(known)) and frozenset((one[at], other[at])) in _pairs()


def _common(left: str, right: str) -> str:
    """The longest stretch that both contexts hold, found from the ends backwards."""
    best = ""
    for start in range(len(left)):
        end = start + len(best) + 1
        while end <= len(left) and left[start:end] in right:
            best = left[start:end]
            end += 1
    return best


def _ends_office(words: str) -> bool:
    return any(row["word"] in words for row in read_table("offices"))


@cache
def _offices() -> re.Pattern[str]:
    words = sorted((row["word"] for row in read_table("offices") if row["side"] != "after"), key=len, reverse=True)
    return re.compile("(?:" + "|".join(words) + ")")


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["name"] for row in read_table("surnames"))


@cache
def _pairs() -> frozenset[frozenset[str]]:
    return frozenset(frozenset((row["one"], row["other"])) for row in read_table("confusable"))


def find_variants(corpus: Corpus) -> Iterator[CrossHit]:
    """X06: one thing under two names: a person a character apart, a term of a set that drifts.

    反例: 中国科学院院士卞某武 and 中国科学院院士下某武; 数字经济 and 数智科技 as the first of the same four highlands.
    正例: two people who share an office; lists with other heads.
    """
    yield from _persons(corpus)
    yield from _terms(corpus)


CHECKS: tuple[CorpusCheck, ...] = (
    CorpusCheck(
        id="X06",
        kind="name_variant",
        severity="warning",
        find=find_variants,
        zh="疑为同一名称的两种写法：“{a}”与“{b}”（{why}）",
        en="one name seems to be written in two ways: “{a}” and “{b}” ({why})",
    ),
)
