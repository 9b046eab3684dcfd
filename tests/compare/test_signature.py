"""Signatures: a golden value (it changed between releases of the library before), and what they propose."""

from __future__ import annotations

import random

from claimex.compare.content import shingles
from claimex.compare.signature import BANDS, ROWS, bands, sign, signature_version, similar_pairs

TEXT = "全市科技创新大会日前召开提出到明年底建成二十个创新平台培育一批有竞争力的企业"
GOLDEN = (484501032, 3224482317, 2624794082, 1394587680)


def _random_text(seed: int, size: int) -> str:
    source = random.Random(seed)  # noqa: S311 (a reproducible text, no secret)
    return "".join(chr(0x4E00 + source.randrange(3000)) for _ in range(size))


def _edited(text: str, every: int) -> str:
    return "".join("某" if i % every == 0 else char for i, char in enumerate(text))


def test_golden_signature() -> None:
    """When this fails, stored signatures no longer meet new ones: raise the version, sign archives again."""
    (signature,) = sign([shingles(TEXT)])
    assert signature_version() == "rensa-0.5/c5/128x25x5/s42"
    assert signature[:4] == GOLDEN


def test_a_text_too_short_for_a_shingle_meets_nobody() -> None:
    assert sign([[], shingles("四个字儿")]) == [(), ()]
    assert similar_pairs([(), ()]) == set()
    assert list(bands(())) == []


def test_bands_cut_the_signature_in_rows() -> None:
    (signature,) = sign([shingles(TEXT)])
    found = list(bands(signature))
    assert len(found) == BANDS
    assert {len(band) for band in found} == {ROWS}


def test_light_edits_are_found_and_strangers_are_not() -> None:
    texts = [_random_text(seed, 400) for seed in range(40)]
    edited = [_edited(text, 60) for text in texts]
    pairs = similar_pairs(sign([shingles(text) for text in (*texts, *edited)]))
    assert pairs == {(i, i + 40) for i in range(40)}


def test_a_crowd_makes_few_pairs() -> None:
    """A standing phrase in 500 documents may not make 125,000 pairs."""
    same = sign([shingles(TEXT)]) * 500
    pairs = similar_pairs(same)
    assert len(pairs) < 500 * 5
    assert {(i, i + 1) for i in range(499)} <= pairs
