"""Learn how far each framing rule can be trusted: `python -m benchmarks.calibrate [--write]`.

Counts on the gold sets (the seeds', and `../shared/gold-dev` where it is) how often each rule decides its slot rightly,
multiplies the shares of a claim's rules into a score, and fits a rising curve from score to share of exactly right
claims. A claim is scored without its own document, so that no document vouches for itself. Prints the calibration
table; `--write` puts both into the lexicon, where `claimex.frame.confidence` reads them.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import claimex
from benchmarks.predict import claim_rows, predict_set
from benchmarks.score import CORE, quantity_matches, read_gold, slot_right

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from benchmarks.score import Row

HERE = Path(__file__).parent
SHARED = HERE.parents[1] / "shared" / "gold-dev" / "claims"
LEXICON = HERE.parent / "src" / "claimex" / "lexicon"
BINS = (0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.0)


@dataclass(frozen=True)
class Case:
    """A claim matched with its gold row: its deciding rules, each with whether it was right, and whether all are."""

    doc: str
    decided: tuple[tuple[str, bool], ...]
    exact: bool


def cases(docs: Path, gold: Path, table: Path) -> list[Case]:
    """The matched claims of one gold set."""
    rows = read_gold(gold, docs)
    claims = claim_rows(predict_set(claimex.load(), docs, table))
    found: list[Case] = []
    for row in rows:
        near = [c for c in claims if c["doc_id"] == row["doc"] and c["start"] < row["end"] and row["start"] < c["end"]]
        hit = next((claim for claim in near if quantity_matches(claim["quantity"], row)), None)
        if hit is not None and not row.get("optional"):
            found.append(_case(hit, row))
    return found


def _case(claim: Row, row: Row) -> Case:
    decided = tuple(
        (step["rule"], slot_right(step["slot"], claim, row)) for step in claim["derivation"] if step["slot"] in CORE
    )
    return Case(row["doc"], decided, all(slot_right(slot, claim, row) for slot in CORE))


def reliability(found: Iterable[Case]) -> dict[str, tuple[float, int]]:
    """Per rule: share right with half a right and half a wrong decision added, and decisions counted."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for case in found:
        for rule, good in case.decided:
            right[rule] += good
            seen[rule] += 1
    return {rule: ((right[rule] + 0.5) / (seen[rule] + 1), seen[rule]) for rule in sorted(seen)}


def score(case: Case, known: dict[str, tuple[float, int]]) -> float:
    """The product of the rules' shares; 0.9 for a rule not seen."""
    product = 1.0
    for rule, _ in case.decided:
        product *= known.get(rule, (0.9, 0))[0]
    return product


def scored(found: Sequence[Case]) -> list[tuple[float, bool]]:
    """Each claim's score, learnt without its own document, and whether it is exactly right."""
    by_doc: dict[str, list[Case]] = defaultdict(list)
    for case in found:
        by_doc[case.doc].append(case)
    pairs: list[tuple[float, bool]] = []
    for doc, own in by_doc.items():
        known = reliability(case for case in found if case.doc != doc)
        pairs += [(score(case, known), case.exact) for case in own]
    return sorted(pairs)


def rising(pairs: Sequence[tuple[float, bool]]) -> list[tuple[float, float]]:
    """The rising step curve nearest to the pairs (pool adjacent violators): (score from, share right)."""
    pools: list[tuple[float, float, int]] = []
    for at, good in pairs:
        pools.append((at, float(good), 1))
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            _, good_last, size_last = pools.pop()
            start, good_before, size = pools.pop()
            pools.append((start, good_before + good_last, size + size_last))
    merged: list[tuple[float, float]] = []
    for start, good_sum, size in pools:
        if size >= 10:  # a share of fewer claims says nothing
            merged.append((start, good_sum / size))
    return merged


def main() -> int:
    """Print the calibration; with `--write`, put it into the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the lexicon tables reliability and confidence")
    arguments = parser.parse_args()
    found = cases(HERE.parent / "seeds", HERE / "gold" / "claims.jsonl", HERE / "gold" / "docs.jsonl")
    if SHARED.is_dir():
        found += cases(SHARED, SHARED / "gold.jsonl", SHARED / "docs.jsonl")
    known, pairs = reliability(found), scored(found)
    curve = rising(pairs)
    print("confidence  claims  right")
    for low, high in zip(BINS, (1.01, *BINS), strict=False):
        inside = [good for at, good in pairs if low <= read_off(curve, at) < high]
        if inside:
            print(f">= {low:<8}{len(inside):>7}  {sum(inside) / len(inside):.3f}")
    if arguments.write:
        _write("reliability", ("rule", "right", "seen"), [(r, f"{s:.3f}", str(n)) for r, (s, n) in known.items()])
        _write("confidence", ("score", "right"), [(f"{at:.4f}", f"{share:.3f}") for at, share in curve])
    return 0


def read_off(curve: Sequence[tuple[float, float]], at: float) -> float:
    """The curve's share at a score."""
    return next((share for start, share in reversed(curve) if at >= start), curve[0][1] if curve else at)


def _write(name: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    path = LEXICON / f"{name}.txt"
    head = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    lines = [*head, "\t".join(columns), *("\t".join(row) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
