"""T10: parts and their total."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.checks.parts import TOTAL_WORD, complete_run, groups, heads, span_of, whole_sets
from claimex.checks.rule import Check, Hit
from claimex.checks.slip import adds_up, explain
from claimex.checks.small import small
from claimex.checks.template import AMOUNT, FIGURES, compile_template, kind_of
from claimex.checks.verdict import scaled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimex.checks.view import Figure, View
    from claimex.schema.finding import Severity

NOT = rf"[^，。；：、（）{FIGURES}]"
SERIES = compile_template(rf"分别{NOT}{{0,10}}(?P<list>{{A}}(?:[、，和及与]{{A}})+)")
ADDED = compile_template(rf"(?:合计|总计|共计|总共|加起来){NOT}{{0,6}}(?P<whole>{{A}})")
# 甲3亿元、乙2亿元、丙4亿元，三项合计9亿元: the count says how many make it up
COUNTED = compile_template(
    rf"(?:以上|上述|这)?(?P<count>[两二三四五六七])(?:者|项|类|种|地|省|市|国|家|个{NOT}{{0,4}}?|大{NOT}{{0,4}}?)(?:合计|总计|共计?|总共){NOT}{{0,6}}(?P<whole>{{A}})"
)
# 9枚金牌、4枚银牌、2枚铜牌，共15枚奖牌: a pure series before 共 is all there is
SERIES_TOTAL = compile_template(
    rf"(?P<list>{{A}}{NOT}{{0,8}}(?:[、和及]{NOT}{{0,6}}{{A}}{NOT}{{0,8}})+)[，,](?:一?共(?:计|有|获得?|为)?|合计|总计|总数)"
    rf"{NOT}{{0,4}}(?P<whole>{{A}})"
)
# 新增217例（甲58例，乙159例）
BRACKETS = compile_template(r"(?P<whole>{A})（(?P<list>[^（）。]{0,24}{A}[^（）。]{1,80})）")
LOOK_BACK = 400
WINDOW = 420
SURE = Decimal("0.02")
LIKELY = Decimal("0.15")
# what may stand beside 出口 in a label that means all exports: 前2个月出口, 我国出口总值达
QUALIFIED = {"进出口", "外贸", "出入境"}
PLAIN_LABEL = re.compile(
    r"[今去本上下全前年月日季度半截至末底我国内省市区外地货物服务对贸易总值额量规模收支实现完成已共累计约达到为是有会议应代表人员的委成董监事"
    r"增加生活产业一般公预算花费次性口用电居民常住口消费品乡城镇收入初步核算统计数据显示分看从按经初经测算，（）\d\s]*"
)


def sums(view: View) -> Iterator[Hit]:
    """T10: parts add up to their total, give or take the sum of their half digits.

    反例: 进出口100亿元，其中出口60亿元，进口50亿元; 总收入293.62亿元，其中甲204.99亿元，乙98.63亿元 (one digit off).
    正例: 416.54+43.63+48.6+18.03 = 526.80 against 526.79 (rounding); 其中 with some of the parts; overlapping groups.
    Parts count as all of the total where they are a known whole set (出口 and 进口), end with 其余, or miss the total
    by exactly one digit of one figure; 其中 alone is not exhaustive.
    """
    seen: set[int] = set()
    for hit in (*_groups(view), *_labelled(view), *_series(view), *_added(view), *_beside(view)):
        if hit.spans[0][0] not in seen:
            seen.add(hit.spans[0][0])
            yield hit


def _groups(view: View) -> Iterator[Hit]:
    for group in view.once(groups):
        if len(group.parts) < 2 or not all(f.exact for f in (group.whole, *group.parts)):
            continue
        if _some_add_up(group.whole, group.parts):
            continue
        size = complete_run(group, view)
        yield from _judge(group.whole, group.parts[:size] if size else group.parts, complete=size > 0)


def _some_add_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a run of the parts already makes the total: the rest details them."""
    size = len(parts)
    return any(adds_up(whole, parts[i:j]) for i in range(size - 1) for j in range(i + 2, size + 1))


def _judge(whole: Figure, parts: Sequence[Figure], *, complete: bool) -> Iterator[Hit]:
    slip = explain(whole, parts)
    if not complete and (slip is None or slip.odds > LIKELY):
        return
    found = sum((p.value for p in parts), start=Decimal(0))
    value = scaled(found, whole)
    severity: Severity = "error" if complete or (slip is not None and slip.odds < SURE) else "warning"
    suggestion = f"{slip.figure.text} → {scaled(slip.wanted, slip.figure)}" if slip is not None and slip.alone else None
    yield Hit(
        (whole.span, *span_of(parts)),
        {"printed": whole.text, "value": value},
        calculation=f"{' + '.join(p.text for p in parts)} = {value} ≠ {whole.text}",
        suggestion=suggestion,
        severity=severity,
    )


def _labelled(view: View) -> Iterator[Hit]:
    """Totals and parts that no 其中 joins, known by their names alone: 应出席2977人，出席2947人，缺席30人."""
    for whole, parts in view.once(named_sets):
        if all(f.exact for f in (whole, *parts)) and not adds_up(whole, parts):
            yield from _judge(whole, parts, complete=True)


def named_sets(view: View) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """Wholes of a paragraph with all their parts, each by its plain name (出口, not 民营企业出口)."""
    seen: set[tuple[int, ...]] = set()
    for start, end in view.paragraphs():
        levels = list(heads(view, start, end))
        for whole_word, words in whole_sets():
            if not whole_word or not any(whole_word in label for _, label in levels):
                continue
            for index, (whole, label) in enumerate(levels):
                before, found, behind = label.rpartition(whole_word)
                qualified = whole_word in QUALIFIED and not PLAIN_LABEL.fullmatch(before)
                if not found or qualified or not PLAIN_LABEL.fullmatch(behind):
                    continue
                parts = _named_parts(whole, levels[index + 1 :], whole_word, words)
                if not parts and len(words) > 2:
                    # 一产甲，二产乙，三产丙，生产总值丁
                    parts = _named_parts(whole, levels[max(index - len(words), 0) : index], whole_word, words)
                key = (whole.start, *(part.start for part in parts))
                if parts and key not in seen:
                    seen.add(key)
                    yield whole, parts


def _named_parts(
    whole: Figure, levels: Sequence[tuple[Figure, str]], whole_word: str, words: tuple[str, ...]
) -> tuple[Figure, ...]:
    found: dict[str, Figure] = {}
    for figure, label in levels:
        if figure.start - whole.end > WINDOW:
            break
        named = next((word for word in words if word in label and _plain(label, word, whole_word)), None)
        if named is not None and figure.code == whole.code:
            found.setdefault(named, figure)
        elif whole_word in label:
            break
    return tuple(found[word] for word in words) if len(found) == len(words) else ()


def _plain(label: str, word: str, whole_word: str) -> bool:
    """Whether a label is a part's name and nothing else; it may say the whole's name again (地方一般公共预算收入)."""
    rest = label.replace(word, "", 1)
    return any(PLAIN_LABEL.fullmatch(text) for text in (rest, rest.replace(whole_word, "", 1)))


def _beside(view: View) -> Iterator[Hit]:
    """Parts in a pure series before 共, or in the brackets behind their total."""
    for template in view.masked_sentences:
        for pattern in (SERIES_TOTAL, BRACKETS):
            for match in pattern.finditer(template.text):
                whole = template.figure(match, "whole")
                parts = template.inside(match.start("list"), match.end("list"))
                if (
                    len(parts) < 2
                    or {p.code for p in parts} != {whole.code}
                    or not all(f.exact for f in (whole, *parts))
                ):
                    continue
                if not adds_up(whole, parts):
                    yield from _judge(whole, parts, complete=pattern is SERIES_TOTAL)


def _added(view: View) -> Iterator[Hit]:
    """甲3.5亿元、乙2.1亿元，合计5.6亿元: parts before their total; a last run of them that adds up will do."""
    for template in view.masked_sentences:
        for match in COUNTED.finditer(template.text):
            whole, count = template.figure(match, "whole"), small(match["count"]) or 0
            parts = [f for f in template.inside(0, match.start()) if kind_of(f) == AMOUNT]
            plain = len(parts) == count and all(f.exact and f.code == whole.code for f in (whole, *parts))
            if plain and not adds_up(whole, parts):
                yield from _judge(whole, parts, complete=True)
        for match in ADDED.finditer(template.text):
            whole = template.figure(match, "whole")
            start = template.text.rfind("；", 0, match.start()) + 1
            parts = [f for f in template.inside(start, match.start("whole")) if f.code == whole.code and f.exact]
            if len(parts) < 2 or not whole.exact or any(adds_up(whole, parts[i:]) for i in range(len(parts) - 1)):
                continue
            for size in range(2, min(len(parts), 6) + 1):
                slip = explain(whole, parts[-size:])
                if slip is not None and slip.odds < LIKELY:
                    yield from _judge(whole, parts[-size:], complete=False)
                    break


def _series(view: View) -> Iterator[Hit]:
    for template in view.masked_sentences:
        for match in SERIES.finditer(template.text):
            parts = template.inside(match.start("list"), match.end("list"))
            if len({p.code for p in parts}) != 1 or not all(p.exact for p in parts):
                continue
            subject = view.text[max(parts[0].start - 60, 0) : parts[0].start]
            near = [
                (figure, words)
                for figure, words in heads(view, max(parts[0].start - LOOK_BACK, 0), parts[0].start)
                if figure.code == parts[0].code and figure.exact
            ]
            if any(adds_up(figure, parts) for figure, _ in near):
                continue
            for figure, words in near:
                slip = explain(figure, parts)
                if slip is not None and (TOTAL_WORD.search(words) or _shares_words(words, subject)):
                    yield from _judge(figure, parts, complete=False)


def _shares_words(one: str, other: str) -> bool:
    return any(one[i : i + 3] in other for i in range(len(one) - 2))


CHECKS = (
    Check(
        "T10", "sum_mismatch", "B", "error", sums,
        "分项合计不符：各分项相加为{value}，总数印作{printed}",
        "parts and total: the parts add up to {value}, the total is printed {printed}",
    ),
)  # fmt: skip
