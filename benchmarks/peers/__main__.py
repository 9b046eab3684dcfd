"""Claimex beside other libraries, in one command: `python -m benchmarks.peers`.

Each peer runs in an environment of its own, made on first use; one that cannot be had here is a row that says why.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from benchmarks.peers.catalogue import OWN, PEERS
from benchmarks.peers.corpora import cases, seeds
from benchmarks.peers.environment import ROOT, PeerError, ask
from benchmarks.peers.scoring import Counts, count
from benchmarks.peers.table import Result, markdown, ratio, written_into

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.peers.catalogue import Peer
    from benchmarks.peers.corpora import Text

PAGE = ROOT / "docs" / "peers.md"
CORPORA = {"the seeds": seeds, "the case files": cases}
CLAIMED = 3.0
"""How many times as fast as JioNLP quantities and periods are to be."""


def measured(peer: Peer, texts: Sequence[Text]) -> Result:
    """A peer's row."""
    print(f"{peer.name} …", file=sys.stderr)
    try:
        answer = ask(peer, [text.item() for text in texts])
    except PeerError as error:
        return Result(peer, problem=str(error))
    return Result(peer, count(texts, answer.rows), answer.speed)


def report() -> str:
    """Both tables and the line about JioNLP."""
    parts = []
    for name, read in CORPORA.items():
        texts = read()
        results = [measured(peer, texts) for peer in (OWN, *PEERS)]
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
