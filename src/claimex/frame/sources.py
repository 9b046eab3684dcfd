"""Source: who says so."""

from __future__ import annotations

import re

_SPEECH = r"(?:介绍|表示|透露|指出|证实|宣布|通报|说|报道称|报道|称|坦言|认为|强调|告诉记者)"
_BEFORE = re.compile(
    rf"(?:^|[，。；：“”）\s])(?:根据|据|记者从|从)?(?P<who>《[^》]{{2,40}}》|[^，。；：“”、\s]{{2,28}}?)"
    rf"(?:{_SPEECH}|显示|获悉|了解到)(?=[，,：:。]|[^，。；：]{{0,6}}[，：])"
)
_AFTER = re.compile(rf"[”’](?P<who>[^，。；：“”]{{2,24}}?){_SPEECH}")
_ACCORDING = re.compile(
    r"(?:^|[，。；：“”\s])(?:根据|据)?(?P<who>[^，。；：“”、\s]{2,20}?)(?:最新)?(?:统计|测算|监测|数据|发布|消息|介绍|公布)(?:数据)?(?:显示)?[，,]"
)
_DAY = re.compile(
    r"(?:今天|昨天|今日|昨日|近日|日前|当天|当地时间)?(?:（[^）]*）)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:在[\u4e00-\u9fff]{2,10})?"
    r"(?:近日|日前|也|随后|最新)*(?:农情|灾情|防汛|会商)?(?:调度|会商|预报|发布|发表|公布)?的?(?:声明|民调|消息|数据|报告)?$"
)
"""What follows a speaker's name and is not part of it: the day, and what was published."""

_NOBODY = re.compile(
    r"^(?:记者|他|她|他们|数据|统计|报告|结果|调查|监测|初步|据|最新|有关|上述|其|该|了解|悉|会议|专家|我|今天|发布|消息|业内|此间|大家|多方|公告)"
    r"|数据$|统计$|报道$"
)


_TIME = re.compile(r"(?:前|第|上|下|今年|去年|全)?[一二三四两\d—至-]{0,7}(?:季度|半年|个?月份?|年)(?:的)?")
"""`根据前三季度的数据`: of when, not of whom."""


def find_source(sentence: str, position: int) -> str | None:
    """Who the sentence names as the speaker or document behind a figure at `position`.

    Declines for pronouns, bare 数据显示 and speakers that stand after the figure without a closing quotation.
    """
    found = [
        (match.start("who"), who)
        for pattern in (_BEFORE, _ACCORDING)
        for match in pattern.finditer(sentence)
        if match.end("who") <= position and (who := _name(match))
    ]
    if found:
        return max(found)[1]
    return next((who for match in _AFTER.finditer(sentence, position) if (who := _name(match))), None)


def _name(match: re.Match[str]) -> str:
    """The speaker's name without the day of speaking; empty for nobody in particular."""
    who = _DAY.sub("", match.group("who").strip())
    return "" if len(who) < 2 or _NOBODY.search(who) or _TIME.fullmatch(who) else who
