"""Writes EfficientNet-Lite2 as one ONNX graph with free height and width.

Input   `pixels` uint8 [1, height, width, 3]: interleaved sRGB; normalisation and transposition are inside the graph.
Outputs `stride8` [1, 48, h, w], `stride16` [1, 120, h, w], `stride32` [1, 352, h, w], `head` [1, 1280] the mean over the
picture of the head's activations, `headDeviation` [1, 1280] their standard deviation, `classes` [1, 1000] ImageNet logits.

The graph is built node by node rather than traced: batch normalisation is folded into the convolutions in float64, and
TensorFlow's "SAME" padding is `auto_pad=SAME_UPPER`, which depends on the size at run time as the original does.
"""

from __future__ import annotations

from typing import Literal

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from torch import nn

from .efficientnet_lite2 import CLASSES, HEAD_WIDTH, MEAN, SCALE, TAPS, load

OPSET = 17
IR_VERSION = 9
Precision = Literal["fp32", "fp16"]


class _Graph:
    def __init__(self, precision: Precision) -> None:
        self.precision = precision
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.initializers.append(numpy_helper.from_array(value, name))
        return name

    def weight(self, name: str, value: np.ndarray) -> str:
        """A weight in float32; with precision fp16 it is stored in half the bytes and cast when the session opens."""
        if self.precision == "fp32":
            return self.constant(name, value.astype(np.float32))
        stored = self.constant(f"{name}.half", value.astype(np.float16))
        return self.add("Cast", [stored], name, to=TensorProto.FLOAT)

    def add(self, operator: str, inputs: list[str], output: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [output], name=output, **attributes))
        return output

    def convolution(self, x: str, name: str, conv: nn.Conv2d, norm: nn.BatchNorm2d, activate: bool) -> str:
        """Convolution with the normalisation that follows it folded in, then ReLU6 if asked for."""
        factor = norm.weight.double() / (norm.running_var.double() + norm.eps).sqrt()
        kernel = (conv.weight.double() * factor[:, None, None, None]).detach().numpy()
        bias = (norm.bias.double() - norm.running_mean.double() * factor).detach().numpy()
        size, stride = list(conv.weight.shape[2:]), int(conv.stride[0])
        padding: dict[str, object] = (
            {"pads": [0, 0, 0, 0]} if size == [1, 1] else {"auto_pad": "SAME_UPPER"}
        )
        inputs = [x, self.weight(f"{name}.kernel", kernel), self.constant(f"{name}.bias", bias.astype(np.float32))]
        x = self.add(
            "Conv", inputs, name, kernel_shape=size, strides=[stride, stride], group=conv.groups, **padding
        )
        return self.add("Clip", [x, "zero", "six"], f"{name}.relu6") if activate else x


def build(precision: Precision = "fp32") -> onnx.ModelProto:
    model = load()
    graph = _Graph(precision)
    graph.constant("zero", np.float32(0))
    graph.constant("six", np.float32(6))
    graph.constant("mean", np.float32(MEAN))
    graph.constant("scale", np.float32(1 / SCALE))

    x = graph.add("Cast", ["pixels"], "pixels.float", to=TensorProto.FLOAT)
    x = graph.add("Sub", [x, "mean"], "pixels.centred")
    x = graph.add("Mul", [x, "scale"], "pixels.normalised")
    x = graph.add("Transpose", [x], "pixels.planar", perm=[0, 3, 1, 2])
    x = graph.convolution(x, "stem", model._conv_stem, model._bn0, True)
    taps = {block: name for name, (block, _) in TAPS.items()}
    for index, block in enumerate(model._blocks):
        name, entry = f"block{index}", x
        if block._block_args.expand_ratio != 1:
            x = graph.convolution(x, f"{name}.expand", block._expand_conv, block._bn0, True)
        x = graph.convolution(x, f"{name}.depthwise", block._depthwise_conv, block._bn1, True)
        x = graph.convolution(x, f"{name}.project", block._project_conv, block._bn2, False)
        arguments = block._block_args
        if block.id_skip and arguments.stride == 1 and arguments.input_filters == arguments.output_filters:
            x = graph.add("Add", [x, entry], f"{name}.sum")
        if index in taps:
            # The last node of the block takes the output's name.
            node = graph.nodes[-1]
            node.output[0] = x = taps[index]
    x = graph.convolution(x, "top", model._conv_head, model._bn1, True)
    pooled = graph.add("ReduceMean", [x], "head.pooled", axes=[2, 3], keepdims=1)
    head = graph.add("Flatten", [pooled], "head", axis=1)
    x = graph.add("Sub", [x, pooled], "head.centred")
    x = graph.add("Mul", [x, x], "head.squared")
    x = graph.add("ReduceMean", [x], "head.variance", axes=[2, 3], keepdims=0)
    graph.add("Sqrt", [x], "headDeviation")
    kernel = graph.weight("classifier.kernel", model._fc.weight.detach().numpy())
    bias = graph.constant("classifier.bias", model._fc.bias.detach().numpy())
    graph.add("Gemm", [head, kernel, bias], "classes", transB=1)

    def map_shape(name: str, width: int) -> list[object]:
        return [1, width, f"height{name[6:]}", f"width{name[6:]}"]

    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, map_shape(name, width))
        for name, (_, width) in TAPS.items()
    ]
    for name, width in (("head", HEAD_WIDTH), ("headDeviation", HEAD_WIDTH), ("classes", CLASSES)):
        outputs.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, width]))
    pixels = helper.make_tensor_value_info("pixels", TensorProto.UINT8, [1, "height", "width", 3])
    proto = helper.make_model(
        helper.make_graph(graph.nodes, "efficientnet-lite2", [pixels], outputs, graph.initializers),
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="calm-sdk",
    )
    proto.ir_version = IR_VERSION
    onnx.checker.check_model(proto, full_check=True)
    return proto


def save(path: str, precision: Precision) -> None:
    with open(path, "wb") as file:
        file.write(build(precision).SerializeToString(deterministic=True))
