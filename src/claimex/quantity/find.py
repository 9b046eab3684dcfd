"""From characters to quantities: scan, rule, share, bound, choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.quantity.bounds import INNER, leading_cue, trailing_cue
from claimex.quantity.guards import in_fixed_word, in_title, is_code, is_scope, lacks_company
from claimex.quantity.lists import share_units
from claimex.quantity.ranges import join_ranges
from claimex.quantity.rules import MARKS, rules_for
from claimex.quantity.scan import fold, scan
from claimex.quantity.tables import apply_tables
from claimex.quantity.units import find_unit, money_sign

if TYPE_CHECKING:
    from claimex.quantity.draft import Core, Draft
    from claimex.quantity.units import Unit
    from claimex.schema.mention import QuantityMention

_OPEN, _CLOSE = frozenset('“‘"'), frozenset('”’"')
_BLANKS = frozenset(" \u3000\u00a0")
# Words that begin with 多; elsewhere it belongs to the number (5个多, 8万公里多).
_MANY = (*(f"多{rest}" for rest in "种样项元年次个家数边地国处方部省市名"), "多米尼加", "多伦多", "多哈")
_SIGNED = frozenset("-−下")
_RANGE_SIGNS = "～~—"
_BEFORE_MINUS = frozenset("为是至到由从在达约比率、，,（(：:；;")


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Every quantity of a running text, in order; offsets are those of `text`, `text[start:end]` is the mention.

    A quantity states how much: codes, names, dates, ordinals and fixed words are declined. Linear in the text's length;
    never raises.
    """
    folded = fold(text)
    titles = "《" in folded
    drafts = [
        draft
        for core in scan(folded)
        if not (titles and in_title(folded, core)) and (draft := _judge(folded, core)) is not None
    ]
    if not drafts:
        return ()
    if len(drafts) > 1:
        drafts = join_ranges(folded, drafts)
        share_units(folded, drafts)
    apply_tables(folded, drafts)
    found = _choose(drafts)
    _bound(folded, found)
    return tuple([draft.mention(text) for draft in found])


def _judge(text: str, core: Core) -> Draft | None:
    """The first rule's draft of a number, or None where a guard knows it to be something else."""
    mark = MARKS.get(core.form)
    if mark is not None:
        return mark(text, core, None, core.end)
    if is_scope(text, core) or in_fixed_word(text, core):
        return None
    unit, end = _unit(text, core)
    if core.form == "arabic" and is_code(text, core, unit):
        return None
    for rule in rules_for(unit):
        draft = rule(text, core, unit, end)
        if draft is not None:
            if draft.keep:
                _stretch(text, draft)
            return draft
    return None


def _unit(text: str, core: Core) -> tuple[Unit | None, int]:
    """The unit after a number: directly, after a blank, or after the quote that closes round it (“1”个)."""
    found = find_unit(text, core.end) or _unit_apart(text, core)
    if found is None:
        return (_signed(text, core) if core.form == "arabic" else None), core.end
    unit, end = found
    if unit.script == "tally" and lacks_company(text, core, end):
        return None, core.end
    if core.form == "arabic" and unit.dimension.startswith("money"):
        _signed(text, core)
    if unit.name == "个" and text[end : end + 1] in ("多", "半"):
        longer = find_unit(text, end + 1)
        month = text.startswith("月", end + 1)
        if month or (longer is not None and longer[0].dimension == "time"):
            return _half_unit(text, core, end)
    return unit, end


def _unit_apart(text: str, core: Core) -> tuple[Unit, int] | None:
    """The unit after a blank or a closing quote; the quotes round the number, or round it and 大, then belong to it."""
    between = text[core.end : core.end + 1]
    if between in _BLANKS:
        return find_unit(text, core.end + 1)
    if core.form != "arabic" or between not in _CLOSE or text[core.start - 1 : core.start] not in _OPEN:
        return None
    found = find_unit(text, core.end + 1)
    if found is not None and found[0].counts:
        core.start -= 1
        return found
    if text.startswith("大", core.end + 1):
        core.start -= 1
        core.end += 1
    return None


def _signed(text: str, core: Core) -> Unit | None:
    """The unit of a money sign before the number (￥3000, US$3亿), which then belongs to the mention."""
    found = money_sign(text, core.start)
    if found is None:
        return None
    unit, core.start = found
    return unit


def _half_unit(text: str, core: Core, end: int) -> tuple[Unit | None, int]:
    """5个多月, 两个半小时: the approximator stands inside the classifier."""
    month = text.startswith("月", end + 1)
    name = "个月" if month else ""
    found = find_unit(name, 0) if month else find_unit(text, end + 1)
    if found is None:
        return None, core.end
    last = end + 2 if month else found[1]
    if text[end] == "多":
        core.inner = core.inner or "多"
    elif core.numeral.value is not None:
        core.numeral = core.numeral._replace(value=core.numeral.value + core.numeral.ulp / 2, ulp=core.numeral.ulp / 2)
    return found[0], last


def _stretch(text: str, draft: Draft) -> None:
    """Take in what belongs to the number on either side: 零下, a minus sign, 上 (上百场), 多 and 半 after the unit."""
    start, number = draft.start, draft.numeral
    before = text[start - 1 : start]
    if before in _SIGNED and number.value is not None:
        taken = (2 if text.endswith("零下", 0, start) else 0) if before == "下" else int(_negative(text, draft))
        if taken:
            draft.start, draft.numeral = start - taken, number._replace(value=-number.value)
    unit = draft.unit
    if unit is None or draft.kind == "rank":
        return
    following = text[draft.end : draft.end + 1]
    if following == "多" and not text.startswith(_MANY, draft.end):
        draft.core.inner = draft.core.inner or "多"
        draft.end += 1
    elif following == "半" and _half_more(text, draft) and draft.numeral.value is not None:
        value, ulp = draft.numeral.value, draft.numeral.ulp
        draft.numeral = draft.numeral._replace(value=value + ulp / 2, ulp=ulp / 2)
        draft.end += 1


def _half_more(text: str, draft: Draft) -> bool:
    """两天半, but not 十天半个月."""
    time = draft.unit is not None and draft.unit.dimension == "time"
    return time and not text.startswith(("个", "年", "月", "天", "日", "小时"), draft.end + 1)


def _negative(text: str, draft: Draft) -> bool:
    """-0.3% after a word or a comma; not the second half of 5-6% nor the mark of a list."""
    before = text[draft.start - 2 : draft.start - 1]
    measured = draft.kind in ("percent", "point") or (draft.unit is not None and draft.unit.dimension == "temperature")
    if before in _BEFORE_MINUS and before:
        return measured or draft.unit is None or draft.unit.dimension == "money"
    if before in _RANGE_SIGNS and before:  # -15℃～-12℃
        return measured
    if not before.strip():  # at the head of a line a dash marks an item of a list, before a temperature it is a sign
        return draft.unit is not None and draft.unit.dimension == "temperature"
    return measured and "\u4e00" <= before <= "\u9fff"


def _choose(drafts: list[Draft]) -> list[Draft]:
    """Kept drafts without overlaps: the one that begins first stays."""
    chosen: list[Draft] = []
    last = 0
    for draft in drafts:
        if draft.keep and draft.start >= last:
            chosen.append(draft)
            last = draft.end
    return chosen


def _bound(text: str, drafts: list[Draft]) -> None:
    """Set every draft's bound from its cues; a cue after 分别 holds for the whole list."""
    shared: tuple[int, Draft] | None = None
    for draft in drafts:
        _own_bound(text, draft)
        if shared is not None and not _continues(text, shared[0], draft):
            shared = None
        if shared is not None and draft.bound == "exact":
            draft.bound, draft.cue_start = shared[1].bound, shared[1].cue_start
        if shared is not None:
            shared = (draft.end, shared[1])
        elif draft.cue_start is not None and text.endswith("分别", 0, draft.cue_start):
            shared = (draft.end, draft)


def _continues(text: str, end: int, draft: Draft) -> bool:
    gap = text[end : draft.start]
    return len(gap) <= 3 and gap.strip() in ("、", "和", "及", "与", "以及")


def _own_bound(text: str, draft: Draft) -> None:
    if draft.numeral.bound == "between":
        draft.bound = "between"
        cue = leading_cue(text, draft.start)
        if cue is not None and cue.word != "上":
            draft.cue_start = cue.start
        return
    if draft.kind == "rank":
        return
    cue = leading_cue(text, draft.start, draft.unit.dimension if draft.unit else "")
    if cue is not None and cue.word == "上":
        if draft.numeral.bare or draft.core.text[:1] in "十百千万亿":
            draft.start, draft.bound = cue.start, cue.bound
            return
        cue = None
    if cue is not None and cue.word[0] in "跨迈越" and draft.unit is not None and draft.unit.name == "个":
        cue = None  # 跨过3个万亿元大关 counts three
    if cue is not None:
        draft.bound, draft.cue_start = cue.bound, cue.start
        return
    if draft.core.inner:
        draft.bound = INNER[draft.core.inner]
        return
    trailing = trailing_cue(text, draft.end)
    if trailing is not None:
        draft.bound = trailing[0]
