"""Fits the weights of the cues by which `cut-off-subject` and `subject-placement` read how a subject lies in the frame.

    node training/framing/cues.mjs --data FOLDER --out cues.jsonl     # needs the built engine; some minutes
    python3 training/framing/fit_framing.py cues.jsonl

The same photograph before and after a crop tells more than photographs that differ in everything, so the fit is on
differences: a logistic without constant says from the cues' differences which of two was cropped (weights not below 0, a small
ridge). A second, weaker term (`CROSS`) asks the same of cropped and other clean photographs, so that one threshold can tell
them apart. Right-way figures printed are of photographs left out of the fit, six folds by photograph.

Weights are printed in the cues' units. In the attributes they are scaled and rounded: those of `cut-off-subject` by 1.4, with
the middle where less than one in a hundred clean training photographs has a finding of severity .5; those of
`subject-placement` so that the estimate has the mean and the spread of the true distances of the drawn boxes. Needs numpy and
SciPy; seconds on one core; seeded.
"""

import json
import sys

import numpy as np
from scipy.optimize import minimize

RIDGE, CROSS, FOLDS = 0.02, 0.3, 6
CUES = {
    "cut-off-subject": ("close", "off", "rim"),
    "subject-placement": ("beyond", "aside", "rim"),
}


def pairs_of(attribute, records):
    """(group, better, worse, weight) for each crop and its original."""
    originals = {r["base"]: r for r in records if r["kind"] == "original"}
    for r in records:
        original = originals.get(r["base"])
        if original is None:
            continue
        if r["kind"] == attribute:
            subject = "drawn" if r["drawn"] else "found"
            mild = attribute == "subject-placement" and r["strength"] == "weak"
            yield (subject, r["by"], r["strength"]), original, r, 0.7 if mild else 1.0
        elif r["kind"] == "cut" and attribute == "cut-off-subject":
            yield ("drawn", "any side", r["outside"]), original, r, 0.5
        elif r["kind"] == "nearer" and attribute == "subject-placement" and abs(r["moved"]) > 0.05:
            outwards = r["moved"] > 0
            better, worse = (original, r) if outwards else (r, original)
            yield ("drawn", "nearer", ""), better, worse, 0.5


def fit(differences, weights, across):
    weights = weights / weights.sum()

    def loss(w):
        own, other = differences @ w, across @ w
        value = (weights * np.logaddexp(0, -own)).sum() + CROSS * np.logaddexp(0, -other).mean() + RIDGE * w @ w
        slope = -(differences.T @ (weights / (1 + np.exp(own)))) - CROSS * (across.T @ (1 / (1 + np.exp(other)))) / len(across)
        return value, slope + 2 * RIDGE * w

    size = differences.shape[1]
    return minimize(loss, np.full(size, 0.2), jac=True, bounds=[(0, None)] * size).x


def main():
    with open(sys.argv[1]) as file:
        records = [json.loads(line) for line in file]
    rng = np.random.default_rng(0)
    bases = sorted({r["base"] for r in records})
    rng.shuffle(bases)
    fold = {base: at % FOLDS for at, base in enumerate(bases)}
    for attribute, cues in CUES.items():
        values = np.array([[r[cue] for cue in cues] for r in records], float)
        mean, deviation = values.mean(0), values.std(0)

        def standard(r, cues=cues, mean=mean, deviation=deviation):
            return (np.array([r[cue] for cue in cues]) - mean) / deviation

        pairs = list(pairs_of(attribute, records))
        differences = np.array([standard(worse) - standard(better) for _, better, worse, _ in pairs])
        weights = np.array([weight for *_, weight in pairs])
        folds = np.array([fold[better["base"]] for _, better, *_ in pairs])
        clean = np.array([standard(r) for r in records if r["kind"] == "original"])
        changed = [r for r in records if r["kind"] == attribute and r["drawn"] and r["strength"] != "weak"]
        drawn = np.array([standard(r) for r in changed])
        changed_folds = np.array([fold[r["base"]] for r in changed])
        partners = rng.integers(0, len(clean), (4, len(drawn)))

        def fitted(use, use_changed, differences=differences, weights=weights, drawn=drawn, clean=clean, partners=partners):
            across = np.concatenate([drawn[use_changed] - clean[row[use_changed]] for row in partners])
            return fit(differences[use], weights[use], across)

        out_of_fold = np.zeros(len(pairs))
        for k in range(FOLDS):
            out_of_fold[folds == k] = differences[folds == k] @ fitted(folds != k, changed_folds != k)
        w = fitted(folds >= 0, changed_folds >= 0) / deviation
        print(attribute, {cue: round(float(x), 3) for cue, x in zip(cues, w)})
        raw = np.array([[r[cue] for cue in cues] for r in records if r["kind"] == "original"]) @ w
        print("  clean photographs, sum at 50, 90, 97, 97.5 %:", np.round(np.quantile(raw, [0.5, 0.9, 0.97, 0.975]), 2))
        groups = sorted({group for group, *_ in pairs}, key=str)
        for group in groups:
            at = [k for k, (other, *_) in enumerate(pairs) if other == group]
            print("  right way", *group, f"{np.mean(out_of_fold[at] > 0):.3f} of {len(at)}")


if __name__ == "__main__":
    main()
