"""X06, persons: one person under two names a character apart.

Two people often share an office, a surname and a character of the given name. So two names are called one person's only
where the differing characters are taken for each other by ear or by eye (or one of them is no surname at all), the same
post stands beside both, one of the two spellings is rare, and no sentence holds both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product, takewhile
from typing import TYPE_CHECKING

from claimex.lexicon import read_table
from claimex.schema.finding import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimex.schema.document import Document

LENGTH = 3
"""Characters of the longest names with a surname of one character."""
COMPOUND = frozenset({"欧阳", "司马", "诸葛", "上官", "司徒", "东方", "尉迟", "公孙", "令狐", "皇甫", "夏侯", "端木"})
BEHIND = frozenset("的说在和与等同介表指认作对为是到就将出主强今会参深向调")
"""What stands right behind a name of two characters."""
BEFORE = 24
"""Characters before a name in which its posts stand."""
SHARED = 4
"""Characters of the shortest post of a name of three characters."""
SHARED_SHORT = 6
"""The same for names of two characters, which are two people's more often."""
WHOSE = 2
"""Characters that say whose office it is, before another text may mean the same person by it."""
ANYWHERE = re.compile(
    r"副|常务|原|前任|(?:[省市区县州镇乡村]委|党委|党组|支部|国家|政府|论坛|大会|公司|学校|医院|集团|企业|部门|单位|机关|协会)$"
)
"""What every such office has, and so says of none whose it is."""
MANY = re.compile(r"(?:代表|委员|村民|专家|医生|记者|编辑|队长)$")
"""Posts that so many hold that two of them may well have names alike."""
RARE = 2
"""Documents in which the rarer spelling may stand; a name that stands in more is somebody's own."""
OFTEN = 3
"""Times that the rarer spelling may stand in a document beside the other."""
PLACES = 8
"""Places of one name that are looked at."""
CROWD = 40
"""Names that share two characters beyond which they are no names (书记在北, 书记在上)."""
ANYONE = re.compile(r"[一几这那多各每两][位名个]|记者|有关|相关|其他|部分")
"""Words by which a post is nobody's in particular."""
HAN = re.compile(r"[\u4e00-\u9fff]*$")
SENTENCE = re.compile(r"[。！？\n]")
OPENS = frozenset("括据的了在由和与是请对邀给到见访向让说天日年时有")
"""What may stand before the first word of a post."""
BODY = re.compile(r"(?:大学|学院|医院|研究院|研究所|实验室|中心|公司|集团|局|厅|委|部|院|所|校|馆|社)$")


@dataclass(frozen=True, slots=True)
class Naming:
    """A possible name beside an office. `start`: flow offset; `posts`: what the words beside it say the person is."""

    doc: Document
    name: str
    start: int
    posts: tuple[str, ...]

    def evidence(self) -> Evidence:
        """The name where it stands."""
        start, end = self.doc.flow.offsets.span(self.start, self.start + len(self.name))
        return Evidence(doc_id=self.doc.doc_id, start=start, end=end, text=self.doc.text[start:end])


def persons(docs: Iterable[Document]) -> Iterator[tuple[Naming, Naming, str]]:
    """Two names of one person, each where it stands, and the post that both have."""
    places: dict[str, list[Naming]] = defaultdict(list)
    for doc in docs:
        for naming in _namings(doc):
            places[naming.name].append(naming)
    for one, other in _neighbours(places):
        if _confusable(one, other) and _rare(places[one], places[other]):
            found = _one_person(places[one][:PLACES], places[other][:PLACES])
            if found is not None:
                yield found


def _one_person(ones: Sequence[Naming], others: Sequence[Naming]) -> tuple[Naming, Naming, str] | None:
    """The first two places of two names that have a post in common; null where a sentence holds both names."""
    if any(_together(naming, others[0].name) for naming in ones) or any(
        _together(naming, ones[0].name) for naming in others
    ):
        return None
    proper = {ones[0].name[0], others[0].name[0]} <= _surnames()
    for one, other in product(ones, others):
        shared = (_common(a, b, one.doc is other.doc) for a, b in product(one.posts, other.posts))
        post = max((found for found in shared if not (proper and MANY.search(found))), key=len, default="")
        if len(post) >= (SHARED if len(one.name) >= LENGTH else SHARED_SHORT):
            first, second = sorted((one, other), key=lambda n: (n.doc.doc_id, n.start))
            return first, second, post
    return None


def _common(a: str, b: str, same: bool) -> str:  # noqa: FBT001 (of one document)
    """The post that two texts call by the same words; empty where they do not, or where it is anybody's."""
    post = a[len(a) - same_start(a[::-1], b[::-1]) :]
    office = next((word for word in _office_words() if post.endswith(word)), "")
    rests = a[: len(a) - len(post)], b[: len(b) - len(post)]
    begins = any(not rest or rest[-1] in OPENS for rest in rests)
    whose = len(ANYWHERE.sub("", post.removesuffix(office)))
    if not office or not begins or ANYONE.search(post) or whose < (0 if same else WHOSE):
        return ""
    return post


def _together(naming: Naming, other: str) -> bool:
    """Whether the sentence of a name holds the other name as well."""
    text = naming.doc.flow.text
    start = max((match.end() for match in SENTENCE.finditer(text, max(0, naming.start - 200), naming.start)), default=0)
    end = SENTENCE.search(text, naming.start)
    return other in text[max(start, naming.start - 200) : end.start() if end else len(text)]


def _rare(ones: Sequence[Naming], others: Sequence[Naming]) -> bool:
    """Whether the rarer of two spellings is rare enough to be a misprint of the other."""
    docs = [{naming.doc.doc_id for naming in namings} for namings in (ones, others)]
    if min(map(len, docs)) > RARE:
        return False
    return docs[0] != docs[1] or min(len(ones), len(others)) <= OFTEN


def _namings(doc: Document) -> Iterator[Naming]:
    """What stands where a name may stand: behind an office, or between a body and an office."""
    text = doc.flow.text
    for match in _before().finditer(text):
        start = match.end()
        name = _name_at(text, start)
        if _is_word(name):
            yield Naming(doc=doc, name=name, start=start, posts=_posts(text, start))
    for match in _after().finditer(text):
        for length in (LENGTH, LENGTH - 1):
            start = match.start() - length
            run = _run(text, start) if start > 0 else ""
            name = text[max(start, 0) : match.start()]
            if len(run) >= SHARED and BODY.search(run) and _is_word(name) and name[0] in _surnames():
                yield Naming(doc=doc, name=name, start=start, posts=(run + match[0],))
                break


def _name_at(text: str, start: int) -> str:
    if text[start : start + 2] in COMPOUND:
        name = text[start : start + 4]
        return name if _is_word(name) and name[-1] not in BEHIND else name[:LENGTH]
    name = text[start : start + LENGTH]
    return name[:-1] if len(name) == LENGTH and (name[-1] in BEHIND or not _is_word(name)) else name


def _posts(text: str, start: int) -> tuple[str, ...]:
    """The posts before a name, the nearest first: 中国科学院院士、江北大学教授 are two."""
    posts: list[str] = []
    while start > 0:
        run = _run(text, start)
        if not run.endswith(tuple(_office_words())):
            break
        posts.append(run)
        start -= len(run) + 1
        if text[start : start + 1] not in {"、", "，"}:
            break
    return tuple(posts)


def _run(text: str, end: int) -> str:
    """The characters before a place, up to the nearest mark."""
    found = HAN.search(text, max(end - BEFORE, 0), end)
    return found[0] if found else ""


def _is_word(name: str) -> bool:
    return len(name) > 1 and all("\u4e00" <= char <= "\u9fff" for char in name)


def _neighbours(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names with all but one character the same, found by the characters they share."""
    groups: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        for at in range(len(name)):
            groups[f"{name[:at]}?{name[at + 1 :]}"].append(name)
    for key in sorted(groups):
        yield from combinations(groups[key][:CROWD], 2)


def _confusable(one: str, other: str) -> bool:
    """Whether the differing characters are taken for each other and both strings read as names."""
    at = next(i for i in range(len(one)) if one[i] != other[i])
    known = (one[0] in _surnames() or one[:2] in COMPOUND, other[0] in _surnames() or other[:2] in COMPOUND)
    return any(known) and (at == 0 or all(known)) and frozenset((one[at], other[at])) in confusable_pairs()


@cache
def _office_words() -> tuple[str, ...]:
    """Offices that stand before a name, the longest first."""
    return tuple(sorted((row["word"] for row in read_table("offices")), key=lambda word: (-len(word), word)))


@cache
def _before() -> re.Pattern[str]:
    words = sorted((row["word"] for row in read_table("offices") if row["side"] != "after"), key=len, reverse=True)
    return re.compile("(?:" + "|".join(words) + ")")


@cache
def _after() -> re.Pattern[str]:
    words = sorted((row["word"] for row in read_table("offices") if row["side"] != "before"), key=len, reverse=True)
    return re.compile("(?:" + "|".join(words) + ")")


@cache
def _surnames() -> frozenset[str]:
    return frozenset(row["name"] for row in read_table("surnames"))


def same_start(a: str, b: str) -> int:
    """How many characters two strings begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


@cache
def confusable_pairs() -> frozenset[frozenset[str]]:
    """Characters that are taken for each other."""
    return frozenset(frozenset((row["one"], row["other"])) for row in read_table("confusable"))
