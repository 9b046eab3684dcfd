"""Typed, traceable numeric claims from Chinese policy news, and the checks that find what is wrong with them.

The names below are the public ones. They are looked up when first used, so that `import claimex` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.errors import ClaimexError
    from claimex.mentions import periods, quantities
    from claimex.pipeline import Pipeline
    from claimex.result import Result, check
    from claimex.schema import Claim, Document, Finding
    from claimex.settings import Settings

__all__ = [
    "Claim",
    "ClaimexError",
    "Document",
    "Finding",
    "Pipeline",
    "Result",
    "Settings",
    "check",
    "load",
    "periods",
    "quantities",
]

_HOMES = {
    "Claim": "claimex.schema",
    "ClaimexError": "claimex.errors",
    "Document": "claimex.schema",
    "Finding": "claimex.schema",
    "Pipeline": "claimex.pipeline",
    "Result": "claimex.result",
    "Settings": "claimex.settings",
    "check": "claimex.result",
    "periods": "claimex.mentions",
    "quantities": "claimex.mentions",
}


def load(settings: Settings | None = None) -> Pipeline:
    """A pipeline with its model and lexicon, ready to be called with texts; build it once.

    Raises:
        ModelError: the segmentation model is missing or damaged.
    """
    from claimex.pipeline import Pipeline

    return Pipeline(settings)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
