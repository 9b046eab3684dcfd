"""Money and time of JioNLP over the lines of standard input; prints characters, seconds and mentions as JSON."""

import contextlib
import io
import json
import sys
import time

with contextlib.redirect_stdout(io.StringIO()):  # it greets on import
    import jionlp


def mentions(line: str) -> int:
    """How many money and time mentions a line holds."""
    return len(jionlp.ner.extract_money(line)) + len(jionlp.ner.extract_time(line))


def main() -> None:
    """Warm up on one line, then measure."""
    lines = sys.stdin.read().splitlines()
    mentions(lines[0])
    begun = time.process_time()
    found = sum(mentions(line) for line in lines)
    seconds = time.process_time() - begun
    print(json.dumps({"chars": sum(map(len, lines)), "seconds": seconds, "mentions": found}))


main()
