"""A text without full stops is cut where a clause ends, and nothing of it is lost."""

from __future__ import annotations

import pytest

from claimex.reflow import reflow
from claimex.schema import OffsetMap, Source
from claimex.segment.sentences import split_sentences


@pytest.mark.parametrize("piece", ["新增企业3家、", "一二三四五六七八九"])
def test_long_sentences_are_cut(piece: str) -> None:
    text = piece * 400
    flow = reflow(Source(doc_id="a", raw=text, text=text, offsets=OffsetMap.identity(len(text))))
    sentences = split_sentences(flow)
    assert "".join(flow.text[sentence.start : sentence.end] for sentence in sentences) == flow.text
    assert len(sentences) > 1
    assert all(sentence.end - sentence.start <= 1000 for sentence in sentences)
    if "、" in piece:
        assert all(flow.text[sentence.end - 1] == "、" for sentence in sentences)
