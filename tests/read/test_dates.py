from __future__ import annotations

import datetime as dt

import pytest

from claimex.read import read_text
from claimex.read.dates import dateline_date, head_date, parse_date, url_date


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("2022-01-18 12:50:41 +0800", "2022-01-18"),
        ("2022-01-18T23:30:00+08:00", "2022-01-18"),
        ("2022-01-18T17:30:00Z", "2022-01-19"),
        ("2022-01-18T17:30:00.123Z", "2022-01-19"),
        ("Wed, 27 Jul 2022 03:41:43 GMT", "2022-07-27"),
        ("2022年1月8日", "2022-01-08"),
        ("2022/1/8 08:00", "2022-01-08"),
        ("20220108", "2022-01-08"),
        ("2022.01.08", "2022-01-08"),
    ],
)
def test_printed_dates(printed: str, day: str) -> None:
    assert parse_date(printed) == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    "printed", ["", "昨天", "2022年1月", "2022-13-45", "1月18日", "99999999", "Wed, 99 Foo 2022", "T"]
)
def test_what_is_no_full_date(printed: str) -> None:
    assert parse_date(printed) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("http://a.cn/2021-10/12/content_1.htm", "2021-10-12"),
        ("http://a.cn/n1/2021/1012/c1.html", "2021-10-12"),
        ("http://a.cn/20211012/1.html", "2021-10-12"),
    ],
)
def test_dates_in_addresses(url: str, day: str) -> None:
    assert url_date(url) == dt.date.fromisoformat(day)


def test_a_number_in_an_address_is_no_date() -> None:
    assert url_date("http://a.cn/id/20219912345678.html") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("新华社北京2021年10月11日电（记者 张三）近日", "2021-10-11"),
        ("新华社北京10月11日电 近日，有关部门于2021年9月30日印发文件。", "2021-10-11"),
        ("新华社北京1月3日电 会议2021年12月30日在京召开。", None),
        ("新华社北京10月11日电 《2020年某市投入公报》称，去年全市投入增长。", "2021-10-11"),
        ("新华社北京10月11日电 到2027年，全市将建成中心。", None),
        ("昨日召开的会议指出", None),
    ],
)
def test_datelines(text: str, day: str | None) -> None:
    assert dateline_date(text) == (dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("政府工作报告\n——2026年2月3日在大会上\n来源：某报\n时间：2026-02-09\n", "2026-02-09"),
        ("政府工作报告\n——2026年2月3日在大会上\n", "2026-02-03"),
        ("今天（9月26日）发布", None),
    ],
)
def test_dates_in_the_head(text: str, day: str | None) -> None:
    assert head_date(text) == (dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    ("raw", "date", "origin"),
    [
        ("---\ndate: 2022-01-18\n---\n正文。", "2022-01-18", "front_matter"),
        (
            '<meta property="article:published_time" content="2022-01-18T08:00:00+08:00"><p>正文</p>',
            "2022-01-18",
            "html",
        ),
        ('<meta property="og:url" content="http://a.cn/2022/01/18/a.html"><p>正文</p>', "2022-01-18", "url"),
        ("新华社北京2022年1月18日电 正文。", "2022-01-18", "dateline"),
        ("——2022年1月18日在会议上\n正文。", "2022-01-18", "text"),
        ("正文里没有日期。", None, None),
    ],
)
def test_where_the_date_comes_from(raw: str, date: str | None, origin: str | None) -> None:
    source = read_text(raw, doc_id="a.txt")
    assert source.date == (dt.date.fromisoformat(date) if date else None)
    assert source.date_from == origin
