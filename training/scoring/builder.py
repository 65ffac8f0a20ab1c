"""Builds an ONNX graph node by node."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17
IR_VERSION = 9


@dataclass
class Builder:
    """Nodes and constants of a graph. What is asked for twice by one name is made once."""

    nodes: list[onnx.NodeProto] = field(default_factory=list)
    constants: dict[str, onnx.TensorProto] = field(default_factory=dict)

    def branch(self) -> Builder:
        """Nodes of a branch of this graph; constants lie with the whole."""
        return Builder([], self.constants)

    def constant(self, name: str, value: np.ndarray | float | list[float] | list[int], kind: type = np.float32) -> str:
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.asarray(value, kind), name)
        return name

    def add(self, operator: str, inputs: list[str], output: str, **attributes: object) -> str:
        if not any(output in node.output for node in self.nodes):
            self.nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
        return output

    def half(self, name: str, value: np.ndarray) -> str:
        return self.add("Cast", [self.constant(f"{name}.half", value, np.float16)], name, to=TensorProto.FLOAT)

    def eighth(self, name: str, value: np.ndarray) -> str:
        """A matrix stored as :func:`in_eight_bits` rounds it. A cast and a product are folded when the session opens; ONNX Runtime would
        run a DequantizeLinear every time."""
        codes, scale = codes_of(value)
        cast = self.add("Cast", [self.constant(f"{name}.codes", codes, np.int8)], f"{name}.steps", to=TensorProto.FLOAT)
        return self.add("Mul", [cast, self.constant(f"{name}.scale", scale)], name)

    def body(self, name: str, outputs: list[onnx.ValueInfoProto]) -> onnx.GraphProto:
        return helper.make_graph(self.nodes, name, [], outputs)


def codes_of(value: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Eight-bit codes, and the size of a step in each column."""
    scale = (np.abs(value).reshape(-1, value.shape[-1]).max(0) / 127 + 1e-12).astype(np.float32)
    return np.round(value / scale).astype(np.int8), scale


def in_eight_bits(value: np.ndarray) -> np.ndarray:
    """Each column rounded to 255 steps of its own size."""
    codes, scale = codes_of(value)
    return codes.astype(np.float64) * scale.astype(np.float64)
