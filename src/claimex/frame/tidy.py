"""An indicator without what its other slots already say: times, places, scope words, list marks."""

from __future__ import annotations

import re

from claimex.frame.places import find_places

_HEAD = re.compile(
    r"^(?:[\s，,、的和及与并等为“”]*(?:全国|全市|全省|全区|全县|我市|我省|我国|我区|中国(?!共产党|人民)|全球|世界|本市|本省|该省|该市|该县|该区|该国|一年的|全年的?|年度|各类|各种|各级|各项|一批|其中|累计|新增|共有|预计|这里|那里|当地|[二两三前后]者|该地|约合|接近|能够|先后|现(?![价金货场役存房汇代])有?(?=[“\u4e00-\u9fff]{2})|共(?!和)|其(?![他余它中实])|该|将|再|还|也|均|年|等?地?(?:大?部分|试点)地区|多地|局地)(?!级|性|化|内|度))+"
)
_LIES = re.compile(r"^(?:地处|位于|坐落[于在]|毗邻|紧邻|远离|背靠)[^，,的]{2,14}的(?=[\u4e00-\u9fff]{2})")
"""`地处高原腹地的这个县平均海拔`: where a place lies."""

_HEAD_MARKS = re.compile(r"^[\s，,、的和及与等：:；;]+")
_ALIAS = re.compile(r".*[（(](?:以下)?(?:下称|简称|统称)[“]?([^）)”]{2,16})[”]?[）)]$")
_LEVELS = re.compile(r"^(?:建设|建立|健全|完善)?[省市县乡镇村、]{3,9}[两二三四五]级")
_TAIL = re.compile(r"(?:已?建(?:成)?和在建$|[\s，,、的了和及与等：:；;\ufffc]|（\s*）|\(\s*\))+$")
CLIMBS = re.compile(r"(?:历史性|连续|再|接连|又)*(?:迈上|迈过|迈入|跨过|跨上|跨入|跨越|跨|站上|跃上|登上|冲上)$")
"""Verbs of passing a mark that stand between an indicator and the mark it has passed."""

_ZONE = re.compile(
    r"^(?:自由贸易试验区|自贸试验区|自贸区|自贸港|新区|开发区|高新区|经开区|示范区|片区)(?=[\u4e00-\u9fff]{2})"
)
"""What follows a place's name and is still the place (`浦东新区年营收`)."""

_QUOTES = re.compile(r"^(“[^“”]*)$|^([^“”]*”)$")


def tidy(phrase: str) -> str:
    """The phrase without edge marks, scope words and a leading place name.

    `全市科技研发投入强度` -> `科技研发投入强度`; `重庆地区生产总值` -> `地区生产总值`.
    """
    text = _ALIAS.sub(r"\1", phrase.replace("\ufffc", "").strip())
    while True:
        before = text
        text = CLIMBS.sub("", _TAIL.sub("", _HEAD_MARKS.sub("", text)))
        text = _LIES.sub("", _LEVELS.sub("", text))
        text = _HEAD.sub("", text) if len(_HEAD.sub("", text)) > 1 else text
        places = find_places(text[:14])
        if places and places[0].start == 0 and len(text) - places[0].end > 1 and places[0].level != "deictic":
            text = _ZONE.sub("", text[places[0].end :])
        if text == before:
            break
    if text.count("“") != text.count("”"):
        text = text.strip("“”")
    return text
