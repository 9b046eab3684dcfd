from __future__ import annotations

from pathlib import Path

import pytest

from claimex.read import read_text
from claimex.read.front_matter import split_front_matter

SEEDS = Path(__file__).parents[2] / "seeds"


def text_of(raw: str, doc_id: str = "a.txt") -> str:
    return read_text(raw, doc_id=doc_id).text.strip()


def test_front_matter_names_title_date_and_body() -> None:
    raw = (
        "\n---\ntitle: '深圳增长3%，领跑'\nauthor: 某网\ndate: Wed, 27 Jul 2022 03:41:43 GMT\ntags:\n - a\n---\n正文。"
    )
    front = split_front_matter(raw)
    assert front.said == {"title": "深圳增长3%，领跑", "date": "Wed, 27 Jul 2022 03:41:43 GMT", "publisher": "某网"}
    assert raw[slice(*front.title)] == "深圳增长3%，领跑"
    assert raw[front.body :] == "\n正文。"


@pytest.mark.parametrize(
    "raw",
    ["---\n正文一行。\n---\n", "--- title: a ---", "---\ntitle: a\n没有结尾", "正文\n---\ntitle: a\n---\n", ""],
)
def test_a_rule_is_no_front_matter(raw: str) -> None:
    assert split_front_matter(raw).body == 0


def test_broken_yaml_is_read_line_by_line() -> None:
    front = split_front_matter('---\ntitle: "a": [b\ndate: 2022-01-18\n---\n正文')
    assert front.said["date"] == "2022-01-18"


def test_a_title_that_yaml_changes_is_not_in_the_text() -> None:
    source = read_text("---\ntitle: >\n  增长3%，\n  领跑全国\n---\n正文", doc_id="a.md")
    assert source.title == "增长3%， 领跑全国"
    assert source.text.strip() == "正文"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<p>甲</p><p>乙</p>", "甲\n\n乙"),
        ("<p>甲<br>乙<br/>丙</p>", "甲\n乙\n丙"),
        ("<p>R&amp;D&nbsp;&#20159;&#x5143;&unknown;&lt;</p>", "R&D 亿元&unknown;<"),
        ("<p>a<!-- b --> c</p><script>var a = '<p>';</script>", "a c"),
        ("<SCRIPT>1</SCRIPT><p>甲</p>", "甲"),
        ("<p>甲<!-- 没有结尾", "甲 没有结尾"),
        ("<p>甲<script>没有结尾", "甲没有结尾"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a\tb\nc"),
        ("<table><tr><td><p>a</p></td><td><div>b</div></td></tr></table>", "a\tb"),
        ("<table><tr><td><p>第一段。</p>\n<p>第二段。</p></td></tr></table>", "第一段。\n\n第二段。"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<p>a < b > c，1<2</p>", "a < b > c，1<2"),
        ("<p\nclass='x'>中\n文 and\nword</p>", "中文 and word"),
    ],
)
def test_html(raw: str, text: str) -> None:
    assert text_of(raw) == text


@pytest.mark.parametrize(
    ("raw", "title", "publisher", "url"),
    [
        (
            "<html><head><title>甲 &amp; 乙_某网</title></head><body><h1>甲乙</h1><p>正文</p></body></html>",
            "甲 & 乙",
            None,
            None,
        ),
        (
            (
                '<meta property="og:title" content="甲"><meta name="source" content="某报">'
                '<meta property="og:url" content="http://a.cn/"><title>甲_某网</title><p>正文</p>'
            ),
            "甲",
            "某报",
            "http://a.cn/",
        ),
        ("<h1>甲乙</h1><p>正文</p>", "甲乙", None, None),
        ("# 甲乙\n\n正文", "甲乙", None, None),
        ("正文一句。", None, None, None),
        ("甲乙\n来源：某某日报 时间：2026-02-09\n正文一句。", None, "某某日报", None),
        ("正文一句。\n（文章来源：某某日报）", None, "某某日报", None),
    ],
)
def test_metadata(raw: str, title: str | None, publisher: str | None, url: str | None) -> None:
    source = read_text(raw, doc_id="a.txt")
    assert (source.title, source.publisher, source.url) == (title, publisher, url)


@pytest.mark.parametrize(
    ("doc_id", "raw", "form"),
    [
        ("a.txt", "正文", "txt"),
        ("a.txt", "# 标题\n正文", "md"),
        ("a.txt", "<p>正文</p>", "html"),
        ("a.html", "正文", "html"),
        ("a.md", "正文", "md"),
        ("a.md", "<p>正文</p>", "md"),
    ],
)
def test_what_a_file_is_shows_in_its_text(doc_id: str, raw: str, form: str) -> None:
    assert read_text(raw, doc_id=doc_id).format == form


def test_seed_002_is_three_things() -> None:
    path = SEEDS / "002_467607316e7e62d4.txt"
    source = read_text(path.read_text(encoding="utf-8"), doc_id=path.name)
    assert source.title == "重庆：三方面协同 更大力度推动科技创新"
    assert str(source.date) == "2022-01-18"
    assert source.date_from == "front_matter"
    assert source.publisher == "科技日报"
    assert "<" not in source.text
    assert "](" not in source.text


def test_hints_follow_their_lines_through_two_kinds_of_markup() -> None:
    source = read_text("<p>甲</p><p><b>乙丙</b></p>\n\n## 丁**戊**\n", doc_id="a.md")
    assert [(source.text[hint.start : hint.end].strip(), hint.level) for hint in source.hints] == [
        ("乙丙", 5),
        ("丁戊", 2),
    ]
