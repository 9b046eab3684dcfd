"""7 claims → findings: one file per rule group, `CHECKS` the visible tuple of them.

A rule declines rather than guesses: what it reports it shows with its arithmetic or its two strings.
"""

from claimex.checks.corpus import CORPUS_CHECKS, check_corpus
from claimex.checks.registry import CHECKS, check_document
from claimex.checks.rule import Check, enabled

__all__ = ["CHECKS", "CORPUS_CHECKS", "Check", "check_corpus", "check_document", "enabled"]
