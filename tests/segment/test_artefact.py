from __future__ import annotations

import hashlib
import pickle
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from claimex.errors import ModelError
from claimex.segment import Segmenter, load_segmenter
from claimex.segment.artefact import FILES, MANIFEST, SHIPPED, check_folder, read_manifest
from claimex.segment.cutter import PkusegCutter
from claimex.settings import Settings


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped model that a test may damage."""
    return Path(shutil.copytree(SHIPPED, tmp_path / "model"))


def write_manifest(folder: Path) -> None:
    rows = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in FILES]
    (folder / MANIFEST).write_text("".join(rows))


def rewrite_weights(folder: Path, **changes: Any) -> None:
    with np.load(folder / "weights.npz") as stored:
        arrays = {name: stored[name] for name in stored.files} | changes
    np.savez_compressed(folder / "weights.npz", **arrays)


def test_the_shipped_model_is_what_its_manifest_says() -> None:
    check_folder(SHIPPED, manifest=True)
    assert {*FILES, "meta.json"} <= set(read_manifest(SHIPPED / MANIFEST))
    assert sum(path.stat().st_size for path in SHIPPED.iterdir()) < 6_000_000


def test_a_changed_byte_is_found(folder: Path) -> None:
    content = bytearray((folder / "weights.npz").read_bytes())
    content[1000] ^= 1
    (folder / "weights.npz").write_bytes(content)
    with pytest.raises(ModelError, match="checksum"):
        PkusegCutter(folder)


def test_a_folder_of_ones_own_needs_no_manifest(folder: Path) -> None:
    (folder / MANIFEST).unlink()
    assert Segmenter("pkuseg", str(folder)).words("研发经费") == Segmenter().words("研发经费")
    with pytest.raises(ModelError, match="MANIFEST is missing"):
        check_folder(folder, manifest=True)


class _Trap:
    """Unpickled, it leaves a file: the sign that code of a model folder was run."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.path,)


def test_a_folder_with_a_pickle_instead_is_refused_unread(folder: Path, tmp_path: Path) -> None:
    (folder / "features.msgpack").unlink()
    (folder / MANIFEST).unlink()
    (folder / "features.pkl").write_bytes(pickle.dumps(_Trap(tmp_path / "run")))
    with pytest.raises(ModelError, match=r"features\.msgpack is missing"):
        PkusegCutter(folder)
    assert not (tmp_path / "run").exists()


def test_weights_with_a_pickle_inside_are_refused_unread(folder: Path, tmp_path: Path) -> None:
    (folder / MANIFEST).unlink()
    rewrite_weights(folder, w=np.array([_Trap(tmp_path / "run")], dtype=object))
    with pytest.raises(ModelError, match="not a spacy-pkuseg model"):
        PkusegCutter(folder)
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("kind", ["fewer", "float32"])
def test_weights_that_do_not_fit_the_features_are_refused(folder: Path, kind: str) -> None:
    """The decoder checks no bounds: it would read memory that is not its own."""
    (folder / MANIFEST).unlink()
    with np.load(folder / "weights.npz") as stored:
        tags, features = (int(size) for size in stored["sizes"])
        weights = stored["w"]
    if kind == "fewer":
        rewrite_weights(folder, sizes=np.array([tags, features - 10]), w=weights[: tags * (features - 10 + tags)])
    else:
        rewrite_weights(folder, w=weights.astype("float32"))
    with pytest.raises(ModelError, match="do not belong together"):
        PkusegCutter(folder)


def test_garbage_is_refused(folder: Path) -> None:
    (folder / "features.msgpack").write_bytes(b"\xc1 no message pack")
    write_manifest(folder)
    with pytest.raises(ModelError, match="not a spacy-pkuseg model"):
        PkusegCutter(folder)


@pytest.mark.parametrize("line", ["", "abc  weights.npz", "0" * 64 + "  ../weights.npz", "0" * 64 + " weights.npz"])
def test_a_manifest_is_read_strictly(tmp_path: Path, line: str) -> None:
    path = tmp_path / MANIFEST
    path.write_text(line + "\n")
    with pytest.raises(ModelError):
        read_manifest(path)


def test_a_listed_file_that_is_missing_is_said(folder: Path) -> None:
    with (folder / MANIFEST).open("a") as manifest:
        manifest.write("0" * 64 + "  other\n")
    with pytest.raises(ModelError, match="cannot be read"):
        PkusegCutter(folder)


@pytest.mark.parametrize("name", ["news", "spacy_ontonotes", "no/such/folder"])
def test_a_published_model_is_never_fetched(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    with pytest.raises(ModelError, match="no such model folder"):
        load_segmenter(Settings(segmenter_model=name))
