"""T16 on numbered items: 一是…N是, 第一…第N, （一）…（N）, within a paragraph and over paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claimex.checks.rule import Hit
from claimex.checks.small import COUNT, ORDER, small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.rule import Span
    from claimex.checks.view import View

NOUN = re.compile(
    r"方面|问题|任务|工作|举措|措施|项目|工程|行动|特点|特征|重点|要点|原则|目标|领域|环节|阶段|步骤|内容|意见|建议|要求|关系|关键|抓手|路径|机制|类型|情形|行为|"
    r"原因|趋势|变化|亮点|突破|优势|短板|板块|部分|维度|层面|事|点|条|步|章|看点|共识|倡议|主张|安排|政策|导向|定位|体系|支柱|功能|系统|平台|产业|高地|中心|基地|"
    r"格局|伙伴|字$|纽带|桥梁|支撑|保障|坚持|必须|着力|提升"
)
CLASSIFIER = r"(?:个|项|类|大|条|点|种|方面|件|步|组|层|重|批|则|章|部分|部(?!分|门|委|署|长|队))"
COUNTED = re.compile(
    rf"(?<![第\d.一二两三四五六七八九十百千万—～至])(?P<count>{COUNT})(?P<noun>{CLASSIFIER}[^，。；：、“”\d一二三四五六七八九十]{{0,14}})"
)
QUOTED = re.compile(rf"“(?P<count>{ORDER})个?(?P<noun>[\u4e00-\u9fff]{{1,4}})”")
INLINE = (
    re.compile(rf"(?m)(?:^|(?<=[，。；：、—]))(?P<n>{ORDER})(?:是(?!否|非)|要(?!素|点))"),
    re.compile(rf"(?m)(?:^|(?<=[，。；：—]))第(?P<n>{ORDER})(?=，|、|是|要)"),
    re.compile(rf"(?<=[：；。])(?P<n>{ORDER})、"),
    re.compile(
        rf"(?m)(?:^|(?<=[，。；：]))第(?P<n>{ORDER})(?:部分|阶段|步|类|方面|个方面|层面|篇章|章|层)(?=是|为|，|：|、)"
    ),
    re.compile(rf"(?m)(?:^|(?<=[，。；：]))(?:亮点|看点|特点|变化|关键词|举措|任务)之?(?P<n>{ORDER})(?=，|：)"),
    re.compile(rf"(?<=[：；。，])[（(](?P<n>{ORDER}|\d{{1,2}})[）)]"),
)
OPENING = (
    re.compile(rf"(?P<n>{ORDER})(?:是(?!否|非)|要(?!素|点))"),
    re.compile(rf"第(?P<n>{ORDER})(?=，|、|是|要)"),
    re.compile(rf"[（(](?P<n>{ORDER})[）)]"),
)
FIRST = re.compile(r"首先|第一|其一|一方面|一是|一要")
HEAD_LENGTH = 90
APART = 8


@dataclass(frozen=True, slots=True)
class Run:
    """一是…二是…三是: the numbers met and where each item begins; `close`: they stand in one paragraph."""

    numbers: tuple[int, ...]
    starts: tuple[int, ...]
    close: bool

    @property
    def complete(self) -> bool:
        """Whether they count from one without a gap."""
        return self.numbers == tuple(range(1, len(self.numbers) + 1))


def ordinals(view: View) -> Iterator[Hit]:
    """Numbered items: unbroken, and as many as their head declares.

    反例: 五类问题：一是…；二是…；三是…；四是…。 一是…；三是…。
    正例: 四类问题：一是…四是…; 三大目标，四项工作：一是…四是… (one of two counts agrees).
    """
    seen: set[int] = set()
    for run in (*_inline(view), *_over_paragraphs(view)):
        if len(run.numbers) < 2 or run.starts[-1] in seen:
            continue
        seen.update(run.starts)
        yield from _broken(view, run)
        if run.complete:
            yield from _declared(view, run)
    yield from _headless(view)


def _headless(view: View) -> Iterator[Hit]:
    """三点倡议。二是…；三是…: a head that declares the last number, and no first item behind it."""
    for start, end in view.paragraphs():
        marks = [(small(m["n"]) or 0, m.start()) for m in INLINE[0].finditer(view.text, start, end)]
        numbers = [number for number, _ in marks]
        if len(numbers) < 2 or numbers != list(range(2, len(numbers) + 2)):
            continue
        floor, first = _head(view, marks[0][1])[0], marks[0][1]
        heads = [m for m in COUNTED.finditer(view.text, floor, first) if NOUN.search(m["noun"])]
        if first - floor > HEAD_LENGTH or not heads or FIRST.search(view.text, floor, first):
            continue
        if small(heads[-1]["count"]) == numbers[-1] and not view.text[heads[-1].end() : first].strip("。：:”\n"):
            why = {"why": "序号从2开始", "en": "the first item is missing"}
            yield Hit((heads[-1].span(), _item(view, first)), why, calculation=f"→ 2…{numbers[-1]}", severity="warning")


def _inline(view: View) -> Iterator[Run]:
    for start, end in view.paragraphs():
        for pattern in INLINE:
            marks = [(small(m["n"]) or 0, m.start()) for m in pattern.finditer(view.text, start, end)]
            following = _continues(view, end, marks[-1][0]) if marks else False
            for run in _runs(marks, close=True):
                if not (following and run.starts[-1] == marks[-1][1]):
                    yield run


def _continues(view: View, end: int, number: int) -> bool:
    """Whether the next paragraph goes on counting: then the run is told over paragraphs."""
    opening = next((m for p in OPENING if (m := p.match(view.text, end + 1))), None)
    return opening is not None and small(opening["n"]) == number + 1


def _over_paragraphs(view: View) -> Iterator[Run]:
    for pattern in OPENING:
        marks: list[tuple[int, int]] = []
        last = -APART
        for index, (start, _) in enumerate(view.paragraphs()):
            match = pattern.match(view.text, start)
            if match is None:
                continue
            if (not marks or index - last > APART) and small(match["n"]) == 2:
                yield from _runs(marks, close=False)
                marks, last = _first_inline(view, start), index - 1
            if marks and index - last > APART:
                yield from _runs(marks, close=False)
                marks = []
            marks.append((small(match["n"]) or 0, start))
            last = index
        yield from _runs(marks, close=False)


def _first_inline(view: View, start: int) -> list[tuple[int, int]]:
    """The 一是 that the paragraph before holds, where 二是 opens its own."""
    floor = view.text.rfind("\n", 0, max(start - 1, 0)) + 1
    found = [m for p in INLINE[:2] for m in p.finditer(view.text, floor, start) if small(m["n"]) == 1]
    return [(1, found[-1].start())] if len(found) == 1 else []


def _runs(marks: list[tuple[int, int]], *, close: bool) -> Iterator[Run]:
    """Runs that begin with one; a new one begins a new run, a number that falls ends it."""
    numbers: list[int] = []
    starts: list[int] = []
    for number, start in marks:
        if number == 1 or (numbers and number <= numbers[-1]):
            if numbers:
                yield Run(tuple(numbers), tuple(starts), close)
            numbers, starts = [], []
        if number == 1 or numbers:
            numbers.append(number)
            starts.append(start)
    if numbers:
        yield Run(tuple(numbers), tuple(starts), close)


def _broken(view: View, run: Run) -> Iterator[Hit]:
    for (before, at), (after, where) in pairwise(zip(run.numbers, run.starts, strict=True)):
        if after != before + 1:
            why = {"why": f"序号由{before}跳到{after}", "en": f"item {before} is followed by {after}"}
            sure = run.close and after == before + 2
            yield Hit(
                (_item(view, where), _item(view, at)),
                why,
                calculation=f"{before} → {after}",
                severity="error" if sure else "warning",
            )


def _item(view: View, start: int) -> Span:
    """An item from its ordinal to the next clause break."""
    end = start + 1
    while end < len(view.text) and end - start < 40 and view.text[end] not in "，。；\n":
        end += 1
    return start, end


def _declared(view: View, run: Run) -> Iterator[Hit]:
    start, end = _head(view, run.starts[0])
    found = run.numbers[-1]
    counts = [*COUNTED.finditer(view.text, start, end), *QUOTED.finditer(view.text, start, end)]
    values = [small(m["count"]) or 0 for m in counts]
    # 修改1部行政法规和2个决定：一是…三是 counts to three in two places
    if found in values or sum(values) == found:
        return
    named = [
        m
        for m in counts
        if (small(m["count"]) or 0) > 1
        and (
            NOUN.search(m["noun"]) or (m.re is QUOTED and view.text[m.end() : end].strip("\n") in {"", "。", "：", ":"})
        )
    ]
    if not named:
        return
    last = max(named, key=lambda m: m.start())
    declared = small(last["count"]) or 0
    leads = view.text[last.end() : end].strip("”\n") in {"：", ":"}
    far = abs(declared - found)
    if far > 2 or (not leads and (far > 1 or len(named) > 1)):
        return
    yield Hit(
        (last.span(), _item(view, run.starts[-1])),
        {"why": f"称{declared}项，实列{found}项", "en": f"{declared} declared, {found} listed"},
        calculation=f"{declared} ≠ {found}",
        severity="error" if leads else "warning",
    )


def _head(view: View, first: int) -> Span:
    """The sentence that introduces a run: that of its first item, or the one before where the item opens it."""
    end = first
    while end > 0 and view.text[end - 1] == "\n":
        end -= 1
    start = max(end - 1, 0)
    while start > 0 and end - start < HEAD_LENGTH and view.text[start - 1] not in "。\n；！？":
        start -= 1
    return start, end
