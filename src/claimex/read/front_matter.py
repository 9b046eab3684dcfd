"""The YAML head of a Markdown file (`---` lines around `title:`, `date:` ...)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import yaml

_HEAD = re.compile(r"\s*---[ \t]*\r?\n")
_END = re.compile(r"^(?:---|\.\.\.)[ \t]*\r?$", re.MULTILINE)
_KEY = re.compile(r"^([A-Za-z_]+)[ \t]*:[ \t]*(\S.*)$", re.MULTILINE)
_LONGEST = 20_000
_NAMES = {
    "title": ("title",),
    "date": ("date", "pubdate", "published", "publish_date", "published_at", "datetime", "created"),
    "publisher": ("publisher", "source", "author", "site", "media"),
    "url": ("url", "link", "canonical", "permalink", "source_url"),
}


@dataclass(frozen=True)
class FrontMatter:
    """A file's head.

    Attributes:
        said: title, date, publisher, url as printed.
        body: the offset where the file's text begins; 0 where there is no head.
        title: where the title is printed, for it may hold claims too; empty where it is not printed as it is.
    """

    said: dict[str, str] = field(default_factory=dict)
    body: int = 0
    title: tuple[int, int] = (0, 0)


def split_front_matter(raw: str) -> FrontMatter:
    """The head of a file; an empty one where there is none.

    A head that is not YAML is read line by line, `key: value`; a rule (`---`) that opens no fields is no head.
    """
    head = _HEAD.match(raw[:_LONGEST])
    end = _END.search(raw[:_LONGEST], head.end()) if head else None
    if head is None or end is None:
        return FrontMatter()
    fields = _fields(raw[head.end() : end.start()])
    if not fields:
        return FrontMatter()
    found = {name: fields[key] for name, keys in _NAMES.items() for key in reversed(keys) if fields.get(key)}
    at = raw.find(found["title"], head.end(), end.start()) if "title" in found else -1
    return FrontMatter(found, end.end(), (at, at + len(found["title"])) if at >= 0 else (0, 0))


def _fields(head: str) -> dict[str, str]:
    try:
        loaded = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 (BaseLoader makes strings only)
    except (yaml.YAMLError, ValueError, RecursionError):
        loaded = None
    if not isinstance(loaded, dict):
        loaded = {key: value.strip().strip("\"'") for key, value in _KEY.findall(head)}
    return {str(key).lower(): value.strip() for key, value in loaded.items() if isinstance(value, str)}
