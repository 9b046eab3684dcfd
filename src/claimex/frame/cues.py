"""What stands directly left of a number and says how to read it: 达到, 同比增长, 高于…, 占…, 居全国.

The left context is eaten from its right end, one cue after the other, until a noun phrase is left over. The words are
the table `lexicon/cues.txt`; this module holds only the order in which they combine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from claimex.lexicon import read_table

Direction = Literal["up", "down", "flat"]


@dataclass(slots=True)
class Cues:
    """The cues left of one quantity.

    `rest` is the length of what they leave of the left context; `references` are the stretches of it that name what the
    number is compared with: a time or a place in there is not the figure's own. `other`: the number is the value of
    what is compared with.
    """

    rest: int
    level: bool = False
    change: str | None = None
    direction: Direction | None = None
    to: bool = False
    gap: str | None = None
    whole: str | None = None
    rank: bool = False
    progress: bool = False
    multiple: bool = False
    bounded: bool = False
    other: Literal["level", "growth"] | None = None
    compare: str | None = None
    adverbs: set[str] = field(default_factory=set)
    references: list[tuple[int, int]] = field(default_factory=list)


@cache
def _gaps() -> dict[str, str]:
    return {row["word"]: row["value"] for row in read_table("cues") if row["role"] == "gap"}


@cache
def _table() -> tuple[re.Pattern[str], dict[str, dict[str, str]]]:
    """A pattern for any cue word at the end of a text (the longest wins), and each word's value by role."""
    roles: dict[str, dict[str, str]] = {}
    for row in read_table("cues"):
        if row["role"] != "gap":
            roles.setdefault(row["word"], {})[row["role"]] = row["value"]
    listed = "|".join(map(re.escape, sorted(roles, key=len, reverse=True)))
    return re.compile(f"(?:{listed})$"), roles


_FILLER = re.compile(
    r"(?:(?<![土供用耕林草湿园绿宅占征荒坡基场工营产])地|[了的得着又再都也均各\s“”‘’·\ufffc]|(?<![跨迈越])过|约为|其中|[从由]\ufffc*(?:原来|原本|此前|以往|过去|最初|当年|之前)?的?\ufffc*"
    r"|(?:以|按)[^，,；;。按以]{2,12}(?:计算|计|统计)|[（(](?:以下|下同|如无)[^（）()]{0,30}[）)])$"
)
"""What says nothing of how the number is to be read; how it was reckoned is said elsewhere (`按年率计算`)."""

_GAP = re.compile(r"(?:高于|低于|好于|快于|慢于|优于|高出|高过|超出|超过|领先|落后)([^，,；;。]{0,24}?)$")
_SPEED = re.compile(r"(?:增速|增幅|涨幅)[也均都还]?$|^也?$")
_COMPARE = re.compile(
    r"(?:(?<![同环对占可])比(?![例重率如])|较(?![为快大高多好强]))([^，,；;。比较]{1,22}?)(?:相比|比较|时)?$"
    r"|(?:(?<![参])与|(?<![合协共])同(?![比期时步口]))([^，,；;。比较]{1,22}?)(?:相比|相较|比较)$"
)
_WHOLE = re.compile(r"占(?!据|地(?![区方])|用|有|领)((?:[^占，,；;。]){0,34}?)(?:的)?(比重|比例|份额|百分比|比)?$")
_DATED = re.compile(r"[年月期末底]$")
"""`较2025年翻番`: a multiple needs no verb of change after the time that it is compared with."""

_OF_TOTAL = re.compile(
    r"(?:达到?|接近|超过|相当于|约为|约占)(?:了)?([^，,；;。]{2,20}(?:总量|总销量|总数|总额|总人口|总产量|总面积|总产值))的$"
)
_WITHIN = re.compile(r"在([^，,；;。]{2,16}?)(?:中|里)?的?(?:占比|比重|份额|比例)$")
_RANK = re.compile(
    r"(?:在[^，,；;。]{2,24}中)?(?:(?:继续|稳|位|跃|高|名|仍|均|分别)*(?:居|列|排)(?:名|在|于)?|排名|位次|跃升至|跃升到|上升至|上升到|升至|升到|跃至|前移至|进至|保持|蝉联|获得|荣获|获|进入|跻身|迈入|迈进|晋升至|晋升为)*"
    r"(?:在|为|至|到|从|由)?(?:的)?(?:我国|全国|全球|世界|全省|全市|全区|亚洲|国内|国际|同类|各省|省区市|中部|西部|东部|东北|沿海|主要|省份|地区|城市|同期|各|省|区|市|首|的|[()、中前])*$"
)
_PROGRESS = re.compile(
    r"(?:完成|实现|达到|占|为|达)?(?:了)?[^，,；;。占]{0,12}?(?:目标|任务|计划|预算)[^，,；;。]{0,4}的$"
)
_MULTIPLE = re.compile(r"(?:是|为|达|相当于|约为|达到|增至|扩大到|增加到|增长到|提高到)([^，,；;。]{0,24}?)的?$")


_ADJECTIVE = re.compile(r"[比较][^，,；;。]{1,20}[多少高低快慢涨跌增减降]$|(?<![提升新递])[涨跌增减降]$")
"""A one-character change needs something compared (`比去年同期多11项`) or its own place (`气温降`)."""


def read_cues(left: str, kind: str) -> Cues:
    """The cues at the right end of `left`, before a quantity of `kind` (a `QuantityMention.kind`)."""
    cues = Cues(rest=len(left))
    while True:
        text = left[: cues.rest]
        taken = _take(cues, text, kind)
        if taken == 0:
            return cues
        cues.rest -= taken


def _take(cues: Cues, text: str, kind: str) -> int:
    """Read one cue at the end of `text` into `cues`; how many characters it has, 0 when there is none."""
    taken = _take_reference(cues, text, kind)
    if taken:
        if cues.other is None:
            cues.references.append((len(text) - taken, len(text)))
        return taken
    pattern, roles = _table()
    if (match := pattern.search(text)) and _read_word(cues, match.group(), roles[match.group()], text):
        return len(match.group())
    if match := _FILLER.search(text):
        return len(match.group())
    return 0


def _read_word(cues: Cues, word: str, roles: dict[str, str], text: str) -> bool:
    """Read one cue word; false when it does not fit what was read to its right."""
    open_ = cues.change is None and cues.gap is None and cues.whole is None
    if "to" in roles and open_:
        cues.to = cues.level = True
        cues.change, cues.direction = word, _direction(roles["to"])
    elif "rate" in roles and open_:
        cues.change, cues.direction = word, _direction(roles["rate"])
    elif "bound" in roles:
        cues.bounded = True
    elif "level" in roles:
        cues.level = cues.level or cues.change is None
    elif "change" in roles and open_ and not cues.level:
        if len(word) == 1 and not _ADJECTIVE.search(text):
            return False
        cues.change, cues.direction = word, _direction(roles["change"])
    elif "adverb" in roles:
        cues.adverbs.add(roles["adverb"] or word)
    else:
        return False
    return True


def _take_reference(cues: Cues, text: str, kind: str) -> int:
    """A cue that names something to compare with: 高于…, 比…, 占…, 完成…的, 是…的, 居全国."""
    for read in (_gap, _compare, _progress, _whole, _multiple, _rank):
        if match := read(cues, text, kind):
            return len(match.group())
    return 0


def _gap(cues: Cues, text: str, kind: str) -> re.Match[str] | None:
    """`高于全国平均增速`; 超过 is an approximator for anything but percentage points.

    With 的 the number is no difference but the other's own value (`增速高于全国的5.2%`).
    """
    if kind not in {"percent", "point", "amount", "multiple"} or cues.gap is not None or cues.change is not None:
        return None
    match = _GAP.search(text)
    if match is None or (kind != "point" and match.group()[:2] in {"超过", "超出"}):
        return None
    if kind in {"percent", "amount"} and not match.group(1):
        cues.bounded = True
        return match
    if kind in {"percent", "amount"} and match.group(1).endswith("的"):
        cues.other = "growth" if kind == "percent" and _SPEED.search(text[: match.start()]) else "level"
        return match
    cues.gap = match.group(1)
    cues.direction = _direction(_gaps().get(match.group()[:2], "up"))
    return match


def _compare(cues: Cues, text: str, kind: str) -> re.Match[str] | None:
    """`比上年` before a change."""
    match = _COMPARE.search(text) if cues.compare is None else None
    if match and not cues.change and not (kind == "multiple" and _DATED.search(match.group())):
        return None
    if match:
        cues.compare = match.group()
    return match


def _progress(cues: Cues, text: str, kind: str) -> re.Match[str] | None:
    """`完成全年目标的`."""
    match = _PROGRESS.search(text) if kind == "percent" and cues.change is None else None
    cues.progress = cues.progress or bool(match)
    return match


def _whole(cues: Cues, text: str, kind: str) -> re.Match[str] | None:
    """`占地区生产总值比重`; after a change only where the ratio itself is named (`占…比重提高到`)."""
    changed = cues.change is not None
    if kind == "point" and not changed:
        return None  # 占地区生产总值的比重|上升: its change is read first
    if kind not in {"percent", "point"} or cues.whole is not None or (changed and kind == "percent" and not cues.to):
        return None
    match = _WITHIN.search(text) or _WHOLE.search(text) or _OF_TOTAL.search(text)
    if match is None or (changed and match.re is _WHOLE and not match.group(2)):
        return None
    cues.whole, cues.level = _bare(match.group(1)), True
    return match


def _multiple(cues: Cues, text: str, kind: str) -> re.Match[str] | None:
    """`相当于10年前的`."""
    match = _MULTIPLE.search(text) if kind == "multiple" and not cues.multiple and cues.change is None else None
    if match:
        cues.multiple, cues.compare = True, match.group(1)
    return match


def _rank(cues: Cues, text: str, kind: str) -> re.Match[str] | None:
    """`位居全国`."""
    match = _RANK.search(text) if kind == "rank" and not cues.rank else None
    if match is None or not match.group():
        return None
    cues.rank = True
    return match


_SHARE_END = re.compile(r"(?:的)?(?:占比|比重|比例|份额)$")


def _bare(whole: str) -> str:
    """`全市研发经费比重分别为` -> `全市研发经费`."""
    pattern, roles = _table()
    while match := (pattern.search(whole) or _FILLER.search(whole)):
        if match.group() in roles and not {"level", "adverb"} & roles[match.group()].keys():
            break
        whole = whole[: match.start()]
    return _SHARE_END.sub("", whole)


def _direction(value: str) -> Direction | None:
    return value if value in {"up", "down", "flat"} else None  # type: ignore[return-value]
