"""Units: what may follow a number, looked up in the unit table, and compounds put together from it."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple

from claimex.lexicon import read_table


class Unit(NamedTuple):
    """A unit as printed, and what it is: code, dimension, the factor to the dimension's base.

    `script` says after which numerals it counts as a unit (see the table's head).
    """

    name: str
    code: str
    dimension: str
    factor: Fraction
    script: str = ""

    @property
    def counts(self) -> bool:
        """Whether it counts things (家, 人次) and does not measure them."""
        return self.dimension.startswith("count")


class _Entry(NamedTuple):
    unit: Unit
    not_before: tuple[str, ...]
    latin: bool


_CANONICAL = {
    "％": "%",
    "个百分点": "百分点",
    "个千分点": "千分点",
    "个基点": "基点",
    "个点": "点",
    "个指数点": "点",
    "指数点": "点",
}
_SCALES = ("万亿", "千万", "百万", "十万", "亿", "万", "千", "百")
_PER = re.compile(r"[/每]")
_LATIN = re.compile(r"[A-Za-z]")
_GOES_ON = re.compile(r"[A-Za-z0-9\-]")


class _Spellings(NamedTuple):
    """The spellings of all units, and by first letter how long they are, longest first."""

    entries: dict[str, _Entry]
    lengths: dict[str, tuple[int, ...]]


@cache
def _spellings() -> _Spellings:
    found: dict[str, _Entry] = {}
    for row in read_table("units"):
        blocked = tuple(row["not_before"].split())
        unit = Unit(row["unit"], row["code"], row["dimension"], Fraction(row["factor"] or "1"), row["script"])
        for spelling in (row["unit"], *row["aliases"].split()):
            name = _CANONICAL.get(spelling, spelling)
            latin = _LATIN.match(spelling[-1]) is not None
            found.setdefault(spelling, _Entry(unit._replace(name=name), blocked, latin))
    lengths: dict[str, set[int]] = {}
    for spelling in found:
        lengths.setdefault(spelling[0], set()).add(len(spelling))
    return _Spellings(found, {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()})


@cache
def first_letters() -> str:
    """The characters a unit may begin with."""
    return "".join(sorted(_spellings().lengths))


def find_unit(text: str, position: int) -> tuple[Unit, int] | None:
    """The longest unit that stands at `position`, and where it ends; None if none does.

    A unit that goes on into another word is none (3人均, 5家庭), nor is a Latin one that goes on into other letters.
    """
    simple = _simple(text, position)
    if simple is None:
        return None
    unit, end = simple
    if text[end : end + 1] in ("/", "每"):
        return _compound(text, unit, end) or simple
    return simple


def _simple(text: str, position: int) -> tuple[Unit, int] | None:
    entries, lengths = _spellings()
    for length in lengths.get(text[position : position + 1], ()):
        end = position + length
        entry = entries.get(text[position:end])
        if entry is None or end > len(text):  # at the text's end a slice is shorter than asked
            continue
        unit, not_before, latin = entry
        if not ((not_before and text.startswith(not_before, end)) or (latin and _GOES_ON.match(text, end))):
            return unit, end
    return None


@cache
def _signs() -> dict[str, tuple[tuple[str, str], ...]]:
    """Signs of money by their last letter, longest first, with the name of their unit."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in read_table("money_signs"):
        found.setdefault(row["sign"][-1], []).append((row["sign"], row["unit"]))
    return {last: tuple(sorted(group, key=lambda sign: -len(sign[0]))) for last, group in found.items()}


def money_sign(text: str, end: int) -> tuple[Unit, int] | None:
    """The unit of the sign of money that ends at `end`, or a blank before it, and where the sign begins."""
    position = end - (text[end - 1 : end] == " ")
    for sign, name in _signs().get(text[position - 1 : position], ()) if position > 0 else ():
        start = position - len(sign)
        if text.endswith(sign, 0, position) and not _LATIN.match(text[max(0, start - 1) : start] or " "):
            found = _simple(name, 0)
            return (found[0], start) if found else None
    return None


def _compound(text: str, unit: Unit, end: int) -> tuple[Unit, int] | None:
    """元/吨, 吨标准煤/万元, 元每平方米: the second unit may carry a scale word."""
    sign = text[end]
    position = end + 1
    scale = next((word for word in _SCALES if text.startswith(word, position)), "")
    if scale and text.startswith(("千瓦", "千克", "千米", "百帕"), position):
        scale = ""
    below = _simple(text, position + len(scale))
    if below is None or (sign == "每" and not unit.dimension.startswith("money")):
        return None
    return _join(unit, sign, scale, below[0]), below[1]


@lru_cache(maxsize=512)
def _join(above: Unit, sign: str, scale: str, below: Unit) -> Unit:
    if above.counts and below.counts and sign == "/" and not scale:  # 537件/套: either of the two, not one per other
        return above._replace(name=f"{above.name}/{below.name}")
    power = 10 ** sum({"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}[word] for word in scale)
    count = f"{power}." if scale else ""
    return Unit(
        f"{above.name}{sign}{scale}{below.name}",
        f"{above.code}/({count}{below.code})" if scale else f"{above.code}/{below.code}",
        f"{above.dimension}/{below.dimension}",
        above.factor / (below.factor * power),
    )
