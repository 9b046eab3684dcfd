"""The training recipe on a toy corpus: same bytes again, and a model that any spacy-pkuseg reads."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from claimex.segment import Segmenter
from claimex.segment.artefact import check_folder, read_manifest
from claimex.segment.cutter import PkusegCutter
from models.corpus import read_texts, training_lines, without
from models.lattice import labeller, read_words
from models.perceptron import Recipe, prune, save, tags, train
from models.train import HERE, describe

if TYPE_CHECKING:
    from pathlib import Path

LINES = [
    line.split()
    for line in (
        "全市 研发 经费 达到 30 亿 元 ， 同比 增长 8 % 。",
        "全省 研发 投入 达到 20 亿 元 ， 比 上年 增长 5 % 。",
        "科技 投入 强度 为 2 % ， 高于 全国 平均 水平 。",
        "民营 企业 达到 300 家 ， 比 上年 增加 50 家 。",
        "研发 人员 超过 10 万 人 ， 研发 机构 增加 20 个 。",
    )
]


def silent(_: str) -> None:
    pass


def test_training_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one-1", "two-1"):
        save(prune(train(LINES, Recipe(rounds=3, min_count=1), silent), 0.0), tmp_path / name)
    for file in ("features.msgpack", "weights.npz"):
        assert (tmp_path / "one-1" / file).read_bytes() == (tmp_path / "two-1" / file).read_bytes()


@pytest.mark.parametrize("word_pairs", [False, True])
def test_a_trained_model_cuts_alike_in_stock_pkuseg_and_here(tmp_path: Path, word_pairs: bool) -> None:  # noqa: FBT001
    import spacy_pkuseg

    folder = tmp_path / "toy-1"
    trained = train(LINES, Recipe(rounds=3, min_count=1, word_pairs=word_pairs), silent)
    save(prune(trained, 0.0), folder)
    assert any(name.startswith("ww.") for name in trained.names) is word_pairs
    stock, ours = spacy_pkuseg.pkuseg(str(folder), user_dict=None), PkusegCutter(folder)
    for line in LINES:
        for text in ("".join(line), "".join(reversed(line))):
            assert [text[start:end] for start, end in pairwise([*ours.starts(text), len(text)])] == stock.cut(text)


def test_what_was_seen_is_cut_as_seen(tmp_path: Path) -> None:
    save(train(LINES, Recipe(min_count=1), silent), tmp_path / "toy-1")
    one = Segmenter("pkuseg", str(tmp_path / "toy-1"))
    assert [[token.text for token in one.words("".join(line))] for line in LINES] == LINES


def test_the_artefact_describes_itself(tmp_path: Path) -> None:
    pytest.importorskip("jieba", reason="build-time dependency", exc_type=ImportError)
    folder = tmp_path / "toy-policy-1.2"
    save(train(LINES, Recipe(min_count=1), silent), folder)
    describe(folder, {"lines": len(LINES)}, Recipe())
    check_folder(folder, manifest=True)
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    assert (meta["name"], meta["version"]) == ("toy-policy", "1.2")
    assert meta["sha256"].items() <= read_manifest(folder / "MANIFEST").items()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["元"], "B_single"),
        (["经费"], "B I_end"),
        (["科技型"], "B I_first I_end"),
        (["基础设施"], "B I_first I I_end"),
    ],
)
def test_tags_say_where_in_its_word_a_character_stands(words: list[str], expected: str) -> None:
    names = sorted(("B", "B_single", "I", "I_end", "I_first"))
    assert " ".join(names[tag] for tag in tags(words)) == expected


def test_lines_of_a_corpus_are_sentences_once_each(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    rows = [{"text": "一句 话。\n又一句；还有一句。"}, {"text": "一句话。一"}]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n\n", encoding="utf-8")
    assert training_lines(read_texts(path)) == ("一句话。", "又一句；", "还有一句。")
    assert training_lines(read_texts(path), limit=9) == ("一句话。", "又一句；")
    sample = tmp_path / "sample.txt"
    sample.write_text("# comment\nX [ 又 一 ] 句\n", encoding="utf-8")
    assert training_lines(without(read_texts(path), sample)) == ("一句话。",)


def test_labels_follow_the_dictionary_and_the_number_rule() -> None:
    pytest.importorskip("jieba", reason="build-time dependency", exc_type=ImportError)
    label = labeller(read_words(HERE / "domain.txt"))
    assert label("研发经费占比达到12.5%") == ["研发", "经费", "占比", "达到", "12.5", "%"]


def test_the_word_list_has_no_word_twice() -> None:
    found = read_words(HERE / "domain.txt")
    assert len(found) == len(set(found))
    assert all(len(word) > 1 for word in found)
