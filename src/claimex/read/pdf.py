"""PDF: the text layer, page by page. A scan without one is no text, and is refused."""

from __future__ import annotations

from claimex.errors import InputError
from claimex.read.builder import Stripped
from claimex.schema import OffsetMap


def extract_pdf(data: bytes, *, where: str) -> Stripped:
    """The text of a PDF's pages, a form feed between them; lines are those of the page.

    The text is what claims point into: a PDF has no characters of its own to point at.

    Raises:
        InputError: not a PDF, locked by a password, or without a text layer.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError("the PDF cannot be opened", where=where, cure="give a whole PDF without a password") from error
    try:
        pages = [_page_text(page) for page in document]
    except pypdfium2.PdfiumError as error:
        raise InputError("the PDF has a broken page", where=where, cure="save it anew with a PDF reader") from error
    finally:
        document.close()
    text = "\n\x0c\n".join(pages)
    if not text.strip():
        raise InputError("the PDF has no text layer", where=where, cure="run character recognition on it first")
    return Stripped(text, OffsetMap.identity(len(text)))


def _page_text(page: object) -> str:
    """The page's text; the mark that stands for a hyphen at a line's end is dropped."""
    textpage = page.get_textpage()  # type: ignore[attr-defined]
    try:
        text: str = textpage.get_text_range()
    finally:
        textpage.close()
    return text.replace("\ufffe", "").replace("\r\n", "\n")
