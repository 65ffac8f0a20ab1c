"""Who gave which picture what."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from pictures import Pictures


def read(pictures: Pictures, repetition: str | None = None) -> np.ndarray:
    """Ratings [raters, pictures] on the scale of the set, NaN where there are none. Where raters saw every picture twice, `repetition`
    ("1" or "2") says which time; without it, the mean."""
    place = {path.name: row for row, path in enumerate(pictures.paths)}
    with open(pictures.paths[0].parents[1] / "ratings_per_rater.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["filename"] in place and repetition in (None, row.get("repetition"))]
    raters = {name: index for index, name in enumerate(dict.fromkeys(row["rater"] for row in rows))}
    total, count = np.zeros((2, len(raters), len(place)))
    for row in rows:
        at = raters[row["rater"]], place[row["filename"]]
        total[at] += float(row["score"])
        count[at] += 1
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)
