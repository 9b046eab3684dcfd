from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import spacy
from pydantic import ValidationError
from spacy.tokens import Doc, DocBin

import claimex
from claimex.errors import InputError
from claimex.integrations.spacy import GROUP, make_component
from claimex.segment.tokenizer import spacy_language
from claimex.settings import Settings

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "去年重庆研发经费达到526.79亿\n元，同比增长12.2%。"


@pytest.fixture(scope="module")
def nlp() -> Language:
    assert callable(make_component)
    nlp = spacy_language(Settings())
    nlp.add_pipe("claimex", config={"date": "2021-10-12"})
    return nlp


def test_a_doc_carries_the_claims_of_its_text(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc._.claims == claimex.load()(TEXT, date="2021-10-12").claims
    assert [claim.text for claim in doc._.claims] == ["526.79亿\n元", "12.2%"]


def test_spans_cover_the_claims_and_lead_back_to_them(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [(span.text, span.label_) for span in doc.spans[GROUP]] == [("526.79亿\n元", "level"), ("12.2%", "growth")]
    assert [span._.claim for span in doc.spans[GROUP]] == list(doc._.claims)


def test_a_doc_of_its_own_day(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.claims_date = "2023-05-01"
    assert str(nlp(doc)._.claims[0].period.start) == "2022-01-01"


def test_a_span_of_foreign_tokens_is_widened_to_them() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("claimex")
    doc = Doc(nlp.vocab, words=["研发经费达到526.79亿元", "。"], spaces=[False, False])
    assert [span.text for span in nlp(doc).spans[GROUP]] == ["研发经费达到526.79亿元"]


def test_claims_survive_bytes_and_docbin(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.claims == doc._.claims
    (again,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert again._.claims == doc._.claims
    assert again._.findings == doc._.findings


def test_a_doc_without_numbers_has_no_claims(nlp: Language) -> None:
    doc = nlp("各地认真落实。")
    assert doc._.claims == ()
    assert list(doc.spans[GROUP]) == []


def test_a_wrong_date_or_setting_is_said() -> None:
    nlp = spacy.blank("zh")
    with pytest.raises(ValidationError):
        nlp.add_pipe("claimex", config={"settings": {"colour": "red"}})
    nlp.add_pipe("claimex", name="dated", config={"date": "gestern"})
    with pytest.raises(InputError, match="not a date"):
        nlp(TEXT)


def test_an_installed_package_is_found_without_importing_it() -> None:
    code = """
import spacy
nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "claimex.tokenizer.v1"}}})
nlp.add_pipe("claimex")
doc = nlp("研发经费达到526.79亿元")
print("|".join(token.text for token in doc), [span.text for span in doc.spans["claims"]])
"""
    found = subprocess.check_output([sys.executable, "-c", code], text=True)  # noqa: S603 (our own code)
    assert found.strip() == "研发|经费|达到|526.79|亿|元 ['526.79亿元']"
