"""One error planted, and what is reported because of it."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import TYPE_CHECKING

import claimex
from benchmarks.planting.kinds import KINDS
from benchmarks.planting.plant import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from benchmarks.planting.plant import Edit, Kind
    from claimex import Document, Finding, Pipeline

BATCH = 48
AROUND = 40


@dataclass(frozen=True, slots=True)
class Trial:
    """One planted error. `told`: new findings by rule and message, and whether each is about the error."""

    kind: str
    form: str
    doc_id: str
    old: str
    new: str
    before: str
    after: str
    found: bool
    told: tuple[tuple[str, str, bool], ...]

    @property
    def right(self) -> int:
        """How many new findings are about the error."""
        return sum(about for _, _, about in self.told)


def plant(pipeline: Pipeline, kind: Kind, text: Text, seed: int) -> Trial | None:
    """Plant one error and look; null where the text offers no place, or has a finding of the kind already."""
    original = _run(pipeline, text, text.doc_id)
    if any(finding.kind in kind.accepts for finding in original.findings):
        return None
    edit = kind.find(original, Random(f"{seed} {kind.name} {text.doc_id}"))  # noqa: S311 (a sample, not a secret)
    if edit is None or edit.apply(text.text) == text.text:
        return None
    edited = Text(text.doc_id, edit.apply(text.text), text.date, text.title, text.publisher)
    if kind.copy:
        name = f"{text.doc_id} copy"
        before = claimex.check((original, _run(pipeline, text, name))).findings
        after = claimex.check((original, _run(pipeline, edited, name))).findings
        places = {text.doc_id: edit.before(), name: edit.after()}
    else:
        before, after = original.findings, _run(pipeline, edited, text.doc_id).findings
        places = {text.doc_id: edit.after()}
    quoted = "".join(edited.text[slice(*edit.after())].split()) if edit.new else ""
    told = [(finding, _is_about(finding, places, quoted)) for finding in _fresh(before, after)]
    return _trial(kind, text, edit, told)


def _trial(kind: Kind, text: Text, edit: Edit, told: Sequence[tuple[Finding, bool]]) -> Trial:
    return Trial(
        kind=kind.name,
        form=edit.form,
        doc_id=text.doc_id,
        old=text.text[edit.start : edit.end],
        new=edit.new,
        before=text.text[max(0, edit.start - AROUND) : edit.start],
        after=text.text[edit.end : edit.end + AROUND],
        found=any(about and finding.kind in kind.accepts for finding, about in told),
        told=tuple((finding.rule, finding.message, about) for finding, about in told),
    )


def _run(pipeline: Pipeline, text: Text, doc_id: str) -> Document:
    return pipeline(text.text, date=text.date, doc_id=doc_id, title=text.title, publisher=text.publisher)


def _fresh(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """Findings that were not there before the edit, by what they quote; a duplicate stays one whatever it quotes."""
    known = Counter(map(_key, before))
    fresh: list[Finding] = []
    for finding in after:
        key = _key(finding)
        if known[key]:
            known[key] -= 1
        else:
            fresh.append(finding)
    return fresh


def _key(finding: Finding) -> tuple[str, ...]:
    docs = tuple(sorted({item.doc_id for item in finding.evidence}))
    if finding.kind in {"duplicate_article", "shared_passage"}:
        return ("print", *docs)
    return (finding.kind, finding.rule, *docs, *(item.text for item in finding.evidence))


def _is_about(finding: Finding, places: Mapping[str, tuple[int, int]], quoted: str) -> bool:
    """Whether evidence touches what was edited, or the calculation quotes it."""
    if quoted and quoted in (finding.calculation or ""):
        return True
    spans = ((item, places[item.doc_id]) for item in finding.evidence)
    return any(item.start < end and start < item.end for item, (start, end) in spans)


@cache
def _pipeline() -> Pipeline:
    return claimex.load()


def _work(task: tuple[int, Text, int]) -> Trial | None:
    at, text, seed = task
    return plant(_pipeline(), KINDS[at], text, seed)


def plant_all(
    texts: Sequence[Text], documents: int, seed: int, *, only: str | None = None, jobs: int = 1
) -> list[Trial]:
    """Plant up to `documents` errors, one a text, about equally many of every kind. `jobs` changes nothing else."""
    kinds = [at for at, kind in enumerate(KINDS) if only in {None, kind.name}]
    trials: list[Trial] = []
    with ProcessPoolExecutor(max_workers=jobs) as pool:
        spread: Callable[..., Iterator[Trial | None]] = pool.map if jobs > 1 else map
        for left, at in zip(range(len(kinds), 0, -1), kinds, strict=True):
            used = {one.doc_id for one in trials}
            free = [text for text in texts if text.doc_id not in used and KINDS[at].hint.search(text.text)]
            Random(f"{seed} {KINDS[at].name}").shuffle(free)  # noqa: S311 (a sample, not a secret)
            quota = round((documents - len(trials)) / left)
            trials += _some((at, seed), free, quota, spread)
    return trials


def _some(
    what: tuple[int, int], texts: Sequence[Text], quota: int, spread: Callable[..., Iterator[Trial | None]]
) -> list[Trial]:
    """The first `quota` errors of a kind, tried in batches."""
    at, seed = what
    planted: list[Trial] = []
    for start in range(0, len(texts), BATCH):
        if len(planted) >= quota:
            break
        tasks = [(at, text, seed) for text in texts[start : start + BATCH]]
        planted += [one for one in spread(_work, tasks) if one is not None]
    return planted[:quota]
