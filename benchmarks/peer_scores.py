"""What other libraries make of the same quantities: `python -m benchmarks.peer_scores`.

Every peer gets the clean running text of the seeds, line by line, and the case texts that hold no quantity. Counted are
the gold quantities whose value it finds, those whose value and unit it finds, the codes, names and fixed words that it
takes for numbers, and characters a second (claimex: quantities and periods; a peer: what its speed script runs).
Peers run in environments of their own; one that cannot be installed is left out with a message.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.findings import SEEDS
from benchmarks.score import ONE_UNIT, TOLERANCE, read_gold
from benchmarks.speed import HERE, PEERS, Peer, PeerError, _command, _environment, peer_speed
from claimex.period import find_periods
from claimex.quantity import find_quantities
from claimex.read import read_text
from claimex.reflow import reflow

if TYPE_CHECKING:
    from claimex.schema import Flow

CASES = HERE.parent / "tests" / "cases" / "quantity"
NEGATIVE = ("not_codes", "not_words", "not_dates")
Mention = tuple[int, int, tuple[Decimal, ...], str]


@dataclass(frozen=True)
class Figures:
    """Of `gold` quantities: how many values, how many values with units; of `codes` texts: in how many it found one."""

    name: str
    values: int
    units: int
    taken: int
    speed: float


def own_speed(lines: list[str], rounds: int = 20) -> float:
    """Characters a second of quantities and periods on one core."""
    text, day = "\n".join(lines), dt.date(2023, 7, 11)
    find_quantities(text)
    find_periods(text, day)
    begun = time.process_time()
    for _ in range(rounds):
        find_quantities(text)
        find_periods(text, day)
    return rounds * len(text) / (time.process_time() - begun)


def own(lines: list[str]) -> list[list[Mention]]:
    """Claimex's mentions of each line."""
    return [
        [
            (
                found.start,
                found.end,
                tuple(v for v in (found.quantity.value, found.quantity.low, found.quantity.high) if v is not None),
                found.quantity.unit,
            )
            for found in find_quantities(line)
        ]
        for line in lines
    ]


def peer(which: Peer, lines: list[str]) -> list[list[Mention]]:
    """A peer's mentions of each line.

    Raises:
        PeerError: it cannot be installed or does not run.
    """
    script = HERE / "peers" / which.script.replace("_speed", "_find")
    answer = _command([str(_environment(which)), str(script)], "\n".join(lines)).splitlines()[-len(lines) :]
    return [[_mention(row) for row in json.loads(line)] for line in answer]


def _mention(row: list[Any]) -> Mention:
    values = []
    for number in row[2]:
        try:
            values.append(Decimal(str(number)))
        except InvalidOperation:
            continue
    return row[0], row[1], tuple(values), row[3]


def seed_lines() -> tuple[list[str], list[tuple[int, dict[str, Any]]]]:
    """The lines of the seeds' running text, and every gold quantity with the number of its line."""
    lines: list[str] = []
    placed: list[tuple[int, dict[str, Any]]] = []
    gold = [row for row in read_gold(HERE / "gold" / "claims.jsonl", SEEDS) if not row.get("optional")]
    for path in sorted(SEEDS.glob("*.txt")):
        flow = reflow(read_text(path.read_bytes().decode("utf-8"), doc_id=path.name))
        start = 0
        for line in flow.text.split("\n"):
            for row in gold:
                if row["doc"] != path.name:
                    continue
                place = _in_line(flow, row, start, start + len(line))
                if place is not None:
                    placed.append((len(lines), {**row, "start": place[0], "end": place[1]}))
            lines.append(line)
            start += len(line) + 1
    return lines, placed


def _in_line(flow: Flow, row: dict[str, Any], start: int, end: int) -> tuple[int, int] | None:
    """Where a gold row stands in a line of the flow, or None."""
    inside = [at for at in range(start, end) if row["start"] <= flow.offsets.start(at) < row["end"]]
    return (inside[0] - start, inside[-1] + 1 - start) if inside else None


def measure(found: list[list[Mention]], placed: list[tuple[int, dict[str, Any]]]) -> tuple[int, int]:
    """Compare mentions with gold rows: any overlapping mention may have the value, or the value and the unit."""
    values = units = 0
    for line, row in placed:
        near = [m for m in found[line] if m[0] < row["end"] and row["start"] < m[1]]
        right = [m for m in near if _same_value(m[2], row)]
        values += bool(right)
        units += any(_same_unit(m[3], row["unit"]) for m in right)
    return values, units


def _same_value(values: tuple[Decimal, ...], row: dict[str, Any]) -> bool:
    """A share may be given as 0.122 or as 12.2."""
    wanted = [Decimal(str(row[key])) for key in ("value", "low", "high") if row.get(key) is not None]
    if len(values) != len(wanted):
        return False
    factors = (Decimal(1), Decimal(100)) if row["unit"] == "%" else (Decimal(1),)
    return any(
        all(abs(have * factor - want) <= abs(want) * TOLERANCE for have, want in zip(values, wanted, strict=True))
        for factor in factors
    )


def _same_unit(have: str, want: str) -> bool:
    return have == want or any(have in group and want in group for group in ONE_UNIT)


def negatives() -> list[str]:
    """The case texts in which nothing is a quantity."""
    texts: list[str] = []
    for name in NEGATIVE:
        data = yaml.safe_load((CASES / f"{name}.yaml").read_text(encoding="utf-8"))
        texts += [case["text"].replace("\n", " ") for case in data["cases"]]
    return texts


def main() -> int:
    """Print the table."""
    lines, placed = seed_lines()
    codes = negatives()
    rows = [Figures("claimex", *measure(own(lines), placed), sum(map(bool, own(codes))), own_speed(lines))]
    for which in PEERS:
        try:
            taken = sum(map(bool, peer(which, codes)))
            found = measure(peer(which, lines), placed)
            rows.append(Figures(which.name, *found, taken, peer_speed(which, lines)))
        except PeerError as error:
            print(f"{which.name} left out: {error}", file=sys.stderr)
    print(f"{'':24s} {'value':>6s} {'value + unit':>13s} {'taken for quantities':>21s} {'characters / s':>15s}")
    for row in rows:
        print(f"{row.name:24s} {row.values:6d} {row.units:13d} {row.taken:21d} {row.speed:15,.0f}")
    print(f"of {len(placed)} gold quantities of the seeds and {len(codes)} codes, dates, names and fixed words")
    return 0


if __name__ == "__main__":
    sys.exit(main())
