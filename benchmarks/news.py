"""Score the labelled television news of `gold-news`: `python -m benchmarks.news [--errors N]`.

The items lie in `../shared/corpora/tv-news.jsonl`, where that is there. `--errors` shows what is wrong in the tuned
split only: what is wrong in the held one is not for anybody's eyes.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import claimex
from benchmarks.score import SLOTS, Tally, figures, read_rows, score

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.score import Row
    from claimex import Document, Pipeline

HERE = Path(__file__).parent
GOLD_NEWS = HERE / "gold-news"
ITEMS = HERE.parents[1] / "shared" / "corpora" / "tv-news.jsonl"
SPLITS = ("tuned", "held")


def texts(names: set[str]) -> dict[str, str]:
    """The items of the collection with these ids."""
    with ITEMS.open(encoding="utf-8") as lines:
        items = (json.loads(line) for line in lines)
        return {item["id"]: item["text"] for item in items if item["id"] in names}


def news_documents(pipeline: Pipeline, split: str) -> tuple[list[Document], list[Row]]:
    """The items of one split, framed, and their labels."""
    dates = {row["doc"]: row["date"] for row in read_rows(GOLD_NEWS / "docs.jsonl") if row["split"] == split}
    gold = [row for row in read_rows(GOLD_NEWS / "claims.jsonl") if row["doc"] in dates]
    found = texts(set(dates))
    return [pipeline(found[doc], date=dates[doc], doc_id=doc) for doc in sorted(dates)], gold


def score_news(pipeline: Pipeline, split: str) -> Tally:
    """The claims of one split against its labels."""
    documents, gold = news_documents(pipeline, split)
    return score([claim.model_dump(mode="json") for document in documents for claim in document.claims], gold)


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.news", description=__doc__)
    parser.add_argument("--errors", type=int, default=0, help="how many errors of the tuned split to show")
    parser.add_argument("--slot", choices=SLOTS, help="only errors of this slot")
    args = parser.parse_args(argv)
    if not ITEMS.is_file():
        print(f"{ITEMS} is not here: the labels say where it would be", file=sys.stderr)
        return 2
    pipeline = claimex.load()
    tallies = {split: score_news(pipeline, split) for split in SPLITS}
    columns = {split: figures(tally) for split, tally in tallies.items()}
    for name in columns["tuned"]:
        print(f"{name:14s}", *(f"{float(columns[split][name]):9.3f}" for split in SPLITS))
    errors = [error for error in tallies["tuned"].errors if args.slot in {None, error[0]}]
    random.Random(1).shuffle(errors)  # noqa: S311 (a sample to read)
    for error in errors[: args.errors]:
        print(*error)
    return 0


if __name__ == "__main__":
    sys.exit(main())
