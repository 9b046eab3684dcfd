"""How well words are cut, and at what cost: `python -m benchmarks.segmentation`.

The hand-cut sample is third-party text and lies outside the repository; without it only the costs are printed. Figures
are shares in per cent; costs are measured in fresh processes on one core. `--gate` ends with 1 when a figure is worse
than its limit.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimex.errors import ModelError
from claimex.segment.boundaries import forced_starts
from claimex.segment.segmenter import JiebaCutter, Segmenter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT.parent / "shared" / "gold-dev" / "segmentation.txt"
SEEDS = ROOT / "seeds"

Span = tuple[int, int]

LIMITS: dict[str, tuple[str, float]] = {
    "word F1": (">=", 94.5),
    "numbers intact": (">=", 100.0),
    "points over jieba + rule": (">=", 2.0),
    "model MB": ("<=", 6.0),
    "load s": ("<=", 0.5),
    "memory added MB": ("<=", 150.0),
    "slowdown at 3 M characters": ("<=", 1.5),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence cut by hand: its words, and the indicator phrases marked by brackets."""

    text: str
    words: tuple[Span, ...]
    phrases: tuple[Span, ...]


def read_sample(path: Path) -> list[Sentence]:
    """Read lines of `source word word [ word word ] …`; `#` starts a comment."""
    sentences: list[Sentence] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        text, words, phrases, opened = "", [], [], []
        for word in line.split()[1:]:
            if word == "[":
                opened.append(len(text))
            elif word == "]":
                phrases.append((opened.pop(), len(text)))
            else:
                words.append((len(text), len(text) + len(word)))
                text += word
        sentences.append(Sentence(text, tuple(words), tuple(phrases)))
    return sentences


def quality(sentences: Sequence[Sentence], cut: Callable[[str], Sequence[Span]]) -> dict[str, float]:
    """Word F1, and the shares of number literals and indicator phrases whose both edges are kept."""
    gold = found = same = 0
    numbers = [0, 0]
    phrases = [0, 0]
    for sentence in sentences:
        words = set(cut(sentence.text))
        gold += len(sentence.words)
        found += len(words)
        same += len(words.intersection(sentence.words))
        literals = [span for span in sentence.words if is_number(sentence.text[span[0] : span[1]])]
        numbers = [numbers[0] + len(words.intersection(literals)), numbers[1] + len(literals)]
        edges = {0, *(end for _, end in words)}
        kept = sum(start in edges and end in edges for start, end in sentence.phrases)
        phrases = [phrases[0] + kept, phrases[1] + len(sentence.phrases)]
    return {
        "word F1": 200 * same / (gold + found),
        "numbers intact": 100 * numbers[0] / numbers[1],
        "phrase edges kept": 100 * phrases[0] / phrases[1],
    }


def is_number(word: str) -> bool:
    """Whether a hand-cut word is a number in digits."""
    return word.replace(".", "").replace(",", "").isdigit() and word.isascii()


def shipped(text: str) -> list[Span]:
    """The words of the shipped model."""
    return list(Segmenter().spans(text))


def jieba_with_rule() -> Callable[[str], list[Span]]:
    """Jieba's words with the same number rule.

    Raises:
        ModelError: jieba is not installed.
    """
    jieba = JiebaCutter()

    def cut(text: str) -> list[Span]:
        starts = forced_starts(text, jieba.starts(text))
        return list(zip(starts, [*starts[1:], len(text)], strict=True))

    return cut


_FRESH = """
import json, re, time
from pathlib import Path
import numpy, srsly
import claimex.segment.segmenter
from claimex.settings import Settings

def resident():
    status = Path("/proc/self/status")
    return int(re.search(r"VmRSS:\\s+([0-9]+)", status.read_text()).group(1)) / 1024 if status.is_file() else 0.0

before = resident()
began = time.perf_counter()
segmenter = claimex.segment.segmenter.load_segmenter(Settings())
loaded = time.perf_counter() - began
segmenter.words("研发经费达到526.79亿元")
print(json.dumps([loaded, resident() - before]))
"""


def costs() -> dict[str, float]:
    """Load time and memory of a fresh process, size on disk, speed, and how speed holds out in one long string."""
    runs = [json.loads(subprocess.check_output([sys.executable, "-c", _FRESH], cwd=ROOT / "src")) for _ in range(3)]
    text = "".join("".join(path.read_text(encoding="utf-8").split()) for path in sorted(SEEDS.glob("*.txt")))
    folder = ROOT / "src" / "claimex" / "models" / "zh-policy-seg-1.0.0"
    short = characters_per_second(text)
    long = characters_per_second((text * (3_000_000 // len(text) + 1))[:3_000_000])
    return {
        "model MB": sum(path.stat().st_size for path in folder.iterdir()) / 1e6,
        "load s": min(loaded for loaded, _ in runs),
        "memory added MB": min(added for _, added in runs),
        "characters a second": short,
        "characters a second in one string of 3 M": long,
        "slowdown at 3 M characters": short / long,
    }


def characters_per_second(text: str) -> float:
    """Processor time of `words` on a text; the first call, which fills tables, does not count."""
    segmenter = Segmenter()
    segmenter.words(text[:50_000])
    began = time.process_time()
    count = sum(1 for _ in segmenter.spans(text))
    return len(text) / (time.process_time() - began) if count else 0.0


def measure() -> dict[str, float]:
    """Every figure that can be had here."""
    table: dict[str, float] = {}
    if SAMPLE.is_file():
        sentences = read_sample(SAMPLE)
        table |= quality(sentences, shipped)
        try:
            other = quality(sentences, jieba_with_rule())["word F1"]
            table |= {"word F1 of jieba + rule": other, "points over jieba + rule": table["word F1"] - other}
        except ModelError:
            print("jieba is not installed: no comparison", file=sys.stderr)
    else:
        print(f"no hand-cut sample at {SAMPLE.name}: costs only", file=sys.stderr)
    return table | costs()


def misses(table: dict[str, float]) -> list[str]:
    """Figures that are worse than their limits."""
    return [
        f"{name}: {table[name]:.2f}, limit {sign} {limit}"
        for name, (sign, limit) in LIMITS.items()
        if name in table and (table[name] < limit if sign == ">=" else table[name] > limit)
    ]


def main() -> int:
    """Print the table; with `--gate`, judge it."""
    parser = argparse.ArgumentParser(description="Score the shipped segmentation model and measure its costs.")
    parser.add_argument("--gate", action="store_true", help="end with 1 when a figure is worse than its limit")
    args = parser.parse_args()
    table = measure()
    for name, value in table.items():
        sign, limit = LIMITS.get(name, ("", 0.0))
        print(f"{name:42}{value:12.1f}" + (f"   limit {sign} {limit:g}" if sign else ""))
    failed = misses(table)
    print("\n".join(failed), file=sys.stderr)
    return int(args.gate and bool(failed))


if __name__ == "__main__":
    sys.exit(main())
