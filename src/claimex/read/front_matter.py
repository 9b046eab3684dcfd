"""The YAML head of a Markdown file (`---` lines around `title:`, `date:` ...)."""

from __future__ import annotations

import re

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


def split_front_matter(raw: str) -> tuple[dict[str, str], int]:
    """The head's fields and the offset where the body begins; no fields and 0 where there is no head.

    A head that is not YAML is read line by line, `key: value`; a rule (`---`) that opens no fields is no head.
    """
    head = _HEAD.match(raw[:_LONGEST])
    end = _END.search(raw[:_LONGEST], head.end()) if head else None
    if head is None or end is None:
        return {}, 0
    fields = _fields(raw[head.end() : end.start()])
    if not fields:
        return {}, 0
    found = {name: fields[key] for name, keys in _NAMES.items() for key in reversed(keys) if fields.get(key)}
    return found, end.end()


def _fields(head: str) -> dict[str, str]:
    try:
        loaded = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 (BaseLoader makes strings only)
    except (yaml.YAMLError, ValueError, RecursionError):
        loaded = None
    if not isinstance(loaded, dict):
        loaded = {key: value.strip().strip("\"'") for key, value in _KEY.findall(head)}
    return {str(key).lower(): value.strip() for key, value in loaded.items() if isinstance(value, str)}
