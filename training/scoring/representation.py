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
# more of stride 16, its deviations above all, and composition. Pages (on folds of Calista, see pages.py): all blocks alike, and means of nine parts of
# the page: what lies where is most of how a page is liked.
WEIGHTS = {
    "photograph": {
        "mean32": 2.0, "head": 1.0, "classes": 1.0, "mean16": 0.5, "deviation32": 0.3, "mean8": 0.2,
    },
    "artwork": {
        "mean32": 2.0, "head": 1.0, "classes": 1.0, "mean16": 2.0, "deviation16": 2.0, "deviation32": 0.3, "mean8": 0.2, "middle": 2.1,
    },
    "interface": {
        **dict.fromkeys(("mean8", "deviation8", "mean16", "deviation16", "mean32", "deviation32", "middle", "high"), 1.0),
        "places16": 6.0, "places32": 6.0,
    },
}  # fmt: skip
# The head is half zeros with long tails: its square root is closer to normal.
ROOTS = ("head",)
# Principal axes that are kept of the encoder's blocks. More are no better for artworks and pages; 512 for photographs gain .002 and
# cost 1.5 MB. Those of photographs leave out where on a page things lie (-.03), so pages keep all of their numbers. Tokens have axes of their own.
AXES = {"photograph": 320, "artwork": 192, "interface": None}
TOKEN_AXES = 48


def _raw(rows: np.ndarray, blocks: tuple[str, ...], layout: Layout) -> np.ndarray:
    parts = []
    for block in blocks:
        part = rows[:, layout.columns(block)].astype(np.float64)
        parts.append(np.sqrt(np.maximum(part, 0)) if block in ROOTS else part)
    return np.concatenate(parts, 1)


@dataclass(frozen=True)
class Part:
    """`vector = ((raw - mean) * scale) @ axes`, rounded as the graph stores it; without axes as it is."""

    blocks: tuple[str, ...]
    layout: Layout
    mean: np.ndarray
    scale: np.ndarray
    axes: np.ndarray | None

    @staticmethod
    def learn(rows: np.ndarray, layout: Layout, weights: dict[str, float], total: float, count: int | None) -> Part:
        blocks = tuple(weights)
        raw = _raw(rows, blocks, layout)
        mean, deviation = raw.mean(0), raw.std(0) + 1e-6
        weight = np.concatenate([np.full(layout[block], share / total / layout[block]) for block, share in weights.items()])
        scale = np.sqrt(weight) / deviation
        if count is None:
            return Part(blocks, layout, mean.astype(np.float32), scale.astype(np.float32), None)
        _, _, axes = np.linalg.svd((raw - mean) * scale, full_matrices=False)
        # The sign of an axis is arbitrary: fix it, so that the bundle does not depend on the solver.
        axes = _signed(axes[:count])
        return Part(blocks, layout, mean.astype(np.float32), scale.astype(np.float32), in_eight_bits(axes.T))

    @property
    def width(self) -> int:
        return len(self.scale) if self.axes is None else self.axes.shape[1]

    def scaled(self, rows: np.ndarray) -> np.ndarray:
        return (_raw(rows, self.blocks, self.layout) - self.mean) * self.scale

    def __call__(self, rows: np.ndarray) -> np.ndarray:
        scaled = self.scaled(rows)
        return scaled if self.axes is None else scaled @ self.axes

    def places(self, block: str) -> slice:
        """Numbers that belong to a block."""
        start = sum(self.layout[name] for name in self.blocks[: self.blocks.index(block)])
        return slice(start, start + self.layout[block])


@dataclass(frozen=True)
class Representation:
    """The encoder's part of the vector, and behind it that of the tokens where the kind has one."""

    parts: tuple[Part, ...]

    @staticmethod
    def learn(rows: np.ndarray, layout: Layout, kind: str, weights: dict[str, float] | None = None) -> Representation:
        """`weights` in place of the kind's own."""
        weights = weights or WEIGHTS[kind]
        total = sum(weights.values())
        seen = {block: share for block, share in weights.items() if block not in TOKENS}
        tokens = {block: share for block, share in weights.items() if block in TOKENS}
        parts = [Part.learn(rows, layout, seen, total, AXES[kind])]
        if tokens:
            parts.append(Part.learn(rows, layout, tokens, total, TOKEN_AXES))
        return Representation(tuple(parts))

    def __call__(self, rows: np.ndarray) -> np.ndarray:
        return np.concatenate([part(rows) for part in self.parts], 1)

    def beyond(self, rows: np.ndarray) -> np.ndarray:
        """Squared length of what the encoder's axes leave out."""
        first = self.parts[0]
        return np.maximum((first.scaled(rows) ** 2).sum(1) - (first(rows) ** 2).sum(1), 0)


def _signed(axes: np.ndarray) -> np.ndarray:
    largest = axes[np.arange(len(axes)), np.abs(axes).argmax(1)]
    return axes * np.sign(largest)[:, None]
