"""The libraries in the comparison. A new one: a row here, and a file of its name in `adapters/`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Peer:
    """Another library.

    `adapter`: its module in `adapters/`, and the name of its environment. `packages`: what pip installs; none is
    claimex itself, in the Python that runs. `pythons`: the interpreters its wheels are made for, else any.
    `columns`: what it can do at all, of `value`, `unit`, `period` and `taken`.
    """

    name: str
    adapter: str
    packages: tuple[str, ...]
    columns: frozenset[str] = frozenset({"value", "unit", "period", "taken"})
    pythons: tuple[str, ...] = ()

    @property
    def version(self) -> str:
        """The pinned version of its first package."""
        return self.packages[0].partition("==")[2] if self.packages else ""


OWN = Peer("claimex", "claimex", ())
PEERS = (
    Peer("Recognizers-Text", "recognizers", ("recognizers-text-suite==1.0.2a2", "emoji<2", "setuptools<81")),
    Peer("JioNLP (money, time)", "jionlp", ("jionlp==1.5.31", "setuptools<81")),
    Peer(
        "Duckling (pyduckling)",
        "duckling",
        ("pyduckling-native-phihos==0.3.0",),
        pythons=("python3.11", "python3.12", "python3.13", "python3.10", "python3.9"),
    ),
    Peer("cn2an (given the mentions)", "cn2an", ("cn2an==0.5.24",), columns=frozenset({"value", "taken"})),
    Peer("dateparser", "dateparser", ("dateparser==1.5.0",), columns=frozenset({"period"})),
)
