"""Runs inside a peer's own environment: `python -m benchmarks.peers.serve ADAPTER`.

Standard input is a JSON list of texts: `text`, `date`, `marked` (the stretches of the gold quantities, for a converter
that finds nothing itself). The last line of standard output is a JSON object: `rows`, one `{quantities, times}` a text,
and `chars` and `seconds` of the median of further passes over them, in processor time.

An adapter is a module of `adapters/` with `quantities(line, day, marked)` or `times(line, day)` or both, and with
`work(line, day, marked)`, the library's own part of that, which is what the clock is held to. It is given one line at a
time; one with `WHOLE = True` is given the text as it is.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib
import io
import json
import statistics
import sys
import time
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.peers.rows import Row

LONG_ENOUGH = 3.0
"""Seconds that the passes last together at least."""


def lines_of(item: Row, *, whole: bool) -> Iterator[tuple[int, str, list[tuple[int, int]]]]:
    """Where each line begins, the line, and the marked stretches inside it, counted from its begin."""
    start = 0
    for line in [item["text"]] if whole else item["text"].split("\n"):
        end = start + len(line)
        yield start, line, [(a - start, b - start) for a, b in item["marked"] if start <= a and b <= end]
        start = end + 1


def answer(adapter: Any, item: Row) -> dict[str, list[Row]]:
    """What an adapter finds in one text."""
    day = dt.date.fromisoformat(item["date"])
    found: dict[str, list[Row]] = {"quantities": [], "times": []}
    for start, line, marked in lines_of(item, whole=getattr(adapter, "WHOLE", False)):
        if not line.strip():
            continue
        if hasattr(adapter, "quantities"):
            found["quantities"] += [_moved(row, start) for row in adapter.quantities(line, day, marked)]
        if hasattr(adapter, "times"):
            found["times"] += [_moved(row, start) for row in adapter.times(line, day)]
    return found


def _moved(row: Row, start: int) -> Row:
    row["start"] += start
    row["end"] += start
    return row


def clocked(adapter: Any, items: list[Row]) -> tuple[int, float]:
    """Characters, and processor seconds of the median pass: the fastest would favour whoever makes the most passes."""
    whole = getattr(adapter, "WHOLE", False)
    calls = [
        (line, dt.date.fromisoformat(item["date"]), marked)
        for item in items
        for _, line, marked in lines_of(item, whole=whole)
        if line.strip()
    ]
    passes: list[float] = []
    while sum(passes) < LONG_ENOUGH:
        begun = time.process_time()
        for call in calls:
            adapter.work(*call)
        passes.append(time.process_time() - begun)
    return sum(len(item["text"]) for item in items), statistics.median(passes)


def main() -> None:
    """Read the texts, answer, and measure."""
    warnings.simplefilter("ignore")
    items = json.load(sys.stdin)
    with contextlib.redirect_stdout(io.StringIO()):  # JioNLP greets on import
        adapter = importlib.import_module("benchmarks.peers.adapters." + sys.argv[1])
        rows = [answer(adapter, item) for item in items]
        chars, seconds = clocked(adapter, items)
    print("\n" + json.dumps({"rows": rows, "chars": chars, "seconds": seconds}))


if __name__ == "__main__":
    main()
