"""The taste vector of a picture: what the encoder gives, on the axes along which photographs differ, turned and scaled by what is known of
how people differ (prior.py). Nothing rated takes part in the axes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from features import Layout
from scoring.representation import Part

# Share of each block in the squared distance of two pictures. People differ by what they love to see, which stride 32 tells best
# (chosen on raters and themes left out; the weights of the general score's vector gain less).
WEIGHTS = {"mean32": 3.0, "head": 0.5, "classes": 0.5, "mean16": 0.5, "deviation32": 0.3, "mean8": 0.2}
AXES = 320


@dataclass(frozen=True)
class Axes:
    """`(part's vector - centre) / scale`: of unrated photographs the mean is nothing and the mean squared length 1."""

    part: Part
    centre: np.ndarray
    scale: float

    @staticmethod
    def learn(unrated: np.ndarray, layout: Layout) -> Axes:
        part = Part.learn(unrated, layout, WEIGHTS, sum(WEIGHTS.values()), AXES)
        own = part.scaled(unrated) @ part.axes
        return Axes(part, own.mean(0), float(own.var(0).sum() ** 0.5))

    def __call__(self, rows: np.ndarray) -> np.ndarray:
        return (self.part.scaled(rows) @ self.part.axes - self.centre) / self.scale


@dataclass(frozen=True)
class Vector:
    """`(part's vector - centre) @ turn`, rounded as the graph stores it."""

    part: Part
    centre: np.ndarray
    turn: np.ndarray

    @staticmethod
    def of(axes: Axes, turn: np.ndarray) -> Vector:
        return Vector(axes.part, axes.centre.astype(np.float32), (turn / axes.scale).astype(np.float16))

    def __call__(self, rows: np.ndarray) -> np.ndarray:
        return (self.part.scaled(rows) @ self.part.axes - self.centre) @ self.turn.astype(np.float64)
