"""Writes the graph that reads full-size detail: the encoder's first blocks over small tiles, pooled.

Input   `tiles` uint8 [n, 64, 64, 3]: interleaved sRGB cut-outs at full size.
Output  `detail` [n, 208]: mean and standard deviation over each tile of the stem (stride 2, 32 channels), block 2 (stride 4,
        24 channels) and block 6 (stride 8, 48 channels).

Noise, compression and sharpening are gone once a photograph is scaled to the encoder's 320 pixels; here they show. The weights are the
encoder's own.
"""

from __future__ import annotations

import onnx
from onnx import TensorProto, helper

from .export import IR_VERSION, OPSET, build

TILE = 64
STAGES = {"stem.relu6": 32, "block2.sum": 24, "stride8": 48}
WIDTH = 2 * sum(STAGES.values())


def build_detail() -> onnx.ModelProto:
    encoder = build("fp32")
    producers = {output: node for node in encoder.graph.node for output in node.output}
    needed: set[str] = set()

    def gather(name: str) -> None:
        node = producers.get(name)
        if node is None or node.name in needed:
            return
        needed.add(node.name)
        for source in node.input:
            gather(source)

    for stage in STAGES:
        gather(stage)
    nodes = [node for node in encoder.graph.node if node.name in needed]
    used = {source for node in nodes for source in node.input}
    constants = [value for value in encoder.graph.initializer if value.name in used]
    parts = []
    for stage in STAGES:
        nodes += [
            helper.make_node("ReduceMean", [stage], [f"{stage}.wide"], axes=[2, 3], keepdims=1),
            helper.make_node("Flatten", [f"{stage}.wide"], [f"{stage}.mean"], axis=1),
            helper.make_node("Sub", [stage, f"{stage}.wide"], [f"{stage}.centred"]),
            helper.make_node("Mul", [f"{stage}.centred"] * 2, [f"{stage}.squared"]),
            helper.make_node("ReduceMean", [f"{stage}.squared"], [f"{stage}.variance"], axes=[2, 3], keepdims=0),
            helper.make_node("Sqrt", [f"{stage}.variance"], [f"{stage}.deviation"]),
        ]
        parts += [f"{stage}.mean", f"{stage}.deviation"]
    nodes.append(helper.make_node("Concat", parts, ["detail"], axis=1))
    for node in nodes:
        node.input[:] = ["tiles" if source == "pixels" else source for source in node.input]
    proto = helper.make_model(
        helper.make_graph(
            nodes,
            "detail",
            [helper.make_tensor_value_info("tiles", TensorProto.UINT8, ["n", TILE, TILE, 3])],
            [helper.make_tensor_value_info("detail", TensorProto.FLOAT, ["n", WIDTH])],
            constants,
        ),
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="calm-sdk",
    )
    proto.ir_version = IR_VERSION
    onnx.checker.check_model(proto, full_check=True)
    return proto


def save(path: str) -> None:
    with open(path, "wb") as file:
        file.write(build_detail().SerializeToString(deterministic=True))
