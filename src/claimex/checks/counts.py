"""T16: a declared count and the items that follow it or stand before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.checks import boxes, lists, ordinals, series
from claimex.checks.rule import Check, Hit
from claimex.checks.small import small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.view import View

SLOGAN = re.compile(
    r"[“‘](?P<count>[二两三四五六七八九十]{1,2})个?(?P<word>一|[\u4e00-\u9fff]{2,3})(?:、[^”’]{1,8})?[”’]"
)
LISTING = re.compile(
    r"^[^。；，：]{0,12}?(?:[，]|——)?(?:包括|即|就是|也就是|分别是|分别为|：|——|（|，(?P<bare>))[：“]?"
)
OPEN = re.compile(r"等|等等|……|以及其他|之一|在内|之类")


def slogans(view: View) -> Iterator[Hit]:
    """T16, second form: a slogan of N equal beginnings lists N of them (“六个坚持”：坚持…、坚持…).

    反例: “六个坚持”原则，包括坚持…、坚持…、坚持…、坚持…、坚持…。正例: six of them; an open list with 等.
    """
    for match in view.find(SLOGAN):
        declared = small(match["count"]) or 0
        word = match["word"]
        _, end = view.sentence(match.end())
        rest = view.text[match.end() : end]
        items = [
            m.start(1)
            for m in re.finditer(rf"(?:^|[，、；：—“（]|包括|即|就是|分别是|[^\u4e00-\u9fff])({re.escape(word)})", rest)
        ]
        opening = LISTING.match(rest)
        if not items or opening is None or items[0] - opening.end() > 1:
            continue
        if len(items) < 2 or len(items) == declared or abs(len(items) - declared) > 3 or declared < 3:
            continue
        if opening[0].endswith("，") and abs(len(items) - declared) > 1:
            continue
        tail = rest[items[0] :]
        if OPEN.search(tail[-6:]) or re.search(r"等(?!级|同|待|于|等)", tail):
            continue
        last = match.end() + items[-1]
        last_end = last
        while last_end < end and view.text[last_end] not in "、，。；\n”":
            last_end += 1
        fields = lists.fields(declared, len(items))
        yield Hit((match.span(), (last, last_end)), fields, calculation=f"{declared} ≠ {len(items)}")


def count_mismatch(view: View) -> Iterator[Hit]:
    """T16: a declared count equals the items that are listed, and numbered items are not broken off.

    反例: 五类突出问题：一是…四是…; “六个坚持”包括坚持… (five); 京津冀四省市; 四大高地，即甲、乙、丙。
    正例: 四类…四是…; 北京、天津、海南等9地 (等 leaves the list open); 8大行动 with eight; inner lists.
    """
    yield from ordinals.ordinals(view)
    yield from slogans(view)
    yield from lists.after(view)
    yield from lists.before(view)
    yield from series.semicolons(view)
    yield from series.quotes(view)
    yield from series.titles(view)
    yield from series.slogans(view)
    yield from boxes.boxes(view)


CHECKS = (
    Check("T16", "count_mismatch", "B", "error", count_mismatch, "“{quote}”：{why}", "“{quote}”: {en}"),
    Check("T17", "count_mismatch", "B", "warning", lists.slogan, "“{quote}”：{why}", "“{quote}”: {en}"),
)
