"""The tag scanner beside a browser-grade parser: on sound pages both see the same characters."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from claimex.read.html import strip_html

words = st.text("全市增长5.2%亿元，。 abAB", min_size=1, max_size=8)
entities = st.sampled_from(["&amp;", "&lt;", "&gt;", "&nbsp;", "&ldquo;", "&#20159;", "&#x5143;"])
hidden = st.sampled_from(
    ["<script>var a = 1 < 2;</script>", "<style>p {a: b}</style>", "<!-- 说明 -->", "<br>", "<img src='a'>"]
)
inline = st.recursive(
    words | entities | hidden,
    lambda inner: st.builds(
        lambda name, parts: f"<{name} class='x y'>{''.join(parts)}</{name}>",
        st.sampled_from(["span", "b", "em", "font", "strong", "a"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=8,
)
blocks = st.builds(
    lambda name, parts: f"<{name}>{''.join(parts)}</{name}>\n",
    st.sampled_from(["p", "div", "h2", "li", "blockquote"]),
    st.lists(inline, max_size=4),
)
pages = st.lists(blocks, max_size=5).map(lambda parts: f"<html><body>\n{''.join(parts)}</body></html>")


def bare(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=150, derandomize=True, deadline=None)
@given(pages)
def test_the_same_characters_are_seen(page: str) -> None:
    tree = LexborHTMLParser(page)
    tree.strip_tags(["script", "style"])
    body = tree.body
    assert body is not None
    assert bare(strip_html(page).text) == bare(body.text())
