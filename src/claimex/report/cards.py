"""What the page shows of one claim, in words for people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimex.report.words import Lang, label
from claimex.schema.base import plain

if TYPE_CHECKING:
    from claimex.schema import Claim, Quantity

_MAIN = ("indicator", "area")
_CODED = ("measure", "direction", "status", "basis", "aggregation", "vintage")
_MORE = ("subject", "source")


def card(claim: Claim, lang: Lang) -> dict[str, Any]:
    """A claim as pairs of words, what it measures, where, when and how much first; `main` of them."""
    rows = [(label(slot, lang), str(value)) for slot in _MAIN if (value := getattr(claim, slot))]
    if claim.period:
        rows.append((label("period", lang), _period_words(claim, lang)))
    rows.append((label("quantity", lang), quantity_words(claim.quantity, lang)))
    main = len(rows)
    rows += [(label(slot, lang), label(str(value), lang)) for slot in _CODED if (value := getattr(claim, slot))]
    rows += [(label(slot, lang), str(value)) for slot in _MORE if (value := getattr(claim, slot))]
    rows.append((label("offsets", lang), f"{claim.doc_id} {claim.start}–{claim.end}"))
    steps = [" ".join(filter(None, (step.stage, step.rule, step.slot, step.value))) for step in claim.derivation]
    return {"text": "".join(claim.text.split()), "rows": rows, "main": main, "steps": steps}


def quantity_words(quantity: Quantity, lang: Lang) -> str:
    """A quantity for people: `超 526.79 亿元` is `超 52,679,000,000 元`."""
    unit = quantity.unit
    if quantity.value is not None:
        bound = label(quantity.bound, lang)
        return f"{bound} {_grouped(plain(quantity.value))} {unit}".strip()
    ends = (_grouped(plain(end)) if end is not None else "…" for end in (quantity.low, quantity.high))
    return f"{' ～ '.join(ends)} {unit}".strip()


def _grouped(number: str) -> str:
    whole, point, rest = number.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else number


def _period_words(claim: Claim, lang: Lang) -> str:
    period = claim.period
    if period is None:
        return ""
    if period.as_of:
        days = f"{label('as_of', lang)} {period.end or '…'}"
    else:
        days = f"{period.start or '…'} – {period.end or '…'}"
    return f"{days}（{period.text}）" if period.text else days
