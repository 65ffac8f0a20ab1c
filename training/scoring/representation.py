"""One compact vector for a picture: standardised, weighted blocks of the encoder's outputs on the principal axes of
unrated photographs. Nothing rated takes part in learning it, so it may be shared by every fold. Kinds of picture look at different
blocks: pages of an interface differ by texture and rhythm, photographs by what they show."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from features import BLOCKS, columns

# Share of each block in the squared distance between two pictures, by kind. Photographs (chosen on theme folds of OASIS): stride 32
# carries most, the head and the classes add what is shown, the finer strides light and texture. Artworks (on generators of AGIQA left
# out) and pages (on folds of Calista) need more of stride 16, its deviations above all.
WEIGHTS = {
    "photograph": {"mean32": 2.0, "head": 1.0, "classes": 1.0, "mean16": 0.5, "deviation32": 0.3, "mean8": 0.2},
    "artwork": {
        "mean32": 2.0, "head": 1.0, "classes": 1.0, "mean16": 2.0, "deviation16": 2.0, "deviation32": 0.3, "mean8": 0.2,
    },
    "interface": {"mean16": 2.0, "deviation16": 1.0},
}  # fmt: skip
# The head is half zeros with long tails: its square root is closer to normal.
ROOTS = ("head",)
# Principal axes that are kept. More are no better for artworks and pages; 512 for photographs gain .002 and cost 1.5 MB.
AXES = {"photograph": 320, "artwork": 192, "interface": 240}


def _raw(rows: np.ndarray, blocks: tuple[str, ...]) -> np.ndarray:
    parts = []
    for block in blocks:
        part = rows[:, columns(block)].astype(np.float64)
        parts.append(np.sqrt(np.maximum(part, 0)) if block in ROOTS else part)
    return np.concatenate(parts, 1)


@dataclass(frozen=True)
class Representation:
    """`vector = ((raw - mean) * scale) @ axes`, rounded as the graph stores it."""

    blocks: tuple[str, ...]
    mean: np.ndarray
    scale: np.ndarray
    axes: np.ndarray

    @staticmethod
    def learn(rows: np.ndarray, kind: str) -> Representation:
        weights = WEIGHTS[kind]
        blocks = tuple(weights)
        raw = _raw(rows, blocks)
        mean, deviation = raw.mean(0), raw.std(0) + 1e-6
        total = sum(weights.values())
        weight = np.concatenate([np.full(BLOCKS[block], share / total / BLOCKS[block]) for block, share in weights.items()])
        scale = np.sqrt(weight) / deviation
        centred = (raw - mean) * scale
        _, _, axes = np.linalg.svd(centred, full_matrices=False)
        # The sign of an axis is arbitrary: fix it, so that the bundle does not depend on the solver.
        axes = _signed(axes[: AXES[kind]])
        stored = axes.T.astype(np.float16).astype(np.float64)
        return Representation(blocks, mean.astype(np.float32), scale.astype(np.float32), stored)

    def __call__(self, rows: np.ndarray) -> np.ndarray:
        return ((_raw(rows, self.blocks) - self.mean) * self.scale) @ self.axes

    def beyond(self, rows: np.ndarray) -> np.ndarray:
        """Squared length of what the axes leave out."""
        whole = (((_raw(rows, self.blocks) - self.mean) * self.scale) ** 2).sum(1)
        return np.maximum(whole - (self(rows) ** 2).sum(1), 0)


def _signed(axes: np.ndarray) -> np.ndarray:
    largest = axes[np.arange(len(axes)), np.abs(axes).argmax(1)]
    return axes * np.sign(largest)[:, None]
