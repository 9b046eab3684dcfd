"""S17, S18, T04, T14, T15, T20: the words around a number: unit symbols, rate words, 倍, 同比, 折 and 成."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from claimex.checks.rule import Check, Hit
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.view import View

REDUNDANT = re.compile(
    r"每小时时速[\d约近超过达为]*\d[\d.]*(?:公里|千米)?|时速(?:每小时|[约近超达为]{0,2}\d+(?:\.\d+)?(?:公里|千米)(?:/小时|每小时))|平均日均|平均月均|平均年均|平均人均"
    r"|日均每[天日]|每[天日]日均|(?<![占同环对之相])比(?:(?![与和跟]|同(?!期))[^，。；、\d重例]){1,8}相比|(?<=\d)[%％]个百分点|零下-\d+|负-\d+|人均每人|每人人均|年均每年|每年年均|月均每月|每月月均"
)
DOWN = r"(?:下降|降低|减少|缩小|缩短|减轻|下跌|下滑|回落|压缩|缩减|减小|降|少|低|轻)"
TIMES_DOWN = re.compile(
    rf"(?<![最降高增多])(?P<verb>{DOWN})(?:了|将近|近|大?约|超过?|逾|达)?"
    r"(?P<times>(?:\d+(?:\.\d+)?(?:[～~—–-]\d+(?:\.\d+)?)?|[一二两三四五六七八九十百千几数]+)[多余]?[十百千万]?)(?P<unit>多?倍多?)(?!频|数|增|率|于|儿|速|体)"
)
NEGATED = re.compile(r"(?:增|多|高|不)(?:加)?[^，。；]{0,2}$")
BASE_CLASH = re.compile(
    r"环比(?:去年|上年)(?:同期|同月)?|同比(?:上月|上个月|上季度|上周|前月)|环比同比(?=[增下上降])|同比均同比|环比均环比|同比[增下上][长降升][^，。；、\d]{0,2}同比|同比(?:去年|上年)(?:同期|同月)?(?=[增下上降提])|环比上个?月(?=[增下上降])"
)
TO_RATE = re.compile(
    r"(?P<base>同比|环比|比上年(?:同期)?|较上年(?:同期)?|比去年(?:同期)?|较去年(?:同期)?|)"
    r"(?P<adverb>[均都又再大幅快速实际]{0,4})(?P<verb>增长|下降|增加|减少|增)(?P<to>[至到])(?P<number>\d+(?:\.\d+)?%)"
)
RATIO = re.compile(
    r"率|占|比重|占比|比例|份额|强度|系数|指数|贡献|负担|折扣|评级|利息|百分之|(?<![季年制态])度(?!电)|面(?=增|下|降)|增速|增幅|涨幅|降幅|(?<![同环])比(?![上去])"
)
LEVEL = re.compile(r"\d(?:\.\d+)?[万亿]*(?:元|美元|吨|辆|台|人次|人|家|户|件|千瓦时|亩|斤|个|项|公里|平方米|标箱|票)")
GREW_BY = re.compile(r"增加了?\d+(?:\.\d+)?%|增长了?\d+(?:\.\d+)?[万亿]?(?:元|人|家|户|吨|个|项|件)")
DISCOUNT = re.compile(
    r"打(?P<fold>[一二三四五六七八九\d](?:\.\d)?)折[^。；\n]{0,16}?(?P<verb>降价?|优惠|便宜|减|省|让利)[^。；，\n\d]{0,6}(?P<rate>\d+(?:\.\d+)?)%"
)
TENTHS = re.compile(
    r"(?P<tenths>[一二两三四五六七八九\d])成[（(，]?(?:即|也就是|合|相当于)[^。；，\n\d]{0,4}(?P<rate>\d+(?:\.\d+)?)%"
)
HAN = {c: i for i, c in enumerate("一二三四五六七八九", start=1)} | {"两": 2}


@cache
def _symbols() -> tuple[re.Pattern[str], dict[str, str]]:
    table = {row["wrong"]: row["right"] for row in read_table("unit_symbols")}
    words = "|".join(re.escape(w) for w in sorted(table, key=len, reverse=True))
    return re.compile(rf"(?<![A-Za-z\d.-])\d+(?:\.\d+)?[万亿]?\s?({words})(?![A-Za-z\d])"), table


def symbols(view: View) -> Iterator[Hit]:
    """S17: unit symbols are the legal ones, letters in the right case.

    反例: 1387ug; 50KG; 300kw; 3公分。正例: 1387μg; 50kg; 300kW; 3厘米; 型号KW300。
    """
    pattern, table = _symbols()
    for match in view.find(pattern):
        yield Hit((match.span(),), {"text": match[0], "better": table[match[1]]}, suggestion=table[match[1]])


def redundant(view: View) -> Iterator[Hit]:
    """S18: a rate is said once.

    反例: 每小时时速220公里; 日均每天; 人均每人; 时速350公里/小时。正例: 时速220公里; 日均; 每小时220公里。
    """
    for match in view.find(REDUNDANT):
        yield Hit((match.span(),), {"text": match[0]})


def times_down(view: View) -> Iterator[Hit]:
    """T04: 倍 does not go with a decrease.

    反例: 价格下降40倍; 成本降低2～3倍; 误差低一倍多。
    正例: 降到原来的1/40; 下降80%; 增长2倍; 不低于2倍; 杠杆率降低0.5倍。
    """
    for match in view.find(TIMES_DOWN):
        before = view.text[max(0, match.start() - 3) : match.start()]
        if NEGATED.search(before) or match["times"].startswith("0."):
            continue
        yield Hit((match.span(),), {"text": match[0], "verb": match["verb"]})


def base_clash(view: View) -> Iterator[Hit]:
    """T14: 同比 is against the same period of last year, 环比 against the period before; both name a rate, not a level.

    反例: 环比去年同期增长; 同比均同比; 同比上月; 收入154亿元，同比增长至13.2%。
    正例: 同比增长; 环比下降; 占比同比提高至13.2%; 同比增长至154亿元。
    """
    for match in view.find(BASE_CLASH):
        twice = re.fullmatch("同比(?:去年|上年).*|环比上个?月", match[0])
        why = "“同比”“环比”已含基期，不必再说" if twice else "同比、环比与基期不符或重复"
        fields = {"text": match[0], "why": why, "en": "the base is said twice" if twice else "the base does not match"}
        yield Hit((match.span(),), fields, severity="note" if twice else None)
    for match in view.find(TO_RATE):
        start, _ = view.sentence(match.start())
        before = view.text[start : match.start()]
        if RATIO.search(before[-24:]) or not (match["base"] or LEVEL.search(before)):
            continue
        better = match[0].replace(match["to"] + match["number"], match["number"])
        fields = {
            "text": match[0],
            "why": f"增幅不用“{match['to']}”，应为“{better}”",
            "en": f"a rate of change takes no {match['to']}: “{better}”",
        }
        yield Hit((match.span(),), fields, suggestion=better)


def grew_by(view: View) -> Iterator[Hit]:
    """T15: 增加 goes with an amount, 增长 with a rate (advice).

    反例: 增加了18.64%; 增长300家。正例: 增长18.64%; 增加300家。
    """
    for match in view.find(GREW_BY):
        yield Hit((match.span(),), {"text": match[0]})


def discounts(view: View) -> Iterator[Hit]:
    """T20: 打8折 takes off a fifth, 三成 are 30%.

    反例: 打8折，降价80%; 三成，即3%。正例: 打8折，降价20%; 三成，即30%。
    """
    for match in view.find(DISCOUNT):
        fold = Decimal(HAN.get(match["fold"], 0)) or Decimal(match["fold"])
        off = (10 - fold) * 10 if fold <= 10 else 100 - fold
        if Decimal(match["rate"]) != off:
            text = f"100% − {fold * 10 if fold <= 10 else fold}% = {off}%"
            yield Hit((match.span(),), {"text": match[0]}, calculation=text, suggestion=f"{off}%")
    for match in view.find(TENTHS):
        share = (HAN.get(match["tenths"]) or int(match["tenths"])) * 10
        if Decimal(match["rate"]) != share:
            yield Hit(
                (match.span(),),
                {"text": match[0]},
                calculation=f"{match['tenths']}成 = {share}%",
                suggestion=f"{share}%",
            )


CHECKS = (
    Check(
        "S17", "number_style", "A", "warning", symbols,
        "“{text}”：应使用法定计量单位“{better}”",
        "“{text}”: the legal unit is {better}",
    ),
    Check(
        "S18", "number_style", "A", "warning", redundant,
        "“{text}”：速率、平均的说法重复",
        "“{text}”: the rate is said twice",
    ),
    Check(
        "T04", "number_style", "A", "error", times_down,
        "“{quote}”：“{verb}”不与“倍”搭配，应改为百分数或“降到几分之一”",
        "“{quote}”: {verb} does not go with 倍; print a percentage or a fraction",
    ),
    Check("T14", "number_style", "A", "warning", base_clash, "“{quote}”：{why}", "“{quote}”: {en}"),
    Check(
        "T15", "number_style", "C", "note", grew_by,
        "“{text}”：“增加”宜接数量，“增长”宜接幅度",
        "“{text}”: 增加 takes an amount, 增长 a rate",
    ),
    Check(
        "T20", "number_style", "A", "error", discounts,
        "“{text}”：折、成与百分数不符",
        "“{text}”: the discount and the percentage disagree",
    ),
)  # fmt: skip
