"""The stage `alignment`: from records and words to the graphs of the bundle, and what they see of changes made by other code."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from scipy.stats import spearmanr

from encoder import detail
from features import Eyes
from pictures import Pictures

from . import ask, evaluate, export, records, text_encoder, themes
from .model import LEVELS, QUERIES, TEXT, WIDTH, Alignment, Heads, Presence, TextAdapter
from .records import Widths
from .texts import Grammar
from .train import KINDS, STEPS, Bank, Recipe, Trained, make_bank, see, targets_of, train

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
# Pictures of the pool that train nothing: probabilities are calibrated on them.
HELD_OUT = 0.1
SEEDS = (0, 1, 2)
# That make the material together.
PROCESSES = 2


def material(data: Path, work: Path, bundle: Path, limit: int | None = None) -> Path:
    """Records of the pool and of the change benchmark's photographs, as the bundle's encoder sees them; made
    once. `limit`: pictures of each part that a process makes."""
    folder = work / "material"
    for part in ("training", "framing", "test"):
        arguments = ["node", HERE / "material.mjs", "--data", data, "--out", folder, "--part", part, "--bundle", bundle]
        if limit is not None:
            arguments += ["--limit", str(limit)]
        # The second implementation of the changes runs in this Python.
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        running = [
            subprocess.Popen([*arguments, "--share", f"{share}/{PROCESSES}"], cwd=ROOT, env={**os.environ, "PATH": path})
            for share in range(PROCESSES)
        ]
        if any([process.wait() != 0 for process in running]):
            raise RuntimeError(f"The material of the part {part} could not be made; what was made stays, and the next run goes on there.")
    return folder


def save_fixed(folder: Path) -> None:
    """What training never changes: the detail graph, the text encoder, its vocabulary."""
    detail.save(str(folder / "detail.onnx"))
    shutil.copyfile(text_encoder.model_path(), folder / "text-encoder.onnx")
    (folder / "tokenizer.json").write_bytes(text_encoder.tokenizer_json())


def wording(bundle: Path = ROOT / "packages" / "model-nano") -> dict[str, dict[str, list[str]]]:
    """The registry's clauses of weaknesses, as an engine with this bundle has them."""
    script = (
        'import { createEngine } from "./packages/core/dist/index.js";'
        f"const engine = await createEngine({{ bundle: {json.dumps(str(bundle.resolve()))} }});"
        "console.log(JSON.stringify(Object.fromEntries(engine.attributes.filter((a) => a.wording.weakness)"
        ".map((a) => [a.id, a.wording.weakness])))); await engine.dispose();"
    )
    run = subprocess.run(["node", "--input-type=module", "-e", script], cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


class Ground:
    """What every training starts from."""

    def __init__(self, data: Path, folder: Path, work: Path, bundle: Path) -> None:
        self.pool = records.load(folder / "training", folder / "framing")
        self.test = records.load(folder / "test")
        self.data = data
        encode = text_encoder.TextEncoder()
        self.encode: Callable[[list[str]], np.ndarray] = encode
        grammar = Grammar(wording(bundle))
        cache = work / "texts.npz"
        self.bank: Bank = make_bank(grammar, lambda texts: text_encoder.cached(cache, texts, encode), 0)
        self.class_vectors = encode(themes.class_names(data))
        self.themes = themes.themes(self.pool.classes, self.class_vectors)
        pictures = np.array([fact["picture"] for fact in self.pool.facts])
        names = np.unique(pictures)
        np.random.default_rng(7).shuffle(names)
        self.fingerprint = hashlib.sha256(f"{pictures.tolist()}{self.bank.texts}".encode()).hexdigest()[:12]
        self.held_out = np.isin(pictures, names[: int(len(names) * HELD_OUT)])

    def train(self, recipe: Recipe, keep: np.ndarray | None = None, say: Callable[[str], None] = print) -> Trained:
        """`keep` [n]: rows of the pool that may be trained on."""
        rows = np.flatnonzero(~self.held_out & (keep if keep is not None else True))
        return train(self.pool, rows, self.bank, self.themes, recipe, say)


def figures_of(trained: Trained, ground: Ground) -> dict[str, object]:
    """What a training sees of the change benchmark: changes are named in the order of the severity that documents would tell."""
    held = ground.pool.take(np.flatnonzero(ground.held_out))
    strength = see(trained, held)["strength"]
    changes = evaluate.calibrate(strength, held)
    seen = see(trained, ground.test)
    severity = evaluate.probabilities(seen["strength"], changes).sum(2)
    sides = []
    for row, fact in enumerate(ground.test.facts):
        for label in fact["labels"]:
            if label.get("side") is not None:
                sides.append((seen["side"][row, KINDS.index(label["kind"])] > 0) == (label["side"] == "right"))
    result: dict[str, object] = {
        "naming": evaluate.naming(severity, ground.test),
        "heldOut": evaluate.naming(evaluate.probabilities(strength, changes).sum(2), held)["first"],
    }
    if trained.recipe.text_guided:
        result["namingByWords"] = {
            key: value
            for key, value in evaluate.naming(evaluate.by_words(trained, ground.bank, seen["tokens"]), ground.test).items()
            if key != "byKind"
        }
        result["directions"] = evaluate.directions(trained, ground.bank)
    if sides:
        result["side"] = float(np.mean(sides))
    return result


FILES = (
    "detail.onnx", "alignment.onnx", "alignment.json", "text-encoder.onnx", "tokenizer.json", "ask.onnx",
)  # fmt: skip


def sections(present: list[str]) -> dict[str, object]:
    """What the manifest says of the files that are there."""
    inputs = [name for name in export.INPUTS if name not in ("detail", "places")]
    parts: dict[str, object] = {
        "detail": {"file": "detail.onnx", "side": detail.TILE, "width": detail.WIDTH},
        "alignment": {
            "file": "alignment.onnx", "calibration": "alignment.json", "inputs": inputs, "queries": QUERIES, "width": WIDTH,
            "themeWidth": TEXT, "changes": list(KINDS),
        },
    }  # fmt: skip
    if "ask.onnx" in present:
        parts["text"] = {
            "file": "text-encoder.onnx", "tokenizer": "tokenizer.json", "tokens": text_encoder.MOST_TOKENS, "width": TEXT,
            "ask": "ask.onnx",
        }  # fmt: skip
    return parts


def save_untrained(folder: Path) -> None:
    """An alignment that has learned nothing, so that the bundle is whole enough to be opened."""
    layout = Eyes(folder / "encoder.onnx").layout
    widths = Widths(2 * layout["mean8"], layout["mean16"], layout["mean32"], layout["head"], layout["classes"], detail.WIDTH)
    torch.manual_seed(0)
    model = Trained(Alignment(widths), TextAdapter(), Heads(len(KINDS), len(LEVELS)), Presence(), Recipe())
    export.save(model, folder)
    changes = {kind: {"scale": 1.0, "shift": 0.0} for kind in KINDS}
    (folder / "alignment.json").write_text(json.dumps({"schema": 1, "changes": changes}, indent=1) + "\n")


def _trained(ground: Ground, recipe: Recipe, work: Path) -> Trained:
    """Trained once for each seed; a run that was stopped goes on with the next."""
    key = hashlib.sha256(f"{recipe} {ground.fingerprint}".encode()).hexdigest()[:12]
    path = work / f"alignment-{recipe.seed}-{key}.pt"
    if path.exists():
        return torch.load(path, weights_only=False)
    trained = ground.train(recipe, say=lambda text: print(f"  seed {recipe.seed}, {text}", flush=True))
    torch.save(trained, path)
    return trained


def learn(
    data: Path, folder: Path, work: Path, out: Path, rated: Pictures, recipe: Recipe = Recipe(), seeds: tuple[int, ...] = SEEDS
) -> dict[str, object]:
    """Trains with every seed, ships the one that best names changes of held-out pictures, and writes graphs and calibration into `out`. `folder` holds the records, `rated` are
    photographs with ratings and themes, for the questions about beauty and moods."""
    ground = Ground(data, folder, work, out)
    trainings = [_trained(ground, replace(recipe, seed=seed), work) for seed in seeds]
    runs = [figures_of(trained, ground) for trained in trainings]
    best = int(np.argmax([run["heldOut"] for run in runs]))
    shipped = trainings[best]
    held = ground.pool.take(np.flatnonzero(ground.held_out))
    seen = see(shipped, held)
    changes = evaluate.calibrate(seen["strength"], held)
    targets = targets_of(held)
    truth = targets_of(ground.test).severity[..., None] >= np.array(STEPS)
    probability = evaluate.probabilities(see(shipped, ground.test)["strength"], changes)
    calibration: dict[str, object] = {"schema": 1, "changes": changes}
    answers, calibration["ask"] = ask.learn(ground, shipped, changes, ask.Rated.of(rated, out / "encoder.onnx", work / "features"), work, out)
    (out / "alignment.json").write_text(json.dumps(_rounded(calibration), indent=1) + "\n")
    exact = export.save(shipped, out)
    first = [run["naming"]["first"] for run in runs]
    three = [run["naming"]["firstThree"] for run in runs]
    return {
        **runs[best],
        "seeds": {"first": first, "firstThree": three, "shipped": seeds[best]},
        "calibrationError": evaluate.calibration_error(probability.ravel(), truth.ravel()),
        "labels": evaluate.agreement(ground.pool),
        "records": {"trained": int((~ground.held_out).sum()), "heldOut": len(held), "test": len(ground.test)},
        "changesLabelled": int(sum(len(fact["labels"]) for fact in ground.pool.facts)),
        "parameters": int(sum(p.numel() for p in shipped.alignment.parameters())),
        "exported": exact,
        "ask": answers,
        "severityCorrelation": _severity_correlation(seen["strength"], targets.severity),
    }


def _severity_correlation(strength: np.ndarray, severity: np.ndarray) -> float:
    """Spearman's correlation of told and true strength over changes that were made, averaged over kinds."""
    told = (1 / (1 + np.exp(-strength))).sum(2)
    values = []
    for index in range(len(KINDS)):
        made = severity[:, index] > 0
        if made.sum() >= 10:
            values.append(spearmanr(told[made, index], severity[made, index]).statistic)
    return float(np.mean(values))


def _rounded(value: object) -> object:
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return round(value, 5) if isinstance(value, float) else value
