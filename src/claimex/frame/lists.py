"""Lists that stand before several numbers: `A、B和C分别增长6.1%、18.5%、22.8%`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.frame.page import MARK
from claimex.frame.phrase import left_phrase
from claimex.frame.places import find_places, is_place
from claimex.frame.tidy import tidy

if TYPE_CHECKING:
    from claimex.frame.phrase import Words

_SHARED = re.compile(
    r"分别(?:投入|完成|实现|拥有|获得|支出|贡献|承担)?(?P<what>[\u4e00-\u9fffA-Za-z&]{2,16}?)(?:为|达|达到|是)?$"
)
_AVERAGE = re.compile(r"(?:(?:常住)?(?:居民|人口))?(?:(?:人均|户均)(?:可支配|消费|纯)?|平均|总)$")
_SPLIT = re.compile(r"、|以及|(?<![共总饱缓温])和(?![谐平])|(?<![普以涉危波遍顾])及(?![率时其格])|(?<!参)与(?![会否])")
_PARTNER = re.compile(
    r"城镇|农村|城市|乡村|城区|镇区|城|乡|国内|国外|国际|境内|境外|省内|省外|市内|市外|区内|区外|中央|地方|央属|国有|民营|私营|外资|公办|民办"
    r"|男性|女性|男|女|公路|铁路|水路|航空|民航|陆上|海上|线上|线下|夏季|秋季|春季|冬季|白天|夜间|上游|中游|下游|重工业|轻工业"
    r"|第[一二三]产业|[东中西]部|省级|市级|县级"
)
"""Words that part one thing into kinds: `城镇和农村居民人均住房面积` is 城镇居民人均住房面积 too."""

_HEAD_WORD = re.compile(
    r"(增加值|起数|次数|天数|户数|[\u4e00-\u9fff]{2}率|零售额|贸易额|行业|利润|营收|产值|规模|浓度|收入|支出|投资|产量|销量|销售额|总额|总量|数量|人数|比重"
    r"|占比|增速|贷款|余额|存款|货运|客运|企业|产业|价格|指数|面积|用电量|进出口|出口|进口)"
)

_COUNT_OF = re.compile(
    r"^([\u4e00-\u9fffA-Za-z\d.]{2,8}?)[两二三四五六七八九十][项大类种个][\u4e00-\u9fff]{2,4}?(?=平均|浓度|增加值|收入|产量)"
)
"""A list that counts itself before what is measured: `…二氧化氮四项污染物平均浓度`."""

_SPLITS = (_SPLIT, re.compile("、"), re.compile("以及|和"))
"""All marks of a list, else one kind: `在线旅游产品和景点门票、在线文娱销售额` are two heads."""


def split_heads(context: str, count: int, words: Words) -> tuple[str, ...] | None:
    """`count` heads at the right end of a left context, or null when there are not as many.

    A tail that only the last head prints is given to the others (`国内、国际货运规模` -> 国内货运规模, 国际货运规模).
    """
    start, end = left_phrase(context, words)
    phrase = context[start:end].strip(MARK)
    splits = ([part for part in pattern.split(phrase) if part] for pattern in _SPLITS)
    parts = next((found for found in splits if len(found) == count), None)
    if parts is None:
        return None
    parts[-1] = _COUNT_OF.sub(r"\1", parts[-1])
    if parts[0].startswith("第"):  # 第一、二、三产业
        parts = [f"第{part}" if part[0] in _ORDINALS else part for part in parts]
    tail = _tail(parts)
    return (*(tidy(part if _is_headed(part[-4:]) else part + tail) for part in parts[:-1]), tidy(parts[-1]))


_ORDINALS = frozenset("一二三四五六七八九十")
_OWNER = re.compile(r"(?:产业|行业|企业)$")


def _is_headed(part: str) -> bool:
    """Whether a name says what is measured; a branch (高技术产业) says whose it is."""
    return _HEAD_WORD.search(_OWNER.sub("", part)) is not None


def _tail(parts: list[str]) -> str:
    """What the last head adds to its own name: from its first head word on, when the others print none.

    All that follows its own kind, when the others are nothing but kinds.
    """
    partner = _PARTNER.match(parts[-1])
    if partner and all(map(_PARTNER.fullmatch, parts[:-1])):
        return parts[-1][partner.end() :]
    found = list(_HEAD_WORD.finditer(parts[-1], 1))
    if not found or any(map(_is_headed, parts[:-1])):
        return ""
    owners = all(map(_OWNER.search, parts[:-1]))
    if owners and not _is_headed(parts[-1]):
        return ""
    branch = owners and len(found) > 1 and _OWNER.fullmatch(found[0].group())
    start = found[1 if branch else 0].start()
    average = _AVERAGE.search(parts[-1], 1, start)
    return parts[-1][average.start() if average else start :]


def share_out(context: str, count: int, words: Words) -> tuple[tuple[str, ...], str] | None:
    """An indicator that `count` owners share: (owners, indicator).

    `企业、科研机构、高等院校分别投入研发经费为` and `主城都市区、渝东北城镇群的研发经费总量`. Null when the owners are
    not `count`.
    """
    if match := _SHARED.search(context):
        owners, what = context[: match.start()], match.group("what")
    else:
        owners, _, what = context.rpartition("的")
    heads = split_heads(owners, count, words) if owners and what else None
    return (heads, what) if heads else _places_of(context, count)


def _places_of(context: str, count: int) -> tuple[tuple[str, ...], str] | None:
    """`郑州、武汉常住人口` -> ((郑州, 武汉), 常住人口)."""
    parts = _SPLIT.split(context.strip(MARK))[-count:]
    last = find_places(parts[-1])
    if len(parts) != count or not all(map(is_place, parts[:-1])) or not last or last[0].start:
        return None
    what = parts[-1][last[0].end :].strip(MARK + "分别为达")
    return ((*parts[:-1], last[0].name), what) if what else None
