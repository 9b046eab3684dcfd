"""Law: any text and date give ordered, disjoint mentions; no period ends before it starts; nothing raises."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.period import find_periods

PIECES = st.sampled_from(
    [
        *"年月日号周季初末底前后来至到比较同当上下本去今明十一二三0123456789—-、，。“”《》\n \r",
        *(
            "2020",
            "2023年",
            "1—6月",
            "去年",
            "上年",
            "同期",
            "截至",
            "自",
            "以来",
            "前",
            "个月",
            "季度",
            "“十四五”",
            "五年",
        ),
        *(
            "未来",
            "近",
            "春节",
            "假期",
            "春运",
            "党的十八大",
            "7月10日",
            "上午9时",
            "二〇二一年",
            "9999年",
            "1000年",
            "旬",
        ),
    ]
)
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join))
DATES = st.one_of(st.none(), st.dates(), st.dates(dt.date(2008, 1, 1), dt.date(2027, 12, 31)))


@given(text=TEXTS, date=DATES)
@settings(max_examples=400, derandomize=True, deadline=None)
def test_any_text(text: str, date: dt.date | None) -> None:
    floor = 0
    for mention in find_periods(text, date):
        assert floor <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text == mention.period.text
        start, end = mention.period.start, mention.period.end
        assert start is None or end is None or start <= end
        assert end is not None or not mention.period.as_of
        floor = mention.end
