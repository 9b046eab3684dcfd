"""What can go wrong, as types. Every error names the file, the place and the cure, and keeps them as fields."""

from __future__ import annotations


class ClaimexError(Exception):
    """Base of everything claimex raises on purpose.

    Attributes:
        what: the problem, one sentence.
        where: file, and line or offset where known.
        cure: what the user can do about it.
    """

    def __init__(self, what: str, *, where: str = "", cure: str = "") -> None:
        self.what = what
        self.where = where
        self.cure = cure
        super().__init__(what, where, cure)

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} ({self.cure})" if self.cure else head

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.what, self.where, self.cure)


def _rebuild(kind: type[ClaimexError], what: str, where: str, cure: str) -> ClaimexError:
    return kind(what, where=where, cure=cure)


class InputError(ClaimexError):
    """An input cannot be read: missing, unreadable, binary, empty, or of an unknown encoding or format."""


class SettingsError(ClaimexError):
    """A setting is unknown or has a value that is not allowed."""


class LexiconError(ClaimexError):
    """A lexicon table has a row that breaks its own grammar."""


class ModelError(ClaimexError):
    """A trained artefact is missing, damaged, or not the one its manifest names."""
