"""Writes the taste vector as an ONNX graph.

Inputs   `stride8`, `stride16`, `stride32`, `head`, `classes` of the encoder, as far as the vector is made of them.
Output   `vector` [1, length] float32.
"""

from __future__ import annotations

import onnx
from onnx import TensorProto, helper

from features import Layout
from scoring.builder import IR_VERSION, OPSET, Builder
from scoring.graph import FROM_ENCODER, MAPS, part_vector, shape_of

from .vector import WEIGHTS, Vector

INPUTS = tuple(name for name in FROM_ENCODER if name in {MAPS.get(block, block) for block in WEIGHTS})
OUTPUT = "vector"


def build(vector: Vector, layout: Layout) -> onnx.ModelProto:
    b = Builder()
    x = part_vector(b, vector.part, "taste")
    x = b.add("Sub", [x, b.constant("centre", vector.centre)], "taste.from-centre")
    b.add("MatMul", [x, b.half("turn", vector.turn)], OUTPUT)
    inputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape_of(name, layout)) for name in INPUTS]
    outputs = [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, [1, vector.turn.shape[1]])]
    proto = helper.make_model(
        helper.make_graph(b.nodes, "taste", inputs, outputs, list(b.constants.values())),
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="calm-sdk",
    )
    proto.ir_version = IR_VERSION
    onnx.checker.check_model(proto, full_check=True)
    return proto
