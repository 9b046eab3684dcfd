"""Layout noise out: width, blanks, line breaks, columns, boilerplate, articles on a page; every change is mapped."""

from claimex.reflow.flow import reflow

__all__ = ["reflow"]
