"""SmolLM2's Llama, for training beside frozen weights: reads vectors rather than token ids, so that soft tokens can stand in front of text.

Names are those of the published checkpoint. Adapters (LoRA) on q and v are matrices of their own, never merged: the frozen weights
keep their 4 bits.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .weights import Config, Weights

# Keys and values of the places read so far, of each layer: [b, kv heads, places, head width].
Cache = list[tuple[Tensor, Tensor]]


# Vectors for what all tokens together say.
SIGHTS = 2


class Adapter(nn.Module):
    """A change of low rank, none at first: x [b, n, width] to [b, n, out]."""

    def __init__(self, width: int, out: int, rank: int) -> None:
        super().__init__()
        self.down = nn.Parameter(torch.randn(rank, width) * width**-0.5)
        self.up = nn.Parameter(torch.zeros(out, rank))

    def forward(self, x: Tensor) -> Tensor:
        return x @ self.down.T @ self.up.T


class Linear(nn.Linear):
    """A matrix without bias, with or without an adapter beside it."""

    def __init__(self, width: int, out: int) -> None:
        super().__init__(width, out, bias=False)
        self.adapter: Adapter | None = None

    def adapt(self, rank: int) -> None:
        self.adapter = Adapter(self.in_features, self.out_features, rank)

    def forward(self, x: Tensor) -> Tensor:
        y = super().forward(x)
        return y if self.adapter is None else y + self.adapter(x.float()).to(y.dtype)


class Attention(nn.Module):
    def __init__(self, config: Config) -> None:
        super().__init__()
        self.heads, self.kv_heads, self.head_width = config.heads, config.kv_heads, config.head_width
        self.q_proj = Linear(config.width, config.width)
        self.k_proj = Linear(config.width, config.kv_heads * config.head_width)
        self.v_proj = Linear(config.width, config.kv_heads * config.head_width)
        self.o_proj = Linear(config.width, config.width)

    def forward(self, x: Tensor, turn: tuple[Tensor, Tensor], past: tuple[Tensor, Tensor] | None) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        query = rotated(self.split(self.q_proj(x), self.heads).float(), turn)
        key = rotated(self.split(self.k_proj(x), self.kv_heads).float(), turn)
        value = self.split(self.v_proj(x), self.kv_heads).float()
        if past is not None:
            key, value = torch.cat([past[0], key], 2), torch.cat([past[1], value], 2)
        there, new = key.shape[2], query.shape[2]
        # True where a place may look: at itself and what came before.
        mask = None if past is None else torch.ones(new, there, dtype=torch.bool, device=x.device).tril(there - new)
        many = self.heads // self.kv_heads
        seen = F.scaled_dot_product_attention(query, key.repeat_interleave(many, 1), value.repeat_interleave(many, 1), mask, is_causal=mask is None)
        return self.o_proj(seen.transpose(1, 2).flatten(2).to(x.dtype)), (key, value)

    def split(self, x: Tensor, heads: int) -> Tensor:
        """[b, n, heads * head width] to [b, heads, n, head width]."""
        return x.unflatten(2, (heads, self.head_width)).transpose(1, 2)


class Mlp(nn.Module):
    def __init__(self, config: Config) -> None:
        super().__init__()
        self.gate_proj, self.up_proj = Linear(config.width, config.inner), Linear(config.width, config.inner)
        self.down_proj = Linear(config.inner, config.width)

    def forward(self, x: Tensor) -> Tensor:
        return self.down_proj(F.silu(self.gate_proj(x)) * self.up_proj(x))


class Layer(nn.Module):
    def __init__(self, config: Config) -> None:
        super().__init__()
        self.self_attn, self.mlp = Attention(config), Mlp(config)
        self.input_layernorm = nn.RMSNorm(config.width, config.epsilon)
        self.post_attention_layernorm = nn.RMSNorm(config.width, config.epsilon)

    def forward(self, x: Tensor, turn: tuple[Tensor, Tensor], past: tuple[Tensor, Tensor] | None) -> tuple[Tensor, tuple[Tensor, Tensor]]:
        # What is passed on stays in float32; a branch is computed in the precision of its matrices.
        precision = self.self_attn.o_proj.weight.dtype
        seen, now = self.self_attn(self.input_layernorm(x).to(precision), turn, past)
        x = x + seen
        return x + self.mlp(self.post_attention_layernorm(x).to(precision)), now


class Decoder(nn.Module):
    """`states` and `logits` apart: the head is a fifth of the work, and is wanted at few places."""

    turns: Tensor

    def __init__(self, config: Config) -> None:
        super().__init__()
        self.config = config
        self.embed_tokens = nn.Embedding(config.vocabulary, config.width)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))
        self.norm = nn.RMSNorm(config.width, config.epsilon)
        self.register_buffer("turns", turns(config), persistent=False)

    def forward(self, embeds: Tensor, cache: Cache | None = None) -> tuple[Tensor, Cache]:
        """embeds [b, n, width] to states [b, n, width], and the keys and values of all places. Texts of different length are padded
        at the end, where nobody looks."""
        begin = cache[0][0].shape[2] if cache else 0
        turn = self.turns[0, begin : begin + embeds.shape[1]], self.turns[1, begin : begin + embeds.shape[1]]
        x, now = embeds, []
        for index, layer in enumerate(self.layers):
            x, pair = layer(x, turn, cache[index] if cache else None)
            now.append(pair)
        return self.norm(x), now

    def logits(self, states: Tensor) -> Tensor:
        """[..., width] to [..., vocabulary]."""
        return states @ self.embed_tokens.weight.T

    def adapters(self) -> dict[str, Tensor]:
        """What training changes."""
        return {name: value for name, value in self.named_parameters() if ".adapter." in name}


class SoftTokens(nn.Module):
    """Image tokens [b, count, seen] and a theme [b, theme] to vectors among those of words: [b, count + SIGHTS + spread, width].

    Each token becomes a vector, and the theme `spread` of them. All tokens together choose among `names` what to say of the picture
    (`look`); the values of what is chosen are `SIGHTS` vectors more.
    """

    def __init__(self, config: Config, size: float, names: int, count: int = 24, seen: int = 128, theme: int = 384, spread: int = 20) -> None:
        """`size`: deviation of an embedding's numbers, with which soft tokens begin."""
        super().__init__()
        self.tokens, self.theme = nn.Linear(seen, config.width), nn.Linear(theme, spread * config.width)
        self.norm, self.theme_norm = nn.LayerNorm(seen), nn.LayerNorm(theme)
        self.look = nn.Linear(count * seen, names)
        self.values = nn.Parameter(torch.randn(names, SIGHTS * config.width) * size)
        for linear in (self.tokens, self.theme):
            nn.init.normal_(linear.weight, std=size * linear.in_features**-0.5)
            nn.init.zeros_(linear.bias)

    def forward(self, tokens: Tensor, theme: Tensor) -> Tensor:
        normed = self.norm(tokens)
        told = self.theme(self.theme_norm(theme)).unflatten(1, (-1, self.tokens.out_features))
        chosen = self.look(normed.flatten(1)).softmax(1) @ self.values
        return torch.cat([self.tokens(normed), chosen.unflatten(1, (SIGHTS, -1)), told], 1)


def load(weights: Weights, rank: int = 0, precision: torch.dtype = torch.float32) -> Decoder:
    """The published weights, frozen; with a rank, adapters on q and v that learn. `precision` is that of the layers' frozen matrices and of
    what they multiply: bfloat16 takes six tenths of the time where the processor has it (AVX512-BF16, AMX), and is slow elsewhere."""
    with torch.device("meta"):
        decoder = Decoder(weights.config)
    decoder.load_state_dict({name.removeprefix("model."): value for name, value in weights.state.items()}, assign=True)
    decoder.turns = turns(weights.config)
    decoder.requires_grad_(False)
    for module in decoder.modules():
        if isinstance(module, Linear):
            module.to(precision)
    if rank:
        for layer in decoder.layers:
            layer.self_attn.q_proj.adapt(rank)
            layer.self_attn.v_proj.adapt(rank)
    return decoder


def turns(config: Config) -> Tensor:
    """Cosines and sines of the rotary embedding: [2, positions, head width / 2]."""
    speeds = config.theta ** (-torch.arange(0, config.head_width, 2, dtype=torch.float32) / config.head_width)
    angles = torch.arange(config.positions, dtype=torch.float32)[:, None] * speeds
    return torch.stack([angles.cos(), angles.sin()])


def rotated(x: Tensor, turn: tuple[Tensor, Tensor]) -> Tensor:
    """Turns each pair (i, i + half) of a head by its place: [b, heads, n, head width]."""
    (first, second), (cosine, sine) = x.chunk(2, -1), turn
    return torch.cat([first * cosine - second * sine, second * cosine + first * sine], -1)
