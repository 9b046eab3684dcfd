"""One error each: where a text holds something a checker should keep an eye on, print it wrong.

The places are found by their numbers and by plain patterns, not by the rules that look for the errors.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator, Sequence

    from claimex import Claim, Document

HAN = "一二三四五六七八九十"
RECOMPUTED = frozenset(
    {
        *("sum_mismatch", "share_mismatch", "growth_mismatch", "difference_mismatch", "total_mismatch"),
        *("cumulative_mismatch", "impossible_value"),
    }
)
CONFLICT = frozenset({"value_conflict", "value_revision"})
COPY_LENGTH = 250
POINTS = re.compile(
    r"(?:[率重比例额度速幅]|占[^，。；]{2,12}的)(?:[为达到至是]{0,2}\d[\d.]*%)?[，,]?[^，。；\d]{0,14}?(\d+(?:\.\d+)?)个百分点"
)
DECLARED = re.compile(rf"([{HAN[2:9]}])(?:个|大|类|项|点|条)[^。，；：\n]{{1,14}}[：。]\n?(?=一是|第一，)")
CLOSED = re.compile(
    rf"(?:[\u4e00-\u9fff]{{2,8}}、){{2,7}}[\u4e00-\u9fff]{{2,8}}([{HAN[2:9]}]|(?<!\d)[3-9])(?=省|市|国|地|[个大项类名位][\u4e00-\u9fff])"
)
APPROXIMATE = re.compile(r"(?<![约近超过逾])(?<!\d)\d{2,}(?=[多余](?:人|家|名|个|项|亩|公里|件|吨|万))")
RANGE = re.compile(r"(\d+(?:\.\d+)?)(%|万|亿)(?=[—～]\d+(?:\.\d+)?\2)")
UNTIL = re.compile(r"(?<=[，。；\n])截至(?=目前|\d|今年|去年)")
SYNONYMS = (
    *(("提升", "提高"), ("推进", "推动"), ("集聚", "汇聚"), ("实施", "开展"), ("加强", "强化"), ("扩大", "拓展")),
    *(("促进", "推进"), ("完善", "健全"), ("举行", "举办"), ("发布", "公布"), ("表示", "指出"), ("建设", "打造")),
)
NAMES = re.compile(
    r"(?:记者|主任|部长|书记|教授|院士|队长|负责人)([王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗][\u4e00-\u9fff])(?=[\u4e00-\u9fff][，。、说介表])"
)


@dataclass(frozen=True, slots=True)
class Plant:
    """A text with one error, the stretch that is wrong now, and the kinds of finding that name it."""

    kind: str
    text: str
    wrong: str
    accepted: frozenset[str]
    copy: bool = False


def _cut(doc: Document, start: int, end: int, text: str) -> str:
    return doc.text[:start] + text + doc.text[end:]


def _other_digit(printed: str, rng: random.Random) -> str:
    """The figure with one digit printed otherwise; the first digits matter most, the last may be rounding."""
    places = [i for i, char in enumerate(printed) if char.isdigit()]
    at = rng.choice(places[: max(1, len(places) - 1)])
    return printed[:at] + rng.choice([d for d in "123456789" if d != printed[at]]) + printed[at + 1 :]


def _exact(claim: Claim) -> bool:
    quantity = claim.quantity
    return quantity.bound == "exact" and quantity.value is not None and bool(quantity.ulp) and claim.text[0].isdigit()


def _relations(claims: Sequence[Claim]) -> Iterator[tuple[Claim, ...]]:
    """Figures of one stretch that add up, divide or differ as printed, whatever the words say."""
    amounts = [c for c in claims if _exact(c) and c.quantity.unit not in {"%", "‰", "百分点", "个百分点", "倍"}]
    rates = [c for c in claims if _exact(c) and c.quantity.unit == "%"]
    for whole in amounts:
        later = [c for c in amounts if c.start > whole.start and c.quantity.unit_code == whole.quantity.unit_code][:5]
        for size in range(2, len(later) + 1):
            if _holds(_value(whole), _total(later[:size]), sum(map(_step, later[:size]), start=Decimal(0))):
                yield (whole, *later[:size])
        for change, rate in combinations([*later[:2], *rates], 2):
            if change in later and rate in rates and whole.start < change.start < rate.start:
                yield from _divides(whole, change, rate)


def _divides(whole: Claim, part: Claim, rate: Claim) -> Iterator[tuple[Claim, ...]]:
    level, change = _value(whole), _value(part)
    if not 0 < change < level or rate.start - whole.start > 90:
        return
    tested = (change / level * 100, change / (level - change) * 100)
    if any(abs(value - _value(rate)) <= _step(rate) * Decimal("0.6") for value in tested) and _digits(part) > 1:
        yield whole, part, rate


def _value(claim: Claim) -> Decimal:
    return claim.quantity.value or Decimal(0)


def _step(claim: Claim) -> Decimal:
    return claim.quantity.ulp or Decimal(0)


def _total(claims: Sequence[Claim]) -> Decimal:
    return sum(map(_value, claims), start=Decimal(0))


def _digits(claim: Claim) -> int:
    return sum(char.isdigit() for char in claim.text)


def _holds(whole: Decimal, parts: Decimal, step: Decimal) -> bool:
    return abs(whole - parts) <= step / 2 and whole >= 300 * step


def arithmetic(doc: Document, rng: random.Random) -> Plant | None:
    """One digit of a figure that took part in a relation, so that the relation no longer holds."""
    found: list[tuple[Claim, ...]] = []
    for paragraph in re.finditer(r"[^\n]+", doc.text):
        inside = [c for c in doc.claims if paragraph.start() <= c.start and c.end <= paragraph.end()]
        found += [r for r in _relations(inside[:24]) if r[-1].end - r[0].start < 220]
    for relation in rng.sample(found, len(found)):
        target = rng.choice(relation)
        wrong = _other_digit(target.text, rng)
        if _broken(relation, target, wrong):
            text = _cut(doc, target.start, target.end, wrong)
            return Plant("one digit of a sum, share or growth", text, wrong, RECOMPUTED)
    return None


def _broken(relation: tuple[Claim, ...], target: Claim, wrong: str) -> bool:
    """Whether the relation fails by more than rounding once `target` is printed as `wrong`."""
    old, new = (Decimal(re.sub(r"[^\d.]", "", text)) for text in (target.text, wrong))
    if not old:
        return False
    values = [_value(c) * (new / old if c is target else 1) for c in relation]
    if relation[-1].quantity.unit == "%":
        whole, part, rate = values
        if not 0 < part < whole:
            return True
        tested = (part / whole * 100, part / (whole - part) * 100)
        return all(abs(value - rate) > 2 * _step(relation[-1]) + rate / 20 for value in tested)
    steps = sum(map(_step, relation), start=Decimal(0))
    return abs(values[0] - sum(values[1:], start=Decimal(0))) > 2 * steps


def _by_pattern(pattern: re.Pattern[str], doc: Document, rng: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(doc.text))
    return rng.choice(found) if found else None


def points(doc: Document, rng: random.Random) -> Plant | None:
    """% for 百分点 behind a ratio."""
    match = _by_pattern(POINTS, doc, rng)
    if match is None:
        return None
    wrong = f"{match[1]}%"
    return Plant("% for 百分点", _cut(doc, match.start(1), match.end(), wrong), wrong, frozenset({"unit_misuse"}))


def declared(doc: Document, rng: random.Random) -> Plant | None:
    """A head that declares one item more than 一是…N是 has."""
    match = _by_pattern(DECLARED, doc, rng)
    if match is None or f"{match[1]}是" not in doc.text[match.end() : match.end() + 2500]:
        return None
    wrong = HAN[HAN.index(match[1]) + 1]
    text = _cut(doc, match.start(1), match.end(1), wrong)
    return Plant("declared count", text, wrong + match[0][1:3], frozenset({"count_mismatch"}))


def dropped(doc: Document, rng: random.Random) -> Plant | None:
    """An item lost from a list that says how many it has."""
    match = _by_pattern(CLOSED, doc, rng)
    if match is None:
        return None
    items = match[0][: match.start(1) - match.start()].split("、")
    count = int(match[1]) if match[1].isdecimal() else HAN.index(match[1]) + 1
    if len(items) != count or any(re.search(r"[和与及等]", item) for item in items):
        return None
    lost = rng.randrange(1, len(items))
    kept = "、".join(item for i, item in enumerate(items) if i != lost)
    text = _cut(doc, match.start(), match.start(1), kept)
    return Plant("dropped list item", text, match[1], frozenset({"count_mismatch"}))


def style(doc: Document, rng: random.Random) -> Plant | None:
    """A doubled approximator, a range without its first % or 万, 截止 for 截至."""
    kind = frozenset({"number_style"})
    for pattern in rng.sample((APPROXIMATE, RANGE, UNTIL), 3):
        match = _by_pattern(pattern, doc, rng)
        if match is None:
            continue
        if pattern is APPROXIMATE:
            return Plant("约…多", _cut(doc, match.start(), match.start(), "约"), "约" + match[0], kind)
        if pattern is RANGE:
            return Plant("2—3万", _cut(doc, match.start(2), match.end(2), ""), match[1], kind)
        return Plant("截止 for 截至", _cut(doc, match.start(), match.end(), "截止"), "截止", kind)
    return None


def copied_figure(doc: Document, rng: random.Random) -> Plant | None:
    """A second print with one digit of a figure changed."""
    figures = [c for c in doc.claims if _exact(c) and _digits(c) > 1 and c.quantity.unit]
    if len(doc.text) < COPY_LENGTH or not figures:
        return None
    target = rng.choice(figures)
    wrong = _other_digit(target.text, rng)
    return Plant("a digit in a copy", _cut(doc, target.start, target.end, wrong), wrong, CONFLICT, copy=True)


def copied_scale(doc: Document, rng: random.Random) -> Plant | None:
    """A second print with 万 for 亿 or 亿 for 万."""
    figures = [c for c in doc.claims if _exact(c) and re.search(r"\d[万亿]", c.text) and "万亿" not in c.text]
    if len(doc.text) < COPY_LENGTH or not figures:
        return None
    target = rng.choice(figures)
    wrong = target.text.translate(str.maketrans("万亿", "亿万"))
    return Plant("a scale word in a copy", _cut(doc, target.start, target.end, wrong), wrong, CONFLICT, copy=True)


def copied_word(doc: Document, rng: random.Random) -> Plant | None:
    """A second print with another word of the same sense."""
    places = [(m, new) for old, new in SYNONYMS for m in re.finditer(old, doc.text)]
    if len(doc.text) < COPY_LENGTH or not places:
        return None
    match, wrong = rng.choice(places)
    text = _cut(doc, match.start(), match.end(), wrong)
    return Plant("a word in a copy", text, wrong, frozenset({"wording_variant"}), copy=True)


def copied_name(doc: Document, rng: random.Random) -> Plant | None:
    """A second print with another character in a person's name."""
    match = _by_pattern(NAMES, doc, rng)
    if len(doc.text) < COPY_LENGTH or match is None:
        return None
    wrong = match[1][0] + rng.choice([c for c in "伟宏洪军君明铭英瑛" if c != match[1][1]])
    text = _cut(doc, match.start(1), match.end(1), wrong)
    return Plant("a name in a copy", text, wrong, frozenset({"name_variant", "wording_variant"}), copy=True)


PLANTERS: tuple[Callable[[Document, random.Random], Plant | None], ...] = (
    *(arithmetic, points, declared, dropped, style),
    *(copied_figure, copied_scale, copied_word, copied_name),
)
