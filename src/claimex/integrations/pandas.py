"""Claims as a pandas table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimex.errors import ClaimexError
from claimex.schema import Claim, Period, Quantity
from claimex.schema.claim import SentenceSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from claimex.schema.base import Record

_NESTED = ("quantity", "period", "sentence")
_LEFT_OUT = ("derivation",)


def claims_frame(claims: Sequence[Claim]) -> pd.DataFrame:
    """One row a claim; `quantity`, `period` and `sentence` become columns such as `quantity_value`, `period_start`.

    Values stay exact (`decimal.Decimal`) and days stay `datetime.date`; the derivation is left out.

    Raises:
        ClaimexError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise ClaimexError("a table needs pandas", cure="pip install 'claimex[pandas]'") from error
    return pd.DataFrame([_row(claim) for claim in claims], columns=columns())


def columns() -> list[str]:
    """The columns of the table, also of an empty one."""
    inner: dict[str, type[Record]] = {"quantity": Quantity, "period": Period, "sentence": SentenceSpan}
    names: list[str] = []
    for name in Claim.model_fields:
        if name in inner:
            names.extend(f"{name}_{part}" for part in inner[name].model_fields)
        elif name not in _LEFT_OUT:
            names.append(name)
    return names


def _row(claim: Claim) -> dict[str, object]:
    row: dict[str, object] = {}
    for name, value in claim.model_dump(exclude=set(_LEFT_OUT)).items():
        if name in _NESTED:
            row |= {f"{name}_{part}": inner for part, inner in (value or {}).items()}
        else:
            row[name] = value
    return row
