"""The analyst's example: `python -m benchmarks.provinces REPORTS.jsonl` prints one table out of many reports.

For every provincial government report of a year: last year's regional GDP, its growth, and this year's target, by one
query on the claims. The reports are third-party text and not part of the project; a row of the file holds `id`, `text`,
`date`, `title` and `publisher`.
"""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import claimex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimex import Claim, Document

GDP = "地区生产总值"


@dataclass(frozen=True)
class Row:
    """One province: figures as printed, `-` where the report prints none."""

    area: str
    level: str
    growth: str
    target: str


def query(document: Document, year: int) -> Row:
    """Level and growth of regional GDP in `year`, and the target of the year after."""
    claims = [
        claim
        for claim in document.claims
        if claim.concept == GDP and claim.area and claim.area in (document.publisher or "")
    ]
    done = [claim for claim in claims if claim.status != "target" and _ends(claim) == year]
    level = [claim for claim in done if claim.measure == "level" and claim.quantity.unit == "元"]
    growth = [claim for claim in done if claim.measure == "growth" and claim.basis == "yoy" and _starts(claim) == year]
    target = [
        claim
        for claim in claims
        if claim.status == "target" and claim.measure == "growth" and claim.basis == "yoy" and _ends(claim) == year + 1
    ]
    latest = sorted(level, key=lambda claim: (claim.quantity.bound != "exact", -(claim.quantity.value or 0)))
    area = claims[0].area if claims else document.publisher
    return Row(area or "", _printed(latest), _printed(growth), _printed(target))


def _ends(claim: Claim) -> int | None:
    return claim.period.end.year if claim.period and claim.period.end else None


def _starts(claim: Claim) -> int | None:
    return claim.period.start.year if claim.period and claim.period.start else None


def _printed(claims: list[Claim]) -> str:
    if not claims:
        return "-"
    mark = {"over": ">", "about": "≈", "nearly": "<≈", "under": "<"}.get(claims[0].quantity.bound, "")
    return mark + "".join(claims[0].text.split())


def rows(reports: Iterable[dict[str, str]], year: int) -> Iterator[Row]:
    """One row a report, in order."""
    pipe = claimex.load()
    for report in reports:
        document = pipe(
            report["text"],
            date=report["date"],
            doc_id=report["id"],
            title=report["title"],
            publisher=report["publisher"],
        )
        yield query(document, year)


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--year", type=int, default=2025)
    arguments = parser.parse_args()
    reports = [json.loads(line) for line in arguments.reports.read_text(encoding="utf-8").splitlines() if line.strip()]
    print(f"| province | GDP {arguments.year} | growth | target {arguments.year + 1} |\n| --- | ---: | ---: | ---: |")
    for row in rows(reports, arguments.year):
        print(f"| {row.area} | {row.level} | {row.growth} | {row.target} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
