"""What is kept while a page is read: decided slots, what a paragraph hands on, what headings and plans say."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimex.frame.mood import mood_of
from claimex.frame.status import opens_plan, opens_review, sets_target
from claimex.frame.subjects import is_lasting, is_sector
from claimex.frame.when import governs, idle, is_flow, is_now, is_recent, starts_from
from claimex.schema import Period

if TYPE_CHECKING:
    import datetime as dt

    from claimex.frame.cues import Cues
    from claimex.frame.page import Page, Spot
    from claimex.frame.readings import Reading
    from claimex.frame.when import When
    from claimex.schema import Block, PeriodMention
    from claimex.schema.claim import Aggregation, Status

_CONTINUES = re.compile(r"其中|同时|与此同时|此外|另外|在[^，,。]{2,16}方面")
"""A paragraph that opens like this goes on with the one before."""

_ASIDE = re.compile(r"其中|分(?:季度?|月|阶段|时段)看|从环比看|环比看")
"""What a sentence says after this holds for a part of its time, and is not handed on."""

_GROWS = re.compile(r"同比|环比|比上年|较上年|增长|下降|增速|其中")
"""A headline's second line that opens like this goes on with the first."""


@dataclass(slots=True)
class Framed:
    """A spot with its decided slots and the rules that decided them."""

    spot: Spot
    cues: Cues
    indicator: str
    indicator_rule: str
    area: str | None
    area_rule: str
    subject: str | None
    when: When
    reading: Reading
    aggregation: Aggregation | None
    status: Status
    status_rule: str
    source: str | None
    new: bool = False
    owned: bool = False
    """Whether the subject is only the first part of the indicator's phrase: it holds for no other figure."""
    group: int = 0


@dataclass(slots=True)
class Paragraph:
    """What one sentence of a paragraph hands on to the next."""

    area: str | None = None
    told: str | None = None
    """The area of the last figure: what opens with 其中 is a part of it."""
    when: PeriodMention | None = None
    indicator: str = ""
    subject: str | None = None
    section: Status | None = None


_NUMBERED = re.compile(r"[一二三四五六七八九十]+、")
_SUBORDINATE = re.compile(r"[（(][一二三四五六七八九十]+[）)]|\d+[.．、]|[一二三四五六七八九十]+是")
_YEAR_PLAN = re.compile(r"(?:今年|20\d\d年)[^，,。；]{0,16}(?:预期目标|主要目标|总体要求|重点(?:做好|抓好|工作))")


@dataclass(slots=True)
class Section:
    """What a heading or an announcement says of everything below it.

    `time`: when it holds; `plan`: its figures are targets; `review`: they are results; `numbered`: a numbered heading
    has opened it, so that only the next one of its depth ends it.
    """

    time: PeriodMention | None = None
    plan: bool = False
    review: bool = False
    numbered: bool = False
    past: Period | None = None
    """The year that a review without a date looks back on."""


_NEAR = 4
"""Paragraphs before and after one that tell of its mood."""

_OF_THE_DAY = re.compile(r"昨[日天晚]|今[日天晨](?!的)|日前|近日|当[日天晚]|\d日(?![起前内在])|现场|目前|同比")
"""Words of news and bulletins: a report on a year and the next has no days, and its plans have no growth so far."""

_LONG_AGO = 1100
"""Days: three years."""

_REPORTING_MONTHS = 3
"""Until March governments report on the year before."""


class Outline:
    """Where the reader is: the paragraph so far, the section around it, and the article's lead.

    `lead` is the last stretch of time that figures of several paragraphs may share; `titled` the time of the heading
    right above.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._block = -1
        self.paragraph = Paragraph()
        self.section = Section()
        self._assumed: Section | None = None
        self.lead: PeriodMention | None = None
        self.titled: PeriodMention | None = None
        self._sector: str | None = None
        self._begun = False

    def date(self, block: int) -> dt.date | None:
        """The date that counts for a block: its article's, else the document's."""
        article = self._page.flow.articles[self._page.flow.blocks[block].article]
        return article.date or self._page.source.date

    def enter(self, block: int) -> None:
        """Go to a block; nothing happens inside the one where the reader is."""
        if block == self._block:
            return
        blocks, text = self._page.flow.blocks, self._page.flow.text
        before = blocks[self._block] if self._block >= 0 else None
        here, kept = blocks[block], self.paragraph
        self.paragraph, self._block = Paragraph(), block
        if before is None or before.article != here.article:
            self.lead = self.titled = self._sector = None
            self._begun = False
            self.section = Section()
            before = None
        else:
            self._announce(before)
        if here.kind == "heading":
            self._head(here)
        self._assumed = self._by_mood(here)
        self.paragraph.subject = self._sector
        if before is not None:
            self._hand_over(before, here, kept, text)
        if self.paragraph.when is None and here.kind in {"item", "box", "table", "caption"}:
            self.paragraph.when = self.titled

    def section_of(self) -> Section:
        """What the headings say of the block where the reader is, else how it sounds."""
        return self._assumed or self.section

    def _by_mood(self, here: Block) -> Section | None:
        """A report's paragraph under no heading that says so, in the months of reports, may plan or look back."""
        date = self.date(self._block)
        if self.section.plan or self.section.review or date is None or date.month > _REPORTING_MONTHS:
            return None
        if here.kind == "heading" or self._page.story(here.article):
            return None
        text, around = self._page.flow.text, self._around(here)
        if _OF_THE_DAY.search(text, around[0].start, around[-1].end):
            return None
        mood = mood_of(text[here.start : here.end], text[around[0].start : around[-1].end], self._page.words)
        if mood == "plan":
            return Section(plan=True)
        year = date.replace(year=date.year - 1, month=1, day=1)
        past = Period(start=year, end=year.replace(month=12, day=31))
        return Section(past=past) if mood == "review" else None

    def _around(self, here: Block) -> list[Block]:
        """The paragraphs around one, not past a heading or the end of its article."""
        blocks, at = self._page.flow.blocks, self._block
        first, last = at, at
        while first > max(0, at - _NEAR) and _go_together(blocks[first - 1], here):
            first -= 1
        while last < min(len(blocks) - 1, at + _NEAR) and _go_together(blocks[last + 1], here):
            last += 1
        return list(blocks[first : last + 1])

    def _hand_over(self, before: Block, here: Block, kept: Paragraph, text: str) -> None:
        """What a paragraph takes over from the one before it."""
        if _CONTINUES.match(text, here.start):
            self.paragraph = replace(self.paragraph, area=kept.area, when=kept.when)
        elif before.kind in {"heading", "box"} and here.kind != "heading":
            self.paragraph.when = kept.when
        if before.kind == here.kind and here.kind in {"heading", "box"}:
            self.paragraph.indicator = kept.indicator
            grows = _GROWS.match(text, here.start)
            self.paragraph.when = self.paragraph.when or (kept.when if grows else None)

    def leave(self, start: int, end: int, framed: list[Framed], area: str | None) -> None:
        """Keep what the sentence `start:end` says for those after it; `area` is the place that opens it."""
        kept, text = self.paragraph, self._page.flow.text[start:end]
        times = self._times(start, end)
        if aside := _ASIDE.search(text):
            times = [time for time in times if time.start < start + aside.start()]
        text_all = self._page.flow.text
        lasting = [time for time in times if not is_now(time) and not starts_from(text_all, time)]
        if times:
            last = lasting[-1] if lasting and not is_now(times[-1]) else None
            kept.when = last if last and not self._history(last) else None
            flows = [time for time in times if is_flow(time) and is_recent(time, self.date(self._block))]
            self.lead = flows[0] if flows else self.lead
        kept.area = area or kept.area
        if framed:
            kept.indicator, kept.told = framed[-1].indicator, framed[-1].area
            named = [one.subject for one in framed if one.subject and not one.owned and is_lasting(one.subject)]
            if not self._begun and named and is_sector(named[0]):
                self._sector = named[0]
            self._begun = True
            kept.subject = named[0] if named and not (self.section_of().review or self.section_of().plan) else None
        if sets_target(text) or (framed and framed[-1].status == "target" and not self.section_of().review):
            kept.section = "target"
        if _YEAR_PLAN.search(text) and (ahead := self._ahead(times)):
            self.section = Section(time=ahead[0], plan=True, numbered=True)

    def _history(self, time: PeriodMention) -> bool:
        """Whether a story only tells of long ago: what follows speaks of today again."""
        date, end = self.date(self._block), time.period.end
        story = self._page.story(self._page.flow.blocks[self._block].article)
        return story and date is not None and end is not None and (date - end).days > _LONG_AGO

    def _announce(self, block: Block) -> None:
        """`未来五年…聚焦5个主要目标。具体包括：` opens a plan for the paragraphs below."""
        text = self._page.flow.text[block.start : block.end]
        if block.kind == "heading" or not opens_plan(text, heading=False):
            return
        if ahead := self._ahead(self._times(block.start, block.end)):
            self.section = Section(time=ahead[-1], plan=True, numbered=self.section.numbered)

    def _head(self, block: Block) -> None:
        """A heading ends the section above it unless it is subordinate, and may open a plan or a review."""
        text = self._page.flow.text[block.start : block.end]
        times = self._times(block.start, block.end)
        numbered = bool(_NUMBERED.match(text))
        self.titled = times[-1] if times else None
        if _SUBORDINATE.match(text) or (self.section.numbered and not numbered and not times):
            return
        self.section = Section(numbered=numbered)
        if opens_review(text) and not self._page.story(block.article):
            self.section.review = True
            self.section.time = times[0] if len(times) == 1 else None
        elif (ahead := self._ahead(times)) and opens_plan(text, heading=True):
            self.section.plan, self.section.time, self.lead = True, ahead[-1], None
        if times and is_flow(times[-1]) and not self._ahead(times):
            self.lead = times[-1]

    def _times(self, start: int, end: int) -> list[PeriodMention]:
        text = self._page.flow.text
        return [time for time in self._page.periods_in(start, end) if governs(time) and not idle(text, time)]

    def _ahead(self, times: list[PeriodMention]) -> list[PeriodMention]:
        """The times that end after the date."""
        date = self.date(self._block)
        return [time for time in times if date and time.period.end and time.period.end > date]


def _go_together(one: Block, other: Block) -> bool:
    return one.kind == other.kind and one.article == other.article
