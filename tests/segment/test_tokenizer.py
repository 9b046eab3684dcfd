from __future__ import annotations

import pickle
import sys
from typing import TYPE_CHECKING

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.errors import InputError
from claimex.segment.tokenizer import spacy_language
from claimex.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.language import Language


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy_language(Settings())


def test_tokens_are_the_segmenter_s(nlp: Language) -> None:
    assert [token.text for token in nlp("研发经费达到526.79亿元")] == ["研发", "经费", "达到", "526.79", "亿", "元"]


@given(text=st.text(alphabet="研发经费1２.% \n\t\u3000—R&D。", max_size=40))
@settings(max_examples=200, deadline=None, derandomize=True)
def test_a_doc_holds_every_character_in_its_place(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


def test_a_text_may_be_longer_than_a_million_characters() -> None:
    text = "研发经费达到1234567890亿元，" * 60_000
    assert len(spacy_language(Settings(segmenter="char"))(text).text) == len(text) > 1_000_000


def test_it_is_saved_and_loaded_with_its_pipeline(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert [token.text for token in again("投入1.2亿元")] == ["投入", "1.2", "亿", "元"]
    assert again.max_length == sys.maxsize


def test_a_pickle_cuts_alike(nlp: Language) -> None:
    tokenizer = pickle.loads(pickle.dumps(nlp.tokenizer))  # noqa: S301 (made here)
    assert tokenizer("投入1.2亿元").text == "投入1.2亿元"


def test_half_a_surrogate_pair_is_an_input_error(nlp: Language) -> None:
    with pytest.raises(InputError, match="surrogate"):
        nlp("投入\ud800亿元")
