"""Stage 6: quantities and times become claims: what is measured, where, when, how sure, compared with what."""

from claimex.frame.build import frame
from claimex.frame.page import Page

__all__ = ["Page", "frame"]
