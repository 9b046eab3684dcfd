"""What comes out of `check`, and the mentions alone."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

import pytest

import claimex

if TYPE_CHECKING:
    from pathlib import Path

    from claimex import Pipeline

TEXT = "去年，全市研发经费达到 526.79 亿\n元，同比增长12.2%，其中企业投入20亿～30亿元。\n"


@cache
def pipeline() -> Pipeline:
    return claimex.load()


def test_a_table_has_one_row_a_claim_and_flat_columns() -> None:
    result = claimex.check([pipeline()(TEXT, date="2021-10-12", doc_id="a.txt")])
    frame = result.to_frame()
    assert len(frame) == len(result.claims) == 3
    assert frame["quantity_value"].iloc[0] == Decimal(52679000000)
    assert frame["quantity_low"].iloc[2] == Decimal(2000000000)
    assert frame["period_start"].iloc[0] == dt.date(2020, 1, 1)
    assert not {"quantity", "period", "derivation"} & set(frame.columns)


def test_a_table_without_claims_has_the_same_columns() -> None:
    empty = claimex.check([pipeline()("没有数字。", doc_id="a.txt")]).to_frame()
    assert list(empty.columns) == list(claimex.check([pipeline()(TEXT, doc_id="a.txt")]).to_frame().columns)
    assert len(empty) == 0


def test_documents_of_one_name_are_declined() -> None:
    document = pipeline()(TEXT, doc_id="a.txt")
    with pytest.raises(claimex.ClaimexError, match="two documents have this name"):
        claimex.check([document, document])


def test_nothing_in_nothing_out() -> None:
    result = claimex.check([])
    assert (result.documents, result.claims, result.findings) == ((), (), ())


def test_write_gives_the_path_of_the_page(tmp_path: Path) -> None:
    result = claimex.check([pipeline()(TEXT, date="2021-10-12", doc_id="a.txt")])
    page = result.write(str(tmp_path / "new" / "folder"))
    assert page.name == "report.html"
    rows = [json.loads(line) for line in (page.parent / "claims.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == [claim.id for claim in result.claims]
    assert rows[0]["quantity"]["value"] == "52679000000"


def test_quantities_point_into_the_text_as_given() -> None:
    found = claimex.quantities(TEXT)
    assert [mention.text for mention in found] == ["526.79 亿\n元", "12.2%", "20亿～30亿元"]
    assert all(TEXT[mention.start : mention.end] == mention.text for mention in found)
    assert found[0].quantity.value == Decimal(52679000000)


def test_periods_are_resolved_against_the_day_of_the_text() -> None:
    text = "去年研发经费增长。今年1—6\n月保持平稳。"
    for date in ("2021-10-12", dt.date(2021, 10, 12)):
        last_year, half = claimex.periods(text, date=date)
        assert (last_year.text, last_year.period.start) == ("去年", dt.date(2020, 1, 1))
        assert (half.text, half.period.end) == ("今年1—6\n月", dt.date(2021, 6, 30))
    assert claimex.periods(text)[0].period.start is None
    with pytest.raises(claimex.ClaimexError, match="not a date"):
        claimex.periods(text, date="last year")
