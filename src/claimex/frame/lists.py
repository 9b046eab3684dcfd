"""Lists that stand before several numbers: `A、B和C分别增长6.1%、18.5%、22.8%`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.frame.phrase import MARK, left_phrase
from claimex.frame.tidy import tidy

if TYPE_CHECKING:
    from claimex.frame.phrase import Words

_SPLIT = re.compile(r"、|以及|和|及|与")
_HEAD_WORD = re.compile(
    r"(增加值|零售额|贸易额|规模|浓度|收入|支出|投资|产量|销量|销售额|总额|总量|数量|人数|比重|占比|增速|贷款|余额|存款|货运|客运|企业|产业|价格|指数|面积|用电量|进出口|出口|进口)"
)


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of a list, one per number, in order; `shared` is what they have in common."""

    items: tuple[str, ...]
    shared: str = ""


def split_heads(context: str, count: int, words: Words) -> Heads | None:
    """`count` heads at the right end of a left context, or null when there are not as many.

    A tail that only the last head prints is given to the others (`国内、国际货运规模` -> 国内货运规模, 国际货运规模).
    """
    start, end = left_phrase(context, words)
    phrase = context[start:end].strip(MARK)
    parts = [part for part in _SPLIT.split(phrase) if part]
    while len(parts) < count and start > 0:
        return None
    if len(parts) != count:
        return None
    tail = _tail(parts)
    items = [*(tidy(part if _HEAD_WORD.search(part[-4:]) or not tail else part + tail) for part in parts[:-1])]
    return Heads((*items, tidy(parts[-1])), tail)


def _tail(parts: list[str]) -> str:
    """What the last head adds to its own name: from its first head word on, when the others print none."""
    match = _HEAD_WORD.search(parts[-1], 1)
    if match is None or any(_HEAD_WORD.search(part) for part in parts[:-1]):
        return ""
    return parts[-1][match.start() :]
