from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.segment.boundaries import force_boundaries, forced_spans, forced_starts, word_starts

ALPHABET = "一二三十百千万亿第分之点多余来几个家人年季度元样0123456789.,%％５．—…，。；：（）“”&R&DGkWhm+-/ \n研发"


@given(st.text(alphabet=ALPHABET, max_size=60))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_forced_stretches_are_in_order_and_apart(text: str) -> None:
    spans = list(forced_spans(text))
    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


@given(st.text(alphabet=ALPHABET, min_size=1, max_size=60), st.sets(st.integers(0, 59)))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_words_joined_are_the_text_whatever_cut_it(text: str, cuts: set[int]) -> None:
    starts = sorted({0, *(cut for cut in cuts if cut < len(text))})
    words = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    forced = force_boundaries(text, words)
    assert "".join(forced) == text
    assert all(forced)
    assert set(forced_spans(text)) <= set(zip(word_starts(forced), [*word_starts(forced)[1:], len(text)], strict=True))


def test_an_empty_text_has_no_words() -> None:
    assert forced_starts("", []) == []
    assert force_boundaries("", []) == []


@pytest.mark.parametrize("unit", ["1", "一", "1,300", "R&", "3.", "第十", "A1-", "分之", "几", "—"])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    """No pattern walks back: a run of a hundred thousand takes a moment, not minutes."""
    began = time.process_time()
    sum(1 for _ in forced_spans(unit * 100_000))
    assert time.process_time() - began < 5
