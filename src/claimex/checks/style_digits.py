"""S06-S08, S10-S12, S16: which script a number is printed in, and how its digits stand (GB/T 15835-2011, 4 and 5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.checks.rule import Check, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.view import View

HAN = "一二三四五六七八九"
COUNTED = (
    r"(?:个多?月|个(?!五年)|天|岁|次|米|公里|里路|名|人(?!民)|家|斤|公斤|吨|元|块钱|小时|分钟|倍|"
    r"成(?!果|就|立|员|功|为|都)|户|亩|辆|台|条(?!线)|件|张|起(?=[，。；、]|$|案|事))"
)
HAN_PAIR = re.compile(rf"(?<![第{HAN}十百千万、初\d])([{HAN}])、([{HAN}])([十百千万]?)({COUNTED})")
DIGIT_PAIR = re.compile(rf"(?<![\d第、.—～~年月-])(\d)、(\d)(?!个[^月小])([百千]?)({COUNTED})")
SHORT_PAIR = re.compile(r"(?<![\d.])(\d)(\d)[~～—、](\d)(岁|个人|天)")
DIGIT_JI = re.compile(r"(?<!\d)\d+几(?![何乎内丁率])[万亿]?[\u4e00-\u9fff]?")
SCALED_THOUSAND = re.compile(
    r"(?<![\d.])\d+(?:\.\d+)?(?:[亿万]\d+)?(?:千\d+百|[千百])(?!亿亿)(?=[万亿元多余人家个名项户亩斤只头件次位年册套]|公里)(?:万|亿)?"
    r"(?:多|余)?(?:元|人次|人|家|个|名|项|户|亩|斤|只|头|件|次|位|年|册|套)?"
)
MIXED = re.compile(
    rf"(?:百分之\d+(?:\.\d+)?|(?<![\d.])\d+[万亿][{HAN}]+[千百十](?![{HAN}]?五)[万{HAN}]*|(?<!\d)\d+[百千](?:零\d+|[{HAN}](?![\u4e00-\u9fff]))|"
    rf"[{HAN}十][百千]零?\d+(?=[万亿元人家个名项]))"
)
LEADING = re.compile(r"(?<=[\u4e00-\u9fff，；：（])\.(\d+)(?=%|‰|[万亿元个米吨公])")
FULL_WIDTH = re.compile(r"[０-９]+(?:[．.][０-９]+)?[％]?")
FULL_SIGN = re.compile(r"(?<![\d.])\d{1,12}(?:\.\d{1,6})?％")
GROUPS = re.compile(
    r"(?<![\d,.])(\d{1,3}(?:,\d{3})*,\d{4,5}|\d{4,},\d{3})(?=(?:\.\d+)?(?:[万亿元人户家个吨亩]|公里|平方))"
)


def han_pair(view: View) -> Iterator[Hit]:
    """S06: two neighbouring numerals that estimate stand without 、.

    反例: 二、三米; 四、五十岁。正例: 二三米; 四五十岁; 一、二等奖; 六、七月; 第二、三产业。
    """
    for match in view.find(HAN_PAIR):
        if HAN.index(match[2]) == HAN.index(match[1]) + 1:
            better = f"{match[1]}{match[2]}{match[3]}{match[4]}"
            yield Hit((match.span(),), {"text": match[0], "better": better}, suggestion=better)


def digit_pair(view: View) -> Iterator[Hit]:
    """S07: an estimate by two neighbouring numbers is printed in Chinese numerals.

    反例: 3、4个月; 27～8岁。正例: 三四个月; 二十七八岁; 6、7月; 第3、4名; 3～4个月 (a range)。
    """
    for match in view.find(DIGIT_PAIR):
        first, second = int(match[1]), int(match[2])
        if second == first + 1 and first:
            better = HAN[first - 1] + HAN[second - 1] + match[3] + match[4]
            yield Hit((match.span(),), {"text": match[0], "better": better}, suggestion=better)
    for match in view.find(SHORT_PAIR):
        tens, first, second = (int(match[group]) for group in (1, 2, 3))
        if second == first + 1 and first and tens:
            better = f"{HAN[tens - 1] if tens > 1 else ''}十{HAN[first - 1]}{HAN[second - 1]}{match[4]}"
            yield Hit((match.span(),), {"text": match[0], "better": better}, suggestion=better)


def digit_ji(view: View) -> Iterator[Hit]:
    """S08: 几 goes with Chinese numerals.

    反例: 20几岁; 10几天。正例: 二十几岁; 十几天; 20多岁。
    """
    for match in view.find(DIGIT_JI):
        yield Hit((match.span(),), {"text": match[0]}, suggestion="几十几/多")


def thousand(view: View) -> Iterator[Hit]:
    """S10: after Arabic digits only 万 and 亿 scale, not 十, 百, 千.

    反例: 3千万元; 4千人; 2亿3千4百万。正例: 3000万元; 4000人; 2.34亿; 5千克; 500千伏; 三千万。
    """
    for match in view.find(SCALED_THOUSAND):
        yield Hit((match.span(),), {"text": match[0]})


def mixed(view: View) -> Iterator[Hit]:
    """S11: one number is printed in one script.

    反例: 1百零8; 3万五千。正例: 108; 3.5万; 三万五千; 1.5万。
    """
    for match in view.find(MIXED):
        yield Hit((match.span(),), {"text": match[0]})


def leading_zero(view: View) -> Iterator[Hit]:
    """S12: a decimal below one keeps its zero.

    反例: 增长.46%。正例: 增长0.46%; 第No.46号。
    """
    for match in view.find(LEADING):
        better = f"0.{match[1]}"
        yield Hit((match.span(),), {"text": match[0], "better": better}, suggestion=better)


def width(view: View) -> Iterator[Hit]:
    """S16: digits are half width, and groups have three of them.

    反例: １２３％; 1,2345万元; 120％ beside 95%。正例: 123%; 12,345万元; 12 345。
    Full width is reported once a document: it is a habit of its layout.
    """
    raw = FULL_WIDTH.search(view.doc.text)
    if raw is not None:
        yield Hit(
            (view.to_flow(*raw.span()),), {"text": raw[0], "why": "数字和百分号应用半角", "en": "use half-width digits"}
        )
    sign = FULL_SIGN.search(view.doc.text)
    if raw is None and sign is not None and "%" in view.doc.text:
        yield Hit(
            (view.to_flow(*sign.span()),),
            {"text": sign[0], "why": "百分号应与他处一致用半角", "en": "use half-width % as elsewhere"},
        )
    for match in view.find(GROUPS):
        fields = {"text": match[1], "why": "千分位应三位一组", "en": "digit groups have three digits"}
        yield Hit((match.span(),), fields, severity="warning")


CHECKS = (
    Check(
        "S06", "number_style", "A", "warning", han_pair,
        "“{quote}”：相邻两个数字连用表示概数，中间不用顿号，应为“{better}”",
        "“{quote}”: an estimate by two neighbouring numerals takes no 、: “{better}”",
    ),
    Check(
        "S07", "number_style", "A", "warning", digit_pair,
        "“{quote}”：相邻两数连用的概数应用汉字：“{better}”",
        "“{quote}”: an estimate by two neighbouring numbers is written in Chinese numerals: “{better}”",
    ),
    Check(
        "S08", "number_style", "A", "warning", digit_ji,
        "“{text}”：带“几”的概数应用汉字数字",
        "“{text}”: 几 goes with Chinese numerals",
    ),
    Check(
        "S10", "number_style", "A", "warning", thousand,
        "“{text}”：阿拉伯数字后只能用“万”“亿”，不能用“十”“百”“千”作单位",
        "“{text}”: after Arabic digits only 万 and 亿 may scale",
    ),
    Check(
        "S11", "number_style", "A", "warning", mixed,
        "“{text}”：同一数值混用阿拉伯数字与汉字数字",
        "“{text}”: one number in two scripts",
    ),
    Check(
        "S12", "number_style", "A", "warning", leading_zero,
        "“{quote}”：纯小数须写出个位的0，应为“{better}”",
        "“{quote}”: a decimal below one keeps its zero: “{better}”",
    ),
    Check(
        "S16", "number_style", "A", "note", width,
        "“{text}”：{why}",
        "“{text}”: {en}",
    ),
)  # fmt: skip
