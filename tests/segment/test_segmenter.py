from __future__ import annotations

import pickle
import random
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.errors import ModelError
from claimex.segment import Segmenter, load_segmenter, segmenter
from claimex.segment.artefact import SHIPPED
from claimex.segment.cutter import PkusegCutter
from claimex.settings import Settings

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
TEXT = "去年全市研发经费达到526.79亿元，同比增长12.2%。"


def words(text: str, kind: str = "pkuseg") -> list[str]:
    return [token.text for token in Segmenter(kind).words(text)]


@given(st.text(alphabet="研发经费增长达到0123456789.,%亿元 \n\u3000，。；—R&D５％😀𠀀\u200b\ue000", max_size=60))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_every_character_but_blanks_is_in_exactly_one_word(text: str) -> None:
    at = 0
    for token in Segmenter().words(text):
        assert text[token.start : token.end] == token.text
        assert text[at : token.start].strip() == ""
        assert not any(char.isspace() for char in token.text)
        at = token.end
    assert text[at:].strip() == ""


@pytest.mark.parametrize("char", ["\ud800", "\x00", "\ufffe"])
def test_odd_characters_are_words_like_any_other(char: str) -> None:
    assert "".join(words(f"研发{char}经费")) == f"研发{char}经费"


def test_words_are_those_of_stock_pkuseg() -> None:
    """Only the lookup of features is our own, and it must not show."""
    import spacy_pkuseg

    stock = spacy_pkuseg.pkuseg(str(SHIPPED), user_dict=None)
    ours = PkusegCutter(SHIPPED)
    shuffle = random.Random(7)  # noqa: S311 (test data, not a secret)
    lines = ["".join(line.split()) for path in SEEDS for line in path.read_text(encoding="utf-8").split("\n")]
    alphabet = "".join(lines)
    lines += ["".join(shuffle.choices(alphabet, k=shuffle.randint(1, 40))) for _ in range(2000)]
    for line in lines:
        cut = [line[start:end] for start, end in pairwise([*ours.starts(line), len(line)])]
        assert cut == stock.cut(line)


def test_a_pickle_is_small_and_cuts_alike() -> None:
    stored = pickle.dumps(Segmenter())
    assert len(stored) < 500
    assert pickle.loads(stored).words(TEXT) == Segmenter().words(TEXT)  # noqa: S301 (made in the line above)


def test_threads_share_one_model() -> None:
    segmenter._cutter.cache_clear()
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: load_segmenter(Settings()), range(8)))
        cut = list(pool.map(lambda one: one.words(TEXT * 50), made))
    assert segmenter._cutter.cache_info().misses == 1
    assert all(result == cut[0] for result in cut)


def test_characters_need_no_model_but_keep_numbers() -> None:
    assert words("投入526.79亿元", "char") == ["投", "入", "526.79", "亿", "元"]


def test_jieba_may_be_used_where_it_is_installed() -> None:
    pytest.importorskip("jieba", reason="build-time dependency", exc_type=ImportError)
    assert words("科技投入526.79亿元", "jieba") == ["科技", "投入", "526.79", "亿", "元"]


def test_an_unknown_kind_is_said() -> None:
    with pytest.raises(ModelError, match="no segmenter"):
        Segmenter("other")


def test_a_cutter_that_loses_characters_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    class Losing:
        def starts(self, text: str) -> list[int]:
            return [0, len(text) + 3]

    one = Segmenter("char")
    monkeypatch.setattr(one, "_cutter", Losing())
    assert [token.text for token in one.words("研发")] == ["研", "发"]


def test_a_long_string_without_stops_is_cut_in_pieces() -> None:
    text = "研发经费投入" * 2000
    found = Segmenter().words(text)
    assert "".join(token.text for token in found) == text
    assert max(len(token.text) for token in found) < 10


def test_an_empty_text_has_no_words() -> None:
    assert words("") == []
    assert words(" \n\u3000") == []
