"""A peer's own Python environment, made on first use under the user's cache folder, and its adapter at work in it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
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


class Running:
    """A peer at work over texts: what it finds in each (`rows`), and one more pass over them whenever it is asked.

    Raises:
        PeerError: there is no interpreter for it, it cannot be installed, or it does not run.
    """

    def __init__(self, peer: Peer, items: Sequence[dict[str, Any]]) -> None:
        words = [str(environment(peer)), "-m", "benchmarks.peers.serve", peer.adapter]
        self._errors = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 (closed with the process)
        self._process = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            env=_surroundings(own=not peer.packages),
            cwd=ROOT,
        )
        self.rows: list[dict[str, list[dict[str, Any]]]] = json.loads(self._ask(json.dumps(items)))

    def seconds(self) -> float:
        """Processor seconds of one pass over the texts."""
        return float(self._ask("again"))

    def close(self) -> None:
        """Let it end."""
        self._process.communicate()
        self._errors.close()

    def _ask(self, line: str) -> str:
        pipe, answers = self._process.stdin, self._process.stdout
        assert pipe is not None  # noqa: S101 (both were asked for)
        assert answers is not None  # noqa: S101
        timer = threading.Timer(TIMEOUT, self._process.kill)
        timer.start()
        try:
            pipe.write(line + "\n")
            pipe.flush()
            answer = answers.readline()
        except BrokenPipeError:
            answer = ""
        finally:
            timer.cancel()
        if answer:
            return answer
        self._process.kill()
        self._process.wait()
        self._errors.seek(0)
        last = self._errors.read().strip().splitlines()
        self.close()
        raise PeerError(last[-1] if last else f"it ends, or takes more than {TIMEOUT} s, without a word")


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


def _surroundings(*, own: bool) -> dict[str, str]:
    """A peer neither sees our modules nor the machine's time zone, which JioNLP reads."""
    env = {**os.environ, "TZ": "Asia/Shanghai"}
    if not own:
        env.pop("PYTHONPATH", None)
    return env


def _command(words: Sequence[str], given: str) -> str:
    """Standard output of a command."""
    try:
        done = subprocess.run(
            words,
            input=given,
            capture_output=True,
            text=True,
            check=True,
            timeout=TIMEOUT,
            env=_surroundings(own=False),
            cwd=ROOT,
        )
    except subprocess.CalledProcessError as error:
        raise PeerError((error.stderr.strip().splitlines() or ["it fails without a word"])[-1]) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PeerError(str(error)) from error
    return done.stdout
