"""Lasting properties of named works: 昌景黄高铁 … 全长289.9公里 is so in every report, whatever its date."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimex.checks.wording import BRACKETS, BREAK, TIME
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from claimex.schema.claim import Claim
    from claimex.schema.document import Document

WORK = re.compile(
    r"(?P<name>[\u4e00-\u9fffA-Z0-9]{2,8}?(?:高速铁路|城际铁路|铁路|高铁|高速公路|高速|公路|特大桥|大桥|隧道|运河|地铁\d+号线|\d+号线|输气管道|管道))"
    r"(?=全|正线|线路|总长|主跨|设计|新建|西起|东起|南起|北起|起于|起自|起点|连接|是|位于|由|自|作为|途经|穿越|横跨|$|途|跨|，)"
)
STOP = re.compile(
    r"(?:的|至|在|和|与|及|是|由|到|从|为|将|个|条|座|国|全线|今天|随着|其中|目前|当前|日前|一条|首条|我国)"
)
PARTS = frozenset("段期标区")


def property_of(doc: Document, claim: Claim) -> tuple[str, str] | None:
    """The property and the work a length or speed belongs to; null where the sentence names no work for it."""
    sentence = BRACKETS.sub("", "".join(doc.text[claim.sentence.start : claim.start].split()))
    clauses = [clause for clause in BREAK.split(sentence) if clause]
    if not clauses:
        return None
    own = re.sub(r"(?:约|近|超|达|为|是|共|达到)+$", "", clauses[-1])
    for word, meaning in _properties():
        before = own.removesuffix(word)
        if before == own:
            continue
        named = (_work(clause, whole=False) for clause in clauses[:-1])
        name = _work(before, whole=True) if before else next((work for work in named if work), None)
        if name:
            return meaning, name
    return None


def _work(clause: str, *, whole: bool) -> str | None:
    """The work a clause begins with (`whole`: and consists of); the last of several would be another's."""
    text = TIME.sub("", clause)
    names = [match["name"] for match in WORK.finditer(text)]
    if len(names) != 1 or (whole and not text.endswith(names[0])):
        return None
    name = STOP.split(names[0])[-1]
    return name if len(name) >= SHORTEST and not PARTS & set(name) else None


SHORTEST = 4
"""Characters of the shortest name of a work: 渝昆高铁; 高铁 and 大桥 alone are any."""


@cache
def _properties() -> tuple[tuple[str, str], ...]:
    rows = ((row["word"], row["property"]) for row in read_table("attributes"))
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row)))
