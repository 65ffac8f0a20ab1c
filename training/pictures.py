"""The rated and unrated pictures of the data folder: where they lie, what people said of them, and what must stay together."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

KINDS = ("photograph", "artwork", "interface")
SUFFIXES = {".jpg", ".jpeg", ".png", ".webp"}


@dataclass(frozen=True)
class Pictures:
    """One set. `score` and `spread` are on 0 to 10 and NaN where nobody rated; `group` must never be split between
    training and evaluation; `category` is what figures are reported by."""

    name: str
    kind: str
    paths: list[Path]
    score: np.ndarray
    spread: np.ndarray
    group: np.ndarray
    category: np.ndarray

    def __len__(self) -> int:
        return len(self.paths)

    def where(self, mask: np.ndarray, name: str, kind: str) -> Pictures:
        rows = np.flatnonzero(mask)
        paths = [self.paths[row] for row in rows]
        return Pictures(name, kind, paths, self.score[rows], self.spread[rows], self.group[rows], self.category[rows])


def _rated(folder: Path, name: str, kind: str, low: float, high: float, group: str, category: str) -> Pictures:
    """Reads `ratings.csv`; ratings on `low` to `high` are mapped linearly onto 0 to 10."""
    with open(folder / "ratings.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    scale = 10 / (high - low)
    return Pictures(
        name,
        kind,
        [folder / "images" / row["filename"] for row in rows],
        np.array([(float(row["mean"]) - low) * scale for row in rows]),
        np.array([float(row.get("sd", "nan")) * scale for row in rows]),
        np.array([row[group] for row in rows]),
        np.array([row[category] for row in rows]),
    )


def load(data: Path) -> dict[str, Pictures]:
    """Every set by name. Split rules: OASIS by theme, Vessel by domain, AGIQA by generator, Calista and the rest by picture."""
    sets = {
        # Beauty, 1 to 7, Brielmann & Pelli 2019 on the OASIS photographs.
        "oasis": _rated(data / "oasis", "oasis", "photograph", 1, 7, "theme", "category"),
        # Perceptual quality (not beauty), 0 to 5, of generated pictures.
        "agiqa": _rated(data / "agiqa-3k", "agiqa", "artwork", 0, 5, "generator", "generator"),
        # Bradley-Terry scores of web pages, 1 to 10.
        "calista": _rated(data / "web-calista100", "calista", "interface", 1, 10, "filename", "category"),
    }
    # Liking, 1 to 7.
    vessel = _rated(data / "vessel", "vessel", "photograph", 1, 7, "filename", "domain")
    sets["vessel-landscapes"] = vessel.where(vessel.category == "lsc", "vessel-landscapes", "photograph")
    sets["vessel-art"] = vessel.where(vessel.category == "art", "vessel-art", "artwork")
    paths = sorted(p for p in (data / "unlabelled").rglob("*") if p.suffix.lower() in SUFFIXES)
    source = np.array([p.relative_to(data / "unlabelled").parts[0] for p in paths])
    unrated = np.full(len(paths), np.nan)
    sets["unlabelled"] = Pictures("unlabelled", "photograph", paths, unrated, unrated, source, source)
    return sets
