"""The words: units, scales, bounds, changes, hedges, indicators, places as commented text tables, and a strict loader.

A row is a fact about the language or the domain. Tables live beside this file as `*.txt`: `#` starts a comment, columns
are separated by tabs, the first row that is not a comment names the columns.
"""

from claimex.lexicon.tables import read_table

__all__ = ["read_table"]
