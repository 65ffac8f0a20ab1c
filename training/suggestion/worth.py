"""What a tried edit is worth: the probability that it undoes something, by its witnesses, and how far a gain may be from the true one."""

from __future__ import annotations

import numpy as np
from scipy.optimize import minimize
from sklearn.model_selection import GroupKFold

from .presence import Record
from .truth import undone

# Each witness can only speak for an edit. `clean` is how clean the picture is after it.
WITNESSES = ("present", "gone", "cleaner", "clean", "reading", "tokens", "score", "severity")
# (C) Points of the score that a step of severity is worth: a strong fault of craft, three steps, costs about one spread of the ratings.
PER_SEVERITY = 0.35
LEVEL = 0.8
# (C) A suggestion gains at least this.
LEAST = 0.25
PENALTY = 0.01
# An edit that undoes at least this share of a fault, and this much severity, is right.
SHARE, SEVERITY = 0.25, 0.3
# Faults weaker than this are nobody's to find.
CLEAR_FROM = 0.75


class Tried:
    """Tried edits in rows."""

    def __init__(self, records: list[Record]) -> None:
        rows = [
            (record, one) for record in records if "second" not in record and record.get("severity", 1) >= CLEAR_FROM for one in record["tried"]
        ]
        self.records = [record for record, _ in rows]
        self.edits = [one for _, one in rows]
        self.x = np.array([[one["witnesses"][name] for name in WITNESSES] for one in self.edits])
        self.truth = np.array([undone(record.get("kind"), record.get("strength", 0), one["edit"]) for record, one in rows])
        severity = np.array([record.get("severity", 0) for record in self.records])
        self.right = self.truth >= np.maximum(SEVERITY, SHARE * severity)
        self.severity = np.array([one["witnesses"]["severity"] for one in self.edits])
        self.aesthetic = self.x[:, WITNESSES.index("score")]
        self.theme = np.array([record["theme"] for record in self.records])
        self.picture = np.unique([f"{r['base']} {r.get('kind')}" for r in self.records], return_inverse=True)[1]

    def probability(self, model: np.ndarray, rows: np.ndarray | slice = slice(None)) -> np.ndarray:
        return 1 / (1 + np.exp(-(self.x[rows] @ model[1:] + model[0])))

    def gain(self, probability: np.ndarray, rows: np.ndarray | slice = slice(None)) -> np.ndarray:
        return self.aesthetic[rows] + PER_SEVERITY * (2 * probability - 1) * self.severity[rows]

    @property
    def true_gain(self) -> np.ndarray:
        return self.aesthetic + PER_SEVERITY * self.truth


def fit(tried: Tried, rows: np.ndarray) -> np.ndarray:
    """Bias and weights, none negative, of a logistic regression; right and wrong edits weigh the same."""
    x, right = tried.x[rows], tried.right[rows]
    scale = x.std(0) + 1e-6
    weight = np.where(right, 0.5 / max(right.sum(), 1), 0.5 / max((~right).sum(), 1))

    def loss(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        logits = (x / scale) @ parameters[1:] + parameters[0]
        value = (weight * (np.logaddexp(0, logits) - right * logits)).sum() + PENALTY * (parameters[1:] ** 2).sum() / 2
        slope = weight * (1 / (1 + np.exp(-logits)) - right)
        return float(value), np.concatenate([[slope.sum()], (x / scale).T @ slope + PENALTY * parameters[1:]])

    bounds = [(None, None), *((0, None) for _ in WITNESSES)]
    found = minimize(loss, np.zeros(len(WITNESSES) + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    return np.concatenate([found[:1], found[1:] / scale])


def learn(records: list[Record]) -> tuple[dict[str, object], dict[str, object], dict[str, float]]:
    """The `worth` and `gain` of suggestion.json, and figures on themes that were not fitted."""
    tried = Tried(records)
    probability = np.empty(len(tried.x))
    for train, test in GroupKFold(5).split(tried.x, groups=tried.theme):
        probability[test] = tried.probability(fit(tried, train), test)
    model = fit(tried, np.arange(len(tried.x)))
    gain = tried.gain(probability)
    # Intervals stand for edits that would be suggested.
    shown = gain >= LEAST
    low, high = np.quantile((tried.true_gain - gain)[shown], [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    firsts, threes, left = [], [], []
    for picture in np.unique(tried.picture):
        own = np.flatnonzero(tried.picture == picture)
        best = own[np.argsort(-gain[own])]
        best = best[gain[best] >= LEAST]
        if tried.records[own[0]].get("kind") is None:
            left.append(len(best) == 0)
        elif tried.right[own].any():
            firsts.append(bool(tried.right[best[:1]].any()))
            threes.append(bool(tried.right[best[:3]].any()))
    figures = {
        "tried": len(tried.x), "undoable": len(firsts), "first": float(np.mean(firsts)), "firstThree": float(np.mean(threes)),
        "cleanLeftAlone": float(np.mean(left)), "rightSign": float((tried.true_gain[shown] > 0).mean()),
    }  # fmt: skip
    worth = {"bias": float(model[0]), "weights": {name: float(w) for name, w in zip(WITNESSES, model[1:]) if w > 0}}
    interval = {"perSeverity": PER_SEVERITY, "least": LEAST, "level": LEVEL, "below": float(max(0.0, -low)), "above": float(max(0.0, high))}
    return worth, interval, figures
