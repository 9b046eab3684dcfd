"""The kinds of error that are planted, and what counts as naming them."""

from __future__ import annotations

import re

from benchmarks.planting import copies, counted, style, ties
from benchmarks.planting.plant import Kind

KINDS: tuple[Kind, ...] = (
    Kind("sum", frozenset({"sum_mismatch", "share_mismatch", "impossible_value"}), ties.plant_sum, ties.TIED_SUM),
    Kind("growth", frozenset({"growth_mismatch", "difference_mismatch"}), ties.plant_growth, re.compile(r"\d%")),
    Kind(
        "difference",
        frozenset({"difference_mismatch", "growth_mismatch", "unit_misuse"}),
        ties.plant_difference,
        re.compile(r"百分点|由|从|比|较|顺差|逆差|结余"),
    ),
    Kind(
        "share", frozenset({"share_mismatch", "total_mismatch"}), ties.plant_share, re.compile(r"占[^，。；]{0,20}\d")
    ),
    Kind(
        "item",
        frozenset({"count_mismatch"}),
        counted.plant_item,
        re.compile(r"[三四五六七八九十3-9](?:个|大|项|点|条|类|方面|省|市|国|县|地)|一是|第一[，、]"),
    ),
    Kind("points", frozenset({"unit_misuse"}), style.plant_points, re.compile("个百分点")),
    Kind(
        "range",
        frozenset({"number_style", "unit_misuse"}),
        style.plant_range,
        re.compile(
            r"\d[万亿][^，。]{0,2}[—～~至-]\d|%[—～~至-]\d|(?:下降|减少|降低)了?\d|"
            r"[一二三四五六七八][二三四五六七八九](?:十|百|千|个|天|米|公里|里|岁|次|名|家|户|斤|吨|倍|成)"
        ),
    ),
    Kind(
        "style",
        frozenset({"number_style", "growth_mismatch", "unit_misuse"}),
        style.plant_style,
        re.compile(r"约\d|截至|(?:同比|比上年|较上年)增长\d"),
    ),
    Kind("scale", frozenset({"value_conflict"}), copies.plant_scale, re.compile(r"\d[万亿]"), copy=True),
    Kind("number", frozenset({"value_conflict"}), copies.plant_number, re.compile(r"\d"), copy=True),
    Kind("word", frozenset({"wording_variant", "name_variant"}), copies.plant_word, re.compile(""), copy=True),
    Kind("name", frozenset({"name_variant", "wording_variant"}), copies.plant_name, re.compile(""), copy=True),
)
"""Those come first that few texts offer; what they leave is planted by the others."""
