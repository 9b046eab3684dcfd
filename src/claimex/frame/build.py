"""From spots to claims: the walk over a page and the order in which the slots of a claim are decided."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claimex.frame.ask import right_of
from claimex.frame.claims import make_claim
from claimex.frame.clock import Clock
from claimex.frame.cues import Cues, read_cues
from claimex.frame.indicator import Indicator, find_indicator
from claimex.frame.lists import share_out, split_heads
from claimex.frame.memory import Framed, Outline
from claimex.frame.page import Page, Spot, clauses, spots
from claimex.frame.places import is_place
from claimex.frame.readings import Reading, over_years, read_aggregation, read_number
from claimex.frame.sources import find_source
from claimex.frame.subjects import (
    closed,
    find_subject,
    full_name,
    is_body,
    is_group,
    is_sector,
    marked_out,
    opened_in,
    since_when,
    split_owner,
    without_owner,
)
from claimex.frame.tidy import tidy
from claimex.frame.when import When, governs
from claimex.frame.where import Areas

if TYPE_CHECKING:
    from claimex.schema import Claim, PeriodMention, Sentence

_PARTS = re.compile(r"[\s“]*(?:其中|分别|各|占)")
_MANNER = re.compile(r"(?:以|按)[^，,]{2,12}(?:计算|计|统计)$")
"""How something was reckoned: it ends the clause before the numbers."""

_NAMELESS = frozenset({"indicator.none", "indicator.deed"})
"""Rules that found no name: `分别有72%和53%的受访者` prints it after the last number."""

_HANDED_ON = frozenset({"indicator.carried", "indicator.aligned", "indicator.part", "indicator.derived"})


def frame(page: Page) -> tuple[Claim, ...]:
    """The claims of a page, in order of position: one for every quantity mention."""
    return tuple(_Framer(page).run())


_HOME_AGAIN = re.compile(r"我市|全市|我省|全省|我区|全区")
"""Words after which a sentence speaks of the whole place again, not of the subject before."""

_IN_ALL = re.compile("累计|总[数量]")
_COMPARED_WITH = re.compile(r"[与同和跟较][^，。；]{0,40}\Z")

_MONTH_BY_MONTH = re.compile(r"(?:从|以)?环比[看来]?[看说]?[，,]")
"""`从环比看，三季度…增长2.7%`: every change of the sentence is one against the stretch before."""

_NAMED_WITHIN = 2000
"""How far back the full name of what is called by its kind is looked for, in characters."""


def _alike(one: str, other: str) -> bool:
    """Whether numbers of two kinds may stand in one list: `分别增长3.8倍、80.2%`."""
    return one == other or {one, other} == {"percent", "multiple"}


class _Framer:
    """Walks the sentences of one page in order."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._text = page.flow.text
        self._areas = Areas(page)
        self._outline = Outline(page)
        self._clock = Clock(page, self._outline, self._areas)
        self._groups = 0

    def run(self) -> list[Claim]:
        claims: list[Claim] = []
        names: Counter[str] = Counter()
        for index, sentence in enumerate(self._page.sentences):
            self._outline.enter(sentence.block)
            framed = self._sentence(index)
            sizes = Counter(one.group for one in framed)
            claims += [make_claim(self._page, one, grouped=sizes[one.group] > 1, names=names) for one in framed]
            self._outline.leave(sentence.start, sentence.end, framed, self._areas.leading_of(sentence))
        return claims

    def _sentence(self, index: int) -> list[Framed]:
        done: list[Framed] = []
        found = spots(self._page, index)
        at = 0
        while at < len(found):
            run = [found[at]]
            while at + len(run) < len(found) and self._goes_on(found[at + len(run)]):
                run.append(found[at + len(run)])
            done += self._grouped(self._run(run, done), done)
            at += len(run)
        return done

    def _goes_on(self, spot: Spot) -> bool:
        """Whether a number only goes on with the list of the one before (`118家、5108家、3.69万家`)."""
        before = spot.before
        if not spot.listed or before is None or not _alike(before.mention.kind, spot.mention.kind):
            return False
        return not self._text[before.mention.end : before.right_end].strip("、和及与以上下左右余多 ")

    def _grouped(self, found: list[Framed], done: list[Framed]) -> list[Framed]:
        """One group for what the text ties together: a list, a level with its growth, a total with its 其中."""
        first = found[0]
        opens = _PARTS.match(self._text, first.spot.clause[0], first.spot.cue)
        tied = bool(done and (first.indicator_rule in _HANDED_ON or opens))
        self._groups += 0 if tied else 1
        for one in found:
            one.group = done[-1].group if tied else self._groups
        return found

    def _run(self, run: list[Spot], done: list[Framed]) -> list[Framed]:
        """Frame numbers that share one left context; heads of a list are dealt out where there are as many."""
        if len(run) == 1:
            return [self._one(run[0], done)]
        framed = self._beside_each_other(run, done)
        times = self._times_of(run)
        for one, time in zip(framed, times, strict=False):
            one.when = When(time.period, time, "when.list")
        return framed

    def _times_of(self, run: list[Spot]) -> list[PeriodMention]:
        """The times that a list deals out, one a number (`一季度、二季度的规模分别为7亿元、8亿元`); none elsewhere."""
        start, end = self._page.sentences[run[0].sentence].start, run[0].cue
        times = [time for time in self._page.periods_in(start, end) if governs(time)][-len(run) :]
        gaps = {self._text[one.end : other.start] for one, other in pairwise(times)}
        dealt = (
            len(times) == len(run) and gaps <= {"、", "和", "及", "与"} and "分别" in self._text[times[-1].end : end]
        )
        return times if dealt else []

    def _beside_each_other(self, run: list[Spot], done: list[Framed]) -> list[Framed]:
        cues = self._cues(run[0], run[0])
        context = self._page.blank(run[0].left_start, run[0].left_start + cues.rest)
        if shared := share_out(context, len(run), self._page.words):
            names, what = shared
            return [self._owned(spot, run[0], name, what) for spot, name in zip(run, names, strict=True)]
        framed: list[Framed] = []
        heads = split_heads(context, len(run), self._page.words)
        if heads is None and "分别" in cues.adverbs and not done:
            heads = self._heads_before(run)
        if heads:
            for spot, name in zip(run, heads, strict=True):
                framed.append(self._one(spot, [*done, *framed], lead=run[0], given=Indicator(name, "indicator.list")))
            return framed
        first = self._one(run[0], done)
        if first.indicator_rule in _NAMELESS and (last := self._one(run[-1], done)).indicator_rule not in _NAMELESS:
            common = Indicator(last.indicator, last.indicator_rule)
            return [self._one(spot, done, lead=run[0], given=common) for spot in run]
        told = [one for one in done if not one.spot.descriptor]
        aligned = len(told) >= len(run) and first.indicator_rule in _HANDED_ON
        before = told[-len(run) :] if aligned else [None] * len(run)
        for spot, like in zip(run, before, strict=True):
            framed.append(self._one(spot, [*done, *framed], lead=run[0], like=like))
        return framed

    def _heads_before(self, run: list[Spot]) -> tuple[str, ...] | None:
        """Heads that the clause before lists (`造船完工量、新接订单量以载重吨计算，分别占全球的45.8%、54.3%`)."""
        start = self._page.sentences[run[0].sentence].start
        earlier = list(clauses(self._text, start, run[0].clause[0]))
        if not earlier:
            return None
        return split_heads(_MANNER.sub("", self._page.blank(*earlier[-1])), len(run), self._page.words)

    def _owned(self, spot: Spot, lead: Spot, name: str, what: str) -> Framed:
        """One number of an indicator that is shared out among subjects or places."""
        one = self._one(spot, [], lead=lead, given=Indicator(tidy(what), "indicator.list"))
        if is_place(name):
            one.area, one.area_rule, one.subject = name, "area.shared_out", None
        else:
            one.subject = name
        return one

    def _one(
        self,
        spot: Spot,
        done: list[Framed],
        *,
        lead: Spot | None = None,
        like: Framed | None = None,
        given: Indicator | None = None,
    ) -> Framed:
        """Decide the slots of one number.

        Args:
            spot: the number.
            done: the framed numbers before it in the sentence.
            lead: the first number of its list, whose left context it shares.
            like: the claim of the list before that it is aligned with.
            given: its indicator, where a list has dealt it out.
        """
        anchor = lead or spot
        cues = self._cues(anchor, spot)
        rest = (anchor.left_start, anchor.left_start + cues.rest)
        if like is not None:
            given = Indicator(like.indicator, "indicator.aligned", like.new)
        carried = done[-1].indicator if done else self._outline.paragraph.indicator
        carried = carried.removesuffix("台阶")
        if self._is_base(spot, anchor):
            given = Indicator(carried, "indicator.carried")
        found = given or find_indicator(self._page, spot, cues, self._page.blank(*rest), carried)
        if found.new or (done and self._joins(spot, done[-1], cues)):
            found = replace(found, new=True)
            cues.adverbs.add("new")
        owner, name = split_owner(found.name)
        when, status, status_rule = self._clock.tell(spot, anchor, cues, done)
        reading = self._reading(spot, anchor, cues, name or carried, when)
        reading = self._paired(over_years(reading, cues, when.period), found, cues, spot.mention.kind, done)
        sentence = self._page.sentences[spot.sentence]
        left = self._text[sentence.start : spot.mention.start]
        if like is not None:
            area, area_rule, subject = like.area, "area.aligned", like.subject
        else:
            kept = self._outline.paragraph
            part = self._text.startswith("其中", sentence.start)
            area, area_rule = self._areas.of(spot, rest, kept.told if part and kept.told else kept.area)
            subject = owner or self._subject(spot, anchor, done, found.rule)
        if subject and is_body(subject) and area_rule in {"area.article", "area.carried"}:
            area, area_rule = None, "area.body"
        name = without_owner(name, subject)
        source = find_source(self._spoken(sentence), spot.mention.start - sentence.start)
        return Framed(
            spot=spot,
            cues=cues,
            indicator=name,
            indicator_rule=found.rule,
            area=area,
            area_rule=area_rule,
            subject=subject,
            when=self._clock.settled(spot, cues, reading, when),
            reading=reading,
            aggregation=read_aggregation(cues, name or carried, reading.measure, left),
            status=status,
            status_rule=status_rule,
            source=source,
            new=found.new,
            owned=bool(owner),
        )

    def _joins(self, spot: Spot, before: Framed, cues: Cues) -> bool:
        """`新增A 5849家、B 845家`: one verb for a coordination inside a clause."""
        left = self._text[before.spot.mention.end : spot.cue]
        plain = not (cues.change or cues.whole is not None or "cumulative" in cues.adverbs)
        return (
            before.new
            and plain
            and spot.clause == before.spot.clause
            and left[:1] in "、和及"
            and not _IN_ALL.search(left)
        )

    def _cues(self, anchor: Spot, spot: Spot) -> Cues:
        cues = read_cues(self._page.blank(anchor.left_start, anchor.cue, only=governs), spot.mention.kind)
        if _MONTH_BY_MONTH.match(self._text, self._page.sentences[spot.sentence].start):
            cues.adverbs.add("mom")
        if self._is_base(spot, anchor):
            cues.other = "level"
        return cues

    def _is_base(self, spot: Spot, anchor: Spot) -> bool:
        """Whether the number is what others are compared with (`与2010年的29.8万人相比，增加1.4万人`)."""
        left = (anchor.left_start, spot.mention.start)
        return self._text.startswith("相比", spot.mention.end) and bool(_COMPARED_WITH.search(self._text, *left))

    def _reading(self, spot: Spot, anchor: Spot, cues: Cues, indicator: str, when: When) -> Reading:
        compared = self._clock.compared(anchor.left_start, anchor.cue)
        year = when.period.end.year if when.period and when.period.end else None
        return read_number(spot.mention, cues, indicator, compared, year, right_of(self._page, spot))

    @staticmethod
    def _paired(reading: Reading, found: Indicator, cues: Cues, kind: str, done: list[Framed]) -> Reading:
        """What a share has changed to is a share (`占比重从40.3%提高到45.4%`); another's value is of the same kind."""
        before = done[-1].reading if done and done[-1].spot.mention.kind == kind else None
        if before and reading.rule == "measure.other" and before.measure in {"level", "share", "growth"}:
            return replace(before, rule="measure.other")
        first = done[-1].reading if done and cues.to and found.rule in _HANDED_ON else None
        if first is None or first.measure != "share" or reading.rule != "measure.rate":
            return reading
        return replace(reading, measure="share", basis="whole", rule="measure.paired")

    def _spoken(self, sentence: Sentence) -> str:
        """A sentence, with what follows the quotation mark it ends in: `…412家。”市民政局局长说`."""
        end = sentence.end
        if self._text[end - 1 : end] in {"”", "’"}:
            end = min(end + 40, self._page.flow.blocks[sentence.block].end)
        return self._text[sentence.start : end]

    def _subject(self, spot: Spot, anchor: Spot, done: list[Framed], rule: str) -> str | None:
        """Who a number speaks of: those that it marks out, else the subject that opens its clause, else an earlier one.

        Earlier clauses count up to a semicolon; then the subject of the number before, or of the paragraph.
        """
        if found := marked_out(self._text[spot.mention.end : spot.mention.end + 20]):
            return found
        if rule == "indicator.carried" and done:
            return done[-1].subject
        start = self._page.sentences[spot.sentence].start
        part = max(self._text.rfind("；", start, spot.cue), start)
        stretches = [(anchor.clause[0], spot.cue), *list(clauses(self._text, part, anchor.clause[0]))[::-1]]
        listed, after = rule == "indicator.list", ""
        for first, last in stretches:
            context = self._page.blank(first, last)
            if after and closed(context) and not opened_in(context, after):
                break
            found = (
                find_subject(context)
                or opened_in(context, after)
                or since_when(self._text[first:last])
                or full_name(context, self._text[max(0, first - _NAMED_WITHIN) : first])
            )
            if found:
                return found
            if listed:
                break
            after = context
        handed = self._outline.paragraph.subject
        if listed or part > start or _HOME_AGAIN.search(self._text, start, spot.cue):
            return handed if handed and is_sector(handed) else None
        before = done[-1].subject if done and not done[-1].owned else None
        return before if before and not is_group(before) else handed
