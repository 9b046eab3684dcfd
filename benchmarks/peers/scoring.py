"""How a peer's rows are counted against the labelled ones: pure functions over rows.

In doubt the peer is right: any mention that overlaps a labelled one may have its value; a share may be 0.122 or 12.2;
any of several days that it offers may be the one; ordinals and durations are not held against it, nor are numbers
inside a time that it reads itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.score import quantity_matches

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.peers.corpora import Text

Row = dict[str, Any]
Rows = dict[str, list[Row]]


@dataclass(frozen=True)
class Counts:
    """Labelled quantities of which the value, and value and unit, were found; times found; mentions of no quantity."""

    value: int
    unit: int
    period: int
    taken: int


def count(texts: Sequence[Text], found: Sequence[Rows]) -> Counts:
    """The figures of one peer over one corpus."""
    value = unit = period = taken = 0
    for text, rows in zip(texts, found, strict=True):
        for row in text.quantities:
            near = [have for have in rows["quantities"] if overlap(have, row)]
            value += any(same_value(have, row) for have in near)
            unit += any(same_value(have, row) and same_unit(have, row) for have in near)
        period += sum(is_found(row, rows["times"]) for row in text.times)
        taken += sum(1 for _ in false_quantities(text, rows))
    return Counts(value, unit, period, taken)


def overlap(left: Row, right: Row) -> bool:
    """Whether two stretches share a character."""
    return bool(left["start"] < right["end"] and right["start"] < left["end"])


def same_value(have: Row, want: Row) -> bool:
    """One number, or the two ends of a range; the unit is not looked at."""
    values = have["values"]
    sizes = {1: ("value",), 2: ("low", "high")}
    if len(values) not in sizes:
        return False
    shares = (1, 100) if want.get("unit") == "%" else (1,)
    return any(
        quantity_matches(
            {**dict(zip(sizes[len(values)], _times(values, factor), strict=True)), "unit": want.get("unit")}, want
        )
        for factor in shares
    )


def _times(values: Sequence[str], factor: int) -> list[str]:
    if factor == 1:
        return list(values)
    try:
        return [str(float(value) * factor) for value in values]
    except ValueError:
        return list(values)


def same_unit(have: Row, want: Row) -> bool:
    """One unit, by the gold scorer's own table of equal units."""
    nothing = {"value": None, "low": None, "high": None}
    units = (want.get("unit"), *(want.get("alt") or {}).get("unit", ()))
    return any(quantity_matches({**nothing, "unit": have["unit"]}, {**nothing, "unit": unit}) for unit in units)


def is_found(want: Row, times: Sequence[Row]) -> bool:
    """A time that overlaps it and offers its days; of a deadline or a state the last day is enough."""
    return any(_same_days(span, want) for have in times if overlap(have, want) for span in have["spans"])


def _same_days(span: Sequence[str | None], want: Row) -> bool:
    first, last = want["first"], want["last"]
    return span[1] == last if first is None else (span[0], span[1]) == (first, last)


def false_quantities(text: Text, rows: Rows) -> Iterator[Row]:
    """Mentions on codes, dates, names and fixed words, each place once."""
    known = [*text.quantities, *text.allowed, *rows["times"]]
    for have in rows["quantities"] if text.judged else ():
        if have["firm"] and not any(overlap(have, other) for other in known):
            known.append(have)
            yield have
