"""Document dates: what metadata prints, what a dateline says, what the head of a text says. Nothing is invented."""

from __future__ import annotations

import datetime as dt
import re
from email.utils import parsedate_to_datetime

_CHINA = dt.timezone(dt.timedelta(hours=8))
_FULL = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[ \t]{0,3}[-/.年][ \t]{0,3}(\d{1,2})[ \t]{0,3}[-/.月][ \t]{0,3}(\d{1,2})(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_ZONED = re.compile(r"(?:19|20)\d\d-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d{1,6})?(?:Z|\+00:?00)$")
_URL = re.compile(r"/((?:19|20)\d\d)[-/_]?(\d\d)[-/_]?(\d\d)(?!\d)")
_HEAD = 600
_PRINTED = r"(?:19|20)\d\d[ \t]{0,3}[-/.年][ \t]{0,3}\d{1,2}[ \t]{0,3}[-/.月][ \t]{0,3}\d{1,2}(?!\d)日?"
_LABELLED = re.compile(
    rf"(?:^|[ \t\u3000|｜])(?:(?:发布|发表|更新)?时间|(?:发布)?日期)[ \t]{{0,2}}[：:]\s{{0,4}}{_PRINTED}", re.MULTILINE
)
_LONE = re.compile(
    rf"^[ \t\u3000（(]{{0,4}}{_PRINTED}(?:[ \t]{{1,3}}\d\d?:\d\d(?::\d\d)?)?[）)]?[ \t]{{0,4}}$", re.MULTILINE
)
_SPEECH = re.compile(rf"^[ \t\u3000]{{0,4}}[—―－-]{{0,4}}[ \t]?{_PRINTED}在[^，。\n]{{2,40}}上", re.MULTILINE)
_AGENCY = (
    r"(?:新华社|中新社|中新网|人民网|新华网|央视网|中国网|光明网|本报|本网"
    r"|[\u4e00-\u9fff]{2,6}(?:日报|晚报|时报|商报|晨报|社|网))"
)
_DATELINE = re.compile(
    rf"{_AGENCY}(?P<place>[\u4e00-\u9fff]{{2,8}}?)?[ \u3000]?"
    r"(?:(?P<year>(?:19|20)\d\d)年)?(?P<month>\d{1,2})月[ \t]?\n?(?P<day>\d{1,2})日(?:[电讯]|消息|报道)"
)
_REPORT = re.compile(r"本报讯\s{0,3}[（(][^（）()\n]{0,30}[）)]\s{0,3}(?P<month>\d{1,2})月(?P<day>\d{1,2})日")
_LAST_YEAR = re.compile(r"《[^《》]{0,30}?((?:19|20)\d\d)[^《》]{0,30}》[^。]{0,60}去\s?年")


def parse_date(printed: str) -> dt.date | None:
    """The day a metadata field prints, in Chinese time where it gives UTC; none where it holds no full date.

    >>> parse_date("2022-01-18 12:50:41 +0800")
    datetime.date(2022, 1, 18)
    >>> parse_date("Wed, 27 Jul 2022 17:30:00 GMT")
    datetime.date(2022, 7, 28)
    >>> parse_date("2022年1月") is None
    True
    """
    printed = printed.strip()[:80]
    if _ZONED.match(printed):
        return _in_china(printed.replace("Z", "+00:00"))
    found = _FULL.search(printed) or _COMPACT.search(printed)
    if found:
        return _day(found[1], found[2], found[3])
    try:
        moment = parsedate_to_datetime(printed)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return (moment.astimezone(_CHINA) if moment.tzinfo else moment).date()


def _in_china(printed: str) -> dt.date | None:
    try:
        return dt.datetime.fromisoformat(printed).astimezone(_CHINA).date()
    except (ValueError, OverflowError):
        return None


def url_date(url: str) -> dt.date | None:
    """The day in a web address (`/2021-10/12/`, `/20211012/`), none where there is none."""
    found = _URL.search(url[:500])
    return _day(found[1], found[2], found[3]) if found else None


def dateline_date(text: str) -> dt.date | None:
    """The first dateline's day (新华社北京10月11日电), its year completed from the text; none where nothing says it."""
    found = _DATELINE.search(text[:20_000]) or _REPORT.search(text[:20_000])
    if found is None:
        return None
    groups = found.groupdict()
    if groups.get("year"):
        return _day(groups["year"], groups["month"], groups["day"])
    return complete_date(text, int(groups["month"]), int(groups["day"]))


def complete_date(text: str, month: int, day: int) -> dt.date | None:
    """`month`, `day` with a year the text says, else none.

    The year is that of a full date within two months of the day, else the year after the one a report is about whose
    figures the text calls last year's (《2020年…公报》称…，去年).
    """
    fulls = [date for found in _FULL.finditer(text) if (date := _day(found[1], found[2], found[3]))]
    days = [date for year in {full.year for full in fulls} if (date := _day(str(year), str(month), str(day)))]
    near = [(abs((date - full).days), date) for date in days for full in fulls if full.year == date.year]
    if near and min(near)[0] <= 60:
        return min(near)[1]
    report = _LAST_YEAR.search(text)
    return _day(str(int(report[1]) + 1), str(month), str(day)) if report else None


def head_date(text: str) -> dt.date | None:
    """A date that the head of the text prints as its own, none else.

    That is a labelled time (时间：2026-02-09), a line that is nothing but a time, or the day of a speech below its
    title (——2026年2月3日在…会议上), in this order. A date inside a sentence is an event's, often a past one.
    """
    head = text[:_HEAD]
    for pattern in (_LABELLED, _LONE, _SPEECH):
        for line in pattern.finditer(head):
            found = _FULL.search(line[0])
            if found and (date := _day(found[1], found[2], found[3])):
                return date
    return None


def _day(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
