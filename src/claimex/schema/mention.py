"""What the middle stages find in the flowing text; all offsets are flow offsets of the text they were given."""

from __future__ import annotations

from typing import Literal

from claimex.schema.base import Record
from claimex.schema.quantity import Period, Quantity  # noqa: TC001 (pydantic reads the annotation)

QuantityKind = Literal["amount", "percent", "point", "multiple", "rank", "ratio"]
Grain = Literal["day", "week", "month", "quarter", "half", "year", "years", "season", "plan", "era", "span"]
TimeKind = Literal["absolute", "relative", "anaphoric", "comparison", "deadline", "as_of", "since", "vague"]


class Token(Record):
    """A word. `start`, `end`: flow offsets."""

    start: int
    end: int
    text: str


class Sentence(Record):
    """A sentence of one block. `block` is the index into `Flow.blocks`."""

    start: int
    end: int
    block: int


class QuantityMention(Record):
    """A quantity as it stands in a text.

    `start`, `end`, `text`: the mention by the annotation guideline: number, scale word, unit, and an approximator that
    stands inside or ends the number; a leading one (约, 超过) sets `quantity.bound` and starts at `cue_start`.
    `rule`: which rule found it. `kind`: what sort of number it is (`amount` counts and measures).
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    kind: QuantityKind = "amount"
    rule: str = ""
    cue_start: int | None = None


class PeriodMention(Record):
    """A time expression as it stands in a text.

    `kind`: how it was resolved. `comparison` periods (比上年, 较2020年, 同比) say what a figure is compared with and
    never when it holds; `deadline` is 到2027年; `as_of` is 截至6月底; `since` is 自2020年以来.
    """

    start: int
    end: int
    text: str
    period: Period
    grain: Grain = "day"
    kind: TimeKind = "absolute"
    rule: str = ""
