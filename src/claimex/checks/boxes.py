"""T16 on boxes: a headline that counts, and the bullets under it."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from claimex.checks.lists import fields
from claimex.checks.rule import Hit
from claimex.checks.small import COUNT, small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.view import View

HEAD = re.compile(
    rf"[^，。；：\d一二三四五六七八九十]{{0,14}}(?:\d{{4}}年[^，。；：\d]{{0,14}})?“?(?P<count>{COUNT})”?"
    r"(?:个|大|项|类|条|种|方面)[\u4e00-\u9fff]{2,10}[:：]?"
)


def boxes(view: View) -> Iterator[Hit]:
    """Bullets under a headline that says how many there are.

    反例: 4个发展定位 with three bullets. 正例: four bullets; a headline without bullets; a box of other things.
    """
    blocks = view.blocks
    for index, block in enumerate(blocks):
        if block.kind == "item" or block.end - block.start > 30:
            continue
        match = HEAD.fullmatch(view.text, block.start, block.end)
        if match is None:
            continue
        items = list(takewhile(lambda b: b.kind == "item", blocks[index + 1 :]))
        declared = small(match["count"]) or 0
        if len(items) < 2 or len(items) == declared or abs(len(items) - declared) > 2:
            continue
        last = (items[-1].start, min(items[-1].end, items[-1].start + 40))
        yield Hit(
            ((block.start, block.end), last),
            fields(declared, len(items)),
            calculation=f"{declared} ≠ {len(items)}",
            severity="warning",
        )
