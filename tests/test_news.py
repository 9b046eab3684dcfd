"""The labelled television news: labels that stand off from a text nobody may ship have to be sound by themselves."""

from __future__ import annotations

from benchmarks.news import GOLD_NEWS, SPLITS
from benchmarks.score import SLOTS, read_rows

VALUES = {
    "bound": {"exact", "about", "nearly", "over", "at_least", "under", "at_most", "between"},
    "measure": {"level", "change", "growth", "share", "rank", "multiple", "progress", "gap"},
    "status": {"actual", "estimate", "target", "rule"},
}


def test_every_label_has_a_document_and_a_place_of_its_own() -> None:
    docs = read_rows(GOLD_NEWS / "docs.jsonl")
    claims = read_rows(GOLD_NEWS / "claims.jsonl")
    assert {row["split"] for row in docs} == set(SPLITS)
    assert {row["doc"] for row in claims} <= {row["doc"] for row in docs}
    places = [(row["doc"], row["start"], row["end"]) for row in claims]
    assert len(set(places)) == len(places)
    assert places == sorted(places)


def test_labels_use_the_guidelines_words() -> None:
    known = {"doc", "start", "end", "text", "value", "low", "high", "unit", "optional", "alt", *SLOTS}
    for row in read_rows(GOLD_NEWS / "claims.jsonl"):
        assert row.keys() <= known
        assert row["end"] - row["start"] >= len(row["text"])
        for slot, values in VALUES.items():
            assert row[slot] in values, row


def test_no_label_holds_a_sentence() -> None:
    """Labels are numbers and names; the text they come from is not ours to pass on."""
    for row in read_rows(GOLD_NEWS / "claims.jsonl"):
        assert all(len(name) <= 20 for name in row["indicator"])
        assert len(row["text"]) <= 24
