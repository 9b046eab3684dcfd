"""Train the segmentation model that ships in the package; see README.md beside this file.

python -m models.train REPORTS.jsonl NEWS.jsonl --out src/claimex/models/zh-policy-seg-1.0.0
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.segmentation import quality, read_sample
from claimex.segment import Segmenter
from models.corpus import read_texts, training_lines, without
from models.lattice import labeller, read_words
from models.perceptron import Recipe, prune, save, train

HERE = Path(__file__).parent
FILES = ("features.msgpack", "weights.npz")


def main() -> None:
    """Read reports, label them, train, write the artefact with its meta data and manifest."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path, nargs="+", help="JSON Lines files whose records have a `text`")
    parser.add_argument("--out", type=Path, required=True, help="folder <name>-<version> of the artefact")
    parser.add_argument("--held-out", type=Path, help="evaluation sentences: not trained on, but scored")
    parser.add_argument("--rounds", type=int, default=Recipe().rounds)
    parser.add_argument("--limit", type=int, help="characters to take of each file after the first")
    parser.add_argument("--smallest", type=float, default=0.0, help="features with no weight above this are dropped")
    parser.add_argument("--word-pairs", action="store_true", help="pkuseg's word pair features too: slower, no better")
    args = parser.parse_args()
    began = time.monotonic()
    lines: list[str] = []
    for number, path in enumerate(args.corpus):
        texts = without(read_texts(path), args.held_out) if args.held_out else read_texts(path)
        lines += training_lines(texts, limit=args.limit if number else None)
    label = labeller(read_words(HERE / "domain.txt"))
    recipe = Recipe(rounds=args.rounds, word_pairs=args.word_pairs)
    trained = prune(train([label(line) for line in lines], recipe, print), args.smallest)
    save(trained, args.out)
    meta = describe(args.out, data(args.corpus, lines), recipe)
    if args.held_out:
        write_meta(args.out, meta | {"scores": scores(args.out, args.held_out)})
    print(f"{args.out}: {len(trained.names)} features, {time.monotonic() - began:.0f} s")


def data(paths: list[Path], lines: list[str]) -> dict[str, Any]:
    """What was trained on, without a word of it."""
    return {
        "sources": [{"name": path.stem, "sha256": sha256(path)} for path in paths],
        "lines": len(lines),
        "characters": sum(map(len, lines)),
        "labels": "best path by jieba's frequencies over spacy-pkuseg's dictionary and domain.txt; number rule",
    }


def describe(folder: Path, trained_on: dict[str, Any], recipe: Recipe) -> dict[str, Any]:
    """Write and return `meta.json` and `MANIFEST` (the format of `sha256sum`) beside the model's two files."""
    name, _, number = folder.name.rpartition("-")
    meta = {
        "name": name,
        "version": number,
        "format": "spacy-pkuseg",
        "licence": "Apache-2.0",
        "data": trained_on,
        "recipe": asdict(recipe),
        "trained_with": {package: version(package) for package in ("spacy-pkuseg", "numpy", "jieba")},
        "bytes": {file: (folder / file).stat().st_size for file in FILES},
        "sha256": {file: sha256(folder / file) for file in FILES},
    }
    write_meta(folder, meta)
    return meta


def scores(folder: Path, held_out: Path) -> dict[str, Any]:
    """The figures of `benchmarks/segmentation.py` for the model just written, to a tenth of a per cent."""
    segmenter = Segmenter("pkuseg", str(folder))
    found = quality(read_sample(held_out), lambda text: list(segmenter.spans(text)))
    return {"sample": {"name": held_out.stem, "sha256": sha256(held_out)}, **{k: round(v, 1) for k, v in found.items()}}


def write_meta(folder: Path, meta: dict[str, Any]) -> None:
    """Write the meta data, and the manifest that covers it."""
    text = json.dumps(meta, ensure_ascii=False, indent=2) + "\n"
    (folder / "meta.json").write_text(text, encoding="utf-8")
    rows = [f"{sha256(folder / file)}  {file}\n" for file in (*FILES, "meta.json")]
    (folder / "MANIFEST").write_text("".join(rows), encoding="ascii")


def sha256(path: Path) -> str:
    """The checksum of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
