"""Law 1 at the level of the flow: every character of the running text leads back to the raw text it stands for."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimex.read import read_text
from claimex.reflow import reflow
from claimex.reflow.fold import fold

SEEDS = sorted(Path(__file__).parents[2].glob("seeds/*.txt"))

pieces = st.sampled_from(
    [
        *"全市研发经费增长的，。、；：“”（）《》 \u3000\n\r\t>*#-|_`&;<",
        *"0123456789.%％１２abRD",
        "\r\n",
        "\n\n",
        "亿元",
        "百分点",
        "<p>",
        "</p>",
        "<br>",
        "<b>",
        "</b>",
        "<table><tr><td>",
        "</td><td>",
        "</td></tr></table>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "&amp;",
        "&nbsp;",
        "&#20159;",
        "**",
        "## ",
        "[链接](http://a)",
        "---\n",
        "title: 标题\n",
        "● ",
        "- 1 ",
        "□本报记者",
        "本报讯",
        "新华社北京10月11日电",
        "相关新闻>>>",
        "\u200b",
        "\ufeff",
        "\x00",
        "\x1e",
        "\x1f",
        "\U0001f600",
        "\ud800",
    ]
)
texts = st.lists(pieces, max_size=80).map("".join)


def assert_traceable(raw: str, doc_id: str = "a.txt") -> None:
    source = read_text(raw, doc_id=doc_id)
    flow = reflow(source)
    assert len(flow.offsets) == len(flow.text)
    last = 0
    for position, character in enumerate(flow.text):
        start, end = flow.offsets.span(position, position + 1)
        assert last <= start < end <= len(raw)
        last = start
        stretch = raw[start:end]
        blank = character in " \n\t" and not (len(stretch) == 1 and stretch.isalnum())
        assert blank or fold(stretch) == character or fold(unescape(stretch)) == character
    covered = [(block.start, block.end) for block in flow.blocks]
    assert "\n".join(flow.text[start:end] for start, end in covered) == flow.text
    assert all("\n" not in flow.text[start:end] for start, end in covered)
    if flow.blocks:
        assert flow.articles[0].start == 0
        assert flow.articles[-1].end == len(flow.text)
        assert {block.article for block in flow.blocks} <= set(range(len(flow.articles)))


@settings(max_examples=300, derandomize=True, deadline=None)
@given(texts, st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_every_character_leads_back(raw: str, doc_id: str) -> None:
    assert_traceable(raw, doc_id)


@settings(max_examples=100, derandomize=True, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all(raw: str) -> None:
    assert_traceable(raw)


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_seeds(path: Path) -> None:
    assert_traceable(path.read_text(encoding="utf-8"), path.name)
