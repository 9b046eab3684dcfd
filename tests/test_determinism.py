"""The same input and settings give the same bytes, whatever the number of processes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from claimex.__main__ import main

if TYPE_CHECKING:
    import pytest

SEEDS = sorted(str(path) for path in (Path(__file__).parents[1] / "seeds").glob("*.txt"))
SAME = ("documents.jsonl", "claims.jsonl", "findings.jsonl", "report.html")


def written(out: Path, *options: str) -> dict[str, bytes]:
    assert main(["run", *SEEDS, "--out", str(out), "--quiet", *options]) == 0
    return {name: (out / name).read_bytes() for name in SAME}


def test_runs_are_identical_byte_by_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = written(tmp_path / "first")
    assert first["claims.jsonl"].count(b"\n") > 250
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert written(tmp_path / "again") == first
    assert written(tmp_path / "two", "--jobs", "2") == first
