"""Two prints side by side: every word of both is shown once, and only what differs is marked."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimex.compare import differences, rows
from claimex.read import read_text
from claimex.reflow import reflow
from claimex.schema import Document, Row

FIRST = "青川市召开科技创新大会，提出到明年底全市建成二十个市级创新平台，培育一批有竞争力的企业。"
SECOND = "来自高校和企业的代表认为，青川产业基础扎实，应当统筹推进各类创新资源，形成高层次人才集聚地。"
THIRD = "白河县部署春灌准备，要求各乡镇月底前完成渠道清淤，保证下游3.2万亩农田按时用上水。"
FOURTH = "市长周振山在会上说，要把任务分解到人，每季度通报一次进展，年底逐项验收。"
ALL = FIRST + SECOND + THIRD + FOURTH


def make(text: str, name: str = "a.txt") -> Document:
    source = read_text(text, doc_id=name)
    return Document(doc_id=name, text=source.raw, flow=reflow(source))


def beside(a: str, b: str) -> tuple[Row, ...]:
    first, second = make(a), make(b, "b.txt")
    alignment = differences(first, second)
    assert alignment is not None
    return rows(first, second, alignment.stretches)


def told(found: tuple[Row, ...]) -> list[tuple[str, str]]:
    """The rows that differ, marks in brackets."""
    sides = [
        ["".join(f"[{part.text}]" if part.kind else part.text for part in side) for side in (row.a, row.b)]
        for row in found
        if row.kinds
    ]
    return [(a, b) for a, b in sides]


def test_a_row_is_a_sentence() -> None:
    found = beside(ALL, ALL)
    assert ["".join(part.text for part in row.a) for row in found] == [FIRST, SECOND, THIRD, FOURTH]
    assert all(row.a == row.b and row.kinds == () for row in found)


def test_a_word_a_number_and_a_name_are_marked_in_both() -> None:
    other = ALL.replace("推进", "布局").replace("3.2万", "2.3万").replace("周振山", "周震山")
    found = beside(ALL, other)
    assert [row.kinds for row in found if row.kinds] == [("word",), ("number",), ("name",)]
    assert told(found)[0][0].endswith("应当统筹[推进]各类创新资源，形成高层次人才集聚地。")
    assert "下游[3.2万亩]农田" in told(found)[1][0]
    assert "下游[2.3万亩]农田" in told(found)[1][1]
    assert told(found)[2] == ("市长周[振]山" + FOURTH[5:], "市长周[震]山" + FOURTH[5:])


def test_words_that_one_print_lacks_leave_a_gap_there() -> None:
    ((a, b),) = told(beside(ALL, ALL.replace("各类创新", "创新")))
    assert "推进[各类]创新" in a
    assert "推进[]创新" in b


def test_a_sentence_that_one_print_lacks_has_a_row_of_its_own() -> None:
    found = beside(ALL, ALL.replace(SECOND, ""))
    assert told(found) == [(f"[{SECOND[:-1]}]。", "")]
    assert [row.kinds for row in found] == [(), ("lost",), (), ()]
    assert [row.kinds for row in beside(ALL.replace(SECOND, ""), ALL)] == [(), ("added",), (), ()]


def test_several_sentences_lost_are_a_row_each() -> None:
    found = beside(ALL, FIRST + FOURTH)
    assert [bool(row.b) for row in found] == [True, False, False, True]


def test_layout_and_punctuation_are_never_marked() -> None:
    other = ALL.replace("，", "、").replace("大会、", "大\n会，").replace("。", "。\n\n")
    assert told(beside(ALL, other)) == []


def test_a_sentence_that_one_print_runs_on_is_one_row() -> None:
    found = beside(ALL, ALL.replace("竞争力的企业。", "竞争力的企业，"))
    assert "".join(part.text for part in found[0].a) == FIRST + SECOND
    assert all(row.kinds == () for row in found)


def test_what_one_document_has_alone_stands_where_it_stood() -> None:
    found = beside(THIRD + "\n\n" + FIRST + SECOND, FIRST + SECOND + "\n\n" + FOURTH)
    assert [row.kinds for row in found] == [("lost",), (), (), ("added",)]
    assert found[0].a[0].text == THIRD
    assert found[-1].b[0].text == FOURTH


CHARS = "甲乙丙丁戊己庚辛壬癸子丑寅卯0123.%，。“”\n"


@settings(derandomize=True, deadline=None)
@given(
    st.lists(st.text(CHARS, min_size=1, max_size=12), min_size=1, max_size=8),
    st.lists(st.text(CHARS, min_size=1, max_size=12), min_size=1, max_size=8),
)
@example(["0", "0", "0", "01"], ["0", "0", "0", "000000"])
def test_every_character_of_a_stretch_is_shown_once(inner: list[str], other: list[str]) -> None:
    pieces = [FIRST, SECOND, THIRD, FOURTH]
    first, second = make(_woven(pieces, inner)), make(_woven(pieces, other), "b.txt")
    alignment = differences(first, second)
    if alignment is None:
        return
    if len(alignment.stretches) > 1:  # a stretch may be told twice, beside each of its copies
        return
    found = rows(first, second, alignment.stretches)
    for doc, sides in ((first, [row.a for row in found]), (second, [row.b for row in found])):
        shown = _said("".join(part.text for parts in sides for part in parts))
        assert shown in _said(doc.flow.text)
        assert len(shown) >= len(_said(doc.flow.text)) - 8


def _woven(pieces: list[str], inner: list[str]) -> str:
    return "".join(piece + (inner[at] if at < len(inner) else "") for at, piece in enumerate(pieces))


def _said(text: str) -> str:
    return "".join(char for char in text if char.isalnum())
