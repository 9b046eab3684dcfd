"""Places in a text: names of the gazetteer, words that point to one (全市, 我省), and zones by their suffix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from claimex.lexicon import read_table

NATION = "全国"


@dataclass(frozen=True, slots=True)
class Place:
    """A place as it stands in a text.

    Half-open offsets, resolved name, `level` of the gazetteer or `zone` or `deictic`, the `province` it belongs to.
    """

    start: int
    end: int
    name: str
    level: str
    province: str = ""


_DEICTIC = re.compile(
    r"全市|我市|本市|全省|我省|本省|全区(?!域)|我区|自治区|全县|我县|全州|全疆|疆内"
    r"|我国|全国(?!人大|政协|人民代表|两会|重点|劳动模范|统一|一体化)|中国(?![\u4e00-\u9fff]{0,12}(?:公司|集团|银行|大学|科学院|研究院)"
    r"|[\u4e00-\u9fff]{0,6}?(?:局|台网|台|联合会|协会|学会|委员会|委|总会|基金会|旅游研究院|办公室|海警|外交部|国防部|驻)|[东西南北中]部|电科|船舶|移动"
    r"|联通|电信|石油|石化|海油|中化|华能|星网|铁建|中铁|航天|航发|商飞|宝武|广核|代表团|队|籍|共产党|特色|式|梦|红军|人民|选手|公民|游客)|全社会"
)
_NATIONAL = frozenset({"我国", "全国", "中国"})
_ZONE = re.compile(
    r"(?!的|等|和|与|及|这|该|各|两[个地]|首批|全国|全市|我市|我国|其中|通过|支持|推进|建设)[\u4e00-\u9fff]{2,8}(?:[（(][\u4e00-\u9fff]{2,4}[）)])?(?:科学城|生态城|都市区|城镇群|城市群|都市圈|经济圈|协同创新区|自贸试验区|高新区|经开区|开发区|保税区|示范区|流域)"
    r"|试点(?:地区|城市)|重?灾区"
)
_ORGANISATION = re.compile(
    r"[\u4e00-\u9fff]{0,8}?(?:大学|学院|银行|公司|集团|日报|晚报|医院|协会|法院|检察院|海关|证券|交易所|论坛|峰会|博览会|进博会|宣言|公约|协定|号召|精神|生产建设兵团)"
    r"|[队路号籍族话菜元奖杯洋湖湾]|河(?![南北])|山(?![东西])|人民币|海峡|模式|时间|会议|大会"
)
_SCOPE = re.compile(
    r"的?(?:[第前首]|最(?![高低](?:气温|温度|水位|工资))|各国|各地|平均|领先|率先|推广|复制|推介|领跑|首创|一流|级|市场|冠军|纪录|范围|人民|经济体|人大)|等\d|等多"
)


def is_scope(text: str, end: int) -> bool:
    """Whether the place that ends at `end` only says among whom (世界第六, 全国平均) and not where."""
    return bool(_SCOPE.match(text, end))


@cache
def _names() -> dict[str, list[tuple[str, str, str, str]]]:
    """Names by their first two characters, longest first: (as printed, resolved, level, province)."""
    index: dict[str, dict[str, tuple[str, str, str, str]]] = {}
    for row in read_table("areas"):
        printed: dict[str, set[str]] = {"": {row["name"], row["short"]}, "full": {row["name"]}, "after": set()}
        for name in printed[row["match"]]:
            index.setdefault(name[:2], {}).setdefault(name, (name, row["short"], row["level"], row["parent"]))
    return {key: sorted(found.values(), key=lambda item: len(item[0]), reverse=True) for key, found in index.items()}


_DIVISION = re.compile(
    r"(?:省(?!份|内|际|级|会|域)|市(?!场|民|容|区|值|内|委|政|级)|县(?!域|城|级|委)|区(?!域|位|间|内|级|委)|州(?!际))"
)


@cache
def _provinces() -> dict[str, frozenset[str]]:
    """The provinces that have a division of a name: 朝阳 lies in 北京, 辽宁 and 吉林."""
    found: dict[str, set[str]] = {}
    for row in read_table("areas"):
        if row["level"] in {"province", "city", "county"}:
            found.setdefault(row["short"], set()).add(row["parent"] or row["short"])
    return {name: frozenset(provinces) for name, provinces in found.items()}


def provinces_of(place: Place) -> frozenset[str]:
    """The provinces that a division may lie in, by its name alone."""
    return _provinces().get(place.name, frozenset({place.province}))


@cache
def _children() -> dict[str, list[tuple[str, str]]]:
    """County names by province: after the province's name even a common word is the county (湖南安仁)."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("areas"):
        if row["match"] and len(row["short"]) > 1:
            found.setdefault(row["parent"], []).append((row["short"], row["level"]))
    return found


_LISTED = frozenset({"city", "county"})
"""Levels whose full names are in the table: after a short one in 城, 市 belongs to another word (清|凉城|市)."""


def _name_at(text: str, at: int, before: Place | None) -> Place | None:
    for name, resolved, level, province in _names().get(text[at : at + 2], ()):
        if text.startswith(name, at):
            end = at + len(name)
            divides = bool(_DIVISION.match(text, end)) and name == resolved
            if divides and level in _LISTED and name[-1] == "城":
                continue
            return Place(at, end + divides, resolved, level, province or resolved)
    if before is not None and before.end == at and before.level in {"province", "city"}:
        for name, level in _children().get(before.province, ()):
            if text.startswith(name, at):
                return Place(at, at + len(name), name, level, before.province)
    if before is not None and text.startswith("在", at - 1):
        for name, level in _children().get(before.province, ()):
            after = at + len(name)
            if text.startswith(name, at) and (
                text[after : after + 1] in {"，", ","} or locality_at(text[after : after + 8])
            ):
                return Place(at, at + len(name), name, level, before.province)
    return None


def find_places(text: str) -> list[Place]:
    """The places of a text in order, without overlaps. Names inside the name of an organisation are left out."""
    found: list[Place] = []
    at, size = 0, len(text)
    while at < size - 1:
        hit = _name_at(text, at, found[-1] if found else None)
        if hit is None:
            at += 1
            continue
        at = hit.end
        if not _ORGANISATION.match(text, hit.end):
            found.append(hit)
    taken = [(place.start, place.end) for place in found]
    found += [
        Place(match.start(), match.end(), NATION if match.group() in _NATIONAL else match.group(), "deictic")
        for match in _DEICTIC.finditer(text)
        if not _inside(match.start(), taken)
    ]
    return sorted(found, key=lambda place: place.start)


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


_FACILITY = re.compile(
    r"(?![\u4e00-\u9fff]{0,6}(?:这|共|累计|有|个)|今年|将|要|已|继续|开展|推进|启动|加快|实施|推动|开工|建设|新增|完成|组织|开发|建成)[\u4e00-\u9fff（）()·“”]{0,8}?(?:集群|中心|平台|通道|节点|实验室|基地|铁路|高铁|高速|大桥|工程|水库|电站|油田|气田|项目|产业园)"
)


def names_facility(text: str, end: int) -> bool:
    """Whether the place that ends at `end` is only the first part of a facility's name (成渝数据中心集群)."""
    return bool(_FACILITY.match(text, end))


def zone_at(text: str) -> Place | None:
    """A zone that opens `text` (`两江协同创新区新引进…`), by its suffix; the gazetteer does not hold these."""
    match = _ZONE.match(text)
    return Place(0, match.end(), match.group(), "zone") if match else None


_LOCALITY = re.compile(
    r"的?(?!依托|围绕|聚焦|以|在|全|多个|这|该|当地|周边|组织|动员|创建|建设|新增|打造|培育|改造|推进|有|各|农|乡)[\u4e00-\u9fff]{1,3}?(?:村|镇|乡|街道|社区|侗寨|苗寨|岛|古镇)"
    r"(?![\u4e00-\u9fff]?[民居落上务委镇庄])"
)


def locality_at(text: str) -> Place | None:
    """A village or town that opens `text`, right after the name of its province or county."""
    match = _LOCALITY.match(text)
    return Place(0, match.end(), match.group().removeprefix("的"), "zone") if match else None


def is_place(name: str) -> bool:
    """Whether a whole name is a place of the gazetteer or a zone."""
    found = find_places(name)
    return bool(found and found[0].start == 0 and found[0].end == len(name)) or bool(_ZONE.fullmatch(name))
