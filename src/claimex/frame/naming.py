"""How a number's indicator is named: one function a rule, each with the sentence that it was written for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.frame.ask import PERSONS, PIVOTS, REGION, names, new_words, verb_at_end
from claimex.frame.cues import read_cues
from claimex.frame.page import MARK, clauses
from claimex.frame.phrase import edge, left_phrase
from claimex.frame.tidy import tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimex.frame.ask import Ask

_MEASURED = frozenset({"元", "%", "百分点", "倍"})
"""Units that no noun is counted in: after them a noun needs 的 (`4亿元的出口额`)."""

_SELF = re.compile(
    r"台阶|大关|总数|(?:全年)?均值|平均值|速度|数值|差距|人数|金额|(?:这|该)一?(?:数值|数字|比例|比重|速度|增速|指标)|增速|增长|增幅|涨幅|降幅|其|总量|比重|占比|总额|数量|同比|规模|增量"
)
"""A phrase that only points back to what the clause before measured."""

_PEOPLE = frozenset({"人", "名", "位", ""})
_CASUALTY = re.compile(
    r"(?:左右|以上|多)?(?:(?:因[^，,。；]{2,24}?)?[\u4e00-\u9fff]{0,5}?(死亡|受伤|遇难|失踪|失联|被困|丧生|获救|被捕|被逮捕|感染|确诊|报名|受灾)"
    r"|(参加|出席|参会|与会)(?=$|了?[本此该这活大会])|(?:将|已)?受到?[\u4e00-\u9fff]{0,4}影响)"
)


_BRANCH = re.compile(r"(?:业|产业|类|领域)$")
_BRANCH_HEAD = re.compile(
    r".*?(?:产业|业|类|领域)((?:实际|商品|增加|固定|投资|零售|用电|进出|销售|营业|利润)[\u4e00-\u9fff]{0,6})$"
)
_HAPPENED = re.compile(r"[\u4e00-\u9fff]{2}(?=[，,。；;、！]|$)")
_FAR = re.compile(r"(?:相距|距离?)[^，,。；]{0,14}$")
_EVENTS = frozenset({"次", "起", "轮", "场", "例"})
_EXTENT = re.compile(r"[条处座个道段根片块栋]?[长高宽深厚重]")
"""`一处长达60米的冰坡`: the noun after the number is long."""

_OCCASION = re.compile(
    r"(?:背后|基础|前提|情况|条件|背景|形势|同时|当天|当日|目标|大关|关口|门槛|成绩|纪录|记录|好成绩|佳绩)[上下]?"
)
"""`用电量突破10万亿千瓦时的背后`: after 的 stands no thing that has so much."""

_ATTRIBUTE = re.compile(r"(?:占地|海拔|全长|总长|长度|高度|深度|宽度|面积|直径|口径|时速|总重|总投资)$")
"""Names of measures that a number may follow without a verb (`全长126公里的高速公路`)."""

_AGAIN = re.compile(r"(?:连续|历史性|再次?|接连|又|成功)+$")
_STEP = re.compile(r"(?:“[\d.万亿元]+”)?[\u4e00-\u9fff]{0,4}(?:台阶|大关|关口|门槛)")
_SETTING = re.compile(r"(?:后|前|时|时候|期间|中|里|上|下|这里|那里|阶段|同时)$")
"""A clause before that ends like this says when or where, not what is measured."""

_ACHIEVED = re.compile(
    r"(?:实现|得到|取得)?(?:大幅|稳步|持续|明显|显著|快速|较快|逐步|不断|再|倍|翻)*"
    r"(?:提升|增长|提高|倍增|上升|下降|回落|改善|扩大|攀升|番|(?:出现|有所)(?:下跌|下滑|回升|下降))$"
    r"|最[多大高快少低小]$|居首$"
)


def _modified(ask: Ask) -> str:
    """`现行16%的税率`, `近140万亿元的经济总量`: a number before 的 says how much there is of the noun after it."""
    if not ask.right.startswith("的") or ask.kind not in {"amount", "percent"} or ask.cues.change:
        return ""
    if _EXTENT.fullmatch(ask.phrase):
        return ask.counted
    if ask.phrase and _OCCASION.fullmatch(ask.counted):
        return ""
    return "" if _ATTRIBUTE.search(ask.phrase) or (ask.phrase and ask.cues.level) else ask.counted


def age(ask: Ask) -> str:
    """`年仅36岁`, `83岁的患者`: years of age measure an age, whoever they are printed before."""
    if ask.spot.mention.quantity.unit not in _OF_AGE or ask.kind != "amount":
        return ""
    return ask.phrase if _SPAN_OF_LIFE.search(ask.phrase) else ask.carried if ask.cues.change else "年龄"


_OF_AGE = frozenset({"岁", "周岁"})
_SPAN_OF_LIFE = re.compile(r"(?:年龄|寿命|岁数|树龄|年纪|龄)$")


def _casualty(ask: Ask) -> str:
    """`造成13人死亡、15人受伤`: what happened to the people counted."""
    match = _CASUALTY.match(ask.right) if ask.kind == "amount" and ask.spot.mention.quantity.unit in _PEOPLE else None
    if match is None:
        return ""
    return f"{match.group(1)}人数" if match.group(1) else "参加人员" if match.group(2) else "受影响人数"


def _event(ask: Ask) -> str:
    """`发动了23次袭击`: what happened so many times may be a verb elsewhere."""
    match = _HAPPENED.match(ask.right) if ask.spot.mention.quantity.unit in _EVENTS else None
    return match.group() if match and match.group() in edge("cut") | edge("maybe") else ""


def _distance(ask: Ask) -> str:
    """`距离江川市约50公里的青石县`."""
    far = ask.spot.mention.quantity.dimension == "length" and _FAR.search(ask.context)
    return "距离" if far else ""


def _stepped(ask: Ask) -> str:
    """`地区生产总值迈上6万亿元台阶`: not the step is measured but what has climbed it.

    `跨越3个千亿元台阶` counts steps, and says no level.
    """
    if not _STEP.match(ask.counted or ask.right):
        return ""
    text = _AGAIN.sub("", ask.verb)
    while word := verb_at_end(text):
        text = _AGAIN.sub("", text[: -len(word)])
    first, last = left_phrase(text, ask.page.words)
    name = ask.phrase or tidy(text[first:last])
    counted = bool(ask.spot.mention.quantity.unit) and ask.spot.mention.quantity.dimension != "money"
    touched = ask.spot.before is not None and ask.spot.before.mention.end == ask.spot.mention.start
    return f"{name}台阶" if name and (counted or touched) else name


def _counted(ask: Ask) -> str:
    """`认定144个智能工厂`: the noun that is counted, unless the clause says that the noun before is measured."""
    gains = bool(ask.cues.change) and not ask.cues.to and ask.kind == "amount"
    owned = _HAS.search(ask.page.flow.text, ask.spot.left_start, ask.spot.mention.start)
    things = (ask.spot.mention.quantity.dimension or "").startswith("count") and bool(owned or not ask.measured)
    named = ask.phrase and ask.phrase not in edge("maybe") and not _in_all(ask)
    if not ask.counted or ask.kind not in {"amount", "percent"} or (named and ask.stated and not gains and not things):
        return ""
    if _ATTRIBUTE.search(ask.phrase):
        return ""
    if ask.kind == "percent" and (ask.phrase or (ask.cues.change and ask.carried)):
        return ""
    measured = ask.spot.mention.quantity.unit in _MEASURED
    if len(ask.counted) <= 3 and len(ask.carried) > len(ask.counted) and ask.carried.endswith(ask.counted):
        return ask.carried
    name = _thing(ask) if things else ask.counted
    return name if not measured or ask.right.startswith("的") or not ask.phrase else ""


_HAS = re.compile(r"(?:有|完成)(?:近|约|超过?|将近|着|了)?$")
"""`11个地市已有40多个重大项目`, `队伍完成了60间板房`: what one has or completes is counted, not who does."""


def _thing(ask: Ask) -> str:
    """The things that are counted, without the measure of them that the clause speaks of (`5个集群规模突破万亿元`)."""
    match = _MEASURE_OF.fullmatch(ask.counted)
    after = ask.spot.mention.end + ask.right.find(ask.counted) + len(ask.counted)
    return match.group(1) if match and _SAYS.match(ask.page.flow.text, after) else ask.counted


_MEASURE_OF = re.compile(
    r"([\u4e00-\u9fff“”A-Za-z\d]{2,}?)"
    r"((?:[新总年手][\u4e00-\u9fff]{1,2})?(?:增加值|订单量|产业规模|规模|产值|营业收入|营收|利润总额|利润|采购经理指数|产量|销量|销售额|出口额?|投资额?|用电量|客流量|均价|价格|指数|浓度))"
)
_SAYS = re.compile(
    r"[均都]?(?:同比|环比)?(?:突破|超|达|增长|增加|减少|上升|上涨|提升|提高|下降|下跌|回落|回升|居|位居|位列|排名|进入|实现|保持|稳居)"
)


def _in_all(ask: Ask) -> bool:
    """`13个领域共78类应用场景`: the noun before belongs to the number before it."""
    before = ask.spot.before
    between = ask.page.flow.text[before.mention.end : ask.spot.cue] if before is not None else ""
    return bool(_ALL.fullmatch(between))


_ALL = re.compile(r"[\u4e00-\u9fff]{1,10}(?:共有?|共计|合计|总计)")


def _part(ask: Ask) -> str:
    """`…，占全市研发经费比重`: the part is what was measured before; without that, the whole names it."""
    if ask.cues.whole is None or ask.phrase:
        return ""
    return ask.carried or tidy(ask.cues.whole)


def _region(ask: Ask) -> str:
    """`部分地区降温6—10℃`: the change itself names what is measured."""
    if REGION.fullmatch(ask.phrase) or (not ask.phrase and not ask.carried):
        return ask.cues.change if ask.cues.change and ask.cues.change.startswith(("降温", "升温")) else ""
    return ""


def _clause_before(ask: Ask) -> str:
    """`专利申请量大幅提升，达到36524件`: the clause before names it and prints no number itself."""
    spot, page = ask.spot, ask.page
    if ask.phrase or not ask.stated or (ask.cues.change and not ask.cues.to) or spot.left_start != spot.clause[0]:
        return ""
    earlier = list(clauses(page.flow.text, page.sentences[spot.sentence].start, spot.clause[0]))
    if not earlier or (spot.before is not None and spot.before.mention.end > earlier[-1][0]):
        return ""
    text = page.blank(*earlier[-1])
    text = text[: read_cues(_ACHIEVED.sub("", text), "amount").rest]
    first, last = left_phrase(text, page.words)
    name = tidy(text[first:last])
    return "" if not names(name) or _SETTING.search(name) else name


def _derived(ask: Ask) -> str:
    """`粮食增产169亿斤，增量占全国18%`: the increase of what was measured before."""
    derives = ask.carried and ask.phrase in {"增量", "增速"}
    return ask.carried.removesuffix(ask.phrase) + ask.phrase if derives else ""


def _parallel(ask: Ask) -> str:
    """`高技术产业使用外资增长62%，高技术制造业增长74%`: the head is printed once."""
    head = _BRANCH_HEAD.match(ask.carried)
    return ask.phrase + head.group(1) if head and ask.cues.change and _BRANCH.search(ask.phrase) else ""


def _another_measure(ask: Ask) -> str:
    """`蔬菜播种面积3938公顷，产量106551吨`: another measure of the same thing, which is printed once."""
    match = _MEASURE_NAME.fullmatch(ask.carried) if _MEASURE_ALONE.fullmatch(ask.phrase) else None
    if match is None or ask.spot.before is None or ask.spot.before.sentence != ask.spot.sentence:
        return ""
    return match.group("thing") + ask.phrase


_MEASURE_ALONE = re.compile(r"总?产量|单产|增加值|总?产值|营业收入|利润总额|利润|销售额|销售面积")
_MEASURE_NAME = re.compile(
    r"(?P<thing>[\u4e00-\u9fff]{2,12}?)"
    r"(?:(?:播种|种植|收获|养殖)面积|总?产量|单产|增加值|总?产值|营业收入|利润总额|销售额|销售面积|投资)"
)


def _left(ask: Ask) -> str:
    """`技术合同成交额630.5亿元`: the phrase before the number; with its verb when it is too short to name anything."""
    if _MEAN.fullmatch(ask.phrase) and (whose := _whose(ask)):
        return whose
    if not ask.phrase or (ask.carried and (_SELF.fullmatch(ask.phrase) or REGION.fullmatch(ask.phrase))):
        return ""
    verb = verb_at_end(ask.verb) if len(ask.phrase) <= 2 else ""
    return ask.phrase if verb in _ATTAINED else verb + ask.phrase


_ATTAINED = frozenset({"实现", "达到", "取得"})
"""Verbs that add nothing to a short name (`工程机械实现产值1800亿元`)."""


def _whose(ask: Ask) -> str:
    """What a mean is one of, before its time (`物流业景气指数全年均值`)."""
    text = ask.verb.rstrip(MARK)
    first, last = left_phrase(text, ask.page.words)
    name = tidy(text[first:last])
    return name if names(name) else ""


_MEAN = re.compile(r"均值|平均值|平均")


def _carried(ask: Ask) -> str:
    """`…，同比增长12.2%`: nothing of its own, so what the claim before measures."""
    return ask.carried


def _doers(ask: Ask) -> str:
    """`1.4万人参加八路军`, `600多人出席`: people of whom only what they do is told."""
    people = ask.kind == "amount" and ask.spot.mention.quantity.unit in PERSONS
    if not people or ask.counted or (ask.phrase and ask.stated) or ask.cues.change:
        return ""
    match = _DEED.match(ask.right)
    return match.group("deed") if match and match.group("verb") in edge("cut") | edge("maybe") else ""


def _reached(ask: Ask) -> str:
    """`惠及1.95亿人`, `转移安置20多万人`: the verb before a bare number of people says what they are counted for."""
    unit = ask.spot.mention.quantity.unit
    if unit not in PERSONS or ask.kind != "amount" or ask.phrase or ask.counted or ask.measured:
        return ""
    if ask.carried and _AVERAGED.search(ask.verb):
        return ""
    verb = verb_at_end(ask.verb)
    if not verb or (verb in PIVOTS and verb != "惠及"):
        return ""
    before = ask.verb[: -len(verb)]
    first, last = left_phrase(before, ask.page.words)
    name = tidy(before[first:last])
    return f"{name if names(name) else ''}{verb}{_HEADCOUNTS.get(unit, '人数')}"


_AVERAGED = re.compile(r"[日月年]均|平均")
_HEADCOUNTS = {"户": "户数", "人次": "人次"}
_DEED = re.compile(
    r"(?:左右|以上|已|先后|多|余)*(?P<deed>(?P<verb>(?![增提上下回减缩扩])[\u4e00-\u9fff]{2})(?![到至为])了?[\u4e00-\u9fff“”A-Za-z\d]{0,12})(?=[，。；、！]|$)"
)


def _predicate(ask: Ask) -> str:
    """`12款是核心零部件新品`, `60万元是起竞价`: what the number is said to be."""
    match = _IS.match(ask.right)
    return tidy(match.group(1)) if match and not ask.phrase and not ask.counted else ""


_IS = re.compile(r"(?:左右|以上)?[都均]?是((?!在|为|由|因|从|对)[\u4e00-\u9fffA-Za-z“”]{2,12})(?=[，。；、]|$)")


def _after(ask: Ask) -> str:
    """`195万人享受待遇`: nothing before, so what follows."""
    return ask.counted


def _gained(ask: Ask) -> str:
    """`再生稻面积新增1000万亩`: what stands before the verb, when nothing follows the number."""
    verb = verb_at_end(ask.verb)
    if ask.phrase or ask.counted or not verb.endswith(new_words()):
        return ""
    before = ask.verb[: -len(verb)]
    first, last = left_phrase(before, ask.page.words)
    name = tidy(before[first:last])
    return name if names(name) else ""


def _deed(ask: Ask) -> str:
    """`今年新开工700万套`: only a verb is left."""
    return tidy(ask.verb[-4:])


RULES: tuple[tuple[str, Callable[[Ask], str]], ...] = (
    ("indicator.age", age),
    ("indicator.distance", _distance),
    ("indicator.event", _event),
    ("indicator.modified", _modified),
    ("indicator.casualty", _casualty),
    ("indicator.stepped", _stepped),
    ("indicator.counted", _counted),
    ("indicator.predicate", _predicate),
    ("indicator.doers", _doers),
    ("indicator.reached", _reached),
    ("indicator.gained", _gained),
    ("indicator.part", _part),
    ("indicator.region", _region),
    ("indicator.clause_before", _clause_before),
    ("indicator.derived", _derived),
    ("indicator.parallel", _parallel),
    ("indicator.another_measure", _another_measure),
    ("indicator.left", _left),
    ("indicator.carried", _carried),
    ("indicator.after", _after),
    ("indicator.deed", _deed),
)
