"""Subject: the organisation, programme or platform whose figures a clause prints, when it is not the place itself."""

from __future__ import annotations

import re

from claimex.frame.page import MARK

_BODY = (
    r"公司|集团|实验室|研究院|设计院|研究所|科学院|大学|学院|医院|船厂|油田|电站|核电厂|银行|协会|联盟|国防军"
    r"|机场|口岸|海关|铁路局|车站|火车站"
)
_PROGRAMME = (
    r"工程|平台|中心|节点|行动计划|行动|大会|大赛|博览会|展会|通道|机制|基金|数据中心集群|活动"
    r"|高铁|铁路|高速公路|大桥|市场"
)
_SUBJECT = re.compile(
    rf"^(?P<name>(?:“[^“”]{{2,16}}”|[\u4e00-\u9fffA-Za-z0-9（）()·“”]{{2,26}}?)(?P<kind>(?:{_BODY}|{_PROGRAMME})(?:[（(][\u4e00-\u9fff]{{1,8}}[）)])?)?)"
    r"(?=已|将|累计|共|目前|建成|建立|成立|新增|新引进|引进|集聚|拥有|现有|有(?!限|关|效)|完成|实现|开展|接入|联接|服务了|注册|集成|发布|签约|实施|投入|首次|的|就|在(?!建)|围绕|聚焦|推出|达成|采取|停运|承担|吸引|获|[东西南北]起|起于|起自|全长|总长|线路|总投资|设计时速)"
)
_LEAD = re.compile(r"^(?:[\s“”，,、：:]|\ufffc|其中|同时|此外|另外|目前|据了解|截至|特别是|据介绍|以来|至此|而|如|在)*")
_BODY_END = re.compile(rf"(?:{_BODY})(?:[（(][\u4e00-\u9fff]{{1,8}}[）)])?$")
_PROGRAMME_END = re.compile(rf"(?:{_PROGRAMME}|[办政码荟通])”?$")
_NOT = re.compile(
    r"^(?:全国|全市|全省|我市|我省|我国|各|多|一批|其|该|本次|这|他|她|记者|今年|国家|市委|市政府|市场|大力|加快|持续|通过|围绕|推进|推动|支持|建设|打造)|[，,。]"
)


def find_subject(context: str) -> str | None:
    """The subject that opens a clause whose times are blanked, or null.

    Names are recognised by quotation marks or by the word they end in (公司, 实验室, 工程, 大会 …).
    """
    start = _LEAD.match(context)
    text = context[start.end() if start else 0 :]
    if context[: start.end() if start else 0].endswith("“"):
        text = "“" + text
    match = _SUBJECT.match(text)
    if match is None or MARK in match.group("name"):
        return None
    name = match.group("name")
    if name.count("“") != name.count("”") or _NOT.search(name) or not (match.group("kind") or name.startswith("“")):
        return None
    return name


def is_body(subject: str) -> bool:
    """Whether a subject is an organisation of its own, whose figures no place covers (a company, a laboratory)."""
    return bool(_BODY_END.search(subject))


def split_owner(phrase: str) -> tuple[str | None, str]:
    """A phrase that names its owner first: `“渝快办”注册用户` -> (“渝快办”, 注册用户)."""
    match = _OWNER.match(phrase) or _LINE_OWNER.match(phrase) or _GROUP_OWNER.match(phrase)
    return (match.group(1), match.group(2)) if match else (None, phrase)


def without_owner(name: str, subject: str | None) -> str:
    """An indicator without the end of its subject (昌景黄高铁 + 高铁全长 -> 全长)."""
    if subject:
        for size in range(len(name) - 2, 1, -1):
            if subject.endswith(name[:size]):
                return name[size:]
    return name


_OWNER = re.compile(r"(“[^“”]{2,12}”)((?:注册|平台|实名)?用户.*|会员.*)$")
_LINE_OWNER = re.compile(
    r"([\u4e00-\u9fffA-Za-z0-9]{2,14}(?:高铁|铁路|城际|高速公路|高速|公路|大桥|隧道|运河|水库|电站|机场|地铁|号线|管道|工程|项目|船闸))"
    r"((?:线路|正线|建设)?(?:全长|总长|里程|总投资|投资|设计时速|总装机容量|总装机|年发电量|工期))$"
)
_GROUP_OWNER = re.compile(r"([\u4e00-\u9fff“”]{2,14}(?:企业|机构|单位|院校|院所|部门))的([\u4e00-\u9fffA-Za-z&]{3,})$")


_GROUPS = re.compile(r"企业|机构|院所|院校|高校|学校|单位|个人|居民|家庭|农户|部门|用户")


def is_lasting(name: str) -> bool:
    """Whether a subject may hold for the sentences after its own: a body or a platform, not a group or a slogan."""
    return not is_group(name) and (not name.startswith("“") or bool(_PROGRAMME_END.search(name)))


def is_group(name: str) -> bool:
    """Whether a subject is a group (企业, 高等院校): it holds for its own number only."""
    return bool(_GROUPS.search(name))
