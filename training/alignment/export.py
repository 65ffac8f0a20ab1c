"""Writes the trained alignment as an ONNX graph.

`alignment.onnx`
Inputs   the encoder's `stride8`, `stride16`, `stride32`, `head`, `headDeviation`; `detail` [n, 208] and `places` [n, 3] of the
         full-size tiles (centre x, centre y in fractions, 1 where the tile is flat), n may be 0.
Outputs  `low`, `middle`, `high` [1, 8, 128]: the tokens; `thematic` [1, 384] in the text encoder's space; `lowAttention`,
         `middleAttention`, `highAttention` [1, 8, cells of stride 32]; `strength` [1, kinds, 3] logits of a change being at least
         weak, medium, strong.
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

from scoring.builder import codes_of

from .model import LEVELS, TEXT, Batch
from .records import PLACE, Widths
from .train import Trained

OPSET = 17
# Weights of at least this many numbers are stored in half precision.
HALF_FROM = 512
TOLERANCE = 1e-3


class Whole(nn.Module):
    """From what the encoder gives to everything that is read from it."""

    def __init__(self, trained: Trained) -> None:
        super().__init__()
        self.alignment, self.heads = trained.alignment, trained.heads

    def forward(
        self, stride8: Tensor, stride16: Tensor, stride32: Tensor, head: Tensor, deviation: Tensor, detail: Tensor, places: Tensor
    ) -> tuple[Tensor, ...]:
        pool = lambda x: F.avg_pool2d(x, 4, ceil_mode=True, count_include_pad=False)  # noqa: E731
        mean8 = pool(stride8)
        deviation8 = (pool(stride8 * stride8) - mean8 * mean8).clamp(min=0).sqrt()
        tiles = torch.cat([detail, places], 1)[None]
        batch = Batch(
            *cells(torch.cat([mean8, deviation8, stride32], 1)), *cells(stride16), tiles,
            torch.zeros_like(tiles[..., 0], dtype=torch.bool), torch.cat([head, deviation], 1),
        )  # fmt: skip
        out = self.alignment(batch)
        # What fell on the cells of stride 16 is added to the cells of stride 32 that they lie in.
        fine = out["middleAttentionFine"].unflatten(2, stride16.shape[2:])
        beyond = [2 * coarse - size for coarse, size in zip(stride32.shape[2:], stride16.shape[2:])]
        fine = 4 * F.avg_pool2d(F.pad(fine, (0, beyond[1], 0, beyond[0])), 2)
        out["middleAttention"] = out["middleAttention"] + fine.flatten(2)
        tokens = torch.cat([out[level] for level in LEVELS], 1)
        strength, _ = self.heads(tokens)
        return (*(out[level] for level in LEVELS), out["thematic"], *(out[f"{level}Attention"] for level in LEVELS), strength)


def cells(maps: Tensor) -> tuple[Tensor, Tensor, Tensor]:
    """[1, channels, rows, columns] to cells [1, n, channels], their centres [1, n, 2], and that all are there."""
    rows, columns = maps.shape[2], maps.shape[3]
    y = (torch.arange(rows).float() + 0.5) / rows
    x = (torch.arange(columns).float() + 0.5) / columns
    grid = torch.stack([x[None].expand(rows, -1), y[:, None].expand(-1, columns)], -1).flatten(0, 1)[None]
    flat = maps.flatten(2).transpose(1, 2)
    return flat, grid, torch.zeros_like(flat[..., 0], dtype=torch.bool)


INPUTS = ("stride8", "stride16", "stride32", "head", "headDeviation", "detail", "places")
OUTPUTS = (*LEVELS, "thematic", *(f"{level}Attention" for level in LEVELS), "strength")


def example(widths: Widths, height: int = 333, width: int = 427, tiles: int = 6, seed: int = 0) -> tuple[Tensor, ...]:
    random = np.random.default_rng(seed)
    shape = lambda stride: (-(-height // stride), -(-width // stride))  # noqa: E731
    make = lambda *size: torch.from_numpy(random.normal(0, 1, size).astype(np.float32))  # noqa: E731
    return (
        make(1, widths.low // 2, *shape(8)), make(1, widths.middle, *shape(16)), make(1, widths.high, *shape(32)),
        make(1, widths.head).abs(), make(1, widths.head).abs(), make(tiles, widths.detail), torch.from_numpy(random.random((tiles, PLACE)).astype(np.float32)),
    )  # fmt: skip


def save(trained: Trained, folder: Path) -> dict[str, float]:
    """Writes `alignment.onnx`, its large weights in half precision, and holds it against PyTorch, which is given the same rounded
    weights: attention is sharp enough for rounding itself to move tokens by more than a thousandth.

    @returns the largest absolute difference of each output
    """
    whole = Whole(trained).eval()
    widths = trained.alignment.widths
    axes = {f"stride{s}": {2: f"height{s}", 3: f"width{s}"} for s in (8, 16, 32)}
    axes |= {"detail": {0: "tiles"}, "places": {0: "tiles"}} | {f"{level}Attention": {2: "cells"} for level in LEVELS}
    path = folder / "alignment.onnx"
    torch.onnx.export(
        whole, example(widths), str(path), input_names=list(INPUTS), output_names=list(OUTPUTS), dynamic_axes=axes,
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    finish(path)
    for values in whole.state_dict().values():
        if values.numel() >= HALF_FROM:
            values.copy_(values.half().float())
    exact: dict[str, float] = {}
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    for size in ((333, 427, 14), (320, 320, 12), (64, 900, 2), (320, 213, 0)):
        inputs = example(widths, *size, seed=sum(size))
        with torch.no_grad():
            expected = whole(*inputs)
        actual = session.run(None, {name: value.numpy() for name, value in zip(INPUTS, inputs)})
        for name, a, b in zip(OUTPUTS, expected, actual):
            exact[name] = float(np.maximum(exact.get(name, 0.0), np.abs(a.numpy() - b).max()))
    wrong = {name: value for name, value in exact.items() if not value <= TOLERANCE}
    if wrong:
        raise ValueError(f"The exported alignment differs from PyTorch: {wrong}")
    return exact


def finish(path: Path, eighth_from: int | None = None) -> None:
    """Takes out what the exporter says of itself, stores large weights in half precision and casts them at the start; matrices of at least
    `eighth_from` numbers in eight bits, as `in_eight_bits` rounds their columns."""
    proto = onnx.load(path)
    proto.producer_name, proto.producer_version, proto.doc_string = "calm-sdk", "", ""
    proto.graph.doc_string = ""
    for node in proto.graph.node:
        node.doc_string = ""
        del node.metadata_props[:]
    casts = []
    for value in list(proto.graph.initializer):
        array = numpy_helper.to_array(value)
        if array.dtype == np.float32 and array.size >= HALF_FROM:
            name = value.name
            if eighth_from is not None and array.ndim == 2 and array.size >= eighth_from:
                codes, scale = codes_of(array)
                value.CopyFrom(numpy_helper.from_array(codes, f"{name}.codes"))
                proto.graph.initializer.append(numpy_helper.from_array(scale, f"{name}.scale"))
                casts.append(onnx.helper.make_node("DequantizeLinear", [f"{name}.codes", f"{name}.scale"], [name], axis=1))
                continue
            value.CopyFrom(numpy_helper.from_array(array.astype(np.float16), f"{name}.half"))
            casts.append(onnx.helper.make_node("Cast", [f"{name}.half"], [name], to=onnx.TensorProto.FLOAT))
    kept = list(proto.graph.node)
    del proto.graph.node[:]
    proto.graph.node.extend(casts + kept)
    onnx.checker.check_model(proto, full_check=True)
    path.write_bytes(proto.SerializeToString(deterministic=True))
