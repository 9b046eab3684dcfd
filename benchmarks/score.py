"""Score claims against hand-labelled ones: `python -m benchmarks.score PRED.jsonl GOLD.jsonl DOCS_DIR`.

A predicted quantity matches a gold one when the two overlap and agree in value and unit. Slots are scored on matched
quantities only. Gold rows say where they are by `start` and `end`, or by `anchor` and `text` with white space removed.
What the fields mean and when a slot is right: `benchmarks/gold/GUIDELINES.md`.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

Row = dict[str, Any]

ONE_UNIT = (
    {"人", "名", "位人"},
    {"公里", "千米", "km"},
    {"平方公里", "平方千米"},
    {"公斤", "千克", "kg"},
    {"千瓦时", "度", "kWh"},
    {"%", "％"},
    {"百分点", "个百分点"},
    {"元", "人民币", "元人民币"},
    {"摄氏度", "℃"},
    {"公顷", "hm2"},
    {"米", "m"},
    {"吨", "t"},
    {"岁", "周岁"},
    {"‰", "千分点"},
    {"", "位"},
)
CORE = ("measure", "direction", "bound", "indicator", "area", "period", "status")
SLOTS = (*CORE, "subject", "basis", "aggregation", "source")
TOLERANCE = Decimal("0.0005")
"""Relative: labels round fractions (三分之二 is 66.67)."""

_QUOTES_AND_SPACE = re.compile(r"[\s“”\"'‘’《》]")
_AREA_TAIL = re.compile(r"省|市|自治区|特别行政区|壮族|回族|维吾尔")


@dataclass
class Tally:
    """Counts while scoring. `errors` holds one readable tuple for everything that went wrong."""

    found: int = 0
    false: int = 0
    missed: int = 0
    overlapped: int = 0
    exact: int = 0
    slots: Counter[str] = field(default_factory=Counter)
    by_doc: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    errors: list[tuple[object, ...]] = field(default_factory=list)


def figures(tally: Tally) -> dict[str, float]:
    """The table: counts as whole numbers, rates between 0 and 1."""
    gold = tally.found + tally.missed
    precision = _share(tally.found, tally.found + tally.false)
    recall = _share(tally.found, gold)
    return {
        "gold": gold,
        "precision": precision,
        "recall": recall,
        "f1": 2 * precision * recall / (precision + recall) if precision + recall else 0,
        "span_recall": _share(tally.overlapped, gold),
        **{slot: _share(tally.slots[slot], tally.found) for slot in SLOTS},
        "claim_exact": _share(tally.exact, gold),
    }


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0


def score(predicted: Iterable[Row], gold: Sequence[Row]) -> Tally:
    """Score claims of the gold set's documents; gold rows must be located, claims of other documents are left out."""
    names = {row["doc"] for row in gold}
    claims: dict[str, list[Row]] = defaultdict(list)
    for claim in predicted:
        name = claim["doc_id"] if claim["doc_id"] in names else Path(claim["doc_id"]).name
        if name in names:
            claims[name].append(claim)
    tally = Tally()
    for name in sorted(names):
        _score_document(tally, name, claims[name], [row for row in gold if row["doc"] == name])
    return tally


def _score_document(tally: Tally, name: str, claims: Sequence[Row], gold: Sequence[Row]) -> None:
    """Every gold row takes the first claim that matches it, else the first that overlaps it, out of the game."""
    used: set[int] = set()
    for row in gold:
        near = [
            number
            for number, claim in enumerate(claims)
            if number not in used and claim["start"] < row["end"] and row["start"] < claim["end"]
        ]
        hit = next((number for number in near if quantity_matches(claims[number]["quantity"], row)), None)
        if near:
            used.add(near[0] if hit is None else hit)
        if row.get("optional"):
            continue
        tally.overlapped += bool(near)
        if hit is not None:
            tally.found += 1
            tally.by_doc[name]["found"] += 1
            _score_slots(tally, name, claims[hit], row)
            continue
        tally.missed += 1
        tally.false += bool(near)  # a mention found with a wrong value is both a miss and a false claim
        tally.by_doc[name]["missed"] += 1
        got = [(claims[n]["text"], claims[n]["quantity"].get("value"), claims[n]["quantity"].get("unit")) for n in near]
        want = row.get("value") or (row.get("low"), row.get("high"))
        tally.errors.append(("quantity", name, row["text"], "want", want, row.get("unit"), "got", got))
    for number, claim in enumerate(claims):
        if number not in used:
            tally.false += 1
            tally.by_doc[name]["spurious"] += 1
            tally.errors.append(("spurious", name, claim["text"], claim.get("indicator")))


def _score_slots(tally: Tally, name: str, claim: Row, row: Row) -> None:
    right = {slot: slot_right(slot, claim, row) for slot in SLOTS}
    tally.slots.update(slot for slot in SLOTS if right[slot])
    tally.exact += all(right[slot] for slot in CORE)
    for slot in CORE:
        if not right[slot]:
            got = claim["quantity"].get("bound") if slot == "bound" else claim.get(slot)
            tally.errors.append((slot, name, row["text"], "want", row.get(slot), "got", got))


def quantity_matches(quantity: Row, row: Row) -> bool:
    """Equal value (or equal ends of a range) and one unit."""
    names = ("low", "high") if row.get("value") is None else ()
    if not all(_close(_number(quantity.get(name)), _number(row.get(name))) for name in ("value", *names)):
        return False
    units = (row.get("unit"), *_alternatives(row, "unit"))
    return any(_one_unit(quantity.get("unit"), unit) for unit in units)


def _alternatives(row: Row, slot: str) -> list[Any]:
    return list((row.get("alt") or {}).get(slot, []))


def _one_unit(left: str | None, right: str | None) -> bool:
    a, b = (left or "").strip(), (right or "").strip()
    return a == b or any(a in same and b in same for same in ONE_UNIT)


def _number(value: object) -> Decimal | None:
    try:
        return None if value is None else Decimal(str(value)).normalize()
    except InvalidOperation:
        return None


def _close(left: Decimal | None, right: Decimal | None) -> bool:
    if left is None or right is None:
        return left is right
    return left == right or (right != 0 and abs(left - right) / abs(right) < TOLERANCE)


def slot_right(slot: str, claim: Row, row: Row) -> bool:
    """Whether a slot of a claim is one of the answers that the gold row accepts."""
    if slot == "indicator":
        return _indicator_right(claim.get("indicator"), row.get("indicator") or [])
    value = claim["quantity"].get("bound") if slot == "bound" else claim.get(slot)
    accepted = (row.get(slot), *_alternatives(row, slot))
    equal = _EQUAL.get(slot, _same)
    return any(equal(value, answer) for answer in accepted)


def _indicator_right(value: str | None, accepted: Sequence[str]) -> bool:
    if not accepted:
        return not value
    return any(_bare(value) == _bare(answer) or _overlap(_bare(value), _bare(answer)) >= 0.8 for answer in accepted)


def _same(value: Any, answer: Any) -> bool:
    return (value or None) == (answer or None)


def _same_bound(value: Any, answer: Any) -> bool:
    return bool(value == answer)


def _same_area(value: str | None, answer: str | None) -> bool:
    return (not value and not answer) or bool(value and answer and _area(value) == _area(answer))


def _similar_name(value: str | None, answer: str | None) -> bool:
    if not value or not answer:
        return not value and not answer
    left, right = _bare(value), _bare(answer)
    return _overlap(left, right) >= 0.7 or left in right or right in left


def _same_period(value: Row | None, answer: Row | None) -> bool:
    if not value or not (value.get("start") or value.get("end")):
        return not answer or not (answer.get("start") or answer.get("end"))
    if not answer:
        return False
    if answer.get("as_of"):  # the date of a state: the month is enough
        return bool((value.get("end") or "")[:7] == (answer.get("end") or "")[:7])
    return value.get("start") == answer.get("start") and value.get("end") == answer.get("end")


_EQUAL: dict[str, Callable[[Any, Any], bool]] = {
    "bound": _same_bound,
    "area": _same_area,
    "subject": _similar_name,
    "source": _similar_name,
    "period": _same_period,
}


def _bare(text: str | None) -> str:
    return _QUOTES_AND_SPACE.sub("", text or "")


def _area(text: str) -> str:
    return _AREA_TAIL.sub("", _bare(text)).replace("中国", "全国").replace("我国", "全国")


def _overlap(left: str, right: str) -> float:
    """F1 of two strings as bags of characters."""
    if not left or not right:
        return 0.0
    return 2 * (Counter(left) & Counter(right)).total() / (len(left) + len(right))


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def read_gold(path: Path, docs: Path) -> list[Row]:
    """Gold rows, each with `start` and `end` in its document's text."""
    texts: dict[str, str] = {}
    rows = read_rows(path)
    for row in rows:
        if "start" not in row:
            name = row["doc"]
            if name not in texts:
                texts[name] = read_text(docs / name)
            row["start"], row["end"] = _locate(texts[name], row["anchor"], row["text"])
    return rows


def read_text(path: Path) -> str:
    """A document as it stands in its file, line ends and all."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def _locate(text: str, anchor: str, mention: str) -> tuple[int, int]:
    """Where `mention` stands in `text`; both it and the anchor around it are written without white space."""
    kept = [at for at, character in enumerate(text) if not character.isspace()]
    flat = "".join(text[at] for at in kept)
    first = flat.index(anchor) + anchor.index(mention)
    return kept[first], kept[first + len(mention) - 1] + 1


def print_figures(table: dict[str, float]) -> None:
    """One figure a line."""
    for name, value in table.items():
        print(f"{name:12s} {value:.3f}" if isinstance(value, float) else f"{name:12s} {value}")


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.score", description=__doc__)
    parser.add_argument("predicted", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("docs", type=Path)
    parser.add_argument("--by-doc", action="store_true", help="counts of every document")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N errors, the same ones every time")
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args(argv)
    tally = score(read_rows(args.predicted), read_gold(args.gold, args.docs))
    if args.json:
        print(json.dumps(figures(tally)))
    else:
        print_figures(figures(tally))
    if args.by_doc:
        for name in sorted(tally.by_doc):
            counts = tally.by_doc[name]
            print(name, *(f"{word} {counts[word]}" for word in ("found", "spurious", "missed")))
    random.Random(1).shuffle(tally.errors)  # noqa: S311 (a sample to read, not a secret)
    for error in tally.errors[: args.errors]:
        print("  ", *error)
    return 0


if __name__ == "__main__":
    sys.exit(main())
