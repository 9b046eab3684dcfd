"""Gaps: numbers stay whole, near differences are one, and each is of a sort."""

from __future__ import annotations

import pytest

from claimex.compare.gaps import Gap, sort_of, split, whole_numbers


def _cut(a: str, b: str, gap: Gap) -> list[tuple[str, str]]:
    return [(a[g.a : g.a_end], b[g.b : g.b_end]) for g in split(a, b, gap)]


def test_a_number_is_never_cut() -> None:
    a, b = "达到101.2万亿元", "达到102.1万亿元"
    gap = whole_numbers(a, b, Gap(4, 7, 4, 7))
    assert a[gap.a : gap.a_end] == "101.2万亿"
    assert b[gap.b : gap.b_end] == "102.1万亿"


def test_a_changed_scale_word_takes_its_number_along() -> None:
    a, b = "货值超3800亿美元", "货值超3800万美元"
    assert _cut(a, b, Gap(7, 8, 7, 8)) == [("3800亿", "3800万")]


def test_near_differences_of_words_are_one() -> None:
    a, b = "成果转化技术孵化产业", "成果孵化技术熟化产业"
    assert _cut(a, b, Gap(2, 7, 2, 7)) == [("转化技术孵", "孵化技术熟")]


def test_a_number_beside_a_word_is_seen_alone() -> None:
    a, b = "提升35家新厂", "提高36家新厂"
    assert _cut(a, b, Gap(1, 4, 1, 4)) == [("升", "高"), ("35", "36")]


def test_an_empty_gap_holds_nothing() -> None:
    assert _cut("甲乙", "甲乙", Gap(1, 1, 1, 1)) == []


@pytest.mark.parametrize(
    ("a", "b", "near", "kind"),
    [
        ("集", "汇", False, "word"),
        ("中小", "", False, "lost"),
        ("", "创新", False, "added"),
        ("3800亿", "3800万", False, "number"),
        ("三", "五", False, "number"),
        ("弘", "宏", True, "name"),
        ("弘", "宏", False, "word"),
        ("5个主要目标四", "实现4", False, "word"),
        ("35", "36", True, "number"),
    ],
)
def test_sorts(a: str, b: str, near: bool, kind: str) -> None:  # noqa: FBT001 (a column of the table)
    assert sort_of(a, b, near_office=near) == kind


def test_a_lost_paragraph_is_held_apart_from_the_change_behind_it() -> None:
    lost = "春天来了河边的柳树发了新芽孩子们在堤上放起了风筝老人坐在桥头"
    a, b = f"就地转化{lost}会上市科技局介绍了工作", "就地转化会上市科技局局长周凯弘介绍了工作"
    found = split(a, b, Gap(4, len(a) - 5, 4, len(b) - 5))
    assert [(a[g.a : g.a_end], b[g.b : g.b_end]) for g in found] == [(lost, ""), ("", "局长周凯弘")]
