"""The engine's own readings of the rated and of the changed photographs, by its command line and the change benchmark, and of pages."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

import numpy as np

from pictures import Pictures

ROOT = Path(__file__).parent.parent
# The engine's sources on which readings depend.
MEASURING = ("picture", "encoder", "subject", "measurement", "attributes")


def attributes() -> list[str]:
    """Ids of what can be a weakness or a strength of a photograph; styles have no part in a score."""
    entries = json.loads(_calm(["attributes", "--format", "json"], ""))["attributes"]
    return [entry["id"] for entry in entries if entry["kind"] != "style" and "photograph" in (entry["appliesTo"] or ["photograph"])]


def rated(sets: list[Pictures], work: Path, name: str = "rated") -> Path:
    """JSON Lines: assessments of photographs, made anew whenever the sources that measure change."""
    _calm(["attributes"], "")  # Builds what is missing.
    folder = work / "readings" / _fingerprint()
    folder.mkdir(parents=True, exist_ok=True)
    file, part = folder / f"{name}.jsonl", folder / f"{name}.part"
    if not file.exists():
        paths = "".join(f"{path}\n" for pictures in sets for path in pictures.paths)
        part.write_text(_calm(["assess", "-", "--format", "jsonl", "--detail", "full"], paths))
        part.rename(file)
    return file


def read_pages(pictures: Pictures, work: Path) -> tuple[list[str], np.ndarray]:
    """Ids of the attributes of pages alone, and their scores: [pictures, attributes]. No kind is told for it, so any bundle will do."""
    _calm(["attributes"], "")  # Builds what is missing.
    file = work / "readings" / _fingerprint(("picture", "measurement", "attributes")) / f"{pictures.name}.jsonl"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        paths = "".join(f"{path}\n" for path in pictures.paths)
        run = subprocess.run(
            ["node", ROOT / "training" / "scoring" / "pages.mjs"], cwd=ROOT, input=paths, capture_output=True, text=True, check=True
        )
        file.write_text(run.stdout)
    rows = [json.loads(line)["readings"] for line in file.read_text().splitlines()]
    names = list(rows[0])
    return names, np.array([[row[name][1] for name in names] for row in rows])


def changed(bundle: Path, data: Path, work: Path) -> Path:
    """JSON Lines: what the engine reads in clean photographs, each changed once in every kind, and what the tokens of `bundle` see."""
    tokens = (bundle / "alignment.onnx").read_bytes() + (bundle / "alignment.json").read_bytes()
    return _made("make-training-set.mjs", "changes", work / "readings" / _fingerprint(also=tokens) / "changed.jsonl", bundle, data)


def tried(bundle: Path, data: Path, work: Path) -> Path:
    """JSON Lines: what came of edits that the engine tried, with the models of `bundle` that propose them."""
    models = (bundle / "faults.json").read_bytes()
    folder = work / "suggestions" / _fingerprint((*MEASURING, "finding", "suggestion"), models)
    return _made("gather.mjs", "suggestions", folder / "tried.jsonl", bundle, data)


def _made(script: str, benchmark: str, file: Path, bundle: Path, data: Path) -> Path:
    """What a script writes; a run that was stopped goes on where it was."""
    file.parent.mkdir(parents=True, exist_ok=True)
    done = file.with_suffix(".done")
    if not done.exists():
        path = ROOT / "benchmarks" / benchmark / script
        subprocess.run(["node", path, "--data", data, "--out", file, "--bundle", bundle], cwd=ROOT, check=True)
        done.touch()
    return file


def _fingerprint(rooms: tuple[str, ...] = MEASURING, also: bytes = b"") -> str:
    digest = hashlib.sha256(also)
    for room in rooms:
        for path in sorted((ROOT / "packages" / "core" / "src" / room).rglob("*.ts")):
            if not path.name.endswith(".test.ts"):
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _calm(arguments: list[str], text: str) -> str:
    run = subprocess.run(
        ["npm", "run", "--silent", "calm", "--", *arguments], cwd=ROOT, input=text, capture_output=True, text=True, check=False
    )
    if run.returncode not in (0, 1) or not run.stdout:
        raise RuntimeError(f"calm {' '.join(arguments)} ended with status {run.returncode}: {run.stderr[-2000:]}")
    return run.stdout
