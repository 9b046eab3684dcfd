"""Levels that a text implies without printing them: of the year before, of the year's target, of a whole.

5849家，比上年增加855家 says 4994家 for the year before; 41.4亿元，完成全年目标的82.8% says about 50亿元 for the target;
412.6亿元，占全国的1.2% says about 3.4万亿元 for the nation. Each derivation reads a level and the figure right behind
it in one sentence, and nothing else: what stands between the two is the whole of its wording.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.checks import interval
from claimex.checks.dimension import unit_of
from claimex.checks.figures import area_of, generic
from claimex.checks.wording import BREAK, cleaned, name_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claimex.checks.comparable import Figure, Key
    from claimex.checks.interval import Interval
    from claimex.schema.claim import Claim
    from claimex.schema.document import Document

AREA, PERIOD = 1, 2
"""Where a figure's key holds its area and its period."""
PERCENT = Decimal("0.01")
LOCAL = re.compile(r"(?:全|本|我)(?:省|市|区|县|州|自治区)")
"""Whose figure it is, said from within; two texts mean two places by it."""
PROGRESS = re.compile(
    r"[，,](?:已|均已|累计|提前|分别)*(?:完成|达到?|占)了?(?:今年)?(?:全年|年度|本年度|今年|年初|全年度)(?:确定|预定|下达)?的?"
    r"(?:预期|预定|预算|总)?(?:目标任务|目标|计划任务|计划|任务|预算)(?:总数|数)?的"
)
"""Between a level and its progress towards the target of the year; 省定, 国家下达 and 调整 make another target."""
AIM = re.compile(
    r"预期|目标|计划|任务|预算(?!收入|支出|内)|力争|确保|全年|年度|今年|年内|左右|以上|的|将|要|为|完成|达到?|实现"
)
"""What makes a target of a name: taken away, the name of the level is left."""
IS_AIM = re.compile(r"目标|计划|任务|力争|确保")
SHARE = re.compile(
    r"[，,]约?占(?:同期)?(?P<whole>[\u4e00-\u9fff“”（）A-Z]{2,16}?)的?(?:比重|比例|份额)?(?:(?:提升|上升|提高|升)[至到]|为|达到?|的)?"
)
NATION = re.compile(r"^(?:全国|我国)")
SAME = re.compile(r"(?:同类|同行业)?(?:总量|总数|总额|总产量|产量|总规模)?")
"""What may stand behind 全国 when the whole is of the level's own kind."""
LEAST = 3
"""Characters of the shortest name of a whole."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A level that `sources` imply: `values` can be it. `what`: which level that is; `sum`: how it comes about."""

    key: Key
    values: Interval
    level: Claim
    sources: tuple[Claim, ...]
    what: str
    sum: str


def year_before(doc: Document, at: int, figures: Mapping[str, Figure]) -> Iterator[Derived]:
    """The level of the year before, from an absolute change (比上年增加) in the clause right behind the level.

    A rate is left alone: it may be at constant prices or on another coverage.
    """
    level, change = figures.get(doc.claims[at].id), doc.claims[at + 1]
    if level is None or not _level(level.claim) or not _directly(doc, level.claim, change):
        return
    fits = (
        change.measure == "change"
        and change.basis == "yoy"
        and change.direction in {"up", "down"}
        and interval.exact(change.quantity)
        and unit_of(change)[0] == unit_of(level.claim)[0]
    )
    period = level.claim.period
    before = _year_before(level.key, period.start, period.end) if period is not None and period.end else None
    if not fits or before is None:
        return
    step = interval.of(change.quantity).scaled(unit_of(change)[1])
    values, sign = (level.values - step, "−") if change.direction == "up" else (level.values + step, "+")
    said = f"{flat(level.claim)} {sign} {flat(change)}"
    yield Derived(before, values, level.claim, (level.claim, change), "上年", said)


def target(doc: Document, at: int, _: Mapping[str, Figure]) -> Iterator[Derived]:
    """The target of the year, from progress towards it; in a 分别 list from each level and its own progress."""
    progress = _run(doc, at + 1)
    levels = doc.claims[at + 1 - len(progress) : at + 1] if progress else ()
    if not progress or len(levels) != len(progress):
        return
    between = _between(doc, levels[-1], progress[0])
    if not PROGRESS.fullmatch(between) or ("分别" in between) != (len(progress) > 1):
        return
    for number, (level, share) in enumerate(zip(levels, progress, strict=True)):
        year = _year(level)
        name = _named(doc, levels, number)
        values = _whole(level, share)
        if name and year and values is not None and _level(level) and level.sentence.start == share.sentence.start:
            key = target_key(name, level, year)
            yield Derived(key, values, level, (level, share), "全年目标", f"{flat(level)} ÷ {flat(share)}")


def whole(doc: Document, at: int, figures: Mapping[str, Figure]) -> Iterator[Derived]:
    """The whole, from a share of it that is named: 占全国的, 占地区生产总值的."""
    level, share = figures.get(doc.claims[at].id), doc.claims[at + 1]
    if level is None or not _level(level.claim) or share.measure != "share" or not _directly(doc, level.claim, share):
        return
    match = SHARE.fullmatch(_between(doc, level.claim, share))
    values = _whole(level.claim, share)
    name = _whole_name(match["whole"], level) if match else ""
    if match is None or values is None or not name or level.key[0] == "lasting":
        return
    area = "" if NATION.search(match["whole"]) else level.key[AREA]
    key = (name, area, *level.key[PERIOD:])
    if key != level.key:
        said = f"{flat(level.claim)} ÷ {flat(share)}"
        yield Derived(key, values, level.claim, (level.claim, share), match["whole"], said)


DERIVATIONS: tuple[Callable[[Document, int, Mapping[str, Figure]], Iterator[Derived]], ...] = (
    year_before,
    target,
    whole,
)


def targets(doc: Document) -> Iterator[tuple[Key, Claim]]:
    """The targets that a document prints for a whole year, under the keys of the derived ones."""
    for claim in doc.claims:
        year = _year(claim)
        name = name_of(doc, claim) if year and claim.measure == "level" and claim.quantity.value is not None else None
        if name is not None and year and (claim.status == "target" or IS_AIM.search(name.text)) and _whole_year(claim):
            yield target_key(name.text, claim, year), claim


def target_key(name: str, claim: Claim, year: int) -> Key:
    """The key of a target: what is left of its name without the words that make a target of it."""
    return ("target", area_of(claim.area), str(year), AIM.sub("", name), unit_of(claim)[0])


def local(name: str) -> bool:
    """Whether a name says whose the figure is from within (全省), so that another text means another place."""
    return LOCAL.search(name) is not None


def flat(claim: Claim) -> str:
    """A figure on one line."""
    return "".join(claim.text.split())


def _level(claim: Claim) -> bool:
    return claim.measure == "level" and claim.status != "target" and interval.exact(claim.quantity)


def _directly(doc: Document, level: Claim, claim: Claim) -> bool:
    """Whether a figure stands in the clause right behind the level."""
    between = doc.text[level.end : claim.start]
    return claim.sentence.start == level.sentence.start and len(BREAK.findall(between)) == 1


def _between(doc: Document, left: Claim, right: Claim) -> str:
    return "".join(doc.text[left.end : right.start].split())


def _run(doc: Document, at: int) -> Sequence[Claim]:
    """Rates of progress that stand in one list."""
    end = at
    while end < len(doc.claims) and doc.claims[end].measure == "progress":
        if end > at and _between(doc, doc.claims[end - 1], doc.claims[end]) not in {"、", "和", "及"}:
            break
        end += 1
    return doc.claims[at:end]


def _named(doc: Document, levels: Sequence[Claim], number: int) -> str:
    """What a level is called; of a list behind the first by the words between it and the one before."""
    if not number:
        name = name_of(doc, levels[0])
        return name.text if name and not generic(name.text) else ""
    words = _between(doc, levels[number - 1], levels[number]).lstrip("、，和及与")
    return "" if BREAK.search(words) else cleaned(words, levels[number].area)


def _whole(part: Claim, share: Claim) -> Interval | None:
    """What the part is so many percent of; a truncated rate gets one more step."""
    value = share.quantity.value
    if value is None or not interval.exact(share.quantity) or share.quantity.unit not in {"%", "％"} or value <= 0:
        return None
    step = interval.step(share.quantity)
    rate = interval.of(share.quantity).widened(step if 10 * step <= value else Decimal(0)).scaled(PERCENT)
    return interval.of(part.quantity).scaled(unit_of(part)[1]) / rate


def _whole_name(printed: str, level: Figure) -> str:
    """What the whole is called, in the words that name figures; empty where they do not say."""
    rest = NATION.sub("", printed)
    if rest != printed and SAME.fullmatch(rest):
        return LOCAL.sub("", level.key[0])
    own = LOCAL.search(level.key[0])
    name = cleaned(printed, level.claim.area)
    if len(name) < LEAST or generic(name):
        return ""
    return name if rest != printed or LOCAL.search(name) or not own else f"{own[0]}{name}"


def _year(claim: Claim) -> int | None:
    """The year that a figure so far, or a target, belongs to."""
    period = claim.period
    if period is None or period.end is None:
        return None
    begins = period.start is None or (period.start.month == period.start.day == 1)
    return period.end.year if begins and (period.start is None or period.start.year == period.end.year) else None


def _whole_year(claim: Claim) -> bool:
    period = claim.period
    if period is None or period.start is None or period.end is None:
        return False
    return (period.end - period.start).days >= 364


def _year_before(key: Key, start: dt.date | None, end: dt.date) -> Key | None:
    """The key of the same figure a year earlier; null for works, which have no period, and for 29 February."""
    if key[0] == "lasting" or (start and start.day == 29) or (end.month == 2 and end.day > 27):
        return None
    old = f"{start.replace(year=start.year - 1) if start else ''}..{end.replace(year=end.year - 1)}"
    mark = "@" if key[PERIOD].endswith("@") else ""
    return (*key[:PERIOD], old + mark, *key[PERIOD + 1 :])


def trusted(derived: Sequence[Derived]) -> list[Derived]:
    """Those that no other derivation of one document contradicts: where two do, what tells them apart has been lost."""
    by_key: dict[tuple[str, Key], list[Derived]] = {}
    for one in derived:
        by_key.setdefault((one.level.doc_id, one.key), []).append(one)
    doubtful = Counter(
        (doc_id, key)
        for (doc_id, key), found in by_key.items()
        if any(not one.values.overlaps(other.values) for one in found for other in found)
    )
    return [one for one in derived if (one.level.doc_id, one.key) not in doubtful]
