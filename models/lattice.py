"""The labeller: the best path through a dictionary lattice, without a treebank.

jieba brings word frequencies, pkuseg's own dictionary decides what is a word. Jieba alone labels worse than it cuts
(it knows 研发经费, 百分点上升 and every phrase its corpus was fond of), and a model taught by it inherits that.
"""

from __future__ import annotations

import logging
import pickle
import re
import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from claimex.segment.boundaries import force_boundaries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import jieba

_HAN = re.compile(r"[\u3400-\u9fff]{2,}")
LONGEST_WORD = 8
RARE = 3


def dictionary_words() -> frozenset[str]:
    """The words of pkuseg's dictionary that are Chinese characters throughout, two or more.

    Its 10,115 entries with digits (0.5%, 10月份) are left out: they glue numbers to units.
    """
    import spacy_pkuseg

    path = Path(spacy_pkuseg.__file__).parent / "dicts" / "default.pkl"
    words = pickle.loads(path.read_bytes()).split("\n")  # noqa: S301 (a file of the installed package, not of a user)
    return frozenset(word for word in words if _HAN.fullmatch(word))


def read_words(path: Path) -> tuple[str, ...]:
    """The words of a list, one a line; `#` starts a comment."""
    lines = (line.split("#", 1)[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line)


def jieba_tokenizer() -> jieba.Tokenizer:
    """A fresh jieba tokenizer, its cache kept out of the shared temporary folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba 0.42.1 has invalid escapes, errors under `-W error`
        import jieba
    jieba.setLogLevel(logging.ERROR)
    tokenizer = jieba.Tokenizer()
    with tempfile.TemporaryDirectory() as folder:
        tokenizer.tmp_dir = folder
        tokenizer.initialize()
    return tokenizer


def lattice_tokenizer(words: Iterable[str], domain: Iterable[str]) -> jieba.Tokenizer:
    """A tokenizer with jieba's frequencies for `words` (rare where jieba has none); `domain` words win."""
    tokenizer = jieba_tokenizer()
    frequencies: dict[str, int] = tokenizer.FREQ
    known = frozenset(words)
    for word in [word for word in frequencies if len(word) > 1 and word not in known]:
        frequencies[word] = 0
    for word in sorted(known):
        if len(word) <= LONGEST_WORD and not frequencies.get(word):
            frequencies[word] = RARE
            for end in range(1, len(word)):
                frequencies.setdefault(word[:end], 0)
    tokenizer.total = sum(frequencies.values())
    for word in domain:
        tokenizer.add_word(word)
    return tokenizer


def labeller(domain: Iterable[str]) -> Callable[[str], list[str]]:
    """A function that cuts a line into words: lattice first, then the number rule."""
    tokenizer = lattice_tokenizer(dictionary_words(), domain)

    def label(line: str) -> list[str]:
        return force_boundaries(line, tokenizer.lcut(line, HMM=False))

    return label
