"""S01-S05, S20, S21: how ranges and series are printed (GB/T 15835-2011, 5.2-5.4; Civil Code art. 1259)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.checks.rule import Check, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.view import View

NUMBER = r"\d+(?:\.\d+)?"
DASH = r"(?:[—–~～－-]{1,2})"
BEFORE = r"(?<![\d.A-Za-z第/—–~～－+-])"
SCALES = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}
SCALE = r"(?:万亿|千万|百万|[万亿])"
PLAIN_UNIT = (
    r"(?:元|美元|欧元|人次|人|名|户|家|个|件|项|吨|公斤|千克|斤|亩|公顷|平方米|立方米|公里|千米|米|辆|台|套|只|头)"
)

SHARED_SCALE = re.compile(rf"{BEFORE}({NUMBER})({DASH})({NUMBER})({SCALE}){PLAIN_UNIT}?")
SPOKEN = re.compile(rf"{BEFORE}({NUMBER})(至|到)({NUMBER})({SCALE})({PLAIN_UNIT})")
SHARED_PERCENT = re.compile(rf"{BEFORE}({NUMBER})({DASH})({NUMBER})([%‰])")
HYPHEN_RANGE = re.compile(rf"{BEFORE}({NUMBER})-({NUMBER})(?={SCALE}|{PLAIN_UNIT}|%)")
TWO_UNITS = re.compile(
    rf"{BEFORE}({NUMBER})({SCALE}?)({PLAIN_UNIT})(?:{DASH}|至|到)({NUMBER})({SCALE}?)({PLAIN_UNIT})(?!不等)"
)
DESCENDING = re.compile(rf"{BEFORE}({NUMBER})(%|{SCALE}?{PLAIN_UNIT}?)({DASH}|至)({NUMBER})(%|{SCALE}{PLAIN_UNIT}?)")
MOVEMENT = re.compile(r"(?:从|由|自|[降减回落缩压增升涨提][^，。；]{0,4}|零下|负|海拔|水位)[^，。；]{0,6}$")
OVERLAP = re.compile(
    rf"(?<!\d)({NUMBER}{SCALE}?)([\u4e00-\u9fff%]{{1,3}}?)(?:及)?(?:以下|以内)(?:的)?[^。；\n]{{0,12}}?[、，；和与或]"
    rf"[^。；\n]{{0,6}}?\1\2(?:及)?以上"
)
SERIES = re.compile(rf"分别[^，。；\n\d]{{0,12}}({NUMBER}%(?:[、，和及与]+{NUMBER}%)+)")


def shared_scale(view: View) -> Iterator[Hit]:
    """S01: both ends of a range carry the scale word.

    反例: 9～16亿; 13～17万元; 2—3万元。正例: 9亿～16亿; 13万元～17万元; 100—150千克 (plain units may be shared).
    Declines on years and codes before the dash. 至 and 到 read aloud without doubt, so that is a note, unless the first
    end is the larger number (3000到30万元 is said of 3000元).
    """
    for match in view.find(SHARED_SCALE):
        first, dash, second, scale = match.groups()
        if Decimal(first) >= Decimal(second) or (len(first) == 4 and first.startswith(("19", "20"))):
            continue
        better = f"{first}{scale}{dash}{second}{scale}"
        yield Hit((match.span(),), {"text": match[0], "better": better}, suggestion=better)
    yield from _spoken(view)


def _spoken(view: View) -> Iterator[Hit]:
    for match in view.find(SPOKEN):
        first, word, second, scale, unit = match.groups()
        small, moved = (
            Decimal(first) < Decimal(second),
            MOVEMENT.search(view.text[max(0, match.start() - 10) : match.start()]),
        )
        if moved or (len(first) == 4 and first.startswith(("19", "20"))) or (not small and Decimal(first) < 1000):
            continue
        better = f"{first}{scale if small else ''}{unit}{word}{second}{scale}{unit}"
        yield Hit((match.span(),), {"text": match[0], "better": better}, suggestion=better, severity="note")


def shared_percent(view: View) -> Iterator[Hit]:
    """S02: both ends of a range carry the percent sign.

    反例: 15～30%; 4.5-5%。正例: 15%～30%; 15%至30%。
    """
    for match in view.find(SHARED_PERCENT):
        first, dash, second, sign = match.groups()
        if Decimal(first) >= Decimal(second):
            continue
        better = f"{first}{sign}{dash}{second}{sign}"
        yield Hit((match.span(),), {"text": match[0], "better": better}, suggestion=better)


def lost_scale(view: View) -> Iterator[Hit]:
    """S03: the ends of a range differ by more than a hundred times, as when a scale word is lost.

    反例: 预计亏损90元至110万元。正例: 90万元至110万元; 补助100元至2000元; 从90元增至110万元; 10元到10万元不等。
    """
    for match in view.find(TWO_UNITS):
        first, small, unit, second, big, unit2 = match.groups()
        if unit != unit2 or small or not big or MOVEMENT.search(view.text[max(0, match.start() - 10) : match.start()]):
            continue
        low, high = Decimal(first), Decimal(second)
        factor = Decimal(10) ** SCALES[big]
        if high * factor / max(low, Decimal(1)) > 100 and low < high <= 20 * low:
            better = f"{first}{big}{unit}至{second}{big}{unit}"
            ratio = round(high * factor / low)
            yield Hit(
                (match.span(),),
                {"text": match[0], "better": better},
                calculation=f"{second}{big}{unit} ÷ {first}{unit} = {ratio}",
                suggestion=better,
            )


def descending(view: View) -> Iterator[Hit]:
    """S04: the lower end of a range stands first.

    反例: 30%～15%。正例: 15%～30%; 由30%降至15%; 1月—3月; 零下10度—5度。
    """
    for match in view.find(DESCENDING):
        first, unit, _, second, unit2 = match.groups()
        if unit not in {"", unit2} or Decimal(first) <= Decimal(second):
            continue
        if unit == "" and "%" not in unit2:
            continue
        if MOVEMENT.search(view.text[max(0, match.start() - 12) : match.start()]):
            continue
        better = f"{second}{unit2}～{first}{unit2}"
        severity = None if unit == unit2 == "%" else "note"
        yield Hit(
            (match.span(),),
            {"text": match[0], "better": better},
            calculation=f"{first} > {second}",
            suggestion=better,
            severity="warning" if severity is None else "note",
        )


def hyphen(view: View) -> Iterator[Hit]:
    """S05: a range is joined by a wave or a dash, not by a hyphen (advice).

    反例: 100-150千克。正例: 100～150千克; 100—150千克。
    """
    for match in view.find(HYPHEN_RANGE):
        better = f"{match[1]}～{match[2]}"
        yield Hit((match.span(),), {"text": match[0], "better": better}, suggestion=better)


def overlap(view: View) -> Iterator[Hit]:
    """S20: two classes share their boundary: 以上, 以下 and 以内 include the number.

    反例: 5人以下的分为一组，5人以上的分为两组。正例: 不满5人的…，5人以上的…; 5人以下…，超过5人…。
    """
    for match in view.find(OVERLAP):
        limit = match[1] + match[2]
        yield Hit((match.span(),), {"text": match[0], "limit": limit}, suggestion=f"不满{limit}…，{limit}以上…")


def decimals(view: View) -> Iterator[Hit]:
    """S21: figures of one series are printed to the same decimal (advice).

    反例: 分别增长12.2%、13%。正例: 分别增长12.2%、13.0%。
    """
    for match in view.find(SERIES):
        places = {len(item.partition(".")[2]) for item in re.findall(NUMBER, match[1])}
        if len(places) > 1:
            yield Hit((match.span(1),), {"text": match[1]})


CHECKS = (
    Check(
        "S01", "number_style", "A", "warning", shared_scale,
        "“{text}”：数值范围两端的“万”“亿”不能省略，应写作“{better}”",
        "“{text}”: both ends of a range carry the scale word: “{better}”",
    ),
    Check(
        "S02", "number_style", "A", "warning", shared_percent,
        "“{text}”：百分数范围两端都要带百分号，应写作“{better}”",
        "“{text}”: both ends of a range carry the percent sign: “{better}”",
    ),
    Check(
        "S03", "number_style", "A", "warning", lost_scale,
        "“{text}”：范围两端相差过大，疑漏写数量级，似应为“{better}”",
        "“{text}”: the ends are too far apart, a scale word may be missing: “{better}”?",
    ),
    Check(
        "S04", "number_style", "A", "warning", descending,
        "“{text}”：范围的下限大于上限，似应为“{better}”",
        "“{text}”: the lower end is above the upper end: “{better}”?",
    ),
    Check(
        "S05", "number_style", "C", "note", hyphen,
        "“{text}”：数值范围宜用浪纹线或一字线连接：“{better}”",
        "“{text}”: join a range by a wave or a dash: “{better}”",
    ),
    Check(
        "S20", "number_style", "A", "note", overlap,
        "“{text}”：“以上”“以下”都包含本数，{limit}同属两类",
        "“{text}”: 以上 and 以下 both include the number, {limit} is in both classes",
    ),
    Check(
        "S21", "number_style", "C", "note", decimals,
        "“{text}”：同一组数据的小数位数宜一致",
        "“{text}”: figures of one series should have the same decimals",
    ),
)  # fmt: skip
