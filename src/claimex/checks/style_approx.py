"""S09: approximators that say the same twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.checks.rule import Check, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.view import View

CORE = r"(?:\d[\d,]*(?:\.\d+)?|[一二两三四五六七八九十百千]+|半(?=年|个|天|小时))"
SCALE = r"(?:万亿|千万|百万|[十百千万亿])?"
TIME = r"(?:年|个?月|天|日|周|个?星期|小时|个?世纪)"
# 签约, 节约 ... end in 约, 最近 and 附近 in 近: the approximator stands alone before its number
ABOUT = (
    r"(?:(?<![签预节条履违制契失相邀租特纽誓集婚盟履])约(?:占|为|有|达|合|需|在)?|大约(?:占|为|有|需要?)?|"
    r"大概(?:占|为|有|需要?)?|约莫|大致|将近有?|接近|几近)"
)
NEAR = r"(?:(?<![最附邻临靠新亲毗就贴走抵拉将接逼周切远])近)"
OVER = (
    r"(?:超过了?|(?<![反赶高中英])超(?!过|级|大|长|高|低)|(?<![不])多于|至少(?:需要?|要|应|可|能|达|新增|投资|完成|增加|提高|保持|安排|培训){0,3}有?|"
    r"不少于|不低于|(?<!最)高达)"
)
UNDER = r"(?:不到|不足|少于|最多|至多|不超过)"

UNIT = (
    r"(?:%|‰|个百分点|倍|成|(?:万|亿)?(?:美元|欧元|元|人次|人|名|位|家|个(?!百分)|项|件|吨|公斤|千克|斤|亩|公顷|平方公里|平方米|立方米|公里|千米|米|辆|台|套|只|头|岁|户|"
    r"小时|分钟|分|天|年|个月|度|千瓦时|千瓦|摄氏度|℃|次|场|种|所|座|艘|架|条|份|册|幅|部|款)?)"
)

INNER_MORE = re.compile(
    rf"(?P<cue>{ABOUT}|{NEAR}|超过了?|(?<![反赶高中英])超|逾|不到|不足|至少有?)(?P<core>{CORE}{SCALE})(?P<tail>[多余])(?![数半])"
    rf"(?P<rest>(?:万亿|[万亿])?{UNIT})"
)
LIMIT_MORE = re.compile(rf"(?P<cue>[上数])(?P<core>[百千万亿]+)(?P<tail>[余多])(?P<rest>万?{UNIT})")
OUTER = re.compile(
    rf"(?P<cue>{ABOUT}|{NEAR}|{OVER}|{UNDER})(?P<core>{CORE}{SCALE})(?P<rest>{UNIT})(?P<tail>左右|上下(?!游)|以上|以下|开外)"
)
# 约近千人, 超过上百家: two cues before one number
TWO_CUES = re.compile(
    r"(?P<cue>(?<![签预节条履违制契失相邀租特纽誓集婚盟履])约|大约|超过|(?<![反赶高中英])超|逾|近)(?P<tail>将近|接近|近(?!年|来|期|代|视|亲|邻)|[上数](?=[百千万亿]))"
    rf"(?P<core>[百千万亿]|{CORE})(?P<rest>{SCALE}{UNIT})"
)
# 大约5元多: the second one behind the unit
AFTER_UNIT = re.compile(
    rf"(?P<cue>{ABOUT}|超过|(?<![反赶高中英])超|逾|至少)(?P<core>{CORE}{SCALE})(?P<rest>元|公里|千米|米|吨|公斤|斤|亩|小时|个月|年|岁|天)"
    r"(?P<tail>多)(?=[，。；、的]|$)"
)
TEN_DAYS = re.compile(r"(?:\d{1,2}|[一二三四五六七八九十]{1,2}|本|上|下)月[上中下]旬(?:前后|左右)")
# 超过…以上 and 最多…以下 say one bound twice; 不到…以上 is no double but 至少…以下 is not either
LEGAL = {
    ("超", "以下"), ("超过", "以下"), ("至少", "以下"), ("不少于", "以下"), ("不低于", "以下"), ("不到", "以上"),
    ("不足", "以上"), ("少于", "以上"), ("最多", "以上"), ("至多", "以上"), ("不超过", "以上"), ("高达", "以上"),
    ("高达", "左右"),
}  # fmt: skip
SPAN_WORDS = re.compile(rf"{TIME}(?:来|以来|间|里|内|前|时间|的)?")


def doubled(view: View) -> Iterator[Hit]:
    """S09: one approximator on one number.

    反例: 约60余份; 将近400余人; 超过8300多公里; 不到30个左右; 至少10人以上; 超过5人以上; 中旬前后;
    约近千人; 大约5元多。
    正例: 约60份; 60余份; 超过8300公里; 近3个多月 (近 of time means lately); 签约2000多人; 约60家规模以上企业; 最近3天;
    突破100项以上关键技术 (突破 is a verb of its own there)。
    """
    for match in view.find(INNER_MORE):
        lately = match["cue"] == "近" and SPAN_WORDS.match(view.text, match.end("tail"))
        if not lately:
            yield _hit(view, match)
    for pattern in (LIMIT_MORE, TWO_CUES, AFTER_UNIT):
        for match in view.find(pattern):
            yield _hit(view, match)
    for match in view.find(OUTER):
        cue = match["cue"].removesuffix("有").removesuffix("了")
        if (cue, match["tail"]) in LEGAL or (cue == "近" and SPAN_WORDS.fullmatch(match["rest"])):
            continue
        if match["tail"] == "以上" and _describes_group(match):
            continue
        yield _hit(view, match)
    for match in view.find(TEN_DAYS):
        yield Hit((match.span(),), {"text": match[0], "cue": match[0][-3:-2] + "旬", "tail": match[0][-2:]})


def _describes_group(match: re.Match[str]) -> bool:
    """近2000平方米以上建筑 and 约60岁以上老人: the bound may belong to a class of things, only % and money cannot."""
    return match["rest"] == "岁" or (match["cue"] == "近" and match["rest"] in {"年", "个月", "天"})


def _hit(view: View, match: re.Match[str]) -> Hit:
    start, end = match.span()
    figure = view.figure_at(*match.span("core"))
    if figure is not None and figure.end > end:
        end = min(figure.end, end + 6)
    cue, tail = match["cue"], match["tail"]
    text = view.text[start:end]
    suggestion = text.replace(tail, "", 1) if len(tail) == 1 else text.removesuffix(tail)
    return Hit(
        ((start, end),), {"text": text, "cue": cue, "tail": tail}, suggestion=f"{suggestion} / {text.removeprefix(cue)}"
    )


CHECKS = (
    Check(
        "S09", "number_style", "A", "error", doubled,
        "“{text}”：“{cue}”与“{tail}”重复表示概数，保留一个",
        "“{text}”: {cue} and {tail} say the same twice, keep one",
    ),
)  # fmt: skip
