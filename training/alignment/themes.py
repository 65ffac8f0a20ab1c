"""What a picture shows, in the text encoder's space: the convex combination of class-name vectors (ConSE, Norouzi et al. 2014)."""

from __future__ import annotations

from pathlib import Path

import numpy as np

BEST = 10


def class_names(data: Path) -> list[str]:
    """The names of ImageNet's classes in their order, which is that of their WordNet numbers. Each file of the sample is named after
    its class: n01440764_tench.jpg."""
    stems = sorted(path.stem for path in (data / "unlabelled" / "imagenet-sample").iterdir())
    names = [stem.split("_", 1)[1].replace("_", " ").lower() for stem in stems]
    if len(names) != 1000:
        raise ValueError(f"{len(names)} classes found in the ImageNet sample where there are 1000.")
    return names


def themes(logits: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """Logits [n, classes] and the vectors of the class names [classes, 384] to unit vectors [n, 384]."""
    logits = logits.astype(np.float64)
    shares = np.exp(logits - logits.max(1, keepdims=True))
    shares /= shares.sum(1, keepdims=True)
    least = np.sort(shares, 1)[:, -BEST][:, None]
    shares = np.where(shares >= least, shares, 0)
    mixed = shares @ vectors
    return (mixed / np.linalg.norm(mixed, axis=1, keepdims=True)).astype(np.float32)
