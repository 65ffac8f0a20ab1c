"""One person's taste, in closed form: Bayesian linear regression of what a person's ratings add to the general score, and the probability
that they add anything (a Bayes factor between two normal-inverse-gamma models; Bishop, Pattern Recognition and Machine Learning, 2006,
sections 3.3 and 3.4; Murphy, Conjugate Bayesian analysis of the Gaussian distribution, 2007).

A rating, standardised on the person's own use of its scale, is

    z = level of the scale + slope (g - general) + u slope (g - general) + w · x + v · readings + noise

with g the general score, x the taste vector and readings the standardised readings of the engine. In units of the noise's variance s²,
inverse-gamma, the prior variances are: level `level`, u `slope_variance`, each of w `strength`, each of v `strength reading_strength`.
A picture's personal score is g + trust · p · (u slope (g - general) + w · x + v · readings) / slope, where p is the probability of this
model against the one without w and v.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

# Readings bunch near 1 and fall far where something is wrong: standardised, they are held within this.
FARTHEST = 4.0


@dataclass(frozen=True)
class Calibration:
    """What taste.json holds of the model, by the names that it has there."""

    general: float
    slope: float
    variance: float
    shape: float
    level: float
    slope_variance: float
    # Deviation of a person's ratings as a share of the scale's width, and how many ratings it weighs as much as.
    deviation: float
    deviation_weight: float
    strength: float
    doubt: float
    trust: float
    interval_level: float
    interval_factor: float
    reading_mean: np.ndarray
    reading_deviation: np.ndarray
    reading_strength: float

    @staticmethod
    def read(document: dict[str, Any]) -> Calibration:
        readings = document["readings"].values()
        return Calibration(
            document["general"], document["slope"], document["noise"]["variance"], document["noise"]["shape"], document["level"],
            document["slopeVariance"], document["scale"]["deviation"], document["scale"]["weight"], document["strength"], document["doubt"],
            document["trust"], document["interval"]["level"], document["interval"]["factor"],
            np.array([reading["mean"] for reading in readings]), np.array([reading["deviation"] for reading in readings]),
            document["readingStrength"],
        )  # fmt: skip

    def written(self, length: int, readings: tuple[str, ...]) -> dict[str, object]:
        """The document that :meth:`read` reads, with the length of the vector and no topics."""

        def to(value: float) -> float:
            return round(float(value), 5)

        return {
            "schema": 1,
            "length": length,
            "general": to(self.general),
            "slope": to(self.slope),
            "noise": {"variance": to(self.variance), "shape": self.shape},
            "level": self.level,
            "slopeVariance": to(self.slope_variance),
            "scale": {"deviation": to(self.deviation), "weight": self.deviation_weight},
            "strength": self.strength,
            "doubt": self.doubt,
            "trust": self.trust,
            "interval": {"level": self.interval_level, "factor": self.interval_factor},
            "readings": {
                name: {"mean": to(mean), "deviation": to(deviation)}
                for name, mean, deviation in zip(readings, self.reading_mean, self.reading_deviation, strict=True)
            },
            "readingStrength": self.reading_strength,
            "topics": [],
        }

    def features(self, seen: Seen) -> np.ndarray:
        """[pictures, length + readings]: what w and v are the weights of, all with the prior variance `strength`. A reading that was
        not measured counts as its mean, one far out as FARTHEST deviations from it."""
        standardised = np.clip(np.nan_to_num((seen.readings - self.reading_mean) / self.reading_deviation), -FARTHEST, FARTHEST)
        return np.concatenate([seen.vectors, self.reading_strength**0.5 * standardised], 1)


@dataclass(frozen=True)
class Seen:
    """Pictures as the general score sees them: points [pictures], vectors [pictures, length], readings [pictures, readings] or NaN."""

    general: np.ndarray
    vectors: np.ndarray
    readings: np.ndarray

    def rows(self, rows: np.ndarray) -> Seen:
        return Seen(self.general[rows], self.vectors[rows], self.readings[rows])


@dataclass(frozen=True)
class Ratings:
    """Ratings, the weight of each above 0 and up to 1, the row of its scale, and the widths of the scales (highest less lowest)."""

    value: np.ndarray
    weight: np.ndarray
    scale: np.ndarray
    width: np.ndarray

    @staticmethod
    def plain(value: np.ndarray, width: float) -> Ratings:
        """On one scale, all of weight 1."""
        return Ratings(value, np.ones(len(value)), np.zeros(len(value), int), np.array([width]))


@dataclass(frozen=True)
class Judged:
    """`probability` that there is a taste to be seen; personal `score` and half the width of the interval for one rating, in points."""

    probability: float
    score: np.ndarray
    half_width: np.ndarray


def judge(c: Calibration, seen: Seen, ratings: Ratings, asked: Seen) -> Judged:
    """What someone who gave the pictures `seen` these ratings would think of those `asked` for."""
    z, lean = np.empty(len(ratings.value)), c.slope * (seen.general - c.general)
    for scale, width in enumerate(ratings.width):
        own = ratings.scale == scale
        if not own.any():
            continue
        weight, value = ratings.weight[own], ratings.value[own]
        mean = np.average(value, weights=weight)
        spread, count = np.average((value - mean) ** 2, weights=weight), weight.sum()
        deviation = ((count * spread + c.deviation_weight * (c.deviation * width) ** 2) / (count + c.deviation_weight)) ** 0.5
        z[own] = (value - mean) / deviation
        # What a scale's ratings have in common tells how the person uses the scale, so nothing is learned of taste from it.
        lean[own] -= np.average(lean[own], weights=weight)
    rest, count = z - lean, ratings.weight.sum()
    features, features_asked = c.features(seen), c.features(asked)
    lean_asked = c.slope * (asked.general - c.general)

    without = np.diag(1 / ratings.weight) + c.level * (ratings.scale[:, None] == ratings.scale) + c.slope_variance * np.outer(lean, lean)
    cross = c.slope_variance * np.outer(lean_asked, lean)
    own_variance = 1 + c.slope_variance * lean_asked**2
    with_taste = without + c.strength * features @ features.T
    cross_taste = cross + c.strength * features_asked @ features.T
    own_taste = own_variance + c.strength * (features_asked**2).sum(1)

    def model(gram: np.ndarray, between: np.ndarray, own: np.ndarray) -> tuple[float, np.ndarray, np.ndarray]:
        """Log evidence but for what both models share, what is added to each picture asked for, and the variance of a rating of it."""
        solved = np.linalg.solve(gram, rest)
        scale, degrees = c.shape * c.variance + rest @ solved / 2, c.shape + count / 2
        evidence = -np.linalg.slogdet(gram)[1] / 2 - degrees * np.log(scale)
        known = (between * np.linalg.solve(gram, between.T).T).sum(1)
        return evidence, between @ solved, scale / (degrees - 1) * (own - known)

    evidence_without, _, variance_without = model(without, cross, own_variance)
    evidence, added, variance = model(with_taste, cross_taste, own_taste)
    probability = 1 / (1 + c.doubt / (1 - c.doubt) * np.exp(np.clip(evidence_without - evidence, -500, 500)))
    spread = (probability * variance + (1 - probability) * variance_without) ** 0.5
    return Judged(float(probability), asked.general + c.trust * probability * added / c.slope, c.interval_factor * spread / c.slope)
