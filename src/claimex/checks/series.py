"""T16 on series without 、: A；B；C behind a colon, “甲”“乙”“丙”, and slogans whose items end or begin alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.checks.lists import CONNECT, fields
from claimex.checks.rule import Hit
from claimex.checks.small import COUNT, ORDER, small

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.view import View

HEADS = (
    r"建议|意见|措施|举措|任务|要求|原则|目标|倡议|主张|问题|结论|经验|启示|共识|方面|内容|工作|行动|"
    r"条件|标准|规定|机制|特点|特征|变化|趋势|优势|原因|理由|希望|承诺|职责|制度|情形"
)
SEMICOLONS = re.compile(
    rf"(?<![第\d.一二两三四五六七八九十百千万约近超余])(?P<count>{COUNT})"
    rf"(?P<noun>(?:个|大|项|类|种|条|点)?(?:[\u4e00-\u9fff]{{0,6}}?)(?:{HEADS}))[：](?P<body>[^。：\n]{{6,400}})。"
)
NUMBERED = re.compile(rf"(?:^|[，；])(?:第?{ORDER}(?:是|要|、|，)|[（(]?\d{{1,2}}[）).、]|[（(]{ORDER}[）)]|首先|其次)")
OPEN_END = re.compile(r"(?:等|等等|……)$")
QUOTES = re.compile(
    rf"(?P<list>(?:“[^“”\n]{{1,16}}”){{2,}})(?:这|等)?(?P<count>{COUNT})"
    rf"(?P<noun>(?:个|大|项|类|种|条|部|家|支|座)[\u4e00-\u9fff]{{1,6}}?)(?=[，。；、：的]|$)"
)
TITLES = re.compile(
    rf"(?<![第\d.一二两三四五六七八九十百千万约近超余])(?P<count>{COUNT})(?P<noun>(?:个|份|部|项|种)[\u4e00-\u9fff]{{1,6}})"
    r"(?:：|，即|，分别是|，包括)(?P<list>(?:《[^《》\n]{1,30}》[、和及]?){2,})(?=[。；\n]|$)"
)
NOUN_SLOGAN = re.compile(
    rf"“(?P<count>{ORDER})(?P<classifier>张|大|个|项|类|本|条|份|支|座|本)?(?P<noun>[\u4e00-\u9fff]{{1,4}}?)”"
    r"[\u4e00-\u9fff]{0,4}(?:：|——|（|，(?:即|包括|分别是|分别为))(?P<body>[^。；：（）\n]{4,120})"
)
WORD_SLOGAN = re.compile(
    rf"(?P<count>{ORDER})个(?:“(?P<quoted>[\u4e00-\u9fff]{{2,3}})”|"
    r"(?P<word>必须|坚持|统筹|聚焦|确保|更加|进一步|结合|着力|推动|始终|转变))"
    r"(?:：|，即|——)(?P<body>[^。；：\n]{6,200})"
)


def semicolons(view: View) -> Iterator[Hit]:
    """七条建议：甲；乙；丙。: the items stand between ；, without numbers.

    反例: 七条建议 with six items. 正例: seven; numbered items (told elsewhere); a list that ends in 等.
    """
    for match in view.find(SEMICOLONS):
        body, declared = match["body"], small(match["count"]) or 0
        items = body.split("；")
        found = len(items)
        if found < 3 or declared < 3 or declared == found or abs(declared - found) > 1:
            continue
        if NUMBERED.search(body) or OPEN_END.search(body) or any(len(item) < 4 for item in items):
            continue
        last = match.end() - 1
        yield Hit(
            ((match.start("count"), match.end("noun")), (last - len(items[-1]), last)),
            fields(declared, found),
            calculation=f"{declared} ≠ {found}",
            severity="warning",
        )


def quotes(view: View) -> Iterator[Hit]:
    """“启航”“远征”“新程”三个单元: quoted names set side by side.

    反例: three of them and 四个单元. 正例: three; a count far from the number of names; 等 before the count.
    """
    for match in view.find(QUOTES):
        names = re.findall("“[^“”]+”", match["list"])
        declared = small(match["count"]) or 0
        before = view.text[match.start("list") - 1 : match.start("list")]
        if "等" in view.text[match.end("list") : match.start("count")] or before in {"、", "”", "和", "与", "及"}:
            continue
        if declared < 3 or abs(declared - len(names)) != 1:
            continue
        yield Hit(
            ((match.start("count"), match.end("noun")), match.span("list")),
            fields(declared, len(names)),
            calculation=f"{declared} ≠ {len(names)}",
            severity="warning",
        )


def titles(view: View) -> Iterator[Hit]:
    """三个文件：《甲》《乙》《丙》: titles of books and papers side by side, whatever stands between them.

    反例: 四个文件 with three titles. 正例: three; 等 behind them; a count far from their number.
    """
    for match in view.find(TITLES):
        found, declared = match["list"].count("《"), small(match["count"]) or 0
        if abs(declared - found) == 1:
            yield Hit(
                ((match.start("count"), match.end("noun")), match.span("list")),
                fields(declared, found),
                calculation=f"{declared} ≠ {found}",
                severity="warning",
            )


def slogans(view: View) -> Iterator[Hit]:
    """“三张清单”：甲清单、乙清单、丙清单 and 四个必须：必须…，必须…: items that end or begin as the slogan says.

    反例: “四张清单” with three; 四个必须 with three. 正例: as many as said; items that do not all say it; 等.
    """
    for match in view.find(NOUN_SLOGAN):
        items = [piece for item in match["body"].split("、") for piece in CONNECT.split(item)]
        items[-1] = re.split("[，,]", items[-1])[0]
        noun = match["noun"]
        if len(noun) >= 2 and len(items) >= 2 and all(item.endswith(noun) and item != noun for item in items):
            yield from _told(view, match, len(items), items[-1])
    for match in view.find(WORD_SLOGAN):
        word = match["quoted"] or match["word"]
        items = re.split("[，、]", match["body"])
        said = [item for item in items if item.startswith(word)]
        if len(said) >= 2 and items[0].startswith(word) and len(said) == len(items):
            yield from _told(view, match, len(said), said[-1])


def _told(view: View, match: re.Match[str], found: int, last: str) -> Iterator[Hit]:
    declared = small(match["count"]) or 0
    if OPEN_END.search(match["body"]) or "等" in last or not 0 < abs(declared - found) <= 2 or declared < 2:
        return
    at = view.text.rfind(last, match.start("body"), match.end("body"))
    yield Hit(
        ((match.start(), match.start("body")), (at, at + len(last))),
        fields(declared, found),
        calculation=f"{declared} ≠ {found}",
        severity="error" if abs(declared - found) == 1 else "warning",
    )
