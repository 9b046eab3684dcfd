"""The review page: prints side by side, findings that filter, claims that answer, and nothing from outside."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from selectolax.lexbor import LexborHTMLParser

from claimex.__main__ import main
from claimex.report.marks import SEVERITIES

if TYPE_CHECKING:
    from pathlib import Path

    from selectolax.lexbor import LexborNode

FIRST = (
    "青川市召开科技创新大会\n\n"
    "青川市召开科技创新大会，提出到明年底全市建成二十个市级创新平台，培育一批有竞争力的企业。"
    "来自高校和企业的代表认为，青川产业基础扎实，应当统筹推进各类创新资源。"
    "2024年，全市技术合同成交额达到58.6亿元，比上年增长12.4%。"
    "市长周振山在会上说，要把任务分解到人，每季度通报一次进展。年底还将逐项验收，结果向社会公布。\n"
)
LAST = "年底还将逐项验收，结果向社会公布。"
SECOND = FIRST.replace("推进", "布局").replace("58.6", "56.8").replace("周振山", "周震山").replace(LAST, "")
HOSTILE = '<script>alert(1)</script><img src=x onerror="alert(2)">\' onload=alert(3) {{ 7*7 }} {% raw %} </style>'
"""What a text may hold and a page may not run."""


def pages(folder: Path, first: str, second: str, *words: str) -> LexborHTMLParser:
    """The page of `compare --out`."""
    paths = [folder / "first.txt", folder / "second.txt"]
    for path, text in zip(paths, (first, second), strict=True):
        path.write_text(text, encoding="utf-8")
    assert main(["compare", *map(str, paths), "--out", str(folder / "out"), "--format", "jsonl", *words]) == 0
    return LexborHTMLParser((folder / "out" / "report.html").read_text(encoding="utf-8"))


def text_of(node: LexborNode) -> str:
    return "".join(node.text().split())


def test_compare_shows_two_prints_side_by_side(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = pages(tmp_path, FIRST, SECOND)
    captured = capsys.readouterr()
    assert str(tmp_path / "out" / "report.html") in captured.err
    assert all(json.loads(line) for line in captured.out.splitlines())
    (pair,) = page.css(".pair")
    assert [text_of(node) for node in pair.css("del.k-word, ins.k-word")] == ["推进", "布局"]
    assert [text_of(node) for node in pair.css("del.k-number, ins.k-number")] == ["58.6亿元", "56.8亿元"]
    assert [text_of(node) for node in pair.css("del.k-name, ins.k-name")] == ["振", "震"]
    assert [text_of(node) for node in pair.css("del.k-lost")] == [LAST]
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        *("documents.jsonl", "claims.jsonl", "findings.jsonl", "report.html", "run.json")
    }


def test_prints_that_differ_in_layout_alone_show_no_mark(tmp_path: Path) -> None:
    (pair,) = pages(tmp_path, FIRST, FIRST.replace("，", "、").replace("。", "。\n\n")).css(".pair")
    assert pair.css("del, ins, .void") == []


def test_strangers_are_not_shown_side_by_side(tmp_path: Path) -> None:
    page = pages(tmp_path, FIRST, "白河县部署春灌准备，要求各乡镇月底前完成渠道清淤。\n")
    assert page.css(".pair") == []
    assert len(page.css("article")) == 2


def test_run_shows_every_pair_of_duplicates(tmp_path: Path) -> None:
    other = "白河县部署春灌准备，要求各乡镇月底前完成渠道清淤，保证下游三万亩农田按时用上水。\n"
    texts = tmp_path / "texts"
    texts.mkdir()
    for name, text in (("a", FIRST), ("b", SECOND), ("c", other)):
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    assert main(["run", str(texts), "--out", str(tmp_path / "out"), "--quiet"]) == 0
    page = LexborHTMLParser((tmp_path / "out" / "report.html").read_text(encoding="utf-8"))
    (pair,) = page.css(".pair")
    assert [link.attributes["href"] for link in pair.css(".names a")] == ["#d0", "#d1"]


def test_every_link_leads_somewhere_on_the_page(tmp_path: Path) -> None:
    page = pages(tmp_path, FIRST, SECOND)
    ids = {node.attributes["id"] for node in page.css("[id]")}
    links = [node.attributes["href"] or "" for node in page.css("a[href]")]
    assert len(links) > 10
    assert [link for link in links if link[0] != "#" or link[1:] not in ids] == []


def test_ids_on_the_page_are_unique(tmp_path: Path) -> None:
    ids = [node.attributes["id"] for node in pages(tmp_path, FIRST, SECOND).css("[id]")]
    assert len(ids) == len(set(ids))


def test_findings_come_first_the_gravest_before_all(tmp_path: Path) -> None:
    page = pages(tmp_path, FIRST, SECOND)
    severities = [node.attributes["data-severity"] for node in page.css(".finding")]
    assert severities == [one for severity in SEVERITIES for one in severities if one == severity]
    assert severities[0] == "error"
    rules = {node.attributes["data-rule"] for node in page.css(".finding")}
    assert {node.attributes["value"] for node in page.css("#rule option")} == {"", *rules}
    assert page.html is not None
    assert page.html.index('class="finding') < page.html.index("<article")


def test_a_claim_says_what_it_measures_where_and_when(tmp_path: Path) -> None:
    page = pages(tmp_path, FIRST, SECOND, "--lang", "en")
    (node,) = page.css("#cards")
    cards = json.loads(node.text())
    marks = [mark for mark in page.css("mark[id]") if text_of(mark) == "58.6亿元"]
    card = cards[marks[0].attributes["data-claim"]]
    rows = dict(card["rows"][: card["main"]])
    assert list(rows) == ["indicator", "area", "period", "quantity"]
    assert rows["area"] == "青川"
    assert rows["quantity"] == "5,860,000,000 元"
    assert all(mark.attributes["tabindex"] == "0" for mark in page.css("mark[id]"))


def test_nothing_in_a_text_becomes_part_of_the_page(tmp_path: Path) -> None:
    evil = f"---\ntitle: '{HOSTILE[:40]}'\ndate: 2024-03-01\n---\n{HOSTILE}\n\n{FIRST}{HOSTILE}\n"
    page = pages(tmp_path, evil, evil.replace("58.6", "56.8"))
    assert len(page.css("script")) == 3
    assert len(page.css("style")) == 1
    assert page.css("img, iframe, link, object, embed, [onerror], [onload], [src]") == []
    assert page.body is not None
    assert "{{7*7}}{%raw%}" in text_of(page.body)
    for node in page.css("script[type]"):
        assert json.loads(node.text()) is not None


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_asks_nothing_of_a_network(tmp_path: Path, lang: str) -> None:
    pages(tmp_path, FIRST, SECOND, "--lang", lang)
    page = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert not re.search(r"https?://|src=|@import|url\(|fetch\(|XMLHttpRequest", page)
    assert f'<html lang="{"zh-CN" if lang == "zh" else "en"}">' in page


def test_an_english_page_has_no_chinese_of_its_own(tmp_path: Path) -> None:
    page = pages(tmp_path, "no numbers here\n", "none there\n", "--lang", "en")
    assert page.body is not None
    for node in page.css("script, style, article, .index"):
        node.decompose()
    assert not re.search(r"[\u4e00-\u9fff]", page.body.text())
