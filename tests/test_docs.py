"""What the pages say is true: examples run, links lead somewhere, reference pages are those of this code."""

from __future__ import annotations

import doctest
import json
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from claimex.__main__ import main

ROOT = Path(__file__).parents[1]
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / "seeds" / "README.md", ROOT / "models" / "README.md"]
_COMMAND = re.compile(r"^(?:python -m )?claimex (?P<words>.+)$", re.MULTILINE)
_BLOCK = re.compile(r"^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?P<target>[^)#]+)")

by_name = pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))


def blocks(page: Path, *kinds: str) -> list[str]:
    return [match["body"] for match in _BLOCK.finditer(page.read_text(encoding="utf-8")) if match["kind"] in kinds]


@by_name
def test_python_examples_give_what_they_show(page: Path) -> None:
    sessions = blocks(page, "python")
    for program in (body for body in sessions if ">>>" not in body):
        exec(compile(program, str(page), "exec"), {})  # noqa: S102 (our own pages)
    session = "\n".join(body for body in sessions if ">>>" in body)
    test = doctest.DocTestParser().get_doctest(session, {}, str(page), str(page), 0)
    told: list[str] = []
    outcome = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=told.append)
    assert outcome.failed == 0, "".join(told)


@by_name
def test_commands_work_as_they_are_typed(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for body in blocks(page, "sh", "console"):
        for match in _COMMAND.finditer(body):
            words = shlex.split(match["words"], comments=True)
            at = words.index("--out") + 1
            inputs = [name for word in words[:at] for name in standing_for(word, tmp_path)]
            assert main([*inputs, str(tmp_path / "out"), *words[at + 1 :]]) == 0


def standing_for(word: str, folder: Path) -> list[str]:
    """Files for a glob; a file for the reader's own (`reports.jsonl`), which is not here."""
    if "*" in word:
        return sorted(map(str, ROOT.glob(word)))
    if word.endswith((".txt", ".jsonl")) and not (ROOT / word).exists():
        text = "全市有企业三十家。"
        content = json.dumps({"id": "a", "text": text}) if word.endswith(".jsonl") else text
        (folder / word).write_text(content, encoding="utf-8")
        return [str(folder / word)]
    return [word]


@by_name
def test_links_lead_to_files(page: Path) -> None:
    for match in _LINK.finditer(page.read_text(encoding="utf-8")):
        target = match["target"]
        assert target.startswith("http") or (page.parent / target).exists(), target


def test_every_page_stands_in_the_index() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    pages = [path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md") if path.name != "index.md"]
    assert [str(page) for page in pages if f"]({page})" not in index] == []


def test_make_knows_the_words_of_the_readme() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        named = set(re.findall(r"(?:^|`)make (\w+)", page.read_text(encoding="utf-8"), re.MULTILINE))
        assert named <= targets, page.name


def test_both_readmes_show_the_same_code_and_figures() -> None:
    english, chinese = ROOT / "README.md", ROOT / "README.zh-CN.md"
    assert blocks(english, "python") == blocks(chinese, "python")

    def figures(page: Path) -> list[str]:
        return re.findall(r"\d\.\d{3}", page.read_text(encoding="utf-8"))

    assert figures(english) == figures(chinese)


def test_reference_pages_are_up_to_date() -> None:
    done = subprocess.run([sys.executable, "docs/build.py", "--check"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
