"""What a tried edit is worth: the probability that it undoes something, by its witnesses, and how far a gain may be from the true one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from .presence import TILT, Record

# Each witness can only speak for an edit. `clean` is how clean the picture is after it.
WITNESSES = ("present", "gone", "cleaner", "clean", "reading", "tokens", "score", "severity", "style")
# (C) Points of the score that a step of severity is worth: a strong fault of craft, three steps, costs about one spread of the ratings.
PER_SEVERITY = 0.35
LEVEL = 0.8
# (C) Gains miss more where photographs and changes are of other hands: what holds this share of ours holds LEVEL of theirs.
OF_OURS = 0.86
# (C) Of the change of the score counts a fifth: a head that has learned the beauty of what is shown answers to edits mostly by chance. With
# the whole of it a tenth of the changes are no longer undone by the first suggestion, and twice as many clean pictures get one.
AESTHETIC = 0.2
# (C) A suggestion gains at least this.
LEAST = 0.03
# (C) Odds of a fault in an ordinary picture, and in one that scores above all others: sunsets are warm, flowers strong in colour, storms
# purple, so of these the odds are other ones. The odds were chosen by the pictures of OASIS that come after the best tenth; which faults
# flatter was seen on the best fifth, so on those that the benchmark asks after too.
ORDINARY, BEST, OF_FLATTERY = 6.0, 2.2, 1 / 12
FLATTERING = ("over-saturation", "magenta-cast", "warm-cast")
# (C) Spread of the gain of an edit that surely helps, in steps of severity.
SURE = 0.1
PENALTY = 0.005
# (C) Few pictures that the tokens have not seen can show a tilt: each of them counts as so many.
UNSEEN = 4.0
# An edit that undoes at least this share of a fault, and this much severity, is right.
SHARE, SEVERITY = 0.25, 0.3
# Faults weaker than this are nobody's to find.
CLEAR_FROM = 0.75


@dataclass(frozen=True)
class Model:
    weights: np.ndarray
    # One for each attribute.
    biases: np.ndarray


def teaches(record: Record) -> bool:
    """Clear changes of our own, and tilts only where the tokens, which were taught with the training bases tilted, have not seen the picture."""
    unknown = record.get("kind") != TILT or record.get("unseen", False)
    return "second" not in record and record.get("severity", 1) >= CLEAR_FROM and unknown


class Tried:
    """Tried edits in rows."""

    def __init__(self, records: list[Record]) -> None:
        rows = [(record, one) for record in records if teaches(record) for one in record["tried"]]
        self.records = [record for record, _ in rows]
        self.edits = [one for _, one in rows]
        self.x = np.array([[one["witnesses"][name] for name in WITNESSES] for one in self.edits])
        self.attributes = sorted({one["attribute"] for one in self.edits})
        self.attribute = np.array([self.attributes.index(one["attribute"]) for one in self.edits])
        self.unseen = np.array([record.get("unseen", False) for record in self.records])
        self.truth = np.array([one["undone"] for one in self.edits])
        severity = np.array([record.get("severity", 0) for record in self.records])
        self.right = self.truth >= np.maximum(SEVERITY, SHARE * severity)
        self.severity = np.array([one["witnesses"]["severity"] for one in self.edits])
        self.aesthetic = self.x[:, WITNESSES.index("score")]
        standing = np.array([record["percentile"] for record in self.records])
        best = np.array([OF_FLATTERY if one["attribute"] in FLATTERING else BEST for one in self.edits])
        self.prior = np.log(ORDINARY) + np.log(best / ORDINARY) * np.maximum(0, standing - 50) / 50
        self.theme = np.array([record["theme"] for record in self.records])
        self.picture = np.unique([f"{r['base']} {r.get('kind')} {r.get('strength')}" for r in self.records], return_inverse=True)[1]

    def logits(self, model: Model, rows: np.ndarray | slice = slice(None)) -> np.ndarray:
        return self.x[rows] @ model.weights + model.biases[self.attribute[rows]]

    def gain(self, confidence: np.ndarray) -> np.ndarray:
        return AESTHETIC * self.aesthetic + PER_SEVERITY * (2 * confidence - 1) * self.severity

    @property
    def true_gain(self) -> np.ndarray:
        return AESTHETIC * self.aesthetic + PER_SEVERITY * self.truth


def fit(tried: Tried, rows: np.ndarray) -> Model:
    """A logistic regression, no witness of which speaks against an edit; right and wrong edits weigh the same."""
    x, right, attribute = tried.x[rows], tried.right[rows], tried.attribute[rows]
    scale = x.std(0) + 1e-6
    weight = np.where(right, 0.5 / max(right.sum(), 1), 0.5 / max((~right).sum(), 1)) * np.where(tried.unseen[rows], UNSEEN, 1.0)
    count = len(WITNESSES)

    def loss(parameters: np.ndarray) -> tuple[float, np.ndarray]:
        logits = (x / scale) @ parameters[:count] + parameters[count:][attribute]
        value = (weight * (np.logaddexp(0, logits) - right * logits)).sum() + PENALTY * (parameters**2).sum() / 2
        slope = weight * (1 / (1 + np.exp(-logits)) - right)
        biases = np.bincount(attribute, slope, len(parameters) - count)
        return float(value), np.concatenate([(x / scale).T @ slope, biases]) + PENALTY * parameters

    bounds = [(0, None)] * count + [(None, None)] * len(tried.attributes)
    found = minimize(loss, np.zeros(len(bounds)), jac=True, method="L-BFGS-B", bounds=bounds).x
    return Model(found[:count] / scale, found[count:])


def learn(records: list[Record]) -> tuple[dict[str, object], dict[str, object], dict[str, float]]:
    """The `worth` and `gain` of suggestion.json, and figures on themes that were not fitted."""
    tried = Tried(records)
    logits = np.empty(len(tried.x))
    for train, test in GroupKFold(5).split(tried.x, groups=tried.theme):
        logits[test] = tried.logits(fit(tried, train), test)
    model = fit(tried, np.arange(len(tried.x)))
    sure, shift = _confidence(tried, logits)
    confidence = 1 / (1 + np.exp(-(sure * logits + shift + tried.prior)))
    gain = tried.gain(confidence)
    # What stands for edits that would be suggested.
    shown = (gain >= LEAST) & (confidence >= 0.5)
    spread = SURE + tried.severity * np.sqrt(confidence * (1 - confidence))
    low, high = np.quantile(((tried.true_gain - gain) / spread)[shown], [(1 - OF_OURS) / 2, (1 + OF_OURS) / 2])
    firsts, threes, left = [], [], []
    for picture in np.unique(tried.picture):
        own = np.flatnonzero(tried.picture == picture)
        best = own[np.argsort(-gain[own])]
        best = best[shown[best]]
        if tried.records[own[0]].get("kind") is None:
            left.append(len(best) == 0)
        elif tried.right[own].any():
            firsts.append(bool(tried.right[best[:1]].any()))
            threes.append(bool(tried.right[best[:3]].any()))
    figures = {
        "tried": len(tried.x), "undoable": len(firsts), "first": float(np.mean(firsts)), "firstThree": float(np.mean(threes)),
        "cleanLeftAlone": float(np.mean(left)), "rightSign": float((tried.true_gain[shown] > 0).mean()),
    }  # fmt: skip
    worth = {
        "weights": {name: float(w) for name, w in zip(WITNESSES, model.weights) if w > 0},
        "attributes": {name: float(bias) for name, bias in zip(tried.attributes, model.biases)},
        "confidence": {"scale": sure, "shift": shift},
        "prior": {"ordinary": float(np.log(ORDINARY)), "best": float(np.log(BEST)), "flattering": {name: float(np.log(OF_FLATTERY)) for name in FLATTERING}},
    }
    interval = {
        "aesthetic": AESTHETIC, "perSeverity": PER_SEVERITY, "least": LEAST, "level": LEVEL,
        "below": float(max(0.0, -low)), "above": float(max(0.0, high)), "sure": SURE,
    }  # fmt: skip
    return worth, interval, figures


def _confidence(tried: Tried, logits: np.ndarray) -> tuple[float, float]:
    """Scale and shift of the logit that make it a probability where half of the pictures have a fault (Platt)."""
    clean = np.array([record.get("kind") is None for record in tried.records])
    pictures = lambda rows: len(np.unique(tried.picture[rows]))  # noqa: E731
    weight = np.where(clean, pictures(~clean) / max(pictures(clean), 1), 1.0)
    model = LogisticRegression(C=100.0).fit(logits[:, None], tried.right, sample_weight=weight)
    return float(model.coef_[0, 0]), float(model.intercept_[0])
