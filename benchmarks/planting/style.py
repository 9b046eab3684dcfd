"""Errors in how a number is printed, and % for 百分点."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.planting.plant import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

    from claimex.schema import Document

NUMBER = r"\d+(?:\.\d+)?"
UNIT = r"(?:元|美元|人次|人|名|户|家|个|件|项|吨|公斤|亩|公顷|平方米|平方公里|立方米|公里|米|辆|台|套|头|株|次|年|岁)"
HAN = "一二三四五六七八九"
RATIO = re.compile(r"\d%|[率比重速幅度额]")
MOVED = re.compile(
    rf"(?P<verb>提高|提升|上升|下降|回落|降低|加快|放缓|收窄|扩大|上涨)(?:了)?(?P<value>(?P<n>{NUMBER})个百分点)"
)


def _pair(match: re.Match[str]) -> str | None:
    first, second = HAN.index(match["a"]), HAN.index(match["b"])
    return f"{match['a']}、{match['b']}{match['tail']}" if second == first + 1 else None


def _digit_pair(match: re.Match[str]) -> str | None:
    first, second = HAN.index(match["a"]) + 1, HAN.index(match["b"]) + 1
    plain = match["tail"] not in {"十", "百", "千", "万"}
    return f"{first}、{second}{match['tail']}" if second == first + 1 and plain else None


PAIR = re.compile(
    rf"(?<![第〇零{HAN}十百千万初\d星周])(?P<a>[{HAN}])(?P<b>[{HAN}])(?P<tail>十(?!年代)|百|千|个月|个小时|天|米|公里|里|岁|次|名|家|户|斤|吨|倍|成)"
)


def _once(match: re.Match[str]) -> str:
    """甲万元—乙万元 as 甲—乙万元."""
    dash = "—" if match["dash"] == "至" else match["dash"]
    return f"{match['a']}{dash}{match['b']}{match['tail']}"


Form = tuple[str, re.Pattern[str], "Callable[[re.Match[str]], str | None]"]

COMMON: tuple[Form, ...] = (
    (
        "约…多",
        re.compile(
            rf"(?<![签预节条])约(?P<n>\d+0|{NUMBER}(?=[万亿]))(?P<scale>[万亿]?)(?P<unit>{UNIT})(?![多余左—～至])"
        ),
        lambda m: f"约{m['n']}{m['scale']}多{m['unit']}",
    ),
    (
        "截止",
        re.compile(r"截至(?=目前|\d|今[天日年]|去年|上年|本[月周]|北京时间|当地时间|[一二三四五六七八九十]+月)"),
        lambda _: "截止",
    ),
    (
        "增长至N%",
        re.compile(rf"(?P<base>同比|比上年|较上年|比去年同期|比上月)增长(?P<n>{NUMBER})%"),
        lambda m: f"{m['base']}增长至{m['n']}%",
    ),
)
RARE: tuple[Form, ...] = (
    (
        "2—3万元",
        re.compile(
            rf"(?<![\d.])(?P<a>{NUMBER})(?P<scale>[万亿])(?P<unit>{UNIT}?)(?P<dash>[—～~至-])(?P<b>{NUMBER})(?P<tail>(?P=scale){UNIT}?)"
        ),
        _once,
    ),
    (
        "15～30%",
        re.compile(rf"(?<![\d.由从])(?P<a>{NUMBER})%(?P<dash>[—～~至-])(?P<b>{NUMBER})(?P<tail>%)"),
        _once,
    ),
    (
        "下降N倍",
        re.compile(r"(?P<verb>下降|减少|降低)(?P<gap>了?)(?P<n>[2-9])\d?(?:\.\d+)?%"),
        lambda m: f"{m['verb']}{m['gap']}{m['n']}倍",
    ),
    ("二、三米", PAIR, _pair),
    ("3、4个月", PAIR, _digit_pair),
)


def plant_style(doc: Document, rng: Random) -> Edit | None:
    """An estimate said twice, 截止 for 截至, 增长至 for 增长."""
    return _one(COMMON, doc, rng)


def plant_range(doc: Document, rng: Random) -> Edit | None:
    """Ranges that print a scale or % once, 倍 with a decrease, neighbouring numerals with a mark between them."""
    return _one(RARE, doc, rng)


def _one(forms: Sequence[Form], doc: Document, rng: Random) -> Edit | None:
    """One of the forms that the text offers."""
    offered: dict[str, list[Edit]] = {}
    for form, pattern, rewrite in forms:
        for match in pattern.finditer(doc.text):
            new = rewrite(match)
            if new is not None and new != match[0]:
                offered.setdefault(form, []).append(Edit(match.start(), match.end(), new, form))
    return rng.choice(offered[rng.choice(sorted(offered))]) if offered else None


def plant_points(doc: Document, rng: Random) -> Edit | None:
    """% where a ratio moved by points; the ratio stands before it in the sentence, as a figure or by name."""
    places: list[Edit] = []
    for match in MOVED.finditer(doc.text):
        head = re.split(r"[。；\n]", doc.text[max(0, match.start() - 60) : match.start()])[-1]
        if RATIO.search(head):
            form = "beside a level" if re.search(r"%[^%。；]{0,20}$", head) else "by name"
            places.append(Edit(match.start("value"), match.end("value"), f"{match['n']}%", form))
    return rng.choice(places) if places else None
