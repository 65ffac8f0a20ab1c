"""What each part of the alignment is worth: the same short training without it.

    python training/alignment/ablations.py --data FOLDER

Prints a line for each and writes the figures `ablations` of the bundle. Under an hour on one core; stops and goes on.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np  # noqa: E402

from alignment.evaluate import naming  # noqa: E402
from alignment.learn import Ground, figures_of  # noqa: E402
from alignment.records import Records  # noqa: E402
from alignment.train import KINDS, Recipe, see  # noqa: E402

FAMILIES = {
    "detail": ("noise", "compression", "over-sharpening"),
    "blur": ("defocus-blur", "motion-blur"),
    "light": ("under-exposure", "over-exposure", "low-contrast", "haze", "vignetting"),
    "saturation": ("over-saturation", "dull-colour"),
    "white balance": ("warm-cast", "cool-cast", "green-cast", "magenta-cast"),
    "framing": ("horizon-tilt", "subject-placement", "cut-off-subject"),
}
# Shorter than the recipe, on this share of the pictures: the same for all.
SHORT = Recipe(epochs=3)
SHARE = 0.6


def labelled(records: Records, kinds: tuple[str, ...]) -> np.ndarray:
    return np.array([any(label["kind"] in kinds for label in fact["labels"]) for fact in records.facts])


def share_of_pictures(records: Records, share: float) -> np.ndarray:
    pictures = np.array([fact["picture"] for fact in records.facts])
    names = np.unique(pictures)
    np.random.default_rng(3).shuffle(names)
    return np.isin(pictures, names[: int(len(names) * share)])


def variants(ground: Ground) -> dict[str, Callable[[], tuple[Recipe, np.ndarray | None]]]:
    without = lambda *levels: replace(SHORT, levels=tuple(levels))  # noqa: E731
    result: dict[str, Callable[[], tuple[Recipe, np.ndarray | None]]] = {
        "everything": lambda: (SHORT, None),
        "without the low branch": lambda: (without("middle", "high"), None),
        "without the middle branch": lambda: (without("low", "high"), None),
        "without the high branch": lambda: (without("low", "middle"), None),
        "one scale (high alone)": lambda: (without("high"), None),
        "class labels in place of text": lambda: (replace(SHORT, text_guided=False), None),
        "half of the pictures, as many steps": lambda: (replace(SHORT, epochs=6), share_of_pictures(ground.pool, SHARE / 2)),
        "a quarter of the pictures, as many steps": lambda: (replace(SHORT, epochs=12), share_of_pictures(ground.pool, SHARE / 4)),
    }
    for family, kinds in FAMILIES.items():
        result[f"without {family} changes"] = lambda kinds=kinds: (SHORT, ~labelled(ground.pool, kinds))
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--material", type=Path, default=Path(__file__).parent.parent / ".work" / "material")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / ".work" / "ablations.json")
    arguments = parser.parse_args()
    known: dict[str, object] = json.loads(arguments.out.read_text()) if arguments.out.exists() else {}
    ground = Ground(arguments.data, arguments.material, arguments.out.parent)
    for name, make in variants(ground).items():
        if name in known:
            continue
        recipe, keep = make()
        part = share_of_pictures(ground.pool, SHARE)
        trained = ground.train(recipe, part if keep is None else part & keep, say=lambda text: print(f"  {text}", flush=True))
        figures = figures_of(trained, ground)
        family = name.removeprefix("without ").removesuffix(" changes")
        if family in FAMILIES:
            # Named among the kinds that were trained, and what words alone find of the kinds that were not.
            rest = np.flatnonzero(~labelled(ground.test, FAMILIES[family]))
            left = see(trained, ground.test.take(rest))["strength"][:, :, 0]
            left[:, [KINDS.index(kind) for kind in FAMILIES[family]]] = -1e3
            figures["others"] = naming(left, ground.test.take(rest))
        known[name] = figures
        arguments.out.write_text(json.dumps(known, indent=1) + "\n")
        print(name, figures["naming"]["first"], figures["naming"]["firstThree"], flush=True)


if __name__ == "__main__":
    main()
