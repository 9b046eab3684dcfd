"""From spots to claims: the order in which the slots of a claim are decided."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimex.frame.cues import Cues, read_cues
from claimex.frame.lists import Heads, split_heads
from claimex.frame.normal import concept_of
from claimex.frame.page import Page, Spot, clauses, spots
from claimex.frame.phrase import MARK, edge, left_phrase, right_phrase
from claimex.frame.readings import Reading, read_number
from claimex.frame.sources import find_source
from claimex.frame.status import find_status, find_vintage, opens_plan, sets_target
from claimex.frame.tidy import tidy
from claimex.frame.when import When, deadline, default_when, find_when, governs, is_flow, since
from claimex.frame.where import Areas
from claimex.schema import Block, Claim, PeriodMention, Step
from claimex.schema.claim import SentenceSpan
from claimex.schema.ids import stable_id

if TYPE_CHECKING:
    import datetime as dt

    from claimex.schema.claim import Status

_UNTIMED_LEVEL = frozenset({"元", "%", "百分点", "倍"})


@dataclass(slots=True)
class Framed:
    """A spot with its decided slots, kept for those after it in the sentence or paragraph."""

    spot: Spot
    cues: Cues
    indicator: str
    rule: str
    area: str | None
    area_rule: str
    subject: str | None
    when: When
    reading: Reading
    status: Status
    status_rule: str
    source: str | None
    new: bool = False
    head_count: int = 0


@dataclass(slots=True)
class Memory:
    """What a paragraph hands on from sentence to sentence."""

    block: int = -1
    area: str | None = None
    when: PeriodMention | None = None
    indicator: str = ""
    subject: str | None = None
    section: Status | None = None
    source: str | None = None
    framed: list[Framed] = field(default_factory=list)


def frame(page: Page) -> tuple[Claim, ...]:
    """The claims of a page, in order of position. One claim for every quantity mention."""
    return tuple(_Framer(page).run())


class _Framer:
    """Walks the sentences of one page in order."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.flow.text
        self.areas = Areas(page)
        self.memory = Memory()
        self.ids: dict[str, int] = {}
        self.lead: PeriodMention | None = None
        self.plan: PeriodMention | None = None

    def run(self) -> list[Claim]:
        claims: list[Claim] = []
        for index, sentence in enumerate(self.page.sentences):
            if sentence.block != self.memory.block:
                self._new_block(sentence.block)
            framed = self._sentence(index)
            claims += [self._claim(one) for one in framed]
            self._remember(index, framed)
        return claims

    def _date(self, block: int) -> dt.date | None:
        article = self.page.flow.articles[self.page.flow.blocks[block].article]
        return article.date or self.page.source.date

    def _new_block(self, block: int) -> None:
        kept = self.memory
        same = kept.block >= 0 and (self.page.flow.blocks[kept.block].article == self.page.flow.blocks[block].article)
        self.memory = Memory(block=block, section=None)
        if not same:
            self.lead = self.plan = None
        self._heading(self.page.flow.blocks[block])
        if same and self.page.flow.blocks[kept.block].kind in {"heading", "box"} and kept.when:
            self.memory.when = kept.when

    def _heading(self, block: Block) -> None:
        """A heading ends the plan above it, and may open one (`2026年主要目标`) or set the time of what follows."""
        if block.kind != "heading":
            return
        times = [mention for mention in self.page.periods_in(block.start, block.end) if governs(mention)]
        self.plan = None
        if times:
            ahead = self._ahead(times[-1], block.article)
            plans = ahead and opens_plan(self.text[block.start : block.end], heading=True)
            self.plan = times[-1] if plans else None
            self.lead = times[-1] if is_flow(times[-1]) and not ahead else None if plans else self.lead

    def _ahead(self, mention: PeriodMention, article: int) -> bool:
        """Whether a time ends after the document's date."""
        date = self.page.flow.articles[article].date or self.page.source.date
        return bool(date and mention.period.end and mention.period.end > date)

    def _sentence(self, index: int) -> list[Framed]:
        done: list[Framed] = []
        found = spots(self.page, index)
        position = 0
        while position < len(found):
            run = [found[position]]
            while position + len(run) < len(found) and self._continues(found[position + len(run)]):
                run.append(found[position + len(run)])
            done += self._list(run, done)
            position += len(run)
        return done

    def _continues(self, spot: Spot) -> bool:
        """Whether a quantity only goes on with the list of the one before (`118家、5108家、3.69万家`)."""
        before = spot.before
        return (
            spot.listed
            and before is not None
            and before.mention.kind == spot.mention.kind
            and not self._counted(before)
        )

    def _counted(self, spot: Spot) -> bool:
        """Whether the counted noun follows the number (`144个智能工厂、958个数字化车间`)."""
        return bool(self.text[spot.mention.end : spot.right_end].strip("、和及与以上下左右余多 "))

    def _list(self, run: list[Spot], done: list[Framed]) -> list[Framed]:
        """Frame quantities that share one left context, with heads spread over them where there are as many."""
        first = self._one(run[0], done, None)
        if len(run) == 1:
            return [first]
        context, _ = self._context(run[0], first.cues.rest)
        heads = split_heads(context, len(run), self.page.words)
        framed: list[Framed] = []
        for number, spot in enumerate(run):
            given = heads.items[number] if heads else None
            if given is None and len(done) >= len(run) and first.rule != "indicator.left":
                aligned = done[len(done) - len(run) + number]
                framed.append(self._one(spot, [*done, *framed], None, lead=run[0], like=aligned))
                continue
            framed.append(self._one(spot, [*done, *framed], heads and Heads((given or "",), heads.shared), lead=run[0]))
        return framed

    def _context(self, spot: Spot, rest: int) -> tuple[str, int]:
        """The left context of a spot with its times masked, and where it starts in the flow."""
        start = spot.left_start
        return self._blanked(start, start + rest), start

    def _one(
        self, spot: Spot, done: list[Framed], heads: Heads | None, lead: Spot | None = None, like: Framed | None = None
    ) -> Framed:
        anchor = lead or spot
        cues = read_cues(self._masked(anchor), spot.mention.kind)
        context, start = self._context(anchor, cues.rest)
        new = False
        if like is not None:
            indicator, rule = like.indicator, "indicator.aligned"
        elif heads is not None:
            indicator, rule = heads.items[0], "indicator.list"
        else:
            indicator, rule, new = self._indicator(spot, cues, context, done)
        date = self._date(self.page.sentences[spot.sentence].block)
        sentence = self.page.sentences[spot.sentence]
        before = self.text[sentence.start : spot.cue]
        whole = self.text[sentence.start : sentence.end]
        references = [(anchor.left_start + a, anchor.left_start + b) for a, b in cues.references]
        found = find_when(self.page, spot, references, self._carried_when(done, spot, cues))
        status, status_rule = find_status(
            before,
            self.text[spot.mention.end : spot.clause[1]],
            section=self.memory.section or (self.plan and "target"),
            period=found and found.period,
            date=date,
        )
        late = found and found.rule != "when.clause" and found.period and found.period.end and date
        if found is None or (status == "target" and late and found.period.end < date):
            found = default_when(date, planned=status == "target")
        when = deadline(found) if status == "target" else found
        compared = self._compared(anchor)
        year = when.period.end.year if when.period and when.period.end else None
        if new:
            cues.adverbs.add("new")
        reading = read_number(
            spot.mention, cues, indicator or (done[-1].indicator if done else ""), compared, year, self._right(spot)
        )
        if rule == "indicator.carried" and reading.measure in {"growth", "change", "rank", "multiple", "gap"} and done:
            new = done[-1].new
        area, area_rule = self._area(spot, start, start + cues.rest, done, like)
        base = self._compared_in(sentence.start, spot.cue)
        if reading.aggregation == "average" and reading.measure == "growth" and base and base.period.end:
            when = since(base.period.end.year, when)
        source, _ = find_source(whole, spot.mention.start - sentence.start)
        return Framed(
            spot=spot,
            cues=cues,
            indicator=indicator,
            rule=rule,
            area=area,
            area_rule=area_rule,
            subject=like.subject if like else None,
            when=when,
            reading=reading,
            status=status,
            status_rule=status_rule,
            source=source or self.memory.source,
            new=new,
        )

    def _masked(self, spot: Spot) -> str:
        """The left context with the times blanked that say when a figure holds; those it is compared with stay."""
        text = self.text[spot.left_start : spot.cue]
        for mention in self.page.periods_in(spot.left_start, spot.cue):
            if governs(mention) and mention.end <= spot.cue:
                first, last = mention.start - spot.left_start, mention.end - spot.left_start
                text = text[:first] + MARK * (last - first) + text[last:]
        return text

    def _carried_when(self, done: list[Framed], spot: Spot, cues: Cues) -> PeriodMention | None:
        """The time handed on: from the claim before, the sentence before, or, for rates and measured flows, the article."""
        for one in reversed(done):
            if one.when.mention is not None:
                return one.when.mention
        if self.memory.when is not None:
            return self.memory.when
        if self.plan:
            return self.plan
        counted = (
            spot.mention.kind == "amount" and spot.mention.quantity.dimension in {None, "count"} and not cues.level
        )
        return None if counted or spot.mention.kind == "rank" else self.lead

    def _compared_in(self, start: int, end: int) -> PeriodMention | None:
        times = self.page.periods_in(start, end)
        return next((time for time in reversed(times) if time.kind == "comparison"), None)

    def _compared(self, spot: Spot) -> PeriodMention | None:
        return self._compared_in(spot.left_start, spot.cue)

    def _area(
        self, spot: Spot, start: int, end: int, done: list[Framed], like: Framed | None
    ) -> tuple[str | None, str]:
        if like is not None:
            return like.area, "area.aligned"
        return self.areas.of(spot, (start, end), self.memory.area)

    def _indicator(self, spot: Spot, cues: Cues, context: str, done: list[Framed]) -> tuple[str, str, bool]:
        """What the number measures: the counted noun after it, the phrase before it, or what the clause before measured."""
        right = self._right(spot)
        start, end = left_phrase(context, self.page.words)
        phrase = tidy(context[start:end])
        verb = context[:start].rstrip("了共约近，、 ")
        new = any(verb.endswith(word) for word in _new_words())
        carried = self._carry(spot, cues, done)
        stated = (
            cues.level
            or cues.bounded
            or spot.cue < spot.mention.start
            or cues.change
            or cues.whole is not None
            or cues.gap is not None
        )
        if spot.mention.kind in {"amount", "percent"} and not (phrase and stated) and not (cues.change and carried):
            first, last = right_phrase(right, self.page.words)
            counted = tidy(right[first:last])
            if counted and (spot.mention.kind == "amount" or not phrase):
                if spot.mention.quantity.unit not in _UNTIMED_LEVEL or right.startswith("的") or not phrase:
                    return counted, "indicator.counted", new
        if cues.whole is not None and not phrase:
            if carried:
                return carried, "indicator.carried", False
            return tidy(cues.whole), "indicator.whole", False
        if _REGION.fullmatch(phrase):
            phrase = cues.change or ""
        if not phrase and cues.level and (earlier := self._clause_before(spot)):
            return earlier, "indicator.clause_before", new
        if phrase and not (carried and _SELF.fullmatch(phrase)):
            if len(phrase) <= 2 and (word := _verb_before(context, start)):
                phrase = word + phrase
            return phrase, "indicator.left", new
        if carried:
            return carried, "indicator.carried", False
        first, last = right_phrase(right, self.page.words)
        if counted := tidy(right[first:last]):
            return counted, "indicator.counted", new
        return tidy(verb[-4:]) if verb else "", "indicator.verb", new

    def _clause_before(self, spot: Spot) -> str:
        """What the clause before is about when it prints no number itself (`专利申请量大幅提升，达到36524件`)."""
        sentence = self.page.sentences[spot.sentence]
        earlier = [part for part in clauses(self.text, sentence.start, spot.clause[0])]
        if spot.left_start != spot.clause[0] or not earlier:
            return ""
        start, end = earlier[-1]
        if spot.before is not None and spot.before.mention.end > start:
            return ""
        text = self._blanked(start, end)
        text = text[: read_cues(_ACHIEVED.sub("", text), "amount").rest]
        first, last = left_phrase(text, self.page.words)
        return tidy(text[first:last])

    def _blanked(self, start: int, end: int) -> str:
        """A stretch of the flow with its times blanked."""
        text = self.text[start:end]
        for mention in self.page.periods_in(start, end):
            if mention.end <= end:
                text = (
                    text[: mention.start - start] + MARK * (mention.end - mention.start) + text[mention.end - start :]
                )
        return text

    def _right(self, spot: Spot) -> str:
        """What follows the number, through a size that only describes the noun (`20个500千伏输变电工程`)."""
        if spot.right_end == spot.mention.end < spot.clause[1]:
            return self.text[spot.mention.end : spot.clause[1]]
        return self.text[spot.mention.end : spot.right_end]

    def _carry(self, spot: Spot, cues: Cues, done: list[Framed]) -> str:
        if done:
            return done[-1].indicator
        return self.memory.indicator

    def _claim(self, one: Framed) -> Claim:
        mention = one.spot.mention
        offsets = self.page.flow.offsets
        start, end = offsets.span(mention.start, mention.end)
        sentence = self.page.sentences[one.spot.sentence]
        sentence_start, sentence_end = offsets.span(sentence.start, sentence.end)
        raw = self.page.source.raw[start:end]
        key = stable_id("c", self.page.source.doc_id, self.text[sentence.start : sentence.end], mention.text)
        self.ids[key] = self.ids.get(key, 0) + 1
        name = key if self.ids[key] == 1 else f"{key}-{self.ids[key]}"
        steps = [
            ("quantities", mention.rule, "quantity", mention.text),
            ("frame", one.reading.rule, "measure", one.reading.measure),
            ("frame", one.rule, "indicator", one.indicator),
            ("frame", one.area_rule, "area", one.area or ""),
            ("frame", one.when.rule, "period", one.when.period.text if one.when.period else ""),
            ("frame", one.status_rule, "status", one.status),
        ]
        return Claim(
            id=name,
            doc_id=self.page.source.doc_id,
            start=start,
            end=end,
            text=raw,
            quantity=mention.quantity,
            measure=one.reading.measure,
            direction=one.reading.direction,
            indicator=one.indicator or None,
            concept=concept_of(one.indicator) if one.indicator else None,
            area=one.area,
            subject=one.subject,
            period=one.when.period,
            status=one.status,
            basis=one.reading.basis,
            aggregation=one.reading.aggregation,
            source=one.source,
            vintage=find_vintage(self.text[sentence.start : sentence.end]),
            sentence=SentenceSpan(start=sentence_start, end=sentence_end),
            derivation=tuple(
                Step(stage=stage, rule=rule, slot=slot, value=value, start=start, end=end)
                for stage, rule, slot, value in steps
            ),
        )

    def _remember(self, index: int, framed: list[Framed]) -> None:
        """What the sentence hands on to the next one of its paragraph."""
        sentence = self.page.sentences[index]
        text = self.text[sentence.start : sentence.end]
        times = [mention for mention in self.page.periods_in(sentence.start, sentence.end) if governs(mention)]
        if times:
            self.memory.when = times[-1]
            self.lead = next((time for time in times if is_flow(time)), self.lead)
        article = self.page.flow.blocks[sentence.block].article
        if lead := self.areas.leading_of(sentence.start, sentence.end, article):
            self.memory.area = lead
        if framed:
            self.memory.indicator = framed[-1].indicator
        block = self.page.flow.blocks[sentence.block]
        if sets_target(text) or (framed and framed[-1].status == "target"):
            self.memory.section = "target"
        ahead = [mention for mention in times if self._ahead(mention, block.article)]
        if ahead and sentence.end >= block.end - 1 and opens_plan(text, heading=False):
            self.plan = ahead[-1]


_SELF = re.compile(
    r"(?:这|该)一?(?:数值|数字|比例|比重|速度|增速|指标)|增速|增长|增幅|涨幅|降幅|其|这一速度|总量|比重|占比|总额|数量|同比|规模|增量"
)


_REGION = re.compile(r"部分地区|局地|多地|当地|各地|部分|地区")
_ACHIEVED = re.compile(
    r"(?:实现|得到|取得)?(?:大幅|稳步|持续|明显|显著|快速|较快|逐步|不断|再|倍|翻)*(?:提升|增长|提高|倍增|上升|下降|回落|改善|扩大|攀升|番|出现下跌)$"
)


def _new_words() -> frozenset[str]:
    from claimex.lexicon import read_table

    return frozenset(row["word"] for row in read_table("edges") if row["value"] == "new")


def _verb_before(context: str, start: int) -> str:
    """The verb that stands right before a phrase, for phrases too short to name anything alone (引进|人才)."""
    for size in (4, 3, 2):
        word = context[max(0, start - size) : start]
        if len(word) == size and word in edge("cut") | edge("maybe"):
            return word
    return ""
