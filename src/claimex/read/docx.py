"""Word documents: paragraphs a line each, headings by their style, tables with a tab between cells."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from claimex.errors import InputError
from claimex.read.builder import Stripped
from claimex.schema import Hint, OffsetMap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.schema.document import BlockKind

_HEADING = re.compile(r"(?:heading|标题)\s?(\d)", re.IGNORECASE)


def extract_docx(data: bytes, *, where: str) -> Stripped:
    """The text of a Word document's body in order, a blank line between paragraphs, table rows as lines.

    The text is what claims point into; footnotes, headers and text boxes are not read.

    Raises:
        InputError: not a Word document (.docx), or without text.
    """
    import docx
    from docx.opc.exceptions import OpcError

    try:
        document = docx.Document(io.BytesIO(data))
        parts = list(_parts(document))
    except (OpcError, BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise InputError("not a Word document", where=where, cure="save it as .docx") from error
    pieces: list[str] = []
    hints: list[Hint] = []
    length = 0
    for text, kind, level in parts:
        if kind != "prose" and text.strip():
            hints.append(Hint(start=length, end=length + len(text), kind=kind, level=level))
        pieces.append(text + ("\n" if kind == "table" else "\n\n"))
        length += len(pieces[-1])
    whole = "".join(pieces)
    if not whole.strip():
        raise InputError("the document has no text", where=where, cure="give a document that has text")
    title = document.core_properties.title
    return Stripped(whole, OffsetMap.identity(len(whole)), tuple(hints), {"title": title} if title else {})


def _parts(document: object) -> Iterator[tuple[str, BlockKind, int]]:
    for item in document.iter_inner_content():  # type: ignore[attr-defined]
        if hasattr(item, "rows"):
            for row in item.rows:
                cells = dict.fromkeys(cell for cell in row.cells)
                yield "\t".join(" ".join(cell.text.split()) for cell in cells), "table", 0
        else:
            heading = _HEADING.match(item.style.name or "") if item.style is not None else None
            yield item.text, "heading" if heading else "prose", int(heading[1]) if heading else 0
