"""Honest splits: what belongs together stays together."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy.stats import spearmanr


def assign(groups: np.ndarray, folds: int, seed: int) -> np.ndarray:
    """The fold of each picture; a group is never split."""
    names = np.unique(groups)
    np.random.default_rng(seed).shuffle(names)
    fold = {name: index % folds for index, name in enumerate(names)}
    return np.array([fold[name] for name in groups])


def out_of_fold(
    groups: np.ndarray, folds: int, repeats: int, predict: Callable[[np.ndarray, np.ndarray], np.ndarray]
) -> np.ndarray:
    """Predictions for pictures whose group was not trained on: [repeats, pictures]. `predict(train, test)` takes row numbers."""
    predictions = np.empty((repeats, len(groups)))
    for repeat in range(repeats):
        fold = assign(groups, folds, repeat)
        for index in range(fold.max() + 1):
            test = np.flatnonzero(fold == index)
            predictions[repeat, test] = predict(np.flatnonzero(fold != index), test)
    return predictions


def srcc(a: np.ndarray, b: np.ndarray) -> float:
    return float(spearmanr(a, b).statistic)


def within(prediction: np.ndarray, score: np.ndarray, category: np.ndarray) -> float:
    """Rank correlation within each category, averaged by size: what is left once content has been told apart."""
    return float(
        sum(srcc(prediction[category == c], score[category == c]) * (category == c).sum() for c in np.unique(category))
        / len(score)
    )


def paired_gain(
    ours: np.ndarray, theirs: np.ndarray, score: np.ndarray, groups: np.ndarray, draws: int = 1000, seed: int = 0
) -> dict[str, float]:
    """Mean difference in rank correlation over repeats, with a 95 % interval by resampling whole groups."""

    def gain(rows: np.ndarray) -> float:
        return float(np.mean([srcc(a[rows], score[rows]) - srcc(b[rows], score[rows]) for a, b in zip(ours, theirs)]))

    random = np.random.default_rng(seed)
    names = np.unique(groups)
    members = {name: np.flatnonzero(groups == name) for name in names}
    samples = [
        gain(np.concatenate([members[name] for name in random.choice(names, len(names))])) for _ in range(draws)
    ]
    low, high = np.quantile(samples, [0.025, 0.975])
    return {"gain": gain(np.arange(len(score))), "low": float(low), "high": float(high)}
