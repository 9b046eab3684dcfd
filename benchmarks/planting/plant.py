"""What is planted: an edit of one text, exact, so that the strings a finding must quote are known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.checks.interval import Interval, counted, of, step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random

    from claimex.schema import Claim, Document

PRINTED = re.compile(r"\d[\d,]*(?:\.\d+)?")
RATES = {"%", "‰", "％", "百分点", "个百分点"}


@dataclass(frozen=True, slots=True)
class Text:
    """One text to plant an error in."""

    doc_id: str
    text: str
    date: str | None = None
    title: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """`new` stands for `text[start:end]`. `around`: where evidence may stand, if wider. `form`: what sort of error."""

    start: int
    end: int
    new: str
    form: str
    around: tuple[int, int] | None = None

    def apply(self, text: str) -> str:
        """The text with the error in it."""
        return text[: self.start] + self.new + text[self.end :]

    def before(self) -> tuple[int, int]:
        """What the edit concerns, in the original."""
        return self.around or (self.start, self.end)

    def after(self) -> tuple[int, int]:
        """What the edit concerns, in the edited text; at least one character."""
        start, end = self.before()
        end += len(self.new) - (self.end - self.start)
        return start, max(end, start + 1)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of planted error.

    `accepts`: kinds of findings that name it. `copy`: the original stands beside the edited text. `hint`: what a text
    must hold to be looked at.
    """

    name: str
    accepts: frozenset[str]
    find: Callable[[Document, Random], Edit | None]
    hint: re.Pattern[str]
    copy: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """Claims whose printed numbers hold each other: `holds` says whether some intervals, one a claim, still do."""

    claims: tuple[Claim, ...]
    holds: Callable[[tuple[Interval, ...]], bool] = field(compare=False)
    form: str = ""


def figures(doc: Document) -> list[Claim]:
    """Claims printed as one exact number in digits, in order; of two at one place the first."""
    found: list[Claim] = []
    for claim in sorted(doc.claims, key=lambda claim: (claim.start, -claim.end)):
        number = claim.quantity
        plain = number.value is not None and number.bound == "exact" and len(PRINTED.findall(claim.text)) == 1
        if plain and claim.measure != "rank" and (not found or claim.start >= found[-1].end):
            found.append(claim)
    return found


def sentences(doc: Document) -> Iterator[list[Claim]]:
    """The figures of every sentence; a sentence that 其中 opens goes on with the one before."""
    group: list[Claim] = []
    last = -1
    for claim in figures(doc):
        # 2到3米: the first number has no unit of its own
        if claim.text[-1].isdigit():
            continue
        opens = doc.text[claim.sentence.start : claim.sentence.end].lstrip("，, \u3000\n").startswith("其中")
        if claim.sentence.start != last and not opens:
            if group:
                yield group
            group = []
        last = claim.sentence.start
        group.append(claim)
    if group:
        yield group


def unit(claim: Claim) -> str:
    """What makes two figures comparable."""
    return claim.quantity.unit_code or claim.quantity.unit


def is_amount(claim: Claim) -> bool:
    """Whether a figure counts or measures."""
    return claim.quantity.unit not in RATES and claim.quantity.unit not in {"倍", ""}


def digits(claim: Claim) -> int:
    """Significant digits that are printed, zeros at the end of a whole number included."""
    match = PRINTED.search(claim.text)
    return len(re.sub(r"\D", "", match[0]).lstrip("0")) if match else 0


def widened(claim: Claim) -> Interval:
    """A figure's interval and a step more to both sides, which a truncated figure may be off; not for counts."""
    more = Decimal(0) if counted(claim.quantity) else step(claim.quantity)
    return of(claim.quantity).widened(more)


def other_digits(text: str) -> Iterator[str]:
    """The number with one digit changed, in all ways that leave its length."""
    for at, digit in enumerate(text):
        for other in "0123456789":
            leads = at == 0 and other == "0"
            if digit.isdigit() and other != digit and not leads:
                yield text[:at] + other + text[at + 1 :]


def changed(claim: Claim, printed: str, number: str) -> Interval | None:
    """What the figure stands for when `number` is printed in place of `printed`; a step more to both sides."""
    old, new = Decimal(printed.replace(",", "")), Decimal(number.replace(",", ""))
    value = claim.quantity.value
    if value is None or not old or not new:
        return None
    return widened(claim).shifted(new * (value / old) - value)


def break_tie(tie: Tie, rng: Random) -> Edit | None:
    """Change one digit of one of the figures so that no rounding can make them hold."""
    ways = [(at, number) for at, claim in enumerate(tie.claims) for number in other_digits(_number(claim))]
    rng.shuffle(ways)
    plain = [widened(claim) for claim in tie.claims]
    for at, number in ways:
        claim = tie.claims[at]
        now = changed(claim, _number(claim), number)
        if now is not None and not tie.holds((*plain[:at], now, *plain[at + 1 :])):
            return replaced(claim, number, tie.form)
    return None


def replaced(claim: Claim, number: str, form: str) -> Edit:
    """The edit that prints another number in a claim."""
    return Edit(claim.start, claim.end, PRINTED.sub(number, claim.text, count=1), form)


def _number(claim: Claim) -> str:
    match = PRINTED.search(claim.text)
    if match is None:
        raise ValueError(claim.text)
    return match[0]
