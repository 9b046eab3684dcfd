"""Numbers that the text itself ties to others: totals, shares, growth, differences.

A tie is taken where the words make it (其中, 占, 由…增至…) and the printed numbers bear it out. It is looked for in the
claims of a sentence by arithmetic, not with the checker's own patterns.
"""

from __future__ import annotations

import re
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from benchmarks.planting.plant import Tie, break_tie, digits, is_amount, sentences, unit
from claimex.checks.interval import Interval, of, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from random import Random

    from benchmarks.planting.plant import Edit
    from claimex.schema import Claim, Document

TIED_SUM = re.compile(r"其中|分别|其余|组成|合计|共计|总计|进出口")
WHOLE = re.compile(
    r"其余|组成|合计|总计|进口[^。]*出口|出口[^。]*进口|城镇[^。]*农村|农村[^。]*城镇|第二产业[^。]*第三产业"
)
GREW = re.compile(
    r"(?:增长|增加|提高|上升|上涨|下降|减少|降低|下跌|增幅|降幅|升幅|涨幅|跌幅|增|降|涨|跌)(?:了|约|为|达到?)?$"
)
FELL = re.compile(r"下降|减少|降低|下跌|降幅|跌幅|降|跌")
FROM = re.compile(r"(?:由|从)[^，。；]{0,20}$")
TO = re.compile(r"[至到为](?:[^，。；]{0,10})$")
AGAINST = re.compile(r"^[^。；\d]{0,12}(?:比|较|上年同期|去年同期|上年|去年)[^，。；]{0,14}[的为是]$")
STEPS = re.compile(r"(?:增加|减少|净增|多|增|减|下降|降低|上升|上涨|下跌|升|涨|跌|降)了?$")
LISTED = re.compile(r"分别|依次")
NAMED = re.compile(
    r"(?:高于|低于|快于|慢于|比)(?:全部|整体)?(?P<name>[\u4e00-\u9fff]{2,8}?)(?:增速|平均|水平|高|低|快|慢|$)"
)
BALANCE = re.compile(r"顺差|逆差|结余|净流入|赤字")
SPENT = re.compile(r"支出|进口|出口|流出")
WIDE = {"全国", "全省", "全市", "全区", "全球"}
CLOSE = 16
APART = re.compile(
    r"(?:增加|减少|提高|提升|下降|上升|回落|上涨|扩大|收窄|高出?|低|多出?|少|快|慢|降低|高于|低于|快于|慢于|顺差|逆差|结余)"
    r"[^，。；\d]{0,14}$"
)
PART_OF = re.compile(r"占(?!用|领|据)[^，。；\d]{0,16}$")
RUNS = range(2, 7)


def plant_sum(doc: Document, rng: Random) -> Edit | None:
    """A part or the total; where the text does not say that the parts are all, they come out larger than the total."""
    return _one(_sums(doc), rng)


def plant_share(doc: Document, rng: Random) -> Edit | None:
    """A share, or one of the two levels it is the quotient of."""
    return _one(_shares(doc), rng)


def plant_growth(doc: Document, rng: Random) -> Edit | None:
    """A rate of growth, or one of the levels it follows from."""
    return _one(_growths(doc), rng)


def plant_difference(doc: Document, rng: Random) -> Edit | None:
    """A printed difference, or one of the figures it lies between."""
    return _one(_differences(doc), rng)


def _one(ties: Iterable[Tie], rng: Random) -> Edit | None:
    found = list(ties)
    rng.shuffle(found)
    return next((edit for tie in found if (edit := break_tie(tie, rng))), None)


def _sums(doc: Document) -> Iterator[Tie]:
    for group in sentences(doc):
        words = doc.text[group[0].sentence.start : group[-1].sentence.end]
        if not TIED_SUM.search(words):
            continue
        for code in sorted({unit(claim) for claim in group if is_amount(claim)}):
            same = [claim for claim in group if unit(claim) == code and claim.measure in {"level", "share"}]
            yield from _runs(same, whole=bool(WHOLE.search(words)))


def _runs(claims: Sequence[Claim], *, whole: bool) -> Iterator[Tie]:
    def equal(values: tuple[Interval, ...]) -> bool:
        return values[0].overlaps(total(values[1:]))

    def within(values: tuple[Interval, ...]) -> bool:
        return total(values[1:]).low <= values[0].high

    for at, head in enumerate(claims):
        for size in RUNS:
            for parts in (claims[at + 1 : at + 1 + size], claims[max(at - size, 0) : at]):
                before = bool(parts) and parts[0].start < head.start
                if len(parts) < size or digits(head) < 3 or (before and not whole):
                    continue
                if equal(tuple(of(claim.quantity) for claim in (head, *parts))):
                    yield Tie((head, *parts), equal if whole else within, "all parts" if whole else "其中")


def _shares(doc: Document) -> Iterator[Tie]:
    def holds(values: tuple[Interval, ...]) -> bool:
        quotient = values[0] / values[1]
        return quotient is not None and quotient.scaled(100).overlaps(values[2])

    for group, rate in _rates(doc, PART_OF):
        amounts = [claim for claim in group if is_amount(claim) and abs(claim.start - rate.start) < 90]
        for part, whole in permutations(amounts, 2):
            smaller = (part.quantity.value or 0) < (whole.quantity.value or 0)
            if unit(part) == unit(whole) and smaller and _bears((part, whole, rate), holds):
                yield Tie((part, whole, rate), holds, "占")


def _growths(doc: Document) -> Iterator[Tie]:
    """由甲增至乙，增长丙; 乙，比上年的甲增长丙; 乙，比上年增加丁，增长丙."""
    for group, rate in _rates(doc, GREW):
        amounts = [claim for claim in group if is_amount(claim) and claim.end <= rate.start][-3:]
        sign = -1 if FELL.search(doc.text[max(0, rate.start - 4) : rate.start]) else 1
        levels, step = _growth(sign), _step(sign)
        for first, second in combinations(amounts, 2):
            if unit(first) != unit(second) or _listed(doc.text, first, rate):
                continue
            if _from_to(doc.text, first, second) and _bears((first, second, rate), levels):
                yield Tie((first, second, rate), levels, "from-to")
            elif _earlier(doc.text, first, second) and _bears((second, first, rate), levels):
                yield Tie((second, first, rate), levels, "against")
            elif STEPS.search(doc.text[first.end : second.start]) and _bears((first, second, rate), step):
                yield Tie((first, second, rate), step, "level and change")


def _listed(text: str, first: Claim, last: Claim) -> bool:
    return bool(LISTED.search(text[max(0, first.start - 20) : last.start]))


def _from_to(text: str, first: Claim, second: Claim) -> bool:
    """由甲…增至乙."""
    return bool(FROM.search(text[max(0, first.start - 24) : first.start]) and TO.search(text[first.end : second.start]))


def _earlier(text: str, first: Claim, second: Claim) -> bool:
    """乙，比上年的甲…; 乙（上年同期为甲）."""
    return bool(AGAINST.search(text[first.end : second.start]))


def _growth(sign: int) -> _Holds:
    def holds(values: tuple[Interval, ...]) -> bool:
        quotient = values[1] / values[0]
        return quotient is not None and _signed(quotient.shifted(-1), sign).scaled(100).overlaps(values[2])

    return holds


def _step(sign: int) -> _Holds:
    def holds(values: tuple[Interval, ...]) -> bool:
        earlier = values[0] - values[1] if sign > 0 else values[0] + values[1]
        quotient = values[1] / earlier
        return quotient is not None and quotient.scaled(100).overlaps(values[2])

    return holds


def _signed(value: Interval, sign: int) -> Interval:
    return value if sign > 0 else Interval(-value.high, -value.low)


def _differences(doc: Document) -> Iterator[Tie]:
    def holds(values: tuple[Interval, ...]) -> bool:
        return any(gap.overlaps(values[2]) for gap in (values[0] - values[1], values[1] - values[0]))

    for group in sentences(doc):
        for at, gap in enumerate(group):
            points = gap.quantity.unit in {"百分点", "个百分点"}
            if not APART.search(doc.text[gap.sentence.start : gap.start]) or not (points or is_amount(gap)):
                continue
            wanted = "%" if points else gap.quantity.unit
            levels = [claim for claim in group[:at] if claim.quantity.unit == wanted][-3:]
            for first, second in combinations(levels, 2):
                form = _apart(doc.text, first, second, gap)
                if form and _bears((first, second, gap), holds):
                    yield Tie((first, second, gap), holds, form)


def _apart(text: str, first: Claim, second: Claim, gap: Claim) -> str:
    """How the words tie a difference to two figures; empty where they do not."""
    between, behind = text[first.end : second.start], text[second.end : gap.start]
    if _listed(text, first, gap):
        return ""
    if _from_to(text, first, second) and len(behind) < CLOSE:
        return "from-to"
    if _earlier(text, first, second) and len(behind) < CLOSE:
        return "against"
    named = NAMED.search(behind)
    if named and named["name"] not in WIDE and named["name"] in text[max(0, first.start - 24) : first.start]:
        return "named"
    return "balance" if BALANCE.search(behind) and SPENT.search(between) else ""


def _rates(doc: Document, cue: re.Pattern[str]) -> Iterator[tuple[list[Claim], Claim]]:
    """Percentages of two digits or more behind a cue, with the figures of their sentence."""
    for group in sentences(doc):
        for claim in group:
            before = doc.text[claim.sentence.start : claim.start]
            if claim.quantity.unit == "%" and digits(claim) > 1 and cue.search(before):
                yield group, claim


def _bears(claims: tuple[Claim, ...], holds: _Holds) -> bool:
    return holds(tuple(of(claim.quantity) for claim in claims))


if TYPE_CHECKING:
    from collections.abc import Callable

    _Holds = Callable[[tuple[Interval, ...]], bool]
