"""Comparing documents: pages, parts of pages, and the words that differ."""

from __future__ import annotations

import datetime as dt

from claimex.compare import compare, differences
from claimex.compare.content import content
from claimex.read import read_text
from claimex.reflow import reflow
from claimex.schema import Document
from claimex.settings import Settings

FIRST = "青川市召开科技创新大会，提出到明年底全市建成二十个市级创新平台，培育一批有竞争力的企业。"
SECOND = "来自高校和企业的代表认为，青川产业基础扎实，应当统筹推进各类创新资源，形成高层次人才集聚地。"
THIRD = "白河县部署春灌准备，要求各乡镇月底前完成渠道清淤，保证下游三万亩农田按时用上水。"


def make(text: str, name: str = "a.txt", date: dt.date | None = None) -> Document:
    source = read_text(text, doc_id=name)
    return Document(doc_id=name, text=source.raw, date=date, flow=reflow(source))


def test_content_leaves_out_what_is_set_and_not_said() -> None:
    assert content(make("增长2.7％，达“1—6月”①的１.２万亿元")).text == "增长2.7%达1~6月的1.2万亿元"


def test_content_knows_where_it_stands() -> None:
    item = content(make("“甲乙”，丙\n\n丁"))
    flow = item.doc.flow.text
    assert [flow[place] for place in item.places] == list(item.text)
    assert item.index(item.place(2)) == 2
    assert item.place(len(item.text)) == len(flow)


def test_a_word_that_differs_quotes_the_raw_text() -> None:
    a, b = make(FIRST + SECOND), make(FIRST + SECOND.replace("推进", "布\n局"), "b.txt")
    alignment = differences(a, b)
    assert alignment is not None
    (difference,) = alignment.differences
    assert (difference.kind, difference.core_a, difference.core_b) == ("word", "推进", "布局")
    for doc, side in ((a, difference.a), (b, difference.b)):
        assert doc.text[side.start : side.end] == side.text
    assert alignment.reach == "article"
    assert alignment.share > 0.9


def test_punctuation_is_no_difference() -> None:
    other = SECOND.replace("，", "、").replace("。", ".")
    alignment = differences(make(SECOND), make(other, "b.txt"))
    assert alignment is not None
    assert alignment.differences == ()


def test_strangers_have_no_alignment() -> None:
    assert differences(make(FIRST), make(THIRD, "b.txt")) is None


def test_a_whole_clause_lost_is_not_inside() -> None:
    alignment = differences(make(SECOND), make(SECOND.replace("，青川产业基础扎实", ""), "b.txt"))
    assert alignment is not None
    (difference,) = alignment.differences
    assert (difference.kind, difference.core_a, difference.inside) == ("lost", "青川产业基础扎实", False)


def test_words_lost_inside_a_clause_are_inside() -> None:
    alignment = differences(make(SECOND), make(SECOND.replace("各类创新", "创新"), "b.txt"))
    assert alignment is not None
    assert [(d.kind, d.core_a, d.inside) for d in alignment.differences] == [("lost", "各类", True)]


def test_a_difference_in_the_last_word_is_seen() -> None:
    alignment = differences(make(FIRST + SECOND), make(FIRST + SECOND.replace("集聚地", "集聚区"), "b.txt"))
    assert alignment is not None
    assert [(d.core_a, d.core_b) for d in alignment.differences] == [("地", "区")]


def test_an_item_inside_a_long_page_is_found() -> None:
    page = "\n\n".join([THIRD * 3, FIRST + SECOND, THIRD.replace("春灌", "防汛") * 3])
    found = compare([make(page, "page.txt"), make(FIRST + SECOND, "item.txt")], Settings())
    (alignment,) = found.alignments
    assert alignment.reach == "article"
    assert {alignment.a_id, alignment.b_id} == {"page.txt", "item.txt"}


def test_the_order_of_documents_changes_nothing() -> None:
    docs = [
        make(FIRST + SECOND, "a.txt", dt.date(2024, 3, 2)),
        make(FIRST + SECOND.replace("推进", "布局"), "b.txt"),
        make(THIRD, "c.txt", dt.date(2023, 3, 2)),
    ]
    assert compare(docs, Settings()) == compare(docs[::-1], Settings())


def test_nothing_to_compare() -> None:
    assert compare([], Settings()).alignments == ()
    assert compare([make(FIRST)], Settings()).alignments == ()
