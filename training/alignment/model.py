"""The multi-scale feature alignment module (MFAM): three Q-Formers and a thematic branch over a frozen encoder.

(P) Each scale has learned queries of its own that cross-attend to the encoder; one linear layer gives the theme.
(C) Low attends to stride 8 (pooled to the cells of stride 32) and to full-size detail tiles, middle to strides 16 and 32 with positions,
high to stride 32, all of them to the head as well; 8 queries of 128 numbers each, two blocks, four heads.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .records import PLACE, Widths

WIDTH = 128
HEADS = 4
QUERIES = 8
BLOCKS = 2
# The text encoder's vectors, in which the theme is told.
TEXT = 384
LEVELS = ("low", "middle", "high")
FREQUENCIES = 4


@dataclass
class Batch:
    """`cells` [b, n, channels] of stride 32; `places` [b, n, 2] their centres in fractions; `absent` [b, n] true behind the last;
    `fine…` the same of stride 16, `tiles…` of the full-size tiles; `head` [b, 2 * head]."""

    cells: Tensor
    places: Tensor
    absent: Tensor
    fine: Tensor
    fine_places: Tensor
    fine_absent: Tensor
    tiles: Tensor
    tiles_absent: Tensor
    head: Tensor


def split(x: Tensor) -> Tensor:
    """[b, n, WIDTH] to [b, HEADS, n, WIDTH / HEADS]."""
    return x.reshape(len(x), -1, HEADS, WIDTH // HEADS).transpose(1, 2)


class Attention(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.query, self.out = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)

    def forward(self, queries: Tensor, keys: Tensor, values: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        logits = split(self.query(queries)) @ keys.transpose(2, 3) / math.sqrt(WIDTH // HEADS)
        if mask is not None:
            logits = logits + mask
        shares = logits.softmax(3)
        out = (shares @ values).transpose(1, 2).reshape(queries.shape)
        return self.out(out), shares.mean(1)


class Block(nn.Module):
    """Queries look at the picture, at each other, and think."""

    def __init__(self) -> None:
        super().__init__()
        self.cross, self.own = Attention(), Attention()
        self.key, self.value = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.first, self.second, self.third = (nn.LayerNorm(WIDTH) for _ in range(3))
        self.think = nn.Sequential(nn.Linear(WIDTH, 3 * WIDTH), nn.GELU(), nn.Linear(3 * WIDTH, WIDTH))

    def forward(self, queries: Tensor, keys: Tensor, values: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        looked, attention = self.cross(self.first(queries), keys, values, mask)
        queries = queries + looked
        among = self.second(queries)
        queries = queries + self.own(among, split(self.key(among)), split(self.value(among)))[0]
        return queries + self.think(self.third(queries)), attention


class QFormer(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.queries = nn.Parameter(torch.randn(QUERIES, WIDTH) * 0.3)
        # Both blocks look at the same keys and values, which are most of the work.
        self.key, self.value = nn.Linear(WIDTH, WIDTH), nn.Linear(WIDTH, WIDTH)
        self.blocks = nn.ModuleList(Block() for _ in range(BLOCKS))
        self.end = nn.LayerNorm(WIDTH)

    def forward(self, seen: Tensor, absent: Tensor) -> tuple[Tensor, Tensor]:
        queries = self.queries.expand(len(seen), -1, -1)
        keys, values = split(self.key(seen)), split(self.value(seen))
        mask = -1e4 * absent[:, None, None, :].to(seen.dtype)
        for block in self.blocks:
            queries, attention = block(queries, keys, values, mask)
        return self.end(queries), attention


class Input(nn.Module):
    """Standardises features by constants learned from the training pictures, and projects them."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.register_buffer("mean", torch.zeros(width))
        self.register_buffer("scale", torch.ones(width))
        self.project = nn.Linear(width, WIDTH)
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        return self.norm(self.project((x - self.mean) * self.scale))


def waves(places: Tensor) -> Tensor:
    """Sines and cosines of a place: [..., 2] to [..., 4 * FREQUENCIES + 2]."""
    steps = math.pi * 2.0 ** torch.arange(FREQUENCIES, dtype=places.dtype)
    turns = torch.cat([places[..., :1] * steps, places[..., 1:] * steps], -1)
    return torch.cat([places - 0.5, turns.sin(), turns.cos()], -1)


class Alignment(nn.Module):
    def __init__(self, widths: Widths, levels: tuple[str, ...] = LEVELS) -> None:
        super().__init__()
        self.widths, self.levels = widths, levels
        self.stride8 = Input(widths.low)
        self.stride16 = Input(widths.middle)
        self.stride32 = Input(widths.high)
        self.detail = Input(widths.detail)
        self.head = Input(2 * widths.head)
        self.place = nn.Linear(2 + 4 * FREQUENCIES, WIDTH)
        self.flat = nn.Parameter(torch.zeros(WIDTH))
        self.kind = nn.Parameter(torch.randn(5, WIDTH) * 0.1)
        self.formers = nn.ModuleDict({level: QFormer() for level in levels})
        self.theme = nn.Linear(widths.head, TEXT)

    def forward(self, batch: Batch) -> dict[str, Tensor]:
        widths = self.widths
        low, high = batch.cells.split([widths.low, widths.high], 2)
        where = self.place(waves(batch.places))
        tiles, about = batch.tiles.split([widths.detail, PLACE], 2)
        eight = self.stride8(low) + where + self.kind[0]
        sixteen = self.stride16(batch.fine) + self.place(waves(batch.fine_places)) + self.kind[1]
        thirty_two = self.stride32(high) + where + self.kind[2]
        detail = self.detail(tiles) + self.place(waves(about[..., :2])) + about[..., 2:] * self.flat + self.kind[3]
        whole = (self.head(batch.head) + self.kind[4])[:, None]
        there = torch.zeros_like(batch.absent[:, :1])
        seen = {
            "low": (torch.cat([eight, detail, whole], 1), torch.cat([batch.absent, batch.tiles_absent, there], 1)),
            "middle": (torch.cat([thirty_two, sixteen, whole], 1), torch.cat([batch.absent, batch.fine_absent, there], 1)),
            "high": (torch.cat([thirty_two, whole], 1), torch.cat([batch.absent, there], 1)),
        }
        out: dict[str, Tensor] = {}
        for level in self.levels:
            out[level], attention = self.formers[level](*seen[level])
            count = batch.cells.shape[1]
            out[f"{level}Attention"] = attention[:, :, :count]
            if level == "middle":
                out["middleAttentionFine"] = attention[:, :, count : count + batch.fine.shape[1]]
        # The head's activations are means of ReLU6: their square root is closer to normal.
        out["thematic"] = self.theme(batch.head[:, : widths.head].clamp(min=0).sqrt())
        return out


class TextAdapter(nn.Module):
    """From the text encoder's space, blind to direction, to that of the tokens."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = nn.Linear(TEXT, 256), nn.Linear(256, WIDTH)
        self.skip = nn.Linear(TEXT, WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        return F.normalize(self.second(F.gelu(self.first(x))) + self.skip(x), dim=-1)


class Heads(nn.Module):
    """What is read from the tokens in training: for each kind of change the ordinal logits of its strength (at least weak, medium,
    strong), and which way it went."""

    def __init__(self, kinds: int, levels: int) -> None:
        super().__init__()
        width = levels * QUERIES * WIDTH
        self.norm, self.drop = nn.LayerNorm(width), nn.Dropout(0.2)
        self.strength = nn.Linear(width, 3 * kinds)
        self.side = nn.Linear(width, kinds)
        self.kinds = kinds

    def forward(self, tokens: Tensor) -> tuple[Tensor, Tensor]:
        flat = self.drop(self.norm(tokens.flatten(1)))
        return self.strength(flat).unflatten(1, (self.kinds, 3)), self.side(flat)


class Presence(nn.Module):
    """Similarity of texts and pictures: the token that answers best decides, softly."""

    def __init__(self) -> None:
        super().__init__()
        self.project = nn.Linear(WIDTH, WIDTH)
        self.sharpness = nn.Parameter(torch.tensor(2.3))
        self.bias = nn.Parameter(torch.tensor(-6.0))

    def forward(self, tokens: Tensor, texts: Tensor) -> Tensor:
        """tokens [b, t, WIDTH], texts [m, WIDTH] to logits [b, m]."""
        answers = F.normalize(self.project(tokens), dim=-1) @ texts.T
        best = torch.logsumexp(answers * 12, 1) / 12
        return best * self.sharpness.exp() + self.bias

