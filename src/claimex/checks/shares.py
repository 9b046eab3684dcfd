"""T08, T09: shares, progress and structures, and values no ratio can have."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.checks.interval import tidy, total
from claimex.checks.parts import TOTAL_WORD, groups, heads
from claimex.checks.rule import Check, Hit
from claimex.checks.template import AMOUNT, FIGURES, PERCENT, compile_template, kind_of
from claimex.checks.verdict import judged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.parts import Group
    from claimex.checks.view import Figure, View

NOT = rf"[^，。；：、（）{FIGURES}]"
AFTER = rf"(?:（[^（）{FIGURES}]{{0,12}}）)?"
HUNDRED = Decimal(100)
NEAR = 60
"""Characters between a whole and its part where a name of two characters will do."""
OF_PRINTED = (
    compile_template(
        rf"(?P<part>{{A}}){AFTER}[，,]?{NOT}{{0,12}}(?:占|为|达到?|完成){NOT}{{0,16}}（{NOT}{{0,8}}(?P<whole>{{A}})）的(?P<share>{{P}})"
    ),
    compile_template(
        rf"(?P<part>{{A}}){AFTER}[，,]?{NOT}{{0,12}}(?:占|为|达到?|完成|相当于){NOT}{{0,16}}(?P<whole>{{A}}){AFTER}的(?P<share>{{P}})"
    ),
    compile_template(
        rf"(?:目标|计划|任务|预算){NOT}{{0,8}}(?P<whole>{{A}}){AFTER}{NOT}{{0,10}}[，,]{NOT}{{0,16}}(?:完成|实现|开工|支出|执行|建成|发放|交付){NOT}{{0,8}}(?P<part>{{A}}){AFTER}"
        rf"[，,]{NOT}{{0,4}}(?:完成率|完成{NOT}{{0,6}}(?:目标|计划|任务|预算)的|占{NOT}{{0,6}}(?:目标|计划|任务|预算)的|进度|(?:执行|开工|建成|交付|竣工|发放)率)(?:为|达到?|完成)?(?P<share>{{P}})"
    ),
    compile_template(
        rf"(?:共有?|总数为?|总计|合计){NOT}{{0,10}}(?P<whole>{{A}}){AFTER}[，,]其中{NOT}{{0,16}}(?P<part>{{A}}){AFTER}[，,]占(?:比|总数|总量|全部)?的?(?:为|达到?)?(?P<share>{{P}})"
    ),
)
# 总装机达900万千瓦，风电装机达400万千瓦、占比达44.4%
BESIDE_TOTAL = compile_template(
    rf"总{NOT}{{1,8}}(?P<whole>{{A}})[，,]{NOT}{{2,16}}(?P<part>{{A}})[，,、]占比(?:为|达到?|约)?(?P<share>{{P}})"
)
# 1240项任务已完成806项，完成率为65%
RATE_OF = compile_template(
    rf"(?P<whole>{{A}}){NOT}{{0,12}}中[，,]?{NOT}{{0,6}}(?P<part>{{A}}){NOT}{{0,20}}[，,](?:占比?|比例|{NOT}{{0,4}}[面率])(?:为|达到?|约)?"
    rf"(?P<share>{{P}})"
)
# 抽检800批次，合格792批次，合格率99%: the rate is called by what the part was
STEM_RATE = compile_template(
    rf"(?P<whole>{{A}})[，,](?:其中)?{NOT}{{0,6}}(?P<stem>[\u4e00-\u9fff]{{2}})了?(?P<part>{{A}})[，,、（]{NOT}{{0,2}}"
    rf"(?P=stem)率(?:为|达到?|约)?(?P<share>{{P}})"
)
DONE_OF = compile_template(
    rf"(?P<whole>{{A}}){NOT}{{0,14}}(?:已|已经|均已|全部)?(?:完成|办结|整改|开工|建成|竣工|投产){NOT}{{0,6}}(?P<part>{{A}}){AFTER}"
    rf"[，,、（](?:占比?|{NOT}{{0,4}}[率度])(?:为|达到?|约)?(?P<share>{{P}})"
)
NAMED_SHARE = compile_template(
    rf"(?P<part>{{A}})(?P<between>[^。；{AMOUNT}]{{0,30}}?)占(?P<name>{NOT}{{2,20}}?)的?(?:比重|比例|份额)?(?:为|达到?|约|提高到|升至)?(?P<share>{{P}})"
)
SIZE_WORDS = re.compile(r"整体|总体|总|规模|金额|数量|全国|我国|全省|全市|全部|额$|值$|量$|数$|的$|同期")
BARE_SHARE = re.compile(
    r"^(?:（[^（）]{0,12}）)?[，,（]?(?:约)?占(?:比|总数|总量|总额|总面积|总人数|全部|其)?的?(?:比重|比例)?(?:为|达到?|约)*$"
)
LIST_SHARES = compile_template(
    rf"(?:分别占|占比分别|比重分别|比例分别|占{NOT}{{2,16}}(?:比重|比例)分别){NOT}{{0,6}}(?P<list>{{P}}(?:[、，和及与]{{P}}){{2,}})"
)
STRUCTURE = re.compile(
    r"(?:结构|比例|比重|占比|之比|比)[^，。；\n\d]{0,12}?(\d{1,2}(?:\.\d+)?)\s*[:：∶]\s*(\d{1,2}(?:\.\d+)?)\s*[:：∶]\s*(\d{1,2}(?:\.\d+)?)(?![\d.:：∶])"
)
OVER_WHOLE = compile_template(
    rf"(?P<head>占(?:{NOT}{{0,16}}的|比|比重|比例)?(?:为|达到?|超过?)?|(?:覆盖率|普及率|合格率|城镇化率|失业率|占比|比重)(?:为|达到?|提高到|上升到|超过?|高达)?)(?P<share>{{P}})"
)
FALL = compile_template(r"(?P<verb>下降|下跌|减少|降低|缩减|下滑|跌)了?(?P<share>{P})")
# 下达资金7.28亿元，其中…: what is handed out is divided among its uses
MONEY_SPENT = re.compile(r"资金|下达|拨付|预拨|安排|经费|补助|贷款|罚款|赔偿|捐款")
MAY_TURN = re.compile(r"利润|收益|盈利|顺差|逆差|净|亏损|损益|价格|油价|期货|指数|现金流|增加额|增量")


def shares(view: View) -> Iterator[Hit]:
    """T09: a share recomputes from part and whole, and the shares of a whole make a hundred.

    反例: 开工112万套，占计划170万套的76%; 三次产业结构为5.2∶38.1∶57.7; 发展220万名，其中…110万名，占40%。
    正例: 65.9%; 5.2∶38.1∶56.7; shares of overlapping groups; 占全国的5% beside a local total.
    """
    seen: set[int] = set()
    for template in view.masked_sentences:
        for pattern in (*OF_PRINTED, DONE_OF, RATE_OF, STEM_RATE, BESIDE_TOTAL):
            for match in pattern.finditer(template.text):
                part, whole, share = (template.figure(match, name) for name in ("part", "whole", "share"))
                if part.code == whole.code and share.start not in seen:
                    seen.add(share.start)
                    yield from _recompute(part, whole, share, ())
    for group in view.once(groups):
        wholes = [
            f
            for f, _ in heads(view, max(group.whole.start - 200, 0), group.parts[0].start)
            if f.code == group.whole.code
        ]
        for part in group.parts:
            printed = _share_of(view, part)
            if printed is not None and printed.start not in seen:
                seen.add(printed.start)
                yield from _recompute(part, group.whole, printed, wholes)
    yield from _named(view, seen)
    yield from _structures(view)
    yield from _lists(view)


def _named(view: View, seen: set[int]) -> Iterator[Hit]:
    """占移动电话用户的38.1%: the whole is an earlier level of the unit that the words behind 占 name."""
    for template in view.masked_sentences:
        for match in NAMED_SHARE.finditer(template.text):
            part, share = template.figure(match, "part"), template.figure(match, "share")
            core = SIZE_WORDS.sub("", match["name"])
            if share.start in seen or len(core) < 2 or re.search("分别|合计|共", match["between"]):
                continue
            paragraph = view.text.rfind("\n", 0, part.start) + 1
            wholes = [
                f
                for f, words in heads(view, max(paragraph, part.start - 300), part.start)
                if f.code == part.code and f.exact and f.value > part.value and _names(core, words, f, part, view)
            ]
            if wholes:
                seen.add(share.start)
                yield from _recompute(part, max(wholes, key=lambda f: f.value), share, wholes)


def _names(core: str, words: str, whole: Figure, part: Figure, view: View) -> bool:
    """Whether the words behind 占 name a level: all their characters; a short name as it stands, near, behind 其中."""
    if len(core) >= 3:
        return set(core) <= set(words)
    if re.fullmatch(rf".{{0,8}}?(?:全国|全省|全市|全区|我国|年末|总)+{core}(?:为|达到?|共)?", words):
        return True
    return core in words and "其中" in view.text[whole.end : part.start] and part.start - whole.end < NEAR


def _share_of(view: View, part: Figure) -> Figure | None:
    """The share printed right behind a part: 110万名，占50%."""
    following = view.figures_in(part.end, part.end + 24)
    if not following or kind_of(following[0]) != PERCENT:
        return None
    return following[0] if BARE_SHARE.match(view.text[part.end : following[0].start]) else None


def _recompute(part: Figure, whole: Figure, share: Figure, others: list[Figure] | tuple[Figure, ...]) -> Iterator[Hit]:
    if not (part.exact and whole.exact and share.single) or share.unit != "%":
        return
    quotient = part.interval / whole.interval
    if quotient is None:
        return
    severity = judged(share, quotient.scaled(HUNDRED))
    if severity is None:
        return
    for other in others:
        again = part.interval / other.interval if other.single else None
        if again is not None and judged(share, again.scaled(HUNDRED)) is None:
            return
    value = f"{tidy(part.value / whole.value * HUNDRED, 1)}%"
    yield Hit(
        (part.span, whole.span, share.span),
        {"printed": share.text, "value": value},
        calculation=f"{part.text} ÷ {whole.text} = {value}",
        suggestion=value,
        severity=severity,
    )


def _structures(view: View) -> Iterator[Hit]:
    for match in view.find(STRUCTURE):
        values = [Decimal(item) for item in match.groups()]
        found = sum(values, start=Decimal(0))
        slack = sum((Decimal(1).scaleb(-len(item.partition(".")[2])) / 2 for item in match.groups()), start=Decimal(0))
        # 1:2:3 is a ratio of its own; only what comes near a hundred is a structure in per cent
        if abs(found - HUNDRED) > slack and 80 <= found <= 120:
            yield Hit(
                (match.span(),),
                {"printed": "100%", "value": f"{tidy(found)}%"},
                calculation=f"{' + '.join(match.groups())} = {tidy(found)} ≠ 100",
            )


def _lists(view: View) -> Iterator[Hit]:
    for template in view.masked_sentences:
        for match in LIST_SHARES.finditer(template.text):
            items = template.inside(match.start("list"), match.end("list"))
            if not all(f.exact for f in items):
                continue
            found = total(f.interval for f in items)
            value = sum((f.value for f in items), start=Decimal(0))
            if found.low <= HUNDRED <= found.high or not 90 <= value <= 110:
                continue
            yield Hit(
                tuple(f.span for f in items),
                {"printed": "100%", "value": f"{tidy(value)}%"},
                calculation=f"{' + '.join(f.text for f in items)} = {tidy(value)}% ≠ 100%",
                severity="error" if value > 100 or value >= 97 else "warning",
            )


def impossible(view: View) -> Iterator[Hit]:
    """T08: no share is above a whole, nothing falls by more than all of it, no part is larger than its total.

    反例: 产量下降120%; 占全部的112%; 共120人，其中骨干150人。
    正例: 利润下降120% (it may turn); 毛入学率104%; 增长120%; 产销率102%。
    """
    for template in view.masked_sentences:
        yield from _impossible_ratio(template.text, template.figures)
    for group in view.once(groups):
        part, whole = _largest_part(view, group), group.whole
        if part.exact and whole.exact and part.interval.low > whole.interval.high:
            yield Hit(
                (part.span, whole.span),
                {"why": f"部分大于总体{whole.text}", "en": f"a part larger than its total {whole.text}"},
                calculation=f"{part.text} > {whole.text}",
                severity="warning",
            )


def _largest_part(view: View, group: Group) -> Figure:
    """The part to hold against its whole: of sums of money any up to the next ；, else the first of a named total."""
    end = view.text.find("；", group.whole.end, group.end)
    parts = [part for part in group.parts if end < 0 or part.end <= end]
    if group.whole.claim.quantity.dimension == "money" and parts and MONEY_SPENT.search(group.whole_label):
        return max(parts, key=lambda part: part.value if part.single else Decimal(0))
    return group.parts[0] if TOTAL_WORD.search(group.whole_label) else group.whole


def _impossible_ratio(text: str, figures: dict[int, Figure]) -> Iterator[Hit]:
    for pattern, why, en in (
        (OVER_WHOLE, "占比、覆盖率不会超过100%", "no share exceeds 100%"),
        (FALL, "降幅不会超过100%", "nothing falls by more than 100%"),
    ):
        for match in pattern.finditer(text):
            share = figures[match.start("share")]
            if share.unit != "%" or not share.single or share.value <= HUNDRED:
                continue
            before = text[max(match.start() - 30, 0) : match.end()]
            if MAY_TURN.search(before) or (pattern is OVER_WHOLE and text[match.end() : match.end() + 1] == "以"):
                continue
            yield Hit((share.span,), {"why": why, "en": en}, calculation=f"{share.text} > 100%")


CHECKS = (
    Check("T08", "impossible_value", "A", "error", impossible, "“{quote}”：{why}", "“{quote}”: {en}"),
    Check(
        "T09", "share_mismatch", "A", "error", shares,
        "占比不符：印作{printed}，按文中数字应为{value}",
        "share: printed {printed}, the text's own figures give {value}",
    ),
)  # fmt: skip
