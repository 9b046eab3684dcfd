"""JioNLP's money mentions of each line of standard input: one JSON list of [start, end, values, unit] a line."""

import contextlib
import io
import json
import sys

with contextlib.redirect_stdout(io.StringIO()):  # it greets on import
    import jionlp


def mentions(line: str) -> list[list[object]]:
    """Start, end, the numbers as strings, the unit."""
    found = []
    for money in jionlp.ner.extract_money(line):
        number = money["detail"]["num"]
        found.append([*money["offset"], number if isinstance(number, list) else [number], money["detail"]["case"]])
    return found


for text in sys.stdin.read().splitlines():
    print(json.dumps(mentions(text), ensure_ascii=False))
