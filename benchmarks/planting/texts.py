"""The texts that errors are planted in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.findings import SEEDS
from benchmarks.planting.plant import Text
from benchmarks.score import read_rows, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex import Pipeline

CORPORA = Path(__file__).parents[3] / "shared" / "corpora"
LONG = 4000
"""Characters of a text that is taken by paragraphs."""
PARAGRAPH = 120
"""Characters of the shortest paragraph that makes a text; the seeds, where few are long, give half as long ones."""


def read_texts(paths: Sequence[Path]) -> list[Text]:
    """The texts of corpora; long ones by paragraphs, with what their record says of them."""
    texts: list[Text] = []
    for path in paths:
        for row in read_rows(path):
            about = {key: row.get(key) for key in ("date", "title", "publisher")}
            if len(row["text"]) <= LONG:
                texts.append(Text(row["id"], row["text"], **about))
                continue
            pieces = [piece for piece in row["text"].split("\n") if len(piece) >= PARAGRAPH]
            texts += [Text(f"{row['id']}#{at}", piece, **about) for at, piece in enumerate(pieces, start=1)]
    return texts


def seed_texts(pipeline: Pipeline) -> list[Text]:
    """The paragraphs of the seeds, as they flow."""
    texts: list[Text] = []
    for path in sorted(SEEDS.glob("*.txt")):
        document = pipeline(read_text(path), doc_id=path.name)
        pieces = [piece for piece in document.flow.text.split("\n") if len(piece) >= PARAGRAPH // 2]
        day = document.date.isoformat() if document.date else None
        texts += [Text(f"{path.stem}#{at}", piece, date=day) for at, piece in enumerate(pieces, start=1)]
    return texts


def default_texts(pipeline: Pipeline) -> list[Text]:
    """The corpora beside the project, else the seeds."""
    paths = sorted(CORPORA.glob("*.jsonl"))
    return read_texts(paths) if paths else seed_texts(pipeline)
