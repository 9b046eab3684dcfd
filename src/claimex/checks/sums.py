"""T10: parts and their total."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimex.checks.change import scaled
from claimex.checks.parts import exhaustive, groups, heads, span_of
from claimex.checks.rule import Check, Hit
from claimex.checks.slip import adds_up, explain, telling
from claimex.checks.template import FIGURES, compile_template

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimex.checks.view import Figure, View
    from claimex.schema.finding import Severity

NOT = rf"[^，。；：、（）{FIGURES}]"
SERIES = compile_template(rf"分别{NOT}{{0,10}}(?P<list>{{A}}(?:[、，和及与]{{A}})+)")
TOTAL_WORD = re.compile(r"总|合计|共|全部|一共|达")
LOOK_BACK = 400


def sums(view: View) -> Iterator[Hit]:
    """T10: parts add up to their total, give or take the sum of their half digits.

    反例: 进出口100亿元，其中出口60亿元，进口50亿元; 总收入293.62亿元，其中甲204.99亿元，乙98.63亿元 (one digit off).
    正例: 416.54+43.63+48.6+18.03 = 526.80 against 526.79 (rounding); 其中 with some of the parts; overlapping groups.
    Parts count as all of the total where they are a known whole set (出口 and 进口), end with 其余, or miss the total
    by exactly one digit of one figure; 其中 alone is not exhaustive.
    """
    for group in groups(view):
        if len(group.parts) < 2 or not all(f.exact for f in (group.whole, *group.parts)):
            continue
        if _some_add_up(group.whole, group.parts):
            continue
        complete = exhaustive(group.whole_label, group.labels, view.text[group.parts[-1].end : group.end])
        yield from _judge(group.whole, group.parts, complete=complete)
    yield from _series(view)


def _some_add_up(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Whether a run of the parts already makes the total: the rest details them."""
    size = len(parts)
    return any(adds_up(whole, parts[i:j]) for i in range(size - 1) for j in range(i + 2, size + 1))


def _judge(whole: Figure, parts: Sequence[Figure], *, complete: bool) -> Iterator[Hit]:
    slip = explain(whole, parts)
    if not complete and (slip is None or not telling(whole, parts)):
        return
    found = sum((p.value for p in parts), start=Decimal(0))
    value = scaled(found, whole)
    severity: Severity = "error" if complete or len(parts) <= 4 else "warning"
    suggestion = f"{slip[0].text} → {scaled(slip[1], slip[0])}" if slip is not None else None
    yield Hit(
        (whole.span, *span_of(parts)),
        {"printed": whole.text, "value": value},
        calculation=f"{' + '.join(p.text for p in parts)} = {value} ≠ {whole.text}",
        suggestion=suggestion,
        severity=severity,
    )


def _series(view: View) -> Iterator[Hit]:
    for template in view.masked_sentences:
        for match in SERIES.finditer(template.text):
            parts = template.inside(match.start("list"), match.end("list"))
            if len({p.unit for p in parts}) != 1 or not all(p.exact for p in parts):
                continue
            subject = view.text[max(parts[0].start - 60, 0) : parts[0].start]
            near = [
                (figure, words)
                for figure, words in heads(view, max(parts[0].start - LOOK_BACK, 0), parts[0].start)
                if figure.unit == parts[0].unit and figure.exact and TOTAL_WORD.search(words)
            ]
            if any(adds_up(figure, parts) for figure, _ in near):
                continue
            for figure, words in near:
                if _shares_words(words, subject) and len(parts) > 1:
                    yield from _judge(figure, parts, complete=False)


def _shares_words(one: str, other: str) -> bool:
    return any(one[i : i + 3] in other for i in range(len(one) - 2))


CHECKS = (
    Check(
        "T10", "sum_mismatch", "B", "error", sums,
        "分项合计不符：各分项相加为{value}，总数印作{printed}",
        "parts and total: the parts add up to {value}, the total is printed {printed}",
    ),
)  # fmt: skip
