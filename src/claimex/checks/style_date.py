"""S13-S15, S19: years, dates and points in time (GB/T 15835-2011, 4.1-4.3 and 5.1)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.checks.rule import Check, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.view import View

HAN = "〇零一二三四五六七八九"
MIXED_DATE = re.compile(
    rf"(?<![{HAN}])[一二][{HAN}]{{3}}年\d{{1,2}}月(?:\d{{1,2}}日)?"
    rf"|\d{{4}}年(?:[一二三四五六七八九]|十[一二]?)月(?!三|革命|节|花|初|天)(?:[{HAN}十]{{1,3}}日|\d{{1,2}}日)?(?![{HAN}十])"
    rf"|(?<!\d)\d{{1,2}}月[一二三四五六七八九十]{{1,3}}日"
)
# in the middle of a clause 截止 may be the verb it is (报名截止6月底); a running total behind it says that it is not
MID_CLAUSE = re.compile(
    r"(?<![，。；：、“（\n])截止(?!日|时间|期|到|至|于)(?=目前|现在|今[日天年]|昨[日天]|去年底|上年底|\d{1,4}[年月])"
    r"[^，。；\n]{1,14}[，,]?[^，。；\n]{0,8}(?:累计|已有?|共|现有|总计|达到?)"
)
DEADLINE = re.compile(
    r"(?:报名|申报|投票|征集|募集|认购|登记|缴费|提交|展览|活动|于|申请|投标|上报|期限|将)[^，。；\n]{0,6}$"
)
LUNAR = re.compile(r"农历|正月|腊月|阴历|旧历")
CUT_YEAR = re.compile(r"(?<![\d.—–~～至到-])(?:0\d年(?![内级])|[5-9]\d年\d{1,2}月(?!\d))")
DECADE = re.compile(r"(?<![\d一二三四五六七八九十、和至到—])([1-9]0|[一二三四五六七八九]十)年代")
ZERO_YEAR = re.compile(rf"(?<![{HAN}十百千])(?=[一二][{HAN}]{{3}}年)[一二〇三四五六七八九]{{0,3}}零[{HAN}]{{0,3}}年")
ZERO_COUNT = re.compile(r"[一二三四五六七八九][百千万]〇[一二三四五六七八九十]+")
STOPPED = re.compile(
    r"(?:(?<=[，。；：、“（\n])|^)截止(?!日|时间|期|到|至|于)(?=目前|现在|发稿|今[日天年]|昨[日天]|去年|上年|上[个]?月|本[月周]|\d|北京时间|当地时间|当前|年底|[一二三四五六七八九十]+月)"
    r"[^，。；\n]{0,16}",
    re.MULTILINE,
)


def mixed_date(view: View) -> Iterator[Hit]:
    """S13: one date, one script.

    反例: 二〇〇八年8月8日; 2008年八月八日。正例: 2008年8月8日; 二〇〇八年八月八日; 2024年农历正月初一; 2024年三月三。
    """
    for match in view.find(MIXED_DATE):
        around = view.text[max(0, match.start() - 8) : match.end() + 4]
        if not LUNAR.search(around):
            yield Hit((match.span(),), {"text": match[0]})


def cut_year(view: View) -> Iterator[Hit]:
    """S14: a year has four digits, a decade names its century.

    反例: 98年8月; 08年; 90年代。正例: 1998年8月; 20世纪90年代; 上世纪90年代; 12年6个月。
    A later decade of a sentence that has named the century is fine.
    """
    for match in view.find(CUT_YEAR):
        yield Hit((match.span(),), {"text": match[0], "why": "年份应写全四位", "en": "a year has four digits"})
    for match in view.find(DECADE):
        start, _ = view.sentence(match.start())
        if "世纪" not in view.text[max(0, start - 120) : match.start()]:
            fields = {"text": match[0], "why": "年代前应写明世纪", "en": "a decade names its century"}
            yield Hit((match.span(),), fields, severity="note")


def zero(view: View) -> Iterator[Hit]:
    """S15: 〇 in years and codes, 零 in quantities.

    反例: 二零一二年; 一百〇八。正例: 二〇一二年; 一百零八。
    """
    for match in view.find(ZERO_YEAR):
        better = match[0].replace("零", "〇")
        yield Hit((match.span(),), {"text": match[0], "better": better}, suggestion=better)
    for match in view.find(ZERO_COUNT):
        better = match[0].replace("〇", "零")
        yield Hit((match.span(),), {"text": match[0], "better": better}, suggestion=better)


def stopped(view: View) -> Iterator[Hit]:
    """S19: 截至 goes with a point in time, 截止 means that something ended.

    反例: 截止6月底，累计开工…。正例: 截至6月底，累计开工…; 报名于6月底截止; 截止日期; 截止到6月底; 申报截止6月30日。
    """
    for match in view.find(MID_CLAUSE):
        if match.start() and not DEADLINE.search(view.text, max(0, match.start() - 12), match.start()):
            better = "截至" + match[0].removeprefix("截止")
            yield Hit((match.span(),), {"text": match[0], "better": better}, suggestion=better, severity="warning")
    for match in view.find(STOPPED):
        better = "截至" + match[0].removeprefix("截止")
        yield Hit((match.span(),), {"text": match[0], "better": better}, suggestion=better)


CHECKS = (
    Check(
        "S13", "number_style", "A", "warning", mixed_date,
        "“{text}”：同一日期混用阿拉伯数字与汉字数字",
        "“{text}”: one date in two scripts",
    ),
    Check("S14", "number_style", "A", "warning", cut_year, "“{text}”：{why}", "“{text}”: {en}"),
    Check(
        "S15", "number_style", "A", "warning", zero,
        "“{text}”：年份用“〇”，数量用“零”，应为“{better}”",
        "“{text}”: 〇 in years, 零 in quantities: “{better}”",
    ),
    Check(
        "S19", "number_style", "A", "error", stopped,
        "“{text}”：后接时间点应用“截至”：“{better}”",
        "“{text}”: a point in time takes 截至: “{better}”",
    ),
)  # fmt: skip
