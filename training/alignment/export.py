"""Writes the trained alignment and the text adapter as ONNX graphs.

`alignment.onnx`
Inputs   the encoder's `stride8`, `stride16`, `stride32`, `head`, `headDeviation`; `detail` [n, 208] and `places` [n, 3] of the
         full-size tiles (centre x, centre y in fractions, 1 where the tile is flat), n may be 0.
Outputs  `low`, `middle`, `high` [1, 8, 128]: the tokens; `thematic` [1, 384] in the text encoder's space; `lowAttention`,
         `middleAttention`, `highAttention` [1, 8, cells of stride 32]; `answers` [1, 24, 128] unit vectors that texts are held
         against; `strength` [1, kinds, 3] logits of a change being at least weak, medium, strong.

`text-adapter.onnx`
Input    `text` [n, 384] of the text encoder. Output `adapted` [n, 128], unit vectors in the space of `answers`.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from torch import Tensor, nn

from .model import LEVELS, TEXT, Batch
from .records import DETAIL, HEAD, HIGH, LOW, MIDDLE, PLACE
from .train import Trained

OPSET = 17
# Weights of at least this many numbers are stored in half precision.
HALF_FROM = 512
TOLERANCE = 1e-3


class Whole(nn.Module):
    """From what the encoder gives to everything that is read from it."""

    def __init__(self, trained: Trained) -> None:
        super().__init__()
        self.alignment, self.heads, self.presence = trained.alignment, trained.heads, trained.presence

    def forward(
        self, stride8: Tensor, stride16: Tensor, stride32: Tensor, head: Tensor, deviation: Tensor, detail: Tensor, places: Tensor
    ) -> tuple[Tensor, ...]:
        pool = lambda x, factor: F.avg_pool2d(x, factor, ceil_mode=True, count_include_pad=False)  # noqa: E731
        mean8 = pool(stride8, 4)
        deviation8 = (pool(stride8 * stride8, 4) - mean8 * mean8).clamp(min=0).sqrt()
        maps = torch.cat([mean8, deviation8, pool(stride16, 2), stride32], 1)
        rows, columns = maps.shape[2], maps.shape[3]
        y = (torch.arange(rows).float() + 0.5) / rows
        x = (torch.arange(columns).float() + 0.5) / columns
        grid = torch.stack([x[None].expand(rows, -1), y[:, None].expand(-1, columns)], -1).flatten(0, 1)[None]
        cells = maps.flatten(2).transpose(1, 2)
        tiles = torch.cat([detail, places], 1)[None]
        batch = Batch(
            cells, grid, torch.zeros_like(cells[..., 0], dtype=torch.bool), tiles,
            torch.zeros_like(tiles[..., 0], dtype=torch.bool), torch.cat([head, deviation], 1),
        )  # fmt: skip
        out = self.alignment(batch)
        tokens = torch.cat([out[level] for level in LEVELS], 1)
        strength, _ = self.heads(tokens)
        answers = F.normalize(self.presence.project(tokens), dim=-1)
        return (
            *(out[level] for level in LEVELS), out["thematic"], *(out[f"{level}Attention"] for level in LEVELS),
            answers, strength,
        )  # fmt: skip


INPUTS = ("stride8", "stride16", "stride32", "head", "headDeviation", "detail", "places")
OUTPUTS = (*LEVELS, "thematic", *(f"{level}Attention" for level in LEVELS), "answers", "strength")


def example(height: int = 333, width: int = 427, tiles: int = 14, seed: int = 0) -> tuple[Tensor, ...]:
    random = np.random.default_rng(seed)
    shape = lambda stride: (-(-height // stride), -(-width // stride))  # noqa: E731
    make = lambda *size: torch.from_numpy(random.normal(0, 1, size).astype(np.float32))  # noqa: E731
    return (
        make(1, LOW // 2, *shape(8)), make(1, MIDDLE, *shape(16)), make(1, HIGH, *shape(32)), make(1, HEAD).abs(),
        make(1, HEAD).abs(), make(tiles, DETAIL), torch.from_numpy(random.random((tiles, PLACE)).astype(np.float32)),
    )  # fmt: skip


def save(trained: Trained, folder: Path) -> dict[str, float]:
    """Writes both graphs, and holds that of the alignment against PyTorch before its weights are stored in half precision.

    @returns the largest absolute difference of each graph's outputs
    """
    whole = Whole(trained).eval()
    axes = {f"stride{s}": {2: f"height{s}", 3: f"width{s}"} for s in (8, 16, 32)}
    axes |= {"detail": {0: "tiles"}, "places": {0: "tiles"}} | {f"{level}Attention": {2: "cells"} for level in LEVELS}
    path = folder / "alignment.onnx"
    torch.onnx.export(
        whole, example(), str(path), input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    adapter = folder / "text-adapter.onnx"
    torch.onnx.export(
        trained.adapter, (torch.randn(2, TEXT),), str(adapter), input_names=["text"], output_names=["adapted"],
        dynamic_axes={"text": {0: "n"}, "adapted": {0: "n"}}, opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    exact = {}
    for file in (path, adapter):
        finish(file, half=False)
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    for size in ((333, 427, 14), (320, 320, 12), (64, 900, 2), (320, 213, 0)):
        inputs = example(*size, seed=sum(size))
        with torch.no_grad():
            expected = whole(*inputs)
        actual = session.run(None, {name: value.numpy() for name, value in zip(INPUTS, inputs)})
        for name, a, b in zip(OUTPUTS, expected, actual):
            exact[name] = float(np.maximum(exact.get(name, 0.0), np.abs(a.numpy() - b).max()))
    wrong = {name: value for name, value in exact.items() if not value <= TOLERANCE}
    if wrong:
        raise ValueError(f"The exported alignment differs from PyTorch: {wrong}")
    for file in (path, adapter):
        finish(file, half=True)
    return exact


def finish(path: Path, half: bool) -> None:
    """Takes out what the exporter says of itself; with `half`, stores large weights in half precision and casts them at the start."""
    proto = onnx.load(path)
    proto.producer_name, proto.producer_version, proto.doc_string = "calm-sdk", "", ""
    proto.graph.doc_string = ""
    for node in proto.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    if half:
        nodes = []
        for value in proto.graph.initializer:
            array = numpy_helper.to_array(value)
            if array.dtype == np.float32 and array.size >= HALF_FROM:
                name = value.name
                value.CopyFrom(numpy_helper.from_array(array.astype(np.float16), f"{name}.half"))
                nodes.append(onnx.helper.make_node("Cast", [f"{name}.half"], [name], to=onnx.TensorProto.FLOAT))
        kept = list(proto.graph.node)
        del proto.graph.node[:]
        proto.graph.node.extend(nodes + kept)
    onnx.checker.check_model(proto, full_check=True)
    path.write_bytes(proto.SerializeToString(deterministic=True))

