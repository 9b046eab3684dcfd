"""Every row of the tables works: each spelling of a unit is read, each fixed word is left alone."""

from __future__ import annotations

import pytest

from claimex.lexicon import read_table
from claimex.quantity import find_quantities
from claimex.quantity.units import find_unit

UNITS = read_table("units")
NEVER_MANY = {"年", "周年", "届"}
"""Years and editions by the ten thousand are numbers of a calendar."""
SPELLINGS = [
    (row, spelling)
    for row in UNITS
    for spelling in (row["unit"], *row["aliases"].split())
    if spelling not in NEVER_MANY
]
NOT_BEFORE = [(row["unit"], follower) for row in UNITS for follower in row["not_before"].split()]


@pytest.mark.parametrize(("row", "spelling"), SPELLINGS, ids=lambda value: value if isinstance(value, str) else "")
def test_every_spelling_is_read(row: dict[str, str], spelling: str) -> None:
    """人口 3.6万人: after a number with a scale word every unit counts; a tally after a verb of winning."""
    verb = "夺得" if row["script"] == "tally" else "达到"
    (mention,) = find_quantities(f"总量{verb}3.6万{spelling}。")
    assert mention.quantity.value == 36000
    assert mention.quantity.unit_code == row["code"]
    assert mention.quantity.dimension == row["dimension"]


@pytest.mark.parametrize(("unit", "follower"), NOT_BEFORE)
def test_a_unit_that_goes_on_into_another_word_is_none(unit: str, follower: str) -> None:
    found = find_unit(unit + follower, 0)
    assert found is None or found[1] != len(unit)


@pytest.mark.parametrize("row", read_table("not_quantities"), ids=lambda row: row["word"])
def test_fixed_words_are_left_alone(row: dict[str, str]) -> None:
    assert find_quantities(row["word"]) == ()
    assert find_quantities(f"我们说起{row['word']}。") == ()
