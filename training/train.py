"""The recipe: `python training/train.py --data PATH` rebuilds packages/model-nano from the published weights and the rated pictures."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

import bundle  # noqa: E402
import pictures  # noqa: E402
from encoder import export as encoder_export  # noqa: E402
from faces import export as faces_export  # noqa: E402
from features import Encoder  # noqa: E402
from scoring import graph, train  # noqa: E402
from scoring.head import Regression  # noqa: E402

ROOT = Path(__file__).parent.parent
WORK = Path(__file__).parent / ".work"
FACES_THRESHOLD, FACES_MINIMUM = 0.5, 0.7


def networks(folder: Path) -> None:
    encoder_export.save(str(folder / "encoder.onnx"), "fp32")
    faces_export.save(folder / "faces.onnx", WORK, "back", FACES_THRESHOLD)


def block_columns(regressions: list[Regression]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Support of all kinds, one under the other, and for each kind a column that is zero outside its own pictures."""
    support = np.concatenate([r.support for r in regressions])
    coefficients = np.zeros((len(support), len(regressions)))
    start = 0
    for column, regression in enumerate(regressions):
        coefficients[start : start + len(regression.support), column] = regression.coefficients
        start += len(regression.support)
    return support, coefficients, np.array([r.offset for r in regressions])


def head(data: Path, folder: Path) -> dict[str, object]:
    encoder = Encoder(folder / "encoder.onnx")
    sets = pictures.load(data)
    material = train.gather(sets, encoder, WORK / "features")
    oof = train.predictions(material)
    regressions = [train.fit_kind(material, kind) for kind in pictures.KINDS]
    calibrations = [train.calibrate(material, kind, oof) for kind in pictures.KINDS]
    domain, domain_figures = train.domains(material)
    strange, threshold, strange_figures = train.unfamiliarity(material)

    support, coefficients, offsets = block_columns(regressions)
    error_support, error_part, error_offsets = block_columns([c.error for c in calibrations])
    # Errors are learned on a subset of the same pictures: find each of their rows in the one support.
    errors = np.zeros_like(coefficients)
    place = {row.tobytes(): index for index, row in enumerate(support)}
    for row, values in zip(error_support, error_part):
        errors[place[row.tobytes()]] += values
    proto = graph.build(
        material.representation,
        support.astype(np.float16),
        coefficients,
        offsets,
        errors,
        error_offsets,
        train.spreads(material),
        domain,
        strange,
    )
    (folder / "scoring.onnx").write_bytes(proto.SerializeToString(deterministic=True))
    calibration = {
        "schema": 1,
        "domains": [
            {
                "id": kind,
                "reference": {
                    "id": c.reference_id,
                    "mean": round(float(c.reference.mean()), 2),
                    "scores": [round(float(v), 2) for v in c.reference],
                },
                "interval": {"level": train.LEVEL, "perDeviation": round(c.per_deviation, 4)},
                "confidence": {
                    "x": [round(float(v), 3) for v in c.confidence[0]],
                    "y": [round(float(v), 4) for v in c.confidence[1]],
                },
            }
            for kind, c in zip(pictures.KINDS, calibrations)
        ],
        "abstention": {"unfamiliarity": round(threshold, 4)},
        "contributions": {},
        "technical": {"intercept": 2.2, "weights": {}},
    }
    (folder / "scoring.json").write_text(json.dumps(calibration, indent=1) + "\n")

    simple = train.baselines(material)
    oasis = sets["oasis"]
    figures: dict[str, object] = {
        "scores": {
            name: train.summary(oof[name], sets[name.removesuffix("-unseen")].score, sets[name].category if name in ("oasis", "agiqa") else None)
            for name in oof
        },
        "baselines": {name: train.summary(p, oasis.score, oasis.category) for name, p in simple.items()},
        "gainOver": {name: train.paired_gain(oof["oasis"], p, oasis.score, oasis.group) for name, p in simple.items()},
        "calibration": {kind: c.figures for kind, c in zip(pictures.KINDS, calibrations)},
        "domain": domain_figures,
        "unfamiliarity": strange_figures,
    }
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the rated pictures")
    parser.add_argument("--out", type=Path, default=ROOT / "packages" / "model-nano", help="folder of the bundle")
    parser.add_argument("--stage", choices=["networks", "head", "all"], default="all")
    arguments = parser.parse_args()
    if arguments.stage in ("networks", "all"):
        networks(arguments.out)
    if arguments.stage in ("head", "all"):
        figures = head(arguments.data, arguments.out)
        (arguments.out / "figures.json").write_text(json.dumps(rounded(figures), indent=1) + "\n")
    names = [n for n in ("encoder.onnx", "faces.onnx", "scoring.onnx", "scoring.json") if (arguments.out / n).exists()]
    scoring = {
        "file": "scoring.onnx",
        "calibration": "scoring.json",
        "inputs": list(graph.INPUTS),
        "outputs": {name: name for name in ("distribution", "deviation", "domain", "unfamiliarity")},
    }
    bundle.write(arguments.out, bundle.describe(arguments.out, names, scoring, FACES_MINIMUM))


def rounded(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): rounded(item) for key, item in value.items()}
    if isinstance(value, list):
        return [rounded(item) for item in value]
    return round(float(value), 4) if isinstance(value, (float, np.floating)) else value


if __name__ == "__main__":
    main()
