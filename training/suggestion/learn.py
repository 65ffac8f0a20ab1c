"""Writes `faults.json`, what is there and how strong it is, and `suggestion.json`, what undoing it is worth.

(C) Three models, small enough to be read. `presence` and `amounts` hear readings and tokens of known changes (presence.py). With them the
engine proposes edits on changed and on clean photographs, applies each for real and reads again; from what came of it `worth` is learned
(worth.py), held against what the edit truly undid. The second reader (second.py), who may refuse an edit, hears neither
readings nor tokens, and has learned from changes that other code made.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from . import presence, second, worth
from .presence import Record

FAULTS, FILE = "faults.json", "suggestion.json"
# (C) Of the photographs that people show fewer have a fault than of those that are learned from, where one in eighteen has none: logit of none.
PRIOR = 4.0
DIGITS = 5


def read(path: Path) -> list[Record]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def learn(changed: list[Record], gather: Callable[[], list[Record]], folder: Path) -> dict[str, float]:
    """`changed`: the engine's readings of known changes; `gather` has the engine try edits, once the models that propose them are in `folder`.
    Gives figures on themes that were not fitted."""
    previews = [record for record in changed if record.get("preview")]
    whole = [record for record in changed if not record.get("preview")]
    faults = {
        "schema": 1,
        "presence": presence.learn(whole, presence.heard(whole, "readings")),
        # Of a preview the readings at full size are missing, of which the model above has always heard: without them it errs. Whole pictures teach
        # what can be heard in both.
        "previews": presence.learn(changed, presence.heard(previews, "readings")),
        "prior": PRIOR,
        "amounts": presence.amounts(whole),
    }
    write(folder / FAULTS, faults)
    calibration: dict[str, object] = {
        "schema": 1,
        "worth": {"weights": {}, "attributes": {}, "confidence": {"scale": 1, "shift": 0}, "prior": {"ordinary": 0, "best": 0, "flattering": {}}},
        "gain": {"aesthetic": 0, "perSeverity": 0, "least": 0, "level": 0, "below": 0, "above": 0, "sure": 0},
        "second": {"mean": [], "deviation": [], "linear": [], "square": [], "tolerance": 0},
    }
    write(folder / FILE, calibration)
    tried = gather()
    calibration["second"] = second.learn(tried)
    calibration["worth"], calibration["gain"], figures = worth.learn(tried)
    write(folder / FILE, calibration)
    return figures


def write(path: Path, calibration: dict[str, object]) -> None:
    path.write_text(json.dumps(shortened(calibration)) + "\n")


def shortened(value: object) -> object:
    """Numbers to the digits that matter."""
    if isinstance(value, dict):
        return {key: shortened(item) for key, item in value.items()}
    if isinstance(value, list):
        return [shortened(item) for item in value]
    return float(f"{value:.{DIGITS}g}") if isinstance(value, float) else value
