"""T16: a declared count and the items that follow it or stand before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.checks import lists
from claimex.checks.rule import Check, Hit
from claimex.checks.small import COUNT, ORDER, small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.rule import Span
    from claimex.checks.view import View

NOUN = (
    r"(?:方面|问题|任务|工作|举措|措施|项目|子项目|工程|行动|特点|特征|重点|要点|原则|目标|领域|环节|阶段|步骤|内容|意见|建议|要求|关系|关键|抓手|路径|机制|类型|情形|行为|"
    r"原因|趋势|变化|亮点|突破|优势|短板|任务|板块|部分|维度|层面|事|点|条|类|项|步|章|期|看点|共识|倡议|主张|安排|政策|导向|定位|体系|支柱|功能|系统|平台|产业|高地|中心|基地)"
)
CLASSIFIER = r"(?:个|项|类|大|条|点|种|方面|件|步|组|层|重|批|则|章|道|部分)"
DECLARED = re.compile(
    rf"(?<![第\d.一二两三四五六七八九十百千万—～至、])(?P<count>{COUNT})(?P<noun>{CLASSIFIER}[^，。；：、\d一二三四五六七八九十]{{0,12}}?)(?P<colon>[：:。，]|——|$)"
)
ORDINAL_IS = re.compile(rf"(?m)(?:^|(?<=[，。；：、\n—]))(?P<n>{ORDER})(?:是(?!否|非)|要(?!素|点))")
ORDINAL_DI = re.compile(rf"(?m)(?:^|(?<=[，。；：\n—]))第(?P<n>{ORDER})(?=，|、|是|要)")
ORDINAL_DUN = re.compile(rf"(?<=[：；。])(?P<n>{ORDER})、")
COUNTED = re.compile(rf"(?<![第\d.])(?P<count>{COUNT})(?={CLASSIFIER})")
ORDINAL_BRACKET = re.compile(rf"(?:(?<=\n)|^|(?<=[：。；]))（(?P<n>{ORDER})）")
BULLET = re.compile(r"^[●•■◆▶★▪◎○·◇□△▲]\s*")

SLOGAN = re.compile(r"[“‘](?P<count>[二两三四五六七八九十]{1,2})个?(?P<word>[\u4e00-\u9fff]{2,3})[”’]")
LISTING = re.compile(r"^[^。；，：]{0,12}?(?:[，]|——)?(?:包括|即|就是|也就是|分别是|分别为|：|——|（)[：“]?")
OPEN = re.compile(r"等|等等|……|以及其他|之一|在内|之类")


@dataclass(frozen=True, slots=True)
class Run:
    """一是…二是…三是: the numbers met and where each item begins; `end` is the end of the last one."""

    numbers: tuple[int, ...]
    starts: tuple[int, ...]
    end: int


def runs(view: View, pattern: re.Pattern[str], start: int, end: int) -> Iterator[Run]:
    """Runs of ordinals that begin with one; a new 一 begins a new run."""
    numbers: list[int] = []
    starts: list[int] = []
    for match in pattern.finditer(view.text, start, end):
        number = small(match["n"]) or 0
        if number == 1 and numbers:
            yield Run(tuple(numbers), tuple(starts), match.start())
            numbers, starts = [], []
        if number == 1 or (numbers and number > numbers[-1]):
            numbers.append(number)
            starts.append(match.start())
    if numbers:
        yield Run(tuple(numbers), tuple(starts), end)


def ordinals(view: View) -> Iterator[Hit]:
    """T16, first form: 一是…N是 is unbroken and has as many items as its head declares.

    反例: 五类突出问题：一是…；二是…；三是…；四是…。 一是…；三是…。
    正例: 四类突出问题：一是…四是…; 三大目标，四项工作：一是…四是… (one of two counts agrees).
    """
    for start, end in _stretches(view):
        for pattern in (ORDINAL_IS, ORDINAL_DI, ORDINAL_DUN):
            for run in runs(view, pattern, start, end):
                if len(run.numbers) > 1:
                    yield from _broken(view, run)
                    yield from _declared(view, run, start)


def _stretches(view: View) -> Iterator[Span]:
    """Paragraphs; a list that goes on over paragraphs (一是 … / 二是 …) is one stretch."""
    open_start: int | None = None
    last = 0
    for start, end in view.paragraphs():
        begins = ORDINAL_IS.match(view.text, start) or ORDINAL_DI.match(view.text, start)
        if open_start is not None and not (begins and small(begins["n"]) != 1):
            yield open_start, last
            open_start = None
        if open_start is None:
            open_start = start
        last = end
    if open_start is not None:
        yield open_start, last


def _broken(view: View, run: Run) -> Iterator[Hit]:
    for before, after, at, where in zip(run.numbers, run.numbers[1:], run.starts, run.starts[1:], strict=False):
        if after != before + 1:
            spans = (_item(view, where), _item(view, at))
            fields = {
                "declared": f"{after}",
                "found": f"{before}",
                "why": f"序号由{before}跳到{after}",
                "en": f"item {before} is followed by {after}",
            }
            yield Hit(
                spans, fields, calculation=f"{before} → {after}", severity="error" if after == before + 2 else "warning"
            )


def _item(view: View, start: int) -> Span:
    """An item from its ordinal to the next clause break."""
    end = start + 1
    while end < len(view.text) and end - start < 40 and view.text[end] not in "，。；\n":
        end += 1
    return start, end


def _declared(view: View, run: Run, floor: int) -> Iterator[Hit]:
    if run.numbers != tuple(range(1, len(run.numbers) + 1)):
        return
    head_start, head_end = _head(view, run.starts[0], floor)
    head = view.text[head_start:head_end]
    found = list(DECLARED.finditer(head))
    counts = [small(m["count"]) for m in COUNTED.finditer(head)]
    if not found or run.numbers[-1] in counts:
        return
    last = found[-1]
    declared = small(last["count"]) or 0
    closes = last.end() == len(head) and last["colon"] in {"：", ":", "。", "，"}
    if not closes or declared < 2 or not re.search(NOUN, last["noun"]):
        return
    if last["colon"] not in {"：", ":"} and last["noun"][:1] in "条步章期种":
        return
    sure = last["colon"] in {"：", ":"} and abs(declared - run.numbers[-1]) <= 2
    found_count = run.numbers[-1]
    span = (head_start + last.start(), head_start + last.end("noun"))
    fields = lists.fields(declared, found_count)
    yield Hit(
        (span, _item(view, run.starts[-1])),
        fields,
        calculation=f"{declared} ≠ {found_count}",
        severity="error" if sure else "warning",
    )


def _head(view: View, first: int, floor: int) -> Span:
    """The clause or sentence that introduces a run: back from its first item to the sentence before."""
    start = first
    if start > 0 and view.text[start - 1] == "\n":
        # 提出五点建议：/ 一是…: the head is the line before
        start, floor = start - 1, 0
        first = start
    while start > floor and first - start < 60 and view.text[start - 1] not in "\n；":
        if view.text[start - 1] == "。" and start < first:
            break
        start -= 1
    return start, first


def slogans(view: View) -> Iterator[Hit]:
    """T16, second form: a slogan of N equal beginnings lists N of them (“六个坚持”：坚持…、坚持…).

    反例: “六个坚持”原则，包括坚持…、坚持…、坚持…、坚持…、坚持…。正例: six of them; an open list with 等.
    """
    for match in view.find(SLOGAN):
        declared = small(match["count"]) or 0
        word = match["word"]
        _, end = view.sentence(match.end())
        rest = view.text[match.end() : end]
        items = [
            m.start(1)
            for m in re.finditer(rf"(?:^|[，、；：—“（]|包括|即|就是|分别是|[^\u4e00-\u9fff])({re.escape(word)})", rest)
        ]
        opening = LISTING.match(rest)
        if not items or opening is None or items[0] - opening.end() > 1:
            continue
        if len(items) < 2 or len(items) == declared or abs(len(items) - declared) > 3 or declared < 3:
            continue
        tail = rest[items[0] :]
        if OPEN.search(tail[-6:]) or re.search(r"等(?!级|同|待|于|等)", tail):
            continue
        last = match.end() + items[-1]
        last_end = last
        while last_end < end and view.text[last_end] not in "、，。；\n”":
            last_end += 1
        fields = lists.fields(declared, len(items))
        yield Hit((match.span(), (last, last_end)), fields, calculation=f"{declared} ≠ {len(items)}")


def count_mismatch(view: View) -> Iterator[Hit]:
    """T16: a declared count equals the items that are listed, and numbered items are not broken off.

    反例: 五类突出问题：一是…四是…; “六个坚持”包括坚持… (five); 京津冀四省市; 四大高地，即甲、乙、丙。
    正例: 四类…四是…; 北京、天津、海南等9地 (等 leaves the list open); 8大行动 with eight; inner lists.
    """
    yield from ordinals(view)
    yield from slogans(view)
    yield from lists.after(view)
    yield from lists.before(view)


CHECKS = (
    Check("T16", "count_mismatch", "B", "error", count_mismatch, "“{quote}”：{why}", "“{quote}”: {en}"),
    Check("T17", "count_mismatch", "B", "warning", lists.slogan, "“{quote}”：{why}", "“{quote}”: {en}"),
)
