"""The unit table, and the units that are put together from it."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from claimex.lexicon import read_table
from claimex.quantity.units import find_unit


def test_no_spelling_stands_for_two_units() -> None:
    spellings = Counter(spelling for row in read_table("units") for spelling in (row["unit"], *row["aliases"].split()))
    assert [spelling for spelling, count in spellings.items() if count > 1] == []


def test_every_unit_is_complete() -> None:
    for row in read_table("units"):
        assert row["code"], row
        assert row["dimension"], row
        assert Fraction(row["factor"]) > 0, row
        assert row["script"] in {"", "digits", "long", "arabic", "tally"}, row


def test_counted_things_with_one_code_share_a_dimension() -> None:
    dimensions: dict[str, set[str]] = {}
    for row in read_table("units"):
        dimensions.setdefault(row["code"], set()).add(row["dimension"])
    assert {code: found for code, found in dimensions.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    ("text", "name", "code", "factor"),
    [
        ("亩", "亩", "[mu_cn]", Fraction(2000, 3)),
        ("公里", "公里", "km", Fraction(1000)),
        ("公里/小时", "公里/小时", "km/h", Fraction(5, 18)),
        ("斤", "斤", "[jin_cn]", Fraction(1, 2)),
        ("千瓦时", "千瓦时", "kW.h", Fraction(3600000)),
        ("美元", "美元", "USD", Fraction(1)),
        ("元/吨", "元/吨", "CNY/t", Fraction(1, 1000)),
        ("元每平方米", "元每平方米", "CNY/m2", Fraction(1)),
        ("吨标准煤/万元", "吨标准煤/万元", "{tce}/(10000.CNY)", Fraction(1, 10000)),
        ("微克/立方米", "微克/立方米", "ug/m3", Fraction(1, 10**9)),
        ("件/套", "件/套", "{piece-set}", Fraction(1)),
        ("％", "%", "%", Fraction(1, 100)),
    ],
)
def test_units(text: str, name: str, code: str, factor: Fraction) -> None:
    found = find_unit(text, 0)
    assert found is not None
    unit, end = found
    assert (unit.name, unit.code, unit.factor, end) == (name, code, factor, len(text))


@pytest.mark.parametrize("text", ["人口", "个体户", "升至", "台阶", "家庭", "项目建设", "kmh", "GBit", "龙", ""])
def test_what_is_no_unit(text: str) -> None:
    assert find_unit(text, 0) is None


def test_people_are_counted_alike() -> None:
    assert {unit[0].code for word in ("人", "名", "位") if (unit := find_unit(word, 0))} == {"{person}"}
