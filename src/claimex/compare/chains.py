"""Where two texts run parallel: exact matches strung into chains, whatever the order of the pages they stand on.

A page that interleaves three articles, repeats itself and prints its lead at the end still yields one chain for each
stretch: a match joins the chain that it continues, and what stands between two matches of a chain is a difference.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SEED = 8
"""Characters of the shortest exact match: one more than most institution names, so that these alone start nothing."""
PLACES = 12
"""Places of one seed in a text that are tried; a phrase that stands more often says nothing about where it belongs."""
GAP = 60
"""Characters of a rewritten stretch over which a chain goes on."""
LONG_GAP = 600
"""Characters that one print may lack before the chain counts as ended."""
SLIVER = 10
"""What the other print may have in the place of a long loss."""
LOOK_BACK = 24
"""Open chains that a match is tried against."""


@dataclass(frozen=True, slots=True)
class Match:
    """`a[a:a+size] == b[b:b+size]`."""

    a: int
    b: int
    size: int

    @property
    def a_end(self) -> int:
        """Where the match ends in the first text."""
        return self.a + self.size

    @property
    def b_end(self) -> int:
        """Where the match ends in the second text."""
        return self.b + self.size


@dataclass(slots=True)
class Chain:
    """Matches that follow one another in both texts."""

    matches: list[Match] = field(default_factory=list)

    @property
    def common(self) -> int:
        """Characters matched."""
        return sum(match.size for match in self.matches)


class Index:
    """Where each seed of a text stands; made once for a text that is compared with several."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._places: dict[str, list[int]] = {}
        for start in range(len(text) - SEED + 1):
            self._places.setdefault(text[start : start + SEED], []).append(start)

    def places(self, seed: str) -> list[int]:
        """Starts of a seed, all of them unless it is a phrase that stands everywhere."""
        found = self._places.get(seed, [])
        return found if len(found) <= PLACES else []


def chains(index: Index, other: str, *, least: int, earlier: bool = False) -> list[Chain]:
    """The chains between a text and another, each with at least `least` characters in common, in the other's order.

    `earlier`: the other is the text itself, and each of its places is compared with those before it; no chain runs into
    its own second place or over a longer loss.
    """
    open_chains: list[Chain] = []
    done: list[Chain] = []
    for match in _matches(index, other, earlier=earlier):
        best: tuple[int, Chain, Match] | None = None
        for chain in open_chains:
            if earlier and (match.a_end > chain.matches[0].b or match.b - chain.matches[-1].b_end > GAP):
                continue
            joined = _joined(chain.matches[-1], match)
            if joined is not None and (best is None or _jump(chain.matches[-1], joined) < best[0]):
                best = _jump(chain.matches[-1], joined), chain, joined
        if best is None:
            open_chains.append(Chain([match]))
        else:
            _, chain, joined = best
            chain.matches.append(joined)
            open_chains.remove(chain)
            open_chains.append(chain)
        while len(open_chains) > LOOK_BACK:
            done.append(open_chains.pop(0))
    found = [chain for chain in (*done, *open_chains) if chain.common >= least]
    return sorted(found, key=lambda chain: (chain.matches[0].b, chain.matches[0].a))


def covered(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, overlapping ones merged."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _matches(index: Index, other: str, *, earlier: bool) -> Iterator[Match]:
    """Maximal matches in the order of the other text, none overlapping there; of several the one that goes on."""
    text, at, last = index.text, 0, None
    while at <= len(other) - SEED:
        best: Match | None = None
        for place in index.places(other[at : at + SEED]):
            if earlier and place >= at:
                break
            match = Match(place, at, _run(text, place, other, at))
            if best is None or _rank(match, last) > _rank(best, last):
                best = match
        if best is None:
            at += 1
        else:
            yield best
            at, last = best.b_end, best


def _rank(match: Match, last: Match | None) -> tuple[int, int]:
    """A match that continues the last one beats a slightly longer one elsewhere."""
    near = last is not None and _joined(last, match) is not None
    return match.size + (4 * SEED if near else 0), -match.a


def _run(a: str, i: int, b: str, j: int) -> int:
    """How long `a` from `i` and `b` from `j` are the same; doubling slices, then halving."""
    size, step = SEED, SEED
    while True:
        piece = a[i + size : i + size + step]
        if piece and piece == b[j + size : j + size + len(piece)]:
            size += len(piece)
            step *= 2
        elif step > 1:
            step //= 2
        else:
            return size


def _joined(last: Match, match: Match) -> Match | None:
    """The match as it follows the last one, or null if it does not.

    创新发展 became 创新驱动创新发展: both ends claim the 创新 of the shorter print, so the second gives it up.
    """
    overlap = max(last.a_end - match.a, 0)
    if overlap:
        if overlap > match.size - SEED // 2:
            return None
        match = Match(match.a + overlap, match.b + overlap, match.size - overlap)
    small, large = sorted((match.a - last.a_end, match.b - last.b_end))
    return match if large <= GAP or (large <= LONG_GAP and small <= SLIVER) else None


def _jump(last: Match, match: Match) -> int:
    gap_a, gap_b = match.a - last.a_end, match.b - last.b_end
    return abs(gap_a - gap_b) + gap_b
