"""Reference pages out of the code: `make docs`; `python docs/build.py --check` tells whether they are up to date."""

from __future__ import annotations

import argparse
import inspect
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from claimex.checks import CHECKS, CORPUS_CHECKS
from claimex.cli.app import COMMANDS, build_commands
from claimex.read import READERS
from claimex.schema import Article, Claim, Document, Evidence, Finding, Period, Quantity, Step
from claimex.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pydantic import BaseModel

HERE = Path(__file__).parent
REFERENCE = HERE / "reference"
LEXICON = HERE.parent / "src" / "claimex" / "lexicon"
RECORDS: tuple[type[BaseModel], ...] = (
    *(Claim, Quantity, Period, Step, Finding, Evidence, Document, Article),
    Settings,
)
NOTICE = "<!-- written by docs/build.py; run `make docs` after changing the code -->"


def rules_page() -> str:
    """Every check with its docstring."""
    parts = [f"# Checks\n\n{NOTICE}\n"]
    for title, checks in (("Inside a document", CHECKS), ("Between documents", CORPUS_CHECKS)):
        parts.append(f"## {title}\n\n{len(checks)} rules, in the order in which they run.\n")
        for check in checks:
            head = f"### {check.id} · `{check.kind}` · tier {check.tier} · {check.severity}"
            told = (inspect.getdoc(check.find) or "").removeprefix(f"{check.id}: ")
            parts.append(f"{head}\n\n{told[:1].upper()}{told[1:]}\n")
    return "\n".join(parts)


def records_page() -> str:
    """Every public record: its docstring and its fields with their types."""
    parts = [f"# Records\n\n{NOTICE}\n"]
    for record in RECORDS:
        rows = [
            f"| `{name}` | `{_type_name(record, name)}` | {'yes' if field.is_required() else ''} |"
            for name, field in record.model_fields.items()
            if not field.exclude
        ]
        table = "\n".join(["| field | type | required |", "| --- | --- | --- |", *rows])
        parts.append(f"## {record.__name__}\n\n{inspect.getdoc(record) or ''}\n\n{table}\n")
    return "\n".join(parts)


def _type_name(record: type[BaseModel], name: str) -> str:
    """The annotation as it is written in the source."""
    for parent in record.__mro__:
        if name in vars(parent).get("__annotations__", {}):
            return str(inspect.get_annotations(parent)[name]).replace("|", "\\|")
    return ""


def lexicon_page() -> str:
    """Every table with its header comment."""
    parts = [f"# Lexicon\n\n{NOTICE}\n"]
    for path in sorted(LEXICON.glob("*.txt")):
        header = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                break
            header.append(line.removeprefix("#").removeprefix(" "))
        parts.append(f"## {path.name}\n\n" + "\n".join(header) + "\n")
    return "\n".join(parts)


def commands_page() -> str:
    """The help of every command, in English."""
    parts = [f"# Commands\n\n{NOTICE}\n"]
    for name, sub in build_commands("en", COMMANDS)[1].items():
        rows = []
        for action in sub._actions:  # noqa: SLF001 (argparse has no public way to list options)
            if action.dest == "help":
                continue
            words = ", ".join(action.option_strings) or str(action.metavar)
            choices = f" ({', '.join(map(str, action.choices))})" if action.choices else ""
            rows.append(f"| `{words}` | {action.help}{choices} |".replace("None", ""))
        table = "\n".join(["| option | meaning |", "| --- | --- |", *rows])
        parts.append(f"## claimex {name}\n\n{sub.description}\n\n{table}\n")
    formats = ", ".join(f"`{suffix}`" for reader in READERS for suffix in reader.suffixes)
    return "\n".join([*parts, f"Files are read by suffix and content: {formats}.\n"])


PAGES: dict[str, Callable[[], str]] = {
    "checks.md": rules_page,
    "records.md": records_page,
    "lexicon.md": lexicon_page,
    "commands.md": commands_page,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Write the pages, or compare them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 when a page is out of date")
    args = parser.parse_args(argv)
    REFERENCE.mkdir(exist_ok=True)
    stale = []
    for name, page in PAGES.items():
        path, text = REFERENCE / name, page()
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if not args.check:
            path.write_text(text, encoding="utf-8")
    if args.check and stale:
        sys.stderr.write(f"out of date: {', '.join(stale)}; run `make docs`\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
