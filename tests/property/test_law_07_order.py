"""Law 7: the order of documents and the number of processes change nothing."""

from __future__ import annotations

import itertools
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import claimex

if TYPE_CHECKING:
    from claimex import Document

SEEDS = Path(__file__).parents[2] / "seeds"
NUMBERS = ("一", "二", "三", "四")


@cache
def documents() -> tuple[Document, ...]:
    pipeline = claimex.load()
    names = sorted(path.name for path in SEEDS.glob("*.txt"))
    return tuple(pipeline((SEEDS / name).read_text(encoding="utf-8"), doc_id=name) for name in names)


@pytest.mark.parametrize("order", list(itertools.islice(itertools.permutations(range(5)), 0, 120, 29)))
def test_findings_do_not_depend_on_the_order_of_documents(order: tuple[int, ...]) -> None:
    assert claimex.check(documents()[at] for at in order) == claimex.check(documents())


def test_processes_give_what_one_gives() -> None:
    texts = [f"全市有{number}千家高新技术企业，比上年增加{number}百家。" for number in NUMBERS]
    pipeline = claimex.load()
    alone = [document.model_dump() for document in pipeline.pipe(texts, date="2022-01-18")]
    assert [document.model_dump() for document in pipeline.pipe(texts, date="2022-01-18", jobs=2)] == alone
