"""Wrapped and joined text must say the same: `python -m benchmarks.wrapping CORPUS…` counts where they do not.

Every line of every document of the corpora is wrapped as a program wraps, every so many characters, inside words and
numbers, and its quantities are compared with those of the text as it was: where they begin (blanks left out), what they
say, value, unit and bound. A row of a corpus holds `id` and `text`. Prints one line a width, and with `--show` each
quantity that is gone (-) or new (+) with the text around it. Ends with 1 if more than `--most` per thousand differ.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import claimex

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

WIDTHS = (20, 30, 40)
AROUND = 20


class Seen(NamedTuple):
    """A quantity and where it begins, blanks and line breaks left out."""

    start: int
    text: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    bound: str


def wrapped(text: str, width: int) -> str:
    """The text with a line break after every `width` characters of a line."""
    lines = text.split("\n")
    return "\n".join(line[at : at + width] for line in lines for at in range(0, max(len(line), 1), width))


def seen(text: str) -> Counter[Seen]:
    """The quantities of a text, in a form that does not know how it was wrapped."""
    before = [0, *accumulate(not letter.isspace() for letter in text)]
    found: Counter[Seen] = Counter()
    for mention in claimex.quantities(text):
        q = mention.quantity
        said = "".join(mention.text.split())
        found[Seen(before[mention.start], said, q.value, q.low, q.high, q.unit, q.bound)] += 1
    return found


def texts(paths: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Id and text of every document."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["id"], row["text"]


def print_difference(name: str, width: int, text: str, signs: dict[str, Counter[Seen]]) -> None:
    """Each quantity that is gone or new, with what stands around it."""
    flat = "".join(text.split())
    for sign, quantities in signs.items():
        for one in quantities:
            near = flat[max(0, one.start - AROUND) : one.start + AROUND]
            print(f"{name}\t{width}\t{sign}\t{one.text} {one.value} {one.unit} {one.bound}\t{near}")


def measure(paths: Sequence[Path], widths: Sequence[int], *, show: bool) -> tuple[int, Counter[int], Counter[int]]:
    """How many quantities there are, and by width how many are gone or new and in how many documents."""
    total, differing, documents = 0, Counter[int](), Counter[int]()
    for name, text in texts(paths):
        plain = seen(text)
        total += sum(plain.values())
        for width in widths:
            other = seen(wrapped(text, width))
            signs = {"-": plain - other, "+": other - plain}
            count = sum(sum(quantities.values()) for quantities in signs.values())
            if count:
                differing[width] += count
                documents[width] += 1
                if show:
                    print_difference(name, width, text, signs)
    return total, differing, documents


def main(argv: Sequence[str] | None = None) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.wrapping", description=__doc__)
    parser.add_argument("corpora", nargs="+", type=Path, metavar="CORPUS")
    parser.add_argument("--widths", type=int, nargs="+", default=WIDTHS)
    parser.add_argument("--show", action="store_true", help="print every difference")
    parser.add_argument("--most", type=int, default=1, help="per thousand of the quantities that may differ")
    args = parser.parse_args(argv)
    total, differing, documents = measure(args.corpora, args.widths, show=args.show)
    print(f"{total} quantities")
    for width in args.widths:
        print(f"{width:4d} a line: {differing[width]} gone or new, in {documents[width]} documents")
    return int(any(1000 * differing[width] > args.most * total for width in args.widths))


if __name__ == "__main__":
    sys.exit(main())
