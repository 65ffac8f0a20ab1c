"""Records of `material.mjs`, gathered into arrays of one shape."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

# Channels of each block on the cells of stride 32, and the widths of what is not on cells.
LOW, MIDDLE, HIGH = 96, 120, 352
HEAD, CLASSES = 1280, 1000
DETAIL, PLACE = 208, 3
MOST_TILES = 14
MOST_CELLS = 192


@dataclass
class Records:
    """Features in float16. `cells` [n, MOST_CELLS, LOW + MIDDLE + HIGH], zero behind the last cell; `shape` [n, 2] rows and columns;
    `tiles` [n, MOST_TILES, DETAIL + PLACE] with `tile_count`; `head` [n, 2 * HEAD]; `classes` [n, CLASSES]."""

    cells: np.ndarray
    shape: np.ndarray
    tiles: np.ndarray
    tile_count: np.ndarray
    head: np.ndarray
    classes: np.ndarray
    facts: list[dict]

    def __len__(self) -> int:
        return len(self.facts)

    def take(self, rows: np.ndarray) -> Records:
        facts = [self.facts[row] for row in rows]
        return Records(
            self.cells[rows], self.shape[rows], self.tiles[rows], self.tile_count[rows], self.head[rows], self.classes[rows], facts
        )


def load(*folders: Path) -> Records:
    names = [name for folder in folders for name in sorted(folder.glob("*.json"))]
    listed = [(name, json.loads(name.read_text())) for name in names]
    n = sum(len(facts) for _, facts in listed)
    cells = np.zeros((n, MOST_CELLS, LOW + MIDDLE + HIGH), np.float16)
    shape = np.zeros((n, 2), np.int64)
    tiles = np.zeros((n, MOST_TILES, DETAIL + PLACE), np.float16)
    count = np.zeros(n, np.int64)
    head = np.zeros((n, 2 * HEAD), np.float16)
    classes = np.zeros((n, CLASSES), np.float16)
    gathered: list[dict] = []
    row = 0
    for name, facts in listed:
        numbers = np.fromfile(name.with_suffix(".f32"), np.float32)
        at = 0

        def take(size: int) -> np.ndarray:
            nonlocal at
            at += size
            return numbers[at - size : at]

        for fact in facts:
            area = fact["height"] * fact["width"]
            blocks = [take(width * area).reshape(width, area).T for width in (LOW, MIDDLE, HIGH)]
            cells[row, :area] = np.concatenate(blocks, 1)
            shape[row] = fact["height"], fact["width"]
            head[row] = take(2 * HEAD)
            classes[row] = take(CLASSES)
            count[row] = fact["tiles"]
            if fact["tiles"] > 0:
                detail = take(fact["tiles"] * DETAIL).reshape(-1, DETAIL)
                places = take(fact["tiles"] * PLACE).reshape(-1, PLACE)
                tiles[row, : fact["tiles"]] = np.concatenate([detail, places], 1)
            gathered.append(fact)
            row += 1
        if at != len(numbers):
            raise ValueError(f"{name}: {len(numbers)} numbers where its facts describe {at}; delete it and make it again.")
    return Records(cells, shape, tiles, count, head, classes, gathered)
