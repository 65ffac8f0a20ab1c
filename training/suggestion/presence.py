"""How probable each kind of change is, and how strong, by readings and tokens together: from the engine's records of known changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression, Ridge

NONE = "none"
TILT, MOST_TILT = "horizon-tilt", 8.0
EPSILON = 1e-4
# Weaker changes (1 weak, 2 medium, 3 strong) are taught as neither there nor absent.
TAUGHT_FROM = 0.6
INVERSE_PENALTY = 0.05
# Changes of at least this severity teach how strong they are.
STRENGTH_FROM = 0.5

Record = dict[str, object]


def logit(probability: float) -> float:
    inside = min(1 - EPSILON, max(EPSILON, probability))
    return float(np.log(inside / (1 - inside)))


@dataclass(frozen=True)
class Inputs:
    """What is heard of a record, in the order of the engine's `presence`."""

    attributes: list[str]
    seen: list[str]

    def of(self, record: Record) -> list[float]:
        readings, told = record["readings"], record["seen"]
        row: list[float] = []
        for name in self.attributes:
            _, score, confidence = readings.get(name, (0, 0.5, 0))
            row += [logit(1 - score) * confidence, confidence]
        for name in self.seen:
            probability, severity = told.get(name, (0, 0))
            row += [logit(probability), severity]
        value, _, confidence = readings.get(TILT, (0, 0, 0))
        return [*row, min(MOST_TILT, abs(value)) * confidence]


def heard(records: list[Record], what: str) -> list[str]:
    return sorted({name for record in records for name in record[what]})


def learn(records: list[Record], attributes: list[str]) -> dict[str, object]:
    """A presence model of faults.json that hears the readings of these attributes."""
    inputs = Inputs(attributes, heard(records, "seen"))
    taught = [record for record in records if "kind" not in record or record["severity"] >= TAUGHT_FROM]
    x = np.array([inputs.of(record) for record in taught])
    y = np.array([record.get("kind", NONE) for record in taught])
    mean, deviation = x.mean(0), x.std(0) + 1e-6
    model = LogisticRegression(C=INVERSE_PENALTY, max_iter=3000).fit((x - mean) / deviation, y)
    order = [list(model.classes_).index(kind) for kind in (NONE, *(kind for kind in model.classes_ if kind != NONE))]
    weights = model.coef_[order] / deviation
    bias = model.intercept_[order] - weights @ mean
    return {
        "attributes": inputs.attributes, "seen": inputs.seen, "kinds": [str(model.classes_[index]) for index in order],
        "weights": weights.tolist(), "bias": bias.tolist(),
    }  # fmt: skip


def amounts(records: list[Record]) -> dict[str, dict[str, float]]:
    """Per kind, severity by the severity that the reading speaks of (`read`) and the one that the tokens see."""
    result = {}
    for kind in sorted({str(record["kind"]) for record in records if "kind" in record}):
        own = [r for r in records if r.get("kind") == kind and r["severity"] >= STRENGTH_FROM and kind in r.get("read", {})]
        if not own:
            continue
        x = np.array([[record["read"][kind], record["seen"][kind][1]] for record in own])
        model = Ridge(1.0, positive=True).fit(x, np.array([record["severity"] for record in own]))
        result[kind] = {"base": float(model.intercept_), "reading": float(model.coef_[0]), "seen": float(model.coef_[1])}
    return result
