"""Gained, lost and changed claims: `python -m benchmarks.diff BEFORE AFTER`.

Each side is a `claims.jsonl`, or a commit, which is checked out aside and run over the seeds as they are now.
Two claims are one when they overlap in the same document; one has changed when its text, quantity or a slot has.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.score import read_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.score import Row

ROOT = Path(__file__).parents[1]
COMPARED = (
    *("text", "quantity", "measure", "direction", "indicator", "area", "subject", "period"),
    *("status", "basis", "aggregation", "source", "vintage"),
)


@dataclass
class Changes:
    """Claims of one side alone, and pairs that differ with the names of what differs."""

    gained: list[Row] = field(default_factory=list)
    lost: list[Row] = field(default_factory=list)
    changed: list[tuple[Row, Row, list[str]]] = field(default_factory=list)


def compare_claims(before: Sequence[Row], after: Sequence[Row]) -> Changes:
    """Pair the claims of two runs over the same documents."""
    changes = Changes()
    left = list(after)
    for old in before:
        new = next((row for row in left if _one_place(old, row)), None)
        if new is None:
            changes.lost.append(old)
            continue
        left.remove(new)
        names = [name for name in COMPARED if old.get(name) != new.get(name)]
        if names:
            changes.changed.append((old, new, names))
    changes.gained = left
    return changes


def _one_place(old: Row, new: Row) -> bool:
    return bool(old["doc_id"] == new["doc_id"] and old["start"] < new["end"] and new["start"] < old["end"])


def claims_of(side: str) -> list[Row]:
    """The claims of a file, or of the seeds as a commit reads them."""
    path = Path(side)
    return read_rows(path) if path.is_file() else _claims_at(side)


def _claims_at(commit: str) -> list[Row]:
    with TemporaryDirectory() as folder:
        tree, out = Path(folder, "tree"), Path(folder, "out")
        _git("worktree", "add", "--detach", "--quiet", str(tree), commit)
        try:
            seeds = sorted(str(path) for path in (ROOT / "seeds").glob("*.txt"))
            known = ["--metadata", str(ROOT / "seeds" / "metadata.jsonl")]
            command = [sys.executable, "-m", "claimex", "run", *seeds, *known, "--out", str(out), "--quiet"]
            environment = {**os.environ, "PYTHONPATH": str(tree / "src")}
            subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
            return read_rows(out / "claims.jsonl")
        finally:
            _git("worktree", "remove", "--force", str(tree))


def _git(*words: str) -> None:
    subprocess.run(["git", "-C", str(ROOT), *words], check=True)


def print_changes(changes: Changes) -> None:
    """One line a claim, then the counts."""
    for row in changes.lost:
        print("- ", _line(row))
    for row in changes.gained:
        print("+ ", _line(row))
    for old, new, names in changes.changed:
        print("~ ", _line(new))
        for name in names:
            print(f"      {name}: {_short(old.get(name))} -> {_short(new.get(name))}")
    print(f"gained {len(changes.gained)}, lost {len(changes.lost)}, changed {len(changes.changed)}")


def _line(row: Row) -> str:
    return f"{row['doc_id']}:{row['start']} {''.join(row['text'].split())} {row['indicator'] or ''}"


def _short(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.diff", description=__doc__)
    parser.add_argument("before", help="a claims.jsonl, or a commit")
    parser.add_argument("after", help="a claims.jsonl, or a commit")
    args = parser.parse_args(argv)
    print_changes(compare_claims(claims_of(args.before), claims_of(args.after)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
