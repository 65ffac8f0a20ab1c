"""The score of pages: what is read in them adds to it in curves that never fall, and a kernel machine on the vector adds what those leave.

score(page) = offset + curves(readings) + kernel(vector, support) @ coefficients. Both are fitted together: the curves by generalised least squares,
which knows how the kernel's part varies, so that neither explains what the other does better.
"""

from __future__ import annotations

import csv
import itertools
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import nnls
from scipy.stats import pearsonr
from sklearn.linear_model import LogisticRegression

from .folds import assign, paired_gain, srcc
from .head import Regression, kernel, solve

FOLDS, REPEATS = 10, 10
# Folds within the pages that are trained on, by which settings are chosen for pages that are not.
INNER_FOLDS, INNER_SEED = 5, 700
# Knots of a curve lie at quantiles of the rated pages' scores; between them it is straight.
STRETCHES = 4
# Where the shipped setting was left open: noise of the kernel, and pull of the curves' rises towards zero (infinite: no curves), in units of the
# kernel's height.
NOISES, SHRINKAGES = (0.1, 0.3), (10.0, 30.0, 100.0)
NO_CURVES = float("inf")


@dataclass(frozen=True)
class Setting:
    noise: float
    shrinkage: float


# Chosen on all pages as it is for each fold (`measure` tells what the folds chose).
CHOSEN = Setting(0.1, 100.0)


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


def fit_pages(vectors: np.ndarray, scores: np.ndarray, target: np.ndarray, setting: Setting = CHOSEN) -> PageScore:
    """`scores` of the attributes, [pages, attributes], 0 to 1."""
    gram = kernel(vectors, vectors)
    offset = float(target.mean())
    curves = _fit_curves(gram, scores, target - offset, setting)
    rest = solve(gram, target - offset - curves(scores), setting.noise, np.ones(len(target)))
    return PageScore(curves, Regression(vectors, rest, offset))


def _fit_curves(gram: np.ndarray, scores: np.ndarray, target: np.ndarray, setting: Setting) -> PageCurves:
    knots = [np.unique(np.round(np.quantile(column, np.linspace(0, 1, STRETCHES + 1)), 4)) for column in scores.T]
    ramps = [np.clip((column[:, None] - at[:-1]) / np.diff(at), 0, 1) for column, at in zip(scores.T, knots)]
    middles = [ramp.mean(0) for ramp in ramps]
    x = np.concatenate([ramp - middle for ramp, middle in zip(ramps, middles)], 1)
    if setting.shrinkage == NO_CURVES:
        rises = np.zeros(x.shape[1])
    else:
        white = np.linalg.cholesky(gram + setting.noise * np.eye(len(target)))
        pull = np.sqrt(setting.shrinkage) * np.eye(x.shape[1])
        inputs = np.concatenate([np.linalg.solve(white, x), pull])
        rises, _ = nnls(inputs, np.concatenate([np.linalg.solve(white, target), np.zeros(len(pull))]))
    points, first = [], 0
    for middle in middles:
        own = rises[first : first + len(middle)]
        first += len(middle)
        points.append(np.concatenate([[0.0], np.cumsum(own)]) - float(own @ middle))
    return PageCurves(knots, points)


@dataclass(frozen=True)
class Choices:
    """Which of two pages people chose; undecided ones are left out."""

    won: np.ndarray
    lost: np.ndarray
    session: np.ndarray

    @staticmethod
    def read(data: Path, names: list[str]) -> Choices:
        with open(data / "web-calista100" / "pairwise_per_session.csv", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row["chosen"] in (row["left"], row["right"])]
        place = {name: index for index, name in enumerate(names)}
        won = np.array([place[row["chosen"]] for row in rows])
        both = np.array([place[row["left"]] + place[row["right"]] for row in rows])
        return Choices(won, both - won, np.array([row["session"] for row in rows]))

    def agreement(self, prediction: np.ndarray, fold: np.ndarray) -> float:
        """Share of choices that a prediction orders as people did, between pages that were held out together."""
        together = fold[self.won] == fold[self.lost]
        ahead = prediction[self.won] - prediction[self.lost]
        return float(((ahead > 0) + 0.5 * (ahead == 0))[together].mean())

    def among_people(self) -> float:
        """The same of what the other sessions say together (Bradley-Terry), sessions left out by tenths: what a score can reach."""
        pages = np.eye(int(max(self.won.max(), self.lost.max())) + 1)
        ahead = pages[self.won] - pages[self.lost]
        fold = assign(self.session, 10, 0)
        right = []
        for index in range(10):
            known = ahead[fold != index]
            both = np.concatenate([known, -known])
            model = LogisticRegression(fit_intercept=False).fit(both, np.arange(len(both)) < len(known))
            right.append(model.decision_function(ahead[fold == index]) > 0)
        return float(np.concatenate(right).mean())


def measure(
    vectors: dict[float, np.ndarray], scores: np.ndarray, target: np.ndarray, group: np.ndarray, choices: Choices
) -> tuple[np.ndarray, dict[str, object]]:
    """Ten-fold figures with and without the readings. Everything that is tuned, the weight of places (by which `vectors` go), noise and
    pull, is chosen for each fold by folds of the other nine: its pages take no part. Gives predictions with readings, [repeats, pages]."""

    # Distances alone count: on the pages' own axes they stay what they are, and are quick to take.
    vectors = {weight: _turned(own) for weight, own in vectors.items()}

    def of(settings: list[tuple[float, Setting]]) -> tuple[np.ndarray, dict[str, object]]:
        prediction, fold, chosen = nested(vectors, scores, target, group, settings)
        agreement = [choices.agreement(*both) for both in zip(prediction, fold)]
        figures = {
            "srcc": float(np.mean([srcc(p, target) for p in prediction])),
            "srccSpread": float(np.std([srcc(p, target) for p in prediction])),
            "plcc": float(np.mean([pearsonr(p, target).statistic for p in prediction])),
            "pairs": float(np.mean(agreement)),
            "interval": _interval(prediction, target),
            "chosen": {f"{weight:g}, {s.noise:g}, {s.shrinkage:g}": n for (weight, s), n in zip(settings, chosen.tolist()) if n > 0},
        }
        return prediction, figures

    weights = list(vectors)
    with_readings = [(w, Setting(n, s)) for w, n, s in itertools.product(weights, NOISES, SHRINKAGES)]
    without = [(w, Setting(n, NO_CURVES)) for w, n in itertools.product(weights, NOISES)]
    prediction, first = of(with_readings)
    plain, second = of(without)
    return prediction, {
        "withReadings": first,
        "withoutReadings": second,
        "gain": paired_gain(prediction, plain, target, group),
        "people": choices.among_people(),
        "choices": len(choices.won),
        "allPages": _told(_best(vectors, scores, target, group, with_readings, range(len(target)))),
    }


def _turned(vectors: np.ndarray) -> np.ndarray:
    left, sizes, _ = np.linalg.svd(vectors - vectors.mean(0), full_matrices=False)
    return left * sizes


def _told(setting: tuple[float, Setting]) -> dict[str, float]:
    weight, chosen = setting
    return {"places": weight, "noise": chosen.noise, "shrinkage": chosen.shrinkage}


def nested(
    vectors: dict[float, np.ndarray], scores: np.ndarray, target: np.ndarray, group: np.ndarray, settings: list[tuple[float, Setting]]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Predictions and folds [repeats, pages], and how often each setting was chosen."""
    prediction, folds = np.empty((REPEATS, len(target))), np.empty((REPEATS, len(target)), int)
    chosen = np.zeros(len(settings), int)
    for repeat in range(REPEATS):
        folds[repeat] = fold = assign(group, FOLDS, repeat)
        for index in range(FOLDS):
            train, test = np.flatnonzero(fold != index), np.flatnonzero(fold == index)
            best = _best(vectors, scores, target, group, settings, train)
            chosen[settings.index(best)] += 1
            prediction[repeat, test] = _predict(vectors, scores, target, best, train, test)
    return prediction, folds, chosen


def _best(
    vectors: dict[float, np.ndarray],
    scores: np.ndarray,
    target: np.ndarray,
    group: np.ndarray,
    settings: list[tuple[float, Setting]],
    rows: np.ndarray | range,
) -> tuple[float, Setting]:
    known = np.asarray(rows)
    fold = assign(group[known], INNER_FOLDS, INNER_SEED)

    def agreement(setting: tuple[float, Setting]) -> float:
        inner = np.empty(len(known))
        for index in range(INNER_FOLDS):
            inner[fold == index] = _predict(vectors, scores, target, setting, known[fold != index], known[fold == index])
        return srcc(inner, target[known])

    return max(settings, key=agreement)


def _predict(
    vectors: dict[float, np.ndarray],
    scores: np.ndarray,
    target: np.ndarray,
    setting: tuple[float, Setting],
    train: np.ndarray,
    test: np.ndarray,
) -> np.ndarray:
    weight, rest = setting
    return fit_pages(vectors[weight][train], scores[train], target[train], rest)(vectors[weight][test], scores[test])


def _interval(prediction: np.ndarray, target: np.ndarray, draws: int = 1000) -> list[float]:
    """95 % interval of the rank correlation, by drawing pages again."""
    random = np.random.default_rng(0)
    rows = [random.integers(0, len(target), len(target)) for _ in range(draws)]
    values = [np.mean([srcc(p[own], target[own]) for p in prediction]) for own in rows]
    return [float(value) for value in np.quantile(values, [0.025, 0.975])]
