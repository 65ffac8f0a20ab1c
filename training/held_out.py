"""Scores of rated pictures by heads that have not seen them: `python training/held_out.py --data FOLDER > scores.jsonl`

The head in the box was trained on every rated picture, so nothing that is measured on them says how good it is. Here the recipe is followed
once for each fold without the fold's pictures (head, expected error and interval alike), and what it says of them is printed: one JSON
object a line, with the set, its group and category, the mean rating on 0 to 10, the fold (of one repeat), and value and interval of the score.
"""

from __future__ import annotations

import os

# As in the recipe: sums in one order.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import argparse  # noqa: E402
import json  # noqa: E402
import sys  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from dataclasses import replace  # noqa: E402
from pathlib import Path  # noqa: E402

import numpy as np  # noqa: E402

sys.path.insert(0, str(Path(__file__).parent))

import engine  # noqa: E402
import pictures  # noqa: E402
from features import Eyes, features  # noqa: E402
from scoring import train  # noqa: E402
from scoring.folds import assign, out_of_fold  # noqa: E402
from scoring.head import expected_error  # noqa: E402
from scoring.representation import Representation  # noqa: E402

BUNDLE = Path(__file__).parent.parent / "packages" / "model-nano"
CACHE = Path(__file__).parent / ".work" / "features"
# Folds and repeats by set, split as `pictures.py` says. Vessel's landscapes are left out whole: they have no folds.
FOLDS = {"oasis": (5, 3), "vessel-landscapes": (1, 1), "agiqa": (6, 1), "vessel-art": (5, 1), "calista": (10, 3)}
# Of the folds within what is left, by which expected errors and interval are learned.
INNER_FOLDS = {"oasis": (5, 4), "agiqa": (5, 1), "vessel-art": (10, 1), "calista": (10, 4)}
SEED = 500


def gather(sets: dict[str, pictures.Pictures], eyes: Eyes) -> train.Material:
    """What the heads of the recipe are trained on; nothing that tells kinds of picture or unfamiliar ones apart."""
    plain = train.plain_rows(sets, ("unlabelled", *FOLDS), eyes, CACHE)
    representations = {kind: Representation.learn(plain["unlabelled"], eyes.layout, kind) for kind in pictures.KINDS}
    seen, trained = {}, {}
    for name in FOLDS:
        own = representations[sets[name].kind]
        seen[name] = own(plain[name])
        versions = [own(features(eyes, sets[name], v, CACHE)) for v in train.VERSIONS[name]] if name in train.VERSIONS else [seen[name]]
        trained[name] = np.mean(versions, 0).astype(np.float16).astype(np.float64)
    _, scores = engine.read_pages(sets["calista"], CACHE.parent)
    return train.Material(sets, {}, {}, {}, {}, eyes.layout, representations, seen, trained, {"calista": scores})


def without(material: train.Material, name: str, rows: np.ndarray) -> train.Material:
    kept = np.ones(len(material.sets[name]), bool)
    kept[rows] = False
    known = material.sets[name]
    return replace(
        material,
        sets=material.sets | {name: known.where(kept, name, known.kind)},
        seen=material.seen | {name: material.seen[name][kept]},
        trained=material.trained | {name: material.trained[name][kept]},
        readings={each: scores[kept] if each == name else scores for each, scores in material.readings.items()},
    )


def scored(
    material: train.Material, kind: str, vectors: np.ndarray, readings: np.ndarray | None
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Value, low and high of pictures that `material` does not hold, as documents round them; `readings` of pages."""

    def predict(name: str, train_rows: np.ndarray, test_rows: np.ndarray) -> np.ndarray:
        if readings is not None:
            return train.fit_interface(material, train_rows)(material.seen[name][test_rows], material.readings[name][test_rows])
        return train.fit_kind(material, kind, {name: train_rows})(material.seen[name][test_rows])

    own_folds = {
        name: np.clip(out_of_fold(material.sets[name].group, *INNER_FOLDS[name], lambda a, b, name=name: predict(name, a, b)), 0.7, 9.3)
        for name in train.KIND_SETS[kind]
        if name in INNER_FOLDS
    }
    calibration = train.calibrate(material, kind, own_folds)
    free = train.fit_kind(material, kind)(vectors) if readings is None else train.fit_interface(material)(vectors, readings)
    value = np.round(np.clip(free, 0.7, 9.3), 2)
    half = calibration.per_deviation * expected_error(calibration.error(vectors))
    return value, np.round(np.maximum(0, value - half), 2), np.round(np.minimum(10, value + half), 2)


def held_out(material: train.Material) -> Iterator[dict[str, object]]:
    for name, (folds, repeats) in FOLDS.items():
        known = material.sets[name]
        for repeat in range(repeats):
            fold = assign(known.group, folds, SEED + repeat)
            for index in range(fold.max() + 1):
                rows = np.flatnonzero(fold == index)
                readings = material.readings[name][rows] if name in material.readings else None
                scores = scored(without(material, name, rows), known.kind, material.seen[name][rows], readings)
                for row, value, low, high in zip(rows, *scores):
                    yield {
                        "set": name,
                        "kind": known.kind,
                        "group": str(known.group[row]),
                        "category": str(known.category[row]),
                        "rating": float(known.score[row]),
                        "fold": f"{repeat}.{index}",
                        "value": float(value),
                        "interval": {"low": float(low), "high": float(high), "level": train.LEVEL},
                    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the rated pictures")
    arguments = parser.parse_args()
    out = sys.stdout
    sys.stdout = sys.stderr  # what is told on the way is no score
    eyes = Eyes(BUNDLE / "encoder.onnx", BUNDLE / "alignment.onnx")
    material = gather(pictures.load(arguments.data.resolve()), eyes)
    for score in held_out(material):
        out.write(json.dumps(score) + "\n")


if __name__ == "__main__":
    main()
