"""Writes the head as one ONNX graph.

Inputs   `stride8`, `stride16`, `stride32`, `head`, `classes` of the encoder.
Outputs  `distribution` [1, kinds, 10] over the bins [0, 1) … [9, 10); its mean over the bins' centres is the score;
         `deviation` [1, kinds] expected absolute error in points; `domain` [1, kinds] logits of the kinds;
         `unfamiliarity` [1, 1] logit of being no picture of any known kind.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from .head import ERROR_FLOOR, SHARPNESS
from .representation import ROOTS, Representation

OPSET = 17
IR_VERSION = 9
CENTRES = np.arange(10) + 0.5
# A mean of bins cannot lie outside the outer centres.
LOWEST, HIGHEST = 0.7, 9.3
STEPS = 12
MAPS = {
    "mean8": "stride8", "mean16": "stride16", "deviation16": "stride16", "mean32": "stride32", "deviation32": "stride32",
}  # fmt: skip
INPUTS = {"stride8": 48, "stride16": 120, "stride32": 352, "head": 1280, "classes": 1000}


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


def build(
    machines: list[Machine],
    spread: np.ndarray,
    domain: tuple[np.ndarray, np.ndarray],
    strange: tuple[np.ndarray, np.ndarray],
) -> onnx.ModelProto:
    """`machines` in the order of the kinds, that of photographs first: its vector also tells the kinds apart; `spread` [kinds, 3]:
    variance of votes as a polynomial of the score (constant, linear, quadratic); `domain` weights [axes, kinds] and bias; `strange`
    weights [axes + 2] and bias."""
    nodes: list[onnx.NodeProto] = []
    constants: list[onnx.TensorProto] = []

    def constant(name: str, value: np.ndarray | float, kind: type = np.float32) -> str:
        if not any(known.name == name for known in constants):
            constants.append(numpy_helper.from_array(np.asarray(value, kind), name))
        return name

    def half(name: str, value: np.ndarray) -> str:
        return add("Cast", [constant(f"{name}.half", value, np.float16)], name, to=TensorProto.FLOAT)

    def add(operator: str, inputs: list[str], output: str, **attributes: object) -> str:
        if not any(node.name == output for node in nodes):
            nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
        return output

    def block(name: str) -> str:
        """A block of the encoder's outputs; made once, however many vectors hold it."""
        if name not in MAPS:
            if name in ROOTS:
                return add("Sqrt", [add("Relu", [name], f"{name}.positive")], f"{name}.root")
            return name
        source = MAPS[name]
        pooled = add("ReduceMean", [source], f"{source}.pooled", axes=[2, 3], keepdims=1)
        if name.startswith("mean"):
            return add("Flatten", [pooled], name, axis=1)
        centred = add("Sub", [source, pooled], f"{name}.centred")
        squared = add("Mul", [centred, centred], f"{name}.squared")
        variance = add("ReduceMean", [squared], f"{name}.variance", axes=[2, 3], keepdims=0)
        return add("Sqrt", [variance], name)

    def squares(x: str) -> str:
        return add("ReduceSum", [add("Mul", [x, x], f"{x}.squares"), constant("one", [1], np.int64)], f"{x}.length", keepdims=1)

    def machine(m: Machine) -> tuple[str, str]:
        """Score and root of the expected error, [1, 1] each."""
        at = lambda name: f"{m.kind}.{name}"  # noqa: E731
        x = add("Concat", [block(name) for name in m.representation.blocks], at("raw"), axis=1)
        x = add("Sub", [x, constant(at("mean"), m.representation.mean)], at("centred"))
        x = add("Mul", [x, constant(at("scale"), m.representation.scale)], at("scaled"))
        vector = add("MatMul", [x, half(at("axes"), m.representation.axes)], at("vector"))
        # Squared distances to what has been rated: |v|² + |s|² - 2 v·s.
        points = m.support.astype(np.float64)
        turned = add("Transpose", [half(at("support"), m.support)], at("support.columns"), perm=[1, 0])
        product = add("Mul", [add("MatMul", [vector, turned], at("product")), constant("minus-two", -2.0)], at("product.doubled"))
        squared = add("Add", [product, squares(vector)], at("distance.part"))
        squared = add("Add", [squared, constant(at("lengths"), (points**2).sum(1))], at("distance"))
        squared = add("Relu", [squared], at("distance.positive"))
        near = add("Exp", [add("Mul", [squared, constant("sharpness", -SHARPNESS)], at("nearness.log"))], at("nearness"))
        columns = np.stack([m.coefficients, m.error_coefficients], 1)
        both = add("Gemm", [near, constant(at("coefficients"), columns), constant(at("offsets"), [m.offset, m.error_offset])], at("both"))
        constant("two-ones", [1, 1], np.int64)
        nodes.append(helper.make_node("Split", [both, "two-ones"], [at("score"), at("error")], name=at("split"), axis=1))
        return at("score"), at("error")

    scores, errors = zip(*(machine(m) for m in machines))
    score = add("Concat", list(scores), "score.free", axis=1)
    score = add("Clip", [score, constant("lowest", LOWEST), constant("highest", HIGHEST)], "score")
    error = add("Concat", list(errors), "error.root", axis=1)
    error = add("Max", [error, constant("error.floor", ERROR_FLOOR**0.5)], "error.positive")
    add("Mul", [error, error], "deviation")
    first = machines[0].kind
    vector, whole, length = f"{first}.vector", squares(f"{first}.scaled"), squares(f"{first}.vector")

    # The tilted normal, as in `distribution` above.
    middle = constant("middle", 5.0)
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
    beyond = add("Relu", [add("Sub", [whole, length], "beyond.signed")], "beyond")
    described = add("Concat", [vector, length, beyond], "described", axis=1)
    add("Gemm", [described, constant("strange.weights", strange[0].reshape(-1, 1)), constant("strange.bias", strange[1])], "unfamiliarity")

    kinds = len(machines)
    inputs = []
    for name, width in INPUTS.items():
        shape = [1, width] if name in ("head", "classes") else [1, width, f"height{name[6:]}", f"width{name[6:]}"]
        inputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, shape))
    shapes = {"distribution": [1, kinds, 10], "deviation": [1, kinds], "domain": [1, kinds], "unfamiliarity": [1, 1]}
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]
    proto = helper.make_model(
        helper.make_graph(nodes, "scoring", inputs, outputs, constants),
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="calm-sdk",
    )
    proto.ir_version = IR_VERSION
    onnx.checker.check_model(proto, full_check=True)
    return proto
