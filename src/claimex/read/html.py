"""HTML to text, every character with its place in the file.

A scanner of tags and entities, no tree: what matters here is which characters a reader of the page sees, where one
block ends and the next begins, and the exact way back, which parsers that repair a tree do not keep.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from claimex.read.builder import Stripped, TextBuilder

if TYPE_CHECKING:
    from claimex.schema.document import BlockKind

_TOKEN = re.compile(r"<!--|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?P<rest>(?:[\s/][^<>]*)?)>|<[!?][^<>]*>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
_PIECE = re.compile(f"{_ENTITY.pattern}|{_BLANKS.pattern}")
_ATTRIBUTE = re.compile(r"""([A-Za-z:_-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_SNIFF = re.compile(
    r"</?(?:!doctype html|html|head|body|title|meta|div|p|br|table|tr|td|article|section|h[1-6]|span|ul|ol|li|pre|a|b"
    r"|strong|em|font|center|blockquote|img)\b[^<>]*>",
    re.IGNORECASE,
)
_LONGEST_TAG = 4000
_WIDE = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]")

_HIDDEN = frozenset(
    ["script", "style", "noscript", "template", "svg", "math", "object", "iframe", "select", "textarea", "title"]
)
_BLOCK = frozenset(
    [
        "p",
        "div",
        "article",
        "section",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "hr",
        "form",
        "fieldset",
        "address",
        "body",
        "html",
        "head",
        "center",
        "details",
        "summary",
    ]
)
_HINTS: dict[str, BlockKind] = {
    "li": "item",
    "figcaption": "caption",
    "caption": "caption",
    "nav": "boilerplate",
    "footer": "boilerplate",
}
_IN_CELLS = frozenset(("p", "div", "section", "ul", "ol", "li", "blockquote", "center"))
_BOLD = frozenset(("b", "strong"))
_META = {
    "title": ("og:title", "articletitle", "twitter:title"),
    "date": (
        "article:published_time",
        "og:published_time",
        "pubdate",
        "publishdate",
        "publish_date",
        "publication_date",
        "dc.date",
        "datepublished",
        "og:release_date",
        "date",
    ),
    "publisher": ("og:site_name", "publisher", "source", "contentsource", "copyright", "author"),
    "url": ("og:url",),
}


def looks_html(text: str) -> bool:
    """Whether the text holds HTML elements (an autolink or a bare `<` is none)."""
    return bool(_SNIFF.search(text))


def strip_html(raw: str, start: int = 0, title: tuple[int, int] = (0, 0)) -> Stripped:
    """The text of the HTML in `raw[start:]`, below a headline printed at `title`; offsets are those of `raw`.

    Block elements become blank lines, `<br>` a line break, table rows lines with tabs between cells. Text outside
    every element keeps its line breaks, so that a Markdown file with some HTML in it stays what it is.
    """
    scanner = _Scanner(raw)
    scanner.out.headline(*title, start)
    return scanner.scan(start)


class _Scanner:
    """The state of one pass: what is open, where the block began, how much of it is bold."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.out = TextBuilder(raw)
        self.meta: dict[str, str] = {}
        self.missing: set[str] = set()
        self.open: list[tuple[str, int]] = []
        self.depth = 0
        self.pre = 0
        self.bold = 0
        self.block_start = 0
        self.bold_count = 0
        self.plain_count = 0
        self.cells = 0
        self.broken = False
        self.pending: tuple[int, int] | None = None

    def scan(self, start: int) -> Stripped:
        position = start
        while (token := _TOKEN.search(self.raw, position)) is not None:
            self.text(position, token.start())
            position = self.token(token)
        self.text(position, len(self.raw))
        self.finish_block()
        return self.out.build(self.meta)

    def token(self, token: re.Match[str]) -> int:
        """Handle one tag or comment; where to go on."""
        if token[0] == "<!--":
            return self.skip("-->", token)
        if token["name"] is None:
            return token.end()
        name = token["name"].lower()
        if name in _HIDDEN and not token["close"] and not token["rest"].rstrip().endswith("/"):
            return self.hidden(name, token)
        if name == "meta":
            self.note_meta(token["rest"])
        elif token["close"]:
            self.end_tag(name, token.start(), token.end())
        else:
            self.start_tag(name, token.start(), token.end())
        return token.end()

    def skip(self, closing: str, token: re.Match[str]) -> int:
        """Past the closing mark; where it never comes (looked for once), the opening one is left out alone."""
        if closing in self.missing:
            return token.end()
        found = re.compile(closing, re.IGNORECASE).search(self.raw, token.end())
        if found is None:
            self.missing.add(closing)
            return token.end()
        return found.end()

    def hidden(self, name: str, token: re.Match[str]) -> int:
        end = self.skip(f"</{name}", token)
        if name == "title" and end > token.end() and "title" not in self.meta:
            self.meta["title"] = " ".join(unescape(self.raw[token.end() : end - len("</title")]).split())
        if end > token.end():
            closing = self.raw.find(">", end)
            end = closing + 1 if closing >= 0 else end
        return end

    def note_meta(self, rest: str) -> None:
        found = {key.lower(): a or b or c for key, a, b, c in _ATTRIBUTE.findall(rest[:_LONGEST_TAG])}
        name = (found.get("property") or found.get("name") or found.get("itemprop") or "").lower()
        content = unescape(found.get("content", "")).strip()
        for field, names in _META.items():
            if content and name in names and (field == "title" or field not in self.meta):
                self.meta[field] = content

    def start_tag(self, name: str, start: int, end: int) -> None:
        if name == "br":
            self.out.put("\n", start, end)
        elif name == "tr":
            self.break_to("\n", start, end)
            self.block_start, self.cells, self.broken, self.pending = len(self.out), 0, False, None
        elif name in {"td", "th"}:
            self.pending = None
            if self.cells:
                self.out.put("\t", start, end)
            self.cells += 1
        elif self.cells and name in _IN_CELLS:
            self.break_in_cell(start, end)
        elif name in _BLOCK:
            self.finish_block()
            self.break_to("\n\n", start, end)
            self.block_start = len(self.out)
        elif name in _BOLD:
            self.bold += 1
        if name in _BLOCK and name != "hr":
            self.depth += 1
            self.pre += name == "pre"
            if name in _HINTS:
                self.open.append((name, len(self.out)))

    def end_tag(self, name: str, start: int, end: int) -> None:
        if name in _BOLD:
            self.bold = max(0, self.bold - 1)
        elif name == "tr":
            if self.cells > 1 and not self.broken:
                self.out.hint(self.block_start, "table")
            self.cells, self.pending = 0, None
            self.break_to("\n", start, end)
        elif name in _BLOCK:
            self.depth = max(0, self.depth - 1)
            self.pre = max(0, self.pre - (name == "pre"))
            if self.cells and name in _IN_CELLS:
                self.break_in_cell(start, end)
                return
            if name[0] == "h" and name[1:].isdigit():
                self.out.hint(self.block_start, "heading", int(name[1:]))
                self.plain_count += 1
            self.close_hint(name)
            self.finish_block()
            self.break_to("\n\n", start, end)
            self.block_start = len(self.out)

    def break_in_cell(self, start: int, end: int) -> None:
        """A paragraph in a cell is no break unless more follows in that cell: pages are laid out in tables, too."""
        if not self.out.tail.endswith(("\n", "\t")):
            self.pending = (start, end)

    def settle(self) -> None:
        """Text follows in the same cell: the break is one."""
        if self.pending:
            self.break_to("\n\n", *self.pending)
            self.broken, self.pending = True, None

    def close_hint(self, name: str) -> None:
        if self.open and self.open[-1][0] == name:
            _, begun = self.open.pop()
            self.out.hint(begun, _HINTS[name])

    def finish_block(self) -> None:
        """A block that is bold from end to end is a heading of its own."""
        if self.bold_count and not self.plain_count:
            self.out.hint(self.block_start, "heading", 5)
        self.bold_count = self.plain_count = 0

    def break_to(self, breaks: str, start: int, end: int) -> None:
        """Make the text so far end in `breaks`."""
        if len(self.out) == 0:
            return
        have = 2 if self.out.tail == "\n\n" else int(self.out.tail.endswith("\n"))
        if have < len(breaks):
            self.out.put(breaks[have:], start, end)

    def text(self, start: int, end: int) -> None:
        """Visible text: entities decoded, blanks folded inside elements."""
        position = start
        for piece in _PIECE.finditer(self.raw, start, end):
            self.words(position, piece.start())
            position = piece.end()
            if piece[0][0] == "&":
                self.settle()
                self.out.put(unescape(piece[0]).replace("\xa0", " "), piece.start(), piece.end())
            else:
                self.blank(piece)
        self.words(position, end)

    def words(self, start: int, end: int) -> None:
        if start < end:
            self.settle()
            self.out.keep(start, end)
            if self.bold:
                self.bold_count += end - start
            else:
                self.plain_count += end - start

    def blank(self, piece: re.Match[str]) -> None:
        if self.pending:
            return
        if self.pre or (self.depth == 0 and "\n" in piece[0]):
            self.out.keep(piece.start(), piece.end())
        elif "\n" in piece[0] and self.between_wide(piece):
            return
        elif not self.out.tail.endswith(("\n", " ", "\t")) and len(self.out):
            self.out.put(" ", piece.start(), piece.end())

    def between_wide(self, piece: re.Match[str]) -> bool:
        """A line break in the file between two Chinese characters is no blank on the page."""
        after = self.raw[piece.end() : piece.end() + 1]
        return bool(_WIDE.match(after)) and bool(_WIDE.match(self.out.tail[-1:]))
