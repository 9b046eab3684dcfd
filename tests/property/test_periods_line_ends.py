"""Law: how a file ends its lines changes no period."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.period import find_periods

LINES = st.lists(
    st.lists(
        st.sampled_from(
            [
                "2022年",
                "1—6月",
                "去年",
                "比上年",
                "同期",
                "截至6月底",
                "全年",
                "当年",
                "7月10日",
                "，新增",
                "。",
                "“十四五”",
                "这五年",
            ]
        ),
        max_size=5,
    ).map("".join),
    max_size=6,
)


def seen(text: str) -> list[object]:
    return [(m.text, m.period, m.kind, m.grain) for m in find_periods(text, dt.date(2023, 7, 11))]


@given(lines=LINES)
@settings(max_examples=150, derandomize=True, deadline=None)
def test_line_ends(lines: list[str]) -> None:
    assert seen("\n".join(lines)) == seen("\r\n".join(lines)) == seen("\r".join(lines))
