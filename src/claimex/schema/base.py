"""What all records share: frozen, strict about names, decimals written as plain strings."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer


class Record(BaseModel):
    """A frozen record; unknown field names are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def plain(value: Decimal) -> str:
    """The decimal without exponent or trailing zeros: `5.2679E+10` is written `52679000000`."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


Number = Annotated[Decimal, PlainSerializer(plain, return_type=str, when_used="json")]
"""An exact decimal; JSON holds it as a string, never as a float."""
