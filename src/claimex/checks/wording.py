"""What the words right before a figure call it: the name that two texts must share for their figures to be compared.

Framing names an indicator as short as it can (营业收入); whose it is stands in the words around
(规模以上电子信息制造业实现营业收入). So figures are compared by those words, with times, the nation, verbs and filling
taken away and known names put into their normal form. Whatever else stands there makes a different figure of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from claimex.lexicon import read_table

if TYPE_CHECKING:
    from claimex.schema.claim import Claim
    from claimex.schema.document import Document

BREAK = re.compile(r"[，；：。！？,;:!?]")
MARKS = re.compile(r"[\s“”‘’\"'《》（）()、·—-]+")
BRACKETS = re.compile(r"（[^（）]{0,30}）|\([^()]{0,30}\)")
NUMBER = re.compile(
    r"(?:超|近|约|达|逾)?\d[\d.,]*[百千万亿]*(?:个百分点|[%％‰]|[\u4e00-\u9fff]{0,2}$|[\u4e00-\u9fff]{0,2}?)"
)
TIME = re.compile(
    r"(?:截至|到)[\u4e00-\u9fff0-9]{0,8}?(?:日|月|月份|底|末|目前|年)|截止[^，]{0,8}(?:底|末)"
    r"|(?:今|去|前|明|当|本|上|同|全)(?:年|月|季度|季)(?:度|末|底|初|以来)?(?!均)"
    r"|\d{2,4}年(?:末|底|初|度|全年|以来)?|(?:前|头|近|这)?[0-9一二两三四五六七八九十]{1,3}(?:个月|季度|年来|年)"
    r"|\d{1,2}(?:[—\-至到~]\d{1,2})?月份?(?:末|底|以来)?|\d{1,2}日|[上下]半年|[一二三四]季度|第[一二三四]季度|前[一二三四]季度"
    r"|“?(?:春节|元旦|清明节?|五一|端午节?|中秋节?|国庆节?|双节|暑期|寒假|暑假)”?(?:小长假|假期|假日|长假|档期?|黄金周|期间|前后)?|假期\d天"
    r"|目前|当前|近年来|日前|近日|今天|昨天|期间|以来|“?十[一二三四五]五”?(?:时期|期间|以来)?"
)
AGAINST = re.compile(
    r"(?:比|较|与|同)(?:\d{2,4}年|上年|去年|前一年|上一年|上月|上季度|前值|年初)(?:同期|全年|末|底)?(?:相比)?"
    r"|按(?:不变|可比)价格?计算|按年率计算|扣除价格因素"
)
CLOCK = re.compile(r"\d{1,2}(?:时|点)|当天|当日|单日")
LIST = re.compile(r"分别|依次|各")
START = re.compile(r"(?:由|从)(?![^，；。]*(?:获悉|了解|看))[^，；。]*$")
TRAILING = re.compile(
    r"(?:近|超|逾|约|不到|不足|至少|最多|仅|升至|降至|至|到|有|可|能|比|由|从|以|就|还|将|都|还有|连续|总数|总量|数量|总规模)+$"
)
FIGURE = re.compile(r"\d")
ELIDED = re.compile(r"^(?:与|占|相当于)(?:地区|国内)生产总值|^投入强度")
"""A ratio whose first half is named before: 研发经费达3万亿元，与国内生产总值之比为2.6%."""
CROPS = re.compile(r"夏粮|早稻|秋粮|粮食|棉花|冬小麦|小麦|玉米|大豆|油料|水稻")
CROP_END = re.compile(r"产量|单产|播种面积|面积")
"""A harvest whose crop is named in the clause before: 夏粮生产再获丰收，总产量达…."""
OWN_END = re.compile(r"(?<=经费)(?:支出|投入)(?=$|[与占])|(?<=出游)人次$")
"""What may stand at the end of a name or not: 研发经费支出 is 研发经费."""
THAT_IS = re.compile(r"^([^即]{4,})即(?=[\u4e00-\u9fff]{4,}).*$")
"""`研发投入强度即研发经费与国内生产总值之比`: the name before its explanation."""


WINDOW = 400
"""Characters before a figure that are read at most, so that time grows with the text."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a figure is called. `opening`: its clause comes first or says where: nothing before it owns the figure."""

    text: str
    opening: bool


def opening(claim: Claim) -> int:
    """Where what is read before a figure begins: with its sentence, but never far off (a table is one sentence)."""
    return max(claim.sentence.start, claim.start - WINDOW)


def before(doc: Document, claim: Claim) -> str:
    """The sentence up to a figure, blanks left out."""
    return "".join(doc.text[opening(claim) : claim.start].split())


def name_of(doc: Document, claim: Claim) -> Name | None:
    """The name of a claim's figure by the words before it; null where they do not say it.

    That is in lists (分别; 126人遇难、188人受伤), at the start of a change (由上月下降0.1%转为上涨0.4%), and where no
    words stand there.
    """
    sentence = before(doc, claim)
    if LIST.search(sentence) or START.search(sentence) or _second(doc, claim):
        return None
    clauses = [clause for clause in BREAK.split(BRACKETS.sub("", sentence)) if clause]
    counted = _counted(doc, claim)
    last = len(clauses) - 1
    for at in range(last, -1, -1):
        if at < last and not FIGURE.search(clauses[at]):
            continue
        text = cleaned(clauses[at], claim.area) + (counted if at == last else "")
        crop = CROP_END.fullmatch(text)
        if crop is not None:
            crops = {match[0] for clause in clauses[:at] for match in CROPS.finditer(clause)}
            text = crops.pop() + text if len(crops) == 1 else text
        if ELIDED.search(text):
            owner = next((clause for clause in clauses[:at] if cleaned(clause, claim.area)), "")
            text = cleaned(FIGURE.sub("", NUMBER.sub("", owner)) + clauses[at], claim.area)
        if text:
            earlier = any(cleaned(clause, claim.area) for clause in clauses[:at])
            return Name(text=text, opening=not earlier or _placed(clauses[at], claim.area))
    return None


def _second(doc: Document, claim: Claim) -> bool:
    """Whether another figure stands before this one in its clause; an age (60岁及以上人口) belongs to the name."""
    first = bisect_left(doc.claims, opening(claim), key=lambda other: other.start)
    earlier = takewhile(lambda other: other.start < claim.start, doc.claims[first:])
    return any(
        other.end <= claim.start and other.quantity.unit != "岁" and not BREAK.search(doc.text, other.end, claim.start)
        for other in earlier
    )


def _placed(clause: str, area: str | None) -> bool:
    """Whether the clause itself says where: 全国新设立外商投资企业 belongs to nobody named before."""
    return any(word in clause for word in _words()[2]) or bool(area and area in clause)


def _counted(doc: Document, claim: Claim) -> str:
    """What is counted, where it stands behind the number: 300个国家农业现代化示范区."""
    name = MARKS.sub("", claim.indicator or "")
    behind = MARKS.sub("", doc.text[claim.end : claim.end + 2 * len(name) + 4]).removeprefix("的")
    return name if name and behind.startswith(name) else ""


def cleaned(clause: str, area: str | None) -> str:
    """A clause without times, numbers, verbs, the nation and `area`; empty where it only says who reports."""
    leads, drops, nations = _words()
    for word in leads:
        at = clause.rfind(word)
        if at >= 0:
            clause = clause[at + len(word) :]
    clause = NUMBER.sub("", TIME.sub("", AGAINST.sub("", clause)))
    if area:
        clause = re.sub(re.escape(area) + r"(?:省|市|自治区|地区|全省|全市)?", "", clause)
    clause = THAT_IS.sub(r"\1", clause)
    text = aliased(MARKS.sub("", clause).replace("总产量", "产量").replace("总票房", "票房"))
    for word in nations:
        text = text.replace(word, "")
    text = aliased(TRAILING.sub("", drops.sub("", text)))
    return aliased(OWN_END.sub("", text))


def aliased(name: str) -> str:
    """A name with what the indicator table knows of it in its normal form; one pass, the longest first."""
    pattern, concepts = _aliases()
    return pattern.sub(lambda match: match[0] if concepts[match[0]] in name else concepts[match[0]], name)


@cache
def _words() -> tuple[tuple[str, ...], re.Pattern[str], tuple[str, ...]]:
    roles: dict[str, list[str]] = {"lead": [], "drop": [], "nation": []}
    for row in read_table("phrase_words"):
        roles[row["role"]].append(row["word"])
    lead, drop, nation = (tuple(sorted(roles[r], key=lambda w: (-len(w), w))) for r in ("lead", "drop", "nation"))
    return lead, re.compile("(?:" + "|".join(drop) + ")(?!值)"), nation


@cache
def _aliases() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = {MARKS.sub("", row["name"]): row["concept"] for row in reversed(read_table("indicators"))}
    words = sorted(rows, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, words))), rows


@cache
def series() -> dict[str, bool]:
    """Names of series, and whether the bare name says whose they are."""
    return {row["name"]: row["whole"] == "yes" for row in read_table("series")}
