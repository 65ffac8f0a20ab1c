"""The score of pages: what is read in them adds to it in curves that never fall, and a kernel machine on the vector adds what those leave.

score(page) = offset + curves(readings) + kernel(vector, support) @ coefficients. Both are fitted together: the curves by generalised least squares,
which knows how the kernel's part varies, so that neither explains what the other does better.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import nnls

from .head import Regression, kernel, solve

# Knots of a curve lie at quantiles of the rated pages' scores; between them it is straight.
STRETCHES = 4
# Noise variance and pull of rises towards zero, in units of the kernel's height.
NOISE, SHRINKAGE = 0.3, 3.0


@dataclass(frozen=True)
class PageCurves:
    """For each attribute knots over its score, and points of the page's score there, zero on average over the rated pages."""

    knots: list[np.ndarray]
    points: list[np.ndarray]

    def __call__(self, scores: np.ndarray) -> np.ndarray:
        """What readings add, summed over attributes: [pages]."""
        return np.sum([np.interp(column, *curve) for column, *curve in zip(scores.T, self.knots, self.points)], 0)


@dataclass(frozen=True)
class PageScore:
    curves: PageCurves
    rest: Regression

    def __call__(self, vectors: np.ndarray, scores: np.ndarray) -> np.ndarray:
        return self.curves(scores) + self.rest(vectors)


def fit_pages(vectors: np.ndarray, scores: np.ndarray, target: np.ndarray, shrinkage: float = SHRINKAGE) -> PageScore:
    """`scores` of the attributes, [pages, attributes], 0 to 1."""
    offset = float(target.mean())
    knots = [np.unique(np.round(np.quantile(column, np.linspace(0, 1, STRETCHES + 1)), 4)) for column in scores.T]
    ramps = [np.clip((column[:, None] - at[:-1]) / np.diff(at), 0, 1) for column, at in zip(scores.T, knots)]
    middles = [ramp.mean(0) for ramp in ramps]
    x = np.concatenate([ramp - middle for ramp, middle in zip(ramps, middles)], 1)
    gram = kernel(vectors, vectors)
    white = np.linalg.cholesky(gram + NOISE * np.eye(len(target)))
    pull = np.sqrt(shrinkage) * np.eye(x.shape[1])
    rises, _ = nnls(
        np.concatenate([np.linalg.solve(white, x), pull]),
        np.concatenate([np.linalg.solve(white, target - offset), np.zeros(len(pull))]),
    )
    points, first = [], 0
    for middle in middles:
        own = rises[first : first + len(middle)]
        first += len(middle)
        points.append(np.concatenate([[0.0], np.cumsum(own)]) - float(own @ middle))
    curves = PageCurves(knots, points)
    rest = solve(gram, target - offset - curves(scores), NOISE, np.ones(len(target)))
    return PageScore(curves, Regression(vectors, rest, offset))
