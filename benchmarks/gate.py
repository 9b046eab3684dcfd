"""Floors that only rise: `python -m benchmarks.gate` fails when a figure on the seeds is below its floor.

`baseline.json` holds the floors and the fingerprint of the gold files they were measured on. `--raise` lifts floors to
today's figures and never lowers one; after a change of the gold files, `--new-gold` measures all of them anew.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import claimex
from benchmarks.findings import GOLD, SEEDS, finding_figures, score_seed_findings
from benchmarks.predict import claim_rows, finding_rows, predict_set
from benchmarks.score import figures, read_gold, score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

BASELINE = Path(__file__).parent / "baseline.json"
GATED = ("f1", "precision", "recall", "measure", "bound", "status", "period", "area", "indicator", "claim_exact")
LOWER_IS_BETTER = ("forbidden_reported", "other_errors")
SCALE = 1000


def fingerprint(paths: Sequence[Path]) -> str:
    """One hash over names and contents."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def gold_files() -> list[Path]:
    """The files whose change makes floors incomparable."""
    return [*GOLD.glob("*.jsonl"), *SEEDS.glob("*.txt")]


def measure() -> dict[str, float]:
    """Today's figures on the seeds, rounded down so that a floor is never above what was measured."""
    result = predict_set(claimex.load(), SEEDS, GOLD / "docs.jsonl")
    claims = figures(score(claim_rows(result), read_gold(GOLD / "claims.jsonl", SEEDS)))
    found = finding_figures(score_seed_findings(finding_rows(result)))
    table = {name: claims[name] for name in GATED} | {
        name: found[name] for name in ("must_found", "forbidden_reported", "other_errors")
    }
    return {name: rounded_down(value) for name, value in table.items()}


def rounded_down(value: float) -> float:
    """Three digits; a billionth is added first, so that 0.95 stays 0.95."""
    return math.floor(value * SCALE + 1e-9) / SCALE


def below(figures_now: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """The figures that are worse than their floors; a figure that is gone is worse than any floor."""
    problems = []
    for name, floor in floors.items():
        value = figures_now.get(name)
        if value is None:
            problems.append(f"{name} is not measured any more; its floor is {floor}")
        elif value > floor if name in LOWER_IS_BETTER else value < floor:
            problems.append(f"{name} is {value}, its floor is {floor}")
    return problems


def raised(figures_now: Mapping[str, float], floors: Mapping[str, float]) -> dict[str, float]:
    """Floors, each at the better of itself and today's figure."""
    better = {name: min if name in LOWER_IS_BETTER else max for name in figures_now}
    return {**floors, **{name: better[name](value, floors.get(name, value)) for name, value in figures_now.items()}}


def problems(baseline: Mapping[str, Any], figures_now: Mapping[str, float], gold: str) -> list[str]:
    """Why the gate stays shut; empty when it opens."""
    if baseline["gold"] != gold:
        return ["the gold files have changed, floors cannot be compared: look at the change, then use --new-gold"]
    return below(figures_now, baseline["floors"])


def read_baseline(path: Path = BASELINE) -> dict[str, Any]:
    """The stored floors and the fingerprint they belong to."""
    baseline: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return baseline


def write_baseline(gold: str, floors: Mapping[str, float], path: Path = BASELINE) -> None:
    """Store floors and fingerprint."""
    path.write_text(json.dumps({"gold": gold, "floors": dict(floors)}, indent=1) + "\n", encoding="utf-8")


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.gate", description=__doc__)
    action = parser.add_mutually_exclusive_group()
    action.add_argument("--raise", dest="lift", action="store_true", help="lift floors to today's figures")
    action.add_argument("--new-gold", action="store_true", help="the gold files changed: measure all floors anew")
    args = parser.parse_args(argv)
    gold = fingerprint(gold_files())
    now = measure()
    if args.new_gold:
        write_baseline(gold, now)
        return 0
    baseline = read_baseline()
    found = problems(baseline, now, gold)
    for problem in found:
        print(problem)
    if args.lift and not found:
        write_baseline(gold, raised(now, baseline["floors"]))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
