"""Records that the scanners make without the checks are those that the checks would have made."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import yaml

from claimex.period import find_periods
from claimex.quantity import find_quantities

CASES = Path(__file__).parent / "cases"
DAY = dt.date(2024, 3, 5)


def test_every_field_is_given_and_of_its_type() -> None:
    paths = [*(CASES / "period").iterdir(), *(CASES / "quantity").iterdir()]
    pages = [yaml.safe_load(path.read_text("utf-8")) for path in paths]
    texts = [case["text"] for page in pages for case in page["cases"] if "text" in case]
    records = [record for text in texts for record in (*find_quantities(text), *find_periods(text, DAY))]
    inner = [getattr(record, "quantity", None) or getattr(record, "period", None) for record in records]
    assert len(records) > 1000
    for record in (*records, *inner):
        assert record is not None
        assert type(record).model_validate(record.model_dump(), strict=True) == record
        assert record.model_fields_set == set(type(record).model_fields)


def test_a_copy_does_not_share_what_it_knows_to_be_set() -> None:
    first, second = find_quantities("新增3家、4个")
    assert first.model_copy(update={"rule": "other"}).rule == "other"
    assert first.model_fields_set == second.model_fields_set == set(type(first).model_fields)
