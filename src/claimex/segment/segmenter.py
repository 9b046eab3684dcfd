"""The segmenter that the rest of claimex sees: sentences, clauses and words with their offsets."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Final, Protocol

from claimex.errors import ModelError
from claimex.schema import Token
from claimex.segment.artefact import SHIPPED
from claimex.segment.boundaries import forced_starts, word_starts
from claimex.segment.sentences import split_clauses, split_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimex.schema import Flow, Sentence
    from claimex.settings import Settings

_LOADING: Final = RLock()
_PIECE = re.compile(r"[^\s。！？；]{1,1000}[。！？；]*|[。！？；]+")
"""What the model sees at once. Words do not cross stops; a limit keeps memory flat in a text without any."""


class Cutter(Protocol):
    """What cuts a stretch without blanks: the starts of its words."""

    def starts(self, text: str) -> list[int]:
        """Where words begin."""
        ...


class CharCutter:
    """Every character is a word: needs nothing, and serves as the fallback."""

    def starts(self, text: str) -> list[int]:
        """Where words begin: everywhere."""
        return list(range(len(text)))


class JiebaCutter:
    """Words by jieba's default mode.

    Raises:
        ModelError: jieba is not installed.
    """

    def __init__(self) -> None:
        import logging
        import tempfile
        import warnings

        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # jieba 0.42.1 has invalid escapes, errors under `-W error`
                import jieba
        except ImportError as error:
            raise ModelError("jieba is not installed", where="segmenter", cure="pip install jieba") from error
        jieba.setLogLevel(logging.ERROR)
        self._tokenizer = jieba.Tokenizer()
        with tempfile.TemporaryDirectory() as folder:  # its cache is else a file in /tmp that everybody may write
            self._tokenizer.tmp_dir = folder
            self._tokenizer.initialize()

    def starts(self, text: str) -> list[int]:
        """Where words begin."""
        words = self._tokenizer.lcut(text)
        return word_starts(words) if "".join(words) == text else list(range(len(text)))


class Segmenter:
    """Cuts clean text into sentences, clauses and words. Thread-safe; a pickle holds its name and loads it anew."""

    def __init__(self, kind: str = "pkuseg", folder: str | None = None) -> None:
        """Load a segmenter, or take the one this process has loaded already.

        Args:
            kind: `pkuseg`, `jieba` or `char`.
            folder: another spacy-pkuseg model than the shipped one; nothing is ever fetched.

        Raises:
            ModelError: the model is missing or damaged, jieba is not installed, or `kind` is unknown.
        """
        self.kind = kind
        self.folder = folder
        with _LOADING:
            self._cutter = _cutter(kind, folder)

    def __reduce__(self) -> tuple[object, ...]:
        return Segmenter, (self.kind, self.folder)

    def words(self, text: str) -> tuple[Token, ...]:
        """The words of a clean stretch of text, blanks left out; offsets refer to `text`.

        Numbers, scale words, signs and Latin strings are cut by rule, whatever the model says. Call it on sentences
        or clauses that framing reads: it is the slowest step a character (see benchmarks/segmentation.py).
        """
        return tuple(Token(start=start, end=end, text=text[start:end]) for start, end in self.spans(text))

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """The words of `text` as stretches, without the records; linear, also in one string of millions."""
        for piece in _PIECE.finditer(text):
            inner, offset = piece.group(), piece.start()
            for start, end in pairwise([*forced_starts(inner, self._starts(inner)), len(inner)]):
                yield offset + start, offset + end

    def _starts(self, piece: str) -> list[int]:
        """Where words of `piece` begin; every character, where what cuts it has lost its place."""
        starts = self._cutter.starts(piece)
        sound = starts and starts[0] == 0 and starts[-1] < len(piece)
        return starts if sound else list(range(len(piece)))

    def sentences(self, flow: Flow) -> tuple[Sentence, ...]:
        """The sentences of every block of a flow; see `split_sentences`."""
        return split_sentences(flow)

    def clauses(self, text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The clauses of `text[start:end]`; see `split_clauses`."""
        return split_clauses(text, start, end)


@lru_cache(maxsize=4)
def _cutter(kind: str, folder: str | None) -> Cutter:
    if kind == "char":
        return CharCutter()
    if kind == "jieba":
        return JiebaCutter()
    if kind == "pkuseg":
        from claimex.segment.cutter import PkusegCutter

        return PkusegCutter(Path(folder)) if folder else PkusegCutter(SHIPPED, manifest=True)
    raise ModelError(f"no segmenter {kind!r}", where="segmenter", cure="pkuseg, jieba or char")


def load_segmenter(settings: Settings) -> Segmenter:
    """The segmenter that the settings ask for; a second call in the same process costs nothing.

    Raises:
        ModelError: see `Segmenter`.
    """
    return Segmenter(settings.segmenter, settings.segmenter_model)
