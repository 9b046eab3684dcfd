"""What a check is: a rule of the catalogue with its metadata, and what it reports before that becomes a finding."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimex.checks.view import View
    from claimex.schema.finding import Kind, Severity
    from claimex.settings import Settings

Tier = Literal["A", "B", "C"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where a rule fires. `spans`: flow offsets of the evidence; `fields` fill the rule's message."""

    spans: tuple[Span, ...]
    fields: Mapping[str, str] = field(default_factory=dict)
    calculation: str | None = None
    suggestion: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A rule: what it is called, how sure it is, what it says, and the function that looks.

    `tier` as in the catalogue: A is decidable on the string, B needs the claims, C is advice and off by default.
    `zh` and `en` are message templates; `{quote}` is the clause around the first evidence.
    """

    id: str
    kind: Kind
    tier: Tier
    severity: Severity
    find: Callable[[View], Iterator[Hit]]
    zh: str
    en: str

    @property
    def title(self) -> str:
        """The first line of the rule's docstring."""
        return (self.find.__doc__ or self.id).strip().splitlines()[0]


def enabled(settings: Settings, rule: str, kind: str, tier: Tier = "B") -> bool:
    """Whether `settings.rules` leaves a rule on.

    An entry names a rule id (`S05`), a family letter (`S`) or a kind (`number_style`); `-` before it switches off.
    With no entry that switches on, the default set is all but tier C. An id wins over a family or kind, then the last
    entry wins.
    """
    entries = settings.rules
    state = tier != "C" and not any(not entry.startswith("-") for entry in entries)
    for narrow in (False, True):
        for entry in entries:
            name = entry.removeprefix("-")
            fits = name == rule if narrow else name in {kind, rule[:1]}
            if fits:
                state = not entry.startswith("-")
    return state


def unknown_rules(settings: Settings, known: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Entries of `settings.rules` that name no known `(rule id, kind)`."""
    names = {name for rule, kind in known for name in (rule, rule[:1], kind)}
    return tuple(entry for entry in settings.rules if entry.removeprefix("-") not in names)
