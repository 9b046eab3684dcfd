"""Declared counts and what they count: an item dropped, or the count changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from benchmarks.planting.plant import Edit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from claimex.schema import Document

HAN = "一二三四五六七八九十"
N = "(?P<n>[三四五六七八九十]|[3-9])"
MARK = re.compile(rf"(?m)(?:^|(?<=[，。；：、—]))([{HAN}])(?:是(?!否|非)|要(?!素|点))")
FIRST = re.compile(rf"(?m)(?:^|(?<=[，。；：—]))第([{HAN}])(?=，|、|是)")
DECLARED = re.compile(rf"(?<![第\d.{HAN}百千万—～至“]){N}(?:个方面|个|大|项|点|条|类|方面|种)(?![月年小多人])")
SLOGAN = re.compile(rf"“?{N}个(?P<word>[\u4e00-\u9fff]{{2}})”?[^。；\n]{{0,12}}?(?=(?P=word))")
ITEM = r"[\u4e00-\u9fff]{2,6}"
BEHIND = re.compile(
    rf"(?P<list>{ITEM}(?:、{ITEM}){{1,8}}(?:、|和){ITEM}?){N}(?P<noun>省区市|省份|省市|省|市|国|县|地|个(?:城市|国家|省份|地区|县|市|方面|领域|环节))"
    rf"(?![多余级际])"
)
AHEAD = re.compile(
    rf"(?<![第\d.{HAN}百千万—～至]){N}(?P<noun>(?:个|大|项|类)[\u4e00-\u9fff]{{2,10}}?)(?:：|，即|，包括|，分别是|（|——)"
    rf"(?P<list>[^，。；：（）\d]{{1,20}}(?:、[^，。；：（）、\d]{{1,20}}){{1,8}}(?:(?:和|以及)[^，。；：（）、]{{1,20}})?)(?=[。；）])"
)
OPEN = re.compile(r"等")


@dataclass(frozen=True, slots=True)
class Counted:
    """A list and its items with what divides them; `count`: where the number is declared."""

    items: tuple[tuple[int, int], ...]
    count: tuple[int, int] | None
    form: str
    around: tuple[int, int]


def plant_item(doc: Document, rng: Random) -> Edit | None:
    """Drop one item, or declare one more or fewer."""
    found = [*_ordinals(doc.text), *_slogans(doc.text), *_lists(doc.text)]
    if not found:
        return None
    item = rng.choice(found)
    if item.count is not None and rng.random() < 0.5:
        return _recount(doc.text, item, rng)
    return _drop(item, rng)


def _recount(text: str, item: Counted, rng: Random) -> Edit | None:
    if item.count is None:
        return None
    start, end = item.count
    by = rng.choice((-1, 1))
    old = text[start:end]
    number = int(old) if old.isdigit() else HAN.index(old) + 1
    number = number - 1 if number + by > 10 else number + by
    new = str(number) if old.isdigit() else HAN[number - 1] if number != 2 else "两"
    return Edit(start, end, new, f"{item.form}: count", item.around)


def _drop(item: Counted, rng: Random) -> Edit | None:
    """Without a declared count only an item between two others is missed."""
    inner = item.items if item.count else item.items[1:-1]
    # a list's last item may follow 和, its first what leads in: those between go without a trace
    inner = inner if item.form == "一是" else item.items[1:-1]
    if not inner:
        return None
    start, end = rng.choice(inner)
    return Edit(start, end, "", f"{item.form}: item", item.around)


def _ordinals(text: str) -> Iterator[Counted]:
    at = 0
    for line in text.split("\n"):
        for pattern in (MARK, FIRST):
            marks = [(HAN.index(m[1]) + 1, m.start() + at) for m in pattern.finditer(line)]
            if len(marks) >= 3 and [number for number, _ in marks] == list(range(1, len(marks) + 1)):
                yield _run(text, [start for _, start in marks], at + len(line))
        at += len(line) + 1


def _run(text: str, starts: list[int], stop: int) -> Counted:
    """Items reach to the next mark; the last one, which ends the sentence, is left."""
    head = text[max(starts[0] - 60, 0) : starts[0]].rpartition("\n")[2]
    declared = [m for m in DECLARED.finditer(head) if _number(m["n"]) == len(starts)]
    offset = starts[0] - len(head)
    count = (offset + declared[-1].start("n"), offset + declared[-1].end("n")) if declared else None
    items = tuple(pairwise(starts))
    return Counted(items if count else (*items, (stop, stop)), count, "一是", (count[0] if count else starts[0], stop))


def _slogans(text: str) -> Iterator[Counted]:
    for match in SLOGAN.finditer(text):
        stop = min((at for mark in "。；\n" if (at := text.find(mark, match.end())) >= 0), default=-1)
        body = text[match.end() : stop] if stop >= 0 else ""
        starts = [match.end() + m.start() for m in re.finditer(f"(?:^|(?<=[、，])){re.escape(match['word'])}", body)]
        if len(starts) == _number(match["n"]) and not OPEN.search(body):
            items = tuple(zip(starts, [*starts[1:], stop], strict=True))
            yield Counted(items, match.span("n"), "个坚持", (match.start(), stop))


def _lists(text: str) -> Iterator[Counted]:
    for pattern, form in ((BEHIND, "、省"), (AHEAD, "包括")):
        for match in pattern.finditer(text):
            parts = [*re.finditer(r"[^、和]+(?:[、和]|$)" if form == "、省" else r"[^、]+(?:、|$)", match["list"])]
            extra = len(re.findall("和|以及", match["list"])) if form == "包括" else 0
            plain = extra <= 1 and not OPEN.search(match["list"])
            if plain and len(parts) + extra == _number(match["n"]):
                items = tuple((match.start("list") + m.start(), match.start("list") + m.end()) for m in parts)
                yield Counted(items, match.span("n"), form, match.span())


def _number(text: str) -> int:
    return int(text) if text.isdigit() else HAN.index(text) + 1
