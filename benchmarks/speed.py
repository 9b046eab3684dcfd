"""Characters a second on one core, beside peers in the same run: `python -m benchmarks.speed`.

claimex reads the whole seeds and does everything but compare documents; peers get the same text line by line and find
mentions only. Every peer lives in a virtual environment of its own under the user's cache folder; one that cannot be
installed is left out with a message. Processor time is measured, so that a busy machine counts little.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import claimex
from benchmarks.findings import SEEDS
from benchmarks.score import read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex import Pipeline

HERE = Path(__file__).parent
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "claimex-bench"
TIMEOUT = 600


@dataclass(frozen=True)
class Peer:
    """Another library: what to install, and the script that runs it over standard input."""

    name: str
    packages: tuple[str, ...]
    script: str


PEERS = (
    Peer("JioNLP (money, time)", ("jionlp==1.5.31", "setuptools<81"), "jionlp_speed.py"),
    Peer("Recognizers-Text", ("recognizers-text-suite==1.0.2a2", "emoji<2", "setuptools<81"), "recognizers_speed.py"),
)


class PeerError(Exception):
    """A peer cannot be installed or run here."""


def own_speed(pipeline: Pipeline, texts: Sequence[str], rounds: int) -> float:
    """Characters a second of the whole pipeline."""
    pipeline(texts[0])
    begun = time.process_time()
    for _ in range(rounds):
        for text in texts:
            pipeline(text)
    return rounds * sum(map(len, texts)) / (time.process_time() - begun)


def peer_speed(peer: Peer, texts: Sequence[str]) -> float:
    """Characters a second of a peer.

    Raises:
        PeerError: it cannot be installed or does not run.
    """
    python = _environment(peer)
    lines = "\n".join(line for text in texts for line in text.splitlines() if line.strip())
    done = _command([str(python), str(HERE / "peers" / peer.script)], lines)
    figures = json.loads(done.splitlines()[-1])
    return float(figures["chars"] / figures["seconds"])


def _environment(peer: Peer) -> Path:
    """The peer's own Python, made on first use."""
    folder = CACHE / peer.script.removesuffix("_speed.py")
    python = folder / "bin" / "python"
    ready = folder / ".ready"
    if not ready.exists() or ready.read_text() != " ".join(peer.packages):
        print(f"installing {peer.name} into {folder}", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        _command([str(python), "-m", "pip", "install", "--quiet", *peer.packages], "")
        ready.write_text(" ".join(peer.packages))
    return python


def _command(words: Sequence[str], given: str) -> str:
    try:
        done = subprocess.run(words, input=given, capture_output=True, text=True, check=True, timeout=TIMEOUT)
    except subprocess.CalledProcessError as error:
        raise PeerError((error.stderr.strip().splitlines() or ["it fails"])[-1]) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PeerError(str(error)) from error
    return done.stdout


def print_speed(pipeline: Pipeline, rounds: int = 3) -> None:
    """The table: claimex first, then every peer and how claimex compares."""
    texts = [read_text(path) for path in sorted(SEEDS.glob("*.txt"))]
    own = own_speed(pipeline, texts, rounds)
    print(f"{'characters per second, one core':34s} {own:10,.0f}")
    for peer in PEERS:
        try:
            speed = peer_speed(peer, texts)
        except PeerError as error:
            print(f"  {peer.name:32s} left out: {error}")
        else:
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
