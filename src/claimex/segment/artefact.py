"""A model folder, checked before anything in it is loaded."""

from __future__ import annotations

import hashlib
from pathlib import Path

from claimex.errors import ModelError

SHIPPED = Path(__file__).parent.parent / "models" / "zh-policy-seg-1.0.0"
FILES = ("features.msgpack", "weights.npz")
MANIFEST = "MANIFEST"


def check_folder(folder: Path, *, manifest: bool = False) -> None:
    """Decline a folder that is no model, or not the one its manifest names.

    Only `features.msgpack` and `weights.npz` are accepted: for any other layout spacy-pkuseg falls back to a pickle,
    which runs what it contains. A manifest is in the format of `sha256sum`; a folder of one's own needs none, then
    `manifest` is False and only what is loaded is checked, later.

    Raises:
        ModelError: not a folder, a file is missing, or a checksum differs.
    """
    if not folder.is_dir():
        raise ModelError(
            "no such model folder", where=str(folder), cure="`segmenter_model` names a folder; none is fetched"
        )
    for name in FILES:
        if not (folder / name).is_file():
            raise ModelError(
                f"{name} is missing", where=str(folder), cure="a model folder holds " + " and ".join(FILES)
            )
    path = folder / MANIFEST
    if path.is_file():
        for name, expected in read_manifest(path).items():
            _check_file(folder / name, expected)
    elif manifest:
        raise ModelError(f"{MANIFEST} is missing", where=str(folder), cure="install claimex again")


def read_manifest(path: Path) -> dict[str, str]:
    """File name -> SHA-256 of a manifest that covers at least the model's two files.

    Raises:
        ModelError: a line is not `checksum, two blanks, name`, a name leads elsewhere, or a model file is not listed.
    """
    found: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1):
        checksum, _, name = line.partition("  ")
        if len(checksum) != 64 or not name or Path(name).name != name:
            raise ModelError(f"not a manifest line: {line!r}", where=f"{path}:{number}", cure="see `sha256sum`")
        found[name] = checksum
    for name in FILES:
        if name not in found:
            raise ModelError(f"{name} is not listed", where=str(path), cure="list every file of the model")
    return found


def _check_file(path: Path, expected: str) -> None:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError("a listed file cannot be read", where=str(path), cure="install claimex again") from error
    if hashlib.sha256(content).hexdigest() != expected:
        raise ModelError("the checksum differs from the manifest's", where=str(path), cure="install claimex again")


def model_name(folder: Path | None) -> tuple[str, str]:
    """Name and checksum of a model for `run.json`: the folder's name and its weights' SHA-256."""
    folder = folder or SHIPPED
    checksum = hashlib.sha256((folder / "weights.npz").read_bytes()).hexdigest()
    return folder.name, checksum
