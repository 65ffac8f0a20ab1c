"""Answers questions from the shared space: writes `ask.onnx`, calibrates it, and measures how often it is right when it answers.

(C) A question is held against anchors (questions.py). Near an anchor about the craft, the tokens answer it; near one about beauty, the
score does; near the name of something that can be shown, the theme does; near none, or near one that no picture answers, it is "cannot
tell", as it is where the answer is close to even.

`ask.onnx`
Inputs   `text` [1, 384] of the text encoder, `thematic` [1, 384], `strength` [1, kinds, 3] calibrated probabilities, `percentile`
         [1, 1] of the score, 0 to 1.
Outputs  `route` [1, 4] how near the question is to: craft, beauty, something shown, what cannot be told;
         `logit` [1, 3] of "yes" by craft, by beauty, by theme; `about` [1, 1] index of the kind asked about.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from scipy.stats import rankdata
from sklearn.linear_model import Ridge
from torch import Tensor, nn

import pictures
from scoring.folds import assign

from . import records, themes
from .evaluate import accepted, platt
from .export import finish
from .questions import ABOUT, ASKED, ASKED_BEAUTY, ASKED_THEME, ASKED_UNKNOWN, THEME_FORMS, anchors
from .records import HEAD, Records
from .train import CONFUSED, KINDS, Trained, see

if TYPE_CHECKING:
    from .learn import Ground

OPSET = 17
ROUTES = ("craft", "beauty", "theme", "unknown")
# How sharply the nearest anchors decide.
SHARPNESS = 30.0
REFERENCES = 200
# Names of things by which a question after something shown is recognised; any name reads much like them.
NAMES_KNOWN = 250
EPSILON = 1e-4
# An answer is given where its probability is at least this.
SUREST = 0.7


class Ask(nn.Module):
    def __init__(self, encode: Callable[[list[str]], np.ndarray], class_names: list[str], references: np.ndarray) -> None:
        super().__init__()
        texts, kinds, signs = anchors()
        vectors = torch.from_numpy(encode(texts))
        order = [KINDS.index(kind) for kind in ABOUT]
        craft = kinds >= 0
        self.register_buffer("craft", vectors[craft])
        self.register_buffer("beauty", vectors[kinds == -1])
        self.register_buffer("unknown", vectors[kinds == -2])
        self.register_buffer("names", torch.from_numpy(encode([THEME_FORMS[i % 5].format(name=n) for i, n in enumerate(class_names[:: len(class_names) // NAMES_KNOWN])])))
        self.register_buffer("references", torch.from_numpy(references.astype(np.float32)))
        self.register_buffer("kind", torch.tensor([order[k] for k in kinds[craft]]))
        self.register_buffer("sign", torch.from_numpy(signs[craft].astype(np.float32)))
        self.register_buffer("beauty_sign", torch.from_numpy(signs[kinds == -1].astype(np.float32)))
        # A name that stands for another counts for it: blur of either sort is blur.
        group = np.eye(len(KINDS), dtype=np.float32)
        for a, b in CONFUSED:
            group[KINDS.index(a), KINDS.index(b)] = group[KINDS.index(b), KINDS.index(a)] = 1
        self.register_buffer("group", torch.from_numpy(group))

    def forward(self, text: Tensor, thematic: Tensor, strength: Tensor, percentile: Tensor) -> tuple[Tensor, ...]:
        near = [(text @ part.T) for part in (self.craft, self.beauty, self.names, self.unknown)]
        route = torch.stack([part.max(1).values for part in near], 1)
        present = strength.mean(2)
        present = (present[:, None, :] * self.group).max(2).values
        asked = (near[0] * SHARPNESS).softmax(1)
        said = present[:, self.kind]
        yes = (asked * torch.where(self.sign > 0, said, 1 - said)).sum(1, keepdim=True).clamp(EPSILON, 1 - EPSILON)
        about = self.kind[near[0].argmax(1)][:, None]
        sign = ((near[1] * SHARPNESS).softmax(1) * self.beauty_sign).sum(1, keepdim=True)
        beauty = (percentile - 0.5) * sign
        theme = thematic / thematic.norm(dim=1, keepdim=True)
        usual = text @ self.references.T
        centred = usual - usual.mean(1, keepdim=True)
        spread = (centred * centred).mean(1, keepdim=True).sqrt()
        shown = ((text * theme).sum(1, keepdim=True) - usual.mean(1, keepdim=True)) / spread
        return route, torch.cat([torch.log(yes / (1 - yes)), beauty, shown], 1), about


def save(model: Ask, path: Path) -> None:
    examples = (torch.randn(1, 384), torch.randn(1, 384), torch.rand(1, len(KINDS), 3), torch.rand(1, 1))
    torch.onnx.export(
        model, examples, str(path), input_names=["text", "thematic", "strength", "percentile"],
        output_names=["route", "logit", "about"], opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    finish(path, half=True)


def learn(
    ground: Ground, trained: Trained, changes: dict[str, dict[str, float]], data: Path, folder: Path, out: Path
) -> tuple[dict[str, object], dict[str, object]]:
    """Writes `ask.onnx`; gives the figures and the calibration."""
    names = themes.class_names(data)
    random = np.random.default_rng(11)
    clean = np.flatnonzero([not fact["labels"] and fact["variant"] == 0 for fact in ground.pool.facts])
    references = random.choice(clean, REFERENCES, replace=False)
    seen = see(trained, ground.pool.take(references))["thematic"]
    model = Ask(ground.encode, names, seen / np.linalg.norm(seen, axis=1, keepdims=True)).eval()
    save(model, out / "ask.onnx")

    offsets, nearest = _routes(model)
    craft = _craft_pairs(ground, trained, changes, model)
    beauty = _beauty_pairs(data, folder, model, ground.encode)
    shown = _theme_pairs(ground, trained, model, names, clean, random)
    calibration: dict[str, object] = {"unknown": offsets[3], "nearest": nearest, "surest": SUREST}
    figures: dict[str, object] = {}
    for index, (route, (near, logit, truth, group)) in enumerate(zip(ROUTES, (craft, beauty, shown))):
        half = np.array([int(hashlib.sha256(str(g).encode()).hexdigest(), 16) % 2 for g in group])
        scale, shift = platt(logit[half == 0], truth[half == 0])
        calibration[route] = {"offset": offsets[index], "scale": scale, "shift": shift}
        test = half == 1
        probability = 1 / (1 + np.exp(-(scale * logit[test] + shift)))
        taken = (near[test] + offsets).argmax(1) == index
        sure = np.maximum(probability, 1 - probability) >= SUREST
        near_enough = (near[test] + offsets).max(1) >= nearest
        answered = taken & sure & near_enough
        if route == "theme":
            # The engine says yes of what is shown, and never no.
            answered &= probability > 0.5
        figures[route] = {
            "questions": int(test.sum()),
            "answered": float(answered.mean()),
            "rightWhenAnswered": float(((probability > 0.5) == truth[test])[answered].mean()),
            "alwaysNo": float((~truth[test])[answered].mean()),
        }
    near = model_routes(model, ground.encode(ASKED_UNKNOWN))
    best = (near + offsets).argmax(1)
    figures["unknown"] = {
        "questions": len(ASKED_UNKNOWN), "cannotTell": float(((best == 3) | ((near + offsets).max(1) < nearest)).mean()),
    }  # fmt: skip
    return figures, calibration


@torch.no_grad()
def model_routes(model: Ask, texts: np.ndarray) -> np.ndarray:
    text = torch.from_numpy(texts)
    parts = (model.craft, model.beauty, model.names, model.unknown)
    return torch.stack([(text @ part.T).max(1).values for part in parts], 1).numpy()


@torch.no_grad()
def _routes(model: Ask) -> tuple[np.ndarray, float]:
    """Offsets that send every anchor, held against all others, to its own route most often; and how near the rest lie."""
    parts = (model.craft, model.beauty, model.names, model.unknown)
    rows, truth = [], []
    for own, part in enumerate(parts):
        near = []
        for other, against in enumerate(parts):
            cosine = part @ against.T
            if other == own:
                cosine.fill_diagonal_(-1)
            near.append(cosine.max(1).values)
        rows.append(torch.stack(near, 1).numpy())
        truth.append(np.full(len(part), own))
    near, route = np.concatenate(rows), np.concatenate(truth)
    weight = 1 / np.bincount(route)[route]
    grid = np.arange(-0.2, 0.21, 0.04)
    best, offsets = -1.0, np.zeros(4)
    for beauty, theme, unknown in itertools.product(grid, grid, grid):
        trial = np.array([0, beauty, theme, unknown])
        right = (((near + trial).argmax(1) == route) * weight).sum()
        if right > best + 1e-9:
            best, offsets = right, trial
    known = route != 3
    return offsets, float(np.quantile((near + offsets)[known].max(1), 0.02))


def _ask(model: Ask, texts: np.ndarray, thematic: np.ndarray, strength: np.ndarray, percentile: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    with torch.no_grad():
        route, logit, _ = model(*(torch.from_numpy(value.astype(np.float32)) for value in (texts, thematic, strength, percentile)))
    return route.numpy(), logit.numpy()


Pairs = tuple[np.ndarray, np.ndarray, np.ndarray, list[str]]


def _craft_pairs(ground: Ground, trained: Trained, changes: dict[str, dict[str, float]], model: Ask) -> Pairs:
    """Every change of the benchmark asked after by name, each with a picture that does not have it."""
    scale = np.array([changes[kind]["scale"] for kind in KINDS])[:, None]
    shift = np.array([changes[kind]["shift"] for kind in KINDS])[:, None]
    seen = see(trained, ground.test)
    probability = 1 / (1 + np.exp(-(seen["strength"] * scale + shift)))
    vectors = {kind: ground.encode([text for text, _ in asked]) for kind, asked in ASKED.items()}
    clean = {fact["picture"]: row for row, fact in enumerate(ground.test.facts) if not fact["labels"]}
    texts, rows, truth, group = [], [], [], []
    for row, fact in enumerate(ground.test.facts):
        if not fact["labels"]:
            continue
        kind = fact["labels"][0]["kind"]
        other = KINDS[(KINDS.index(kind) + 5 + row % 7) % len(KINDS)]
        asked = [(kind, row, True), (kind, clean[fact["picture"]], False)]
        if other not in accepted(kind):
            asked.append((other, row, False))
        for about, where, present in asked:
            for vector, (_, sign) in zip(vectors[about], ASKED[about]):
                texts.append(vector), rows.append(where), truth.append(present == (sign > 0)), group.append(fact["picture"])
    where = np.array(rows)
    near, logit = _ask(model, np.stack(texts), seen["thematic"][where], probability[where], np.full((len(where), 1), 0.5))
    return near, logit[:, 0], np.array(truth), group


def _beauty_pairs(data: Path, folder: Path, model: Ask, encode: Callable[[list[str]], np.ndarray]) -> Pairs:
    """Photographs asked for their beauty: is it above the median? The percentile is that of a plain ridge on themes it has not seen."""
    oasis = pictures.load(data)["oasis"]
    rated: Records = records.load(folder / "rated")
    rows = {fact["file"]: row for row, fact in enumerate(rated.facts) if fact["version"] == "plain"}
    inputs = rated.head[[rows[str(path.relative_to(data))] for path in oasis.paths], :HEAD].astype(np.float64) ** 0.5
    fold = assign(oasis.group, 5, 0)
    predicted = np.empty(len(oasis))
    for index in range(5):
        train = fold != index
        mean, deviation = inputs[train].mean(0), inputs[train].std(0) + 1e-6
        ridge = Ridge(alpha=3000).fit((inputs[train] - mean) / deviation, oasis.score[train])
        predicted[~train] = ridge.predict((inputs[~train] - mean) / deviation)
    percentile = (rankdata(predicted) - 0.5) / len(predicted)
    high = oasis.score > np.median(oasis.score)
    vectors = encode([text for text, _ in ASKED_BEAUTY])
    near, logits, truth, group = [], [], [], []
    for vector, (_, sign) in zip(vectors, ASKED_BEAUTY):
        count = len(oasis)
        route, logit = _ask(
            model, np.repeat(vector[None], count, 0), np.ones((count, vectors.shape[1])), np.zeros((count, len(KINDS), 3)), percentile[:, None]
        )
        near.append(route), logits.append(logit[:, 1]), truth.append(high == (sign > 0)), group.extend(oasis.group)
    return np.concatenate(near), np.concatenate(logits), np.concatenate(truth), group


def _theme_pairs(
    ground: Ground, trained: Trained, model: Ask, names: list[str], clean: np.ndarray, random: np.random.Generator
) -> Pairs:
    """Pictures of the ImageNet sample that trained nothing, asked for what they show (by the class's own name) and for something else."""
    stems = sorted(path.name for path in (ground.data / "unlabelled" / "imagenet-sample").iterdir())
    key = lambda name: hashlib.sha256(f"/unlabelled/imagenet-sample/{name}".encode()).hexdigest()[:24]  # noqa: E731
    classes = {key(name): index for index, name in enumerate(stems)}
    rows = [row for row in clean if ground.held_out[row] and ground.pool.facts[row]["picture"] in classes]
    seen = see(trained, ground.pool.take(np.array(rows)))["thematic"]
    own = np.array([classes[ground.pool.facts[row]["picture"]] for row in rows])
    other = (own + random.integers(1, len(names), len(own))) % len(names)
    near, logits, truth, group = [], [], [], []
    for asked, present in ((own, True), (other, False)):
        texts = ground.encode([ASKED_THEME[index % 3].format(name=names[index]) for index in asked])
        count = len(asked)
        route, logit = _ask(model, texts, seen, np.zeros((count, len(KINDS), 3)), np.full((count, 1), 0.5))
        near.append(route), logits.append(logit[:, 2]), truth.append(np.full(count, present)), group.extend(str(i) for i in own)
    return np.concatenate(near), np.concatenate(logits), np.concatenate(truth), group

