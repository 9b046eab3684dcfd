"""Learn how far a claim can be trusted: `python -m benchmarks.calibrate [--write]`.

Fits a logistic model on the gold sets (the seeds'; `../shared/gold-dev` and the tuned television news where they are):
from the rules that decided a claim to the chance that it is right in every core slot. Prints how well it is calibrated,
every document scored by a model that has not seen it; `--write` puts the model of all documents into the lexicon, where
`claimex.frame.confidence` reads it.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

import claimex
from benchmarks.news import ITEMS, news_documents
from benchmarks.predict import predict_set
from benchmarks.score import CORE, quantity_matches, read_gold, slot_right
from claimex.frame.confidence import AT_MOST, UNNAMED, features
from models.logistic import fit_logistic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.score import Row
    from claimex import Claim

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared" / "gold-dev" / "claims"
TABLE = HERE.parent / "src" / "claimex" / "lexicon" / "confidence.txt"
BINS = (0.9, 0.8, 0.7, 0.6, 0.5, 0.0)
RIDGE = 4.0


@dataclass(frozen=True)
class Case:
    """A claim matched with its gold row: its features, and whether it is right in every core slot."""

    doc: str
    features: tuple[str, ...]
    right: bool


def cases(docs: Path, gold: Path, table: Path) -> list[Case]:
    """The matched claims of one gold set."""
    return matched(predict_set(claimex.load(), docs, table).claims, read_gold(gold, docs))


def news_cases() -> list[Case]:
    """Those of the labelled television news that may be looked at."""
    documents, gold = news_documents(claimex.load(), "tuned")
    return matched([claim for document in documents for claim in document.claims], gold)


def matched(claims: Sequence[Claim], gold: Sequence[Row]) -> list[Case]:
    """The claims that gold rows match, optional ones aside."""
    found: list[Case] = []
    for row in gold:
        near = [c for c in claims if c.doc_id == row["doc"] and c.start < row["end"] and row["start"] < c.end]
        hit = next((claim for claim in near if quantity_matches(_row(claim)["quantity"], row)), None)
        if hit is not None and not row.get("optional"):
            right = all(slot_right(slot, _row(hit), row) for slot in CORE)
            found.append(Case(row["doc"], features(hit.derivation, hit.concept), right))
    return found


def _row(claim: Claim) -> Row:
    return claim.model_dump(mode="json")


def fit(found: Sequence[Case]) -> dict[str, float]:
    """The weight of every feature: ridge logistic regression."""
    found = [case for case in found if UNNAMED not in case.features]
    names = sorted({name for case in found for name in case.features})
    column = {name: number for number, name in enumerate(names)}
    x = np.zeros((len(found), len(names)))
    for number, case in enumerate(found):
        x[number, [column[name] for name in case.features]] = 1.0
    y = np.array([case.right for case in found], dtype=float)
    weights = fit_logistic(x, y, np.full(len(names), RIDGE))
    return dict(zip(names, weights.round(3).tolist(), strict=True))


def chance(case: Case, weights: dict[str, float]) -> float:
    """What a model says of a claim."""
    if UNNAMED in case.features:
        return AT_MOST
    return float(1 / (1 + np.exp(-sum(weights.get(name, 0.0) for name in case.features))))


def unseen(found: Sequence[Case]) -> list[tuple[float, bool]]:
    """Each claim's chance by a model fitted without its document, and whether it is right."""
    pairs: list[tuple[float, bool]] = []
    for doc in sorted({case.doc for case in found}):
        weights = fit([case for case in found if case.doc != doc])
        pairs += [(chance(case, weights), case.right) for case in found if case.doc == doc]
    return pairs


def main() -> int:
    """Print the calibration; with `--write`, put the model into the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name} of the lexicon")
    arguments = parser.parse_args()
    found = cases(HERE.parent / "seeds", HERE / "gold" / "claims.jsonl", HERE / "gold" / "docs.jsonl")
    if SHARED.is_dir():
        found += cases(SHARED, SHARED / "gold.jsonl", SHARED / "docs.jsonl")
    if ITEMS.is_file():
        found += news_cases()
    pairs = unseen(found)
    print("confidence   claims  right")
    for low, high in zip(BINS, (1.01, *BINS), strict=False):
        inside = [good for at, good in pairs if low <= at < high]
        if inside:
            print(f">= {low:<10}{len(inside):>6}  {sum(inside) / len(inside):.3f}")
    if arguments.write:
        seen = Counter(name for case in found for name in case.features)
        rows = [f"{name}\t{weight}\t{seen[name]}" for name, weight in fit(found).items()]
        head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
        TABLE.write_text("\n".join([*head, "feature\tweight\tseen", *rows]) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
