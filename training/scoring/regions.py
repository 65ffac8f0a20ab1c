"""Where a score comes from: what each cell of a picture adds to it, exactly.

The score is a function of one vector, which the average unrated photograph has at zero. Integrated gradients (Sundararajan, Taly & Yan
2017, arXiv 1703.01365) along the straight line from there give each number of the vector its part, and the parts add up to the
difference of the two scores; for this kernel eight points of Gauss and Legendre are exact to single precision. Each number is then
traced back to the cells of stride 32 that it was pooled from:

- means of maps, and of parts of them: a cell gives its distance from the average, over the number of cells that the mean is of;
- deviations: by a cell's squared distance from the picture's mean;
- the head and the classes: by the head's activation in each cell, of which they are the mean;
- tokens: by where their queries looked.

(C) All of it; the paper has no such view.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from alignment.model import QUERIES

from features import PARTS, PLACES

from .builder import Builder, in_eight_bits
from .representation import TOKENS, Part, Representation

POINTS = 8
TINY = 1e-6


@dataclass(frozen=True)
class Top:
    """The encoder's last layers: the head's activations in a cell are clip(kernel @ stride32 + bias, 0, `most`), the classes
    `classifier` times their mean, and a constant. `usual` is the head of the average unrated photograph."""

    kernel: np.ndarray
    bias: np.ndarray
    most: float
    classifier: np.ndarray
    usual: np.ndarray

    @staticmethod
    def of(encoder: Path, usual: np.ndarray) -> Top:
        values = {value.name: numpy_helper.to_array(value).astype(np.float64) for value in onnx.load(encoder).graph.initializer}
        kernel = values["top.kernel"]
        # The exporters leave out a bias of zeros, and a bound where there is none.
        bias, most = values.get("top.bias", np.zeros(len(kernel))), float(values.get("six", np.inf))
        return Top(kernel.reshape(kernel.shape[:2]), bias, min(most, 3e38), values["classifier.kernel"], usual)


def regions(
    b: Builder,
    kind: str,
    representation: Representation,
    support: np.ndarray,
    coefficients: np.ndarray,
    top: Top,
    sharpness: float,
) -> str:
    """Adds what finds the regions of one kind to a branch of the scoring graph, whose vectors and pooled maps it reads; gives the
    name of the grid [rows, columns]."""
    at = lambda name: f"{kind}.regions.{name}"  # noqa: E731
    add, constant = b.add, b.constant
    whole = lambda name, value: constant(name, np.atleast_1d(value), np.int64)  # noqa: E731
    sum_of = lambda x, axes, name: add("ReduceSum", [x, whole(f"axes{axes}", axes)], name, keepdims=1)  # noqa: E731

    gradient = _gradient(b, kind, support, coefficients, sharpness)
    cells: list[str] = []

    rows, columns = _side(b, "stride32", 2, at("rows")), _side(b, "stride32", 3, at("columns"))

    def spread(values: str, stride: int, name: str) -> str:
        """[1, 1, h, w] of a finer stride, summed into the cells of stride 32."""
        factor = 32 // stride
        if factor == 1:
            return values
        missing = []
        for side, axis, coarse in (("high", 2, rows), ("wide", 3, columns)):
            full = add("Mul", [coarse, whole(f"factor{factor}", factor)], f"{name}.{side}.full")
            missing.append(add("Sub", [full, _side(b, f"stride{stride}", axis, f"{name}.{side}")], f"{name}.{side}.missing"))
        pads = add("Concat", [whole("no-pads", [0] * 6), *missing], f"{name}.pads", axis=0)
        padded = add("Pad", [values, pads], f"{name}.padded")
        mean = add("AveragePool", [padded], f"{name}.pooled", kernel_shape=[factor, factor], strides=[factor, factor])
        return add("Mul", [mean, constant(f"area{factor}", float(factor**2))], f"{name}.summed")

    def tall(x: str, name: str) -> str:
        """[1, channels] to [1, channels, 1, 1]."""
        return add("Unsqueeze", [x, whole("axes-of-maps", [2, 3])], f"{name}.tall")

    def count_of(stride: int) -> str:
        name = at(f"count{stride}")
        shape = add("Shape", [f"stride{stride}"], f"{name}.shape", start=2)
        product = add("ReduceProd", [shape], f"{name}.whole", axes=[0], keepdims=1)
        return add("Cast", [product], name, to=onnx.TensorProto.FLOAT)

    def head_map() -> str:
        kernel = constant("top.bias", top.bias)
        weights = b.eighth("top.kernel", top.kernel.T)
        turned = add("Transpose", [weights], "top.kernel.rows", perm=[1, 0])
        square = add("Unsqueeze", [turned, whole("axes-of-maps", [2, 3])], "top.kernel.square")
        x = add("Conv", ["stride32", square, kernel], at("top"), kernel_shape=[1, 1])
        return add("Clip", [x, constant("zero", 0.0), constant("top.most", top.most)], at("top.map"))

    def means(stride: int, distance: str, weight: str, name: str) -> None:
        weighted = add("Mul", [f"stride{stride}", tall(weight, f"{name}.weight")], f"{name}.weighted")
        summed = sum_of(weighted, [1], f"{name}.signed")
        usual = add("Mul", [distance, weight], f"{name}.usual.parts")
        usual = sum_of(usual, [1], f"{name}.usual")
        centred = add("Sub", [summed, tall(usual, f"{name}.usual")], f"{name}.centred")
        cells.append(spread(add("Div", [centred, count_of(stride)], f"{name}.cells"), stride, name))

    def places(stride: int, distance: str, weight: str, name: str) -> None:
        """As `means`, with a weight for each part."""
        down = add("Transpose", [f"parts{stride}.2.shares"], f"{name}.down", perm=[1, 0])

        def in_square(parts: str, at: str) -> str:
            return add("Reshape", [parts, whole("parts.square", [1, -1, PARTS, PARTS])], f"{at}.square")

        def over_cells(square: str, at: str) -> str:
            return add("MatMul", [add("MatMul", [down, square], f"{at}.rows"), f"parts{stride}.3.shares"], f"{at}.cells")

        own = over_cells(in_square(weight, f"{name}.own"), f"{name}.own")
        signed = sum_of(add("Mul", [f"stride{stride}", own], f"{name}.weighted"), [1], f"{name}.signed")
        usual = in_square(add("Mul", [distance, weight], f"{name}.usual.parts"), f"{name}.usual")
        usual = over_cells(sum_of(usual, [1], f"{name}.usual.summed"), f"{name}.usual")
        cells.append(spread(add("Sub", [signed, usual], f"{name}.cells"), stride, name))

    def deviations(stride: int, parts: str, name: str) -> None:
        squared = f"deviation{stride}.squared"
        total = add("Add", [sum_of(squared, [2, 3], f"{name}.total"), constant("tiny", TINY)], f"{name}.total.positive")
        gain = add("Div", [tall(parts, f"{name}.parts"), total], f"{name}.gain")
        summed = sum_of(add("Mul", [squared, gain], f"{name}.weighted"), [1], f"{name}.cells")
        cells.append(spread(summed, stride, name))

    def head(parts: str, name: str) -> None:
        activations = add("Add", [head_map(), constant("tiny", TINY)], f"{name}.activations")
        total = sum_of(activations, [2, 3], f"{name}.total")
        gain = add("Div", [tall(parts, f"{name}.parts"), total], f"{name}.gain")
        cells.append(sum_of(add("Mul", [activations, gain], f"{name}.weighted"), [1], f"{name}.cells"))

    def classes(part: Part, parts: str, own: str, name: str) -> None:
        """The classes are linear in the head: a weight for each of its activations. What rounding loses is spread evenly."""
        through = top.classifier.T @ (part.scale[part.places("classes"), None].astype(np.float64) * part.axes[part.places("classes")])
        matrix = b.eighth(f"{name}.through", in_eight_bits(through))
        weight = add("MatMul", [own, add("Transpose", [matrix], f"{name}.turned", perm=[1, 0])], f"{name}.weight")
        distance = add("Sub", [head_map(), constant("top.usual", top.usual.reshape(1, -1, 1, 1))], f"{name}.distance")
        summed = sum_of(add("Mul", [distance, tall(weight, f"{name}.weight")], f"{name}.weighted"), [1], f"{name}.signed")
        shares = add("Div", [summed, count_of(32)], f"{name}.shares")
        lost = add("Sub", [tall(sum_of(parts, [1], f"{name}.true"), f"{name}.true"), sum_of(shares, [2, 3], f"{name}.found")], f"{name}.lost")
        cells.append(add("Add", [shares, add("Div", [lost, count_of(32)], f"{name}.even")], f"{name}.cells"))

    def tokens(block: str, parts: str, name: str) -> None:
        shape = whole(f"{block}.shape", [1, QUERIES, -1])
        each = sum_of(add("Reshape", [parts, shape], f"{name}.each"), [2], f"{name}.queries")
        looked = add("Add", [f"{block}Attention", constant("tiny", TINY)], f"{name}.looked")
        shares = add("Div", [looked, sum_of(looked, [2], f"{name}.all")], f"{name}.shares")
        flat = sum_of(add("Mul", [shares, each], f"{name}.weighted"), [1], f"{name}.flat")
        grid = add("Concat", [whole("one-one", [1, 1]), rows, columns], at("grid"), axis=0)
        cells.append(add("Reshape", [flat, grid], f"{name}.cells"))

    first = 0
    for index, part in enumerate(representation.parts):
        outer = f"{kind}.part{index}"
        size = part.width
        own = _slice(b, gradient, first, first + size, f"{outer}.regions.gradient")
        first += size
        weights = own
        if part.axes is not None:
            turned = add("Transpose", [f"{outer}.axes"], f"{outer}.regions.axes", perm=[1, 0])
            weights = add("MatMul", [own, turned], f"{outer}.regions.weights")
        # By raw number: what it adds, and what a unit of it does.
        added = add("Mul", [f"{outer}.scaled", weights], f"{outer}.regions.added")
        unit = add("Mul", [weights, f"{outer}.scale"], f"{outer}.regions.unit")
        for block in part.blocks:
            place, name = part.places(block), at(block)
            parts = _slice(b, added, place.start, place.stop, f"{name}.added")
            if block.startswith("mean"):
                weight = _slice(b, unit, place.start, place.stop, f"{name}.unit")
                means(int(block[4:]), constant(f"{name}.usual-mean", part.mean[None, place]), weight, name)
            elif block in PLACES:
                weight = _slice(b, unit, place.start, place.stop, f"{name}.unit")
                places(PLACES[block], constant(f"{name}.usual-mean", part.mean[None, place]), weight, name)
            elif block.startswith("deviation"):
                deviations(int(block[9:]), parts, name)
            elif block == "head":
                head(parts, name)
            elif block == "classes":
                classes(part, parts, own, name)
            elif block in TOKENS:
                tokens(block, parts, name)
            else:
                raise ValueError(f"Nothing says where the block {block} comes from.")
    total = cells[0] if len(cells) == 1 else add("Sum", cells, at("sum"))
    return add("Squeeze", [total, whole("axes-of-one", [0, 1])], at("cells"))


def _gradient(b: Builder, kind: str, support: np.ndarray, coefficients: np.ndarray, sharpness: float) -> str:
    """Mean gradient of the score along the line from zero to the vector: [1, axes]."""
    at = lambda name: f"{kind}.regions.{name}"  # noqa: E731
    add, constant = b.add, b.constant
    nodes, weights = np.polynomial.legendre.leggauss(POINTS)
    ones = constant("ones-axis", [1], np.int64)
    path = add("Mul", [constant("path", (nodes[:, None] + 1) / 2), f"{kind}.vector"], at("path"))
    product = add("MatMul", [path, f"{kind}.support.columns"], at("product"))
    squares = add("ReduceSum", [add("Mul", [path, path], at("path.squares")), ones], at("path.lengths"), keepdims=1)
    distance = add("Add", [squares, constant(f"{kind}.lengths", (support.astype(np.float64) ** 2).sum(1))], at("lengths"))
    distance = add("Sub", [distance, add("Mul", [product, constant("two", 2.0)], at("product.doubled"))], at("distance"))
    near = add("Exp", [add("Mul", [distance, constant("sharpness", -sharpness)], at("nearness.log"))], at("nearness"))
    pull = add("Mul", [near, constant(at("coefficients"), coefficients)], at("pull"))
    towards = add("MatMul", [pull, f"{kind}.support"], at("towards"))
    away = add("Mul", [add("ReduceSum", [pull, ones], at("pulls"), keepdims=1), path], at("away"))
    slope = add("Mul", [add("Sub", [towards, away], at("slope.raw")), constant("twice-sharpness", 2 * sharpness)], at("slope"))
    return add("MatMul", [constant("path.weights", weights[None] / 2), slope], at("gradient"))


def _side(b: Builder, name: str, axis: int, output: str) -> str:
    return b.add("Shape", [name], output, start=axis, end=axis + 1)


def _slice(b: Builder, x: str, start: int, stop: int, output: str) -> str:
    bounds = [b.constant(f"at{value}", [value], np.int64) for value in (start, stop)]
    return b.add("Slice", [x, *bounds, b.constant("at1", [1], np.int64)], output)
