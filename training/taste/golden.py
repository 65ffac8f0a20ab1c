"""Writes packages/core/src/personalization/taste/golden.json: what `person.py` says of made-up ratings, for the engine's own
arithmetic to agree with. Run as `python3.11 training/taste/golden.py`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent.parent))

from taste.person import Calibration, Ratings, Seen, judge  # noqa: E402

FILE = Path(__file__).parents[2] / "packages" / "core" / "src" / "personalization" / "taste" / "golden.json"
LENGTH = 12
READINGS = ("noise", "clutter", "horizon-tilt")
SCALES = ({"id": "stars", "lowest": 1, "highest": 5}, {"id": "percent", "lowest": 0, "highest": 100})


def golden() -> dict[str, object]:
    random = np.random.default_rng(20)
    document = {
        "schema": 1,
        "length": LENGTH,
        "general": 5.1,
        "slope": 0.42,
        "noise": {"variance": 0.7, "shape": 6},
        "level": 5,
        "slopeVariance": 0.11,
        "scale": {"deviation": 0.27, "weight": 10},
        "strength": 0.1,
        "doubt": 0.7,
        "trust": 0.9,
        "interval": {"level": 0.8, "factor": 1.23},
        "readings": {name: {"mean": 0.8 - 0.1 * index, "deviation": 0.15 + 0.05 * index} for index, name in enumerate(READINGS)},
        "readingStrength": 0.3,
        "topics": [],
    }
    calibration = Calibration.read(document)
    likes = random.normal(size=LENGTH + len(READINGS))

    def pictures(count: int) -> Seen:
        readings = np.round(random.uniform(0, 1, (count, len(READINGS))), 4)
        readings[random.random(readings.shape) < 0.2] = np.nan
        return Seen(np.round(random.normal(5, 1.1, count), 4), np.round(random.normal(0, 0.6, (count, LENGTH)), 4), readings)

    asked = pictures(10)

    def case(name: str, scales: list[int], weights: np.ndarray, strength: float) -> dict[str, object]:
        seen, scale = pictures(len(scales)), np.array(scales, int)
        wished = 0.5 * (seen.general - 5) + strength * calibration.features(seen) @ likes + random.normal(0, 0.5, len(scales))
        lowest, highest = (np.array([entry[end] for entry in SCALES])[scale] for end in ("lowest", "highest"))
        value = np.clip(np.round(lowest + (highest - lowest) * (0.55 + 0.2 * wished)), lowest, highest)
        width = np.array([entry["highest"] - entry["lowest"] for entry in SCALES])
        judged = judge(calibration, seen, Ratings(value, weights, scale, width), asked)
        return {
            "name": name,
            "ratings": [
                {"scale": SCALES[s]["id"], "value": float(v), "weight": float(w), "picture": picture}
                for s, v, w, picture in zip(scale, value, weights, written(seen))
            ],
            "expected": {"probability": judged.probability, "scores": judged.score.tolist(), "halfWidths": judged.half_width.tolist()},
        }

    half = [0] * 15 + [1] * 10
    return {
        "calibration": document,
        "scales": list(SCALES),
        "asked": written(asked),
        "cases": [
            case("no ratings", [], np.ones(0), 0),
            case("one rating", [0], np.ones(1), 1),
            case("one rating on each of two scales", [0, 1], np.ones(2), 1),
            case("five ratings", [0] * 5, np.ones(5), 1),
            case("a taste on two scales, some ratings of less weight", half, np.round(random.uniform(0.05, 1, 25), 3), 0.8),
            case("no taste but the general one", [1] * 25, np.ones(25), 0),
            case("more ratings than the vector is long", [0] * 60, np.ones(60), 0.4),
        ],
    }


def written(pictures: Seen) -> list[dict[str, object]]:
    return [
        {
            "general": float(general),
            "vector": vector.tolist(),
            "readings": {name: float(value) for name, value in zip(READINGS, readings) if not np.isnan(value)},
        }
        for general, vector, readings in zip(pictures.general, pictures.vectors, pictures.readings)
    ]


def lines(value: object, depth: int = 0) -> str:
    """JSON with a picture or a rating a line."""
    if depth == 2 or not isinstance(value, (dict, list)) or not value:
        return json.dumps(value)
    space, last = "\n" + " " * (depth + 1), "\n" + " " * depth
    if isinstance(value, list):
        return "[" + ",".join(space + lines(item, depth + 1) for item in value) + last + "]"
    return "{" + ",".join(f"{space}{json.dumps(key)}: {lines(item, depth + 1)}" for key, item in value.items()) + last + "}"


if __name__ == "__main__":
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(lines(golden()) + "\n")
