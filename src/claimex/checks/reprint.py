"""Two prints of one report: D01 the duplicate itself, D02 a passage used again, X05 the words that differ.

Punctuation and layout are never reported. A difference of whole clauses (a shortened version) is shown by
`claimex compare` and is no finding; a word lost or swapped inside a sentence that otherwise stands is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.checks.comparable import printed_verdict
from claimex.checks.cross import DENSE, Corpus, CorpusCheck, CrossHit, excerpt
from claimex.checks.repeated import Formulas, repeated, twice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimex.schema.comparison import Alignment, Difference, Stretch

ANYWAY = 0.9
"""Share of text in common that makes a duplicate whatever lies between the two dates, if next to nothing differs."""
REWORDED = 12
"""Characters of the longest word; where both prints have more in one place, the sentence was written anew."""
PASSAGE = 100
"""Characters in common of the shortest shared passage worth telling: some three sentences."""
STRETCH = 40
"""Characters in common of the shortest stretch whose differences are looked at."""
SENTENCES = 2
MOSTLY = 0.75
"""Part of a passage that must be in common; the rest was written for its own page."""


def find_duplicates(corpus: Corpus) -> Iterator[CrossHit]:
    """D01: two documents, or articles inside them, that print the same text; an article that stands on a page twice.

    反例: two pages that both print 全市科技创新大会召开 with the same three paragraphs, or one page that does.
    正例: the reserves of October and of November reported in one wording with other figures; a headline in the lead.
    """
    reprints = {id(alignment) for alignment in corpus.reprints}
    for alignment in corpus.comparison.alignments:
        if id(alignment) in reprints or _same(alignment):
            longest = max(alignment.stretches, key=lambda stretch: stretch.common)
            first = alignment.stretches[0]
            pieces = [longest] if longest is first else [longest, first]
            yield _duplicate(corpus, alignment, pieces)
    for alignment in repeated(corpus):
        if alignment.reach == "article":
            yield _duplicate(corpus, alignment, alignment.stretches)


def _duplicate(corpus: Corpus, alignment: Alignment, pieces: Sequence[Stretch]) -> CrossHit:
    share = f"{alignment.share:.1%}"
    return CrossHit(
        evidence=tuple(corpus.evidence(excerpt(passage)) for piece in pieces for passage in (piece.a, piece.b)),
        fields={**_places(alignment), "share": share, "common": str(alignment.common)},
        calculation=f"{alignment.common}字相同，占较短一篇的{share}",
        identity=(alignment.a_id, alignment.b_id) if alignment.a_id != alignment.b_id else None,
    )


def _places(alignment: Alignment) -> dict[str, str]:
    """The two places of an alignment in words, which may be in one document."""
    a, b = alignment.a_id, alignment.b_id
    return {
        "where": f"{a} 前后两处" if a == b else f"{a} 与 {b}",
        "places": f"{a}, twice," if a == b else f"{a} and {b}",
    }


def find_passages(corpus: Corpus) -> Iterator[CrossHit]:
    """D02: a passage of several sentences used again, in a document that is no print of the same report or in its own.

    反例: an earlier report's three sentences on the new railway, repeated word for word, or printed twice on one page.
    正例: 新华社北京电 and other set phrases; a template with new figures; a verdict in the words of three others of
    other months; a refrain of one sentence.
    """
    reprints = {id(alignment) for alignment in corpus.reprints}
    formulas = Formulas(corpus)
    for alignment in corpus.comparison.alignments:
        if id(alignment) in reprints or _same(alignment):
            continue
        found = [stretch for stretch in alignment.stretches if _is_passage(stretch) and not formulas.holds(stretch)]
        if found:
            yield _passage(corpus, alignment, max(found, key=lambda stretch: stretch.common))
    for alignment in repeated(corpus):
        if alignment.reach == "passage" and _is_passage(alignment.stretches[0]):
            yield _passage(corpus, alignment, alignment.stretches[0])


def _passage(corpus: Corpus, alignment: Alignment, stretch: Stretch) -> CrossHit:
    return CrossHit(
        evidence=(corpus.evidence(stretch.a), corpus.evidence(stretch.b)),
        fields={**_places(alignment), "common": str(stretch.common)},
        calculation=f"{stretch.common}字相同",
    )


def find_variants(corpus: Corpus) -> Iterator[CrossHit]:
    """X05: words that differ between two prints of one report.

    反例: 高层次人才集聚地 in one print, 高层次人才汇聚地 in the other.
    正例: 、 for ，; a paragraph that the shorter version leaves out; 今天 for the date.
    """
    for alignment in (*corpus.faithful, *twice(corpus)):
        seen: set[tuple[str, str]] = set()
        for difference in _told(corpus, alignment):
            key = (_flat(difference.a.text), _flat(difference.b.text))
            if key in seen:
                continue
            seen.add(key)
            yield CrossHit(
                evidence=(corpus.evidence(difference.a), corpus.evidence(difference.b)),
                fields=_fields(difference),
                calculation=f"“{_flat(difference.a.text)}” ≠ “{_flat(difference.b.text)}”",
                severity="warning" if difference.kind in {"name", "number"} else None,
            )


def told_stretches(alignment: Alignment) -> Iterator[Stretch]:
    """Stretches close enough that a difference in them is one of the print and not of the text."""
    for stretch in alignment.stretches:
        inside = sum(difference.inside for difference in stretch.differences)
        if stretch.common >= STRETCH and 100 * inside <= 2 * DENSE * stretch.common:
            yield stretch


def _told(corpus: Corpus, alignment: Alignment) -> Iterator[Difference]:
    """Differences worth telling, those of the longest stretch first: the body before a box that repeats its words."""
    for stretch in sorted(told_stretches(alignment), key=lambda s: (-s.common, s.a.start)):
        for difference in stretch.differences:
            words = difference.kind in {"lost", "added", "word", "name"} or _no_figure(corpus, difference)
            if words and difference.inside and min(len(difference.core_a), len(difference.core_b)) <= REWORDED:
                yield difference


def _no_figure(corpus: Corpus, difference: Difference) -> bool:
    """Whether a changed number is a matter of wording: a date, the number of a plan, % for 百分点."""
    if difference.kind != "number":
        return False
    first, second = (corpus.claim_at(p.doc_id, p.start, p.end) for p in (difference.a, difference.b))
    return first is None or second is None or printed_verdict(first, second) == "incomparable"


def _same(alignment: Alignment) -> bool:
    inside = sum(difference.inside for difference in alignment.differences)
    return (
        alignment.reach == "article"
        and alignment.share >= ANYWAY
        and not alignment.changed
        and 200 * inside <= alignment.common
    )


def _is_passage(stretch: Stretch) -> bool:
    inside = sum(difference.inside for difference in stretch.differences)
    sentences = sum(stretch.a.text.count(mark) for mark in "。！？")
    longest = max(sum(map(str.isalnum, text)) for text in (stretch.a.text, stretch.b.text))
    whole = stretch.common >= MOSTLY * longest
    return whole and stretch.common >= PASSAGE and 100 * inside <= DENSE * stretch.common and sentences >= SENTENCES


def _fields(difference: Difference) -> dict[str, str]:
    return {
        "a": _flat(difference.a.text),
        "b": _flat(difference.b.text),
        "core_a": difference.core_a or "（无）",
        "core_b": difference.core_b or "（无）",
        "a_id": difference.a.doc_id,
        "b_id": difference.b.doc_id,
    }


def _flat(text: str) -> str:
    return "".join(text.split())


CHECKS: tuple[CorpusCheck, ...] = (
    CorpusCheck(
        id="D01",
        kind="duplicate_article",
        tier="A",
        severity="note",
        find=find_duplicates,
        zh="{where} 刊印同一篇报道：相同文字占较短一篇的{share}",
        en="{places} print the same report: {share} of the shorter one is in common",
    ),
    CorpusCheck(
        id="D02",
        kind="shared_passage",
        tier="A",
        severity="note",
        find=find_passages,
        zh="{where} 有一段文字相同（{common}字）",
        en="{places} print the same passage of {common} characters",
    ),
    CorpusCheck(
        id="X05",
        kind="wording_variant",
        tier="A",
        severity="note",
        find=find_variants,
        zh="同一篇报道两处用词不同：“{a}”与“{b}”（{core_a} / {core_b}）",
        en="two prints of one report differ: “{a}” and “{b}” ({core_a} / {core_b})",
    ),
)
