"""The second reader: how natural a picture looks by statistics that no reading and no token is made of, learned from changes that other
code than ours made."""

from __future__ import annotations

import numpy as np
from sklearn.linear_model import LogisticRegression

from .presence import Record

INVERSE_PENALTY = 0.03
# (C) An edit may cost this many logits: of edits that undo a change one in fifty costs as much, of needless ones two in five.
TOLERANCE = 0.3
FAR = 4.0
# Changes from this severity on are plain enough to learn from.
TAUGHT_FROM = 0.7


def learn(records: list[Record]) -> dict[str, object]:
    """The `second` of suggestion.json, from clean pictures and from those that the second implementation changed."""
    clean = [record for record in records if "kind" not in record]
    changed = [record for record in records if record.get("second") and record["severity"] >= TAUGHT_FROM]
    x = np.array([record["statistics"] for record in (*clean, *changed)])
    y = np.repeat([1, 0], [len(clean), len(changed)])
    mean, deviation = x.mean(0), x.std(0) + 1e-9
    z = np.clip((x - mean) / deviation, -FAR, FAR)
    model = LogisticRegression(C=INVERSE_PENALTY, max_iter=5000, class_weight="balanced").fit(np.concatenate([z, z * z], 1), y)
    linear, square = np.split(model.coef_[0], 2)
    return {"mean": mean.tolist(), "deviation": deviation.tolist(), "linear": linear.tolist(), "square": square.tolist(), "tolerance": TOLERANCE}
