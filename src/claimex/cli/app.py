"""Which commands there are, and what becomes of errors."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from claimex.cli.options import language
from claimex.cli.words import text
from claimex.errors import ClaimexError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimex.report.words import Lang

DONE, FOUND, UNUSABLE = 0, 1, 2
"""Exit codes: done; findings at or above `--fail-on`; wrong usage or no readable input."""


class Command(Protocol):
    """What a module of this package offers."""

    @staticmethod
    def add_options(parser: argparse.ArgumentParser, lang: Lang) -> None:
        """Declare what the command takes."""

    @staticmethod
    def run(args: argparse.Namespace) -> int:
        """Do it; gives the exit code."""


COMMANDS = ("run", "extract", "check", "compare", "explain")
"""In the order of the help; each is a module of this package, imported when it is asked for."""


def build_commands(
    lang: Lang, wanted: Sequence[str]
) -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """The parser, and that of every command; only those in `wanted` get their options."""
    from importlib.metadata import version

    parser = argparse.ArgumentParser(prog="claimex", description=text("claimex", lang))
    parser.add_argument("--version", action="version", version=f"claimex {version('claimex')}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in COMMANDS:
        words = text(f"help.{name}", lang)
        sub = commands.add_parser(name, help=words, description=words)
        if name in wanted:
            _module(name).add_options(sub, lang)
    return parser, commands.choices


def run_command(argv: Sequence[str]) -> int:
    """Parse and run; an error on purpose becomes a sentence on standard error and exit code 2."""
    lang = language(argv)
    wanted = [name for name in COMMANDS if name in argv]
    args = build_commands(lang, wanted)[0].parse_args(_joined(argv))
    logging.basicConfig(stream=sys.stderr, level=args.log_level.upper(), format="%(levelname)s %(name)s: %(message)s")
    try:
        return _module(args.command).run(args)
    except ClaimexError as error:
        print(f"claimex: {error}", file=sys.stderr)
        return UNUSABLE
    except BrokenPipeError:  # whoever read the output has seen enough; nothing may be flushed at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return 130


def _joined(argv: Sequence[str]) -> list[str]:
    """`--rules -T01` as `--rules=-T01`: argparse takes a word that begins with a dash for an option."""
    words = list(argv)
    for at in range(len(words) - 2, -1, -1):
        if words[at] == "--rules" and words[at + 1].startswith("-"):
            words[at : at + 2] = [f"--rules={words[at + 1]}"]
    return words


def _module(name: str) -> Command:
    return cast("Command", import_module(f"claimex.cli.{name}"))
