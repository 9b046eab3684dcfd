"""From decided slots to the public record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.frame.confidence import confidence_of, features
from claimex.frame.normal import concept_of
from claimex.frame.status import find_vintage
from claimex.schema import Claim, Step
from claimex.schema.claim import SentenceSpan
from claimex.schema.ids import stable_id

if TYPE_CHECKING:
    from collections import Counter

    from claimex.frame.memory import Framed
    from claimex.frame.page import Page


def _around(page: Page, one: Framed) -> str:
    """The clause of a change, with the one before it: 扣除价格因素 and 按不变价计算 open the growth they hold for."""
    if one.reading.measure not in {"growth", "change"}:
        return ""
    start = page.sentences[one.spot.sentence].start
    before = one.spot.before.mention.end if one.spot.before else start
    return page.flow.text[max(start, before) : one.spot.mention.start]


def make_claim(page: Page, one: Framed, *, grouped: bool, names: Counter[str]) -> Claim:
    """The claim of a framed spot. `names` counts the ids given so far, so that equal sentences get different ones."""
    mention, source = one.spot.mention, page.source
    start, end = page.flow.offsets.span(mention.start, mention.end)
    sentence = page.sentences[one.spot.sentence]
    first, last = page.flow.offsets.span(sentence.start, sentence.end)
    text = page.flow.text[sentence.start : sentence.end]
    key = stable_id("c", source.doc_id, text, mention.text)
    names[key] += 1
    decided = (
        ("quantity", mention.rule, "quantity", mention.text),
        ("frame", one.reading.rule, "measure", one.reading.measure),
        ("frame", one.indicator_rule, "indicator", one.indicator),
        ("frame", one.area_rule, "area", one.area or ""),
        ("frame", one.when.rule, "period", one.when.period.text if one.when.period else ""),
        ("frame", one.status_rule, "status", one.status),
    )
    steps = tuple(
        Step(stage=stage, rule=rule, slot=slot, value=value, start=start, end=end)
        for stage, rule, slot, value in decided
    )
    concept = concept_of(one.indicator, _around(page, one)) or None
    return Claim(
        id=key if names[key] == 1 else f"{key}-{names[key]}",
        doc_id=source.doc_id,
        start=start,
        end=end,
        text=source.raw[start:end],
        quantity=mention.quantity,
        measure=one.reading.measure,
        direction=one.reading.direction,
        indicator=one.indicator or None,
        concept=concept,
        area=one.area,
        subject=one.subject,
        period=one.when.period,
        status=one.status,
        basis=one.reading.basis,
        aggregation=one.aggregation,
        source=one.source,
        vintage=find_vintage(text),
        sentence=SentenceSpan(start=first, end=last),
        group=stable_id("g", source.doc_id, str(one.group)) if grouped else None,
        confidence=confidence_of(features(steps, concept)),
        derivation=steps,
    )
