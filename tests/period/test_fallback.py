"""Metadata dates through the one door to dateparser: nothing that the string does not print."""

from __future__ import annotations

import datetime as dt

import pytest

from claimex.period.fallback import parse_loose


@pytest.mark.parametrize(
    "text",
    [
        "2022-01-18",
        "Jan. 18, 2022",
        "January 18, 2022",
        "18 January 2022",
        "18 Jan 2022",
        "Tuesday, January 18, 2022 10:30",
    ],
)
def test_reads(text: str) -> None:
    assert parse_loose(text) == dt.date(2022, 1, 18)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "January 2022",
        "2022",
        "January 18",
        "2 days ago",
        "yesterday",
        "约2020年",
        "Feb 30, 2022",
        "Jan 2022 to Mar 2023",
    ],
)
def test_declines(text: str) -> None:
    assert parse_loose(text) is None


def test_a_page_is_no_field() -> None:
    assert parse_loose("January 18, 2022 " * 20) is None
