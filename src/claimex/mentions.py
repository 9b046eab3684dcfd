"""Quantities and times of a plain text alone, without framing: for those who bring their own idea of a claim."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimex.period import find_periods
from claimex.quantity import find_quantities
from claimex.reflow import reflow
from claimex.schema import Flow, OffsetMap, PeriodMention, QuantityMention, Source
from claimex.schema.days import parse_day

if TYPE_CHECKING:
    import datetime as dt


def quantities(text: str) -> tuple[QuantityMention, ...]:
    """Every quantity of a plain text, in order: `text[start:end]` is the mention as it stands, wraps and all.

    Codes, names, dates and ordinals are no quantities. Markup is not looked for: hand over text without it.
    """
    flow = _flow(text)
    if flow.text == text:
        return find_quantities(text)
    found: list[QuantityMention] = []
    for mention in find_quantities(flow.text):
        start, end = flow.offsets.span(mention.start, mention.end)
        cue = None if mention.cue_start is None else flow.offsets.start(mention.cue_start)
        found.append(mention.model_copy(update={"start": start, "end": end, "text": text[start:end], "cue_start": cue}))
    return tuple(found)


def periods(text: str, *, date: dt.date | str | None = None) -> tuple[PeriodMention, ...]:
    """Every time expression of a plain text, in order, resolved against `date`, the day the text was published.

    Without a date, expressions such as 去年 keep null ends: what cannot be known is not invented.

    Raises:
        InputError: `date` is not a date.
    """
    day = parse_day(date, where="date") if isinstance(date, str) else date
    flow = _flow(text)
    if flow.text == text and len(flow.articles) == 1:
        return find_periods(text, flow.articles[0].date or day)
    found: list[PeriodMention] = []
    for article in flow.articles:
        for mention in find_periods(flow.text[article.start : article.end], article.date or day):
            start, end = flow.offsets.span(mention.start + article.start, mention.end + article.start)
            found.append(mention.model_copy(update={"start": start, "end": end, "text": text[start:end]}))
    return tuple(found)


@lru_cache(maxsize=1)
def _flow(text: str) -> Flow:
    """The flow of a text; the last one is kept, since who asks for quantities often asks for times next."""
    return reflow(Source(doc_id="text", raw=text, text=text, offsets=OffsetMap.identity(len(text))))
