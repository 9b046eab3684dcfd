"""The table of figures in both README files: `python -m benchmarks.readme_figures` measures and writes it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import claimex
from benchmarks.run import claim_columns

ROOT = Path(__file__).parents[1]
SHOWN = ("precision", "recall", "f1", "measure", "bound", "status", "period", "area", "indicator", "claim_exact")
_TABLE = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- /figures -->)", re.DOTALL)


def table() -> str:
    """One figure a line, one gold set a column."""
    columns, _ = claim_columns(claimex.load())
    lines = [f"| `make bench` | {' | '.join(columns)} |", "| --- |" + " ---: |" * len(columns)]
    lines.append("| claims | " + " | ".join(str(column["gold"]) for column in columns.values()) + " |")
    lines += [
        f"| {name} | " + " | ".join(f"{column[name]:.3f}" for column in columns.values()) + " |" for name in SHOWN
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Replace the table between the two marks."""
    text = table()
    for path in sorted(ROOT.glob("README*.md")):
        old = path.read_text(encoding="utf-8")
        path.write_text(_TABLE.sub(lambda _: text, old), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
