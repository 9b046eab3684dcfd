"""Every figure the project is measured by, in one table: `make bench`.

The seeds' gold set is part of the project. Others, of text that is not ours to pass on, are scored where that lies
beside the project: `../shared/gold-dev`, and the labelled television news (see `gold-news/README.md`).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import claimex
from benchmarks.cases import case_figures, score_cases
from benchmarks.findings import GOLD, SEEDS, finding_figures, print_errors, score_seed_findings
from benchmarks.news import ITEMS, SPLITS, score_news
from benchmarks.planting.table import print_planted
from benchmarks.predict import claim_rows, finding_rows, predict_set
from benchmarks.score import figures, read_gold, score
from benchmarks.speed import print_speed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimex import Pipeline

GOLD_DEV = Path(__file__).parents[2] / "shared" / "gold-dev"


def claim_columns(pipeline: Pipeline) -> tuple[dict[str, dict[str, float]], list[dict[str, object]]]:
    """The claim figures of every gold set there is, and the seeds' findings."""
    seeds = predict_set(pipeline, SEEDS, GOLD / "docs.jsonl")
    columns = {"seeds": figures(score(claim_rows(seeds), read_gold(GOLD / "claims.jsonl", SEEDS)))}
    claims = GOLD_DEV / "claims"
    if claims.is_dir():
        dev = predict_set(pipeline, claims, claims / "docs.jsonl")
        columns["gold-dev"] = figures(score(claim_rows(dev), read_gold(claims / "gold.jsonl", claims)))
    if ITEMS.is_file():
        columns |= {f"news {split}": figures(score_news(pipeline, split)) for split in SPLITS}
    return columns, finding_rows(seeds)


def print_columns(columns: Mapping[str, Mapping[str, float]]) -> None:
    """One figure a line, one gold set a column."""
    print(f"{'':14s}", *(f"{name:>11s}" for name in columns))
    for name in next(iter(columns.values())):
        cells = (column[name] for column in columns.values())
        print(f"{name:14s}", *(f"{cell:11.3f}" if isinstance(cell, float) else f"{cell:11d}" for cell in cells))


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--no-speed", action="store_true", help="leave out the peers, which are installed on first use")
    parser.add_argument(
        "--planted", action="store_true", help="plant 500 errors and see which are found; takes minutes"
    )
    args = parser.parse_args(argv)
    pipeline = claimex.load()
    columns, findings = claim_columns(pipeline)
    print_columns(columns)
    tally = score_seed_findings(findings)
    print("\nfindings on the seeds")
    for name, value in finding_figures(tally).items():
        print(f"{name:20s} {value}")
    print_errors(tally)
    if (GOLD_DEV / "cases").is_dir():
        print("\nconsistency cases of gold-dev")
        for name, figure in case_figures(score_cases(pipeline, GOLD_DEV / "cases")).items():
            print(f"{name:28s} {round(figure, 3) if isinstance(figure, float) else figure}")
    if args.planted:
        print()
        print_planted(jobs=2)
    if not args.no_speed:
        print()
        print_speed(pipeline)
    return 0


if __name__ == "__main__":
    sys.exit(main())
