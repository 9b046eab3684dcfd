"""A peer's own Python environment, made on first use under the user's cache folder, and a run of its adapter in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.peers.catalogue import Peer

    Finder = Callable[[str], str | None]

ROOT = Path(__file__).parents[2]
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "claimex-bench"
TIMEOUT = 600


class PeerError(Exception):
    """A peer cannot be installed or run here; the message says why."""


@dataclass(frozen=True)
class Answer:
    """What a peer finds in each text (`quantities` and `times`), and its speed in characters a second."""

    rows: list[dict[str, list[dict[str, Any]]]]
    speed: float


def ask(peer: Peer, items: Sequence[dict[str, Any]]) -> Answer:
    """Run a peer over texts.

    Raises:
        PeerError: there is no interpreter for it, it cannot be installed, or it does not run.
    """
    python = environment(peer)
    words = [str(python), "-m", "benchmarks.peers.serve", peer.adapter]
    given = json.loads(_command(words, json.dumps(items), own=not peer.packages).splitlines()[-1])
    return Answer(given["rows"], given["chars"] / given["seconds"])


def environment(peer: Peer) -> Path:
    """The peer's own Python.

    Raises:
        PeerError: there is no interpreter for it, or it cannot be installed.
    """
    if not peer.packages:
        return Path(sys.executable)
    folder = CACHE / peer.adapter
    python = folder / "bin" / "python"
    ready = folder / ".ready"
    if not ready.exists() or ready.read_text() != " ".join(peer.packages):
        base = interpreter(peer)
        print(f"installing {peer.name} into {folder}", file=sys.stderr)
        _command([base, "-m", "venv", "--clear", str(folder)], "")
        _command([str(python), "-m", "pip", "install", "--quiet", "--only-binary", ":all:", *peer.packages], "")
        ready.write_text(" ".join(peer.packages))
    return python


def interpreter(peer: Peer, find: Finder = shutil.which) -> str:
    """The Python that runs when it is one of the peer's, else the first of its names on PATH that starts.

    Raises:
        PeerError: none of them is there.
    """
    running = f"python{sys.version_info.major}.{sys.version_info.minor}"
    if not peer.pythons or running in peer.pythons:
        return sys.executable
    for name in peer.pythons:
        path = find(name)
        if path is not None and _starts(path):
            return path
    raise PeerError(f"needs {' or '.join(peer.pythons)}, and none of them is on PATH")


def _starts(python: str) -> bool:
    """A version manager puts names on PATH that only tell which versions they are not."""
    try:
        _command([python, "-c", ""], "")
    except PeerError:
        return False
    return True


def _command(words: Sequence[str], given: str, *, own: bool = False) -> str:
    """Standard output; a peer neither sees our modules nor the machine's time zone, which JioNLP reads."""
    env = {**os.environ, "TZ": "Asia/Shanghai"}
    if not own:
        env.pop("PYTHONPATH", None)
    try:
        done = subprocess.run(
            words, input=given, capture_output=True, text=True, check=True, timeout=TIMEOUT, env=env, cwd=ROOT
        )
    except subprocess.CalledProcessError as error:
        raise PeerError((error.stderr.strip().splitlines() or ["it fails without a word"])[-1]) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PeerError(str(error)) from error
    return done.stdout
