"""What all records share: frozen, strict about names, decimals written as plain strings."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, PlainSerializer


class Record(BaseModel):
    """A frozen record; unknown field names are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @classmethod
    def trusted(cls, values: dict[str, Any]) -> Self:
        """A record of values that are right by construction, every field given: nothing is looked at or filled in.

        For scanners that make thousands a second, where looking again is most of the work; the same as calling the
        class with values of exactly the declared types, which the tests hold every scanner to. `model_construct` does
        the same and takes twice as long as the checks.
        """
        record = cls.__new__(cls)
        set_on = object.__setattr__
        set_on(record, "__dict__", values)
        set_on(record, "__pydantic_fields_set__", _all_fields(cls))
        set_on(record, "__pydantic_extra__", None)
        set_on(record, "__pydantic_private__", None)
        return record


@cache
def _all_fields(record: type[Record]) -> set[str]:
    """The names of all fields; pydantic copies the set before it changes one."""
    return set(record.model_fields)


def plain(value: Decimal) -> str:
    """The decimal without exponent or trailing zeros: `5.2679E+10` is written `52679000000`."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


Number = Annotated[Decimal, PlainSerializer(plain, return_type=str, when_used="json")]
"""An exact decimal; JSON holds it as a string, never as a float."""
