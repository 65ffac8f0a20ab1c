"""One compact vector for a picture: standardised, weighted blocks of what the encoder and the alignment give, on the principal axes of
unrated photographs. Nothing rated takes part in learning it, so it may be shared by every fold. Kinds of picture look at different
blocks: pages of an interface differ by texture and rhythm, photographs by what they show."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from features import TOKENS, Layout

from .builder import in_eight_bits

# Share of each block in the squared distance between two pictures, by kind. Photographs (chosen on theme folds of OASIS): stride 32
# carries most, the head and the classes add what is shown, the finer strides light and texture; tokens, which know craft, add nothing to
# how beautiful people find what is shown (0 to -.005). Artworks (on generators of AGIQA left out) and pages (on folds of Calista) need
# more of stride 16, its deviations above all, and composition.
WEIGHTS = {
    "photograph": {
        "mean32": 2.0, "head": 1.0, "classes": 1.0, "mean16": 0.5, "deviation32": 0.3, "mean8": 0.2,
    },
    "artwork": {
        "mean32": 2.0, "head": 1.0, "classes": 1.0, "mean16": 2.0, "deviation16": 2.0, "deviation32": 0.3, "mean8": 0.2, "middle": 2.1,
    },
    "interface": {"mean16": 2.0, "deviation16": 1.0, "middle": 1.3},
}  # fmt: skip
# The head is half zeros with long tails: its square root is closer to normal.
ROOTS = ("head",)
# Principal axes that are kept of the encoder's blocks. More are no better for artworks and pages; 512 for photographs gain .002 and
# cost 1.5 MB. Tokens have axes of their own.
AXES = {"photograph": 320, "artwork": 192, "interface": 240}
TOKEN_AXES = 48


def _raw(rows: np.ndarray, blocks: tuple[str, ...], layout: Layout) -> np.ndarray:
    parts = []
    for block in blocks:
        part = rows[:, layout.columns(block)].astype(np.float64)
        parts.append(np.sqrt(np.maximum(part, 0)) if block in ROOTS else part)
    return np.concatenate(parts, 1)


@dataclass(frozen=True)
class Part:
    """`vector = ((raw - mean) * scale) @ axes`, rounded as the graph stores it."""

    blocks: tuple[str, ...]
    layout: Layout
    mean: np.ndarray
    scale: np.ndarray
    axes: np.ndarray

    @staticmethod
    def learn(rows: np.ndarray, layout: Layout, weights: dict[str, float], total: float, count: int) -> Part:
        blocks = tuple(weights)
        raw = _raw(rows, blocks, layout)
        mean, deviation = raw.mean(0), raw.std(0) + 1e-6
        weight = np.concatenate([np.full(layout[block], share / total / layout[block]) for block, share in weights.items()])
        scale = np.sqrt(weight) / deviation
        _, _, axes = np.linalg.svd((raw - mean) * scale, full_matrices=False)
        # The sign of an axis is arbitrary: fix it, so that the bundle does not depend on the solver.
        axes = _signed(axes[:count])
        return Part(blocks, layout, mean.astype(np.float32), scale.astype(np.float32), in_eight_bits(axes.T))

    def scaled(self, rows: np.ndarray) -> np.ndarray:
        return (_raw(rows, self.blocks, self.layout) - self.mean) * self.scale

    def places(self, block: str) -> slice:
        """Rows of `axes` that belong to a block."""
        start = sum(self.layout[name] for name in self.blocks[: self.blocks.index(block)])
        return slice(start, start + self.layout[block])


@dataclass(frozen=True)
class Representation:
    """The encoder's part of the vector, and behind it that of the tokens where the kind has one."""

    parts: tuple[Part, ...]

    @staticmethod
    def learn(rows: np.ndarray, layout: Layout, kind: str) -> Representation:
        weights = WEIGHTS[kind]
        total = sum(weights.values())
        seen = {block: share for block, share in weights.items() if block not in TOKENS}
        tokens = {block: share for block, share in weights.items() if block in TOKENS}
        parts = [Part.learn(rows, layout, seen, total, AXES[kind])]
        if tokens:
            parts.append(Part.learn(rows, layout, tokens, total, TOKEN_AXES))
        return Representation(tuple(parts))

    def __call__(self, rows: np.ndarray) -> np.ndarray:
        return np.concatenate([part.scaled(rows) @ part.axes for part in self.parts], 1)

    def beyond(self, rows: np.ndarray) -> np.ndarray:
        """Squared length of what the encoder's axes leave out."""
        scaled = self.parts[0].scaled(rows)
        return np.maximum((scaled**2).sum(1) - ((scaled @ self.parts[0].axes) ** 2).sum(1), 0)


def _signed(axes: np.ndarray) -> np.ndarray:
    largest = axes[np.arange(len(axes)), np.abs(axes).argmax(1)]
    return axes * np.sign(largest)[:, None]
