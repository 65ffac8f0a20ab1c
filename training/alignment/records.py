"""Records of `material.mjs`, gathered into arrays of one shape, which lie in a file each so that several trainings share them."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np

PLACE = 3
MOST_TILES = 6


@dataclass(frozen=True)
class Widths:
    """Channels of what the encoder gives; `low` are the means and deviations of stride 8."""

    low: int
    middle: int
    high: int
    head: int
    classes: int
    detail: int

    @staticmethod
    def of(bundle: dict) -> Widths:
        """`bundle`: the manifest, bundle.json."""
        outputs = bundle["encoder"]["outputs"]
        maps = [outputs[f"stride{stride}"]["channels"] for stride in (8, 16, 32)]
        return Widths(2 * maps[0], maps[1], maps[2], outputs["head"]["length"], outputs["classes"]["length"], bundle["detail"]["width"])


@dataclass
class Records:
    """Features in float16. `cells` [n, cells, low + high] of stride 32, row by row and zero behind the last; `shape` [n, 2] their rows
    and columns; `fine` and `fine_shape` the same of stride 16, [n, cells, middle]; `tiles` [n, MOST_TILES, detail + PLACE] with
    `tile_count`; `head` [n, 2 * head]; `classes` [n, classes]. Arrays may lie in files: rows are read when they are asked for."""

    widths: Widths
    cells: np.ndarray
    shape: np.ndarray
    fine: np.ndarray
    fine_shape: np.ndarray
    tiles: np.ndarray
    tile_count: np.ndarray
    head: np.ndarray
    classes: np.ndarray
    facts: list[dict] = field(repr=False)

    def __len__(self) -> int:
        return len(self.facts)

    def take(self, rows: np.ndarray) -> Records:
        facts = [self.facts[row] for row in rows]
        return Records(self.widths, *(getattr(self, name)[rows] for name in ARRAYS), facts)


ARRAYS = ("cells", "shape", "fine", "fine_shape", "tiles", "tile_count", "head", "classes")


def load(*folders: Path) -> Records:
    """Gathers the records of some folders of one `material.mjs --out`, once; later calls open what was gathered."""
    material = folders[0].parent
    names = [name for folder in folders for name in sorted(folder.glob("*.json"))]
    listed = [(name, json.loads(name.read_text())) for name in names]
    widths = Widths.of(json.loads((material / "bundle.json").read_text()))
    facts = [fact for _, of_picture in listed for fact in of_picture]
    key = hashlib.sha256(json.dumps([asdict(widths), [str(name) for name in names], facts]).encode()).hexdigest()[:12]
    gathered = material / f"gathered-{folders[0].name}-{key}"
    if not gathered.exists():
        part = gathered.with_suffix(f".part{os.getpid()}")
        part.mkdir()
        _gather(listed, facts, widths, part)
        part.rename(gathered)
    return Records(widths, *(np.load(gathered / f"{name}.npy", mmap_mode="r") for name in ARRAYS), facts)


def _gather(listed: list[tuple[Path, list[dict]]], facts: list[dict], widths: Widths, out: Path) -> None:
    n = len(facts)
    most = max(fact["height"] * fact["width"] for fact in facts)
    most_fine = max(fact["height16"] * fact["width16"] for fact in facts)

    def array(name: str, *shape: int, dtype: type = np.float16) -> np.ndarray:
        return np.lib.format.open_memmap(out / f"{name}.npy", mode="w+", dtype=dtype, shape=(n, *shape))

    cells, shape = array("cells", most, widths.low + widths.high), array("shape", 2, dtype=np.int64)
    fine, fine_shape = array("fine", most_fine, widths.middle), array("fine_shape", 2, dtype=np.int64)
    tiles, count = array("tiles", MOST_TILES, widths.detail + PLACE), array("tile_count", dtype=np.int64)
    head, classes = array("head", 2 * widths.head), array("classes", widths.classes)
    row = 0
    for name, of_picture in listed:
        numbers = np.fromfile(name.with_suffix(".f32"), np.float32)
        at = 0

        def take(size: int) -> np.ndarray:
            nonlocal at
            at += size
            return numbers[at - size : at]

        for fact in of_picture:
            area, fine_area = fact["height"] * fact["width"], fact["height16"] * fact["width16"]
            low, middle, high = (
                take(width * size).reshape(width, size).T
                for width, size in ((widths.low, area), (widths.middle, fine_area), (widths.high, area))
            )
            cells[row, :area] = np.concatenate([low, high], 1)
            fine[row, :fine_area] = middle
            shape[row], fine_shape[row] = (fact["height"], fact["width"]), (fact["height16"], fact["width16"])
            head[row], classes[row] = take(2 * widths.head), take(widths.classes)
            count[row] = fact["tiles"]
            if fact["tiles"] > 0:
                detail = take(fact["tiles"] * widths.detail).reshape(-1, widths.detail)
                places = take(fact["tiles"] * PLACE).reshape(-1, PLACE)
                tiles[row, : fact["tiles"]] = np.concatenate([detail, places], 1)
            row += 1
        if at != len(numbers):
            raise ValueError(f"{name}: {len(numbers)} numbers where its facts describe {at}; delete it and make it again.")
    for values in (cells, shape, fine, fine_shape, tiles, count, head, classes):
        values.flush()
