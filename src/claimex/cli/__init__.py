"""The command line: one file a command, and the only place that prints."""

from claimex.cli.app import run_command

__all__ = ["run_command"]
