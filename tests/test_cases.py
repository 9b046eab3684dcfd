"""The one runner of `tests/cases/<stage>/*.yaml`.

A file holds `cases:` and defaults for them (`date`, `rule`). A case is a text and every result the stage must give for
it, each as a subset of fields; an empty list says that nothing may come out. Four things can go wrong: nothing was
found, several results nobody listed, a partial match (another extent, or another field), or an ambiguous answer (two
results for one stretch). `known_failure` is strict: the day the case passes, the mark has to go.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimex import Document, Pipeline

ROOT = Path(__file__).parent / "cases"
Fields = dict[str, Any]


class Case(BaseModel):
    """One case as it is written; unknown keys are errors.

    `texts` stands for `text` where documents are compared. `rule`: the check that alone is switched on.
    """

    model_config = ConfigDict(extra="forbid")

    text: str = ""
    texts: list[str] = []
    expect: list[Fields]
    why: str = Field(min_length=1)
    source: str = Field(min_length=1)
    date: dt.date | None = None
    rule: str | None = None
    known_failure: str | None = None


def quantity_fields(case: Case) -> list[Fields]:
    """The mentions of a text: their own fields and the quantity's, side by side."""
    from claimex.quantity import find_quantities

    return [
        {**mention.quantity.model_dump(), **mention.model_dump(exclude={"quantity"})}
        for mention in find_quantities(case.text)
    ]


def period_fields(case: Case) -> list[Fields]:
    """The mentions of a text: `start`, `end` and `as_of` are the period's, the rest the mention's."""
    from claimex.period import find_periods

    return [
        {**mention.model_dump(exclude={"period", "start", "end"}), **mention.period.model_dump(exclude={"text"})}
        for mention in find_periods(case.text, case.date)
    ]


def block_fields(case: Case) -> list[Fields]:
    """The blocks of a file's running text: `text`, `kind`, `level`, and the number of the article they belong to."""
    from claimex.read import read_text
    from claimex.reflow import reflow

    flow = reflow(read_text(case.text, doc_id="case.txt"))
    return [{**block.model_dump(), "text": flow.text[block.start : block.end]} for block in flow.blocks]


def word_fields(case: Case) -> list[Fields]:
    """The words of a clean text."""
    return [token.model_dump() for token in pipeline().segmenter.words(case.text)]


def claim_fields(case: Case) -> list[Fields]:
    """The claims of a document, the quantity's fields among their own."""
    return [
        {**claim.quantity.model_dump(), **claim.model_dump(exclude={"quantity"}), "text": flat(claim.text)}
        for claim in document(case.text, case.date).claims
    ]


def finding_fields(case: Case) -> list[Fields]:
    """The findings of the rule in question; `evidence` lists the quoted texts, `text` is the first of them."""
    from claimex.checks import check_corpus, check_document
    from claimex.compare import compare
    from claimex.settings import Settings

    settings = Settings(rules=(case.rule,) if case.rule else ())
    documents = tuple(
        document(text, case.date, f"{number}.txt") for number, text in enumerate(case.texts or [case.text], start=1)
    )
    findings = [finding for one in documents for finding in check_document(one, settings)]
    findings += check_corpus(documents, compare(documents, settings), settings)
    return [
        {
            **finding.model_dump(),
            "text": flat(finding.evidence[0].text),
            "evidence": [flat(item.text) for item in finding.evidence],
        }
        for finding in findings
    ]


@cache
def pipeline() -> Pipeline:
    import claimex

    return claimex.load()


@cache
def document(text: str, date: dt.date | None, name: str = "case.txt") -> Document:
    return pipeline()(text, date=date, doc_id=name)


def flat(text: str) -> str:
    return "".join(text.split())


ADAPTERS: dict[str, Callable[[Case], list[Fields]]] = {
    "reflow": block_fields,
    "segment": word_fields,
    "quantity": quantity_fields,
    "period": period_fields,
    "frame": claim_fields,
    "checks": finding_fields,
}


def same(expected: object, found: object) -> bool:
    """Whether a field written in YAML is the one found: numbers by value, dates by day, the rest as they stand."""
    if isinstance(found, Decimal):
        try:
            return Decimal(str(expected)) == found
        except InvalidOperation:
            return False
    if isinstance(found, dt.date):
        return str(expected) == found.isoformat()
    if isinstance(expected, dict) and isinstance(found, dict):
        return not difference(expected, found)
    if isinstance(expected, list) and isinstance(found, (list, tuple)):
        return len(expected) == len(found) and all(map(same, expected, found))
    return expected == found


def difference(expected: Fields, found: Fields) -> list[str]:
    """The fields in which a result is not the expected one."""
    return [
        f"{name}: expected {value!r}, found {str(found.get(name, 'no such field'))!r}"
        for name, value in expected.items()
        if name not in found or not same(value, found[name])
    ]


def judge(expect: Sequence[Fields], found: Sequence[Fields]) -> list[str]:
    """What is wrong with the results, a sentence each; empty when they are the expected ones."""
    left = list(found)
    missing: list[Fields] = []
    for item in expect:
        exact = next((result for result in left if not difference(item, result)), None)
        if exact is None:
            missing.append(item)
        else:
            left.remove(exact)
    messages: list[str] = []
    for item in missing:
        near = next((result for result in left if related(item, result)), None)
        if near is None:
            messages.append(f"nothing: {item} was not found")
        else:
            left.remove(near)
            messages.append(f"partial: {item.get('text')}: " + "; ".join(difference(item, near)))
    wanted = [item.get("text") for item in expect]
    for result in left:
        if result.get("text") in wanted:
            messages.append(f"ambiguous: one more result for {result.get('text')!r}: {result}")
        else:
            messages.append(f"several: nobody listed {result.get('text')!r}: {result}")
    return messages


def related(expected: Fields, found: Fields) -> bool:
    """Whether a result is about the expected stretch: one text holds the other, or they share an edge."""
    want, have = str(expected.get("text", "")), str(found.get("text", ""))
    return want in have or have in want or want[:2] == have[:2] or want[-2:] == have[-2:]


def read_cases() -> Iterator[Any]:
    for path in sorted(ROOT.glob("*/*.yaml")):
        yield from file_cases(path)


def file_cases(path: Path) -> Iterator[Any]:
    """One pytest parameter a case; a file that cannot be read is one failing parameter, not the end of the session."""
    stage, name = path.parent.name, f"{path.parent.name}/{path.stem}"
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        rows = [{**{k: v for k, v in data.items() if k != "cases"}, **row} for row in data["cases"]]
        cases = [Case.model_validate(row) for row in rows]
    except (yaml.YAMLError, ValidationError, KeyError, TypeError, AttributeError) as error:
        yield pytest.param(stage, None, f"{path.name}: {error}", id=f"{name}:unreadable")
        return
    for number, case in enumerate(cases, start=1):
        marks = (
            [pytest.mark.xfail(reason=case.known_failure, strict=True, raises=pytest.fail.Exception)]
            if case.known_failure
            else []
        )
        yield pytest.param(stage, case, "", id=f"{name}:{number}", marks=marks)


@pytest.mark.parametrize(("stage", "case", "problem"), list(read_cases()))
def test_case(stage: str, case: Case | None, problem: str) -> None:
    if case is None:
        raise AssertionError(problem)
    assert stage in ADAPTERS, f"tests/cases/{stage} has no adapter in {Path(__file__).name}"
    messages = judge(case.expect, ADAPTERS[stage](case))
    if messages:
        pytest.fail("\n".join([f"{case.text or case.texts} ({case.why})", *messages]), pytrace=False)


@pytest.mark.parametrize(
    ("expect", "found", "word"),
    [
        ([{"text": "3家"}], [], "nothing"),
        ([], [{"text": "3家"}], "several"),
        ([{"text": "3家", "value": "3"}], [{"text": "3家", "value": Decimal(4)}], "partial"),
        ([{"text": "13家"}], [{"text": "3家"}], "partial"),
        ([{"text": "3家"}], [{"text": "3家", "unit": "家"}, {"text": "3家", "unit": ""}], "ambiguous"),
    ],
)
def test_the_runner_names_what_is_wrong(expect: list[Fields], found: list[Fields], word: str) -> None:
    (message,) = judge(expect, found)
    assert message.startswith(word)


def test_the_runner_is_content_with_a_subset_of_fields() -> None:
    found = [{"text": "3.0亿元", "value": Decimal("3.0E8"), "start": dt.date(2020, 1, 1)}]
    assert judge([{"text": "3.0亿元", "value": "300000000", "start": dt.date(2020, 1, 1)}], found) == []
