"""Numbers, units and times of Recognizers-Text over the lines of standard input; prints a JSON object."""

import json
import sys
import time
from collections.abc import Callable
from typing import Any

from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number, recognize_ordinal, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension
from recognizers_text import Culture

RECOGNIZERS: tuple[Callable[[str, str], list[Any]], ...] = (
    recognize_number,
    recognize_ordinal,
    recognize_percentage,
    recognize_currency,
    recognize_dimension,
    recognize_datetime,
)


def mentions(line: str) -> int:
    """How many mentions of all kinds a line holds; a line it cannot take holds none."""
    found = 0
    for recognize in RECOGNIZERS:
        try:
            found += len(recognize(line, Culture.Chinese))
        except Exception:  # noqa: BLE001, S112 (some lines make it raise; its speed is asked for)
            continue
    return found


def main() -> None:
    """Warm up on one line, then measure."""
    lines = sys.stdin.read().splitlines()
    mentions(lines[0])
    begun = time.process_time()
    found = sum(mentions(line) for line in lines)
    seconds = time.process_time() - begun
    print(json.dumps({"chars": sum(map(len, lines)), "seconds": seconds, "mentions": found}))


main()
