"""What the report calls things, Chinese beside English."""

from __future__ import annotations

from typing import Literal

Lang = Literal["zh", "en"]

LABELS: dict[str, tuple[str, str]] = {
    # kinds of findings
    "value_conflict": ("数值冲突", "conflicting values"),
    "value_revision": ("数值修订", "revised value"),
    "sum_mismatch": ("分项合计不符", "parts do not add up"),
    "share_mismatch": ("占比不符", "shares do not fit"),
    "growth_mismatch": ("增长率不符", "growth does not recompute"),
    "difference_mismatch": ("差额不符", "difference does not recompute"),
    "total_mismatch": ("总量不符", "totals do not agree"),
    "cumulative_mismatch": ("累计数不符", "cumulative figures do not fit"),
    "count_mismatch": ("所述数目与列举不符", "declared count and list differ"),
    "rank_conflict": ("位次冲突", "conflicting ranks"),
    "impossible_value": ("不可能的数值", "impossible value"),
    "time_impossible": ("不可能的时间", "impossible time"),
    "unit_misuse": ("单位误用", "misused unit"),
    "number_style": ("数字用法", "number style"),
    "wording_variant": ("文字出入", "wording differs"),
    "name_variant": ("名称出入", "name differs"),
    "duplicate_article": ("重复稿件", "article printed twice"),
    "shared_passage": ("重复段落", "shared passage"),
    # severities
    "error": ("错误", "error"),
    "warning": ("存疑", "warning"),
    "note": ("提示", "note"),
    # slots
    "quantity": ("数量", "quantity"),
    "measure": ("度量", "measure"),
    "direction": ("方向", "direction"),
    "indicator": ("指标", "indicator"),
    "area": ("地区", "area"),
    "subject": ("主体", "subject"),
    "period": ("时间", "period"),
    "status": ("状态", "status"),
    "basis": ("比较基准", "basis"),
    "aggregation": ("汇总方式", "aggregation"),
    "source": ("来源", "source"),
    "vintage": ("数据版次", "vintage"),
    # values of slots
    "level": ("水平", "level"),
    "change": ("增减量", "change"),
    "growth": ("增长率", "growth"),
    "share": ("占比", "share"),
    "rank": ("位次", "rank"),
    "multiple": ("倍数", "multiple"),
    "progress": ("进度", "progress"),
    "gap": ("差距", "gap"),
    "up": ("升", "up"),
    "down": ("降", "down"),
    "flat": ("平", "flat"),
    "actual": ("实际", "actual"),
    "estimate": ("预计", "estimate"),
    "target": ("目标", "target"),
    "rule": ("规定", "rule"),
    "exact": ("", ""),
    "about": ("约", "about"),
    "nearly": ("近", "nearly"),
    "over": ("超", "over"),
    "at_least": ("不少于", "at least"),
    "under": ("不足", "under"),
    "at_most": ("至多", "at most"),
    "between": ("区间", "between"),
    "yoy": ("同比", "year on year"),
    "mom": ("环比", "month on month"),
    "entity": ("与他者比", "another entity"),
    "whole": ("占整体", "the whole"),
    "new": ("新增", "new"),
    "cumulative": ("累计", "cumulative"),
    "average": ("平均", "average"),
    "per": ("每", "per"),
    "preliminary": ("初步", "preliminary"),
    "final": ("最终", "final"),
    "revised": ("修订", "revised"),
    # the page and the table
    "title": ("数字声明核查报告", "Numeric claims: review"),
    "documents": ("文档", "documents"),
    "document": ("文档", "document"),
    "date": ("日期", "date"),
    "chars": ("字数", "characters"),
    "claims": ("声明", "claims"),
    "findings": ("发现", "findings"),
    "no_findings": ("没有发现问题。", "Nothing was found."),
    "no_claims": ("没有数字声明。", "No numeric claims."),
    "left_out": ("篇没有发现的文档，未在此列出", "documents without findings, not shown here"),
    "failed": ("未能读取", "could not be read"),
    "suggestion": ("建议", "suggestion"),
    "calculation": ("演算", "calculation"),
    "evidence": ("依据", "evidence"),
    "sentence": ("所在句", "sentence"),
    "derivation": ("推导", "derivation"),
    "offsets": ("原文位置", "place in the file"),
    "total": ("合计", "total"),
    "filter": ("筛选", "show"),
    "all": ("全部", "all"),
    "pick": (
        "点击正文中的数字，查看其含义与推导。",
        "Click a number in the text to see what it says and how it was read.",
    ),
    "as_of": ("截至", "as of"),
    "unknown": ("未知", "unknown"),
}


def label(name: str, lang: Lang) -> str:
    """The word for a name of the schema or of the page; a name without one is its own word."""
    pair = LABELS.get(name)
    return name if pair is None else pair[0 if lang == "zh" else 1]
