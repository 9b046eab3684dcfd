"""What a reader keeps in mind while reading on: the document date and the times reported so far.

A partial date (7月10日, 一季度) takes its year from the sentence where it names one, else from the document date. 上年
and 当年 look at the year reported last, in the paragraph first, then in the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.numerals.dates import safe_date
from claimex.period import almanac

if TYPE_CHECKING:
    import datetime as dt

    from claimex.period.almanac import Span

REPORT_MONTHS = 3
"""Texts of January to March report on the year before: the reports to the People's Congresses are read then."""

_SENTENCE_END = re.compile(r"[。！？\n\r]")
_WILL_AT = re.compile(
    r"(?:将于|将在|定于|拟于|拟在|计划于|计划在|预计于|预计在|预计将于|将从|将自|持续[到至]|延续[到至]|延长[到至]|延期[到至]|推迟[到至]|起[到至])\Z"
)
_WILL = re.compile(r"将|拟|预计|计划|有望|力争|确保|到|(?<!截)至|定于|争取|届时|即将|安排在|推迟")
_WILL_AFTER = re.compile(
    r"(?:[底末中初上下旬日]{0,2}[之以]?前(?![0-9一二三四五六七八九十两])|[^。，！？；\n]{0,10}(?:将|起|举行|举办|开幕|上线|实施|施行|到来|有望|预计))"
)
_PLANNED = re.compile(
    r"[^。；，、\n]{0,8}?(?:建成|完成|实现|投产|投用|开工|建设|将|要|可|有望|力争|计划|达产|通车|交付|开通|启动|新增|培育|形成更多)"
)
_AIM = re.compile(r"将|力争|预期|目标|确保")
_QUARTERS = "一1二2三3四4"
_QUARTER = re.compile(rf"(?<![年比较于])([{_QUARTERS}])季度")
_NEAR_FUTURE = 45
_FAR_PAST = 60


@dataclass(slots=True)
class Context:
    """The running context of one article; `text` is the whole of it, positions point into it."""

    text: str
    date: dt.date | None
    year: int | None = None
    year_at: int = -1
    span: Span | None = None
    day: dt.date | None = None
    article_year: int | None = None
    article_span: Span | None = None
    floor: int = 0
    """Where the last mention ends."""
    census: tuple[dt.date, int] | None = None
    """The census the text reports on: its moment and the years since the one before."""
    movable: bool = False
    """Whether the span reported last is a festival, whose days differ from year to year."""

    def next_paragraph(self) -> None:
        """Forget the paragraph; the article remembers its last year."""
        if self.year is not None:
            self.article_year = self.year
            self.article_span = self.span
        self.year = self.span = self.day = None
        self.year_at = -1

    def report(self, span: Span, at: int, *, movable: bool = False) -> None:
        """Take note of a time that the text reports on."""
        known = span.end or span.start
        if known is None:
            return
        if span.grain == "day" and span.start == span.end:
            self.day = known
            if self.year is not None and self.year_at >= 0 and self.year == known.year:
                return
        self.year = known.year
        self.year_at = at
        if not span.as_of or self.span is None:
            self.span = span
            self.movable = movable

    def same_sentence(self, at: int) -> bool:
        """Whether the year reported last stands in the sentence of position `at`."""
        if self.year is None or not 0 <= at - self.year_at <= 300:
            return False
        return _SENTENCE_END.search(self.text, self.year_at, at) is None

    def reported_year(self) -> int | None:
        """The year the text reports on: named in the paragraph, in the article, or known from the document date."""
        if self.year is not None:
            return self.year
        default = self.default_year()
        if self.article_year is not None and (default is None or abs(self.article_year - default) <= 1):
            return self.article_year
        return default

    def new_year(self) -> int | None:
        """The year that 新的一年 greets: the coming one in November and December."""
        if self.date is None:
            return None
        return self.date.year + (self.date.month > 10)

    def reviews(self) -> bool:
        """Whether the document is of the months in which reports review a year or a term."""
        return self.date is not None and self.date.month <= REPORT_MONTHS

    def reviewed(self, start: int, end: int) -> bool:
        """Whether a 上半年 or 一季度 in a text of January to March is that of the year under review."""
        if self.date is None or not self.reviews() or self.planned(start, end):
            return False
        return (self.year if self.year is not None else self.article_year) == self.date.year - 1

    def default_year(self) -> int | None:
        """The year a text of this date reports on when it names none."""
        if self.date is None:
            return None
        return self.date.year - 1 if self.reviews() else self.date.year

    def whole_year(self, at: int) -> int | None:
        """The year of 全年: the one of the paragraph, of a review's section; of a target the document's own."""
        if self.year is not None:
            return self.year
        if self.date is None:
            return self.reported_year()
        here = self.date.year
        if self.reviews() and self.article_year in {here - 1, here}:
            return self.article_year
        return here if _AIM.search(self.text, max(0, at - 20), at + 20) else self.reported_year()

    def year_of(self, month: int, day: int, at: int, end: int) -> int | None:
        """The year of a month or day that is printed without one.

        The year named before it in the sentence; else the latest year in which it has begun by the document date,
        unless words of the future stand by it (将于3月举行, 12月底前完成) or it is only weeks ahead.
        """
        if self.same_sentence(at):
            return self.year
        if self.date is None:
            return None
        if self.year is not None and self.year < self.date.year - 1:
            return self.year
        return self.date.year + self._turn(month, day, at, end)

    def quarters_told(self, quarter: int, at: int, end: int) -> int | None:
        """The year before the document's, where a later quarter that is still ahead follows in the sentence as a fact.

        分季度看，一季度增长4.5%，…，四季度增长5.2%。 in a text of February: all of them are last year's.
        """
        if self.date is None or not self.reviews() or self.same_sentence(at):
            return None
        behind = self._behind(end, 80)
        later = [_QUARTERS.index(sign) // 2 + 1 for sign in _QUARTER.findall(behind)]
        latest = max((number for number in later if number > quarter), default=0)
        ahead = latest > 0 and safe_date(self.date.year, 3 * latest - 2, 1)
        told = not _WILL.search(behind) and not _AIM.search(behind)
        return self.date.year - 1 if ahead and ahead > self.date and told else None

    def nearest(self, days: dict[int, dt.date], at: int) -> int | None:
        """The year whose day lies nearest to the document date, days ahead counted double; or the sentence's year."""
        if self.same_sentence(at) or self.date is None:
            return self.year if self.same_sentence(at) else None
        here = self.date
        return min(
            days, key=lambda y: (days[y] - here).days * 2 if days[y] >= here else (here - days[y]).days, default=None
        )

    def _turn(self, month: int, day: int, at: int, end: int) -> int:
        """-1, 0 or 1: the last, this or the next year of the document date."""
        assert self.date is not None  # noqa: S101 (asked by year_of, after its own check)
        start = safe_date(self.date.year, month, min(day, almanac.month_length(self.date.year, month)))
        ahead = (start - self.date).days if start else 0
        before = self._before(at, 12)
        if ahead <= 0:
            return 1 if ahead < -_FAR_PAST and _WILL_AT.search(before) else 0
        return 0 if ahead <= _NEAR_FUTURE or _WILL.search(before) or _WILL_AFTER.match(self.text, end) else -1

    def planned(self, start: int, end: int) -> bool:
        """Whether what stands around `start:end` is planned: 年内建成, 力争年内开工."""
        return bool(_WILL.search(self._before(start, 8)) or _PLANNED.match(self.text, end))

    def will(self, at: int) -> bool:
        """Whether words of the future stand right before `at`."""
        return _WILL.search(self._before(at, 8)) is not None

    def past_year_end(self, at: int) -> bool:
        """Whether a bare 年底 in a text of the first months looks back: no words of the future stand by it."""
        return self.reviews() and _WILL.search(self._before(at, 12) + self._behind(at, 16)) is None

    def _before(self, at: int, length: int) -> str:
        """What stands before `at` in its sentence, `length` characters at most."""
        return _SENTENCE_END.split(self.text[max(0, at - length) : at])[-1]

    def _behind(self, at: int, length: int) -> str:
        """What stands from `at` on in its sentence, `length` characters at most."""
        return _SENTENCE_END.split(self.text[at : at + length])[0]
