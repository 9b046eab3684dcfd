"""`claimex compare` shows two prints side by side."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimex.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path

FIRST = (
    "青川市召开科技创新大会，提出到明年底全市建成二十个市级创新平台，培育一批有竞争力的企业。"
    "来自高校和企业的代表认为，青川产业基础扎实，应当统筹推进各类创新资源，成交额达到58.6亿元。\n"
)
SECOND = FIRST.replace("推进", "布局").replace("58.6", "56.8").replace("，青川产业基础扎实", "")


@pytest.fixture
def prints(tmp_path: Path) -> list[str]:
    paths = [tmp_path / "first.txt", tmp_path / "second.txt"]
    for path, words in zip(paths, (FIRST, SECOND), strict=True):
        path.write_text(words, encoding="utf-8")
    return [str(path) for path in paths]


def test_people_see_a_table(prints: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *prints]) == 0
    told = capsys.readouterr().out
    table = told[told.index("相同文字占较短一篇的") :]
    columns = ["".join(cells) for cells in zip(*_cells(table), strict=True)]
    assert columns[0] == "缺失换词数字"
    assert "成交额达到58.6亿元" in columns[1]
    assert "成交额达到56.8亿元" in columns[2]
    assert "青川产业基础扎实" in columns[1]
    assert "青川产业基础扎实" not in columns[2]


def _cells(table: str) -> list[list[str]]:
    """The lines of a table's body, cut into cells."""
    return [[cell.strip() for cell in line.split("│")[1:-1]] for line in table.splitlines() if line.startswith("│")]


def test_programs_get_rows(prints: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", *prints, "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    found = {(row["core_a"], row["core_b"]) for row in rows if "difference" in row}
    assert found == {("青川产业基础扎实", ""), ("推进", "布局"), ("58.6亿", "56.8亿")}


def test_equal_prints_have_no_rows(prints: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(FIRST, encoding="utf-8")
    assert main(["compare", prints[0], str(copy), "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row for row in rows if "difference" in row] == []


def test_strangers_have_nothing_side_by_side(
    prints: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text("白河县部署春灌准备，要求各乡镇月底前完成渠道清淤。\n", encoding="utf-8")
    assert main(["compare", prints[0], str(other), "--lang", "en"]) == 0
    assert "in common" not in capsys.readouterr().out
