"""What a rule is known by before it is tried: the letters that its expressions may begin with.

The letters only spare work. A rule that is tried in vain declines by itself, so a letter too many costs time; one too
few costs mentions, and the tests read every case with all rules and with these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

R = TypeVar("R")


class Opening(NamedTuple, Generic[R]):
    """A rule with its letters. The `names` of a table that it reads begin its expressions too."""

    rule: R
    letters: str = ""
    names: Callable[[], Iterable[str]] = tuple

    def heads(self, length: int) -> set[str]:
        """The first letters of its names."""
        return {name[:length] for name in self.names()}


def by_letter(openings: tuple[Opening[R], ...], *, names: bool = True) -> dict[str, tuple[R, ...]]:
    """Letter -> the rules that it may begin, in their order."""
    known = [(opening.rule, {*opening.letters, *(opening.heads(1) if names else ())}) for opening in openings]
    letters = {letter for _, mine in known for letter in mine}
    return {letter: tuple(rule for rule, mine in known if letter in mine) for letter in letters}
