"""Text-guided self-supervision: trains the alignment on changed pictures and the words for what was done to them."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import torch
import torch.nn.functional as F

from .model import LEVELS, Alignment, Batch, Heads, Presence, TextAdapter
from .records import Records
from .texts import NAMES, Grammar, Label

KINDS = tuple(NAMES)
SIDED = ("horizon-tilt", "subject-placement", "cut-off-subject")
# Severities from which a change counts as weak, medium, strong.
STEPS = (0.5, 1.4, 2.4)
BANDS = ("slight", "clear", "strong")
# Either may be said for the other.
CONFUSED = (("defocus-blur", "motion-blur"), ("low-contrast", "haze"), ("under-exposure", "vignetting"))
EACH = 48


@dataclass(frozen=True)
class Recipe:
    epochs: int = 6
    batch: int = 96
    rate: float = 1.2e-3
    decay: float = 0.05
    texts: int = 192
    seed: int = 0
    levels: tuple[str, ...] = LEVELS
    # Without words only the kind's number teaches.
    text_guided: bool = True
    contrast: float = 1.0


@dataclass
class Bank:
    """Texts that may be shown in training, with what each of them says."""

    vectors: np.ndarray
    kind: np.ndarray
    band: np.ndarray
    side: np.ndarray
    # 0 a change, 1 nothing wrong, 2 the kind is absent.
    sort: np.ndarray
    texts: list[str] = field(default_factory=list)


def make_bank(grammar: Grammar, encode: Callable[[list[str]], np.ndarray], seed: int) -> Bank:
    random = np.random.default_rng(seed)
    texts, kind, band, side, sort = [], [], [], [], []

    def add(text: str, k: int, b: int, s: int, what: int) -> None:
        texts.append(text), kind.append(k), band.append(b), side.append(s), sort.append(what)

    for index, name in enumerate(KINDS):
        for level in range(3):
            sides = ("left", "right") if name in SIDED else (None,)
            for which in sides:
                for _ in range(EACH):
                    label = Label(name, (0.8, 1.8, 3.0)[level], which)
                    text = grammar.one(label, random)
                    said = -1
                    if which is not None and which in text.split():
                        said = ("left", "right").index(which)
                    add(text, index, level, said, 0)
        for _ in range(EACH // 2):
            add(grammar.absent(name, random), index, -1, -1, 2)
    for _ in range(6 * EACH):
        add(grammar.clean(random), -1, -1, -1, 1)
    return Bank(encode(texts), np.array(kind), np.array(band), np.array(side), np.array(sort), texts)


@dataclass
class Targets:
    """`severity` [n, kinds], 0 where the change was not made; `side` [n, kinds] 0 left, 1 right, -1 none."""

    severity: np.ndarray
    side: np.ndarray


def targets_of(records: Records) -> Targets:
    severity = np.zeros((len(records), len(KINDS)), np.float32)
    side = np.full((len(records), len(KINDS)), -1, np.int64)
    for row, fact in enumerate(records.facts):
        for label in fact.get("labels", []):
            column = KINDS.index(label["kind"])
            severity[row, column] = label["severity"]
            if label.get("side") is not None:
                side[row, column] = ("left", "right").index(label["side"])
    return Targets(severity, side)


# In training, the share of pictures without any full-size tile, as previews are, and of cells and tiles that are left out.
NO_TILES, LEFT_OUT = 0.1, 0.2
# The share of the cells of stride 16 that a step of training looks at: there are many, and neighbours are alike.
FINE = 0.4


def _cells(
    values: np.ndarray, shape: np.ndarray, rows: np.ndarray, random: np.random.Generator | None, share: float = 1.0
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cells of some pictures, their centres, and which are not there; in training a `share` of them."""
    size = shape[rows]
    index = np.arange(int(size.prod(1).max()))
    if random is not None and share < 1:
        index = np.sort(random.choice(index, int(len(index) * share), replace=False))
    width = size[:, 1:]
    places = np.stack([(index % width + 0.5) / width, (index // width + 0.5) / size[:, :1]], -1)
    absent = index >= size.prod(1)[:, None]
    if random is not None:
        absent |= random.random(absent.shape) < LEFT_OUT
    return values[rows[:, None], index].astype(np.float32), places.astype(np.float32), absent


def batch_of(records: Records, rows: np.ndarray, random: np.random.Generator | None = None) -> Batch:
    """With `random`, for training: what is left out differs every time, so that no single cell can be learned by heart."""
    count = records.tile_count[rows]
    if random is not None:
        count[random.random(len(rows)) < NO_TILES] = 0
    no_tiles = np.arange(records.tiles.shape[1]) >= count[:, None]
    if random is not None:
        no_tiles |= random.random(no_tiles.shape) < LEFT_OUT
    arrays = (
        *_cells(records.cells, records.shape, rows, random), *_cells(records.fine, records.fine_shape, rows, random, FINE),
        records.tiles[rows].astype(np.float32), no_tiles, records.head[rows].astype(np.float32),
    )  # fmt: skip
    return Batch(*(torch.from_numpy(np.ascontiguousarray(array)) for array in arrays))


def standardise(model: Alignment, records: Records, rows: np.ndarray) -> None:
    rows = np.sort(np.random.default_rng(0).choice(rows, min(2000, len(rows)), replace=False))
    low = records.widths.low
    there = lambda values, shape: values[np.arange(values.shape[1]) < shape.prod(1)[:, None]].astype(np.float32)  # noqa: E731
    flat = there(records.cells[rows], records.shape[rows])
    tiles = records.tiles[rows].astype(np.float32)
    tile_there = np.arange(tiles.shape[1]) < records.tile_count[rows][:, None]
    blocks = {
        "stride8": flat[:, :low], "stride16": there(records.fine[rows], records.fine_shape[rows]), "stride32": flat[:, low:],
        "detail": tiles[tile_there][:, : records.widths.detail], "head": records.head[rows].astype(np.float32),
    }  # fmt: skip
    for name, values in blocks.items():
        part = getattr(model, name)
        part.mean.copy_(torch.from_numpy(values.mean(0)))
        part.scale.copy_(torch.from_numpy(1 / (values.std(0) + 1e-3)))


@dataclass
class Trained:
    alignment: Alignment
    adapter: TextAdapter
    heads: Heads
    presence: Presence
    recipe: Recipe


def matches(targets: Targets, rows: np.ndarray, bank: Bank, chosen: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What each text says of each picture: truth [b, m] and weight [b, m]."""
    severity, side = targets.severity[rows], targets.side[rows]
    kind, band, said, sort = bank.kind[chosen], bank.band[chosen], bank.side[chosen], bank.sort[chosen]
    column = np.maximum(kind, 0)
    own = severity[:, column]
    level = np.digitize(own, STEPS[1:])
    present = own >= STEPS[0]
    anything = severity.max(1, keepdims=True) >= STEPS[0]
    faint = (own > 0) & ~present
    distance = np.abs(level - band)
    right_side = (said < 0) | (side[:, column] < 0) | (side[:, column] == said)
    truth = np.where(sort == 0, present & (distance == 0) & right_side, np.where(sort == 1, ~anything, own == 0))
    weight = np.ones(truth.shape, np.float32)
    weight[(sort == 0) & present & (distance == 1) & right_side] = 0.25
    weight[faint & (sort != 1)] = 0.2
    weight[((severity.max(1, keepdims=True) > 0) & ~anything) & (sort == 1)[None]] = 0.2
    for a, b in CONFUSED:
        for one, other in ((KINDS.index(a), KINDS.index(b)), (KINDS.index(b), KINDS.index(a))):
            confused = (severity[:, one] > 0)[:, None] & (kind == other) & ~present
            weight[confused] *= 0.3
    return truth.astype(np.float32), weight


def train(
    records: Records, own: np.ndarray, bank: Bank, themes: np.ndarray, recipe: Recipe, say: Callable[[str], None] = print
) -> Trained:
    """`own`: rows of the records to train on; `themes` [n, 384]: what the thematic branch shall say of each record."""
    torch.manual_seed(recipe.seed)
    random = np.random.default_rng(recipe.seed)
    targets = targets_of(records)
    model = Alignment(records.widths, recipe.levels)
    standardise(model, records, own)
    adapter, heads, presence = TextAdapter(), Heads(len(KINDS), len(recipe.levels)), Presence()
    modules = (model, adapter, heads, presence)
    parameters = [p for module in modules for p in module.parameters()]
    matrices = [p for p in parameters if p.ndim > 1]
    vectors = [p for p in parameters if p.ndim <= 1]
    optimiser = torch.optim.AdamW(
        [{"params": matrices, "weight_decay": recipe.decay}, {"params": vectors, "weight_decay": 0.0}], lr=recipe.rate
    )
    steps = recipe.epochs * math.ceil(len(own) / recipe.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, recipe.rate, total_steps=steps, pct_start=0.08)
    vectors_of_texts = torch.from_numpy(bank.vectors)
    theme_targets = torch.from_numpy(themes)
    steps_of = torch.tensor(STEPS)
    began = time.monotonic()
    averaged = [p.detach().clone() for p in parameters]
    done = 0
    for epoch in range(recipe.epochs):
        order = random.permutation(own)
        total = np.zeros(4)
        for start in range(0, len(order), recipe.batch):
            rows = order[start : start + recipe.batch]
            out = model(batch_of(records, rows, random))
            tokens = torch.cat([out[level] for level in recipe.levels], 1)
            strength, side = heads(tokens)
            severity = torch.from_numpy(targets.severity[rows])
            truth = (severity[..., None] >= steps_of).float()
            ordinal = F.binary_cross_entropy_with_logits(strength, truth, reduction="none")
            # A change too faint to count teaches neither.
            faint = ((severity > 0) & (severity < STEPS[0]))[..., None]
            ordinal = (ordinal * ~faint).mean() * 8
            went = torch.from_numpy(targets.side[rows])
            known = went >= 0
            sides = F.binary_cross_entropy_with_logits(side[known], went[known].float()) if known.any() else side.sum() * 0
            theme = (1 - F.cosine_similarity(out["thematic"], theme_targets[rows])).mean()
            loss = ordinal + 0.3 * sides + 0.5 * theme
            contrast = torch.zeros(())
            if recipe.text_guided:
                chosen = random.choice(len(bank.kind), recipe.texts, replace=False)
                says, weight = matches(targets, rows, bank, chosen)
                answers = presence(tokens, adapter(vectors_of_texts[chosen]))
                each = F.binary_cross_entropy_with_logits(answers, torch.from_numpy(says), reduction="none") * torch.from_numpy(weight)
                contrast = each.mean() * 8
                loss = loss + recipe.contrast * contrast
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimiser.step()
            schedule.step()
            done += 1
            if done > steps * 0.6:
                # The mean of the last part of the way generalises better than its end.
                share = 1 / (done - int(steps * 0.6))
                for mean, now in zip(averaged, parameters):
                    mean.lerp_(now.detach(), share)
            total += np.array([ordinal.item(), sides.item(), theme.item(), contrast.item()]) * len(rows)
        say(f"epoch {epoch + 1}: " + " ".join(f"{v / len(order):.4f}" for v in total) + f" ({time.monotonic() - began:.0f} s)")
    for mean, now in zip(averaged, parameters):
        now.data.copy_(mean)
    for module in modules:
        module.eval()
    return Trained(model, adapter, heads, presence, recipe)


@torch.no_grad()
def see(trained: Trained, records: Records, size: int = 128) -> dict[str, np.ndarray]:
    """Tokens [n, queries, width], theme, strength logits [n, kinds, 3] of records."""
    gathered: dict[str, list[np.ndarray]] = {"tokens": [], "thematic": [], "strength": [], "side": []}
    for start in range(0, len(records), size):
        out = trained.alignment(batch_of(records, np.arange(start, min(len(records), start + size))))
        tokens = torch.cat([out[level] for level in trained.recipe.levels], 1)
        strength, side = trained.heads(tokens)
        for name, value in (("tokens", tokens), ("thematic", out["thematic"]), ("strength", strength), ("side", side)):
            gathered[name].append(value.numpy())
    return {name: np.concatenate(parts) for name, parts in gathered.items()}
