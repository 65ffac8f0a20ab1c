"""The engine's own readings of the rated and of the changed photographs, by its command line and the change benchmark."""

from __future__ import annotations

import hashlib
import json
import subprocess
from pathlib import Path

from pictures import Pictures

ROOT = Path(__file__).parent.parent
# The engine's sources on which readings depend.
MEASURING = ("picture", "encoder", "subject", "measurement", "attributes")
# Clean photographs to change, each once in every kind.
BASES = 150


def attributes() -> list[str]:
    """Ids of what can be a weakness or a strength; styles have no part in a score."""
    answer = _calm(["attributes", "--format", "json"], "")
    return [entry["id"] for entry in json.loads(answer)["attributes"] if entry["kind"] != "style"]


def readings(sets: list[Pictures], data: Path, work: Path) -> tuple[Path, Path]:
    """Two files of JSON Lines: assessments of the rated photographs, and records of the changed ones. They are made anew
    whenever the sources that measure change, and a run that was stopped goes on where it was."""
    _calm(["attributes"], "")  # Builds what is missing.
    folder = work / "readings" / _fingerprint()
    folder.mkdir(parents=True, exist_ok=True)
    rated, changed = folder / "rated.jsonl", folder / "changed.jsonl"
    if not rated.exists():
        paths = "".join(f"{path}\n" for pictures in sets for path in pictures.paths)
        part = folder / "rated.part"
        part.write_text(_calm(["assess", "-", "--format", "jsonl", "--detail", "full"], paths))
        part.rename(rated)
    done = folder / "changed.done"
    if not done.exists():
        script = ROOT / "benchmarks" / "changes" / "make-training-set.mjs"
        subprocess.run(
            ["node", script, "--data", data, "--out", changed, "--limit", str(BASES)], cwd=ROOT, check=True
        )
        done.touch()
    return rated, changed


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for room in MEASURING:
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
