"""Days as people hand them over."""

from __future__ import annotations

import datetime as dt

from claimex.errors import InputError


def parse_day(text: str, *, where: str) -> dt.date:
    """The day of `YYYY-MM-DD`, or of a time stamp that begins so; `where` is used in the error.

    Raises:
        InputError: anything else; a wrong day would silently move every relative time.
    """
    try:
        return dt.datetime.fromisoformat(text.strip()).date()
    except ValueError as error:
        raise InputError(f"{text!r} is not a date", where=where, cure="write YYYY-MM-DD") from error
