"""The recipe: `python training/train.py --data PATH` rebuilds packages/model-nano from published weights and rated pictures.

Stages, each resumable through training/.work: `networks` (encoder, full-size detail, faces and text encoder as ONNX), `precision` (which precision to ship),
`alignment` (tokens that words can address), `head` (scores), `readings` (what the engine's readings add: contributions and the technical score), `card` (the model card).
"""

from __future__ import annotations

import os

# One thread: sums in one order, so that the same machine makes the same bytes.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import argparse  # noqa: E402
import json  # noqa: E402
import sys  # noqa: E402
from pathlib import Path  # noqa: E402

import numpy as np  # noqa: E402

sys.path.insert(0, str(Path(__file__).parent))

import bundle  # noqa: E402
import card  # noqa: E402
import engine  # noqa: E402
import pictures  # noqa: E402
from alignment import learn  # noqa: E402
from encoder import export as encoder_export  # noqa: E402
from encoder import precision  # noqa: E402
from faces import check as faces_check  # noqa: E402
from faces import export as faces_export  # noqa: E402
from features import Encoder  # noqa: E402
from scoring import graph, readings, train  # noqa: E402

ROOT = Path(__file__).parent.parent
WORK = Path(__file__).parent / ".work"
STAGES = ("networks", "precision", "alignment", "head", "readings", "card")
FACES_THRESHOLD, FACES_MINIMUM = 0.5, 0.7


class Bundle:
    """The folder that the recipe writes; its manifest is renewed with every file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.calibration_path = folder / "scoring.json"
        self.figures_path = folder / "figures.json"

    def write_json(self, path: Path, value: dict[str, object]) -> None:
        path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n")

    def figures(self, **parts: object) -> dict[str, object]:
        known = json.loads(self.figures_path.read_text()) if self.figures_path.exists() else {}
        if parts:
            known.update(rounded(parts))
            self.write_json(self.figures_path, dict(sorted(known.items())))
        return known

    def manifest(self) -> None:
        names = ("encoder.onnx", "faces.onnx", "scoring.onnx", "scoring.json", *learn.FILES)
        scoring = {
            "file": "scoring.onnx",
            "calibration": "scoring.json",
            "inputs": list(graph.INPUTS),
            "outputs": {name: name for name in ("distribution", "deviation", "domain", "unfamiliarity")},
        }
        present = [name for name in names if (self.folder / name).exists()]
        scored = {"scoring.onnx", "scoring.json"} <= set(present)
        aligned = set(learn.FILES) <= set(present)
        described = bundle.describe(
            self.folder, present, scoring if scored else None, FACES_MINIMUM, learn.sections() if aligned else None
        )
        bundle.write(self.folder, described)


def networks(out: Bundle, sets: dict[str, pictures.Pictures]) -> None:
    encoder_export.save(str(out.folder / "encoder.onnx"), "fp32")
    faces_export.save(out.folder / "faces.onnx", WORK, "back", FACES_THRESHOLD)
    learn.save_fixed(out.folder)
    out.figures(faces=faces_check.measure(sets["oasis"], WORK, FACES_MINIMUM))


def machines(material: train.Material, calibrations: list[train.Calibration]) -> list[graph.Machine]:
    result = []
    for kind, calibration in zip(pictures.KINDS, calibrations):
        fitted, error = train.fit_kind(material, kind), calibration.error
        # Errors are learned on some of the same pictures: each goes to the row of its picture.
        errors = np.zeros(len(fitted.support))
        place = {row.tobytes(): index for index, row in enumerate(fitted.support)}
        for row, value in zip(error.support, error.coefficients):
            errors[place[row.tobytes()]] += value
        result.append(
            graph.Machine(
                kind, material.representations[kind], fitted.support.astype(np.float16), fitted.coefficients, fitted.offset,
                errors, error.offset,
            )  # fmt: skip
        )
    return result


def head(out: Bundle, sets: dict[str, pictures.Pictures]) -> None:
    material = train.gather(sets, Encoder(out.folder / "encoder.onnx"), WORK / "features")
    oof = train.predictions(material)
    calibrations = [train.calibrate(material, kind, oof) for kind in pictures.KINDS]
    domain, domain_figures = train.domains(material)
    strange, threshold, strange_figures = train.unfamiliarity(material)

    proto = graph.build(machines(material, calibrations), train.spreads(material), domain, strange)
    (out.folder / "scoring.onnx").write_bytes(proto.SerializeToString(deterministic=True))
    known = json.loads(out.calibration_path.read_text()) if out.calibration_path.exists() else {}
    out.write_json(
        out.calibration_path,
        {
            "schema": 1,
            "domains": [
                {
                    "id": kind,
                    "reference": {
                        "id": c.reference_id,
                        "mean": round(float(c.reference.mean()), 2),
                        "scores": [round(float(value), 2) for value in c.reference],
                    },
                    "interval": {"level": train.LEVEL, "perDeviation": round(c.per_deviation, 4)},
                    "confidence": {
                        "x": [round(float(value), 3) for value in c.confidence[0]],
                        "y": [round(float(value), 4) for value in c.confidence[1]],
                    },
                }
                for kind, c in zip(pictures.KINDS, calibrations)
            ],
            "abstention": {"unfamiliarity": round(threshold, 4)},
            # Learned by the stage `readings`, which needs an engine that runs.
            "contributions": known.get("contributions", {}),
            "technical": known.get("technical", {"intercept": 2.2, "weights": {}}),
        },
    )
    simple = train.baselines(material)
    oasis = sets["oasis"]
    categories = ("oasis", "agiqa")
    out.figures(
        scores={
            name: train.summary(
                values,
                sets[name.removesuffix("-unseen")].score,
                sets[name].category if name in categories else None,
            )
            for name, values in oof.items()
        },
        baselines={name: train.summary(p, oasis.score, oasis.category) for name, p in simple.items()},
        gainOver={name: train.paired_gain(oof["oasis"], p, oasis.score, oasis.group) for name, p in simple.items()},
        calibration={kind: c.figures for kind, c in zip(pictures.KINDS, calibrations)},
        domain=domain_figures,
        unfamiliarity=strange_figures,
    )


def learn_readings(out: Bundle, sets: dict[str, pictures.Pictures], data: Path) -> None:
    photographs = [sets["oasis"], sets["vessel-landscapes"]]
    rated_path, changed_path = engine.readings(photographs, data, WORK)
    attributes = engine.attributes()
    changes = readings.read_changes(changed_path, attributes)
    known = readings.read_rated(rated_path, attributes)
    oasis = sets["oasis"]
    scores = np.stack([known[path.name] for path in oasis.paths])
    curves = readings.fit_curves(scores, oasis.score, changes, attributes)
    intercept, weights = readings.fit_technical(changes, attributes)
    calibration = json.loads(out.calibration_path.read_text())
    calibration["contributions"] = {
        name: {"x": readings.KNOTS.tolist(), "y": [round(float(value), 4) for value in points]}
        for name, points in zip(attributes, curves.points)
        if np.ptp(points) >= 0.01
    }
    calibration["technical"] = {
        "intercept": round(intercept, 4),
        "weights": {name: round(float(w), 4) for name, w in zip(attributes, weights) if w != 0},
    }
    out.write_json(out.calibration_path, calibration)
    out.figures(
        readings={
            **readings.explain(scores, oasis.score, oasis.group, changes, attributes),
            **readings.held_out_figures(changes, scores, oasis.score),
        }
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the rated pictures")
    parser.add_argument("--out", type=Path, default=ROOT / "packages" / "model-nano", help="folder of the bundle")
    parser.add_argument("--stages", nargs="+", choices=STAGES, default=STAGES, help="default: all")
    arguments = parser.parse_args()
    data = arguments.data.resolve()
    sets = pictures.load(data)
    out = Bundle(arguments.out)
    for stage in STAGES:
        if stage not in arguments.stages:
            continue
        print(f"stage {stage}", flush=True)
        if stage == "networks":
            networks(out, sets)
        elif stage == "precision":
            out.figures(precision=precision.measure(sets, WORK))
        elif stage == "alignment":
            out.figures(alignment=learn.learn(data, learn.material(data, WORK), WORK, out.folder))
        elif stage == "head":
            head(out, sets)
        elif stage == "readings":
            # The engine that reads is the one in the workspace; only its readings are used, not its scores.
            learn_readings(out, sets, data)
        else:
            (out.folder / "MODEL_CARD.md").write_text(card.write(out.figures()))
        out.manifest()


def rounded(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): rounded(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [rounded(item) for item in value]
    return round(float(value), 4) if isinstance(value, (float, np.floating)) else value


if __name__ == "__main__":
    main()
