"""Options that commands share, and the settings they make."""

from __future__ import annotations

import argparse
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from claimex.checks.corpus import CORPUS_CHECKS
from claimex.checks.registry import CHECKS
from claimex.checks.rule import unknown_rules
from claimex.cli.words import text
from claimex.errors import InputError
from claimex.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimex.report.words import Lang
    from claimex.schema import Finding

SETTINGS_FILE = Path("claimex.toml")
_RANK = {"note": 0, "warning": 1, "error": 2, "never": 3}


def language(argv: Sequence[str]) -> Lang:
    """The language of the help, which is wanted before the arguments are parsed."""
    english = "--lang=en" in argv or any(pair == ("--lang", "en") for pair in pairwise(argv))
    return "en" if english else "zh"


def add_common(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """What every command takes."""
    parser.add_argument("--lang", choices=("zh", "en"), help=text("opt.lang", lang))
    parser.add_argument("--config", type=Path, metavar="FILE", help=text("opt.config", lang))
    parser.add_argument("--quiet", action="store_true", help=text("opt.quiet", lang))
    levels = ("debug", "info", "warning", "error")
    parser.add_argument("--log-level", choices=levels, default="warning", help=text("opt.log_level", lang))


def add_reading(parser: argparse.ArgumentParser, lang: Lang) -> None:
    """What commands that read documents take."""
    parser.add_argument("--date", metavar="YYYY-MM-DD", help=text("opt.date", lang))
    parser.add_argument("--metadata", type=Path, metavar="FILE", help=text("opt.metadata", lang))
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help=text("opt.jobs", lang))


def add_checking(parser: argparse.ArgumentParser, lang: Lang, *, fail_on: str) -> None:
    """What commands that report findings take."""
    parser.add_argument("--rules", metavar="A,-B", help=text("opt.rules", lang))
    levels = ("error", "warning", "never")
    parser.add_argument("--fail-on", choices=levels, default=fail_on, help=text("opt.fail_on", lang))
    parser.add_argument("--ignore", type=Path, metavar="FILE", help=text("opt.ignore", lang))


def add_format(parser: argparse.ArgumentParser, lang: Lang, *, default: str) -> None:
    """Lines for people, or one JSON object a line."""
    parser.add_argument("--format", choices=("text", "jsonl"), default=default, help=text("opt.format", lang))


def _jobs(value: str) -> int:
    jobs = int(value)
    if jobs < 1:
        raise argparse.ArgumentTypeError(value)
    return jobs


def settings_of(args: argparse.Namespace) -> Settings:
    """The settings file, with what was typed on top.

    Raises:
        InputError: a rule is named that does not exist.
    """
    path = args.config or (SETTINGS_FILE if SETTINGS_FILE.is_file() else None)
    settings = load_settings(path) if path else Settings()
    typed: dict[str, object] = {}
    if args.lang:
        typed["lang"] = args.lang
    if getattr(args, "rules", None):
        typed["rules"] = tuple(rule.strip() for rule in args.rules.split(",") if rule.strip())
    settings = settings.model_copy(update=typed)
    known = [(one.id, one.kind) for one in CHECKS] + [(one.id, one.kind) for one in CORPUS_CHECKS]
    if unknown := unknown_rules(settings, known):
        raise InputError(f"no such rule: {', '.join(unknown)}", where="--rules", cure=f"one of {_rule_names(known)}")
    return settings


def _rule_names(known: Iterable[tuple[str, str]]) -> str:
    """Ids from the first to the last of each family, and the kinds."""
    families: dict[str, list[str]] = {}
    for rule, _ in known:
        families.setdefault(rule[0], []).append(rule)
    spans = [f"{min(ids)}-{max(ids)}" for _, ids in sorted(families.items())]
    return ", ".join([*spans, *sorted({kind for _, kind in known})])


def tell(args: argparse.Namespace, sentence: str) -> None:
    """A message to standard error."""
    if not args.quiet:
        print(sentence, file=sys.stderr)


def read_ignored(path: Path) -> dict[str, str]:
    """Finding ids and why each was dismissed; `#` begins a comment line.

    Raises:
        InputError: the file cannot be read, or a line gives no reason.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(str(error), where=str(path)) from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, reason = line.strip().partition(" ")
        if not reason.strip():
            raise InputError("no reason", where=f"{path}:{number}", cure="write the id, a blank and why")
        found[name] = reason.strip()
    return found


def without_ignored(findings: Iterable[Finding], args: argparse.Namespace, lang: Lang) -> tuple[Finding, ...]:
    """The findings that nobody dismissed; says how many were, and which dismissals have become idle."""
    findings = tuple(findings)
    if args.ignore is None:
        return findings
    ignored = read_ignored(args.ignore)
    kept = tuple(finding for finding in findings if finding.id not in ignored)
    tell(args, text("ignored", lang, count=len(findings) - len(kept)))
    idle = sorted(ignored.keys() - {finding.id for finding in findings})
    if idle:
        tell(args, text("stale", lang, names=", ".join(idle)))
    return kept


def fails(findings: Iterable[Finding], level: str) -> bool:
    """Whether a finding is at or above the level of `--fail-on`."""
    return any(_RANK[finding.severity] >= _RANK[level] for finding in findings)
