"""X01-X04: figures of one thing that cannot both be true, across documents, inside one, and between two prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.checks.clashes import Clash, clashes, comparable_figures
from claimex.checks.cross import Corpus, CorpusCheck, CrossHit
from claimex.checks.derived import implied, shown
from claimex.schema.finding import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.checks.comparable import Figure
    from claimex.checks.derivations import Derived
    from claimex.schema.claim import Claim


def _hits(corpus: Corpus, rule: str) -> Iterator[CrossHit]:
    for clash in clashes(corpus):
        if clash.rule == rule:
            yield _hit(clash)


def _hit(clash: Clash) -> CrossHit:
    first, second = clash.first.claim, clash.second.claim
    a, b = _flat(first.text), _flat(second.text)
    what = "，".join(part for part in (first.area, first.subject, first.indicator or second.indicator) if part)
    sure = clash.sure or (clash.slip == "scale" and first.doc_id == second.doc_id)
    revised = bool(clash.revision)
    return CrossHit(
        evidence=(_evidence(first), _evidence(second)),
        fields={
            "what": what or "同一处",
            "a": a,
            "b": b,
        },
        calculation=f"{_shown(clash.first)} ∩ {_shown(clash.second)} = ∅",
        severity="note" if revised else "error" if sure else "warning",
        kind="value_revision" if revised else None,
    )


def _implied_hit(one: Derived, printed: Figure) -> CrossHit:
    """What a text implies, against the figure printed for it."""
    return CrossHit(
        evidence=(*map(_evidence, one.sources), _evidence(printed.claim)),
        fields={
            "what": f"{one.level.indicator or ''}（{one.what}）",
            "a": one.sum,
            "b": _flat(printed.claim.text),
        },
        calculation=f"{one.sum} = {shown(one.values, one.level)} ≠ {_flat(printed.claim.text)}",
        severity="warning",
    )


def _evidence(claim: Claim) -> Evidence:
    return Evidence(doc_id=claim.doc_id, start=claim.start, end=claim.end, text=claim.text, claim_id=claim.id)


def _shown(item: Figure) -> str:
    return f"[{shown(item.values, item.claim, 4)}]"


def _flat(text: str) -> str:
    return "".join(text.split())


def find_conflicts(corpus: Corpus) -> Iterator[CrossHit]:
    """X01: two figures of one thing that cannot both be true.

    反例: one report gives a railway 289.9公里, another 300公里; growth of 10.4% in one, 10.1% in the other.
    正例: 近150亿 and 149.6亿; 13908.2亿斤 and 1.39万亿斤; a target and a result; 1—9月 and 1—10月; new and all so far.
    """
    yield from _hits(corpus, "X01")
    for one, printed in implied(corpus.docs, {item.claim.id: item for item in comparable_figures(corpus)}):
        yield _implied_hit(one, printed)


def find_scale_slips(corpus: Corpus) -> Iterator[CrossHit]:
    """X02: two figures of one thing with the same digits at another scale.

    反例: 货值超3800亿美元 in one print, 3800万美元 in the other.
    正例: 6730亿元 and 6.73千亿元.
    """
    yield from _hits(corpus, "X02")


def find_digit_slips(corpus: Corpus) -> Iterator[CrossHit]:
    """X03: two figures of one thing that one digit, or two neighbours swapped, tell apart.

    反例: 101.2万亿元 and 102.1万亿元.
    正例: 101.2万亿元 and 101万亿元.
    """
    yield from _hits(corpus, "X03")


def find_headline_slips(corpus: Corpus) -> Iterator[CrossHit]:
    """X04: a headline, box or caption that gives another figure than the text below it.

    反例: 新增就业1210万人 above 新增就业1120万人.
    正例: 超1200万人 above 1210万人.
    """
    yield from _hits(corpus, "X04")


ZH = "{what}：两处数字不能同时成立：“{a}”与“{b}”"
EN = "{what}: two figures cannot both be true: “{a}” and “{b}”"

CHECKS: tuple[CorpusCheck, ...] = (
    CorpusCheck(id="X01", kind="value_conflict", severity="warning", find=find_conflicts, zh=ZH, en=EN),
    CorpusCheck(
        id="X02",
        kind="value_conflict",
        severity="warning",
        find=find_scale_slips,
        zh=ZH + "，有效数字相同，疑为万、亿等量级之误",
        en=EN + ": same digits, likely a slip of the scale word",
    ),
    CorpusCheck(
        id="X03",
        kind="value_conflict",
        severity="warning",
        find=find_digit_slips,
        zh=ZH + "，仅一位数字不同或相邻数字颠倒，疑为录入之误",
        en=EN + ": one digit, or two swapped, likely a slip of the pen",
    ),
    CorpusCheck(
        id="X04",
        kind="value_conflict",
        severity="warning",
        find=find_headline_slips,
        zh="标题与正文数字不一：“{a}”与“{b}”（{what}）",
        en="headline and text differ: “{a}” and “{b}” ({what})",
    ),
)
