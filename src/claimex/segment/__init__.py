"""Sentences, clauses and words of clean text: the only door to spaCy and spacy-pkuseg."""

from claimex.segment.artefact import model_name
from claimex.segment.segmenter import Segmenter, load_segmenter

__all__ = ["Segmenter", "load_segmenter", "model_name"]
