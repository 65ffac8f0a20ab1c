"""What each part of the alignment is worth: the same short training without it.

    python training/alignment/ablations.py --data FOLDER

Prints a line for each and writes the figures `ablations` of the bundle. About an hour on one core; stops and goes on. `--part 0/2` and
`--part 1/2` share the work between two processes.
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
import torch  # noqa: E402

import bundle  # noqa: E402
from alignment.evaluate import calibrate, naming, probabilities  # noqa: E402
from alignment.learn import Ground, figures_of  # noqa: E402
from alignment.records import Records  # noqa: E402
from alignment.train import KINDS, Recipe, Trained, see  # noqa: E402

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
SHARE = 0.2


def labelled(records: Records, kinds: tuple[str, ...]) -> np.ndarray:
    return np.array([any(label["kind"] in kinds for label in fact["labels"]) for fact in records.facts])


def share_of_pictures(records: Records, share: float) -> np.ndarray:
    pictures = np.array([fact["picture"] for fact in records.facts])
    names = np.unique(pictures)
    np.random.default_rng(3).shuffle(names)
    return np.isin(pictures, names[: int(len(names) * share)])


def others(trained: Trained, ground: Ground, family: str) -> dict[str, object]:
    """How well the kinds of all other families are named, among themselves."""
    rest = np.flatnonzero(~labelled(ground.test, FAMILIES[family]))
    among = ground.test.take(rest)
    held = ground.pool.take(np.flatnonzero(ground.held_out & ~labelled(ground.pool, FAMILIES[family])))
    kept = [kind for kind in KINDS if kind not in FAMILIES[family]]
    changes = dict.fromkeys(KINDS, {"scale": 1.0, "shift": 0.0}) | calibrate(see(trained, held)["strength"], held, kept)
    score = probabilities(see(trained, among)["strength"], changes).sum(2)
    score[:, [KINDS.index(kind) for kind in FAMILIES[family]]] = -1
    return naming(score, among)


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
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / ".work" / "ablations")
    parser.add_argument("--bundle", type=Path, default=Path(__file__).parents[2] / "packages" / "model-nano")
    parser.add_argument("--part", default="0/1")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    ground = Ground(arguments.data, arguments.material, arguments.out.parent, arguments.bundle)
    torch.set_num_threads(1)
    part, of = (int(number) for number in arguments.part.split("/"))
    made = variants(ground)
    for name, make in list(made.items())[part::of]:
        path = arguments.out / f"{name}.json"
        if path.exists():
            continue
        recipe, keep = make()
        some = share_of_pictures(ground.pool, SHARE)
        trained = ground.train(recipe, some if keep is None else some & keep, say=lambda text: print(f"  {text}", flush=True))
        figures = figures_of(trained, ground)
        family = name.removeprefix("without ").removesuffix(" changes")
        if family in FAMILIES:
            figures["others"] = others(trained, ground, family)
        elif name == "everything":
            figures["othersOf"] = {family: others(trained, ground, family)["first"] for family in FAMILIES}
        path.write_text(json.dumps(figures, indent=1) + "\n")
        print(name, figures["naming"]["first"], figures["naming"]["firstThree"], flush=True)

    done = {name: json.loads(path.read_text()) for name in made if (path := arguments.out / f"{name}.json").exists()}
    if len(done) == len(made):
        bundle.figures(arguments.bundle, ablations={name: shown(values) for name, values in done.items()})


def shown(figures: dict) -> dict[str, object]:
    """What the model card tells of a training."""
    parts = {"": figures["naming"], "words": figures.get("namingByWords"), "others": figures.get("others")}
    whole = {"othersOf": figures["othersOf"]} if "othersOf" in figures else {}
    return whole | {
        f"{name}{key[0].upper()}{key[1:]}" if name else key: part[key]
        for name, part in parts.items()
        if part is not None
        for key in ("first", "firstThree")
    }


if __name__ == "__main__":
    main()
