"""Levels that a text implies: 5849家，比上年增加855家 says 4994家 for the year before; others may say otherwise."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.checks import interval
from claimex.checks.dimension import unit_of
from claimex.checks.wording import BREAK

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Mapping, Sequence

    from claimex.checks.comparable import Figure, Key
    from claimex.checks.interval import Interval
    from claimex.schema.claim import Claim
    from claimex.schema.document import Document

PERIOD = 2
"""Where a figure's key holds its period."""


@dataclass(frozen=True, slots=True)
class Implied:
    """The level of the year before, implied by a level and its change; `values` can be it."""

    level: Figure
    change: Claim
    key: Key
    values: Interval


def implied(docs: Sequence[Document], figures: Mapping[str, Figure]) -> Iterator[tuple[Implied, Figure]]:
    """Implied levels, each with a printed one of another document that cannot be it; `figures` by claim id.

    Only absolute changes against the year before (比上年增加) in the clause right behind the level: a rate may be at
    constant prices or on another coverage. Nothing is said where documents print several values for that year.
    """
    printed: dict[Key, list[Figure]] = defaultdict(list)
    found: list[Implied] = []
    for doc in docs:
        for at, claim in enumerate(doc.claims):
            item = figures.get(claim.id)
            if item is None or not interval.exact(claim.quantity) or claim.measure != "level":
                continue
            printed[item.key].append(item)
            change = doc.claims[at + 1] if at + 1 < len(doc.claims) else None
            if change is not None:
                found += _implied(doc, item, change)
    for one in found:
        others = printed.get(one.key, [])
        if len({other.value for other in others}) == 1 and not one.values.overlaps(others[0].values):
            yield one, others[0]


def _implied(doc: Document, level: Figure, change: Claim) -> Iterator[Implied]:
    between = doc.text[level.claim.end : change.start]
    fits = (
        change.measure == "change"
        and change.basis == "yoy"
        and change.direction in {"up", "down"}
        and interval.exact(change.quantity)
        and change.sentence.start == level.claim.sentence.start
        and len(BREAK.findall(between)) == 1
        and unit_of(change) == unit_of(level.claim)
    )
    period = level.claim.period
    before = _year_before(level.key, period.start, period.end) if period is not None and period.end else None
    if not fits or before is None:
        return
    step = interval.of(change.quantity).scaled(level.factor)
    values = level.values - step if change.direction == "up" else level.values + step
    yield Implied(level=level, change=change, key=before, values=values)


def _year_before(key: Key, start: dt.date | None, end: dt.date) -> Key | None:
    """The key of the same figure a year earlier; null for works, which have no period, and for 29 February."""
    if key[0] == "lasting" or (start and start.day == 29) or (end.month == 2 and end.day > 27):
        return None
    old = f"{start.replace(year=start.year - 1) if start else ''}..{end.replace(year=end.year - 1)}"
    mark = "@" if key[PERIOD].endswith("@") else ""
    return (*key[:PERIOD], old + mark, *key[PERIOD + 1 :])
