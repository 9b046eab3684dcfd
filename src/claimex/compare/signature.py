"""MinHash signatures of texts, and the pairs of texts they propose; time grows with the number of texts, not of pairs.

128 permutations in 25 bands of 5 rows find pairs with half of their 5-grams in common 19 times in 20 and pairs with 0.7
in common nearly always. Signatures of one text have changed between releases of the library: whoever stores them stores
`signature_version()` beside them and signs again when it differs.
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

PERMUTATIONS = 128
BANDS = 25
ROWS = 5
SEED = 42
CROWD = 4
"""Texts in one bucket that are all paired with each other; in a larger one each meets its next neighbours only, since a
standing phrase of a thousand articles would otherwise make half a million pairs."""

Signature = tuple[int, ...]


def signature_version() -> str:
    """What a stored signature depends on."""
    library = ".".join(version("rensa").split(".")[:2])
    return f"rensa-{library}/c5/{PERMUTATIONS}x{BANDS}x{ROWS}/s{SEED}"


def sign(texts: Sequence[Sequence[str]]) -> list[Signature]:
    """The signature of each text, given as its shingles; an empty text has an empty signature."""
    from rensa import RMinHash

    filled = [index for index, tokens in enumerate(texts) if tokens]
    rows = RMinHash.digest_matrix_from_token_sets([list(texts[i]) for i in filled], PERMUTATIONS, SEED).to_rows()
    signatures: list[Signature] = [()] * len(texts)
    for index, row in zip(filled, rows, strict=True):
        signatures[index] = tuple(row)
    return signatures


def bands(signature: Signature) -> Iterator[Signature]:
    """The rows of each band, the key under which similar texts meet."""
    if signature:
        for band in range(BANDS):
            yield signature[band * ROWS : (band + 1) * ROWS]


def similar_pairs(signatures: Sequence[Signature]) -> set[tuple[int, int]]:
    """Index pairs (smaller first) of texts that share a band; in a crowd only those near each other in the order."""
    pairs: set[tuple[int, int]] = set()
    for band in range(BANDS):
        rows = slice(band * ROWS, (band + 1) * ROWS)
        first: dict[Signature, int] = {}
        buckets: dict[Signature, list[int]] = {}
        for index, signature in enumerate(signatures):
            if not signature:
                continue
            key = signature[rows]
            earlier = first.setdefault(key, index)
            if earlier != index:
                buckets.setdefault(key, [earlier]).append(index)
        for members in buckets.values():
            pairs.update(_pairs(members))
    return pairs


def _pairs(members: list[int]) -> Iterator[tuple[int, int]]:
    for at, first in enumerate(members):
        for second in members[at + 1 : at + 1 + CROWD]:
            yield first, second
