"""Frozen against gently tuned: what the score gains where the encoder's last blocks learn from the ratings too.

    python training/encoder/tune.py --data FOLDER [--rate 1e-4] [--epochs 2] [--folds 5]

On theme folds of OASIS the blocks behind stride 16 are tuned for a few epochs, weights averaged on the way, starting from a ridge
read-out; the kernel head is then fitted on the tuned features as it is on the frozen ones. Some twenty minutes on one core. Of it
only the figures `tuning` enter the bundle.
"""

from __future__ import annotations

import argparse
import copy
import os
import sys
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
sys.path.insert(0, str(Path(__file__).parent.parent))

import numpy as np  # noqa: E402
import torch  # noqa: E402
import torch.nn.functional as F  # noqa: E402
from torch import nn  # noqa: E402

import bundle  # noqa: E402
import pictures  # noqa: E402
from encoder.efficientnet_lite2 import CLASSES, HEAD_WIDTH, MEAN, SCALE, TAPS, load  # noqa: E402
from features import TOKENS, opened, version  # noqa: E402
from scoring.folds import assign, srcc, within  # noqa: E402
from scoring.head import Rated, fit  # noqa: E402
from scoring.representation import WEIGHTS  # noqa: E402

VERSIONS = ("plain", "flip", "small")
SETS = ("oasis", "vessel-landscapes")
CUT, LAST = TAPS["stride16"][0], TAPS["stride32"][0]
# What the encoder alone gives to a photograph's vector.
SHARES = {block: share for block, share in WEIGHTS["photograph"].items() if block not in TOKENS}
WIDTHS = {f"{what}{name[6:]}": width for name, (_, width) in TAPS.items() for what in ("mean", "deviation")}
WIDTHS |= {"head": HEAD_WIDTH, "classes": CLASSES}
# Gradients of this many pictures make a step; steps over which the rate rises; pull of the ridge that the read-out starts from.
GATHERED, WARM_UP, RIDGE = 8, 20, 600.0

Prefix = tuple[np.ndarray, np.ndarray]


@torch.no_grad()
def prefix(model: nn.Module, pixels: np.ndarray) -> Prefix:
    """The map at stride 16, and the mean of that at stride 8: what tuning never changes."""
    x = (torch.from_numpy(pixels.copy()[None]).permute(0, 3, 1, 2).float() - MEAN) / SCALE
    x = model._swish(model._bn0(model._conv_stem(x)))
    for index, block in enumerate(model._blocks[: CUT + 1]):
        x = block(x)
        if index == TAPS["stride8"][0]:
            mean8 = x.mean((2, 3))[0].numpy()
    return x[0].half().numpy(), mean8


def suffix(model: nn.Module, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Stride 32, mean of the head, classes."""
    for block in model._blocks[CUT + 1 : LAST + 1]:
        x = block(x)
    stride32 = x
    for block in model._blocks[LAST + 1 :]:
        x = block(x)
    head = model._swish(model._bn1(model._conv_head(x))).mean((2, 3))
    return stride32, head, model._fc(head)


@torch.no_grad()
def raw(model: nn.Module, prefixes: list[Prefix]) -> np.ndarray:
    """Blocks of the photographs' representation, one after the other."""
    rows = []
    for map16, mean8 in prefixes:
        x = torch.from_numpy(map16).float()[None]
        stride32, head, classes = suffix(model, x)
        parts = {
            "mean32": stride32.mean((2, 3))[0], "head": head[0].clamp(min=0).sqrt(), "classes": classes[0],
            "mean16": x.mean((2, 3))[0], "deviation32": stride32.std((2, 3), unbiased=False)[0], "mean8": torch.from_numpy(mean8),
        }  # fmt: skip
        rows.append(np.concatenate([parts[block].numpy() for block in SHARES]))
    return np.array(rows, np.float64)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--bundle", type=Path, default=Path(__file__).parents[2] / "packages" / "model-nano")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    sets = pictures.load(arguments.data)
    oasis, others = sets[SETS[0]], sets[SETS[1]]
    frozen = load()
    for parameter in frozen.parameters():
        parameter.requires_grad_(False)
    prefixes = {
        (name, kind): [prefix(frozen, version(opened(path), kind, seed)) for seed, path in enumerate(sets[name].paths)]
        for name in SETS
        for kind in VERSIONS
    }
    share = np.concatenate([np.full(WIDTHS[block], part / sum(SHARES.values()) / WIDTHS[block]) for block, part in SHARES.items()])

    def predict(rows: dict[tuple[str, str], np.ndarray], train: np.ndarray, test: np.ndarray) -> np.ndarray:
        plain = rows[("oasis", "plain")]
        scale = np.sqrt(share) / (plain.std(0) + 1e-6)
        vectors = {key: (value - plain.mean(0)) * scale for key, value in rows.items()}
        mean = {name: np.mean([vectors[(name, kind)] for kind in VERSIONS], 0) for name in SETS}
        known = Rated("oasis", mean["oasis"][train], oasis.score[train], 1.0, True)
        beside = Rated("landscapes", mean["vessel-landscapes"], others.score, 0.5, False)
        return fit([known, beside])(vectors[("oasis", "plain")][test])

    start = WIDTHS["mean32"]
    before = {key: raw(frozen, value) for key, value in prefixes.items()}
    heads = {name: before[(name, "plain")][:, start : start + WIDTHS["head"]] for name in SETS}

    def tune(train: np.ndarray) -> nn.Module:
        torch.manual_seed(0)
        random = np.random.default_rng(0)
        model = copy.deepcopy(frozen).eval()
        parts = [*model._blocks[CUT + 1 :], model._conv_head, model._bn1]
        parameters = [p.requires_grad_(True) for part in parts for p in part.parameters()]
        inputs = np.concatenate([heads["oasis"][train], heads["vessel-landscapes"]])
        own = (oasis.score[train] - oasis.score[train].mean()) / oasis.score.std()
        target = np.concatenate([own, 0.7 * (others.score - others.score.mean()) / others.score.std()])
        weight = np.concatenate([np.ones(len(train)), np.full(len(others), 0.5)])
        mean, deviation = inputs.mean(0), inputs.std(0) + 1e-3
        z = (inputs - mean) / deviation
        w = np.linalg.solve(z.T @ (z * weight[:, None]) + RIDGE * np.eye(z.shape[1]), z.T @ (weight * target))
        line = nn.Linear(z.shape[1], 1)
        line.weight.data[0] = torch.from_numpy(w / deviation).float()
        line.bias.data[0] = float(-(mean / deviation) @ w)
        optimiser = torch.optim.AdamW([*parameters, *line.parameters()], lr=arguments.rate, weight_decay=1e-4)
        averaged = [p.detach().clone() for p in parameters]
        where = [("oasis", row) for row in train] + [("vessel-landscapes", row) for row in range(len(others))]
        step = 0
        for _ in range(arguments.epochs):
            for count, index in enumerate(random.permutation(len(where))):
                name, row = where[index]
                x = torch.from_numpy(prefixes[(name, VERSIONS[random.integers(3)])][row][0]).float()[None]
                head = F.dropout(suffix(model, x)[1].clamp(min=0).sqrt(), 0.2)
                (weight[index] * (line(head)[0, 0] - target[index]) ** 2 / GATHERED).backward()
                if count % GATHERED == GATHERED - 1:
                    step += 1
                    for group in optimiser.param_groups:
                        group["lr"] = arguments.rate * min(1, step / WARM_UP)
                    optimiser.step()
                    optimiser.zero_grad()
                    for kept, now in zip(averaged, parameters):
                        kept.lerp_(now.detach(), 1 - min(0.99, step / (step + 9)))
        for kept, now in zip(averaged, parameters):
            now.data.copy_(kept)
        return model

    fold = assign(oasis.group, arguments.folds, 0)
    results = {name: np.empty(len(oasis)) for name in ("frozen", "tuned", "mean of both")}
    for index in range(arguments.folds):
        test, train = np.flatnonzero(fold == index), np.flatnonzero(fold != index)
        tuned = tune(train)
        results["frozen"][test] = predict(before, train, test)
        results["tuned"][test] = predict({key: raw(tuned, value) for key, value in prefixes.items()}, train, test)
        results["mean of both"][test] = (results["frozen"][test] + results["tuned"][test]) / 2
        print(f"fold {index + 1} of {arguments.folds}", flush=True)
    tuning = {
        name: {"srcc": srcc(values, oasis.score), "within": within(values, oasis.score, oasis.category)} for name, values in results.items()
    }
    bundle.figures(arguments.bundle, tuning=tuning)
    for name, values in tuning.items():
        print(f"{name}: SRCC {values['srcc']:.3f}, within category {values['within']:.3f}")


if __name__ == "__main__":
    main()
