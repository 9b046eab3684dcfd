"""Status and vintage: reported, estimated, aimed at, or a rule; preliminary, final or revised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

Setting = Literal["plan", "review"] | None
"""What stands above a figure: a plan, a review of what was done, or neither."""

if TYPE_CHECKING:
    import datetime as dt

    from claimex.schema import Period
    from claimex.schema.claim import Status, Vintage

_TARGET = re.compile(
    r"力争|争取(?!到了|了)|预期目标|主要目标|目标是|目标为"
    r"|(?<!原来)(?<!原)(?:计划|规划)(?!完成编制)(?=[^，,。；;、》”]{0,12}(?:完成|新增|建|投|达|安排|增|到|播|种|提供|部署|发行|采购|招|再|加|开|突破|更新|改造|培育))"
    r"|(?<![模虚])拟(?!建成|态|合)|迈向|[须需](?=增加|新增|要|在|达)|提议|定于"
    r"|将(?=继续|确定|选|达|于|在|为|对|实现|完成|新|建|推|开|超|突破|有|进|加|重|持|全[面力程年]|以|更|被|会|是|成|投|增|提|启|再|陆续|组织|安排|实施|举办|深|培|支|聚"
    r"|着|努力|积极|力|大|围绕|抓|带|引|创|打造|形成|按|从|紧|依托|派|发|逐|统筹|强化|优化|完善|锚定|坚持|用|制造业|交通"
    r"|释放|交换|征收|采取|采用|耗时|保持|维持|稳定|产生|接续|稳步|下调|上调|降低|减少|缩短|提供|惠及|覆盖)"
    r"|(?<![需重主必只首纲摘提概简么何])要(?![求闻素点因害塞员么比])"
)
_AIMED = re.compile(r"力争|争取|目标|计划")
"""In the clause of a figure these make it a target, whatever was forecast before it in the sentence."""

_MUST = re.compile(r"务必|(?<![为以])确保|必须")
"""These hold to the next semicolon."""

_AIM = re.compile(r"力争|预期目标|目标是|目标为|将(?=于|在|达|超|突破|建成)")
"""What still makes a target of a figure in a review."""

_FORECAST = re.compile(r"预计|可能(?!性)|或将|料将|有望|预测|预估|预期(?!目标|指数|值)|还会持续")
_FORESEEN = re.compile(r"(?:预计|预测|预报|预估)$")
"""A clause that ends like this says of all that follows it that it is a forecast (`气象部门预计，…`)."""

_ONCE = re.compile(
    r"(?:投产|建成|竣工|达产|通车|完工|投运|投用|并网|全部建成|全面建成)(?:投产|投运|运行|使用)?(?:之后|以后|后)"
)
"""What works will bring once they are there (`项目投产后年发电量…`)."""

_COMPUTED = re.compile(r"初步核算|初步测算|初步统计|据测算|测算|估算")
_RULE = re.compile(
    r"最高(?:支持|补助|补贴|奖励|资助|可|不超过|给予|贷款)|最高支持金额|给予[^，。；]{0,20}(?:补助|补贴|奖励|资助)|补助标准|补贴标准|标准(?:为|提高到|由)|每[人户亩月年次][^，。；]{0,6}(?:补助|补贴|发放|不超过|可(?:享受|申请|获|领|报销|抵扣|贷))|原则上"
    r"|处以|罚款|上限|下限|起付线|封顶|不得(?:超过|低于|少于)|按照?[^，。；]{0,16}(?:标准|比例)|税率|费率|缴费比例|免征|就能享受|可享受|可申请|可获"
)
_BASE_LEFT = re.compile(r"[从由](?:目前|现行|上年|去年|\d{4}年)?(?:年?底?)?的?(?:每[人月年]\S{0,3})?$")
_BASE_RIGHT = re.compile(r"(?:左右|以上)?(?:提高|增加|上调|提升|下降|降低|下调|调整|缩短|压缩|降|增|升)[至到为]")
"""`从5%下调至0%`: the first value is the one that holds, whatever is planned."""

_PRELIMINARY = re.compile(r"初步核算|初步统计|初步测算|快报")
_FINAL = re.compile(r"最终核实|最终核算|终核|年报数")
_REVISED = re.compile(r"修订|修正后|调整后|经济普查|核实后")
_DONE = re.compile(r"已(?!知|有的)(?:经)?[\u4e00-\u9fff]|实现了|完成了|达到了|创下|累计(?:达|实现|完成|建)")

_ALREADY = re.compile(r"^的?已|^[^，,。；;]{0,12}(?:已经|正(?:在|值))")
"""After a figure, in its clause (`三万多亩油菜花已经盛放`)."""

_PLANNING_MONTHS = 3
"""Until March, 今年 in a sentence without a verb of the past is a plan."""


def find_status(  # noqa: PLR0911 (one line a rule, in order)
    left: str, right: str, setting: Setting, period: Period | None, date: dt.date | None
) -> tuple[Status, str]:
    """The status of a figure and the rule that gave it.

    Args:
        left: the sentence up to the figure; cues hold to the right of themselves.
        right: the rest of its clause.
        setting: what the paragraph and the headings above say of everything in them.
        period: the figure's period; a year that is not over yet is a plan at its beginning.
        date: the document's date.
    """
    part = left[left.rfind("；") + 1 :]
    clauses = re.split(r"[，,。：:]", part)
    planned, foreseen = _planned(left, part, setting), _foreseen(part, clauses)
    if _RULE.search(clauses[-1][-40:] + right[:16]) and not foreseen:
        return "rule", "status.rule"
    if _BASE_LEFT.search(clauses[-1]) and _BASE_RIGHT.match(right):
        return "actual", "status.base"
    if foreseen and not _AIMED.search(clauses[-1]):
        return "estimate", "status.estimate"
    done = bool(_DONE.search(part) or _ALREADY.search(right))
    if planned is not None and not _DONE.search(part[max(0, planned - len(left) + len(part)) :]):
        return "target", "status.target"
    if setting == "review":
        return "actual", "status.review"
    end = period.end if period else None
    if setting == "plan" and not done and not (end and date and end <= date and period and not period.as_of):
        return "target", "status.section"
    if period and end and date and end > date and not done and not _running(period, date):
        due = period.as_of or date.month <= _PLANNING_MONTHS or end.year > date.year
        return ("target", "status.future") if due else ("actual", "status.default")
    return "actual", "status.default"


def _planned(left: str, part: str, setting: Setting) -> int | None:
    """Where the last word of a plan before a figure ends, in `left`."""
    if setting == "review":
        return _last(_AIM, left)
    must = _last(_MUST, part)
    return _last(_TARGET, left) if must is None else len(left) - len(part) + must


def _foreseen(part: str, clauses: list[str]) -> bool:
    """Whether a figure at the end of a part of a sentence is a forecast, computed, or what works will bring."""
    if _FORECAST.search(clauses[-1]) or _COMPUTED.search(part) or any(map(_FORECAST.match, clauses)):
        return True
    return any(map(_FORESEEN.search, clauses[:-1])) or bool(_ONCE.search(part))


_RUNNING_DAYS = 62


def _running(period: Period, date: dt.date) -> bool:
    """Whether a short stretch of time has begun: its figures are those so far (春运 while it lasts, 截至6月 in it)."""
    if period.as_of and period.end is not None:
        return (period.end.year, period.end.month) == (date.year, date.month)
    if period.start is None or period.end is None:
        return False
    return period.start <= date and (period.end - period.start).days <= _RUNNING_DAYS


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    found = None
    for match in pattern.finditer(text):
        found = match.end()
    return found


def find_vintage(sentence: str) -> Vintage | None:
    """What the sentence says of how final its figures are."""
    if _REVISED.search(sentence):
        return "revised"
    if _FINAL.search(sentence):
        return "final"
    return "preliminary" if _PRELIMINARY.search(sentence) else None


_REVIEW = re.compile(r"回顾|总结|成就|成效|完成情况|来的工作|取得|新进展|工作情况|历史性")
_GOALS = re.compile(r"(?:预期|主要|发展|奋斗)目标(?:是|为|：|:)|目标任务是")
_PLAN_HEADING = re.compile(
    r"目标|任务|工作安排|重点工作|总体要求|部署|抓好|做好|奋力|全力|努力|谱写|开好局|起好步|推动"
)


def sets_target(sentence: str) -> bool:
    """Whether a sentence turns what follows in its paragraph into targets (`主要预期目标是：`)."""
    return bool(_GOALS.search(sentence))


def opens_plan(text: str, *, heading: bool) -> bool:
    """Whether a heading, or a paragraph that ends in a colon, turns the paragraphs below it into targets."""
    if heading:
        return bool(_PLAN_HEADING.search(text))
    return text.rstrip().endswith(("：", ":", "——")) and bool(re.search(r"目标|将|力争|计划", text))


def opens_review(heading: str) -> bool:
    """Whether a heading stands over results (`2025年工作回顾`)."""
    return bool(_REVIEW.search(heading))
