"""The review page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimex.report.files import Report


def render_page(report: Report) -> str:
    """One HTML file that opens without a network."""
    return f"<!doctype html><title>claimex</title><p>{len(report.documents)}</p>"
