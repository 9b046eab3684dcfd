"""The noun phrase beside a number: where it begins and ends.

Words come from the segmenter, the edge words from `lexicon/edges.txt`. Phrases are found, never composed: the result
is a stretch of the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimex.frame.page import MARK
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimex.schema import Token

    Words = Callable[[str], tuple[Token, ...]]

_PAIRS = {"”": "“", "’": "‘", "）": "（", ")": "(", "》": "《", "」": "「"}
_OPENERS = {opener: closer for closer, opener in _PAIRS.items()}
_PUNCT = re.compile(r"[^\w%&+·．.\-—/“”‘’（）()《》「」、]|\ufffc|_")
_GENERIC = frozenset(
    {
        "项目",
        "工程",
        "量",
        "额",
        "数",
        "率",
        "户",
        "人数",
        "面积",
        "规模",
        "总额",
        "总量",
        "值",
        "费",
        "金额",
        "强度",
        "成本",
        "能力",
    }
)
_HEAD_END = re.compile(
    r"(?:[率额量值数比费户机车船]|强度|规模|总额|收入|支出|投资|投入|占比|增速|面积|人口|经费|资金|产量|贷款|余额|利润)$"
)


@cache
def edge(role: str) -> frozenset[str]:
    """The edge words of a role."""
    return frozenset(row["word"] for row in read_table("edges") if row["role"] == role)


_COMPOUND = re.compile(
    r"\d[\d.~～—\-至万亿多]*(?:周?岁|千伏|人|元|平方米|米|吨|人口)?(?:及|\(含\))?以[上下]|\d[\d.~～—\-至]*周?岁|(?:规模|限额|地级|县级|市级|省级|以及)?(?:及)?以上(?=[\u4e00-\u9fff]{2})|规模以下|限额以下|对[\u4e00-\u9fff]{2,14}?的?(?:贡献率|覆盖率|拉动率|依存度)|(?:与|和)[\u4e00-\u9fff]{2,12}之比|(?:死亡|受伤|伤亡|遇难)(?:人数|率)|在[建校册营岗线途学研职押轨鄂渝京沪浙川]|共建|共同体|无[\u4e00-\u9fff]{2,4}|备案|(?:国际|社会|党|基层|行业)组织|可支配|最[高低大小多新远长短快慢强]|就地|与会|有效期?|化学需氧量|受教育|新发放|新(?=订单|产品|车|房)|全年(?=均值|平均)|失能|需求|可再生|可利用|可采|中小|其他|不良|非(?=化石|公有|国有|金属|金融|税|遗|物质|农|银行|居民|学历|营利|户籍|煤|道路|首都|机动)|特别国债|标的"
)
"""Forms in which an edge word is part of a name: 规模以上工业, 可支配收入, 地级及以上城市."""


@cache
def _names() -> re.Pattern[str]:
    """Names that hold an edge word, those of the table first."""
    listed = sorted(edge("name"), key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, listed), _COMPOUND.pattern]))


_GAP = re.compile(r"(?<=[\u4e00-\u9fff”》])\s+(?=[\u4e00-\u9fff“《])")
"""A space between two parts of a headline: no phrase goes on over it."""


def _words(context: str, words: Words) -> list[tuple[int, int, str, bool]]:
    """The words of a context: start, end, text, and whether a compound shields the word from being an edge."""
    shields = [match.span() for match in _names().finditer(context)]
    return [
        (token.start, token.end, token.text, any(s < token.end and token.start < e for s, e in shields))
        for token in words(context.replace(MARK, "，"))  # a time that was blanked out parts words as a comma does
        if token.text.strip()
    ]


def left_phrase(context: str, words: Words) -> tuple[int, int]:
    """The phrase at the right end of `context`, as a half-open stretch of it.

    Declines (an empty stretch) when a verb, an adverb or a mark ends the context.
    """
    end = len(context.rstrip())
    found = _words(context[:end], words)
    opens = max((gap.end() for gap in _GAP.finditer(context, 0, end)), default=0)
    index = len(found)
    while index and found[index - 1][0] >= opens:
        _, _, text, shielded = found[index - 1]
        if text in _PAIRS and (opened := _opening(found, index - 1)) is not None:
            index = opened
            continue
        ends = _PUNCT.search(text) or text in edge("cut") or text in edge("stop")
        if ends and not shielded and not _inside_a_rate(found, index - 1):
            break
        index -= 1
    index = _past_openers(found, index, governed=index > 0 and found[index - 1][2] in edge("cut"))
    return (found[index][0], end) if index < len(found) else (end, end)


def _inside_a_rate(found: list[tuple[int, int, str, bool]], index: int) -> bool:
    """Whether a verb stands inside the name of a rate (`灌溉水有效|利用|系数`, `生活垃圾|处理|设施覆盖率`)."""
    rest = "".join(word[2] for word in found[index + 1 :])
    if (
        found[index][2] not in _NOMINAL
        or index == 0
        or not 2 <= len(rest) <= _RATE_LENGTH
        or not _RATE_END.search(rest)
    ):
        return False
    before = found[index - 1][2]
    return len(before) > 1 and not _PUNCT.search(before) and before not in edge("cut") | edge("stop")


_NOMINAL = frozenset(
    {"处理", "利用", "节约", "整治", "处置", "接种", "受理", "消耗", "回收", "接待", "输送", "调整", "恢复"}
)
_RATE_LENGTH = 6
_RATE_END = re.compile(r"(?:率|系数|产值|强度|指数|能力|占比|比例|规模)$")


def right_phrase(context: str, words: Words, *, governed: bool = False) -> tuple[int, int]:
    """The phrase at the left end of `context`, as a half-open stretch of it.

    `governed`: a verb before the number has the phrase as its object (建成 16个 全民数字素养与技能提升基地), so verbs
    inside it are part of the name when a noun for a thing ends it. Declines (an empty stretch) when the context begins
    with a verb, an adverb or a mark.
    """
    if _MOVES.match(context):
        return 0, 0
    if governed and (whole := _OBJECT.match(context)):
        return whole.start("name"), whole.end("name")
    gap = _GAP.search(context)
    found = _words(context[: gap.start()] if gap else context, words)
    index = next((at for at, word in enumerate(found) if word[2] not in _AFTER_NUMBER), len(found))
    index = _past_modifier(found, index)
    if index == len(found):
        return 0, 0
    start = stop = found[index][0]
    while index < len(found):
        text, opens = found[index][2], stop == start
        closed = _closing(found, index) if text == "“" or (text in _OPENERS and not opens) else None
        if closed is not None:
            stop, index = found[closed][1], closed + 1
            continue
        if not (text == "、" and index and found[index - 1][2][-1:] in _MODIFIERS):
            if (_ends(found[index], opens=opens) and not _builds_a_name(found, index)) or (
                text == "与" and not governed
            ):
                break
            stop = found[index][1]
        index += 1
    while index < len(found) and stop > start and found[index - 1][2] in _MANNERS and found[index][2] in edge("cut"):
        index -= 1
        stop = found[index - 1][1]
    return start, stop


def _past_modifier(found: list[tuple[int, int, str, bool]], index: int) -> int:
    """Past what only describes the noun (`60多名新入职的应届毕业生`, `20列前往北京方向的临时列车`, `226米长的决口`)."""
    first = found[index][2] if index < len(found) else ""
    if first in _EXTENTS and index + 2 < len(found) and found[index + 1][2] == "的":
        return index + 2
    if first not in edge("cut") and not (first == "新" and len(found) > index + 1):
        return index
    for at in range(index + 1, min(index + _MODIFIER_WORDS, len(found) - 1)):
        if found[at][2] == "的":
            return at + 1
        if _PUNCT.search(found[at][2]):
            break
    return index


_MOVES = re.compile(r"(?:以上|左右)?(?:[增升降减扩提缩涨跌回下上跃][加升低少大高短长落涨跌调产]{0,2})[至到为]")
"""`由45万辆增至356万辆`: no noun, but where the number moves to."""

_MODIFIER_WORDS = 8
_MANNERS = frozenset(
    {
        "精准",
        "免费",
        "集中",
        "有序",
        "安全",
        "平稳",
        "正式",
        "自动",
        "主动",
        "准时",
        "同时",
        "成功",
        "紧急",
        "集体",
        "陆续",
        "纷纷",
    }
)
"""How something is done, between the noun that is counted and its verb (`5架直升机精准降落`)."""

_EXTENTS = frozenset("长高宽深厚重")


def _ends(word: tuple[int, int, str, bool], *, opens: bool) -> bool:
    """Whether a word stands outside the phrase right of a number; `opens`: it would be its first."""
    _, _, text, shielded = word
    if opens and text in _BRACKETS:
        return True
    if text in _AVERAGES or text in _LOCALISERS or (text == "的" and not opens):
        return True
    edges = _PUNCT.search(text) or text in _LIST_MARKS or text in edge("stop") or text in edge("cut")
    return bool(edges) and not shielded


def _builds_a_name(found: list[tuple[int, int, str, bool]], index: int) -> bool:
    """Whether a verb is the middle of a thing's name (`8台硬岩|掘进|机`), or ends a deed's (`7次集群|打击`)."""
    follows = found[index + 1][2] if index + 1 < len(found) else "。"
    if found[index][2] in _DEEDS:
        return index > 0 and bool(_PUNCT.search(follows)) and found[index - 1][2][-1:] not in _DOERS
    return follows in _TOOLS and len(found[index][2]) > 1 and not _PUNCT.search(found[index][2])


_DOERS = frozenset("业司构位人国员门方家校生民军队组户")
"""Last characters of those who do it: they are counted, not what they do (`3家企业支持`)."""

_DEEDS = frozenset(
    {
        "支持",
        "援助",
        "打击",
        "袭击",
        "攻击",
        "空袭",
        "服务",
        "合作",
        "培训",
        "补贴",
        "补助",
        "奖励",
        "检查",
        "检测",
        "测试",
        "试验",
        "演练",
        "交流",
        "救援",
        "援建",
        "支援",
    }
)
_TOOLS = frozenset({"机", "器", "仪", "车", "船", "炉", "泵", "舱", "设备", "装置", "机组", "机械", "装备"})
_MODIFIERS = frozenset("型性级类化")
"""`创新型、应用型、技术型人才`: a mark between modifiers does not end the phrase."""

_AFTER_NUMBER = frozenset({"这样", "此类", "的", "左右", "上下", "以上", "以下", "以内", "余", "多"})
_AVERAGES = frozenset({"平均", "年均", "人均", "日均"})
_LOCALISERS = frozenset("后下里上中时前内外")
_BRACKETS = frozenset("（()）")
_OBJECT = re.compile(
    r"(?:的|左右|以上|余|多)?(?P<name>[\u4e00-\u9fffA-Za-z“”+·]{3,22}?"
    r"(?:基地|项目|平台|中心|活动|工程|场景|工厂|机构|政策|事项|园区|示范[区县市村点]|试验区|实验室|专项|课题|标准|产品|场馆|站点|服务站|学校|医院|社区|标杆|案例))"
    r"(?=[，,。；;、！]|和(?=\d)|$)"
)
_LIST_MARKS = frozenset({"、", "“", "”"})


def _opening(found: list[tuple[int, int, str, bool]], closing: int) -> int | None:
    """The index of the word that opens the pair closed at `closing`."""
    closer = found[closing][2]
    for index in range(closing - 1, -1, -1):
        if found[index][2] == _PAIRS[closer]:
            return index
        if found[index][2] == closer:
            return None
    return None


def _closing(found: list[tuple[int, int, str, bool]], opening: int) -> int | None:
    """The index of the word that closes the pair opened at `opening`."""
    closer = _OPENERS[found[opening][2]]
    return next((index for index in range(opening + 1, len(found)) if found[index][2] == closer), None)


def _past_openers(found: list[tuple[int, int, str, bool]], index: int, *, governed: bool) -> int:
    """Move a phrase's beginning right past determiners and the verbs that open it.

    `governed`: a verb stands before the phrase, so a word that may be a verb is part of the name (完成|运输总周转量).
    """
    while index < len(found):
        text = found[index][2]
        opens = not governed and text in edge("maybe") and _noun_follows([word[2] for word in found[index + 1 :]])
        if found[index][3] or not (text in edge("trim") or text in "、和及与" or opens):
            break
        index += 1
    return index


def _noun_follows(rest: list[str]) -> bool:
    """After a verb that may also be the first part of a name: does a name of its own follow?"""
    joined = "".join(rest)
    return len(joined) > 1 and rest[0] not in _GENERIC and not (len(joined) <= 6 and _HEAD_END.search(joined))
