"""House rules that a machine can hold: one-way imports, small modules, no work at import, rules with cases."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from importlinter.cli import lint_imports

from claimex.checks import CHECKS, CORPUS_CHECKS, Check
from claimex.lexicon import read_table

if TYPE_CHECKING:
    from claimex.checks.cross import CorpusCheck

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "claimex"
MODULES = sorted(SOURCE.rglob("*.py"))
ALL = [*MODULES, *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "benchmarks").rglob("*.py"))]
RULES: tuple[Check | CorpusCheck, ...] = (*CHECKS, *CORPUS_CHECKS)
LONGEST = 400
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "tools"}
HEAVY = ("spacy", "spacy_pkuseg", "dateparser", "cn2an", "pandas", "jinja2", "numpy", "selectolax", "rensa")


def test_imports_go_one_way(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    code = lint_imports(cache_dir=None)
    assert code == 0, capsys.readouterr().out


@pytest.mark.parametrize("path", ALL, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_are_small_and_say_what_they_are(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST
    assert path.stem not in VAGUE
    assert "tests" in path.parts or ast.get_docstring(ast.parse(text)), "a module begins with what it is for"


IMPORTED = """
import importlib, sys
import claimex
from claimex.cli.app import COMMANDS
for name in COMMANDS:
    importlib.import_module(f"claimex.cli.{name}")
for name in claimex.__all__:
    getattr(claimex, name)
from claimex.lexicon import read_table
print(*[name for name in sys.argv[1:] if name in sys.modules], read_table.cache_info().misses)
"""


def test_nothing_heavy_happens_on_import() -> None:
    done = _python(IMPORTED, *HEAVY)
    assert done.split() == ["0"], "heavy libraries, and the number of tables read, after importing every command"


def test_the_package_itself_imports_almost_nothing() -> None:
    seconds = "import time; begun = time.process_time(); import claimex; print(time.process_time() - begun)"
    assert min(float(_python(seconds)) for _ in range(3)) < 0.5
    assert _python("import sys, claimex; print('pydantic' in sys.modules)").strip() == "False"


def test_a_pipeline_is_ready_within_two_seconds() -> None:
    seconds = (
        "import time; begun = time.process_time(); import claimex; claimex.load(); print(time.process_time() - begun)"
    )
    assert min(float(_python(seconds)) for _ in range(3)) < 2


def _python(code: str, *words: str) -> str:
    done = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=False)  # noqa: S603
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_public_name_can_be_had() -> None:
    import claimex

    assert all(getattr(claimex, name) is not None for name in claimex.__all__)
    assert set(claimex.__all__) <= set(dir(claimex))
    with pytest.raises(AttributeError):
        getattr(claimex, "no_such_name")  # noqa: B009 (a type checker would stop the plain spelling)


@pytest.mark.parametrize("path", sorted((SOURCE / "lexicon").glob("*.txt")), ids=lambda path: path.name)
def test_lexicon_tables_are_strict_and_say_where_they_come_from(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("#"), "the header says what the table is and its sources"
    assert read_table(path.stem)


def test_no_two_rules_share_an_id() -> None:
    ids = [check.id for check in RULES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("check", RULES, ids=lambda check: check.id)
def test_every_rule_is_described_and_has_cases_for_both_answers(check: Check | CorpusCheck) -> None:
    assert check.find.__doc__, "a rule says what it looks for"
    flagged, left = _cases(check.id)
    assert flagged, f"no case in which {check.id} must fire"
    assert left, f"no case in which {check.id} must stay silent"


def _cases(rule: str) -> tuple[int, int]:
    """How many cases a rule has with and without findings."""
    flagged = left = 0
    for path in sorted((ROOT / "tests" / "cases" / "checks").glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for case in data["cases"]:
            if rule in {case.get("rule", data.get("rule")), *(item.get("rule") for item in case["expect"])}:
                flagged += bool(case["expect"])
                left += not case["expect"]
    return flagged, left
