"""Plant one error in each of some documents and see what is found: `python -m benchmarks.planted TEXTS.jsonl`.

A row of the file holds `text` and, where known, `date`. Every kind gets its share of the documents, as far as they can
hold it. An error is found when a finding of an accepted kind quotes it. A finding that the document did not have
before and that does not quote the error is a false one; notes do not count.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import claimex
from benchmarks.planters import PLANTERS, Plant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimex import Finding, Pipeline


@dataclass
class PlantTally:
    """Counts by kind of plant; `missed` and `false` hold what to look at."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, str]] = field(default_factory=list)
    false: list[tuple[str, str]] = field(default_factory=list)


def read_texts(path: Path) -> Iterator[tuple[str, str | None]]:
    """Texts and dates of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["text"], row.get("date")


def score_planted(pipeline: Pipeline, texts: Sequence[tuple[str, str | None]], documents: int, seed: int) -> PlantTally:
    """Plant up to `documents` errors and count what is reported."""
    rng = random.Random(seed)  # noqa: S311 (nothing here is secret)
    order = list(range(len(texts)))
    rng.shuffle(order)
    tally, share = PlantTally(), Counter[str]()
    for index in order:
        if sum(tally.planted.values()) >= documents:
            break
        text, date = texts[index]
        before = pipeline(text, date=date, doc_id="a.txt")
        open_planters = [p for p in PLANTERS if share[p.__name__] < documents / len(PLANTERS)]
        for planter in sorted(open_planters, key=lambda p: share[p.__name__]):
            plant = planter(before, rng)
            if plant is not None:
                share[planter.__name__] += 1
                _score_one(tally, pipeline, (text, date), plant)
                break
    return tally


def _score_one(tally: PlantTally, pipeline: Pipeline, source: tuple[str, str | None], plant: Plant) -> None:
    text, date = source
    before = pipeline(text, date=date, doc_id="a.txt")
    after = pipeline(plant.text, date=date, doc_id="b.txt" if plant.copy else "a.txt")
    if plant.copy:
        found = claimex.check([before, after]).findings
        known = {_key(f) for f in (*claimex.check([before]).findings, *claimex.check([after]).findings)}
    else:
        found = claimex.check([after]).findings
        known = {_key(f) for f in claimex.check([before]).findings}
    tally.planted[plant.kind] += 1
    if any(f.kind in plant.accepted and _quotes(f, plant) for f in found):
        tally.found[plant.kind] += 1
    else:
        at = max(plant.text.find(plant.wrong) - 30, 0)
        tally.missed.append((plant.kind, plant.text[at : at + 90]))
    for finding in found:
        new = _key(finding) not in known and finding.severity != "note"
        if new and not _quotes(finding, plant) and finding.kind not in plant.accepted:
            tally.wrong[plant.kind] += 1
            tally.false.append((plant.kind, f"{finding.rule} {finding.message}"))


def _key(finding: Finding) -> tuple[str, ...]:
    return (finding.kind, *("".join(item.text.split()) for item in finding.evidence))


def _quotes(finding: Finding, plant: Plant) -> bool:
    wrong = "".join(plant.wrong.split())
    texts = ["".join(item.text.split()) for item in finding.evidence]
    return any(wrong in text or text in wrong for text in (*texts, finding.message))


def print_tally(tally: PlantTally) -> None:
    """A line a kind: planted, found, recall, false findings."""
    print(f"{'kind':40s} {'planted':>8s} {'found':>8s} {'recall':>8s} {'false':>6s}")
    for kind in sorted(tally.planted):
        planted, found = tally.planted[kind], tally.found[kind]
        print(f"{kind:40s} {planted:8d} {found:8d} {found / planted:8.3f} {tally.wrong[kind]:6d}")
    planted, found, wrong = (sum(c.values()) for c in (tally.planted, tally.found, tally.wrong))
    print(f"{'all':40s} {planted:8d} {found:8d} {found / max(planted, 1):8.3f} {wrong:6d}")
    print(f"precision {found / max(found + wrong, 1):.3f}")


def main(argv: Iterable[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planted", description=__doc__)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", type=int, default=0, help="how many misses and false findings to print")
    args = parser.parse_args(None if argv is None else list(argv))
    texts = [row for path in args.texts for row in read_texts(path)]
    tally = score_planted(claimex.load(), texts, args.documents, args.seed)
    print_tally(tally)
    for title, rows in (("missed", tally.missed), ("false", tally.false)):
        for kind, words in rows[: args.errors]:
            print(f"  {title}: {kind}: {words!r}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
