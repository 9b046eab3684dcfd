"""What the peers are asked: the seeds with their gold, and the case files of quantities and periods.

Every text is given clean, with the day it is dated. A time is a row with `start` and `end` of the mention, and the two
days as `first` and `last`; where `first` is null (截至, 到2027年), the last day decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from benchmarks.findings import GOLD, SEEDS
from benchmarks.score import read_gold, read_rows
from claimex.read import read_text
from claimex.reflow import reflow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimex.schema import Flow

Row = dict[str, Any]
CASES = Path(__file__).parents[2] / "tests" / "cases"
TIMES = Path(__file__).with_name("times.jsonl")
"""Labelled times of the seeds; what is labelled: `docs/peers.md`."""
ANY_DAY = "2023-07-11"
"""For the cases of quantities, which have no date."""


@dataclass(frozen=True)
class Text:
    """A text and what stands in it. `allowed`: stretches that may be taken for quantities or not (optional rows)."""

    text: str
    date: str
    quantities: list[Row] = field(default_factory=list)
    times: list[Row] = field(default_factory=list)
    allowed: list[Row] = field(default_factory=list)
    judged: bool = True
    """Whether a quantity anywhere else is a mistake: not in the cases of periods, which do not say."""

    def item(self) -> Row:
        """As an adapter is given it."""
        marked = [[row["start"], row["end"]] for row in self.quantities]
        return {"text": self.text, "date": self.date, "marked": marked}


def seeds() -> list[Text]:
    """The five articles."""
    days = {row["doc"]: row["date"] for row in read_rows(GOLD / "docs.jsonl")}
    claims = read_gold(GOLD / "claims.jsonl", SEEDS)
    times = read_gold(TIMES, SEEDS)
    texts = []
    for name, day in sorted(days.items()):
        flow = reflow(read_text((SEEDS / name).read_bytes().decode("utf-8"), doc_id=name))
        rows = _in_flow(flow, [row for row in claims if row["doc"] == name])
        found = _in_flow(flow, [row for row in times if row["doc"] == name])
        texts.append(
            Text(
                flow.text,
                day,
                [row for row in rows if not row.get("optional")],
                found,
                [row for row in rows if row.get("optional")],
            )
        )
    return texts


def _in_flow(flow: Flow, rows: Sequence[Row]) -> list[Row]:
    """Rows with the places they have in the running text."""
    raw = [flow.offsets.start(at) for at in range(len(flow.text))]
    placed = []
    for row in rows:
        inside = [at for at, origin in enumerate(raw) if row["start"] <= origin < row["end"]]
        if inside:
            placed.append({**row, "start": inside[0], "end": inside[-1] + 1})
    return placed


def cases() -> list[Text]:
    """Every case of quantities and every dated case of periods."""
    texts = []
    for case in _cases("quantity"):
        rows = _placed(case)
        right = [{"value": None, **row} for row in rows if "value" in row or "low" in row]
        texts.append(Text(case["text"], ANY_DAY, right, [], rows))
    for case in _cases("period"):
        if case["date"]:
            times = [row for row in _placed(case) if row["first"] or row["last"]]
            texts.append(Text(case["text"], str(case["date"]), times=times, judged=False))
    return texts


def _cases(stage: str) -> Iterator[Row]:
    """The cases of a stage, but for those in which one cannot tell where the expected string stands."""
    for path in sorted((CASES / stage).glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in data["cases"]:
            wanted = [row["text"] for row in case["expect"]]
            if all(case["text"].count(string) <= sum(string in other for other in wanted) for string in wanted):
                yield {"date": data.get("date"), **case}


def _placed(case: Row) -> list[Row]:
    """What a case expects, in order, with the place in its text; a period's own `start` and `end` become days."""
    rows, at = [], 0
    for wanted in case["expect"]:
        start = case["text"].index(wanted["text"], at)
        at = start + 1
        first, last = (str(wanted[name]) if wanted.get(name) else None for name in ("start", "end"))
        rows.append({**wanted, "first": first, "last": last, "start": start, "end": start + len(wanted["text"])})
    return rows
