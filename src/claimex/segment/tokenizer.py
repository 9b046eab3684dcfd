"""A spaCy tokenizer that uses this segmenter, and spaCy's Chinese pipeline with it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from spacy.lang.zh import Chinese
from spacy.tokens import Doc
from spacy.util import DummyTokenizer, registry

from claimex.errors import InputError
from claimex.segment.segmenter import Segmenter

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.vocab import Vocab

    from claimex.settings import Settings

NAME = "claimex.tokenizer.v1"


class SegmenterTokenizer(DummyTokenizer):
    """Makes a Doc of a text of any length; `doc.text` is the text, and token offsets are its offsets.

    White space other than a single blank becomes a token of its own. A word that a line wrap cuts in two is two tokens:
    spaCy has no token that leaves a character out. spaCy remembers every distinct number for ever; wrap long runs in
    `nlp.memory_zone()`.
    """

    def __init__(self, vocab: Vocab, segmenter: Segmenter) -> None:
        self.vocab = vocab
        self.segmenter = segmenter

    def __call__(self, text: str) -> Doc:
        """The tokens of `text`.

        Raises:
            InputError: the text holds half of a surrogate pair, which spaCy cannot store.
        """
        words: list[str] = []
        spaces: list[bool] = []
        at = 0
        for start, end in self.segmenter.spans(text):
            _add_gap(text[at:start], words, spaces)
            words.append(text[start:end])
            spaces.append(False)
            at = end
        _add_gap(text[at:], words, spaces)
        try:
            return Doc(self.vocab, words=words, spaces=spaces)
        except UnicodeEncodeError as error:
            raise InputError(
                "half of a surrogate pair", where=f"offset {error.start}", cure="decode it again"
            ) from error

    def __reduce__(self) -> tuple[object, ...]:
        return SegmenterTokenizer, (self.vocab, self.segmenter)


def _add_gap(gap: str, words: list[str], spaces: list[bool]) -> None:
    """White space between two words: a blank belongs to the word before it, the rest is a token."""
    if words and gap.startswith(" "):
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        words.append(gap)
        spaces.append(False)


def make_tokenizer(segmenter: str = "pkuseg", model: str | None = None) -> Callable[[Language], SegmenterTokenizer]:
    """What spaCy's configuration calls: `@tokenizers = "claimex.tokenizer.v1"`."""

    def create(nlp: Language) -> SegmenterTokenizer:
        nlp.max_length = sys.maxsize  # the limit guards spaCy's parsers; this stays linear
        return SegmenterTokenizer(nlp.vocab, Segmenter(segmenter, model))

    return create


def spacy_language(settings: Settings) -> Language:
    """spaCy's blank Chinese pipeline with this tokenizer; it can be saved and loaded, and has no limit of length.

    Raises:
        ModelError: see `Segmenter`.
    """  # noqa: D403 (spaCy spells itself so)
    tokenizer = {"@tokenizers": NAME, "segmenter": settings.segmenter, "model": settings.segmenter_model}
    registry.tokenizers.register(NAME, func=make_tokenizer)  # an installed package is found without
    return Chinese.from_config({"nlp": {"tokenizer": tokenizer}})
