"""Any model of timm as the encoder of a bundle: its maps at strides 8, 16 and 32, in the contract of `export.py`.

Models that give maps at these strides (ResNet, EfficientNet, ConvNeXt…, with whatever weights timm has for them: ImageNet, CLIP…) see a
picture at its own shape, stretched to multiples of 32. Models that know one grid of patches (ViT, SigLIP…) see it stretched to their own
square; strides 8 and 32 are then made from that grid.

The head's activations are the positive and the negative part of the last map, cell by cell, so that they are never negative and their
mean loses nothing. `classes` are taught by the encoder in the box: a ridge from the head to its ImageNet logits on unrated photographs.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from features import STRIDES, Eyes, features
from pictures import Pictures

from .efficientnet_lite2 import CLASSES

OPSET = 17
OUTPUTS = ("stride8", "stride16", "stride32", "head", "headDeviation", "classes")
TOLERANCE = 1e-3
# In place of a file of weights.
UNTRAINED = "none"


class TimmEncoder(nn.Module):
    """Pixels uint8 [1, H, W, 3] in, every output of the contract out, in the order of `OUTPUTS`."""

    def __init__(self, name: str, weights: str | None = None) -> None:
        """`weights`: a file of timm's; without one timm fetches its own; `none` for random ones, to try the recipe."""
        super().__init__()
        import timm  # Only who brings an encoder of their own needs it.

        from_file = {"pretrained_cfg_overlay": {"file": weights}}
        trained = weights != UNTRAINED
        self.model = timm.create_model(name, pretrained=trained, features_only=True, **(from_file if trained and weights is not None else {})).eval()
        settings = timm.data.resolve_data_config({}, model=self.model)
        for key in ("mean", "std"):
            self.register_buffer(key, torch.tensor(settings[key])[:, None, None])
        reductions, channels = self.model.feature_info.reduction(), self.model.feature_info.channels()
        self.square: int | None = None
        if all(stride in reductions for stride in STRIDES):
            self.taken = [len(reductions) - 1 - reductions[::-1].index(stride) for stride in STRIDES]
        else:
            self.square, self.taken = settings["input_size"][1], [len(reductions) - 1]
        self.widths = [channels[index] for index in self.taken] * (3 if self.square else 1)
        width = self.widths[-1]
        self.top = nn.Conv2d(width, 2 * width, 1)
        self.top.weight.data = torch.cat([torch.eye(width), -torch.eye(width)])[:, :, None, None]
        self.top.bias.data.zero_()
        self.classifier = nn.Linear(2 * width, CLASSES)

    def maps(self, pixels: Tensor) -> list[Tensor]:
        x = (pixels.permute(0, 3, 1, 2).float() / 255 - self.mean) / self.std
        if self.square is not None:
            x = F.interpolate(x, (self.square, self.square), mode="bilinear", align_corners=False)
            grid = self.model(x)[self.taken[0]]
            return [F.interpolate(grid, scale_factor=2.0, mode="nearest"), grid, F.avg_pool2d(grid, 2)]
        sides = [((side + 16) // 32 * 32).clamp(min=32) if isinstance(side, Tensor) else max(32, (side + 16) // 32 * 32) for side in x.shape[2:]]
        maps = self.model(F.interpolate(x, sides, mode="bilinear", align_corners=False))
        return [maps[index] for index in self.taken]

    def forward(self, pixels: Tensor) -> tuple[Tensor, ...]:
        maps = self.maps(pixels)
        activations = self.top(maps[-1]).clamp(min=0)
        head = activations.mean((2, 3))
        deviation = ((activations - head[:, :, None, None]) ** 2).mean((2, 3)).sqrt()
        return (*maps, head, deviation, self.classifier(head))


def teach(model: TimmEncoder, heads: np.ndarray, logits: np.ndarray, penalty: float = 1e-2) -> None:
    """Sets the classifier by ridge regression from heads [n, width] to another encoder's logits [n, classes]."""
    mean, target = heads.mean(0), logits.mean(0)
    x = heads - mean
    gram = x.T @ x
    weights = np.linalg.solve(gram + penalty * np.trace(gram) / len(gram) * np.eye(len(gram)), x.T @ (logits - target))
    model.classifier.weight.data = torch.from_numpy(weights.T).float()
    model.classifier.bias.data = torch.from_numpy(target - mean @ weights).float()


def save(model: TimmEncoder, path: Path) -> None:
    """Writes the graph, and holds it against PyTorch at several shapes.

    @throws ValueError where they differ, as with models whose layers depend on the shape that they were traced at
    """
    random = np.random.default_rng(0)
    picture = lambda height, width: torch.from_numpy(random.integers(0, 256, (1, height, width, 3), dtype=np.uint8))  # noqa: E731
    axes: dict[str, dict[int, str]] = {"pixels": {1: "height", 2: "width"}}
    if model.square is None:
        axes |= {f"stride{s}": {2: f"height{s}", 3: f"width{s}"} for s in STRIDES}
    with torch.no_grad():
        torch.onnx.export(
            model, (picture(320, 427),), str(path), input_names=["pixels"], output_names=list(OUTPUTS), dynamic_axes=axes,
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip
    proto = onnx.load(path)
    names = {"top.weight": "top.kernel", "classifier.weight": "classifier.kernel"}
    for value in proto.graph.initializer:
        value.name = names.get(value.name, value.name)
    for node in proto.graph.node:
        node.input[:] = [names.get(name, name) for name in node.input]
        node.doc_string = ""
    onnx.checker.check_model(proto, full_check=True)
    path.write_bytes(proto.SerializeToString(deterministic=True))
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    for size in ((320, 427), (320, 320), (219, 700), (97, 61)):
        pixels = picture(*size)
        with torch.no_grad():
            expected = model(pixels)
        for name, a, b in zip(OUTPUTS, expected, session.run(list(OUTPUTS), {"pixels": pixels.numpy()})):
            if a.shape != b.shape or not np.abs(a.numpy() - b).max() <= TOLERANCE * max(1.0, float(a.abs().max())):
                raise ValueError(f"The exported encoder differs from PyTorch at {size[0]} x {size[1]} pixels in {name}; this model cannot be used.")


def make(name: str, weights: str | None, unrated: Pictures, teacher: Path, path: Path, work: Path) -> dict[str, str]:
    """Writes the encoder, its classes taught by `teacher`, an encoder of the same contract; gives what the bundle says of it."""
    import timm

    model = TimmEncoder(name, weights=weights).eval()
    save(model, path)
    eyes = Eyes(path)
    heads = features(eyes, unrated, "plain", work / "features")[:, eyes.layout.columns("head")]
    known = Eyes(teacher)
    logits = features(known, unrated, "plain", work / "features")[:, known.layout.columns("classes")]
    teach(model, heads.astype(np.float64), logits.astype(np.float64))
    save(model, path)
    settings = model.model.pretrained_cfg
    named = settings.get("license") or "LicenseRef-see-the-weights"
    licence = {"apache-2.0": "Apache-2.0", "mit": "MIT"}.get(named, named)
    origin = weights if weights is not None else settings.get("hf_hub_id") or settings.get("url") or "no weights"
    return {"id": f"calm-{name}".lower(), "source": f"timm {timm.__version__}, {name}: {origin}", "licence": licence}
