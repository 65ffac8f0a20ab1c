"""Writes the head as one ONNX graph.

Inputs   `stride8`, `stride16`, `stride32`, `head`, `classes` of the encoder; `middle`, `high` of the alignment and their
         `middleAttention`, `highAttention`; `explain` int64 [1], the row of the kind whose regions are asked for, or -1; `added`
         [1, kinds] what readings add to the score of each kind, in points.
Outputs  `distribution` [1, kinds, 10] over the bins [0, 1) … [9, 10); its mean over the bins' centres is the score;
         `deviation` [1, kinds] expected absolute error in points; `domain` [1, kinds] logits of the kinds;
         `unfamiliarity` [1, 1] logit of being no picture of any known kind; `regions` [rows, columns] what each cell of stride 32
         adds to the score of that kind (regions.py), [0, 0] where nothing was asked.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import onnx
from onnx import TensorProto, helper

from alignment.model import QUERIES
from features import PARTS, PLACES, Layout

from .builder import IR_VERSION, OPSET, Builder
from .head import ERROR_FLOOR, SHARPNESS
from .regions import Top, regions
from .representation import ROOTS, TOKENS, Part, Representation

CENTRES = np.arange(10) + 0.5
# A mean of bins cannot lie outside the outer centres.
LOWEST, HIGHEST = 0.7, 9.3
STEPS = 12
MAPS = {
    "mean8": "stride8", "deviation8": "stride8", "mean16": "stride16", "deviation16": "stride16", "mean32": "stride32", "deviation32": "stride32",
}  # fmt: skip
FROM_ENCODER = ("stride8", "stride16", "stride32", "head", "classes")
ATTENTION = tuple(f"{token}Attention" for token in TOKENS)
EXPLAIN, ADDED, REGIONS = "explain", "added", "regions"
OUTPUTS = ("distribution", "deviation", "domain", "unfamiliarity", REGIONS)
INPUTS = (*FROM_ENCODER, *TOKENS, *ATTENTION)


def shape_of(name: str, layout: Layout) -> list[int | str]:
    if name.startswith("stride"):
        return [1, layout[f"mean{name[6:]}"], f"height{name[6:]}", f"width{name[6:]}"]
    if name in TOKENS:
        return [1, QUERIES, layout[name] // QUERIES]
    return [1, QUERIES, "cells"] if name in ATTENTION else [1, layout[name]]


def distribution(mean: np.ndarray, spread: np.ndarray) -> np.ndarray:
    """Bins of a discretised normal of this spread, tilted until their mean is exactly `mean` (Newton's method on the tilt of
    an exponential family): [..., 10]."""
    mean = np.clip(mean, LOWEST, HIGHEST)[..., None]
    base = -((CENTRES - 5) ** 2) / (2 * spread[..., None] ** 2)
    tilt = (mean - 5) / spread[..., None] ** 2
    for _ in range(STEPS):
        logits = base + tilt * (CENTRES - 5)
        shares = np.exp(logits - logits.max(-1, keepdims=True))
        shares /= shares.sum(-1, keepdims=True)
        now = (shares * CENTRES).sum(-1, keepdims=True)
        variance = (shares * (CENTRES - now) ** 2).sum(-1, keepdims=True)
        tilt = tilt + np.clip((mean - now) / np.maximum(variance, 1e-3), -1, 1)
    logits = base + tilt * (CENTRES - 5)
    shares = np.exp(logits - logits.max(-1, keepdims=True))
    return shares / shares.sum(-1, keepdims=True)


@dataclass(frozen=True)
class Machine:
    """A kernel machine over the vector of one kind of picture."""

    kind: str
    representation: Representation
    # [pictures, axes], as stored in float16.
    support: np.ndarray
    coefficients: np.ndarray
    offset: float
    error_coefficients: np.ndarray
    error_offset: float


def in_parts(b: Builder, stride: int, axis: int) -> str:
    """What each cell along an axis of a map counts for in the mean of each part, as `features.in_parts`: [PARTS, cells]."""
    at = lambda name: f"parts{stride}.{axis}.{name}"  # noqa: E731
    add, constant = b.add, b.constant
    edges = np.arange(PARTS + 1)[:, None] / PARTS
    size = add("Cast", [add("Shape", [f"stride{stride}"], at("shape"), start=axis, end=axis + 1)], at("size"), to=TensorProto.FLOAT)
    count = add("Squeeze", [size], at("count"))
    places = add("Range", [constant("range.start", 0.0), count, constant("range.step", 1.0)], at("places"))
    low = add("Div", [places, size], at("low"))
    high = add("Div", [add("Add", [places, "range.step"], at("next")), size], at("high"))
    ends = add("Min", [high, constant("parts.high", edges[1:])], at("ends"))
    starts = add("Max", [low, constant("parts.low", edges[:-1])], at("starts"))
    covered = add("Relu", [add("Sub", [ends, starts], at("signed"))], at("covered"))
    return add("Mul", [covered, constant("parts.count", float(PARTS))], at("shares"))


def block(b: Builder, name: str) -> str:
    """A block of what is seen; made once, however many vectors hold it."""
    if name in TOKENS:
        return b.add("Flatten", [name], f"{name}.flat", axis=1)
    if name in PLACES:
        stride = PLACES[name]
        down, across = in_parts(b, stride, 2), in_parts(b, stride, 3)
        rows = b.add("MatMul", [down, f"stride{stride}"], f"{name}.rows")
        parts = b.add("MatMul", [rows, b.add("Transpose", [across], f"{name}.across", perm=[1, 0])], f"{name}.parts")
        return b.add("Flatten", [parts], name, axis=1)
    if name not in MAPS:
        if name in ROOTS:
            return b.add("Sqrt", [b.add("Relu", [name], f"{name}.positive")], f"{name}.root")
        return name
    source = MAPS[name]
    pooled = b.add("ReduceMean", [source], f"{source}.pooled", axes=[2, 3], keepdims=1)
    if name.startswith("mean"):
        return b.add("Flatten", [pooled], name, axis=1)
    centred = b.add("Sub", [source, pooled], f"{name}.centred")
    squared = b.add("Mul", [centred, centred], f"{name}.squared")
    variance = b.add("ReduceMean", [squared], f"{name}.variance", axes=[2, 3], keepdims=0)
    return b.add("Sqrt", [variance], name)


def part_vector(b: Builder, part: Part, at: str) -> str:
    """The vector of a part of a representation, named from `at` on."""
    x = b.add("Concat", [block(b, name) for name in part.blocks], f"{at}.raw", axis=1)
    x = b.add("Sub", [x, b.constant(f"{at}.mean", part.mean)], f"{at}.centred")
    x = b.add("Mul", [x, b.constant(f"{at}.scale", part.scale)], f"{at}.scaled")
    if part.axes is None:
        return b.add("Identity", [x], f"{at}.vector")
    return b.add("MatMul", [x, b.eighth(f"{at}.axes", part.axes)], f"{at}.vector")


def build(
    machines: list[Machine],
    spread: np.ndarray,
    domain: tuple[np.ndarray, np.ndarray],
    strange: tuple[np.ndarray, np.ndarray],
    top: Top,
    layout: Layout,
) -> onnx.ModelProto:
    """`machines` in the order of the kinds, that of photographs first: its vector also tells the kinds apart; `spread` [kinds, 3]:
    variance of votes as a polynomial of the score (constant, linear, quadratic); `domain` weights [axes, kinds] and bias; `strange`
    weights [axes + 2] and bias; `top` the encoder's last layer, for the regions."""
    b = Builder()
    add, constant = b.add, b.constant

    def squares(x: str) -> str:
        return add("ReduceSum", [add("Mul", [x, x], f"{x}.squares"), constant("one", [1], np.int64)], f"{x}.length", keepdims=1)

    def vector_of(m: Machine) -> str:
        places = [part_vector(b, part, f"{m.kind}.part{index}") for index, part in enumerate(m.representation.parts)]
        return add("Concat", places, f"{m.kind}.vector", axis=1)

    def machine(m: Machine) -> tuple[str, str]:
        """Score and root of the expected error, [1, 1] each."""
        at = lambda name: f"{m.kind}.{name}"  # noqa: E731
        vector = vector_of(m)
        # Squared distances to what has been rated: |v|² + |s|² - 2 v·s.
        points = m.support.astype(np.float64)
        turned = add("Transpose", [b.half(at("support"), m.support)], at("support.columns"), perm=[1, 0])
        product = add("Mul", [add("MatMul", [vector, turned], at("product")), constant("minus-two", -2.0)], at("product.doubled"))
        squared = add("Add", [product, squares(vector)], at("distance.part"))
        squared = add("Add", [squared, constant(at("lengths"), (points**2).sum(1))], at("distance"))
        squared = add("Relu", [squared], at("distance.positive"))
        near = add("Exp", [add("Mul", [squared, constant("sharpness", -SHARPNESS)], at("nearness.log"))], at("nearness"))
        columns = np.stack([m.coefficients, m.error_coefficients], 1)
        both = add("Gemm", [near, constant(at("coefficients"), columns), constant(at("offsets"), [m.offset, m.error_offset])], at("both"))
        constant("two-ones", [1, 1], np.int64)
        b.nodes.append(helper.make_node("Split", [both, "two-ones"], [at("score"), at("error")], name=at("split"), axis=1))
        return at("score"), at("error")

    scores, errors = zip(*(machine(m) for m in machines))
    score = add("Concat", list(scores), "score.free", axis=1)
    score = add("Add", [score, ADDED], "score.whole")
    score = add("Clip", [score, constant("lowest", LOWEST), constant("highest", HIGHEST)], "score")
    error = add("Concat", list(errors), "error.root", axis=1)
    error = add("Max", [error, constant("error.floor", ERROR_FLOOR**0.5)], "error.positive")
    add("Mul", [error, error], "deviation")
    first = machines[0].kind
    vector = f"{first}.vector"
    length = squares(vector)
    whole, inside = squares(f"{first}.part0.scaled"), squares(f"{first}.part0.vector")

    # The tilted normal, as in `distribution` above.
    middle = constant("score.middle", 5.0)
    from_middle = add("Sub", [score, middle], "score.from-middle")
    quadratic = add("Mul", [score, constant("spread.quadratic", spread[:, 2])], "spread.a")
    linear = add("Add", [quadratic, constant("spread.linear", spread[:, 1])], "spread.b")
    product = add("Mul", [linear, score], "spread.c")
    variance = add("Add", [product, constant("spread.constant", spread[:, 0])], "spread.d")
    variance = add("Max", [variance, constant("spread.floor", 0.25)], "spread.variance")
    last = constant("last", [2], np.int64)
    wide = add("Unsqueeze", [variance, last], "spread.wide")
    offsets_from_middle = constant("centres", CENTRES - 5)
    base = add("Div", [constant("centres.parabola", -((CENTRES - 5) ** 2) / 2), wide], "base")
    mean = add("Unsqueeze", [from_middle, last], "mean.wide")
    tilt = add("Div", [mean, wide], "tilt0")
    constant("least", 1e-3), constant("step.low", -1.0), constant("step.high", 1.0)
    for step in range(STEPS):
        name = f"step{step}"
        logits = add("Add", [base, add("Mul", [tilt, offsets_from_middle], f"{name}.tilted")], f"{name}.logits")
        shares = add("Softmax", [logits], f"{name}.shares", axis=-1)
        weighted = add("Mul", [shares, offsets_from_middle], f"{name}.weighted")
        now = add("ReduceSum", [weighted, last], f"{name}.mean", keepdims=1)
        away = add("Sub", [offsets_from_middle, now], f"{name}.away")
        moment = add("Mul", [add("Mul", [away, away], f"{name}.away-squared"), shares], f"{name}.moments")
        moment = add("Max", [add("ReduceSum", [moment, last], f"{name}.moment", keepdims=1), "least"], f"{name}.variance")
        change = add("Div", [add("Sub", [mean, now], f"{name}.missing"), moment], f"{name}.newton")
        change = add("Clip", [change, "step.low", "step.high"], f"{name}.change")
        tilt = add("Add", [tilt, change], f"tilt{step + 1}")
    logits = add("Add", [base, add("Mul", [tilt, offsets_from_middle], "bins.tilted")], "bins.logits")
    add("Softmax", [logits], "distribution", axis=-1)

    add("Gemm", [vector, constant("domain.weights", domain[0]), constant("domain.bias", domain[1])], "domain")
    beyond = add("Relu", [add("Sub", [whole, inside], "beyond.signed")], "beyond")
    described = add("Concat", [vector, length, beyond], "described", axis=1)
    add("Gemm", [described, constant("strange.weights", strange[0].reshape(-1, 1)), constant("strange.bias", strange[1])], "unfamiliarity")

    kinds = len(machines)
    inputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in ((name, shape_of(name, layout)) for name in INPUTS)]
    inputs.append(helper.make_tensor_value_info(EXPLAIN, TensorProto.INT64, [1]))
    inputs.append(helper.make_tensor_value_info(ADDED, TensorProto.FLOAT, [1, kinds]))
    grid = helper.make_tensor_value_info(REGIONS, TensorProto.FLOAT, ["rows", "columns"])
    asked(b, machines, top)
    shapes = {"distribution": [1, kinds, 10], "deviation": [1, kinds], "domain": [1, kinds], "unfamiliarity": [1, 1]}
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
    proto = helper.make_model(
        helper.make_graph(b.nodes, "scoring", inputs, [*outputs, grid], list(b.constants.values())),
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="calm-sdk",
    )
    proto.ir_version = IR_VERSION
    onnx.checker.check_model(proto, full_check=True)
    return proto


def asked(b: Builder, machines: list[Machine], top: Top) -> None:
    """The regions of the kind that is asked for; the work is done for no other, and for none if none is."""

    def body(builder: Builder, result: str, name: str) -> onnx.GraphProto:
        builder.add("Identity", [result], f"{name}.out")
        return builder.body(name, [helper.make_tensor_value_info(f"{name}.out", TensorProto.FLOAT, None)])

    nothing = b.branch()
    otherwise = body(nothing, b.constant("regions.none", np.zeros((0, 0))), "regions.nothing")
    for row, m in reversed(list(enumerate(machines))):
        own, before = b.branch(), b.branch() if row > 0 else b
        chosen = body(own, regions(own, m.kind, m.representation, m.support, m.coefficients, top, SHARPNESS), f"regions.{m.kind}")
        test = before.add("Equal", [EXPLAIN, b.constant(f"row{row}", [row], np.int64)], f"explain.{m.kind}")
        result = REGIONS if row == 0 else f"regions.from-{m.kind}"
        before.add("If", [test], result, then_branch=chosen, else_branch=otherwise)
        if row > 0:
            otherwise = body(before, result, f"regions.else-{m.kind}")
