"""Paths, metadata, and what becomes of bad files."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from claimex.batch import find_inputs, process, read_inputs, read_metadata
from claimex.errors import InputError
from claimex.schema import Document, Failure, Source
from claimex.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "全市高新技术企业达到5108家。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.md", "sub/a.txt", ".hidden/d.txt", "picture.png"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    return tmp_path


def names(*paths: object) -> list[str]:
    return [entry.doc_id for entry in find_inputs([str(path) for path in paths])]


def test_a_folder_is_walked_by_name_and_leaves_out_what_nobody_reads(folder: Path) -> None:
    assert names(folder) == ["a.txt", "b.txt", "sub/a.txt", "sub/c.md"]


def test_a_file_is_called_by_its_name(folder: Path) -> None:
    assert names(folder / "sub" / "c.md") == ["c.md"]


def test_a_glob_names_what_follows_its_fixed_part(folder: Path) -> None:
    assert names(folder / "*.txt") == ["a.txt", "b.txt"]
    assert names(folder / "**" / "a.txt") == ["a.txt", "sub/a.txt"]


def test_a_file_meant_twice_is_one_input(folder: Path) -> None:
    assert names(folder / "a.txt", folder / "*.txt") == ["a.txt", "b.txt"]


def test_two_files_of_one_name_are_called_by_their_paths(folder: Path) -> None:
    one, other = folder / "a.txt", folder / "sub" / "a.txt"
    assert names(one, other) == sorted([one.as_posix(), other.as_posix()])


def test_what_does_not_exist_becomes_a_failure_not_silence(tmp_path: Path) -> None:
    (failure,) = read_inputs(find_inputs([str(tmp_path / "gone.txt")]))
    assert isinstance(failure, Failure)
    assert "gone.txt" in failure.error


def test_bad_files_become_failures_and_good_ones_pass(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    found = {item.doc_id: item for item in read_inputs(find_inputs([str(tmp_path)]))}
    assert isinstance(found["good.txt"], Source)
    assert isinstance(found["empty.txt"], Failure)
    assert isinstance(found["binary.txt"], Failure)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5"])
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    text = "本市去年高新技術企業達到五千家，比上年增加三百家，全市經濟保持平穩增長，社會大局和諧穩定。\n" * 4
    (tmp_path / "a.txt").write_bytes(text.encode(encoding))
    (source,) = read_inputs(find_inputs([str(tmp_path)]))
    assert isinstance(source, Source), source
    assert source.raw.removeprefix("\ufeff") == text


def test_records_keep_their_ids_and_a_second_one_is_named_by_its_place(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text('{"id": "x", "text": "一"}\n{"id": "x", "text": "二"}\n{"text": "三"}\n', encoding="utf-8")
    assert [item.doc_id for item in read_inputs(find_inputs([str(path)]))] == ["x", "r.jsonl#2", "r.jsonl#3"]


METADATA = {
    "meta.csv": "doc_id,date,title,publisher,url,editor\na.txt,2021-10-12,题目,,,someone\n",
    "meta.jsonl": '{"doc_id": "a.txt", "date": "2021-10-12", "title": "题目"}\n\n',
}


@pytest.mark.parametrize("name", sorted(METADATA))
def test_metadata_says_what_the_file_does_not(folder: Path, name: str) -> None:
    table = folder / name
    table.write_text(METADATA[name], encoding="utf-8")
    (source,) = read_inputs(find_inputs([str(folder / "a.txt")]), read_metadata(table))
    assert isinstance(source, Source)
    assert (source.date, source.date_from, source.title) == (dt.date(2021, 10, 12), "metadata", "题目")


def test_a_date_from_the_command_line_goes_first(folder: Path) -> None:
    (source,) = read_inputs(find_inputs([str(folder / "a.txt")]), {}, dt.date(2020, 1, 2))
    assert isinstance(source, Source)
    assert (source.date, source.date_from) == (dt.date(2020, 1, 2), "given")


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ('{"date": "2021-10-12"}\n', "doc_id"),
        ('{"doc_id": "a", "date": "12 Oct"}\n', "not a date"),
        ('{"doc_id": "a"}\n{"doc_id": "a"}\n', "two rows"),
        ("[1]\n", "not a JSON object"),
        ("{\n", "meta.jsonl:1"),
    ],
)
def test_bad_metadata_is_named_by_line(tmp_path: Path, content: str, word: str) -> None:
    table = tmp_path / "meta.jsonl"
    table.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=word):
        read_metadata(table)


def test_a_slip_of_ours_costs_one_document(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimex.pipeline import Pipeline

    run = Pipeline.run

    def stumble(self: Pipeline, source: Source) -> Document:
        if source.doc_id == "b.txt":
            raise ZeroDivisionError("by nought")
        return run(self, source)

    monkeypatch.setattr(Pipeline, "run", stumble)
    kinds = [type(item) for item in process(read_inputs(find_inputs([str(folder)])), Settings())]
    assert kinds == [Document, Failure, Document, Document]
