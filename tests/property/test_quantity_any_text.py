"""Law: no text makes the finder raise; mentions are what stands at their offsets, in order, without overlap."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimex.quantity import find_quantities

LETTERS = (
    "0123456789０９.,，、：:∶/%％‰-—~至到和万亿千百十一二三两几数半多余来约近超过不上第前成倍番折分之点元家个人次名位月年日时级度℃吨公里"
    "“”()（）\n "
)


def check(text: str) -> None:
    last = 0
    for mention in find_quantities(text):
        assert text[mention.start : mention.end] == mention.text
        assert last <= mention.start < mention.end <= len(text)
        last = mention.end
        quantity = mention.quantity
        assert (quantity.value is None) == (quantity.low is not None) == (quantity.high is not None)
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        assert quantity.bound == "between" or quantity.value is not None
        assert mention.cue_start is None or mention.cue_start <= mention.start
        assert mention.rule


@given(st.text(alphabet=LETTERS, max_size=60))
@example("")
@example("“1”")
@example("1.2.3.4")
@example("-0.3%")
@settings(max_examples=1500, derandomize=True)
def test_texts_of_numeral_letters(text: str) -> None:
    check(text)


@given(st.text(max_size=60))
@settings(max_examples=200, derandomize=True)
def test_any_letters(text: str) -> None:
    check(text)
