"""Time mentions → Period: calendar dates, relative and anaphoric words, plans, eras, holidays."""

from claimex.period.find import find_periods

__all__ = ["find_periods"]
