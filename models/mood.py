"""Learn how a government report sounds when it looks back and when it plans.

python -m models.mood REPORTS.jsonl [--write]

Paragraphs of whole reports, labelled by the heading they stand under (一、2025年工作回顾 looks back, 二、2026年重点工作
plans), teach a logistic model over the words that tell the two apart. Prints its share of right answers on reports it
has not seen; `--write` puts the model of all reports into `lexicon/moods.txt`, which `claimex.frame.mood` reads.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

import claimex
from claimex.lexicon import read_table
from models.logistic import fit_logistic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

TABLE = Path(__file__).parents[1] / "src" / "claimex" / "lexicon" / "moods.txt"
FOLDS = 9
WORDS = 200
RARE = 12
RIDGE = 1.0
FREE = 1e-6
SURE = 1.5
SHORT = 40
WINDOWS = (1, 2, 4)

_HEADING = re.compile(r"[一二三四五六]、")
_LOOKS_BACK = re.compile(r"回顾|总结|过去|取得|工作情况|完成情况")
_PLANS = re.compile(r"今年|重点|任务|安排|目标|总体要求|未来五年|20\d\d年(?!.*回顾)|十[四五六]五")
_DATED = re.compile(r"今年|去年|[五5]年来|过去五年|十[三四五六]五|20\d\d年")
_WORD = re.compile(r"[\u4e00-\u9fff]{1,4}")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph without a date, the report it comes from, whether its section plans, and its words."""

    report: str
    plans: bool
    words: frozenset[str]


def paragraphs(path: Path, words: Callable[[str], frozenset[str]]) -> Iterator[Paragraph]:
    """The undated paragraphs of the reports, with the mood of the section they stand in.

    By themselves and with those before them, so that the model may be asked about a text of any length.
    """
    for line in path.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        plans: bool | None = None
        before: list[frozenset[str]] = []
        for text in map(str.strip, report["text"].split("\n")):
            if _HEADING.match(text) and len(text) < 60:
                plans = False if _LOOKS_BACK.search(text) else True if _PLANS.search(text) else None
                before = []
            elif plans is not None and len(text) >= SHORT and not _DATED.search(text):
                before.append(words(text))
                for size in WINDOWS:
                    if len(before) >= size:
                        yield Paragraph(report["id"], plans, frozenset().union(*before[-size:]))


def telling(rows: Sequence[Paragraph]) -> list[str]:
    """The words that tell the moods apart best: by the log odds of a paragraph having them, in standard errors."""
    size = Counter(row.plans for row in rows)
    seen = {mood: Counter(word for row in rows if row.plans is mood for word in row.words) for mood in (True, False)}

    def strength(word: str) -> float:
        plan, past = seen[True][word] + 0.5, seen[False][word] + 0.5
        odds = math.log(plan / (size[True] + 1)) - math.log(past / (size[False] + 1))
        return abs(odds) / math.sqrt(1 / plan + 1 / past)

    common = sorted(word for word in seen[True] | seen[False] if seen[True][word] + seen[False][word] >= RARE)
    return sorted(common, key=lambda word: (-strength(word), word))[:WORDS]


def fit(rows: Sequence[Paragraph], vocabulary: Sequence[str]) -> NDArray[np.float64]:
    """The weight of every word, the constant last."""
    design = np.array([[*(word in row.words for word in vocabulary), 1] for row in rows], dtype=float)
    goal = np.array([float(row.plans) for row in rows])
    return fit_logistic(design, goal, np.array([*(RIDGE for _ in vocabulary), FREE]))


def score(row: Paragraph, vocabulary: Sequence[str], weights: NDArray[np.float64]) -> float:
    """The log odds that a paragraph plans."""
    return float(weights[-1] + sum(w for word, w in zip(vocabulary, weights, strict=False) if word in row.words))


def cross_validate(rows: Sequence[Paragraph]) -> str:
    """How often the model is right on reports it has not seen, over all paragraphs and over those it is sure of."""
    reports = sorted({row.report for row in rows})
    results: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        held = set(reports[fold::FOLDS])
        seen = [row for row in rows if row.report not in held]
        vocabulary = telling(seen)
        weights = fit(seen, vocabulary)
        results += [(score(row, vocabulary, weights), row.plans) for row in rows if row.report in held]
    sure = [(value, plans) for value, plans in results if abs(value) > SURE]
    shares = [sum((value > 0) == plans for value, plans in part) / len(part) for part in (results, sure)]
    return f"{len(results)} paragraphs: {shares[0]:.3f} right; sure of {len(sure) / len(results):.2f}: {shares[1]:.3f}"


def table(vocabulary: Sequence[str], weights: NDArray[np.float64]) -> str:
    """The model as a lexicon table."""
    head = TABLE.read_text(encoding="utf-8").split("\nword\t", 1)[0] if TABLE.is_file() else "# (no comment yet)"
    rows = [f"{word}\t{weight:.2f}" for word, weight in sorted(zip(vocabulary, weights, strict=False))]
    return "\n".join([head, "word\tweight", f"(always)\t{weights[-1]:.2f}", *rows, ""])


def main() -> None:
    """Fit, print how good it is, and write the table where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, help="JSON Lines file whose records have `id` and `text`")
    parser.add_argument("--write", action="store_true", help=f"write {TABLE.name}")
    args = parser.parse_args()
    segment = claimex.load().segmenter.words

    counted = {row["unit"] for row in read_table("units")} | {row["word"] for row in read_table("scales")}

    @cache
    def words(text: str) -> frozenset[str]:
        found = (token.text for token in segment(text))
        return frozenset(word for word in found if _WORD.fullmatch(word) and word not in counted)

    rows = list(paragraphs(args.reports, words))
    print(cross_validate(rows))
    if args.write:
        vocabulary = telling(rows)
        TABLE.write_text(table(vocabulary, fit(rows, vocabulary)), encoding="utf-8")


if __name__ == "__main__":
    main()
