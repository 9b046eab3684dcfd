"""Runs inside a peer's own environment: `python -m benchmarks.peers.serve ADAPTER`.

The first line of standard input is a JSON list of texts: `text`, `date`, `marked` (the stretches of the gold
quantities, for a converter that finds nothing itself). It is answered by a line with a JSON list, one
`{quantities, times}` a text. Each further line asks for a pass over them all, and is answered by its processor seconds.

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
import sys
import time
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.peers.rows import Row

    Call = tuple[str, dt.date, list[tuple[int, int]]]


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


def calls(adapter: Any, items: list[Row]) -> list[Call]:
    """What the adapter's `work` is given in one pass."""
    whole = getattr(adapter, "WHOLE", False)
    return [
        (line, dt.date.fromisoformat(item["date"]), marked)
        for item in items
        for _, line, marked in lines_of(item, whole=whole)
        if line.strip()
    ]


def clocked(adapter: Any, given: Sequence[Call]) -> float:
    """Processor seconds of one pass."""
    begun = time.process_time()
    for call in given:
        adapter.work(*call)
    return time.process_time() - begun


def main() -> None:
    """Read the texts, answer, and run as many passes as are asked for."""
    warnings.simplefilter("ignore")
    items = json.loads(sys.stdin.readline())
    with contextlib.redirect_stdout(io.StringIO()):  # JioNLP greets on import
        adapter = importlib.import_module("benchmarks.peers.adapters." + sys.argv[1])
        rows = [answer(adapter, item) for item in items]
    print(json.dumps(rows), flush=True)
    given = calls(adapter, items)
    for _ in sys.stdin:
        with contextlib.redirect_stdout(io.StringIO()):
            seconds = clocked(adapter, given)
        print(seconds, flush=True)


if __name__ == "__main__":
    main()
