"""Lines to blocks: which line breaks are layout and which end something.

A newspaper page read from a PDF breaks a line every 13 to 22 characters, inside words and numbers
(`526.79 亿⏎元`), and puts a blank line where a column ends, in mid-sentence (`规模以上工业企业的企业⏎⏎研发经费总计`).
A web page has one line a paragraph. The two are told apart by how even the lines are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from claimex.reflow.columns import column_of
from claimex.reflow.torn import digits_torn, ratio_torn, torn, word_glue

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex.reflow.columns import Column
    from claimex.reflow.lines import Line
    from claimex.schema.document import BlockKind

# What opens an article never goes on from a line above.
_OPENS = re.compile(r"本报讯|央视网消息|□|(?:新华社|中新社)[\u4e00-\u9fff]{0,8}\d{1,2}月\d{1,2}日电")
# What opens the text under a headline that fills its line to the edge (…进出口总值破万亿⏎据海关统计，…).
_LEADS = re.compile(
    r"记者(?:从|\d)|今天[（(]\d|据[^，。；]{2,12}(?:统计|消息|数据|了解)，|(?:今|去)年(?:以来|[上下]半年|前[^，]{1,4})，"
)
_COMMA = re.compile(r"[，、,]$")
_PROSE = re.compile(r"[，。；,;]")
_OPENING, _CLOSING = "（(《“‘「『【〔", "）)》”’」』】〕"
_CUE = re.compile(r"(?:超过?|约|近|逾|达到?|突破|不足|接近|增至|至|为|共)$")
_FIRST_WORD = re.compile(r"([\u4e00-\u9fff]{1,2})[，,、]")
_CONNECTIVES = re.compile(
    "其中|同时|此外|另外|目前|[今去明]年|当[前天日]|近日|日前|随[后着]|比如|例如|首先|其次|最[后终]|因此|然而|[但而]是|[而况]且|[对为]此"
    "|据悉|接着|[今昨]天|[上本下][周月午]|如今|不过|总之|[昨今]日|会[上前后]|此[前次]"
)
_TRAIL = frozenset(">»/|")
_CRUMB = 10.0
_NARROW = 18.0
_TOO_LONG = 25.0
_LONG = 45.0
_HEADLINE = 42.0
_PLAIN, _FIRST = 60.0, 120.0


@dataclass
class Draft:
    """A block in the making: its lines, and what stands between each two of them (nothing or a blank)."""

    kind: BlockKind
    lines: list[Line]
    glue: list[str] = field(default_factory=list)
    level: int = 0
    column: Column | None = None
    width: float = field(init=False)
    prosy: bool = field(init=False)

    def __post_init__(self) -> None:
        """Sum up the lines: how wide they would print as one, and whether they hold a comma or a sentence end.

        Both grow with `take`; asking all lines each time would make a long paragraph quadratic.
        """
        self.width = sum(line.width for line in self.lines)
        self.prosy = any(_PROSE.search(line.text) for line in self.lines)

    @property
    def text(self) -> str:
        """Its lines, joined."""
        return "".join(line.text for line in self.lines)

    def take(self, other: Draft, glue: str = "") -> None:
        """Append another draft's lines."""
        self.lines += other.lines
        self.glue += [glue, *other.glue]
        self.column = other.column or self.column
        self.width += other.width
        self.prosy = self.prosy or other.prosy

    def tail(self, length: int) -> str:
        """Its last characters."""
        found = ""
        for line in reversed(self.lines):
            if len(found) >= length:
                break
            found = line.text[-length:] + found
        return found[-length:]


def blocks_of(lines: Sequence[Line]) -> list[Draft]:
    """The blocks of a page's lines, in order."""
    runs = _runs(lines, _tightened(lines))
    known = tuple(dict.fromkeys(column for run in runs if len(run) > 2 and (column := column_of(run, ()))))
    spaced = sum(len(run) > 2 for run in runs) > 1
    drafts = [draft for run in runs for draft in _split(run, known, spaced=spaced)]
    judged = [_judged(draft, index, alone=len(lines) == 1) for index, draft in enumerate(_rejoined(drafts, known))]
    _drop_trail(judged)
    return judged


def _tightened(lines: Sequence[Line]) -> list[int]:
    """Blank lines before each line, taken away where a column is printed with a blank line after every line."""
    gaps = [line.gap for line in lines]
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and gaps[end] == 1 and lines[end].kind == "prose" and lines[start].kind == "prose":
            end += 1
        if end - start >= 4:
            widths = [line.width for line in lines[start : end - 1]]
            middle = median(widths)
            even = middle <= 35 and all(abs(width - middle) <= 2.5 for width in widths[1:])
            if even and any(_PROSE.search(line.text) for line in lines[start:end]):
                gaps[start + 1 : end] = [0] * (end - start - 1)
        start = end
    return gaps


def _runs(lines: Sequence[Line], gaps: Sequence[int]) -> list[list[Line]]:
    """Stretches of lines of one kind without a blank line; a line that is something by itself is its own run."""
    runs: list[list[Line]] = []
    for index, line in enumerate(lines):
        last = runs[-1][-1] if runs else None
        same = last is not None and gaps[index] == 0 and last.kind == line.kind == "prose"
        if same:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _split(run: list[Line], known: Sequence[Column], *, spaced: bool) -> list[Draft]:
    """The drafts of a run: a box, paragraphs of a wrapped column, or a line each."""
    if run[0].kind != "prose":
        return [Draft(run[0].kind, run, level=run[0].level)]
    column = column_of(run, known)
    exact = column is not None and column.counted and column.brims(run[0])
    if len(run) > 1 and not exact and _is_box(run):
        return [Draft("box", run, [_box_glue(before, line) for before, line in pairwise(run)])]
    drafts = [Draft("prose", [run[0]], column=column)]
    for before, line in pairwise(run):
        if line.indent >= 2 > before.indent or not _continues(before, line, drafts[-1], spaced=spaced):
            drafts.append(Draft("prose", [line], column=column))
        else:
            drafts[-1].take(Draft("prose", [line]), word_glue(before.text, line.text))
    return drafts


def _is_box(run: Sequence[Line]) -> bool:
    """Short lines of labels and values (获批国家⏎自然科学基金项目资助⏎991项⏎直接经费⏎4.33亿元)."""
    values = sum(line.value for line in run)
    finals = sum(line.final for line in run)
    return values > 0 and values < len(run) and finals == 0 and max(line.width for line in run) <= _NARROW


def _box_glue(before: Line, line: Line) -> str:
    """A label goes on without a blank; a blank stands around a value, after a time and after a rank.

    A label that ends in 超 or 约 belongs to the number after it: 引导社会投入超⏎30亿元.
    """
    if line.value:
        return "" if _CUE.search(before.text) else " "
    return " " if before.value or before.time or before.ranked else ""


def _continues(before: Line, line: Line, draft: Draft, *, spaced: bool) -> bool:
    """Whether a sentence or paragraph goes on from one line of a run to the next.

    A full line that ends a sentence goes on where paragraphs are `spaced` by blank lines. Where they are not, the next
    line has to be full, too, or the paragraph's last: an indented one would be shorter.
    """
    column = draft.column
    if _OPENS.match(line.text) or (not draft.prosy and _LEADS.match(line.text)):
        return False
    if before.final and not ratio_torn(before.text, line.text):
        if column is None or spaced:
            return column is not None and column.fills(before)
        return column.brims(before) and (line.final or column.brims(line))
    if before.final or torn(before.text, line.text) or _COMMA.search(before.text) or _open(draft.tail(40)):
        return True
    first = before is draft.lines[0]
    if draft.prosy and digits_torn(before.text, line.text):
        return True
    return column is not None and (column.fills(before, first=first) or (not first and column.nears(before)))


def _open(text: str) -> bool:
    """Whether a bracket or quote opens near the end and does not close."""
    return any(text.rfind(left) > text.rfind(right) for left, right in zip(_OPENING, _CLOSING, strict=True))


def _rejoined(drafts: list[Draft], known: Sequence[Column]) -> list[Draft]:
    """Drafts that a blank line or a box edge tore in mid-sentence, put together again."""
    joined: list[Draft] = []
    for index, draft in enumerate(drafts):
        after = drafts[index + 1] if index + 1 < len(drafts) else None
        if joined and _goes_on(joined[-1], draft, after, known):
            joined[-1].take(draft, word_glue(joined[-1].lines[-1].text, draft.lines[0].text))
        else:
            joined.append(draft)
    return joined


def _goes_on(one: Draft, two: Draft, after: Draft | None, known: Sequence[Column]) -> bool:
    last, first = one.lines[-1], two.lines[0]
    if one.kind == "item" and two.kind == "prose" and not first.gap and ratio_torn(last.text, first.text):
        return True
    if two.kind != "prose" or last.final or first.indent >= 2 or first.gap > 3 or _OPENS.match(first.text):
        return False
    if one.kind == "boilerplate":
        return first.gap == 0 and len(two.lines) == 1 and _open(one.tail(40))
    if one.kind != "prose":
        return one.kind == "item" and (_item_goes_on(last, two, after) or _item_brims(last, first, known))
    if torn(last.text, first.text) or (first.gap and (_COMMA.search(last.text) or _open(one.tail(40)))):
        return True
    return bool(first.gap) and not _headlike(two) and _unfinished(one, two)


def _unfinished(one: Draft, two: Draft) -> bool:
    """Whether a paragraph stops at a column's edge, or is too long for a headline, before a blank line and another.

    Without a column the other has to end as a sentence ends: list items without full stops are long, too.
    """
    if one.column is not None and one.prosy:
        return one.column.fills(one.lines[-1], first=len(one.lines) == 1)
    long = one.prosy and one.width > _LONG
    return two.lines[-1].final and (long or _clause_goes_on(one, two.lines[0].text))


def _clause_goes_on(one: Draft, text: str) -> bool:
    """A long line whose last word stands before the next comma (`…的10个发展⏎⏎亮点,包括…`)."""
    word = _FIRST_WORD.match(text)
    return word is not None and not _CONNECTIVES.match(word[1]) and one.width >= _TOO_LONG and " " not in one.text


def _item_goes_on(last: Line, two: Draft, after: Draft | None) -> bool:
    """A list item goes on in a shorter line before the next item (“一带一路”科技创新合⏎⏎作先行区⏎⏎● 高层次…)."""
    first = two.lines[0]
    if torn(last.text, first.text) or (_COMMA.search(last.text) and first.gap == 0):
        return True
    if len(two.lines) == 1 and first.width < last.width and after is not None and after.kind == "item":
        return first.gap <= last.gap
    return first.gap == 0 and last.width >= _NARROW and first.indent >= 0.5


def _item_brims(last: Line, first: Line, known: Sequence[Column]) -> bool:
    """A list item that a program wrapped goes on: its line is as long as the page's full ones, to the character."""
    return first.gap == 0 and any(column.counted and column.brims(last) for column in known)


def _headlike(draft: Draft) -> bool:
    """Whether it looks like a headline: short, no sentence end, no comma."""
    return draft.width <= _HEADLINE and not draft.lines[-1].final and not draft.prosy


def _judged(draft: Draft, index: int, *, alone: bool) -> Draft:
    """The kind of a draft, now that it is whole."""
    if draft.kind == "prose" and not alone and _is_headline(draft, _FIRST if index == 0 else _PLAIN):
        draft.kind = "heading"
    return draft


def _drop_trail(drafts: Sequence[Draft]) -> None:
    """Short lines beside a lone `>` are the way to the page (首页 > 要闻 >), no headlines."""
    for before, draft in pairwise(drafts):
        for mark, near in ((before, draft), (draft, before)):
            if mark.width <= 1 and mark.text in _TRAIL and near.kind == "heading" and near.width <= _CRUMB:
                near.kind, near.level = "boilerplate", 0


def _is_headline(draft: Draft, longest: float) -> bool:
    """Whether a whole draft is a headline: no sentence end, and the shorter the more commas it may hold."""
    if (
        draft.width > (_HEADLINE if draft.prosy else longest)
        or draft.lines[-1].final
        or _COMMA.search(draft.lines[-1].text)
    ):
        return False
    return "。" not in draft.text
