"""Cues around a number: 约, 超过, 不低于 before it, 以上, 左右 after it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from claimex.lexicon import read_table
from claimex.quantity.contexts import stands_before

if TYPE_CHECKING:
    from claimex.schema.quantity import Bound

_SKIP = " *“\"‘'「\u3000"
_LINKS = "了达到为有于至是成"
# 最高支持金额1500万元, 最高可给予500万元补助: the verb of the entitlement stands between cue and number.
_ENTITLED = re.compile(
    r"(至少|至多|最多)[\u4e00-\u9fff]{0,3}(?!的)[\u4e00-\u9fff]$|(最低)(?:可|为|达|到|缴费|缴纳|投入|首付|提高|增加|上调){1,3}$"
    r"|(最高)(?:可|能|给予|获得?|得到|支持|奖励|奖补|奖金|补助|补贴|补偿|资助|扶持|贷款|贷|授信|融资|减免|优惠|赔付|报销|保障|"
    r"限额|额度|金额|标准|达|到|为|按|一次性|再|有|各|将|要|不超过|提高|增加|上调){1,6}$"
)
_ENTITLED_BOUND: dict[str, Bound] = {
    "最高": "at_most",
    "最多": "at_most",
    "至多": "at_most",
    "最低": "at_least",
    "至少": "at_least",
}
INNER: dict[str, Bound] = {"多": "over", "余": "over", "来": "about", "几": "over"}
# 不到全国千分之四的国土面积, 超全球三分之一
_WHOLE = re.compile(r"(?:全国|全球|世界|全省|全市|全区|我国|中国|总数|总量)(?:总量|总数)?的?$")
# 产值过千亿元, 进度过四成; elsewhere 过 ends a verb (去过3次).
_ROUND = re.compile(r"[一两二三四五六七八九]?[十百千]?[百千万亿]")
_REACHED = re.compile(r"最[高低](?:达|达到|为|至|到)(?![一-鿿])")
_RECORD = re.compile(r"(?:单日|当日|单月|单周|单场|历史|瞬时)[\u4e00-\u9fff]{0,6}$")
_PEAKS = (
    "temperature",
    "length",
    "speed",
    "time",
    "pressure",
    "grade",
    "score",
    *(f"count:{x}-time" for x in ("person", "vehicle", "train")),
)


class Cue(NamedTuple):
    """A cue word: where it starts and what it says."""

    start: int
    bound: Bound
    word: str


class _Word(NamedTuple):
    text: str
    bound: Bound
    not_after: tuple[str, ...]


@cache
def _words(side: str) -> dict[str, tuple[_Word, ...]]:
    """Cue words of one side by the letter that touches the number, longest first."""
    found: dict[str, list[_Word]] = {}
    for row in read_table("bounds"):
        if row["side"] == side:
            touching = row["word"][-1 if side == "before" else 0]
            word = _Word(row["word"], cast("Bound", row["bound"]), tuple(row["not_after"].split()))
            found.setdefault(touching, []).append(word)
    return {letter: tuple(sorted(group, key=lambda word: -len(word.text))) for letter, group in found.items()}


def leading_cue(text: str, position: int, dimension: str = "") -> Cue | None:
    """The cue that ends where the number begins, blanks and an opening quote aside.

    最高 and 最低 before a temperature, a length or a speed say which one, not how much at most, and so they do after
    单日 or 历史 (单日最高达8300辆次) and with 达 before anything but money (一天最高达到900人).
    """
    while position and text[position - 1] in _SKIP:
        position -= 1
    cue = _before(text, position)
    if cue is None and position and text[position - 1] in _LINKS:
        linked = position - (2 if position > 1 and text[position - 2] in _LINKS else 1)
        cue = _before(text, linked)
        if cue is not None and len(cue.word) == 1 and cue.word not in "约超逾":
            cue = None
    if cue is None and dimension == "ratio":
        place = _WHOLE.search(text, max(0, position - 6), position)
        cue = _before(text, place.start()) if place else None
    if cue is None:
        cue = _entitled(text, position)
    if cue is not None and cue.word == "过" and dimension != "ratio" and not _ROUND.match(text, position):
        return None
    if cue is not None and cue.word.startswith(("最高", "最低")):
        reached = _REACHED.match(text, cue.start) and not dimension.startswith("money")
        named = reached or dimension.startswith(_PEAKS) or _peak(text, cue.start)
        return None if named else cue
    return cue


def _peak(text: str, start: int) -> bool:
    """单日成交额最高达1.02万亿元: the highest that was, with what was measured in between."""
    return stands_before(text, start, "peak") or bool(_RECORD.search(text, max(0, start - 8), start))


def _entitled(text: str, position: int) -> Cue | None:
    """最高支持1500万元, 至少建成60个: a verb stands between the cue and the number."""
    window = max(0, position - 16)
    near = text[window:position]
    match = _ENTITLED.search(text, window, position) if "最" in near or "至" in near else None
    if match is None:
        return None
    word = match[1] or match[2] or match[3]
    return Cue(match.start(), _ENTITLED_BOUND[word], word)


def _before(text: str, position: int) -> Cue | None:
    if not position:
        return None
    for word, bound, not_after in _words("before").get(text[position - 1], ()):
        if not text.endswith(word, 0, position):
            continue
        start = position - len(word)
        if not_after and text.endswith(not_after, 0, start):
            continue
        return Cue(start, bound, word)
    return None


def trailing_cue(text: str, position: int) -> tuple[Bound, int] | None:
    """The cue that begins where the mention ends, and where it ends itself."""
    for word in _words("after").get(text[position : position + 1], ()):
        end = position + len(word.text)
        if text.startswith(word.text, position) and not (word.text == "+" and text[end : end + 1].isalnum()):
            return word.bound, end
    return None
