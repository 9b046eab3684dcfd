"""Characters a second on one core, beside peers in the same run: `python -m benchmarks.speed`.

claimex reads the whole seeds and does everything but compare documents; peers get the same text line by line and find
mentions only (`benchmarks.peers` compares like with like). Processor time is measured, so that a busy machine counts
little.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from typing import TYPE_CHECKING

import claimex
from benchmarks.findings import SEEDS
from benchmarks.peers.catalogue import PEERS
from benchmarks.peers.environment import PeerError, Running
from benchmarks.score import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex import Pipeline

BESIDE = tuple(peer for peer in PEERS if {"unit", "period"} <= peer.columns)
"""Those that find both quantities and times."""
ANY_DAY = "2023-07-11"


def own_speed(pipeline: Pipeline, texts: Sequence[str], rounds: int) -> float:
    """Characters a second of the whole pipeline."""
    pipeline(texts[0])
    begun = time.process_time()
    for _ in range(rounds):
        for text in texts:
            pipeline(text)
    return rounds * sum(map(len, texts)) / (time.process_time() - begun)


def print_speed(pipeline: Pipeline, rounds: int = 3) -> None:
    """The table: claimex first, then every peer and how claimex compares."""
    texts = [read_text(path) for path in sorted(SEEDS.glob("*.txt"))]
    items = [{"text": text, "date": ANY_DAY, "marked": []} for text in texts]
    own = own_speed(pipeline, texts, rounds)
    print(f"{'characters per second, one core':34s} {own:10,.0f}")
    for peer in BESIDE:
        try:
            running = Running(peer, items)
        except PeerError as error:
            print(f"  {peer.name:32s} left out: {error}")
        else:
            speed = sum(map(len, texts)) / statistics.median(running.seconds() for _ in range(rounds))
            running.close()
            print(f"  {peer.name:32s} {speed:10,.0f}   claimex is {own / speed:.2f} times as fast")


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args(argv)
    print_speed(claimex.load(), args.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
