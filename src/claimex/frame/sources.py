"""Source: who says so."""

from __future__ import annotations

import re

_SPEECH = r"(?:介绍|表示|透露|指出|说|称|坦言|认为|强调|告诉记者)"
_BEFORE = re.compile(
    rf"(?:^|[，。；：“”\s])(?:据|记者从|从)?(?P<who>《[^》]{{2,40}}》|[^，。；：“”、\s]{{2,28}}?)(?:{_SPEECH}|显示|获悉|了解到)(?=[，,：:。]|[^，。；：]{{0,6}}[，：])"
)
_AFTER = re.compile(rf"[”’](?P<who>[^，。；：“”]{{2,24}}?){_SPEECH}")
_ACCORDING = re.compile(
    r"(?:^|[，。；：“”\s])据(?P<who>[^，。；：“”、\s]{2,20}?)(?:统计|测算|监测|数据|发布|消息|介绍)[，,]"
)
_NOBODY = re.compile(
    r"^(?:记者|他|她|他们|数据|统计|报告|结果|调查|监测|初步|据|统计数据|最新|有关|上述|其|该|了解|悉|会议|专家|我|今天|发布|消息|业内|此间)|数据$|统计$|报道$|今天|今日|近日|日前|昨日|最新"
)


def find_source(sentence: str, position: int) -> str | None:
    """Who the sentence names as the speaker or document behind a figure at `position`.

    Declines for pronouns, bare 数据显示 and speakers that stand after the figure without a closing quotation.
    """
    found = [
        match
        for pattern in (_BEFORE, _ACCORDING)
        for match in pattern.finditer(sentence)
        if match.end("who") <= position and not _NOBODY.search(match.group("who").strip())
    ]
    if found:
        return max(found, key=lambda match: match.start("who")).group("who").strip()
    for match in _AFTER.finditer(sentence, position):
        if not _NOBODY.search(match.group("who").strip()):
            return match.group("who").strip()
    return None
