from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest

from claimex.errors import InputError
from claimex.read import read_path
from claimex.reflow import reflow

if TYPE_CHECKING:
    from pathlib import Path


def pdf(*pages: str) -> bytes:
    """A PDF whose pages print some lines of ASCII."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in pages:
        lines = " ".join(f"({line}) Tj 0 -16 Td" for line in page.split("\n"))
        stream = f"BT /F1 12 Tf 50 750 Td {lines} ET".encode()
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%b] /Count %d >>" % (listed, len(kids))
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end


def test_a_pdf_is_read_page_by_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf("GDP 12.5 yi yuan\nup 3.2%", "second page, 7 items"))
    (source,) = read_path(path, doc_id="a.pdf")
    assert source.format == "pdf"
    assert source.encoding is None
    assert source.raw.split() == ["GDP", "12.5", "yi", "yuan", "up", "3.2%", "second", "page,", "7", "items"]
    assert "\x0c" in source.raw
    flow = reflow(source)
    start = flow.text.index("12.5")
    assert source.raw[slice(*flow.offsets.span(start, start + 4))] == "12.5"


def test_a_pdf_without_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(""))
    with pytest.raises(InputError, match="no text layer"):
        list(read_path(path, doc_id="a.pdf"))


def test_a_word_document(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("全市经济开局良好", level=1)
    document.add_paragraph("一季度，全市生产总值达到626.9亿元，同比增长2%。")
    table = document.add_table(rows=2, cols=2)
    for place, text in enumerate(("指标", "数值", "产值", "12.5亿元")):
        table.cell(place // 2, place % 2).text = text
    document.add_paragraph("其中工业增长3%，好于全国。")
    buffer = io.BytesIO()
    document.save(buffer)
    path = tmp_path / "a.docx"
    path.write_bytes(buffer.getvalue())
    (source,) = read_path(path, doc_id="a.docx")
    flow = reflow(source)
    assert [(block.kind, block.level, flow.text[block.start : block.end]) for block in flow.blocks] == [
        ("heading", 1, "全市经济开局良好"),
        ("prose", 0, "一季度，全市生产总值达到626.9亿元，同比增长2%。"),
        ("table", 0, "指标\t数值"),
        ("table", 0, "产值\t12.5亿元"),
        ("prose", 0, "其中工业增长3%，好于全国。"),
    ]
    assert source.title == "全市经济开局良好"


def test_an_empty_word_document_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    docx.Document().save(buffer)
    path = tmp_path / "a.docx"
    path.write_bytes(buffer.getvalue())
    with pytest.raises(InputError, match="no text"):
        list(read_path(path, doc_id="a.docx"))
