"""What the engine's own readings say: the additive part of a score, and the technical score.

Readings come from the engine itself, so that training and serving measure alike: assessments of the rated photographs, and of
clean photographs changed in one known way (benchmarks/changes/make-training-set.mjs).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from .folds import assign, srcc

# Knots of a curve over an attribute's score. Between them it is straight, and it never falls. Scores are logistic in what is
# measured, so knots crowd where a fault begins to show.
KNOTS = np.array([0.0, 0.1, 0.3, 0.5, 0.7, 0.85, 0.93, 0.97, 0.985, 0.995, 1.0])
STRETCHES = len(KNOTS) - 1
# Least rise over the whole curve, in points, of an attribute whose change we can make, however little the rated photographs,
# which hold few faults, say of it: what gets worse must never go unnoticed.
LEAST = 0.1
# Pull of rises towards zero, weight of "the changed attribute moves most" against fitting the ratings, and how sharply moves
# are compared, per point. Chosen on halves that share no theme; the ratings, of which readings explain next to nothing, lose nothing.
SHRINKAGE = 0.2
COMPETITION = 3.0
SHARPNESS = 40.0
# The technical score of a clean photograph, and what each step of severity (1 weak, 2 medium, 3 strong) takes off.
CLEAN, STEP = 9.0, 2.0


@dataclass(frozen=True)
class Changes:
    """Clean photographs and their changed versions: rows of scores by attribute, NaN where nothing was measured."""

    attributes: list[str]
    before: np.ndarray
    after: np.ndarray
    kind: np.ndarray
    severity: np.ndarray
    theme: np.ndarray
    value_change: np.ndarray


def read_rated(path: Path, attributes: list[str]) -> dict[str, np.ndarray]:
    """Scores of each rated picture by file name, from the command line's JSON Lines."""
    rows = {}
    for line in path.read_text().splitlines():
        document = json.loads(line)
        if document["status"] != "ok":
            continue
        found = {reading["id"]: reading.get("score") for reading in document["attributes"]}
        rows[Path(document["source"]["path"]).name] = np.array(
            [np.nan if found.get(a) is None else found[a] for a in attributes], float
        )
    return rows


def halves(changes: Changes) -> tuple[Changes, Changes]:
    """Two halves that share no theme, for figures on photographs that were not fitted."""
    digest = np.array([hashlib.sha256(theme.encode()).digest()[0] % 2 for theme in changes.theme])

    def take(rows: np.ndarray) -> Changes:
        parts = (changes.before, changes.after, changes.kind, changes.severity, changes.theme, changes.value_change)
        return Changes(changes.attributes, *(part[rows] for part in parts))

    return take(digest == 0), take(digest == 1)


def read_changes(path: Path, attributes: list[str]) -> Changes:
    # Of a preview the readings at full size are missing: it teaches what is there without them (suggestion/presence.py), and no curve.
    records = [record for record in map(json.loads, path.read_text().splitlines()) if not record.get("preview")]

    def row(record: dict) -> np.ndarray:
        return np.array([record["readings"].get(a, (None, np.nan))[1] for a in attributes], float)

    clean = {record["base"]: record for record in records if "kind" not in record}
    changed = [r for r in records if "kind" in r and r["base"] in clean]
    return Changes(
        attributes,
        np.stack([row(clean[r["base"]]) for r in changed]),
        np.stack([row(r) for r in changed]),
        np.array([r["kind"] for r in changed]),
        np.array([r["severity"] for r in changed]),
        np.array([f"{r['set']}/{r['theme']}" for r in changed]),
        np.array([r["value"] - clean[r["base"]]["value"] for r in changed]),
    )


@dataclass(frozen=True)
class Curves:
    """Per attribute a curve that never falls: points at KNOTS, zero on average over the rated photographs."""

    attributes: list[str]
    points: np.ndarray

    def __call__(self, scores: np.ndarray) -> np.ndarray:
        """Contributions [pictures, attributes]; what was not measured contributes nothing."""
        parts = [np.interp(column, KNOTS, points) for column, points in zip(scores.T, self.points)]
        return np.nan_to_num(np.stack(parts, 1))


def _ramps(scores: np.ndarray) -> np.ndarray:
    """How far a score has climbed each stretch between two knots: [pictures, attributes, stretches], NaN stays NaN."""
    return np.clip((scores[..., None] - KNOTS[:-1]) / np.diff(KNOTS), 0, 1)


def fit_curves(scores: np.ndarray, target: np.ndarray, changes: Changes, attributes: list[str]) -> Curves:
    """Rises of each attribute's curve, none negative: least squares on the ratings, and for each known change the cross-entropy
    of "the changed attribute's contribution is the one that moves most"."""
    ramps = _ramps(scores)
    middle = np.nanmean(ramps, 0)
    x = np.nan_to_num(ramps - middle).reshape(len(scores), -1)
    y = target - target.mean()
    column = {a: i for i, a in enumerate(attributes)}
    known = np.array([kind in column for kind in changes.kind]) & (changes.severity >= 0.75)
    move = np.nan_to_num(_ramps(changes.after) - _ramps(changes.before))[known]
    own = np.array([column[k] for k in changes.kind[known]])
    counts = np.bincount(own, minlength=len(attributes))
    weight = 1 / counts[own] / (counts > 0).sum()
    rows = np.arange(len(own))
    shape = (len(attributes), STRETCHES)

    def loss(rises: np.ndarray) -> tuple[float, np.ndarray]:
        residual = x @ rises - y
        value = (residual**2).mean() / 2 + SHRINKAGE * STRETCHES * (rises**2).sum() / 2
        gradient = x.T @ residual / len(y) + SHRINKAGE * STRETCHES * rises
        moved = (move * rises.reshape(shape)).sum(2)
        # The changed attribute's own move counts only downwards, every other by its size.
        sign = np.sign(moved)
        sign[rows, own] = -1
        logits = SHARPNESS * sign * moved
        top = logits.max(1, keepdims=True)
        shares = np.exp(logits - top)
        total = shares.sum(1, keepdims=True)
        shares /= total
        value += COMPETITION * (weight * (np.log(total[:, 0]) + top[:, 0] - logits[rows, own])).sum()
        shares[rows, own] -= 1
        pull = COMPETITION * SHARPNESS * weight[:, None] * shares * sign
        gradient += np.einsum("na,naj->aj", pull, move).ravel()
        return float(value), gradient

    least = np.repeat(np.where(counts > 0, LEAST, 0.0) / STRETCHES, STRETCHES)
    most = np.full(len(least), 6.0 / STRETCHES)
    start = np.maximum(least, 0.3 / STRETCHES)
    result = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=list(zip(least, most)), options={"maxiter": 3000, "maxfun": 5000}
    )
    rises = result.x.reshape(shape)
    points = np.concatenate([np.zeros((len(attributes), 1)), np.cumsum(rises, 1)], 1)
    return Curves(attributes, points - (rises * middle).sum(1, keepdims=True))


def moves_most(curves: Curves, changes: Changes, accepted: dict[str, set[str]] | None = None) -> dict[str, float]:
    """Per kind, the share of changes, from weak up, in which the changed attribute's contribution moves most; `accepted` names
    others that a person may well mean by the same."""
    attributes = curves.attributes
    move = np.abs(curves(changes.after) - curves(changes.before))
    result = {}
    for kind in np.unique(changes.kind):
        rows = (changes.kind == kind) & (changes.severity >= 1)
        if kind not in attributes or not rows.any():
            continue
        names = (accepted or {}).get(str(kind), set()) | {str(kind)}
        fitting = [attributes.index(name) for name in names if name in attributes]
        result[str(kind)] = float(np.isin(move[rows].argmax(1), fitting).mean())
    return result


def fit_technical(changes: Changes, attributes: list[str]) -> tuple[float, np.ndarray]:
    """Intercept and weights (at most 0) of 10 / (1 + exp(-(intercept + sum of weight x (1 - score)))), by least squares on
    CLEAN - STEP x severity, kinds weighted equally. Only attributes whose own change was made take part."""
    usable = np.array([a in set(changes.kind) for a in attributes])
    concern = lambda scores: np.nan_to_num(1 - scores) * usable  # noqa: E731
    x = np.concatenate([concern(changes.before), concern(changes.after)])
    y = np.concatenate([np.full(len(changes.kind), CLEAN), np.maximum(CLEAN - STEP * changes.severity, 0.5)])
    counts = {k: (changes.kind == k).sum() for k in np.unique(changes.kind)}
    weight = np.array([1 / counts[k] for k in changes.kind])
    weight = np.concatenate([weight, weight]) / weight.sum()


    def loss(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        weights = parameters[1:]
        value = 10 / (1 + np.exp(x @ weights - parameters[0]))
        residual = value - y
        slope = weight * residual * value * (1 - value / 10)
        gradient = np.concatenate([[slope.sum()], -(x.T @ slope)])
        gradient[1:] += 0.004 * weights
        return float((weight * residual**2).sum() / 2 + 0.002 * (weights**2).sum()), gradient

    bounds = [(2.0, 6.0)] + [(0.3 if u else 0.0, 20.0 if u else 0.0) for u in usable]
    result = minimize(loss, np.r_[3.0, usable * 2.0], jac=True, method="L-BFGS-B", bounds=bounds)
    return float(result.x[0]), -result.x[1:]


def technical(intercept: float, weights: np.ndarray, scores: np.ndarray) -> np.ndarray:
    return 10 / (1 + np.exp(-(intercept + np.nan_to_num(1 - scores) @ weights)))


def held_out_figures(changes: Changes, scores: np.ndarray, target: np.ndarray) -> dict[str, object]:
    """Fitted on one half of the changed photographs, measured on the other, both ways round; severities from weak up."""
    attributes = changes.attributes
    most: dict[str, list[float]] = {}
    lower: dict[str, list[float]] = {}
    correlation, clean, medium = [], [], []
    first, second = halves(changes)
    for train, test in ((first, second), (second, first)):
        curves = fit_curves(scores, target, train, attributes)
        for kind, share in moves_most(curves, test).items():
            most.setdefault(kind, []).append(share)
        move = np.abs(curves(test.after) - curves(test.before))
        about = (np.abs(test.severity - 2) < 0.4) & np.isin(test.kind, attributes)
        own = np.array([attributes.index(kind) for kind in test.kind[about]])
        medium.append(float((move[about].argmax(1) == own).mean()))
        model = fit_technical(train, attributes)
        before, after = technical(*model, test.before), technical(*model, test.after)
        for kind in np.unique(test.kind):
            rows = (test.kind == kind) & (test.severity >= 1)
            if rows.any():
                lower.setdefault(str(kind), []).append(float((after < before)[rows].mean()))
        correlation.append(srcc(-after, test.severity))
        clean.append(float(before.mean()))
    movers = {kind: float(np.mean(values)) for kind, values in most.items()}
    lowered = {kind: float(np.mean(values)) for kind, values in lower.items()}
    return {
        "contributionMovesMost": {
            "aboutMedium": float(np.mean(medium)),
            "mean": float(np.mean(list(movers.values()))),
            "byKind": movers,
        },
        "technicalLower": {"mean": float(np.mean(list(lowered.values()))), "byKind": lowered},
        "scoreChange": {
            str(kind): float(changes.value_change[(changes.kind == kind) & (changes.severity >= 1)].mean())
            for kind in np.unique(changes.kind)
        },
        "technicalAgainstSeverity": float(np.mean(correlation)),
        "technicalOfClean": float(np.mean(clean)),
        "changed": len(changes.kind),
    }


def explain(
    scores: np.ndarray, target: np.ndarray, groups: np.ndarray, changes: Changes, attributes: list[str]
) -> dict[str, float]:
    """Of the ratings' variance, what the additive part explains of themes it has not seen, and how it ranks them."""
    fold = assign(groups, 5, 0)
    prediction = np.empty(len(target))
    for index in range(5):
        train, test = fold != index, fold == index
        curves = fit_curves(scores[train], target[train], changes, attributes)
        prediction[test] = target[train].mean() + curves(scores[test]).sum(1)
    return {
        "varianceExplained": float(1 - ((target - prediction) ** 2).mean() / target.var()),
        "srcc": srcc(prediction, target),
    }
