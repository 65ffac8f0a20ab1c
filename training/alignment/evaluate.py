"""What the alignment sees of changes that nobody told it of."""

from __future__ import annotations

import numpy as np
import torch
from sklearn.linear_model import LogisticRegression

from .records import Records
from .train import CONFUSED, KINDS, STEPS, Bank, Targets, Trained, targets_of

# Texts that stand for a kind when it is named by words alone.
PROMPTS = 12


def accepted(kind: str) -> set[str]:
    """The names that count for a kind of change."""
    return {kind}.union(*({*pair} for pair in CONFUSED if kind in pair))


def naming(score: np.ndarray, records: Records) -> dict[str, object]:
    """How often the kind of a single change is the first, or among the first three, by `score` [n, kinds]: of all, by who made the
    change, and by kind."""
    hits: list[tuple[str, str, bool, bool]] = []
    for row, fact in enumerate(records.facts):
        if len(fact["labels"]) != 1:
            continue
        kind = fact["labels"][0]["kind"]
        order = [KINDS[index] for index in np.argsort(-score[row])[:3]]
        names = accepted(kind)
        hits.append((kind, fact.get("by", "own"), order[0] in names, any(name in names for name in order)))

    def share(part: list[tuple[str, str, bool, bool]]) -> dict[str, float]:
        first, three = np.mean([hit[2] for hit in part]), np.mean([hit[3] for hit in part])
        return {"first": float(first), "firstThree": float(three), "pictures": len(part)}

    return {
        **share(hits),
        "by": {name: share([hit for hit in hits if hit[1] == name]) for name in sorted({hit[1] for hit in hits})},
        "byKind": {kind: share([hit for hit in hits if hit[0] == kind]) for kind in KINDS if any(h[0] == kind for h in hits)},
    }


def naming_texts(bank: Bank, kind: int) -> np.ndarray:
    """Some texts that name a kind at medium strength."""
    return np.flatnonzero((bank.kind == kind) & (bank.sort == 0) & (bank.band == 1))[:PROMPTS]


@torch.no_grad()
def by_words(trained: Trained, bank: Bank, tokens: np.ndarray) -> np.ndarray:
    """Each kind's score from texts alone: the mean answer to texts that name it, less what it answers on average."""
    columns = []
    for index in range(len(KINDS)):
        texts = trained.adapter(torch.from_numpy(bank.vectors[naming_texts(bank, index)]))
        columns.append(trained.presence(torch.from_numpy(tokens), texts).mean(1).numpy())
    score = np.stack(columns, 1)
    return score - np.median(score, 0)


@torch.no_grad()
def directions(trained: Trained, bank: Bank) -> dict[str, float]:
    """Cosine, before and after the adapter, between texts of opposite kinds, and between texts of the same kind and strength."""
    adapted = trained.adapter(torch.from_numpy(bank.vectors)).numpy()
    opposite = (("under-exposure", "over-exposure"), ("warm-cast", "cool-cast"), ("green-cast", "magenta-cast"))
    chosen = lambda name: np.flatnonzero((bank.kind == KINDS.index(name)) & (bank.sort == 0) & (bank.band == 1))  # noqa: E731
    result = {}
    for name, vectors in (("raw", bank.vectors), ("adapted", adapted)):
        pairs = [float((vectors[chosen(a)] @ vectors[chosen(b)].T).mean()) for a, b in opposite]
        same = [float((vectors[chosen(a)] @ vectors[chosen(a)].T).mean()) for pair in opposite for a in pair]
        result[f"{name}Opposite"], result[f"{name}Same"] = float(np.mean(pairs)), float(np.mean(same))
    return result


def agreement(records: Records) -> dict[str, float]:
    """Pseudo-labels held against the engine's own reading of the same picture, which shares nothing with the tokens: does the reading
    call a fault (score under .5) where the label says that one was made (at least weak)? Cohen's kappa beside plain agreement."""
    said, read = [], []
    for fact in records.facts:
        made = {label["kind"]: label["severity"] for label in fact["labels"]}
        for kind, (_, score, confidence) in (fact.get("readings") or {}).items():
            severity = made.get(kind, 0.0)
            if 0 < severity < 1 or confidence < 0.5:
                continue
            said.append(severity > 0)
            read.append(score < 0.5)
    a, b = np.array(said), np.array(read)
    observed = float((a == b).mean())
    chance = float(a.mean() * b.mean() + (1 - a.mean()) * (1 - b.mean()))
    return {"agreement": observed, "kappa": (observed - chance) / (1 - chance), "pairs": len(a)}


def platt(logits: np.ndarray, truth: np.ndarray, weight: np.ndarray | None = None) -> tuple[float, float]:
    """Scale and shift that make sigmoid(scale * logit + shift) the probability of `truth`."""
    if truth.all() or not truth.any():
        # Too few pictures to tell, as in a trial.
        return 1.0, 0.0
    model = LogisticRegression(C=10.0).fit(logits.reshape(-1, 1), truth, sample_weight=weight)
    return float(model.coef_[0, 0]), float(model.intercept_[0])


def calibrate(strength: np.ndarray, records: Records, kinds: tuple[str, ...] | list[str] = KINDS) -> dict[str, dict[str, float]]:
    """One scale and shift for each kind, over its three thresholds together."""
    targets: Targets = targets_of(records)
    result = {}
    for kind in kinds:
        index = KINDS.index(kind)
        severity = targets.severity[:, index]
        clear = (severity == 0) | (severity >= STEPS[0])
        truth = severity[clear][:, None] >= np.array(STEPS)
        scale, shift = platt(strength[clear, index].ravel(), truth.ravel())
        result[kind] = {"scale": scale, "shift": shift}
    return result


def probabilities(strength: np.ndarray, changes: dict[str, dict[str, float]]) -> np.ndarray:
    """[n, kinds, 3]: of each change being there at least weakly, at medium strength, strongly. Their sum is the `severity` that documents
    tell."""
    scale = np.array([changes[kind]["scale"] for kind in KINDS])[:, None]
    shift = np.array([changes[kind]["shift"] for kind in KINDS])[:, None]
    return 1 / (1 + np.exp(-(strength * scale + shift)))


def calibration_error(probability: np.ndarray, truth: np.ndarray) -> float:
    bins = np.clip((probability * 10).astype(int), 0, 9)
    return float(sum(abs(probability[bins == b].mean() - truth[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins)))
