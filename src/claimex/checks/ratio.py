"""T01, T02: a change of a ratio is counted in percentage points, a change of an amount is not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimex.checks.interval import tidy
from claimex.checks.relation import changes
from claimex.checks.rule import Check, Hit
from claimex.checks.template import FIGURES, PERCENT, Template, compile_template, kind_of
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.view import Figure, View
    from claimex.schema.finding import Severity

NOT = rf"[^，。；：、（）{FIGURES}]"
MOVE = (
    "改善|提高|提升|上升|升高|升|上涨|上调|增加|增长|扩大|加快|降低|"
    "下降|下滑|下调|回落|减少|缩小|收窄|放缓|减缓|高出|低|高"
)
SURE = {
    "改善",
    "提高",
    "提升",
    "上升",
    "升高",
    "升",
    "上调",
    "扩大",
    "加快",
    "降低",
    "下调",
    "回落",
    "收窄",
    "放缓",
    "减缓",
    "高出",
    "高",
}
COMPARED = rf"(?:同比|环比|[与和同]{NOT}{{1,14}}?相比|相比{NOT}{{1,14}}?|比(?![重例率]){NOT}{{1,14}}?|较{NOT}{{1,14}}?)"

LEVEL_THEN = compile_template(
    rf"(?P<level>{{P}})(?:左右|以上|以内)?(?P<close>(?:（[^（）{FIGURES}]{{0,12}}）)?)(?:[，,、]{NOT}{{0,2}}{COMPARED}{NOT}{{0,4}}?(?:{MOVE})了?[{{P}}{{Q}}])?"
    rf"[，,（、]?(?P<gap>(?:在{NOT}{{2,6}}内|{NOT}{{0,2}}){COMPARED}{NOT}{{0,4}}?|同期)"
    rf"(?P<verb>{MOVE})(?:了|约|近|超过?){{0,2}}(?P<change>{{P}})"
)
# 占比达到59.2%、提高4.5%: nothing says against what, but so small a step of a pure ratio is one in points
LEVEL_STEP = compile_template(
    rf"(?P<level>{{P}})[，,、（](?P<gap>(?:近?(?:[{FIGURES}]|[两三四五]年)(?:来|间)?)?)(?P<verb>提高|提升|上升|降低|回落)(?:了|约|近|超过?){{0,2}}(?P<change>{{P}})"
)
SERIES_THEN = compile_template(
    rf"(?P<head>分别[^，。；{FIGURES}]{{0,4}})(?P<levels>{{P}}(?:[、，和及与]{{P}})+)[，,]"
    rf"(?P<gap>{NOT}{{0,2}}{COMPARED}{NOT}{{0,4}}?)(?:分别)?(?P<verb>{MOVE})了?(?:{{F}}[、和及与])*(?P<change>{{P}})"
)
# 增速比上月提高0.2%, 涨幅扩大0.2%: what moves is a rate by its name
SPEED = compile_template(
    rf"(?P<head>增速|增幅|涨幅|降幅)(?P<gap>(?:{COMPARED})?{NOT}{{0,4}}?)"
    rf"(?P<verb>扩大|收窄|回落|加快|放缓|减缓|提高|提升|上升|下降|下调|上调|高出|高(?!于)|低(?!于)|快(?!于))(?:了|约|近|超过?){{0,2}}(?P<change>{{P}})"
)
# 增长8.2%，比全部投资高出4.9%; 增速快于城镇1.1%: one rate against another
AGAINST = compile_template(
    rf"(?P<head>增速|增幅|涨幅|增长{{P}}|下降{{P}}|上涨{{P}})[，,]?{NOT}{{0,6}}?(?P<gap>比{NOT}{{2,16}}?(?P<sure>高出|高|低|快|慢)|"
    rf"(?:快于|慢于){NOT}{{2,16}}|高出{NOT}{{0,14}}|(?:高于|低于){NOT}{{0,4}}(?:全国|全省|全市|全区|整体|总体|全部|平均){NOT}{{0,14}})"
    rf"(?P<verb>)(?P<change>{{P}})(?!的)"
)
PULLED = compile_template(
    rf"(?P<head>拉动)(?P<gap>(?:(?!同比){NOT}){{1,20}}?)(?P<verb>(?<!同比)增长)(?:了|约|近|超过?){{0,2}}(?P<change>{{P}})"
)
# 城镇化率提升1%; 下调存款准备金率0.25%: no level is printed, the name alone says that it is a ratio
NAMED = compile_template(
    rf"(?P<head>[\u4e00-\u9fffA-Za-z]{{2,8}}?)[，,]?(?P<gap>(?:{COMPARED}|近?[两三四五]年(?:来|间)?|预计|将|力争|再|又|平均|累计){{0,2}})"
    rf"(?P<verb>提高|提升|上升|升高|上调|下调|下降|下跌|降低|回落)(?:了|约|近|超过?){{0,2}}(?P<change>{{P}})"
)
LOWERED = compile_template(
    rf"(?P<verb>下调|上调|降低|调降|调低)(?P<gap>[^，。；（）{FIGURES}]{{0,20}}?)(?P<head>利率|准备金率|税率|费率)(?P<change>{{P}})"
)
AMOUNT_POINTS = compile_template(
    rf"(?P<level>{{A}})[，,（]?(?P<gap>{COMPARED}?{NOT}{{0,3}}?)(?P<verb>增长|增加|下降|减少|增|降)了?(?P<change>{{Q}})"
)
GROWTH_VERB = re.compile(
    r"(?:增长|下降|上涨|增加|减少|降低|提高|提升|上升|下滑|回落|上扬|增|降|涨|跌)(?:了|约|近|超过?|幅度?为?|速?为?)?$"
)
# a ratio that is said to move by more than this may move by that share of itself
SMALL = 10
# what is a part of a whole by its name moves in points even in large steps
PURE = {"比例", "比重", "占比", "份额", "化率", "覆盖率", "普及率"}
LARGE = 30
PLAIN_MOVES = {"提高", "提升", "上升", "升高", "高", "高出", "降低", "回落", "改善"}
SHARE_OF = re.compile(r"占[^，。率]{2,16}的?$")
INDEX = ("", "点", "个点")


@cache
def _ratio_words() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = {row["word"]: row["strict"] for row in read_table("ratio_words")}
    words = "|".join(re.escape(w) for w in sorted(rows, key=len, reverse=True))
    return re.compile(words), rows


def ratio_word(stretch: str) -> tuple[str, str] | None:
    """The last ratio word of a stretch and how strictly it asks for 百分点; None where the last one is an amount's."""
    pattern, rows = _ratio_words()
    last = None
    for match in pattern.finditer(stretch):
        last = match[0]
    return None if last is None or rows[last] == "never" else (last, rows[last])


def _subject(template: Template, position: int) -> str:
    """The words before a masked position, back to the sentence's last full break or an earlier figure but two."""
    left = max(template.text.rfind(mark, 0, position) for mark in "；。：")
    return template.text[max(left + 1, position - 40) : position]


def _clause(template: Template, position: int) -> str:
    left = max(template.text.rfind(mark, 0, position) for mark in "，；。、" + FIGURES)
    return template.text[left + 1 : position]


def points(view: View) -> Iterator[Hit]:
    """T01: the change of a ratio is printed in 百分点.

    反例: 投入强度为2.11%，比上年提高0.12%; 由65%升至82%，上升17%; 涨幅比上月扩大0.2%。
    正例: 提高0.12个百分点; 生产效率提高25%; 浓度下降5.6%; 出口增长6.4%，占比42%。
    Certain where the earlier value and the change add up to the present one, or a pure rate is printed with its level.
    """
    seen: set[int] = set()
    for hit, key in _from_levels(view):
        seen.add(key)
        yield hit
    for template in view.masked_sentences:
        for pattern in (LEVEL_THEN, LEVEL_STEP, SERIES_THEN, SPEED, AGAINST, PULLED, NAMED, LOWERED):
            for match in pattern.finditer(template.text):
                change = template.figure(match, "change")
                severity = _judge(template, match, pattern)
                if severity is None or change.start in seen:
                    continue
                seen.add(change.start)
                yield _points_hit(template, match, change, severity)


def _from_levels(view: View) -> Iterator[tuple[Hit, int]]:
    for change in view.once(changes):
        if not kind_of(change.first) == kind_of(change.third) == PERCENT or not change.third.exact:
            continue
        gap = (
            change.second.interval - change.first.interval
            if change.up
            else change.first.interval - change.second.interval
        )
        if gap.overlaps(change.third.interval):
            value = f"{tidy(change.third.value)}个百分点"
            high, low = (change.second, change.first) if change.up else (change.first, change.second)
            hit = Hit(
                (change.third.span, change.second.span, change.first.span),
                {"printed": change.third.text, "verb": change.verb},
                calculation=f"{high.text} − {low.text} = {value}",
                suggestion=f"{change.verb}{value}",
                severity="error",
            )
            yield hit, change.third.start


def _judge(template: Template, match: re.Match[str], pattern: re.Pattern[str]) -> Severity | None:
    if pattern in {LEVEL_THEN, SERIES_THEN}:
        return _judge_level(template, match, "head" if pattern is SERIES_THEN else "level")
    if pattern is LEVEL_STEP:
        return _judge_step(template, match)
    change = template.figure(match, "change")
    if not change.single:
        return None
    if pattern in {SPEED, AGAINST}:
        # 增速下降0.6% is said of points, but could be a share of the rate
        sure = match["verb"] not in {"下降", "下调", "上调"} if pattern is SPEED else bool(match["sure"])
        return "error" if sure else "warning"
    if pattern is NAMED:
        word = ratio_word(match["head"])
        ends = word is not None and match["head"].endswith(word[0])
        strict = word is not None and word[1] == "yes" and word[0] != "指数"
        limit = LARGE if word is not None and word[0] in PURE else SMALL
        return "warning" if ends and strict and change.value <= limit else None
    return "warning" if change.value <= SMALL else None


def _judge_step(template: Template, match: re.Match[str]) -> Severity | None:
    clause = _clause(template, match.start("level"))
    word = ratio_word(clause) or (("占", "yes") if SHARE_OF.search(clause) else None)
    level, change = template.figure(match, "level"), template.figure(match, "change")
    small = level.single and change.single and change.value * 3 <= level.value
    return "warning" if small and word is not None and word[1] == "yes" and word[0] != "指数" else None


def _judge_level(template: Template, match: re.Match[str], group: str) -> Severity | None:
    verb, start = match["verb"], match.start(group)
    clause = _clause(template, start)
    if GROWTH_VERB.search(re.sub(r"分别|[为达到]$", "", _subject(template, start))):
        if verb in {"加快", "放缓", "减缓", "回落"}:
            return "error"
        return "warning" if verb in SURE and "环比" not in match["gap"] and "同比" not in match["gap"] else None
    strict = re.search(r"占[^占率]*$", clause) is not None
    word = ratio_word(clause) or ratio_word(_subject(template, start))
    level, change = template.inside(match.start(), match.end())[0], template.figure(match, "change")
    small = level.single and change.single and change.value * 3 <= level.value
    if not strict and word is None:
        # 一二类苗达86.3%，比常年高2.1%: no word says so, but a level in per cent is a ratio
        plain = small and level.claim.measure in {"level", "share"} and change.value <= SMALL
        return "warning" if plain and verb in PLAIN_MOVES and "为原" not in clause else None
    strict = strict or (word is not None and word[1] == "yes")
    return _by_verb(verb, clause, strict=strict, small=small)


def _by_verb(verb: str, clause: str, *, strict: bool, small: bool) -> Severity | None:
    """How sure it is that a printed ratio moved by points: by the verb, and by what else may have moved.

    占入境外国人六成，同比上升五成: so large a change is that of the people.
    占比15.4%，同比增长6.3%: what grew may be the amount.
    """
    if verb in SURE:
        if "占" in clause and not small:
            return None
        return "error" if strict else "warning"
    if verb == "增长" or not strict:
        return None
    if "占" not in clause:
        return "warning"
    named = re.search("比重|占比|比例|份额", clause) and verb in {"下降", "下滑", "减少"}
    return "warning" if named and small else None


def _points_hit(template: Template, match: re.Match[str], change: Figure, severity: Severity) -> Hit:
    value = f"{tidy(change.value)}个百分点" if change.single else "百分点"
    verb = match["verb"]
    calculation = None
    if "level" in match.re.groupindex and change.single and "分别" not in match["gap"]:
        level = template.figure(match, "level")
        if level.single:
            down = verb in {"降低", "下降", "下滑", "下调", "回落", "减少", "缩小", "收窄", "放缓", "减缓", "低"}
            before = level.value + change.value if down else level.value - change.value
            high, low = (f"{tidy(before, 4)}%", level.text) if down else (level.text, f"{tidy(before, 4)}%")
            calculation = f"{high} − {low} = {value}"
    span = template.flow_span(match.start("gap"), match.end("change"))
    return Hit(
        (change.span, span) if calculation is None else (change.span, template.figure(match, "level").span),
        {"printed": change.text, "verb": verb},
        calculation=calculation or f"{change.text} → {value}",
        suggestion=f"{verb}{value}",
        severity=severity,
    )


def amount_points(view: View) -> Iterator[Hit]:
    """T02: 百分点 counts the change of ratios only.

    反例: 产量112万吨，增加12个百分点。
    正例: 产量112万吨，增长12%; 产量112万吨，增速提高2个百分点; 指数105.2，上升0.2个百分点。
    """
    for template in view.masked_sentences:
        for match in AMOUNT_POINTS.finditer(template.text):
            level, change = template.figure(match, "level"), template.figure(match, "change")
            if level.unit in INDEX or ratio_word(match["gap"]) or ratio_word(_clause(template, match.start("level"))):
                continue
            suggestion = f"{match['verb']}{tidy(change.value)}%" if change.single else None
            yield Hit(
                (change.span, level.span),
                {"printed": change.text, "verb": match["verb"], "level": level.text},
                calculation=f"{level.text}：{change.text} → %",
                suggestion=suggestion,
            )


CHECKS = (
    Check(
        "T01", "unit_misuse", "B", "error", points,
        "“{quote}”：比率的升降应以百分点表示，“{printed}”应为百分点",
        "“{quote}”: the change of a ratio is in percentage points, not {printed}",
    ),
    Check(
        "T02", "unit_misuse", "B", "error", amount_points,
        "“{quote}”：{level}是数量，升降用百分数，不用百分点",
        "“{quote}”: {level} is an amount, its change is in %, not in percentage points",
    ),
)  # fmt: skip
