"""The places of a page, in order of position."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claimex.frame.places import NATION, Place, find_places

if TYPE_CHECKING:
    from claimex.frame.page import Page

DIVISIONS = frozenset({"province", "city", "county"})
ABROAD = frozenset({"country", "abroad"})


class Atlas:
    """Finds the places of a page once, and answers which stand where."""

    def __init__(self, page: Page) -> None:
        self.text = page.flow.text
        self.places = find_places(self.text)
        self.divisions = frozenset(place.name for place in self.places if place.level in DIVISIONS)
        self._regions = frozenset(place.name for place in self.places if place.level == "region")
        self.provinces: dict[str, set[str]] = {}
        for place in self.places:
            self.provinces.setdefault(place.name, set()).add(place.province)
        self._starts = [place.start for place in self.places]

    def inside(self, start: int, end: int) -> list[Place]:
        """The places that start inside `start:end`."""
        return self.places[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def is_wide(self, home: str | None) -> bool:
        """Whether a home is no division: the nation, a region, or nowhere in particular."""
        return home in {None, NATION} or home in self._regions
