"""Near duplicates among documents, the stretches they share, and the differences between two prints."""

from claimex.compare.rows import rows
from claimex.compare.run import compare, differences, repeats

__all__ = ["compare", "differences", "repeats", "rows"]
