"""Names of findings survive an edit elsewhere: a paragraph comes in or goes out, and every finding keeps its id.

Tried on every case in which a rule fires. Elsewhere is at either end of a text, or between two paragraphs that no
finding quotes or spans.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import claimex

if TYPE_CHECKING:
    from claimex import Finding

CASES = Path(__file__).parents[1] / "cases" / "checks"
ELSEWHERE = (
    "春天来了，河边的柳树发了新芽，孩子们在堤上放起了风筝。",
    "老人们坐在桥头晒太阳，说起从前的庙会，说起戏台上的花脸和锣鼓。",
    "傍晚起了风，渔船陆续靠岸，灯一盏一盏亮起来，满街都是饭菜的香气。",
)


class Firing(NamedTuple):
    """A case in which a rule fires."""

    name: str
    texts: tuple[str, ...]
    date: str | None


def _firing() -> list[Firing]:
    found = []
    for path in sorted(CASES.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for number, case in enumerate(data["cases"], start=1):
            date = case.get("date", data.get("date"))
            texts = tuple(text.strip("\n") for text in case.get("texts") or [case["text"]])
            if case["expect"]:
                found.append(Firing(f"{path.stem}:{number}", texts, str(date) if date else None))
    return found


FIRING = _firing()


@cache
def pipeline() -> claimex.Pipeline:
    return claimex.load()


def findings(texts: tuple[str, ...], date: str | None) -> tuple[Finding, ...]:
    docs = [pipeline()(text, doc_id=f"{number}.txt", date=date) for number, text in enumerate(texts)]
    return claimex.check(docs).findings


@cache
def before(case: Firing) -> tuple[Finding, ...]:
    return findings(case.texts, case.date)


def _quoted(case: Firing, number: int) -> set[int]:
    """The paragraphs of a text that a finding quotes, and those between two that it quotes."""
    lines = case.texts[number].split("\n")
    begins = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines) + 1)]
    found: set[int] = set()
    for finding in before(case):
        own = [item for item in finding.evidence if item.doc_id == f"{number}.txt"]
        if own:
            start, end = min(item.start for item in own), max(item.end for item in own)
            found |= {at for at in range(len(lines)) if begins[at] < end and start < begins[at + 1]}
    return found


@settings(max_examples=120, derandomize=True, deadline=None)
@given(st.sampled_from(FIRING), st.data(), st.lists(st.sampled_from(ELSEWHERE), min_size=1, max_size=2, unique=True))
def test_a_paragraph_elsewhere_leaves_the_ids_alone(case: Firing, data: st.DataObject, new: list[str]) -> None:
    number = data.draw(st.integers(0, len(case.texts) - 1))
    lines = case.texts[number].split("\n")
    at = data.draw(st.integers(0, len(lines)))
    before_it = max((n for n in range(at) if lines[n]), default=at)
    behind_it = min((n for n in range(at, len(lines)) if lines[n]), default=at)
    assume(at in {0, len(lines)} or not _quoted(case, number) & {before_it, behind_it})
    edited = "\n".join([*lines[:at], *new, *lines[at:]])
    after = findings((*case.texts[:number], edited, *case.texts[number + 1 :]), case.date)
    assert {finding.id for finding in after} == {finding.id for finding in before(case)}, case.name


def test_equal_findings_have_ids_of_their_own() -> None:
    case = Firing("twice", ("全市开通3千万条短信，又开通3千万条短信。",), None)
    assert len({finding.id for finding in before(case)}) == len(before(case))
    assert len(before(case)) > 1
