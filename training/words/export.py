"""Writes the decoder for ONNX Runtime: two graphs and the weights that they share.

    python training/words/export.py --out FOLDER [--taught FILE]

`decoder.onnx`  inputs `inputs_embeds` float [1, n, width], `past` int32 [1], the number of places read before, and for each layer
                `past_key.i`, `past_value.i` float [1, kv heads, buffer, head width]; outputs `logits` float [1, vocabulary] of the
                last place and `present_key.i`, `present_value.i`. A buffer has room for every place that will be read; given as the
                output too, it is written in place. Adapters lie in this file, so that training again changes no other.
`soft-tokens.onnx`  inputs `levels` float [1, tokens, width of a token] and `thematic` float [1, length]; output `vectors` float [1, n, width].
`embed.onnx`    input `input_ids` int64 [n]; output `inputs_embeds` float [1, n, width].
`layers.bin`    the 4-bit weights of the layers; `head.bin` the 8-bit rows that are both head and embedding.

Nothing is quantised anew. A matrix with values d · code + m is a symmetric product with d, whose codes are counted from 8, and a product of
low rank: the sums of x over blocks of 32, times (m + 8 d) transposed. An adapter joins the latter. Matrices that read the same x are one.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

sys.path.insert(0, str(Path(__file__).parent.parent))

from words import tokenizer  # noqa: E402
from words.model import turns  # noqa: E402
from words.weights import BLOCK, NOTICE, Blocks, Weights, licence, stacked  # noqa: E402

OPSET, IR_VERSION = 21, 10
MICROSOFT = "com.microsoft"
LAYERS_FILE, HEAD_FILE = "layers.bin", "head.bin"
# Places that the graph can tell apart: a conversation, not a book.
POSITIONS = 2048
# How finely products are summed: activations in 8 bits (4), or all in float32 (1).
FAST, EXACT = 4, 1
ALIGNMENT = 64
# By name, such as `layers.3.self_attn.q_proj.adapter.down`.
Adapters = dict[str, np.ndarray]


class _File:
    """Weights beside the graphs, by offset. What has a name already is the same for all graphs."""

    def __init__(self, path: Path) -> None:
        self.path, self.data = path, bytearray()
        self.tensors: dict[str, onnx.TensorProto] = {}

    def tensor(self, name: str, value: np.ndarray | np.generic) -> onnx.TensorProto:
        if name in self.tensors:
            return self.tensors[name]
        value = np.ascontiguousarray(value)
        self.data.extend(bytes(-len(self.data) % ALIGNMENT))
        kind = helper.np_dtype_to_tensor_dtype(value.dtype)
        proto = TensorProto(name=name, dims=value.shape, data_type=kind, data_location=TensorProto.EXTERNAL)
        for key, entry in (("location", self.path.name), ("offset", len(self.data)), ("length", value.nbytes)):
            proto.external_data.add(key=key, value=str(entry))
        self.data.extend(value.tobytes())
        self.tensors[name] = proto
        return proto


class _Graph:
    def __init__(self, accuracy: int) -> None:
        self.accuracy = accuracy
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray | np.generic, file: _File | None = None) -> str:
        self.initializers.append(file.tensor(name, value) if file else numpy_helper.from_array(value, name))
        return name

    def half(self, name: str, value: np.ndarray, file: _File | None = None) -> str:
        """Stored as float16; made float32 when the session opens."""
        stored = self.constant(f"{name}.half", value.astype(np.float16), file)
        return self.add("Cast", [stored], name, to=TensorProto.FLOAT)

    def add(self, operator: str, inputs: list[str], output: str | list[str], domain: str = "", **attributes: object) -> str:
        outputs = [output] if isinstance(output, str) else output
        self.nodes.append(helper.make_node(operator, inputs, outputs, name=next(filter(None, outputs)), domain=domain, **attributes))
        return outputs[0]

    def model(self, name: str, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]) -> onnx.ModelProto:
        opsets = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, 1)]
        graph = helper.make_graph(self.nodes, name, inputs, outputs, self.initializers)
        proto = helper.make_model(graph, opset_imports=opsets, producer_name="calm-sdk", ir_version=IR_VERSION)
        helper.set_model_props(proto, {"notice": NOTICE})
        return proto

    def quantised(self, x: str, name: str, codes: np.ndarray, scale: str, bits: int, file: _File) -> str:
        """x times the symmetric part of a matrix: codes [rows, blocks, bytes of a block], counted from the middle."""
        stored = self.constant(f"{name}.codes", codes, file)
        rows, columns = codes.shape[0], codes.shape[1] * BLOCK
        return self.add(
            "MatMulNBits", [x, stored, scale], name, MICROSOFT, K=columns, N=rows, bits=bits, block_size=BLOCK, accuracy_level=self.accuracy
        )  # fmt: skip

    def product(self, x: str, name: str, blocks: Blocks, file: _File, adapter: tuple[np.ndarray, np.ndarray] | None = None) -> str:
        """x [1, n, columns] times a matrix with offsets, to [1, n, rows]. `adapter`: down [columns, rank] and up [rank, rows]."""
        scale, offset = self.half(f"{name}.scale", blocks.scale, file), self.half(f"{name}.offset", blocks.offset, file)
        main = self.quantised(x, f"{name}.main", packed(blocks.codes), scale, 4, file)
        raised = self.add("Add", [self.add("Mul", [scale, "eight"], f"{name}.eightfold"), offset], f"{name}.raised")
        right = self.add("Transpose", [raised], f"{name}.right", perm=[1, 0])
        cut = self.add("Reshape", [x, f"blocks{blocks.shape[1]}"], f"{name}.cut")
        low = self.add("ReduceSum", [cut, "inner"], f"{name}.low", keepdims=0)
        if adapter is not None:
            down, up = (self.half(f"{name}.adapter.{end}", value) for end, value in zip(("down", "up"), adapter))
            low = self.add("Concat", [low, self.add("MatMul", [x, down], f"{name}.adapted")], f"{name}.low.adapted", axis=-1)
            right = self.add("Concat", [right, up], f"{name}.right.adapted", axis=0)
        return self.add("Add", [main, self.add("MatMul", [low, right], f"{name}.rest")], name)


def packed(codes: np.ndarray) -> np.ndarray:
    """Codes of 4 bits [rows, blocks, 32] as MatMulNBits reads them: neighbours share a byte, the first its low half."""
    return codes[..., ::2] | codes[..., 1::2] << 4


def joint(adapters: Adapters, prefix: str, rows: tuple[int, int, int]) -> tuple[np.ndarray, np.ndarray] | None:
    """The adapters of q and v as one for q, k and v: down [width, 2 rank], up [2 rank, rows of all], zero for k."""
    if not adapters:
        return None
    try:
        q_down, q_up, v_down, v_up = (adapters[f"{prefix}.{part}_proj.adapter.{end}"] for part in "qv" for end in ("down", "up"))
    except KeyError as missing:
        raise ValueError(f"Expected adapters for every layer but found no {missing}") from None
    rank = len(q_down)
    up = np.zeros((2 * rank, sum(rows)), np.float32)
    up[:rank, : rows[0]], up[rank:, rows[0] + rows[1] :] = q_up.T, v_up.T
    return np.concatenate([q_down, v_down]).T, up


def build_decoder(weights: Weights, adapters: Adapters, layers: _File, head: _File, accuracy: int) -> onnx.ModelProto:
    config, graph = weights.config, _Graph(accuracy)
    graph.constant("eight", np.float32(8))
    graph.constant("one", np.array([1], np.int32))
    graph.constant("inner", np.array([-1]))
    for width in (config.width, config.inner):
        graph.constant(f"blocks{width}", np.array([1, -1, width // BLOCK, BLOCK]))
    for name, table in zip(("cosines", "sines"), turns(config)[:, :POSITIONS]):
        graph.constant(name, table.numpy())

    # How many places there are with the new ones, and the last of them.
    graph.add("Shape", ["inputs_embeds"], "new.long", start=1, end=2)
    graph.add("Cast", ["new.long"], "new", to=TensorProto.INT32)
    graph.add("Add", ["past", "new"], "there")
    graph.add("Sub", ["there", "one"], "last")
    graph.add("Squeeze", ["there"], "total")

    def norm(x: str, name: str, added: str | None) -> tuple[str, str]:
        """The root mean square norm of x, with what is added to it first, and that sum."""
        scale = graph.constant(f"{name}.weight", weights.norms[name])
        if added is None:
            return graph.add("SimplifiedLayerNormalization", [x, scale], name, axis=-1, epsilon=config.epsilon), x
        outputs = [name, "", "", f"{name}.sum"]
        graph.add("SkipSimplifiedLayerNormalization", [x, added, scale], outputs, MICROSOFT, epsilon=config.epsilon)
        return name, outputs[3]

    x, added = "inputs_embeds", None
    inputs: list[onnx.ValueInfoProto] = []
    outputs: list[onnx.ValueInfoProto] = []
    for index in range(config.layers):
        name = f"model.layers.{index}"
        q, k, v, o, gate, up, down = (
            weights.matrices[f"{name}.{part}_proj"]
            for part in ("self_attn.q", "self_attn.k", "self_attn.v", "self_attn.o", "mlp.gate", "mlp.up", "mlp.down")
        )
        seen, x = norm(x, f"{name}.input_layernorm", added)
        adapter = joint(adapters, f"layers.{index}.self_attn", (q.shape[0], k.shape[0], v.shape[0]))
        asked = graph.product(seen, f"{name}.qkv", stacked([q, k, v]), layers, adapter)
        graph.add(
            "GroupQueryAttention",
            [asked, "", "", f"past_key.{index}", f"past_value.{index}", "last", "total", "cosines", "sines"],
            [f"{name}.attention", f"present_key.{index}", f"present_value.{index}"],
            MICROSOFT,
            num_heads=config.heads,
            kv_num_heads=config.kv_heads,
            do_rotary=1,
        )
        added = graph.product(f"{name}.attention", f"{name}.o", o, layers)
        seen, x = norm(x, f"{name}.post_attention_layernorm", added)
        both = graph.product(seen, f"{name}.gate_up", stacked([gate, up]), layers)
        graph.add("Split", [both], [f"{name}.gate", f"{name}.up"], axis=-1, num_outputs=2)
        # x · sigmoid(x)
        graph.add("QuickGelu", [f"{name}.gate"], f"{name}.open", MICROSOFT, alpha=1.0)
        graph.add("Mul", [f"{name}.open", f"{name}.up"], f"{name}.inner")
        added = graph.product(f"{name}.inner", f"{name}.down", down, layers)
        for kind, values in (("past", inputs), ("present", outputs)):
            for part in ("key", "value"):
                shape = [1, config.kv_heads, f"{kind}_buffer", config.head_width]
                values.append(helper.make_tensor_value_info(f"{kind}_{part}.{index}", TensorProto.FLOAT, shape))

    states, _ = norm(x, "model.norm", added)
    graph.constant("end", np.int64(-1))
    state = graph.add("Gather", [states, "end"], "state", axis=1)
    rows = weights.matrices["model.embed_tokens"]
    scale = graph.half("head.scale", rows.scale, head)
    graph.add("Identity", [graph.quantised(state, "head", unsigned(rows.codes), scale, 8, head)], "logits")
    inputs = [
        helper.make_tensor_value_info("inputs_embeds", TensorProto.FLOAT, [1, "new", config.width]),
        helper.make_tensor_value_info("past", TensorProto.INT32, [1]),
        *inputs,
    ]
    outputs = [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [1, config.vocabulary]), *outputs]
    return graph.model("decoder", inputs, outputs)


def unsigned(codes: np.ndarray) -> np.ndarray:
    """Codes of 8 bits as MatMulNBits reads them, counted from 128."""
    return codes.view(np.uint8) ^ np.uint8(128)


def build_embed(weights: Weights, head: _File) -> onnx.ModelProto:
    """The rows of the head that some tokens have."""
    config, graph, rows = weights.config, _Graph(FAST), weights.matrices["model.embed_tokens"]
    graph.constant("middle", np.float32(128))
    graph.constant("shape", np.array([1, -1, config.width]))
    graph.constant("inner", np.array([-1]))
    codes, scale = graph.constant("head.codes", unsigned(rows.codes), head), graph.constant("head.scale.half", rows.scale, head)
    x = graph.add("Gather", [codes, "input_ids"], "codes", axis=0)
    x = graph.add("Cast", [x], "codes.float", to=TensorProto.FLOAT)
    x = graph.add("Sub", [x, "middle"], "codes.centred")
    d = graph.add("Gather", [scale, "input_ids"], "scales", axis=0)
    d = graph.add("Cast", [d], "scales.float", to=TensorProto.FLOAT)
    x = graph.add("Mul", [x, graph.add("Unsqueeze", [d, "inner"], "scales.wide")], "blocks")
    graph.add("Reshape", [x, "shape"], "inputs_embeds")
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["new"])
    embeds = helper.make_tensor_value_info("inputs_embeds", TensorProto.FLOAT, [1, "new", config.width])
    return graph.model("embed", [ids], [embeds])


def build_soft(weights: Weights, soft: dict[str, np.ndarray]) -> onnx.ModelProto:
    """A picture's tokens and its theme, as `SoftTokens` holds them, to vectors among those of words."""
    graph, width = _Graph(EXACT), weights.config.width
    token_width, theme_width = soft["tokens.weight"].shape[1], soft["theme.weight"].shape[1]
    graph.constant("apart", np.array([1, -1, width]))

    graph.constant("flat", np.array([1, -1]))

    def normed(x: str, name: str) -> str:
        scale, bias = (graph.constant(f"{name}.{part}", soft[f"{name}.{part}"]) for part in ("weight", "bias"))
        return graph.add("LayerNormalization", [x, scale, bias], name, axis=-1, epsilon=1e-5)

    def linear(x: str, name: str) -> str:
        right, added = graph.half(f"{name}.right", soft[f"{name}.weight"].T), graph.half(f"{name}.bias", soft[f"{name}.bias"])
        return graph.add("Add", [graph.add("MatMul", [x, right], f"{name}.product"), added], name)

    seen = normed("levels", "norm")
    look = graph.add("Softmax", [linear(graph.add("Reshape", [seen, "flat"], "seen.flat"), "look")], "chances", axis=-1)
    chosen = graph.add("MatMul", [look, graph.half("values", soft["values"])], "chosen")
    told = linear(normed("thematic", "theme_norm"), "theme")
    apart = [graph.add("Reshape", [x, "apart"], f"{x}.apart") for x in (chosen, told)]
    graph.add("Concat", [linear(seen, "tokens"), *apart], "vectors", axis=1)
    inputs = [
        helper.make_tensor_value_info("levels", TensorProto.FLOAT, [1, "tokens_", token_width]),
        helper.make_tensor_value_info("thematic", TensorProto.FLOAT, [1, theme_width]),
    ]
    return graph.model("soft-tokens", inputs, [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, [1, "n", width])])


def save(weights: Weights, folder: Path, adapters: Adapters | None = None, accuracy: int = FAST, soft: dict[str, np.ndarray] | None = None) -> None:
    """Adapters as `Decoder.adapters` names them; without any, the model is as published."""
    folder.mkdir(parents=True, exist_ok=True)
    layers, head = _File(folder / LAYERS_FILE), _File(folder / HEAD_FILE)
    decoder, embed = build_decoder(weights, adapters or {}, layers, head, accuracy), build_embed(weights, head)
    for file in (layers, head):
        file.path.write_bytes(file.data)
    graphs = {"decoder.onnx": decoder, "embed.onnx": embed} | ({"soft-tokens.onnx": build_soft(weights, soft)} if soft else {})
    for name, proto in graphs.items():
        (folder / name).write_bytes(proto.SerializeToString(deterministic=True))


def taught_in(folder: Path) -> dict[str, dict[str, torch.Tensor]]:
    """What training has changed, read back from a package's graphs, rounded to float16 as it is stored there."""
    found: dict[str, torch.Tensor] = {}
    for name in ("decoder.onnx", "soft-tokens.onnx"):
        for stored in onnx.load(folder / name, load_external_data=False).graph.initializer:
            if stored.data_location != TensorProto.EXTERNAL:
                found[stored.name] = torch.from_numpy(numpy_helper.to_array(stored).copy()).float()
    adapters: dict[str, torch.Tensor] = {}
    for index in range(sum(name.endswith("qkv.adapter.down.half") for name in found)):
        down, up = (found[f"model.layers.{index}.qkv.adapter.{end}.half"] for end in ("down", "up"))
        rank = down.shape[1] // 2
        # q, k and v stand side by side: q has all the width, k and v share the rest.
        width = down.shape[0]
        rest = (up.shape[1] - width) // 2
        for part, rows, columns in (("q", slice(0, rank), slice(0, width)), ("v", slice(rank, None), slice(width + rest, None))):
            prefix = f"layers.{index}.self_attn.{part}_proj.adapter"
            adapters[f"{prefix}.down"], adapters[f"{prefix}.up"] = down[:, rows].T.contiguous(), up[rows, columns].T.contiguous()
    soft = {f"{name}.weight": found[f"{name}.right.half"].T.contiguous() for name in ("tokens", "theme", "look")}
    soft |= {f"{name}.bias": found[f"{name}.bias.half"] for name in ("tokens", "theme", "look")}
    soft |= {f"{name}.{part}": found[f"{name}.{part}"] for name in ("norm", "theme_norm") for part in ("weight", "bias")}
    return {"adapters": adapters, "soft": soft | {"values": found["values.half"]}}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--out", type=Path, required=True, help="folder to write")
    arguments.add_argument("--taught", type=Path, help="what train.py wrote; without, the model as published")
    given = arguments.parse_args()
    weights = Weights()
    taught = torch.load(given.taught, weights_only=True) if given.taught else {"adapters": {}, "soft": {}}
    adapters, soft = ({name: value.float().numpy() for name, value in taught[part].items()} for part in ("adapters", "soft"))
    save(weights, given.out, adapters, soft=soft)
    tokenizer.save(weights, given.out)
    (given.out / "LICENSE-Apache-2.0.txt").write_text(licence())
    for path in sorted(given.out.iterdir()):
        print(f"{path.stat().st_size / 1e6:7.2f} MB  {path.name}")


if __name__ == "__main__":
    main()
