from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimex.errors import InputError
from claimex.read import READERS, SUFFIXES, read_path

if TYPE_CHECKING:
    from pathlib import Path

    from claimex.schema import Source


def written(path: Path, data: bytes | str) -> Path:
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def read(path: Path) -> list[Source]:
    return list(read_path(path, doc_id=path.name))


def test_readers_in_order_of_precedence() -> None:
    assert [reader.name for reader in READERS] == ["txt", "md", "html", "jsonl", "csv", "pdf", "docx"]
    assert len(set(SUFFIXES)) == len(SUFFIXES)


def test_a_file_of_another_encoding(tmp_path: Path) -> None:
    (source,) = read(written(tmp_path / "a.txt", "全市研发经费增长12.2%，高于全国。".encode("gb18030")))
    assert source.encoding == "gb18030"
    assert source.raw == "全市研发经费增长12.2%，高于全国。"
    assert source.sha256 is not None
    assert len(source.sha256) == 64


def test_line_ends_are_kept_in_raw(tmp_path: Path) -> None:
    (source,) = read(written(tmp_path / "a.txt", "甲\r\n乙\r丙\n"))
    assert source.raw == "甲\r\n乙\r丙\n"


def test_json_lines(tmp_path: Path) -> None:
    rows = [
        {
            "id": "a-1",
            "text": "<p>增长5%。</p>",
            "date": "2024-03-01",
            "title": "标题",
            "publisher": "某台",
            "url": "http://a.cn",
        },
        {"text": "增长6%。", "extra": [1]},
    ]
    lines = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    first, second = read(written(tmp_path / "a.jsonl", lines + "\n\n"))
    assert (first.doc_id, str(first.date), first.date_from) == ("a-1", "2024-03-01", "metadata")
    assert (first.title, first.publisher, first.url) == ("标题", "某台", "http://a.cn")
    assert first.raw == "<p>增长5%。</p>"
    assert (second.doc_id, second.date, second.raw) == ("a.jsonl#2", None, "增长6%。")
    assert first.sha256 != second.sha256


@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_csv(tmp_path: Path, mark: str) -> None:
    table = f'正文{mark}标题{mark}日期\r\n"增长5%，\n多行"{mark}甲{mark}2024-03-01\r\n增长6%{mark}乙{mark}\r\n'
    first, second = read(written(tmp_path / "a.csv", table.encode("gb18030")))
    assert (first.doc_id, first.raw, first.title, str(first.date)) == ("a.csv#1", "增长5%，\n多行", "甲", "2024-03-01")
    assert (second.doc_id, second.raw, second.title, second.date) == ("a.csv#2", "增长6%", "乙", None)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.jsonl", '{"text": "a"}\n{', "a.jsonl:2.*not JSON"),
        ("a.jsonl", "[1]", "not a JSON object"),
        ("a.jsonl", '{"title": "a"}', "no text"),
        ("a.csv", "title\na\n", "no text"),
        ("a.csv", 'text\n"a\x00', "binary"),
        ("a.txt", b"", "empty"),
        ("a.txt", b"\x00\x01\x02\x03", "binary"),
        ("a.xyz", "a", "no reader"),
        ("a.pdf", b"%PDF-1.4 broken", "PDF"),
        ("a.docx", b"PK\x03\x04broken", "Word"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, data: bytes | str, said: str) -> None:
    with pytest.raises(InputError, match=said):
        read(written(tmp_path / name, data))


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path / "folder.txt"):
        if path.name.startswith("folder"):
            path.mkdir()
        with pytest.raises(InputError, match="cannot be read"):
            read(path)


def test_records_before_a_bad_one_are_kept(tmp_path: Path) -> None:
    stream = read_path(written(tmp_path / "a.jsonl", '{"text": "增长5%"}\n{'), doc_id="a.jsonl")
    assert next(stream).raw == "增长5%"
    with pytest.raises(InputError):
        next(stream)
