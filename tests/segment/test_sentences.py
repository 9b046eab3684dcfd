from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.schema import Article, Block, Flow, OffsetMap
from claimex.segment.sentences import split_clauses, split_sentences

if TYPE_CHECKING:
    from claimex.schema.document import BlockKind


def flow(*blocks: tuple[BlockKind, str]) -> Flow:
    text = "\n".join(content for _, content in blocks)
    found: list[Block] = []
    at = 0
    for kind, content in blocks:
        found.append(Block(start=at, end=at + len(content), kind=kind))
        at += len(content) + 1
    whole = Article(start=0, end=len(text))
    return Flow(text=text, offsets=OffsetMap.identity(len(text)), blocks=tuple(found), articles=(whole,))


def sentences(text: str, kind: BlockKind = "prose") -> list[str]:
    page = flow((kind, text))
    return [page.text[one.start : one.end] for one in split_sentences(page)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年增长5%。明年再增长5%。", ["全年增长5%。", "明年再增长5%。"]),
        ("投入3亿元；产出5亿元。", ["投入3亿元；产出5亿元。"]),
        ("升级到3.0版本。共1,300万台。", ["升级到3.0版本。", "共1,300万台。"]),
        ("他说：“增长了。”大家鼓掌。", ["他说：“增长了。”", "大家鼓掌。"]),
        ("回答“怎么干？”等问题，共3个。", ["回答“怎么干？”等问题，共3个。"]),
        ("《谁来种地？》一文写了2万字。", ["《谁来种地？》一文写了2万字。"]),
        ("增长5%（见表1。）明年更快。", ["增长5%（见表1。）明年更快。"]),
        ("还有很多……明年再说。", ["还有很多……", "明年再说。"]),
        ("真的吗？！真的！", ["真的吗？！", "真的！"]),
        ("见 http://a.cn/?id=1 。", ["见 http://a.cn/?id=1 。"]),
        ("没有句号", ["没有句号"]),
        ("  前后空白。  后面。 ", ["前后空白。", "后面。"]),
        ("（没有收尾的括号。第二句。", ["（没有收尾的括号。", "第二句。"]),
        ("", []),
        ("   ", []),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize("kind", ["heading", "byline", "box", "caption", "table"])
def test_a_headline_or_box_is_one_sentence(kind: BlockKind) -> None:
    assert sentences("怎么看？怎么干！5个要点。", kind) == ["怎么看？怎么干！5个要点。"]


def test_a_sentence_knows_its_block_and_never_leaves_it() -> None:
    page = flow(("heading", "标题"), ("prose", "第一句。第二句"), ("item", "一是3家。二是5家。"))
    found = split_sentences(page)
    assert [one.block for one in found] == [0, 1, 1, 2, 2]
    assert all(page.blocks[one.block].start <= one.start < one.end <= page.blocks[one.block].end for one in found)


def clauses(text: str) -> list[str]:
    return [text[start:end] for start, end in split_clauses(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年,研发强度2.3%,万人专利16.14件。", ["2022年,", "研发强度2.3%,", "万人专利16.14件。"]),
        ("产量1,300万台,增长5%", ["产量1,300万台,", "增长5%"]),
        ("到49%,2022年更高", ["到49%,", "2022年更高"]),
        ("12:30开会：共3人", ["12:30开会：", "共3人"]),
        ("经费（含设备，不含基建）3亿元，增长5%", ["经费（含设备，不含基建）3亿元，", "增长5%"]),
        ("“稳中求进，以进促稳”取得进展；另有3家", ["“稳中求进，以进促稳”取得进展；", "另有3家"]),
        (
            "“全年投入达到526亿元，同比增长12%，高于全国平均增速，创下新高。”",
            ["“全年投入达到526亿元，", "同比增长12%，", "高于全国平均增速，", "创下新高。”"],
        ),
        ("没有收尾（的括号，第二段", ["没有收尾（的括号，", "第二段"]),
        ("", []),
    ],
)
def test_where_clauses_end(text: str, expected: list[str]) -> None:
    assert clauses(text) == expected


@given(st.text(alphabet="，,；;：:（）()“”《》【】‘’「」。0123456789研发", max_size=80))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_clauses_joined_are_the_text(text: str) -> None:
    assert "".join(clauses(text)) == text
    assert all(clauses(text))


@given(st.text(alphabet="。！？…!?”’」》）《（“ 研发5.\u3000", max_size=80))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_sentences_leave_out_nothing_but_blanks(text: str) -> None:
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_clauses_of_a_middle_stretch_keep_their_offsets() -> None:
    text = "前一句。投入3亿元，增长5%。"
    assert split_clauses(text, 4, len(text)) == ((4, 10), (10, len(text)))


@pytest.mark.parametrize("unit", ["（", "《", "“研，", "。", "（，", "“（《，", ")"])
def test_time_grows_with_the_length_alone(unit: str) -> None:
    text = unit * 30_000
    began = time.process_time()
    clauses(text)
    sentences(text)
    assert time.process_time() - began < 5
