"""X01, second form: what a text implies, against what it or another text prints."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.checks import interval
from claimex.checks.comparable import bare
from claimex.checks.derivations import DERIVATIONS, Derived, flat, local, targets, trusted
from claimex.checks.dimension import unit_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimex.checks.comparable import Figure, Key
    from claimex.checks.interval import Interval
    from claimex.schema.claim import Claim
    from claimex.schema.document import Document

MARGIN = Decimal("0.01")
"""Part of a figure by which a bound may miss it: 超 is said of 11.99万亿 too."""
FAR = Decimal("0.5")
"""Part of the larger of two levels beyond which they are of two things, whatever the words."""
OWN = ("上年", "全年目标")
"""Levels that no other rule derives inside a paragraph."""
HAS = re.compile(r"^有|(?<=^[全本我][省市区县州])有")
SCALES = (("万亿", Decimal(10) ** 12), ("亿", Decimal(10) ** 8), ("万", Decimal(10) ** 4))


def implied(docs: Sequence[Document], figures: Mapping[str, Figure]) -> Iterator[tuple[Derived, Figure]]:
    """What texts imply, each with a printed figure that cannot be it; `figures` by claim id.

    Nothing is said where documents print several values for one key, where a text speaks of a revision, where the two
    stand in one sentence (or a whole and its share in one paragraph: T09 reads those), and of places that a text calls
    by 全省 alone, outside of that text.
    """
    printed: dict[Key, list[Figure]] = defaultdict(list)
    found: list[Derived] = []
    by_id = {doc.doc_id: doc for doc in docs}
    for doc in docs:
        for claim in doc.claims:
            item = figures.get(claim.id)
            if item is not None and claim.measure == "level":
                printed[_plain(item.key)].append(item)
        for key, claim in targets(doc):
            item = bare(claim)
            if item is not None:
                printed[key].append(item)
        for at in range(len(doc.claims) - 1):
            found += [one for derive in DERIVATIONS for one in derive(doc, at, figures)]
    for one in trusted(found):
        others = [other for other in printed.get(_plain(one.key), []) if _may_meet(by_id[one.level.doc_id], one, other)]
        if len({other.value for other in others}) == 1 and not any(other.note for other in others):
            other = others[0]
            if _contradicts(one, other):
                yield one, other


def _plain(key: Key) -> Key:
    """A key without the 有 that is left of 共有: 全市有高新技术企业 is 全市高新技术企业."""
    return (HAS.sub("", key[0]), *key[1:])


def _may_meet(doc: Document, one: Derived, other: Figure) -> bool:
    """Whether a printed figure is of the place that the text speaks of, and stands in another sentence at least."""
    if other.claim.doc_id != one.level.doc_id:
        return bool(one.key[1]) or not any(map(local, one.key))
    first, second = sorted((one.level, other.claim), key=lambda claim: claim.start)
    between = doc.text[first.sentence.end : second.sentence.start + 1]
    return first.sentence != second.sentence and (one.what in OWN or "\n" in between)


def _contradicts(one: Derived, other: Figure) -> bool:
    """Whether the printed figure cannot be the implied one, and is near enough to be meant for it."""
    value = other.value or Decimal(0)
    values = one.values if interval.exact(other.claim.quantity) else one.values.widened(MARGIN * abs(value))
    middle = (one.values.low + one.values.high) / 2
    return not values.overlaps(other.values) and abs(middle - value) <= FAR * max(abs(middle), abs(value))


def shown(values: Interval, claim: Claim, places: int = 2) -> str:
    """Values in the scale in which a claim is printed: 49.9亿元～50.1亿元."""
    word, size = next(((word, size) for word, size in SCALES if word in flat(claim)), ("", Decimal(1)))
    unit = f"{word}{claim.quantity.unit}"
    factor = size * unit_of(claim)[1]
    ends = [interval.tidy(end / factor, places) for end in (values.low, values.high)]
    return "～".join(f"{end}{unit}" for end in dict.fromkeys(ends))
