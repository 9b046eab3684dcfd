"""Errors in a copy of a text: a scale word, a digit, a word, a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.planting.plant import PRINTED, Edit, figures, other_digits, replaced
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from random import Random

    from claimex.schema import Document

SHORTEST = 150
"""Characters of a text that can be told to be another's copy."""
SYNONYMS = (
    ("提高", "提升"), ("推动", "推进"), ("举办", "举行"), ("持续", "不断"), ("集聚", "汇聚"), ("建设", "建造"),
    ("加快", "加速"), ("增强", "加强"), ("发布", "公布"), ("目前", "当前"), ("显示", "表明"), ("开展", "展开"),
    ("优化", "改善"), ("帮助", "协助"), ("保护", "维护"), ("关注", "关心"), ("表示", "指出"), ("介绍", "说明"),
    ("充分", "充足"), ("有效", "高效"), ("继续", "接着"), ("实现", "达成"), ("成果", "成效"), ("企业", "公司"),
    ("采取", "采用"), ("打造", "塑造"), ("扩大", "扩展"), ("严格", "严厉"), ("稳定", "平稳"), ("广泛", "普遍"),
)  # fmt: skip
ALIKE = (
    "张章 王汪 李黎 刘留 陈程 杨扬 华桦 伟玮 明铭 军君 建健 志智 文闻 海梅 新欣 平萍 国围 林琳 东冬 峰锋",
    "江姜 宁宇 辉晖 强墙 大太 天夫 未末 科料 学字 工土 中申 农衣 商高 技枝 生主 理埋 人入 福副 安按 州洲",
    "山由 清青 晓小 玉王 永水 波坡 立力 丽俪 红虹 春椿 龙尤 光先 元无 成城 金全 利莉 家嘉 民敏 航船 电屯",
)
"""Characters that look or sound alike."""
OTHERS = {pair[at]: pair[1 - at] for line in ALIKE for pair in line.split() for at in (0, 1)}
PERSON_BEFORE = re.compile(
    r"(?:主席|主任|书记|省长|市长|县长|院长|教授|董事长|总经理|局长|部长|研究员|工程师|校长|会长|所长|总理|外长|院士|发言人|村民|司长|秘书长|队长|主管)"
    r"(?P<name>[\u4e00-\u9fff]{2,3})(?=说|表示|介绍|告诉|指出|认为|：|，|出席|主持|强调|在)"
)
ORGANISATION = re.compile(
    r"(?<=[，。、；：“”（\n在由与和])(?P<name>[\u4e00-\u9fff]{2,10}(?:大学|集团|研究院|医院|学院|研究所|科学院|协会|公司|中学|博物馆))"
)


def plant_number(doc: Document, rng: Random) -> Edit | None:
    """One digit of one figure."""
    claims = [claim for claim in figures(doc) if claim.quantity.value]
    if not claims or len(doc.text) < SHORTEST:
        return None
    claim = rng.choice(claims)
    match = PRINTED.search(claim.text)
    numbers = [number for number in other_digits(match[0]) if number.strip("0.")] if match else []
    return replaced(claim, rng.choice(numbers), "digit") if numbers else None


def plant_scale(doc: Document, rng: Random) -> Edit | None:
    """万 for 亿, 亿 for 万."""
    if len(doc.text) < SHORTEST:
        return None
    places = [
        (claim.start, claim.end, claim.text)
        for claim in doc.claims
        if claim.quantity.value is not None and len(re.findall("[万亿]", claim.text)) == 1
    ]
    if not places:
        return None
    start, end, text = rng.choice(places)
    return Edit(start, end, text.translate(str.maketrans("万亿", "亿万")), "scale")


def plant_word(doc: Document, rng: Random) -> Edit | None:
    """A word for one that means nearly the same."""
    if len(doc.text) < SHORTEST:
        return None
    swaps = [*SYNONYMS, *((b, a) for a, b in SYNONYMS)]
    places = [(match.start(), old, new) for old, new in swaps for match in re.finditer(old, doc.text)]
    if not places:
        return None
    start, old, new = rng.choice(places)
    return Edit(start, start + len(old), new, "word")


def plant_name(doc: Document, rng: Random) -> Edit | None:
    """One character of a person's or an organisation's name, for one that looks or sounds like it."""
    if len(doc.text) < SHORTEST:
        return None
    surnames = {row["name"] for row in read_table("surnames")}
    persons = [m for m in PERSON_BEFORE.finditer(doc.text) if m["name"][0] in surnames]
    names = [(m, "person") for m in persons] + [(m, "organisation") for m in ORGANISATION.finditer(doc.text)]
    places = [
        (m.start("name"), m.end("name"), m["name"][:at] + OTHERS[char] + m["name"][at + 1 :], form)
        for m, form in names
        for at, char in enumerate(m["name"])
        if char in OTHERS
    ]
    return Edit(*rng.choice(places)) if places else None
