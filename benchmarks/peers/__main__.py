"""Claimex beside other libraries, in one command: `python -m benchmarks.peers`.

Each peer runs in an environment of its own, made on first use; one that cannot be had here is a row that says why.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from typing import TYPE_CHECKING

from benchmarks.peers.catalogue import OWN, PEERS
from benchmarks.peers.corpora import cases, seeds
from benchmarks.peers.environment import ROOT, PeerError, Running
from benchmarks.peers.scoring import Counts, count
from benchmarks.peers.table import Result, markdown, ratio, written_into

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from benchmarks.peers.catalogue import Peer
    from benchmarks.peers.corpora import Text

PAGE = ROOT / "docs" / "peers.md"
CORPORA = {"the seeds": seeds, "the case files": cases}
LONG_ENOUGH = 3.0
"""Seconds that the passes of a peer last together at least."""
CLAIMED = 3.0
"""How many times as fast as JioNLP quantities and periods are to be."""


def measured(peers: Sequence[Peer], texts: Sequence[Text]) -> list[Result]:
    """A row a peer: what it finds, then its speed while all of them take turns."""
    items = [text.item() for text in texts]
    running: dict[str, Running] = {}
    problems: dict[str, str] = {}
    for peer in peers:
        print(f"{peer.name} …", file=sys.stderr)
        try:
            running[peer.adapter] = Running(peer, items)
        except PeerError as error:
            problems[peer.adapter] = str(error)
    seconds = in_turns(running)
    characters = sum(len(text.text) for text in texts)
    for one in running.values():
        one.close()
    return [
        Result(peer, problem=problems[peer.adapter])
        if peer.adapter in problems
        else Result(peer, count(texts, running[peer.adapter].rows), characters / seconds[peer.adapter])
        for peer in peers
    ]


def in_turns(running: Mapping[str, Running]) -> dict[str, float]:
    """Processor seconds of each one's median pass.

    They take turns pass by pass, so that a machine that slows down for a while slows all of them. The median, because
    the fastest pass would favour whoever makes the most.
    """
    taken: dict[str, list[float]] = {name: [] for name in running}
    while pending := [name for name in running if sum(taken[name]) < LONG_ENOUGH]:
        for name in pending:
            taken[name].append(running[name].seconds())
    return {name: statistics.median(passes) for name, passes in taken.items()}


def report() -> str:
    """Both tables and the line about JioNLP."""
    parts = []
    for name, read in CORPORA.items():
        texts = read()
        results = measured((OWN, *PEERS), texts)
        quantities = sum(len(text.quantities) for text in texts)
        sizes = Counts(quantities, quantities, sum(len(text.times) for text in texts), 0)
        parts.append(markdown(name, sizes, results))
        speeds = {result.peer.adapter: result.speed for result in results if result.counts}
        if {"claimex", "jionlp"} <= speeds.keys():
            parts.append(ratio(name, speeds["claimex"], speeds["jionlp"], CLAIMED) + "\n")
    return "\n".join(parts)


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"also write the tables into {PAGE.relative_to(ROOT)}")
    args = parser.parse_args(argv)
    text = report()
    print(text)
    if args.write:
        PAGE.write_text(written_into(PAGE.read_text(encoding="utf-8"), text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
