"""Measure, direction, basis, aggregation: how a number is to be read, from its cues, its kind and its indicator."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.frame.cues import Cues
    from claimex.schema import Period, PeriodMention, QuantityMention
    from claimex.schema.claim import Aggregation, Basis, Direction, Measure

RATIO = re.compile(r"(?:(?<![效功汇频速])率|投入强度|经费强度|比重|占比|比例|份额|密度|覆盖面|百分比|程度|系数|进度)$")
_SHARE = re.compile(r"(?:占比|比重|份额)$")
_PROGRESS = re.compile(
    r"(?:进度|完成率|计划完成|(?:水稻|小麦|玉米|大豆|早稻|晚稻|中稻|秋粮|夏粮|作物|油菜)(?:收获|收割|播种|栽插|机收))$"
)
_FORMER = re.compile(
    r"上届|上次|上期|上轮|上周|前一[天周]|首日|昨[天日]|峰值|高峰|均值|常年|往年|以往|原计划"
    r"|原来|此前|过去|年前|上年|去年|同期|\d{4}年|前年|五年前|初期|以前|时期|十三五|十二五|末"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a number is read: its measure, direction and basis, and the rule that decided the measure."""

    measure: Measure
    direction: Direction | None
    basis: Basis | None
    rule: str


def read_number(
    mention: QuantityMention, cues: Cues, indicator: str, compared: PeriodMention | None, year: int | None, right: str
) -> Reading:
    """The reading of one number.

    Args:
        mention: the quantity.
        cues: what stands left of it.
        indicator: what it measures, as found in the text (may be empty when it is carried over).
        compared: the time it is compared with, where one stands between the indicator and the number.
        year: the year it is reported for, to tell a comparison with the year before from any other.
        right: what follows the number in its clause.
    """
    if cues.compare and compared is None and cues.change and not cues.to and not _FORMER.search(cues.compare):
        cues.gap = cues.compare
    measure, rule = _measure(mention, cues, indicator, right)
    direction = cues.direction if measure in {"change", "growth", "gap"} else None
    if measure == "growth" and direction is None:
        direction = "up"
    if direction == "up" and mention.quantity.value is not None and mention.quantity.value < 0:
        direction = "down"
    return Reading(measure, direction, _basis(measure, cues, compared, year), rule)


_GROWS = re.compile(r"^(?:以上|左右)?的?[\u4e00-\u9fff]{0,6}(?:增长|增速|增幅|涨幅)")
_OF = re.compile(r"^的(?!速度|增长|比例|水平|幅度|税率|费率|利率|折扣|优惠|补贴|股权|股份|关税)[\u4e00-\u9fff“]")
"""`三分之一的火灾区域`, `超八成的钢铁企业`: a part of what follows 的."""

_PART = re.compile(
    r"^(?:以上|左右)?的?(?:面积|地区|城市|企业|项目|产品|人口|居民|家庭|人|受访|用户|市场|地级市|县|乡镇|行政村|群众)"
)


_SAID = re.compile(r"^(?:以上|左右)?(?:[都均](?:是|为|来自|属于|用于|源于)|来自|[为是](?![了\d]))")
"""`其中40%为冬小麦`, `超过80%都来自可再生能源`: the part that is so."""


def _measure(mention: QuantityMention, cues: Cues, indicator: str, right: str) -> tuple[Measure, str]:  # noqa: C901, PLR0911, PLR0912 (one line a rule, in order)
    kind = mention.kind
    if kind == "rank":
        return "rank", "measure.rank"
    if cues.gap is not None:
        return "gap", "measure.gap"
    if cues.other is not None:
        return cues.other, "measure.other"
    if kind == "point":
        return "change", "measure.point"
    if kind == "multiple":
        grows = cues.change is not None and not cues.to
        return ("growth", "measure.growth_multiple") if grows else ("multiple", "measure.multiple")
    if kind == "percent":
        if cues.progress or (_PROGRESS.search(indicator) and not cues.change):
            return "progress", "measure.progress"
        if cues.whole is not None:
            return "share", "measure.share"
        if cues.change and not cues.to:
            if _percent_of_ratio(cues, indicator):
                return "change", "measure.change_of_ratio"
            return "growth", "measure.growth"
        if _GROWS.match(right):
            return "growth", "measure.growth_after"
        if (_PART.match(right) or _OF.match(right) or _SAID.match(right)) and not cues.level:
            return "share", "measure.part"
        return ("share", "measure.share_name") if _SHARE.search(indicator) else ("level", "measure.rate")
    if cues.change and not cues.to:
        return "change", "measure.change"
    return "level", "measure.level"


def _percent_of_ratio(cues: Cues, indicator: str) -> bool:
    """`投入强度…比上年提高0.12%`: a percentage that changes a ratio is printed as its change."""
    return bool(RATIO.search(indicator)) and cues.change in {"提高", "提升", "上升", "下降", "降低", "回升", "回落"}


def _basis(measure: Measure, cues: Cues, compared: PeriodMention | None, year: int | None) -> Basis | None:  # noqa: PLR0911
    fixed: dict[Measure, Basis] = {"rank": "entity", "gap": "entity", "share": "whole", "progress": "target"}
    if measure in fixed:
        return fixed[measure]
    if measure == "level":
        return None
    if "mom" in cues.adverbs:
        return "mom"
    if "yoy" in cues.adverbs:
        return "yoy"
    if measure == "multiple":
        return "period" if not cues.compare or _FORMER.search(cues.compare) else "entity"
    if compared is not None:
        return _against(compared, year)
    if cues.compare:
        return "yoy" if re.search(r"上年|去年|同期", cues.compare) else "period"
    if "yearly" in cues.adverbs and measure == "growth":
        return "period"
    return "yoy" if measure == "growth" and cues.change not in _EFFECTS else None


_EFFECTS = frozenset({"提升", "提高", "降低", "节约", "节省", "节能", "缩短", "减少", "缩减"})
"""What a measure has brought (质量提升20.5%, 成本降低两成): without a comparison these do not mean the year before."""


def over_years(reading: Reading, cues: Cues, period: Period | None) -> Reading:
    """A change that is told of several years is one over all of them (`五年来，高新技术企业增长1.5倍`)."""
    if period is None or period.start is None or period.end is None or (period.end - period.start).days < _LONG:
        return reading
    told = cues.compare or {"yoy", "mom"} & cues.adverbs
    if reading.measure not in {"growth", "change"} or told or reading.basis not in {"yoy", None}:
        return reading
    return replace(reading, basis="period")


_LONG = 400
"""Days: more than a year."""


def _against(compared: PeriodMention, year: int | None) -> Basis:
    """A comparison with the same stretch of the year before is yoy, with the month before mom, else period."""
    text = compared.text
    if re.search(r"上月|上个月|环比", text):
        return "mom"
    if re.search(r"上年全年|去年全年|上年\d|去年\d|上年末\d|(?:上年|去年)(?:四季度|下半年)", text):
        return "period"
    end = compared.period.end
    if compared.grain in {"year", "half", "quarter", "month"} and end is not None and year is not None:
        same_year = end.year == year
        return (
            "yoy"
            if end.year == year - 1 and not same_year and compared.grain == "year"
            else ("yoy" if re.search(r"上年|去年|同期", text) else "period")
        )
    return "yoy" if re.search(r"上年|去年|同期", text) else "period"


_NEW = re.compile(r"^(?:城镇)?(?:新增|新建|新认定|新引进|新开工|新设|新签|新注册|新培育|新招)")
_AVERAGE = re.compile(r"人均|户均|平均|日均|月均|年均|均价")
_DAILY = re.compile(r"[日月年]均[\u4e00-\u9fff]{0,6}$")
_PER = re.compile(
    r"每(?:百|千|万|十万|百万|亿)?(?:人|户|亩|亿元|万元|平方公里|公里|千人|辆|吨|元|年|月|台|平方米)|^万人|^千人|单位(?=GDP|国内|地区|产品|面积|产值|增加值|能耗|工业|成本|能量)|单个"
)
_CUMULATIVE = re.compile(r"累计(?![^，,；;。]*增长)[^；;。]*$")
_TOTAL = re.compile(r"总里程|总长度|总数$|累计")


def read_aggregation(cues: Cues, indicator: str, measure: Measure, left: str) -> Aggregation | None:
    """New, cumulative, average or per; `left` is the sentence up to the number.

    累计 holds for the verbs after it in its sentence, 每万人 for its own clause.
    """
    if "cumulative" in cues.adverbs or (measure == "level" and _CUMULATIVE.search(left)):
        return "cumulative"
    clause = re.split(r"[，,；;。]", left)[-1]
    if {"average", "yearly"} & cues.adverbs or _AVERAGE.search(indicator) or _DAILY.search(clause):
        return "average"
    if "per" in cues.adverbs or _PER.search(indicator) or _PER.search(clause):
        return "per"
    if "new" in cues.adverbs or _NEW.search(indicator):
        return "new"
    if measure == "level" and _TOTAL.search(indicator):
        return "cumulative"
    return None
