"""7 claims → findings: one file per rule group, `CHECKS` the visible tuple of them.

A rule declines rather than guesses: what it reports it shows with its arithmetic or its two strings.
"""

from claimex.checks.registry import CHECKS, check_document
from claimex.checks.rule import Check, enabled

__all__ = ["CHECKS", "Check", "check_document", "enabled"]
