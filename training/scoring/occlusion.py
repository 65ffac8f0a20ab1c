"""Are the regions of a score where the score comes from? Held against what the score loses where a part of the picture is blurred away."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image, ImageFilter
from scipy.stats import spearmanr

from features import Eyes, opened, small
from pictures import KINDS, Pictures

from .graph import ADDED, CENTRES, EXPLAIN, INPUTS, REGIONS

PICTURES = 60
# Parts of a picture, down and across.
PARTS = 4
PHOTOGRAPH = 0


def agreement(bundle: Path, eyes: Eyes, pictures: Pictures) -> dict[str, float]:
    """For pictures drawn at random, each cut into 16 parts: rank correlation, within a picture, of what a part adds by its regions with
    what the score loses where that part is blurred away; that of a part's distance from the middle of the picture stands beside it, for
    what matters often lies there."""
    session = onnxruntime.InferenceSession(bundle / "scoring.onnx", providers=["CPUExecutionProvider"])
    names = [value.name for value in session.get_outputs()]

    def score(raster: np.ndarray, explain: int) -> tuple[float, np.ndarray]:
        seen = eyes.outputs(raster)
        inputs = {**{name: seen[name] for name in INPUTS}, EXPLAIN: np.array([explain]), ADDED: np.zeros((1, len(KINDS)), np.float32)}
        outputs = dict(zip(names, session.run(None, inputs)))
        return float((outputs["distribution"][0, PHOTOGRAPH] * CENTRES).sum()), outputs[REGIONS]

    chosen = np.random.default_rng(5).choice(len(pictures), min(PICTURES, len(pictures)), replace=False)
    by_regions, by_middle = [], []
    for row in chosen:
        raster = small(opened(pictures.paths[row]))
        whole, regions = score(raster, PHOTOGRAPH)
        height, width = raster.shape[:2]
        soft = np.asarray(Image.fromarray(raster).filter(ImageFilter.GaussianBlur(min(height, width) / 12)))
        added, lost, near = [], [], []
        for down in range(PARTS):
            for across in range(PARTS):
                place = _part(down, across, height, width)
                hidden = raster.copy()
                hidden[place] = soft[place]
                lost.append(whole - score(hidden, -1)[0])
                added.append(regions[_part(down, across, *regions.shape)].sum())
                near.append(-np.hypot(down - (PARTS - 1) / 2, across - (PARTS - 1) / 2))
        by_regions.append(spearmanr(added, lost).statistic)
        by_middle.append(spearmanr(near, lost).statistic)
    return {"pictures": len(chosen), "regions": float(np.nanmean(by_regions)), "middle": float(np.nanmean(by_middle))}


def _part(down: int, across: int, height: int, width: int) -> tuple[slice, slice]:
    cut = lambda index, size: slice(round(index * size / PARTS), round((index + 1) * size / PARTS))  # noqa: E731
    return cut(down, height), cut(across, width)
