"""Running text out of document collections, cut into the lines that the trainer learns from."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_END = re.compile(r"(?<=[。；！？;])")
_BLANK = re.compile(r"\s+")


def read_texts(path: Path) -> Iterator[str]:
    """The `text` of every record of a JSON Lines file; the only field the recipe needs."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield str(json.loads(line)["text"])


def without(texts: Iterable[str], held_out: Path) -> Iterator[str]:
    """The texts that hold no sentence of an evaluation file (words separated by blanks, `[` and `]` are marks)."""
    lines = [line.split()[1:] for line in held_out.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    sentences = ["".join(word for word in words if word not in {"[", "]"}) for words in lines if words]
    for text in texts:
        bare = _BLANK.sub("", text)
        if not any(sentence in bare for sentence in sentences):
            yield text


def training_lines(texts: Iterable[str], *, limit: int | None = None) -> tuple[str, ...]:
    """Sentences without blanks, each once, in order; `limit` stops after so many characters.

    A semicolon ends a line too: reports string whole programmes together with it, and the trainer's memory grows with
    the longest line. Repeated formulas (我们要坚持…) count once, or they would outvote everything else.
    """
    seen: dict[str, None] = {}
    size = 0
    for text in texts:
        for paragraph in text.split("\n"):
            for piece in _END.split(_BLANK.sub("", paragraph)):
                if len(piece) < 2 or piece in seen:
                    continue
                if limit is not None and size + len(piece) > limit:
                    return tuple(seen)
                seen[piece] = None
                size += len(piece)
    return tuple(seen)
