"""What a rule of the grammar hands on: a stretch of text and the time it stands for, before prefixes and suffixes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimex.period.almanac import Span
    from claimex.schema.mention import TimeKind


class Found(NamedTuple):
    """A time expression at `start:end` of the text. `closed`: a prefix or suffix must not change it any more."""

    start: int
    end: int
    span: Span
    kind: TimeKind
    rule: str
    closed: bool = False


NUMERALS = "0123456789〇○零一二三四五六七八九十两廿卅百几数半"
RANGE_SIGNS = "—–-－~～至到"
"""The first letters of what joins the two ends of a range."""

COUNTED_BY = "年个周星天日"
"""The first letters of the units that a stretch of time is counted in."""

JOIN = r" ?(?:—{1,2}|–|-|－|~|～|至|到) ?"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9]|三十一?|[二廿]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])"
YEAR = r"(?:[0-9]{4}|[一二][〇○零一二三四五六七八九]{3})"
COUNT = r"(?:[0-9]{1,3}|[一二两三四五六七八九十百]{1,4})"

# 年级, 年代, 年货 and 年轻 are words of their own; 2022年货物进出口 and 去年轻工业 begin with the year
NOT_YEAR = (
    r"级(?!别|差)|代(?!表|理|码|销|替|办)|画(?!面|出|报)|货(?!物|运|币|车|轮|柜|源|款|值|品|架)|夜(?!间|晚|里|市|游|经)"
    r"|轻(?!工|纺|微|轨|型|伤|资)|龄"
)

# 初步核算, 底蕴, 末端 are words, 2022年初 and 6月底 are points of time
AT_START = r"初(?![一二三四五六七八九十]|步|中|级|心|具|见|次|始|创|期|稿|评|选|审|衷|露|雪|冬|夏|春|秋)"
AT_END = r"(?:底(?!蕴|部|座|盘|气|线|色|层|价|数|子|下)|末(?!端|梢|班|位|代|伏))"

_PART_OF_DAY = (
    r"凌晨|清晨|早晨|早上|上午|中午|正午|午后|下午|傍晚|晚上|晚间|夜间|夜里|深夜|午夜"
    r"|晚(?!会|宴|餐|报|稻|期|于|熟|婚|年|些|了|高|清)"
)
_OF_CLOCK = (
    r"[时点](?!间|代|段|评|赞|名|击|亮|多|位|刻)(?:[0-5]?[0-9]分|半|许|整|左右)?"
    r"|[:：][0-5][0-9](?::[0-5][0-9])?"
)
_HOURS = r" ?(?<![0-9])(?:[01]?[0-9]|2[0-4])"
DAYTIME = re.compile(
    rf"(?:{_PART_OF_DAY})?(?:{_HOURS}(?:{_OF_CLOCK})?{JOIN}(?:[01]?[0-9]|2[0-4])(?:{_OF_CLOCK})|{_HOURS}(?:{_OF_CLOCK}))?"
)
"""What may follow a day and belongs to its mention; matches the empty string too."""
