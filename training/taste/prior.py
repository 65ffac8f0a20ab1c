"""What is known of a person's taste before the first rating, learned from many raters.

Multi-task Bayesian linear regression by expectation maximisation (Yu, Tresp & Schwaighofer, Learning Gaussian processes from multiple tasks,
2005): every rater has weights of their own on the mean rating and on the first axes of the vector, drawn from one normal distribution;
its covariance says along which axes people differ, and how much. The rest of the axes varies alike in every direction. Vectors are turned
and scaled by that covariance, so that afterwards the prior of a person's weights is the same in every direction and a single number,
`strength`, says how wide it is.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

# Axes of the vector along which raters' differences are learned; the weight, in raters, of what is assumed of them beforehand; prior
# variance of a rater's level and slope, and of the weights on axes. More axes, or wider weights, serve no more people and mislead some.
LEARNED = 80
ASSUMED = 20.0
OF_LINE, OF_AXES = 0.1, 0.5
ROUNDS = 12
# Whoever gives nearly everything the same rating is not blown up further than this, in steps of a scale from 1 to 7.
LEAST_DEVIATION = 0.5


@dataclass(frozen=True)
class Prior:
    """`turn` [axes, length]: from centred, scaled axes to the vector. `slope` is that of standardised ratings on points of the general
    score, `general` the score that it counts from; `variance` the noise of a standardised rating, `slope_variance` that of slopes in units
    of it; `deviation` of a rater's ratings in steps of the scale."""

    turn: np.ndarray
    general: float
    slope: float
    variance: float
    slope_variance: float
    deviation: float


def learn(ratings: np.ndarray, general: np.ndarray, axes: np.ndarray, strength: float) -> Prior:
    """From `ratings` [raters, pictures] (NaN: none), the pictures' `general` scores by a head that has not seen them, and their `axes`.
    `strength`: what is taken for taste is no noise."""
    deviations = np.maximum(np.nanstd(ratings, 1), LEAST_DEVIATION)
    standard = (ratings - np.nanmean(ratings, 1)[:, None]) / deviations[:, None]
    mean = np.nanmean(standard, 0)
    centred = general - general.mean()
    slope = centred @ (mean - mean.mean()) / (centred @ centred)
    covariance, variance = _covariance(standard, mean - mean.mean(), axes[:, :LEARNED])
    width = axes.shape[1]
    whole = np.eye(width)
    whole[:LEARNED, :LEARNED] += covariance[2:, 2:]
    turn = np.linalg.cholesky(whole / variance)
    slope_variance = covariance[1, 1] / variance
    # Where the general score errs, all raters tell alike; for one person it is noise like any other.
    rest = standard - slope * centred
    rest = rest - np.nanmean(rest, 1)[:, None]
    spread = (axes @ turn).var(0).sum()
    noise = np.nanmean(rest**2) / (1 + slope_variance * slope**2 * general.var() + strength * spread)
    return Prior(turn, general.mean(), slope, noise, slope_variance, (deviations**2).mean() ** 0.5)


def _covariance(standard: np.ndarray, mean: np.ndarray, axes: np.ndarray) -> tuple[np.ndarray, float]:
    """Covariance of raters' weights on a constant, the mean rating and the axes; and the variance of the noise."""
    inputs = np.concatenate([np.ones((len(mean), 1)), mean[:, None], axes], 1)
    assumed = np.diag([OF_LINE] * 2 + [OF_AXES] * axes.shape[1])
    covariance, variance = assumed.copy(), 0.7
    expected = np.zeros(inputs.shape[1])
    expected[1] = 1
    sums = []
    for row in standard:
        rated = ~np.isnan(row)
        known = inputs[rated]
        sums.append((known.T @ known, known.T @ row[rated], (row[rated] ** 2).sum(), rated.sum()))
    for _ in range(ROUNDS):
        inverse = np.linalg.inv(covariance)
        spread, squares, weights = np.zeros_like(covariance), 0.0, []
        for gram, product, square, _count in sums:
            posterior = np.linalg.inv(inverse + gram / variance)
            own = posterior @ (inverse @ expected + product / variance)
            weights.append(own)
            spread += posterior + np.outer(own - expected, own - expected)
            squares += square - 2 * own @ product + own @ gram @ own + (posterior * gram).sum()
        # What raters have in common on the axes is the general score's to know.
        expected[:2] = np.mean(weights, 0)[:2]
        covariance = (spread + ASSUMED * assumed) / (len(sums) + ASSUMED)
        variance = squares / sum(count for *_, count in sums)
    return covariance, float(variance)
