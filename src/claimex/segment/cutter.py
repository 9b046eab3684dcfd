"""spacy-pkuseg, loaded safely and read fast.

Loading is pkuseg's own; so are features, weights and decoder. Only the loop that looks the features of each character
up is written anew: the stock one forms and hashes a hundred strings a character, most of them for pairs of words that
are not there. Words come out the same (a test compares them), six times faster.
"""

from __future__ import annotations

from itertools import pairwise, product
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from claimex.errors import ModelError
from claimex.segment.artefact import check_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_LONGEST = 6
_REMEMBERED = 200_000  # pairs of characters; a million articles would otherwise grow without end
_NUMBER, _LETTER = "\ue000", "\ue001"  # private characters stand for pkuseg's classes, one for one
_CLASS_NAMES = {_NUMBER: "**Num", _LETTER: "**Letter"}


class _Characters(dict[str, tuple[int, ...]]):
    """Per character the features that name it alone: here, one before, one after, two before, two after."""

    templates: tuple[str, ...] = ("c.{}", "c-1.{}", "c1.{}", "c-2.{}", "c2.{}")

    def __init__(self, number: Callable[[str], int]) -> None:
        super().__init__()
        self.number = number

    def __missing__(self, chars: str) -> tuple[int, ...]:
        names = [_CLASS_NAMES.get(char, char) for char in chars]
        row = tuple(self.number(template.format(*names)) for template in self.templates)
        if len(self) < _REMEMBERED:
            self[chars] = row
        return row


class _Pairs(_Characters):
    """Per pair of characters the features that name it: it ends here, it begins here, it ends one before."""

    templates = ("c-1c.{}.{}", "cc1.{}.{}", "c-2c-1.{}.{}")


class PkusegCutter:
    """Cuts a stretch without blanks into words. Thread-safe once built (tables only fill, with equal values)."""

    def __init__(self, folder: Path, *, manifest: bool = False) -> None:
        """Check and load the model in `folder`.

        Raises:
            ModelError: it is no model folder, a checksum differs, or its files do not belong together.
        """
        check_folder(folder, manifest=manifest)
        extractor, model = _load(folder)
        _check_sizes(folder, extractor, model)
        self._features: dict[str, int] = extractor.feature_to_idx
        self._nothing = len(self._features)  # one more feature of no weight saves asking whether there is one
        self._model = _with_nothing(model)
        self._words = {word: (self._number(f"w1.{word}"), self._number(f"w-1.{word}")) for word in extractor.unigram}
        self._longest = _longest(self._words)
        self._pairs_of_words = any(name.startswith("ww.") for name in self._features)
        self._begins = frozenset(number for tag, number in extractor.tag_to_idx.items() if "B" in tag)
        self._characters = _Characters(self._number)
        self._pairs = _Pairs(self._number)
        self._classes = _classes(extractor)
        from spacy_pkuseg.inference import decodeViterbi_fast

        self._decode = decodeViterbi_fast

    def _number(self, name: str) -> int:
        return self._features.get(name, self._nothing)

    def starts(self, text: str) -> list[int]:
        """Where words begin in `text`, which has no blanks."""
        if not text:
            return []
        _, tags = self._decode(self._rows(text.translate(self._classes)), self._model)
        begins = self._begins
        return [0, *(at for at, tag in enumerate(tags) if at and tag in begins)]

    def _rows(self, nodes: str) -> list[list[int]]:
        """Feature numbers of every character."""
        no_char, no_pair = (self._nothing,) * 5, (self._nothing,) * 3
        known, known_pairs = self._characters, self._pairs
        chars = [no_char, no_char, *(known[char] for char in nodes), no_char, no_char]
        pairs = [no_pair, no_pair, *(known_pairs[one + two] for one, two in pairwise(nodes)), no_pair]
        around = zip(chars, chars[1:], chars[2:], chars[3:], chars[4:], pairs, pairs[1:], pairs[2:], strict=False)
        rows = [
            [0, here[0], before[1], after[2], second_before[3], second_after[4], ends[0], begins[1], ended[2]]
            for second_before, before, here, after, second_after, ended, ends, begins in around
        ]
        self._add_words(nodes, rows)
        return rows

    def _add_words(self, nodes: str, rows: list[list[int]]) -> None:
        """Features of known words that begin or end at a character."""
        size, words, longest = len(nodes), self._words, self._longest
        begins: dict[int, list[str]] = {}
        ends: dict[int, list[str]] = {}
        for start in range(size - 1):
            reach = longest.get(nodes[start : start + 2], 0)
            for end in range(min(start + reach, size), start + 1, -1):
                word = nodes[start:end]
                if word not in words:
                    continue
                first, last = words[word]
                rows[start].append(first)
                rows[end - 1].append(last)
                if self._pairs_of_words:
                    begins.setdefault(start, []).append(word)
                    ends.setdefault(end - 1, []).append(word)
        if begins:
            self._add_pairs(rows, begins, ends)

    def _add_pairs(self, rows: list[list[int]], begins: dict[int, list[str]], ends: dict[int, list[str]]) -> None:
        """Features of two known words side by side, at the characters where they meet."""
        for at, after in begins.items():
            for one, two in product(ends.get(at - 1, ()), after):
                rows[at].append(self._number(f"ww.l.{one}*{two}"))
                rows[at - 1].append(self._number(f"ww.r.{one}*{two}"))


def _with_nothing(model: Any) -> SimpleNamespace:
    """What the decoder reads of a model, with one more feature whose weights are zero."""
    import numpy as np

    edges = model.n_tag * model.n_feature
    weights = np.concatenate([model.w[:edges], np.zeros(model.n_tag), model.w[edges:]])
    return SimpleNamespace(n_tag=model.n_tag, n_feature=model.n_feature + 1, w=weights)


def _longest(words: Iterable[str]) -> dict[str, int]:
    """How long a known word may be that begins with these two characters."""
    found: dict[str, int] = {}
    for word in words:
        if 2 <= len(word) <= _LONGEST and found.get(word[:2], 0) < len(word):
            found[word[:2]] = len(word)
    return found


def _load(folder: Path) -> tuple[Any, Any]:
    """Load pkuseg's two halves, each by its own loader; its constructor would go through a module global."""
    from spacy_pkuseg.feature_extractor import FeatureExtractor
    from spacy_pkuseg.model import Model

    try:
        return FeatureExtractor.load(str(folder)), Model.load(str(folder))
    except (AssertionError, KeyError, TypeError, ValueError, OSError) as error:
        raise ModelError("not a spacy-pkuseg model", where=str(folder), cure="train or download it again") from error


def _check_sizes(folder: Path, extractor: Any, model: Any) -> None:
    """The decoder checks no bounds: files of two models load side by side and read memory that is not theirs."""
    features, tags = extractor.feature_to_idx, extractor.tag_to_idx
    fits = (
        len(features) == model.n_feature
        and len(tags) == model.n_tag
        and model.w.shape == (model.n_tag * (model.n_feature + model.n_tag),)
        and model.w.dtype == "float64"
        and set(features.values()) == set(range(len(features)))
        and set(tags.values()) == set(range(len(tags)))
    )
    if not fits:
        raise ModelError(
            "features and weights do not belong together", where=str(folder), cure="take both files of one model"
        )


def _classes(extractor: Any) -> dict[int, str]:
    """Give pkuseg's own character classes as a translation of one character for one."""
    table = {ord(char): "&" for char in extractor.keywords}
    table |= {ord(char): _NUMBER for char in extractor.num if char not in extractor.keywords}
    table |= {
        ord(char): _LETTER for char in extractor.letter if char not in extractor.num and char not in extractor.keywords
    }
    return table
