"""Ranks: 第7位, 全国第十三, 居首位, 前10强. Ordinals of events, editions and plans are not ranks."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimex.numerals import read_arabic, read_hanzi
from claimex.quantity.draft import Draft
from claimex.quantity.units import Unit

if TYPE_CHECKING:
    from claimex.numerals import Numeral
    from claimex.quantity.draft import Core

RANK = Unit("位", "{rank}", "rank", Fraction(1))
_PLACE = (
    r"(?:全国|全球|世界|全省|全市|全区|全州|亚洲|亚太|欧洲|国内|国际|西部|东部|中部|东北|西北|西南|华东|华北|中西部|东中西部|"
    r"长三角|珠三角|同类城市|副省级城市|省会城市|省内|全行业|行业|同行业|全州|全县|[\u4e00-\u9fff]{1,3}[省市区])"
)
_STANDS = (
    r"(?:居|位列|名列|排名|位居|位于|排位|列|排在?|跃居|跃升|升至|升到|上升到|上升至|提升至|提升到|跃升至|前移至|跃至|降至|降到|下降到|"
    r"占据|夺得|获得?|荣获|取得|保持|稳居|雄踞|蝉联|勇夺|持续|连续|均|成为|为|达到|至|总量|规模|增速|增幅|产量|面积|数量|总数|"
    r"评价|综合|从|由|排行榜|榜单|并列|首次|仍|继续)"
)
_RANKED = re.compile(rf"(?:{_PLACE}|{_STANDS})(?:的|各省|同类|各地|省份|城市|县市)?(?:中)?[“\"]?$")
_STRONG = re.compile(
    r"(?:居|位列|名列|排名|位居|排位|列|排在?|跃居|稳居|蝉联|升至|上升到|上升至|前移至|跃升至)(?:全国|全球|世界|全省|"
    r"[\u4e00-\u9fff]{0,6})?[“\"]?$"
)
_ENDS = re.compile(r"[，。；、！？）)”’\"\s,;!?：:—…·\-|*的和及与且并或]|$|以|左右|（|\(")
_NOT_RANK = re.compile(
    r"[届次轮批期季章条款项个产时书大梯代阶版集家场站战线步天年月日周号种类师团军课曲任例艘台架座部份张位批方者动生要资责性感印国声]"
)


_MOVES = re.compile(r"(?:上升|跃升|提升|前移|升|下降|降|下滑|退)(?:至|到)")
_NEXT = re.compile(r"[、和与及]第(?:\d|[一二三四五六七八九十])")
_FIRST_OF_ALL = ("放在", "摆在", "作为", "置于", "放到", "是")


def rank_context(text: str, start: int) -> bool:
    """Whether what stands before says that somebody is ranked (全国第七, 居首位)."""
    return bool(_RANKED.search(text[max(0, start - 12) : start]))


def _ordinal(text: str) -> Numeral | None:
    digits = text.removeprefix("第").strip()
    return read_arabic(digits) if digits.isdecimal() else read_hanzi(digits)


def read_rank(text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """第7位 and, where the words before rank something, 第十三.

    Declines 第十一届, 第三次, 第一轮, 第一时间, 第一产业, list marks (第一，…) and 第一梯队.
    """
    number = _ordinal(core.text)
    if number is None or not number.value or number.bare:
        return None
    end = core.end
    before = text[max(0, core.start - 12) : core.start]
    if text[end : end + 1] in ("位", "名") and not text.startswith(("位置", "位于", "名单"), end):
        if not (
            _RANKED.search(before)
            or (text[end] == "位" and (_ENDS.match(text[end + 1 : end + 2]) or _MOVES.match(text, end + 1)))
        ) or before.endswith(_FIRST_OF_ALL):
            return None
        return Draft(core, core.start, end + 1, number, RANK, "rank", "rank.place")
    if _NEXT.match(text, end):  # 第2、第4和第5位: whether it is a rank, the next one says
        return Draft(core, core.start, end, number, RANK, "rank", "rank.bare", keep=False)
    if not _RANKED.search(before) or text[core.start - 1] in "，。；、：\n":
        return None
    after = text[end : end + 1]
    strong = _MOVES.match(text, end) or (_STRONG.search(before) and not _NOT_RANK.match(after))
    return Draft(core, core.start, end, number, RANK, "rank", "rank.bare") if strong or _ENDS.match(after) else None


def read_front(text: str, core: Core, _unit: Unit | None, _end: int) -> Draft | None:
    """前8位, 前10强, 居全国前十: at most that place."""
    digits = core.text[1:].rstrip("强位名")
    number = read_arabic(digits) if digits.isdecimal() else read_hanzi(digits)
    if number is None or number.value is None or number.value < 2:
        return None
    if core.text[-1] not in "强位名" and not _RANKED.search(text[max(0, core.start - 12) : core.start]):
        return None
    return Draft(core, core.start, core.end, number, RANK, "rank", "rank.front", "at_most")
