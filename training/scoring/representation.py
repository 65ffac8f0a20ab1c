"""One compact vector for a picture: standardised, weighted blocks of the encoder's outputs on the principal axes of
unrated photographs. Nothing rated takes part in learning it, so it may be shared by every fold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from features import BLOCKS, columns

# Share of each block in the squared distance between two pictures. Chosen on theme folds of OASIS: stride 32 carries most,
# the head and the classes add what is shown, the finer strides light and texture.
WEIGHTS = {"mean32": 2.0, "head": 1.0, "classes": 1.0, "mean16": 0.5, "deviation32": 0.3, "mean8": 0.2}
# The head is half zeros with long tails: its square root is closer to normal.
ROOTS = ("head",)
AXES = 512


def _raw(rows: np.ndarray) -> np.ndarray:
    parts = []
    for block in WEIGHTS:
        part = rows[:, columns(block)].astype(np.float64)
        parts.append(np.sqrt(np.maximum(part, 0)) if block in ROOTS else part)
    return np.concatenate(parts, 1)


@dataclass(frozen=True)
class Representation:
    """`vector = ((raw - mean) * scale) @ axes`, rounded as the graph stores it."""

    mean: np.ndarray
    scale: np.ndarray
    axes: np.ndarray

    @staticmethod
    def learn(rows: np.ndarray) -> Representation:
        raw = _raw(rows)
        mean, deviation = raw.mean(0), raw.std(0) + 1e-6
        total = sum(WEIGHTS.values())
        weight = np.concatenate([np.full(BLOCKS[block], share / total / BLOCKS[block]) for block, share in WEIGHTS.items()])
        scale = np.sqrt(weight) / deviation
        centred = (raw - mean) * scale
        _, _, axes = np.linalg.svd(centred, full_matrices=False)
        # The sign of an axis is arbitrary: fix it, so that the bundle does not depend on the solver.
        axes = _signed(axes[:AXES])
        stored = axes.T.astype(np.float16).astype(np.float64)
        return Representation(mean.astype(np.float32), scale.astype(np.float32), stored)

    def __call__(self, rows: np.ndarray) -> np.ndarray:
        return ((_raw(rows) - self.mean) * self.scale) @ self.axes

    def beyond(self, rows: np.ndarray) -> np.ndarray:
        """Squared length of what the axes leave out."""
        whole = (((_raw(rows) - self.mean) * self.scale) ** 2).sum(1)
        return np.maximum(whole - (self(rows) ** 2).sum(1), 0)


def _signed(axes: np.ndarray) -> np.ndarray:
    largest = axes[np.arange(len(axes)), np.abs(axes).argmax(1)]
    return axes * np.sign(largest)[:, None]
