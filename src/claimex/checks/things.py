"""Lasting properties of named works: 昌景黄高铁 … 全长289.9公里 is so in every report, whatever its date."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimex.checks.dimension import unit_of
from claimex.checks.wording import BRACKETS, BREAK, MARKS, TIME, before
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from claimex.schema.claim import Claim
    from claimex.schema.document import Document

ENDINGS = re.compile(r"(?<=[\u4e00-\u9fff]{4})(?:输气管道|输油管道|管道|工程|项目)$")
"""What the name of a work may do without: 东气西送二线管道, 东气西送二线工程."""
KINDS = (
    "高速铁路|城际铁路|铁路|高铁|城际|高速公路|高速|公路|特大桥|大桥|隧道|隧洞|运河|地铁\\d+号线|\\d+号线|输气管道|管道|通道|"
    "抽水蓄能电站|水电站|核电站|光伏电站|电站|风电场|水库|水利枢纽|枢纽|灌区|机场|体育场|体育馆|博物馆|图书馆|展览馆|望远镜|油田|气田|索道"
)
WORK = re.compile(
    rf"(?P<name>[\u4e00-\u9fffA-Z0-9]{{2,10}}?(?:{KINDS}))"
    r"(?=全|正线|线路|路线|总|主|设计|新建|装机|建筑|占地|最大|坝高|西起|东起|南起|北起|起于|起自|起点|连接|是|位于|由|自|作为|途|穿|横跨|跨|地处|$)"
)
WORK_ANYWHERE = re.compile(rf"(?P<name>[\u4e00-\u9fffA-Z0-9]{{2,10}}?(?:{KINDS}))")
BARE = re.compile(rf"[\u4e00-\u9fffA-Z0-9]?(?:{KINDS})")
SHIP = re.compile(r"“(?P<name>[\u4e00-\u9fff·]{2,10}号)”|“(?P<other>[\u4e00-\u9fff·]{2,8})号”")
STOP = re.compile(
    r"(?:控制性工程|标志性工程|重点工程|工程|项目|的|至|在|和|与|及|是|由|到|从|为|将|个|条|座|国|全线|今天|随着|其中|目前|当前|日前|一条|首条|我国|新建|现有|既有|改扩建|车道|变速|位于|介绍|显示|获悉)"
)
PROJECT = re.compile(r"(?P<name>[\u4e00-\u9fff]{3,10}?(?:配置|引水|调水|输水|供水|补水|输气|连通)工程)")
"""A work called a project of its sort, which 该工程 takes up."""
PARTS = frozenset("段期标区")
SECTION = re.compile(
    rf"(?P<name>[\u4e00-\u9fffA-Z0-9]{{2,10}}?(?:{KINDS}))(?P<section>[\u4e00-\u9fff]{{2,3}}段)(?=全|正线|线路|总|$)"
)
"""A section by its name (临淮高速青石段), which has a length of its own."""
BEHIND = re.compile(
    rf"的(?P<name>[\u4e00-\u9fffA-Z0-9]{{2,10}}?(?:{KINDS}))(?P<section>[\u4e00-\u9fff]{{2,3}}段)?"
    r"(?=[，。、；]|$|和|与|及|全线|正式|今[天日]|昨[天日]|日前|将|已|开[通工始]|建成|通车|贯通|实现|进入|预计|是|于|迎来|启动)"
)
"""The work behind its length: 全长102公里的临淮高速; not 全长125.5公里的清泉运河航道, which is a part of it."""
OPENING_KIND = re.compile(rf"(?:{KINDS})")
LAST_KIND = re.compile(rf"(?:{KINDS})$")
SAME_KIND = {
    "高速铁路": "高铁", "城际铁路": "铁路", "城际": "铁路", "高速公路": "高速", "特大桥": "大桥", "隧洞": "隧道",
    "水利枢纽": "枢纽", "输气管道": "管道",
}  # fmt: skip
"""Kinds of work by which one work is called in turn; 高铁 and 铁路 of one name are often two lines."""
ANAPHOR = re.compile(
    rf"^(?:该|这|本|其)?(?:项目|工程|线路|全线|正线|大桥|桥梁|隧道|铁路|高铁|公路|高速|电站|水库|机场|它)|^(?:{KINDS})"
)
PART_OF = re.compile(r"段(?!时)|控制性|重点工程|标志性工程|区间|站房|车站|支线|联络线|其中")
REACH = 160
"""Characters before a sentence in which the work it takes up is looked for."""
WHOLE = frozenset({"", "全长", "总长", "线路全长", "正线全长"})
PROPER = 8
"""Characters of the shortest name of a project that is one of its sort only."""
COMMON = re.compile(r"农村|城市|城乡|乡镇|灌区|节水|生态|水资源|跨流域|重大|引调水|本地|当地|国家|骨干")
STOP_BEFORE = re.compile(
    r"(?:的|在|和|与|是|由|为|将|项目|国家重大水利工程|重点工程|今天|目前|位于|其中|我国|正在|推进|建设|日前|近日|随着)"
)
SHORTEST = 4
"""Characters of the shortest name of a work: 渝昆高铁; 高铁 and 大桥 alone are any."""


def property_of(doc: Document, claim: Claim) -> tuple[str, str] | None:
    """The property and the work a length or size belongs to; null where no work is named for it.

    The work stands in the figure's clause, opens its sentence, or is the only one of the sentence before, where this
    one takes it up (该线路…, 大桥全长…).
    """
    sentence = BRACKETS.sub("", before(doc, claim))
    clauses = [clause for clause in BREAK.split(sentence) if clause]
    own = re.sub(r"(?:约|近|超过?|逾|达|为|是|共|达到|有)+$", "", clauses[-1]) if clauses else ""
    behind = _behind(doc, claim, own)
    if behind is not None or not clauses:
        return behind
    for word, meaning in _properties():
        rest = own.removesuffix(word)
        if rest == own:
            continue
        name = _named(doc, claim, rest, clauses[:-1])
        if name:
            return meaning, name
    return None


def _behind(doc: Document, claim: Claim, own: str) -> tuple[str, str] | None:
    """The length printed before its work (全长102公里的临淮高速): null where anything but 全长 stands before it."""
    if unit_of(claim)[0] != "length" or TIME.sub("", own) not in WHOLE:
        return None
    match = BEHIND.match(doc.text[claim.end : claim.end + REACH].split("\n")[0])
    if match is None:
        return None
    name = _trimmed(match["name"])
    return ("length", name + (match["section"] or "")) if name else None


def _named(doc: Document, claim: Claim, rest: str, clauses: list[str]) -> str | None:
    """The work: in the words before the property, in an earlier clause, or in the sentence before."""
    if rest and not ANAPHOR.fullmatch(rest):
        return _work(rest, whole=True) or (_trimmed(TIME.sub("", rest)) if ENDINGS.search(rest) else None)
    kind = LAST_KIND.search(rest)
    if "工程" in (rest or (clauses[0] if clauses else ""))[:4]:
        return _project(["，".join(clauses), _sentence_before(doc, claim)])
    if kind is not None:
        return _of_kind(kind[0], ["，".join(clauses), _sentence_before(doc, claim)])
    found = next((work for work in (_work(clause, whole=False) for clause in clauses) if work), None)
    found = found or _only_work("，".join(clauses))
    if found or not (ANAPHOR.match(rest) or (clauses and ANAPHOR.match(clauses[0]))):
        return found
    earlier = _sentence_before(doc, claim)
    kind = OPENING_KIND.match(clauses[0]) if clauses else None
    return _of_kind(kind[0], [earlier]) if kind is not None else _only_work(earlier)


def _sentence_before(doc: Document, claim: Claim) -> str:
    text = "".join(doc.text[max(claim.sentence.start - REACH, 0) : claim.sentence.start].split())
    return re.split(r"[。！？]", text.rstrip("。！？"))[-1]


def _only_work(sentence: str) -> str | None:
    """The one work a stretch names, if it is not about a part of it."""
    if PART_OF.search(sentence):
        return None
    names = {_trimmed(match["name"]) for clause in BREAK.split(sentence) for match in WORK_ANYWHERE.finditer(clause)}
    names = {name for name in names if name}
    return names.pop() if len(names) == 1 else None


def _project(stretches: list[str]) -> str | None:
    """The one project that is named nearest before 该工程."""
    for stretch in stretches:
        names = {STOP_BEFORE.split(match["name"])[-1] for match in PROJECT.finditer(MARKS.sub("", stretch))}
        names = {name for name in names if len(name) >= PROPER and not COMMON.match(name)}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def _of_kind(kind: str, stretches: list[str]) -> str | None:
    """The one work of its kind that is named nearest: 大桥 is the bridge, whatever road it is a part of."""
    wanted = SAME_KIND.get(kind, kind)
    for stretch in stretches:
        found = {_trimmed(m["name"]) for clause in BREAK.split(stretch) for m in WORK_ANYWHERE.finditer(clause)}
        names = {name for name in found if name and name.endswith(wanted)}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def _work(clause: str, *, whole: bool) -> str | None:
    """The work a clause begins with (`whole`: and consists of); the last of several would be another's."""
    text = TIME.sub("", clause)
    ship = SHIP.search(text)
    if ship:
        return ship["name"] or f"{ship['other']}号"
    section = SECTION.search(text)
    if section is not None and (not whole or text.endswith(section["section"])):
        name = _trimmed(section["name"])
        return name + section["section"] if name else None
    names = [match["name"] for match in WORK.finditer(text)]
    if len(names) != 1 or (whole and not text.endswith(names[0])):
        return None
    return _trimmed(names[0])


def _trimmed(name: str) -> str | None:
    name = ENDINGS.sub("", name)
    province = next((word for word in _provinces() if name.startswith(word)), "")
    if len(name) - len(province) > SHORTEST:
        name = name.removeprefix(province)
    name = LAST_KIND.sub(lambda kind: SAME_KIND.get(kind[0], kind[0]), STOP.split(name)[-1])
    bare = len(name) < SHORTEST or BARE.fullmatch(name)
    return None if bare or PARTS & set(name) else name


@cache
def _provinces() -> tuple[str, ...]:
    """Provinces by their short names, which a work may carry or not (青海某水电站); cities are part of its name."""
    rows = (row for row in read_table("areas") if row["level"] == "province" and not row["name"].endswith("市"))
    return tuple(row["short"] for row in rows)


@cache
def _properties() -> tuple[tuple[str, str], ...]:
    rows = ((row["word"], row["property"]) for row in read_table("attributes"))
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))
