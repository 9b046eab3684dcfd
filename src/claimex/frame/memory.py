"""What is kept while a page is read: decided slots, what a paragraph hands on, what headings and plans say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimex.frame.status import opens_plan, sets_target
from claimex.frame.subjects import is_group
from claimex.frame.when import governs, is_flow, is_now, is_recent

if TYPE_CHECKING:
    import datetime as dt

    from claimex.frame.cues import Cues
    from claimex.frame.page import Page, Spot
    from claimex.frame.readings import Reading
    from claimex.frame.when import When
    from claimex.schema import Block, PeriodMention
    from claimex.schema.claim import Status

_CONTINUES = re.compile(r"其中|同时|与此同时|此外|另外|在[^，,。]{2,16}方面")
"""A paragraph that opens like this goes on with the one before."""

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
    status: Status
    status_rule: str
    source: str | None
    new: bool = False
    group: int = 0


@dataclass(slots=True)
class Paragraph:
    """What one sentence of a paragraph hands on to the next."""

    area: str | None = None
    when: PeriodMention | None = None
    indicator: str = ""
    subject: str | None = None
    section: Status | None = None


class Outline:
    """Where the reader is: the paragraph so far, and what headings, leads and announced plans say of what follows.

    `lead` is the last stretch of time that figures of several paragraphs may share; `titled` the time of the heading
    above; `plan` the time of a plan that a heading or a paragraph ending in a colon has opened.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._block = -1
        self.paragraph = Paragraph()
        self.lead: PeriodMention | None = None
        self.titled: PeriodMention | None = None
        self.plan: PeriodMention | None = None

    def date(self, block: int) -> dt.date | None:
        """The date that counts for a block: its article's, else the document's."""
        article = self._page.flow.articles[self._page.flow.blocks[block].article]
        return article.date or self._page.source.date

    def enter(self, block: int) -> None:
        """Go to a block; nothing happens inside the one where the reader is."""
        if block == self._block:
            return
        blocks = self._page.flow.blocks
        before = blocks[self._block] if self._block >= 0 else None
        here, kept, text = blocks[block], self.paragraph, self._page.flow.text
        same = before is not None and before.article == here.article
        self.paragraph, self._block = Paragraph(), block
        if before is None or not same:
            self.lead = self.plan = self.titled = None
        else:
            self._announce(before)
        if here.kind == "heading":
            self._head(here)
        if same and _CONTINUES.match(text, here.start):
            self.paragraph = Paragraph(area=kept.area, when=kept.when)
        elif same and before is not None and before.kind in {"heading", "box"} and here.kind != "heading":
            self.paragraph.when = kept.when
        if same and before is not None and before.kind == here.kind and here.kind in {"heading", "box"}:
            self.paragraph.indicator = kept.indicator
            self.paragraph.when = self.paragraph.when or (kept.when if _GROWS.match(text, here.start) else None)
        if self.paragraph.when is None and here.kind in {"item", "box", "table", "caption"}:
            self.paragraph.when = self.titled

    def leave(self, start: int, end: int, framed: list[Framed], area: str | None) -> None:
        """Keep what the sentence `start:end` says for those after it; `area` is the place that opens it."""
        kept = self.paragraph
        times = [time for time in self._page.periods_in(start, end) if governs(time)]
        lasting = [time for time in times if not is_now(time)]
        if times:
            kept.when = lasting[-1] if lasting else None
            flows = [time for time in times if is_flow(time) and is_recent(time, self.date(self._block))]
            self.lead = flows[0] if flows else self.lead
        kept.area = area or kept.area
        if framed:
            kept.indicator = framed[-1].indicator
            kept.subject = next((one.subject for one in framed if one.subject and not is_group(one.subject)), None)
        if sets_target(self._page.flow.text[start:end]) or (framed and framed[-1].status == "target"):
            kept.section = "target"

    def _announce(self, block: Block) -> None:
        """`未来五年…聚焦5个主要目标。具体包括：` opens a plan for the paragraphs below."""
        text = self._page.flow.text[block.start : block.end]
        if block.kind == "heading" or not opens_plan(text, heading=False):
            return
        times = [time for time in self._page.periods_in(block.start, block.end) if governs(time)]
        ahead = [time for time in times if self._ahead(time, block)]
        self.plan = ahead[-1] if ahead else self.plan

    def _head(self, block: Block) -> None:
        """A heading ends the plan above it, may open one (`2026年主要目标`), or sets the time of what follows."""
        times = [time for time in self._page.periods_in(block.start, block.end) if governs(time)]
        self.plan = None
        self.titled = times[-1] if times else None
        if not times:
            return
        ahead = self._ahead(times[-1], block)
        plans = ahead and opens_plan(self._page.flow.text[block.start : block.end], heading=True)
        self.plan = times[-1] if plans else None
        if is_flow(times[-1]) and not ahead:
            self.lead = times[-1]
        elif plans:
            self.lead = None

    def _ahead(self, time: PeriodMention, block: Block) -> bool:
        date = self._page.flow.articles[block.article].date or self._page.source.date
        return bool(date and time.period.end and time.period.end > date)
