"""Which face detector to ship, and from which confidence to believe it: how often it answers on photographs of people and of
things and scenes. Photographs of people may show no face, so the first is a lower bound."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime

from features import opened, small
from pictures import Pictures

from .export import VARIANTS, build, source


def measure(pictures: Pictures, work: Path, minimum: float) -> dict[str, object]:
    result: dict[str, object] = {"minimumConfidence": minimum}
    people = pictures.category == "Person"
    # Animals have faces of their own and count for neither side.
    others = (pictures.category == "Object") | (pictures.category == "Scene")
    rasters = [small(opened(path)) for path in pictures.paths]
    for variant, (side, cells) in VARIANTS.items():
        graph = build(source(work, variant), side, cells, 0.05).SerializeToString()
        session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
        best = []
        for raster in rasters:
            faces = session.run(None, {"pixels": raster[None]})[0]
            best.append(faces[0, 4] if len(faces) else 0.0)
        found = np.array(best) >= minimum
        result[variant] = {
            "peopleWithFace": int(found[people].sum()),
            "people": int(people.sum()),
            "othersWithFace": int(found[others].sum()),
            "others": int(others.sum()),
        }
    return result
