"""Subject: the organisation, programme or platform whose figures a clause prints, when it is not the place itself."""

from __future__ import annotations

import re

from claimex.frame.page import MARK
from claimex.frame.phrase import edge

_BODY = (
    r"公司|集团|实验室|研究院|设计院|研究所|科学院|大学|学院|医院|船厂|油田|电站|核电厂|银行|协会|联盟|国防军"
    r"|机场|口岸|海关|铁路局|车站|火车站"
)
_PROGRAMME = (
    r"工程|平台|中心|节点|行动计划|行动|大会|大赛|博览会|展会|通道|机制|基金|数据中心集群|活动"
    r"|高铁|铁路|高速公路|大桥|市场|基础设施"
)
_DOES = (
    r"(?:已|将|需|累计|共|目前|正式|建成|建立|成立|新增|新引进|引进|集聚|拥有|现有|有(?!限|关|效)|完成|实现|开展|接入|联接|服务了|注册|集成"
    r"|发布|签约|实施|投入|首次|的|就|又?新?接了|在(?!建)|围绕|聚焦|推出|达成|采取|停运|承担|吸引|获|[东西南北]起|起于|起自|全长|总长"
    r"|线路|总投资|设计时速)"
)
_SUBJECT = re.compile(
    rf"^(?:我国|全国)?(?P<name>(?:“[^“”]{{2,16}}”|[\u4e00-\u9fffA-Za-z0-9（）()·“”]{{2,26}}?)"
    rf"(?P<kind>(?:{_BODY}|{_PROGRAMME})(?:[（(][\u4e00-\u9fff]{{1,8}}[）)])?)?)(?={_DOES})"
)
_SECTOR = re.compile(
    r"^(?:我国|全国)?(民航|铁路|公路|水路|邮政|造船业|航运业|快递业|旅游业|保险业|银行业|证券业|外贸企业|中央企业)"
    r"(?=(?:累计|共|预计|已)*(?:完成|实现|发送|承运|运送|运输)|在)"
)
"""A whole sector that reports (`民航完成运输总周转量…`); 全行业 in the sentences after it is the same."""

_DEFINED = re.compile(
    r"^([\u4e00-\u9fffA-Za-z0-9“”·]{2,14}?)是(?:全国|国内|我国|全球|[\u4e00-\u9fff]{2,4}省?市?)?(?:[首一][家个款]|专[业门]从事)"
)
"""`昊格新能源是一家…的企业`: what a sentence defines, the rest of it speaks of."""

_OPENED = re.compile(
    r"(?:开展|举办|实施|启动|推出)了?(“[^“”]{2,16}”(?:活动|行动|计划|项目|工程)|[\u4e00-\u9fff]{2,16}(?:大赛|大会|博览会|展会))$"
)
_CARRIED_OUT = re.compile(
    r"(?:实施|启动|开展|举办|设立)了([\u4e00-\u9fff“”]{4,24}(?:工程|行动|计划|大赛|大会|博览会))$"
    r"|(“[^“”]{2,12}”(?:项目|活动|行动|计划|工程))(?:正式)?(?:发布|启动|实施|签约)$"
)
"""`我国实施了第一轮…工程，…累计开展…`, `“揭榜挂帅”项目正式发布，…发榜金额…`."""

_BARE = re.compile(
    rf"^(?:今年|本届|本次|该|\ufffc|\s|，)*(?P<kind>大会|大赛|展会|博览会|实验室|公司|集团|研究院)(?=揭牌|{_DOES})"
)
_GOES_ON = re.compile(r"^[\s，,]*(?:累计|已|共|吸引|撬动|达成|签约)")
"""`举办全球卓越工程师大赛，累计吸引…`: the object of one clause is the subject of the next."""

_SINCE = re.compile(
    rf"(“[^“”]{{2,12}}”[\u4e00-\u9fff]{{0,6}}?|[\u4e00-\u9fff]{{2,14}}?(?:{_BODY}|{_PROGRAMME}))"
    r"(?:正式|全面)?(?:实施|启动|建成|投用|投运|揭牌|成立|开通|运营|上线)+以来"
)
_OF_WHOM = re.compile(r"(?:以[上下])?的\d+[个家户名所]([\u4e00-\u9fff]{2,6}?)(?=[，,。、；均都也]|以及)")
"""`超过30亿元的5个区县`: those that a number marks out."""

_LISTED = re.compile(
    r"^[一二三四五六七八九十]+是((?!实施|推进|开展|加快|建设|启动|深化|抓|强化|加强|打造|完善|提升|办|落实|做)[\u4e00-\u9fff“”]{3,20}(?:项目|工程|行动|计划|活动))$"
)
_STATION = re.compile(r"^([\u4e00-\u9fff]{2,4}(?:站|机场))(?=停运|发送|到发|预计|开行|运送|加开)")
_SITE = re.compile(
    r"^((?!.*(?:来到|走进|位于|获悉|了解|通过|记者|介绍|报道|援引|向|由|与|和|对|的))[\u4e00-\u9fffA-Za-z0-9]{3,20}?(?:船厂|油田|电站|核电厂|实验室|研究院|设计院|工厂|港))$"
)
"""`在沪东船厂，今年…`: the clause before only says at whose site."""

_LEAD = re.compile(
    r"^(?:[\s“”，,、：:]|\ufffc|其中|同时|此外|另外|目前|近日|日前|据了解|截至|特别是|据介绍|以来|至此|而|如|在)*"
)
_COMPANY = "生物|科技|新能源|股份|重工|药业|电子|智能|医药|化工|钢铁|软件|光电|食品"
"""What short names of companies end in."""

_BODY_END = re.compile(rf"(?:{_BODY}|{_COMPANY})(?:[（(][\u4e00-\u9fff]{{1,8}}[）)])?$")
_WORKS_END = re.compile(r"[引调输灌渠库坝桥隧港][\u4e00-\u9fff]{0,6}工程$")
_PROGRAMME_END = re.compile(rf"(?:{_PROGRAMME}|项目|[办政码通])”?$")
_NOT = re.compile(
    r"^(?:“十[一二三四五六]五”|全国|全市|全省|我市|我省|我国|各|多|一批|其|该|本次|这|他|她|记者|今年|国家|市委|市政府|市场|大力|加快|持续|通过|围绕|推进|推动|支持|建设|打造)|[，,。]"
)
_COMPANY_OPENS = re.compile(
    r"^((?!.*(?:的|一家|这家|多家|各家|来自|联合))[\u4e00-\u9fffA-Za-z0-9（）()]{2,14}(?:公司|集团))(?=[坚持续专致深成自通从以依率先年产研累][\u4e00-\u9fff])"
)
"""`福建某某集团坚持提质量…`: a company opens a clause."""

_PLAIN_FORMS = (_SECTOR, _DEFINED, _LISTED, _STATION, _COMPANY_OPENS)


def find_subject(context: str) -> str | None:
    """The subject that opens a clause whose times are blanked, or null.

    Names are recognised by quotation marks or by the word they end in (公司, 实验室, 工程, 大会 …).
    """
    start = _LEAD.match(context)
    text = context[start.end() if start else 0 :]
    if context[: start.end() if start else 0].endswith("“"):
        text = "“" + text
    if start and start.group().endswith("在") and (site := _SITE.match(text)):
        return site.group(1)
    for form in _PLAIN_FORMS:
        if match := form.match(text):
            return match.group(1)
    text = text[text.rfind("——") + 2 :] if "——" in text else text
    match = _SUBJECT.match(text)
    if match is None or MARK in match.group("name"):
        return None
    name = match.group("name")
    if (
        name.count("“") != name.count("”")
        or _NOT.search(name)
        or name[:2] in edge("cut")
        or not (match.group("kind") or name[0] + name[-1] == "“”")
    ):
        return None
    return name


def closed(context: str) -> bool:
    """Whether a clause has said all of its subject (`…工程有序推进`), so that the next one speaks of another."""
    return bool(_CLOSED.search(context))


_CLOSED = re.compile(
    r"(?:推进|顺利|开工|通车|投产|投运|投用|运营|落地|完工|竣工|启动|建设|揭牌|获批|推开|实施|提速|加快|运行)$"
)


def opened_in(context: str, after: str) -> str | None:
    """The programme or event that a clause has begun, where the clause `after` it tells what came of it, or null."""
    if done := _CARRIED_OUT.search(context):
        return done.group(1) or done.group(2)
    match = _OPENED.search(context) if _GOES_ON.match(after) else None
    return match.group(1) if match else None


def full_name(context: str, before: str) -> str | None:
    """The last full name in `before` of what a clause only calls by its kind (实验室, 大会), or null."""
    bare = _BARE.match(context)
    if bare is None:
        return None
    named = re.compile(
        rf"(?:举办|走进|来到|位于|[的在，、“：\s])([\u4e00-\u9fff]{{2,14}}?{bare.group('kind')})(?![\u4e00-\u9fff]{{0,2}}{bare.group('kind')})"
    )
    found = named.findall(before)
    return found[-1] if found else None


def since_when(text: str) -> str | None:
    """The subject of a clause that only says since when (`“满天星”行动计划实施以来`), or null."""
    match = _SINCE.search(text)
    return match.group(1) if match else None


def marked_out(after: str) -> str | None:
    """The group that a number marks out, from the text after it (`超过30亿元的5个区县` -> 区县), or null."""
    match = _OF_WHOM.match(after)
    return match.group(1) if match else None


def is_sector(subject: str) -> bool:
    """Whether a subject is a whole sector (民航, 铁路)."""
    return bool(_SECTOR.match(subject + "在"))


def is_body(subject: str) -> bool:
    """Whether a subject is an organisation or a site of its own, whose figures no place covers (a company, a canal)."""
    return bool(_BODY_END.search(subject) or _WORKS_END.search(subject))


def split_owner(phrase: str) -> tuple[str | None, str]:
    """A phrase that names its owner first: `“渝快办”注册用户` -> (“渝快办”, 注册用户)."""
    for form in (_OWNER, _LINE_OWNER, _SITE_OWNER, _GROUP_OWNER, _AVERAGED_OWNER):
        if (match := form.match(phrase)) and not _GENERIC.fullmatch(match.group(1)):
            return match.group(1), match.group(2)
    return None, phrase


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
_SITE_OWNER = re.compile(
    r"((?!民用|通用|运输|全国)[\u4e00-\u9fffA-Za-z0-9]{2,14}(?:机场|港|公园|景区|口岸|博物馆|客运站|火车站))"
    r"((?:年度?|全年|单日)?[\u4e00-\u9fff]{0,4}(?:吞吐量|客流量|接待量|营收|营业收入|产值|进出口额?|进出口总[额值]|品种|数量))$"
)
_GROUP_OWNER = re.compile(r"([\u4e00-\u9fff“”]{2,14}(?:企业|机构|单位|院校|院所|部门))的([\u4e00-\u9fffA-Za-z&]{3,})$")


_AVERAGED_OWNER = re.compile(
    r"(规模以上[\u4e00-\u9fff、]{2,16}?企业|[\u4e00-\u9fffA-Za-z0-9]{2,12}?(?:企业|城市|工厂|机构|学校)(?=平均)|企业(?=生产|用工))(?!数|总数|单位|从业)"
    r"([\u4e00-\u9fffA-Za-z&]{3,})$"
)
_GENERIC = re.compile(
    r"(?:重大|重点|在建|新建|投资|产业|工业|基建|民生|产业化|建设)+(?:项目|工程)|企业法人|(?:城际|高速|普速|农村|等级|旅游|国家|轨道)*(?:高速公路|高速|公路|高铁|铁路|城际|地铁|隧道|大桥|管道|机场|水库)"
)
"""Kinds of projects and works: part of an indicator's name (重大项目投资, 高速公路里程), no subject."""

_GROUPS = re.compile(r"企业|机构|院所|院校|高校|学校|单位|个人|居民|家庭|农户|部门|用户|区县|城市|地区")


def is_lasting(name: str) -> bool:
    """Whether a subject may hold for the sentences after its own: a body or a platform, not a group or a slogan."""
    return not is_group(name) and (not name.startswith("“") or bool(_PROGRAMME_END.search(name)))


def is_group(name: str) -> bool:
    """Whether a subject is a group (企业, 高等院校): it holds for its own number only."""
    return bool(_GROUPS.search(name))
