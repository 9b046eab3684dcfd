"""The lines of a source: where they are, how wide they print, and what each is by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claimex.lexicon import read_table
from claimex.reflow.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex.schema import Hint
    from claimex.schema.document import BlockKind

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+|\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANK = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\u200b\u200c\u200d\u2060\ufeff\u00ad\x00"
)
_BULLET = re.compile(
    r"(?:[-*+•●○◦▪■□◆◇▲△►▶➤★☆※·][ \t\u3000]+|[•●○◦▪■◆◇▲△►▶➤★☆※]|[①-⑳])[ \t\u3000]*"
    r"(?:\d{1,2}(?=[ \t])[ \t]+|\d{1,2}[.、)）](?!\d)[ \t]*)?"
)
_NUMBERED = re.compile(
    r"(?:\d{1,2}|[\[［〔(（]\d{1,3}[\]］〕)）])(?:[.．、)）](?!\d)|(?<=[\]］〕)）]))[ \t\u3000]*(?=\D)"
)
_FINAL = re.compile(r"(?:[。！？!?；;：:…]|——)[”’」』）)\"'》〉】]*$")
_PAGE_MARK = re.compile(
    r"(?:[-—–·]\s?\d{1,4}\s?[-—–·]|第\d{1,3}版|版\s?\d{1,3}|[A-Z]?\d{1,3}\s?版|第\d{1,4}页(?:[/共，, ]{1,3}\d{1,4}页?)?"
    r"|\d{1,3}\s?/\s?\d{1,3}|-{3,}|={3,}|\*{3,}|_{3,})$"
)
# A page's font switch (大 中 小), a speaker's line (上海市市长 某 某), a time of publication by itself.
_SINGLE = re.compile(r"[大中小]$")
_OFFICE = re.compile(
    r"(?:市长|省长|主席|县长|区长|州长|部长|主任|院长|检察长)[ \u3000]{1,4}"
    r"[\u4e00-\u9fff·]{1,8}(?:[ \u3000]{1,2}[\u4e00-\u9fff])?$"
)
_STAMP = re.compile(r"(?:19|20)\d\d ?[-/.年] ?\d{1,2} ?[-/.月] ?\d{1,2}(?: ?日)?(?:\s{1,3}\d{1,2}:\d\d(?::\d\d)?)?$")
_VALUE = re.compile(
    r"(?:[约近超逾达]|超过|突破|接近|不足|达到)?[-+]?\d[\d,.]*[多余]?[万亿千百十]{0,3}[多余]?"
    r"(?:%|‰|个百分点|百分点|倍|[\u4e00-\u9fffA-Za-z/²³]{0,6}(?:以上|左右|以下)?)$"
)
_RANKED = re.compile(r"(?:第\s?[\d一二三四五六七八九十]{1,3}(?:位|名)?)$")
_MARKED = ("item", "byline", "caption")
_SHORTEST = 10
"""Shorter lines are as long as each other by chance."""
_SPAN = "上半年|下半年|前[一二三]季度|[一二三四]季度"
_TIME = re.compile(
    rf"(?:(?:今|去|前|明|当|同)年|(?:19|20)\d\d年?|本[月周季]|{_SPAN}|(?:截至)?目前|近年来|“?十[三四五]五”?(?:时期|期间)?)?"
    rf"(?:\d{{1,2}}(?:[-—–~～至]\d{{1,2}})?月(?:份|底|末)?|{_SPAN}|以来|全年|来|(?:截至)?[年月]?[底末])?$"
)
_FIGURE = re.compile(r"[-+−]?\d[\d,]*(?:\.\d+)?%?$")
_SENTENCE = re.compile(r"[，。；、！？]|\d\s?[年月日]")
# What prints an em wide; Chinese punctuation is squeezed to half of one.
_WIDE = re.compile(r"[\u2e80-\u3000\u3003-\u3007\u3012-\ufeff\uff5f-\uffff\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Line:
    """A line that is not blank.

    Attributes:
        start, end: its stretch of the source text, without blanks around it.
        text: the stretch, folded to half width.
        gap: how many blank lines stand before it.
        indent: blanks before it, in ems.
        width: how wide it prints, in ems; a Chinese punctuation mark counts as half, printers squeeze it.
        kind: what it is by itself; `prose` where nothing says otherwise.
        level: heading depth, where markup said so.
        body: where its own text begins, after a list mark.
    """

    start: int
    end: int
    text: str
    gap: int
    indent: float
    width: float
    kind: BlockKind
    level: int
    body: int

    @property
    def final(self) -> bool:
        """Whether it ends as a sentence ends."""
        return bool(_FINAL.search(self.text[-8:]))

    @property
    def value(self) -> bool:
        """Whether it is nothing but a figure: 991项, 超30亿元, 4.33亿元."""
        return len(self.text) <= 20 and bool(_VALUE.match(self.text.replace(" ", "")))

    @property
    def ranked(self) -> bool:
        """Whether it ends in a rank, which ends a label too: 人才密度居西部第一."""
        return bool(_RANKED.search(self.text[-8:]))

    @property
    def time(self) -> bool:
        """Whether it is nothing but a time: 今年1—11月."""
        return len(self.text) <= 16 and bool(_TIME.match(self.text.replace(" ", "")))


def lines_of(text: str, hints: Sequence[Hint]) -> list[Line]:
    """The lines of `text` that are not blank."""
    found: list[Line] = []
    breaks = 0
    said = _Hinted(hints)
    for piece in _LINE.finditer(text):
        stretch = piece[0]
        if stretch[0] in "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029":
            breaks += 2 if stretch[0] == "\x0c" else 1
            continue
        bare = stretch.strip(_BLANK)
        if not bare:
            continue
        start = piece.start() + len(stretch) - len(stretch.lstrip(_BLANK))
        found.append(
            _line(
                fold(bare), start, gap=max(0, breaks - 1), indent=stretch[: start - piece.start()], hint=said.at(start)
            )
        )
        breaks = 0
    return _with_heads(_without_false_marks(found))


def _without_false_marks(lines: list[Line]) -> list[Line]:
    """The lines, those inside a wrapped paragraph being prose whatever they look like by themselves.

    广义货币（M⏎2）余额 is no list item, 零下35摄⏎氏度 no photo's caption. A line is inside if the one before it, not
    at a sentence's end, is as long to the character, and so is another beside the two.
    """
    for index, line in enumerate(lines):
        if line.kind in _MARKED and not line.level and _inside(lines, index):
            lines[index] = replace(line, kind="prose", body=0)
    return lines


def _inside(lines: list[Line], index: int) -> bool:
    if lines[index].text.endswith("摄") and index + 1 < len(lines) and lines[index + 1].text.startswith("氏"):
        return True
    if not index:
        return False
    before, line = lines[index - 1], lines[index]
    size = len(before.text)
    if line.gap or before.kind != "prose" or before.final or size < _SHORTEST or len(line.text) > size:
        return False
    around = [lines[other] for other in (index - 2, index + 1) if 0 <= other < len(lines)]
    full = [other.kind == "prose" and len(other.text) == size for other in around]
    return any(full) if len(line.text) == size else index > 1 and full[0] and line.final


def _with_heads(lines: list[Line]) -> list[Line]:
    """The lines, with the head of a table set with blanks told by its having as many cells as the row below."""
    for index, (line, row) in enumerate(pairwise(lines)):
        if line.kind == "prose" and row.kind == "table" and len(line.text) <= 120 and not _SENTENCE.search(line.text):
            cells = line.text.split()
            if len(cells) == len(row.text.split()) and len(cells) > 2:
                lines[index] = replace(line, kind="table")
    return lines


class _Hinted:
    """Hints by position, asked in order."""

    def __init__(self, hints: Sequence[Hint]) -> None:
        self._hints = sorted(hints, key=lambda hint: (hint.start, hint.end))
        self._next = 0
        self._open: list[Hint] = []

    def at(self, position: int) -> Hint | None:
        """The innermost hint over `position`; positions never decrease."""
        while self._next < len(self._hints) and self._hints[self._next].start <= position:
            self._open.append(self._hints[self._next])
            self._next += 1
        while self._open and self._open[-1].end <= position:
            self._open.pop()
        return next((hint for hint in reversed(self._open[-8:]) if hint.end > position), None)


def _line(text: str, start: int, *, gap: int, indent: str, hint: Hint | None) -> Line:
    kind, body = _kind(text)
    level = 0
    if hint is not None and kind not in {"boilerplate", "byline"}:
        kind, level = hint.kind, hint.level
        if kind == "heading" and _VALUE.match(text[:40].replace(" ", "")) and level >= 5:
            kind, level = "prose", 0
    return Line(
        start=start,
        end=start + len(text),
        text=text,
        gap=gap,
        indent=sum(1.0 if blank == "\u3000" else 4.0 if blank == "\t" else 0.25 for blank in indent),
        width=_width(text),
        kind=kind,
        level=level,
        body=body,
    )


def _width(text: str) -> float:
    return 0.5 * (len(text) + len(_WIDE.findall(text)))


def _kind(text: str) -> tuple[BlockKind, int]:
    bare = text.replace(" ", "").replace("\u3000", "")
    for kind, match, words in _layout():
        if _matches(bare, match, words):
            return "caption" if match == "end" and "。" in bare else kind, 0
    if _SINGLE.match(bare) or (len(bare) <= 20 and _PAGE_MARK.match(bare)):
        return "boilerplate", 0
    if len(text) <= 32 and (_OFFICE.search(text) or _STAMP.match(text)):
        return "byline", 0
    if _is_row(text):
        return "table", 0
    mark = _BULLET.match(text) or _NUMBERED.match(text)
    if mark and mark.end() < len(text):
        return "item", mark.end()
    return "prose", 0


def _is_row(text: str) -> bool:
    """A row of a table set with blanks: a label, and at least two figures at its end (地区生产总值 亿元 2186.5 5.8)."""
    cells = text.rsplit(maxsplit=2)
    if len(cells) < 3 or len(text) > 120 or not all(map(_FIGURE.match, cells[1:])):
        return False
    return not _FIGURE.match(cells[0]) and not _SENTENCE.search(text)


def _matches(bare: str, match: str, words: tuple[str, ...]) -> bool:
    if match == "whole":
        return bare in words
    if len(bare) > 60 and not bare.startswith("http"):
        return False
    return bare.startswith(words) if match == "start" else bare.endswith(words)


@cache
def _layout() -> tuple[tuple[BlockKind, str, tuple[str, ...]], ...]:
    grouped: dict[tuple[str, str], list[str]] = {}
    for row in read_table("layout"):
        grouped.setdefault((row["kind"], row["match"]), []).append(fold(row["words"]))
    return tuple((kind, match, tuple(words)) for (kind, match), words in grouped.items())  # type: ignore[misc]
