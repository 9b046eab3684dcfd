"""Planted errors: `python -m benchmarks.planting` puts one error into each of some real texts and looks who notices.

Texts are the records of corpora beside the project (a long report is taken by paragraphs), else the paragraphs of the
seeds. Every kind of error is planted where a text offers it and holds no finding of that kind. An error is found when a
finding of an accepted kind quotes it. New findings are those the text had not without the error; they are right when
they are about it. For the kinds that need it the text stands beside its edited copy. Equal seeds plant equal errors.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import claimex
from benchmarks.planting.kinds import KINDS
from benchmarks.planting.table import print_table, table
from benchmarks.planting.texts import default_texts, read_texts
from benchmarks.planting.trial import Trial, plant_all

if TYPE_CHECKING:
    from collections.abc import Sequence


def print_forms(trials: Sequence[Trial]) -> None:
    """Found and planted by form of error."""
    planted = Counter((one.kind, one.form) for one in trials)
    found = Counter((one.kind, one.form) for one in trials if one.found)
    for (kind, form), count in sorted(planted.items()):
        print(f"   {kind:12s}{form:20s}{found[kind, form]:5d} of {count}")


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planting", description=__doc__)
    parser.add_argument("--corpus", type=Path, nargs="+", default=[], metavar="FILE.jsonl")
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=[kind.name for kind in KINDS], metavar="KIND")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--forms", action="store_true", help="recall by form of error")
    parser.add_argument("--write", type=Path, metavar="FILE", help="every planted error as JSON lines, to read")
    args = parser.parse_args(argv)
    texts = read_texts(args.corpus) if args.corpus else default_texts(claimex.load())
    trials = plant_all(texts, args.documents, args.seed, only=args.only, jobs=args.jobs)
    print_table(table(trials))
    if args.forms:
        print_forms(trials)
    if args.write:
        rows = ({name: getattr(one, name) for name in Trial.__slots__} for one in trials)
        args.write.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
