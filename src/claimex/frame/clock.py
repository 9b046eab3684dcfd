"""The time of a figure, and whether it is a result or a plan: each helps to decide the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.frame.places import NATION
from claimex.frame.status import find_status
from claimex.frame.when import When, at_the_start, deadline, default_when, find_when, over_the_plan, since, starts_from

if TYPE_CHECKING:
    import datetime as dt

    from claimex.frame.cues import Cues
    from claimex.frame.memory import Framed, Outline
    from claimex.frame.page import Page, Spot
    from claimex.frame.readings import Reading
    from claimex.frame.status import Setting
    from claimex.frame.where import Areas
    from claimex.schema import PeriodMention, Sentence
    from claimex.schema.claim import Status

_PLANNING_MONTHS = 3
_LOCAL_PLANNING_MONTHS = 6
"""Until March a plan without a time is one for the year, one of a province or city until June."""

_LED = frozenset({"money", "concentration", "count:person-time", "freight"})
"""Dimensions of what statistics measure over a stretch of time: without one near, the article's lead holds."""

_RATE = re.compile(r"(?:率|比例|指数)(?:为|达|到|是|在|约|超过|高达|高于|低于|保持在)*$")
_GROWN = re.compile(
    r"\s?[，,]?(?:同比|比上年(?:同期)?|比去年(?:同期)?|较上年(?:同期)?)?(?:实际)?(?:增长|下降|增加|减少)(?![到至为])"
)
"""What has grown by so much is measured over the time of the article's lead, be it in tonnes or hectares."""

_WORTH = re.compile(r"(?:总投资|造价|价值|售价|注册资本)(?:额)?(?:达|约|近|超|为|超过|[了是到])*$")
"""What a thing costs is a state of it: `总投资42亿元的灌区`."""

_NOW = re.compile(r"目前|当前|眼下|截至|此前|据|今天|昨天|日前|近日|[本此]次|这[两三四五]")
"""A sentence that opens like this leaves the plan that its paragraph has begun."""

_LATELY = re.compile(
    r"[\s“]*(?:前不久|不久前|近日|日前|最近|如今|现在|现如今|近几年|近年来|近些年|多年来|连续多年|长期以来)"
)
"""A sentence that opens like this has a time of its own, and takes none from the one before."""


class Clock:
    """Tells the period and the status of the figures of one page."""

    def __init__(self, page: Page, outline: Outline, areas: Areas) -> None:
        self._page, self._text = page, page.flow.text
        self._outline, self._areas = outline, areas

    def tell(self, spot: Spot, anchor: Spot, cues: Cues, done: list[Framed]) -> tuple[When, Status, str]:
        """Period and status decide each other: a plan without a time is due this year, a year ahead is a plan."""
        block = self._page.sentences[spot.sentence].block
        date, outline = self._outline.date(block), self._outline
        references = [(anchor.left_start + start, anchor.left_start + end) for start, end in cues.references]
        found = find_when(self._page, spot, references, self._carried_time(spot, cues, done))
        sentence = self._page.sentences[spot.sentence]
        status, rule = find_status(
            self._text[sentence.start : spot.mention.start],
            self._text[spot.mention.end : spot.clause[1]],
            self._setting(sentence),
            found.period if found else None,
            date,
        )
        if found and rule == "status.future" and self._only_goes_on(found, block, date):
            status, rule = "actual", "status.default"
        planned = status == "target"
        over = found and found.period and found.period.end and date and found.period.end < date
        if found and over and rule == "status.section" and found.rule in {"when.clause", "when.sentence"}:
            status, rule, planned = "actual", "status.past", False
        section = outline.section_of()
        if found is None and section.review and section.time and spot.mention.kind != "rank":
            return When(section.time.period, section.time, "when.section"), status, rule
        if found is None and section.past and status == "actual" and spot.mention.kind != "rank":
            return When(section.past, None, "when.past_year"), status, rule
        if found is None or (planned and over and found.rule != "when.clause"):
            months = _PLANNING_MONTHS if self._areas.home(block) in {None, NATION} else _LOCAL_PLANNING_MONTHS
            yearly = planned and (section.plan or (date is not None and date.month <= months))
            return default_when(date, planned=yearly), status, rule
        return (deadline(found) if planned else found), status, rule

    def _only_goes_on(self, found: When, block: int, date: dt.date | None) -> bool:
        """Whether a news story's figure only stands after one of the running year: that makes no plan of it."""
        period, near = found.period, found.rule in {"when.clause", "when.sentence", "when.after"}
        runs = period is not None and period.end is not None and date is not None and period.end.year == date.year
        return runs and not near and self._page.story(self._page.flow.blocks[block].article)

    def _setting(self, sentence: Sentence) -> Setting:
        """A plan that the paragraph has begun, else what the section is."""
        section = self._outline.section_of()
        goes_on = not _NOW.match(self._text, sentence.start)
        if goes_on and self._outline.paragraph.section == "target" and not section.review:
            return "plan"
        return "plan" if section.plan else "review" if section.review else None

    def _carried_time(self, spot: Spot, cues: Cues, done: list[Framed]) -> tuple[PeriodMention | None, str]:
        """The time handed on and by what: the claim before, the sentence before, a plan, the article's lead."""
        for one in reversed(done):
            told = one.when.mention is not None and one.reading.rule != "measure.other"
            if told and one.when.mention and not starts_from(self._text, one.when.mention):
                return one.when.mention, "when.claim_before"
        outline, mention = self._outline, spot.mention
        rated = mention.kind in {"percent", "point"} and cues.change is not None
        led = (
            rated
            or (mention.quantity.dimension in _LED and not _WORTH.search(self._text, spot.clause[0], spot.cue))
            or bool(_RATE.search(self._text, spot.clause[0], spot.cue))
            or (mention.kind == "amount" and _GROWN.match(self._text, mention.end) is not None)
        )
        if _LATELY.match(self._text, self._page.sentences[spot.sentence].start):
            return None, "when.lately"
        if before := outline.paragraph.when:
            flow = outline.lead if before.period.as_of and (rated or mention.quantity.dimension == "money") else None
            same = flow is not None and flow.period.end == before.period.end
            return (flow, "when.lead") if same else (before, "when.sentence_before")
        section = outline.section_of()
        if section.plan or (section.review and section.time):
            return (section.time, "when.plan") if section.plan else (None, "when.section")
        return (outline.lead if led else None), "when.lead"

    def settled(self, spot: Spot, cues: Cues, reading: Reading, when: When) -> When:
        """The period once the number has been read: of a yearly average, of a change's beginning, of another's value.

        `低于4月的48.7%` is a figure of April.
        """
        if reading.rule == "measure.other" and (times := self._page.periods_in(spot.left_start, spot.mention.start)):
            return When(times[-1].period, times[-1], "when.other")
        return at_the_start(self._text, spot, self._averaged(spot, cues, reading, when), self._base(spot))

    def _base(self, spot: Spot) -> PeriodMention | None:
        """The time that a change earlier in the sentence is counted from (比2002年增长, 由2002年的7703元增加)."""
        times = self._page.periods_in(self._page.sentences[spot.sentence].start, spot.left_start)
        bases = (time for time in reversed(times) if time.kind == "comparison" or starts_from(self._text, time))
        return next((time for time in bases if time.period.end), None)

    def _averaged(self, spot: Spot, cues: Cues, reading: Reading, when: When) -> When:
        """A yearly average growth holds for the years since its base (`比2012年增长64.2%，年均增长10.4%`)."""
        if reading.basis != "period" or reading.measure != "growth" or "yearly" not in cues.adverbs:
            return when
        sentence = self._page.sentences[spot.sentence]
        base = self.compared(sentence.start, spot.cue)
        if base and base.period.end:
            return since(base.period.end.year, when)
        return over_the_plan(when, self._outline.date(sentence.block))

    def compared(self, start: int, end: int) -> PeriodMention | None:
        """The time that a stretch compares with, the last one."""
        times = self._page.periods_in(start, end)
        return next((time for time in reversed(times) if time.kind == "comparison"), None)
