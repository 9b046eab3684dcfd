"""How the comparison of documents grows: `python -m benchmarks.growth TEXTS.jsonl` prints one table.

An eighth, a quarter, a half and all of the documents of a file are extracted, compared with each other and checked,
each in a process of its own; the table holds processor seconds and peak memory of both steps. Every eighth document is
taken, not the first eighth: so the pairs that are worth comparing grow faster than the documents, as they do when an
archive fills up. The exponent is that of the power law between the first row and the last: 1 is linear. A row of the
file holds `id`, `text`, `date`, `title`.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import claimex
from claimex.checks import check_corpus
from claimex.compare import compare
from claimex.settings import Settings

PARTS = (8, 4, 2, 1)


@dataclass(frozen=True)
class Row:
    """One part of the documents. Times in processor seconds, memory in megabytes."""

    documents: int
    extract: float
    extract_mb: int
    across: float
    across_mb: int
    alignments: int
    findings: int

    @property
    def total(self) -> float:
        """Processor seconds of both steps."""
        return self.extract + self.across


def measure(path: Path, part: int) -> Row:
    """Extract and compare every `part`-th document of a file."""
    pipeline, settings = claimex.load(), Settings()
    lines = path.read_text(encoding="utf-8").splitlines()[::part]
    begun = time.process_time()
    documents = [
        pipeline(row["text"], date=row.get("date"), doc_id=row["id"], title=row.get("title"))
        for row in map(json.loads, lines)
    ]
    extracted, extract_mb = time.process_time(), _peak()
    comparison = compare(documents, settings)
    findings = check_corpus(documents, comparison, settings)
    return Row(
        documents=len(documents),
        extract=round(extracted - begun, 2),
        extract_mb=extract_mb,
        across=round(time.process_time() - extracted, 2),
        across_mb=_peak(),
        alignments=len(comparison.alignments),
        findings=len(findings),
    )


def exponent(first: Row, last: Row, name: str) -> float:
    """The power with which a column grows with the number of documents."""
    small, large = getattr(first, name), getattr(last, name)
    return math.log(large / small) / math.log(last.documents / first.documents)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _child(path: Path, part: int) -> Row:
    words = [sys.executable, "-m", "benchmarks.growth", str(path), "--part", str(part)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return Row(**json.loads(done.stdout))


def main() -> None:
    """Print the table, or with `--part` one row as JSON."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--part", type=int, help="measure every N-th document only and print JSON")
    args = parser.parse_args()
    if args.part:
        print(json.dumps(asdict(measure(args.texts, args.part))))
        return
    rows = [_child(args.texts, part) for part in PARTS]
    print("| documents | extract s | peak MB | compare + check s | peak MB | alignments | findings |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for row in rows:
        print("| " + " | ".join(str(value) for value in asdict(row).values()) + " |")
    for name in ("extract", "across", "total"):
        print(f"exponent of {name}: {exponent(rows[0], rows[-1], name):.2f}")


if __name__ == "__main__":
    main()
