"""What comparing documents finds: stretches printed twice, and every place where the two prints differ."""

from __future__ import annotations

from typing import Literal

from claimex.schema.base import Record

DifferenceKind = Literal["layout", "lost", "added", "word", "number", "name"]
Reach = Literal["article", "passage"]


class Passage(Record):
    """A stretch of one document. `start`, `end`: raw offsets, and `raw[start:end] == text`."""

    doc_id: str
    start: int
    end: int
    text: str


class Spot(Record):
    """Where something stands in a document: raw offsets, `start == end` where it is what the document lacks."""

    start: int
    end: int


class Difference(Record):
    """One place where two prints of the same text differ.

    `a`, `b`: the differing words in each print with a little of what stands around them, to be read alone.
    `core_a`, `core_b`: the bare difference without punctuation, one of them empty where words were lost or added; of a
    changed number the whole number with its scale word and unit, and `a`, `b` hold just that.
    `at_a`, `at_b`: where the bare difference stands.
    `inside`: the sentence goes on the same in both prints; False where one print lacks a whole clause or more.
    """

    kind: DifferenceKind
    a: Passage
    b: Passage
    core_a: str
    core_b: str
    at_a: Spot
    at_b: Spot
    inside: bool = True


class Stretch(Record):
    """Two stretches that run parallel. `common`: letters, digits and characters they have in common."""

    a: Passage
    b: Passage
    common: int
    differences: tuple[Difference, ...] = ()


class Alignment(Record):
    """Two documents that print the same text, wholly or in part.

    `reach`: `article` where most of an article of one stands in the other (or most of the whole), else `passage`.
    `share`: part of the shorter of the two texts that is common, 0 to 1 with four digits. `numbers`, `changed`: numbers
    at corresponding places, and how many of them differ: a new month's report in old words changes most of them.
    """

    reach: Reach
    a_id: str
    b_id: str
    common: int
    share: float
    numbers: int = 0
    changed: int = 0
    stretches: tuple[Stretch, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The differences of all stretches, in the order of the first document."""
        return tuple(difference for stretch in self.stretches for difference in stretch.differences)


class Part(Record):
    """A piece of a sentence, marked with the kind of difference it is; no text where the print lacks the words here."""

    text: str
    kind: DifferenceKind | None = None


class Row(Record):
    """A sentence of one print beside the same sentence of the other; a side without parts has no such sentence."""

    a: tuple[Part, ...] = ()
    b: tuple[Part, ...] = ()

    @property
    def kinds(self) -> tuple[DifferenceKind, ...]:
        """The kinds of difference in this row, each once, in the order of the text; none where the prints agree."""
        return tuple(dict.fromkeys(part.kind for part in (*self.a, *self.b) if part.kind))


class Comparison(Record):
    """All alignments among some documents, by name. `signature`: version of the signatures that proposed the pairs.

    `inside`: what single documents print twice, both sides of an alignment being of one document.
    """

    signature: str
    alignments: tuple[Alignment, ...] = ()
    inside: tuple[Alignment, ...] = ()
