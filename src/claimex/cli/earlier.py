"""What an earlier `run` left in its folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from claimex.cli.gather import Request
from claimex.errors import InputError
from claimex.schema import Claim
from claimex.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


def is_run(folder: Path) -> bool:
    """Whether `run` wrote this folder."""
    return (folder / "run.json").is_file() and (folder / "claims.jsonl").is_file()


def run_request(folder: Path) -> Request:
    """What the run read, to be read again; paths are as they were typed then.

    Raises:
        InputError: `run.json` cannot be read, or the run read standard input.
    """
    facts = _facts(folder)["inputs"]
    if "-" in facts["paths"]:
        raise InputError("the run read standard input", where=str(folder), cure="run again with files")
    return Request.of(facts)


def run_settings(folder: Path) -> Settings:
    """The settings of the run."""
    return Settings.model_validate(_facts(folder)["settings"])


def _facts(folder: Path) -> dict[str, Any]:
    path = folder / "run.json"
    try:
        facts: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(error), where=str(path), cure="give a folder that `claimex run` wrote") from error
    if not {"inputs", "settings"} <= facts.keys() or not facts["inputs"]:
        raise InputError("it does not say what was read", where=str(path), cure="run again with `claimex run`")
    return facts


def read_claims(folder: Path) -> list[Claim]:
    """The claims of the run.

    Raises:
        InputError: there is no `claims.jsonl`, or a row of it is not a claim.
    """
    path = folder / "claims.jsonl"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [Claim.model_validate_json(line) for line in lines if line]
    except (OSError, ValidationError) as error:
        raise InputError(str(error), where=str(path), cure="give a folder that `claimex run` wrote") from error
