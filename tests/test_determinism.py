"""The same input and settings give the same bytes, whatever the process, its hash seed, its clock or their number."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SEEDS = sorted(str(path) for path in (Path(__file__).parents[1] / "seeds").glob("*.txt"))
SAME = ("documents.jsonl", "claims.jsonl", "findings.jsonl", "report.html")


def written(out: Path, *options: str, **environment: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "claimex", "run", *SEEDS, "--out", str(out), "--quiet", *options]
    subprocess.run(command, check=True, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)  # noqa: S603
    return {name: (out / name).read_bytes() for name in SAME}


def test_runs_are_identical_byte_by_byte(tmp_path: Path) -> None:
    first = written(tmp_path / "first", PYTHONHASHSEED="1", TZ="UTC")
    assert first["claims.jsonl"].count(b"\n") > 250
    assert written(tmp_path / "again", PYTHONHASHSEED="2", TZ="Pacific/Kiritimati") == first
    assert written(tmp_path / "two", "--jobs", "2", PYTHONHASHSEED="3") == first
