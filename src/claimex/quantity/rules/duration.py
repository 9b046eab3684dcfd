"""Spans of time that state a measure: 投产7个月, 连续5年, 平均缩短3天. Periods and dates are not read here."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.numerals import Numeral
from claimex.quantity.bounds import leading_cue
from claimex.quantity.draft import Draft
from claimex.quantity.guards import in_name
from claimex.quantity.units import find_unit

if TYPE_CHECKING:
    from claimex.quantity.draft import Core
    from claimex.quantity.units import Unit

_LASTS = re.compile(
    r"(?:连续|连|历时|历经|长达|达|达到|为期|用时|用了|仅用|只用|仅需|只需|需要?|仅|超过|超|满|不到|不足|至少|最多|最长|最短|不超过|"
    r"缩短|缩短至|缩短到|缩短为|缩减至|压缩|压缩至|压减|压减至|压减到|降至|延长|延长至|延长到|提前|推迟|延迟|晚|早|迟|偏晚|偏早|晚了|早了|偏晚了|偏早了|"
    r"寿命|寿命为|居住|停留|驻留|逗留|住院|停机|运行|飞行|行驶|作业|等待|耗费|花费|花了|花|期限|期限为|期限由|由|从|时长|工期|周期|时间|平均|平均为|增加|减少|提高|提高了|高出|长|耗时|持续|坚持|保持|逾|突破|约|将近|接近|打破|时间为|至|到|为)$"
)
_PERIOD_BEFORE = re.compile(
    r"(?:(?<![目之此以先事])前|近|过去|最近|未来|今后|头|每|第|这|那|过去的|最近的|今后的|近来|当年|同年|上|下|当|整|又|数|前后|最后|后|再过|再|(?<![仅只需费采])用)$"
)
_PERIOD_AFTER = (
    "前",
    "后",
    "内",
    "来",
    "以来",
    "间",
    "之内",
    "以内",
    "之间",
    "之后",
    "之前",
    "以后",
    "以前",
    "里",
    "中",
    "代",
    "级",
    "期",
    "制",
    "度",
    "初",
    "底",
    "末",
    "规划",
    "计划",
    "行动",
    "一次",
    "一遇",
    "版",
    "薪",
    "龄",
    "一度",
    "国债",
    "定期",
    "贷款",
    "LPR",
    "开放",
    "专项",
    "滚动",
    "全天候",
    "不间断",
    "值班",
    "值守",
    "热线",
    "在线",
    "营业",
    "生活圈",
    "服务",
    "不停",
    "守护",
    "在岗",
    "连轴",
    "待命",
    "圈",
    "交通圈",
    "经济圈",
    "通勤",
    "达",
    "医保",
    "过境",
    "免签",
    "文明史",
    "历史",
    "经济社会",
)
_ROUND = re.compile(r"[多余半]|左右|以上|不等")
_LONG = ("年", "周年", "天", "日", "周", "星期")


def read_duration(text: str, core: Core, unit: Unit | None, end: int) -> Draft | None:
    """A span with a word that measures it (连续, 缩短, 长达), or months, hours, minutes that no period word frames.

    Declines dates (2022年), periods of other figures (10年间, 近三年, 前11个月), classes (三年期), idioms (24小时值守).
    """
    if unit is None or unit.dimension != "time" or unit.name in ("岁", "周岁"):
        return None
    value = core.numeral.value
    before = text[max(0, core.start - 6) : core.start]
    cue = leading_cue(text, core.start)
    cued = bool(_LASTS.search(before)) or (cue is not None and cue.word not in ("近", "上"))
    if unit.name in ("年", "周年") and (value is None or value >= 1000 or unit.name == "周年"):
        return _none(core)
    if in_name(text, core, end) or _PERIOD_BEFORE.search(before) or text.startswith(_PERIOD_AFTER, end):
        return _none(core)
    if text.startswith("的", end) and not cued and unit.name in _LONG:
        return _none(core)
    short = core.form == "hanzi" and len(core.text) == 1
    rough = bool(_ROUND.match(text, end)) or (bool(core.inner) and unit.name not in _LONG)
    if not cued and not rough and (unit.name in _LONG or short or (unit.name == "小时" and value == 24)):
        return _none(core)
    return Draft(core, core.start, end, core.numeral, unit, "amount", f"duration.{core.form}")


def _none(core: Core) -> Draft:
    """A span of time that states nothing; it stops other rules from taking the number."""
    return Draft(core, core.start, core.end, core.numeral, rule="duration.none", keep=False, suffix_end=-1)


def read_hours(text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """7小时16分 in minutes."""
    hours, minutes = (Decimal(part) for part in re.findall(r"\d+", core.text))
    found = find_unit("分钟", 0)
    if found is None or text.startswith(("前", "后", "内"), core.end):
        return None
    return Draft(core, core.start, core.end, Numeral(hours * 60 + minutes), found[0], "amount", "duration.hours")
