"""The scoring head: kernel regression on rated pictures, one output for each kind of picture.

With a few hundred rated pictures a Gaussian-kernel ridge (the mean of a Gaussian process) reads the encoder better than a linear
one. What it has learned is the rated pictures' vectors (`support`) and a weight for each, so that one matrix product serves all
kinds.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

# Kernel exp(-SHARPNESS * squared distance). Vectors have a mean squared length near 1.
SHARPNESS = 0.5
# Noise variance in units of the kernel's height, for a picture of weight 1, and for the expected error.
NOISE = 0.3
ERROR_NOISE = 1.0
# Lowest expected error, in points.
ERROR_FLOOR = 0.3


def kernel(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    squared = (a * a).sum(1)[:, None] + (b * b).sum(1)[None] - 2 * a @ b.T
    return np.exp(-SHARPNESS * np.maximum(squared, 0))


def solve(gram: np.ndarray, target: np.ndarray, noise: float, weight: np.ndarray) -> np.ndarray:
    return np.linalg.solve(gram + noise * np.diag(1 / weight), target)


@dataclass(frozen=True)
class Rated:
    """What one set gives to the training of a kind. Sets of a kind share the shape of the function, not its level: people who
    rated paintings and people who rated renderings used the same scale differently."""

    name: str
    vectors: np.ndarray
    score: np.ndarray
    weight: float
    # What a unit of the set's scores counts for at the kind's level; the level is that of the sets with `level` true.
    level: bool


@dataclass(frozen=True)
class Regression:
    """score(vector) = offset + kernel(vector, support) @ coefficients."""

    support: np.ndarray
    coefficients: np.ndarray
    offset: float

    def __call__(self, vectors: np.ndarray) -> np.ndarray:
        return self.offset + kernel(vectors, self.support) @ self.coefficients


def fit(sets: list[Rated]) -> Regression:
    support = np.concatenate([rated.vectors for rated in sets])
    weight = np.concatenate([np.full(len(rated.score), rated.weight) for rated in sets])
    offset = float(np.concatenate([rated.score for rated in sets if rated.level]).mean())
    leading = [rated for rated in sets if rated.level]
    gram = kernel(support, support)
    target = np.concatenate([rated.score - offset for rated in sets])
    rows = np.concatenate([np.full(len(rated.score), index) for index, rated in enumerate(sets)])
    if len(leading) < len(sets):
        # Bring each other set to the level that the leading sets predict for its pictures.
        lead = np.isin(rows, [index for index, rated in enumerate(sets) if rated.level])
        first = solve(gram[np.ix_(lead, lead)], target[lead], NOISE, weight[lead])
        for index, rated in enumerate(sets):
            if not rated.level and len(rated.score) > 0:
                own = rows == index
                target[own] -= (target[own] - gram[np.ix_(own, lead)] @ first).mean()
    return Regression(support, solve(gram, target, NOISE, weight), offset)


def fit_error(vectors: np.ndarray, error: np.ndarray, learned: bool) -> Regression:
    """Square root of the expected absolute error, from errors on pictures that were not trained on; the same everywhere unless
    there are enough of them to have `learned` it."""
    target = np.sqrt(error)
    offset = float(target.mean())
    if not learned:
        return Regression(vectors, np.zeros(len(vectors)), offset)
    coefficients = solve(kernel(vectors, vectors), target - offset, ERROR_NOISE, np.ones(len(vectors)))
    return Regression(vectors, coefficients, offset)


def expected_error(root: np.ndarray) -> np.ndarray:
    return np.maximum(root, ERROR_FLOOR**0.5) ** 2
