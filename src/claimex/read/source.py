"""A text and what is known about it, as a source: title, date, publisher, address, and where the date comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimex.read.dates import dateline_date, head_date, parse_date, url_date
from claimex.schema import Source

if TYPE_CHECKING:
    import datetime as dt

    from claimex.read.builder import Stripped
    from claimex.schema.document import DateFrom

# A line that names the source of an article (来源：解放日报, （文章来源：科技日报）); 数据来源 names that of figures.
_PUBLISHER = re.compile(
    r"(?:^|[\s（(【|｜])(?:文章|新闻|信息|稿件|本文)?来源[ \t]?[：:][ \t]{0,4}\n?[ \t]{0,4}"
    r"([\u4e00-\u9fffA-Za-z·]{2,16}?)(?=[\s，,。；;）)】|｜/]|时间|作者|责任|编辑|发布|$)"
)
# A site's name behind a page's title: …_某某网, …- 某某政府网站, …|新华网.
_SITE = re.compile(
    r"\s{0,3}[_|｜]\s{0,3}[^_|｜\s]{2,16}$|\s{1,3}[-–—]\s{1,3}[^\s]{2,16}$|[-–—][\u4e00-\u9fff]{1,12}网(?:站)?$"
)
_EDGE = 500


def source_of(raw: str, made: Stripped, *, front: dict[str, str], doc_id: str, form: str) -> Source:
    """The source of a text made of `raw`.

    What front matter says wins over what markup says, and both over what the text says: a date from a dateline or the
    head of the text, a publisher from a line that names it. What nothing says stays null.
    """
    said = {**made.meta, **front}
    date, date_from = _date(made, front)
    return Source(
        doc_id=doc_id,
        raw=raw,
        text=made.text,
        offsets=made.offsets,
        hints=made.hints,
        format=form,
        title=_SITE.sub("", said["title"]) if said.get("title") else _first_heading(made),
        date=date,
        date_from=date_from,
        publisher=said.get("publisher") or _publisher(made.text),
        url=said.get("url"),
    )


def _first_heading(made: Stripped) -> str | None:
    heads = (made.text[hint.start : hint.end] for hint in made.hints if hint.kind == "heading" and hint.level < 3)
    return next((head.strip() for head in heads if head.strip()), None)


def _date(made: Stripped, front: dict[str, str]) -> tuple[dt.date | None, DateFrom | None]:
    """The document's date and where it comes from, the surest source first."""
    tries: tuple[tuple[DateFrom, dt.date | None], ...] = (
        ("front_matter", parse_date(front.get("date", ""))),
        ("html", parse_date(made.meta.get("date", ""))),
        ("url", url_date(front.get("url") or made.meta.get("url", ""))),
        ("dateline", dateline_date(made.text)),
        ("text", head_date(made.text)),
    )
    return next(((date, origin) for origin, date in tries if date), (None, None))


def _publisher(text: str) -> str | None:
    found = _PUBLISHER.search(text[:_EDGE]) or _PUBLISHER.search(text[max(0, len(text) - _EDGE) :])
    return found[1] if found else None
