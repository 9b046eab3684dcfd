"""spacy-pkuseg, loaded safely and read fast.

Loading is pkuseg's own; so are features, weights and decoder. Only the loop that looks the features of each character
up is written anew: the stock one forms and hashes a hundred strings a character, most of them for pairs of words that
are not there. Words come out the same (a test compares them), three to four times faster.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from claimex.errors import ModelError
from claimex.segment.artefact import check_folder

if TYPE_CHECKING:
    from pathlib import Path

_LONGEST = 6
_REMEMBERED = 200_000  # pairs of characters; a million articles would otherwise grow without end
_NUMBER, _LETTER = "\ue000", "\ue001"  # private characters stand for pkuseg's classes, one for one
_CLASS_NAMES = {_NUMBER: "**Num", _LETTER: "**Letter"}


class _Characters(dict[str, tuple[int, int, int, int, int]]):
    """Per character the features that name it alone: here, one before, one after, two before, two after."""

    def __init__(self, features: dict[str, int]) -> None:
        super().__init__()
        self.features = features

    def __missing__(self, char: str) -> tuple[int, int, int, int, int]:
        name = _CLASS_NAMES.get(char, char)
        get = self.features.get
        row = (
            get(f"c.{name}", -1),
            get(f"c-1.{name}", -1),
            get(f"c1.{name}", -1),
            get(f"c-2.{name}", -1),
            get(f"c2.{name}", -1),
        )
        if len(self) < _REMEMBERED:
            self[char] = row
        return row


class _Pairs(dict[str, tuple[int, int, int]]):
    """Per pair of characters the features that name it: it ends here, it begins here, it ends one before."""

    def __init__(self, features: dict[str, int]) -> None:
        super().__init__()
        self.features = features

    def __missing__(self, pair: str) -> tuple[int, int, int]:
        one, two = (_CLASS_NAMES.get(char, char) for char in pair)
        get = self.features.get
        row = (get(f"c-1c.{one}.{two}", -1), get(f"cc1.{one}.{two}", -1), get(f"c-2c-1.{one}.{two}", -1))
        if len(self) < _REMEMBERED:
            self[pair] = row
        return row


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
        self._model = model
        self._words: set[str] = extractor.unigram
        self._features: dict[str, int] = extractor.feature_to_idx
        self._pairs_of_words = any(name.startswith("ww.") for name in self._features)
        self._begins = frozenset(number for tag, number in extractor.tag_to_idx.items() if "B" in tag)
        self._characters = _Characters(self._features)
        self._pairs = _Pairs(self._features)
        self._classes = _classes(extractor)
        from spacy_pkuseg.inference import decodeViterbi_fast

        self._decode = decodeViterbi_fast

    def starts(self, text: str) -> list[int]:
        """Where words begin in `text`, which has no blanks."""
        if not text:
            return []
        _, tags = self._decode(self._rows(text.translate(self._classes)), self._model)
        begins = self._begins
        return [0, *(at for at, tag in enumerate(tags) if at and tag in begins)]

    def _rows(self, nodes: str) -> list[list[int]]:
        """Feature numbers of every character."""
        size = len(nodes)
        alone = [self._characters[char] for char in nodes]
        pairs = [self._pairs[nodes[at : at + 2]] for at in range(size - 1)]
        rows: list[list[int]] = []
        for at in range(size):
            row = [0, alone[at][0]]
            if at:
                row += (alone[at - 1][1], pairs[at - 1][0])
            if at + 1 < size:
                row += (alone[at + 1][2], pairs[at][1])
            if at > 1:
                row += (alone[at - 2][3], pairs[at - 2][2])
            if at + 2 < size:
                row.append(alone[at + 2][4])
            rows.append([feature for feature in row if feature >= 0])
        self._add_words(nodes, rows)
        return rows

    def _add_words(self, nodes: str, rows: list[list[int]]) -> None:
        """Features of known words that begin or end at a character."""
        size, words, get = len(nodes), self._words, self._features.get
        begins: dict[int, list[str]] = {}
        ends: dict[int, list[str]] = {}
        for start in range(size - 1):
            for end in range(min(start + _LONGEST, size), start + 1, -1):
                word = nodes[start:end]
                if word in words:
                    begins.setdefault(start, []).append(word)
                    ends.setdefault(end - 1, []).append(word)
                    if (feature := get(f"w1.{word}")) is not None:
                        rows[start].append(feature)
                    if (feature := get(f"w-1.{word}")) is not None:
                        rows[end - 1].append(feature)
        if self._pairs_of_words:
            self._add_pairs(rows, begins, ends)

    def _add_pairs(self, rows: list[list[int]], begins: dict[int, list[str]], ends: dict[int, list[str]]) -> None:
        """Features of two known words side by side, at the characters where they meet."""
        get = self._features.get
        for at, after in begins.items():
            for one, two in product(ends.get(at - 1, ()), after):
                if (feature := get(f"ww.l.{one}*{two}")) is not None:
                    rows[at].append(feature)
                if (feature := get(f"ww.r.{one}*{two}")) is not None:
                    rows[at - 1].append(feature)


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
