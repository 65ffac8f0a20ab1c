"""Answers questions from the shared space: writes `ask.onnx`, calibrates it, and measures how often it is right when it answers.

(C) A classifier hears what a question means (routes.py). About the craft, the tokens answer it: by the strength that they see of the change
asked after, and by their agreement with the words for it. About beauty, the score does; about something that can be shown, the theme
and the classes do; about a mood, what the photographs of that mood have in common that those of other moods and of none have not. What is
heard as nothing of these, or not clearly, is "cannot tell", as is an answer that is close to even.

`ask.onnx`
Inputs   `text` [1, 384] of the text encoder; `tokens` [1, 24, 128] of all levels; `thematic` [1, 384]; `strength` [1, kinds, 3] calibrated
         probabilities; `percentile` [1, 1] of the score, 0 to 1; `head` [1, width] and `classes` [1, 1000] of the encoder.
Outputs  `route` [1, 5] probabilities that the question is about: craft, beauty, something shown, a mood, what cannot be told;
         `logit` [1, 4] of "yes" by craft, by beauty, by theme, by mood; `about` [1, 1] index of the attribute asked about (of `ATTRIBUTES`: the
         kinds, and those that only readings tell, of which the logit says nothing), `names` [1, attributes] 1
         for every attribute that counts for it, `sign` [1, 1] 1 where the question asks for it and -1 where for its absence; `mood` [1, 1] index
         of the mood asked after, `leading` [1, 1] of that which the picture has most of, `above` [1, 1] logit of
         the mood asked after rather than the strongest other.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
import torch.nn.functional as F
from scipy.stats import rankdata
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.metrics import roc_auc_score
from torch import Tensor, nn

import pictures
from features import Eyes, features
from scoring.builder import in_eight_bits
from scoring.folds import assign

from . import themes, words
from .evaluate import accepted, naming_texts, platt, probabilities
from .export import finish
from .model import QUERIES, TEXT, WIDTH
from .questions import ABOUT, ASKED, ASKED_BEAUTY, ASKED_MOOD, ASKED_OF_A_THING, ASKED_THEME, ASKED_UNKNOWN, THEME_FORMS
from .routes import HEARD, MEANINGS, ROUTES, SEVERAL, Router, made, teach
from .text_encoder import cached
from .train import CONFUSED, KINDS, Bank, Trained, see

if TYPE_CHECKING:
    from .learn import Ground

OPSET = 17
# What can be asked about craft.
ATTRIBUTES = (*KINDS, *(about for about in ABOUT if about not in (*KINDS, *SEVERAL)))
# How sharply the nearest names decide.
SHARPNESS = 30.0
REFERENCES = 128
EPSILON = 1e-4
# An answer is given where its probability is at least this.
SUREST = 0.7
# (C) Of the photographs that are asked after a fault this share is taken to have it, and of those that are asked after a thing this share to
# show it. In the questions of craft half have it.
HAVE_IT, SHOW_IT = 0.3, 0.1
# Inverse penalty of the logistic regressions of moods and of people.
LINE_C = 3.0
# Weights [lines, width] and bias over the roots of the head.
Line = tuple[np.ndarray, np.ndarray]


class Ask(nn.Module):
    """`references`: themes [n, 384], heads and classes of usual pictures, against which others stand out; `felt` and `people`: weights
    […, width] and bias of the logits of moods and of none, and of people, over the roots of the head."""

    def __init__(
        self, encode: Callable[[list[str]], np.ndarray], class_names: list[str], references: dict[str, np.ndarray], trained: Trained,
        bank: Bank, felt: Line, people: Line,
    ) -> None:  # fmt: skip
        super().__init__()
        keep = lambda name, value: self.register_buffer(name, torch.as_tensor(value))  # noqa: E731
        names = [*class_names, *words.GENERAL, *words.PEOPLE]
        # A name in the mean of all forms, so that it is the name that is recognised and not how it is asked for.
        mean = np.mean([encode([form.format(name=name) for name in names]) for form in THEME_FORMS], 0)
        # Rounded as the graph stores it.
        keep("names", in_eight_bits((mean / np.linalg.norm(mean, axis=1, keepdims=True)).T).T.astype(np.float32))
        keep("covered", words.groups())
        themes_seen = references["thematic"]
        keep("references", themes_seen / np.linalg.norm(themes_seen, axis=1, keepdims=True))
        self.router = Router(TEXT)
        keep("routes", np.eye(len(ROUTES), dtype=np.float32)[[ROUTES.index(route) for route, _, _ in MEANINGS]])
        keep("sign", np.array([sign for _, _, sign in MEANINGS], np.float32))
        # [meanings of craft, attributes]: what is asked about, and what counts for it. A name that stands for another does: blur of either
        # sort is blur.
        abouts = [about for route, about, _ in MEANINGS if route == "craft"]
        about = np.array([[name in SEVERAL.get(asked, (asked,)) for name in ATTRIBUTES] for asked in abouts], np.float32)
        counts = about.copy()
        for pair in CONFUSED:
            a, b = (ATTRIBUTES.index(name) for name in pair)
            counts[:, b] = np.maximum(counts[:, b], about[:, a])
            counts[:, a] = np.maximum(counts[:, a], about[:, b])
        keep("about", about)
        keep("counts", counts)
        keep("felt_weights", felt[0].astype(np.float32))
        keep("felt_bias", felt[1].astype(np.float32))
        keep("people_weights", people[0].astype(np.float32))
        keep("people_bias", people[1].astype(np.float32))
        self.presence = trained.presence
        with torch.no_grad():
            said = torch.stack([trained.adapter(torch.from_numpy(bank.vectors[naming_texts(bank, kind)])).mean(0) for kind in range(len(KINDS))])
        keep("said", F.normalize(said, dim=1))
        head, classes = (torch.from_numpy(references[name].astype(np.float32)) for name in ("head", "classes"))
        with torch.no_grad():
            logits = logit(self.covers(head, classes))
        keep("usual", logits.mean(0, keepdim=True))
        keep("usual_spread", logits.std(0, keepdim=True).clamp(min=0.5))
        # How much each witness counts, learned by `weigh`.
        keep("craft_weights", np.array([1.0, 0.0, 0.0], np.float32))
        keep("theme_weights", np.array([1.0, 0.0, 0.0, 0.0, 0.0], np.float32))

    def forward(
        self, text: Tensor, tokens: Tensor, thematic: Tensor, strength: Tensor, percentile: Tensor, head: Tensor, classes: Tensor
    ) -> tuple[Tensor, ...]:
        near = text @ self.names.T
        meaning = self.heard(text, near)
        route = meaning @ self.routes
        asked = self.within(meaning, "craft")
        craft = (self.craft_told(asked, tokens, strength) * self.craft_weights).sum(1, keepdim=True)
        pleasing = self.within(meaning, "beauty")
        shown = (self.theme_told(near, text, thematic, head, classes) * self.theme_weights).sum(1, keepdim=True)
        felt = head.clamp(min=0).sqrt() @ self.felt_weights.T + self.felt_bias
        moods = apart(felt)
        mood = self.within(meaning, "mood").argmax(1)[:, None]
        logit = torch.cat([craft, (percentile - 0.5) * self.signs(pleasing, "beauty"), shown, moods.gather(1, mood)], 1)
        chosen = asked.argmax(1)
        # Of several kinds, the one seen most.
        seen = F.pad(strength.mean(2) + EPSILON, (0, len(ATTRIBUTES) - len(KINDS)), value=EPSILON)
        about = (self.about[chosen] * seen).argmax(1)
        return route, logit, about[:, None], self.counts[chosen], self.signs(asked, "craft"), mood, felt[:, :-1].argmax(1)[:, None], above(felt).gather(1, mood)

    def heard(self, text: Tensor, near: Tensor) -> Tensor:
        """[n, meanings]: probabilities of what a question means."""
        return self.router(text, near.max(1, keepdim=True).values).softmax(1)

    @staticmethod
    def rows(route: str) -> list[int]:
        return [index for index, (name, _, _) in enumerate(MEANINGS) if name == route]

    def within(self, meaning: Tensor, route: str) -> Tensor:
        """Probabilities of the meanings of one route, were it the one."""
        part = meaning[:, self.rows(route)]
        return part / part.sum(1, keepdim=True).clamp(min=1e-9)

    def signs(self, asked: Tensor, route: str) -> Tensor:
        return (asked * self.sign[self.rows(route)]).sum(1, keepdim=True)

    @staticmethod
    def nearest(near: Tensor) -> Tensor:
        return (near * SHARPNESS).softmax(1)

    def craft_told(self, asked: Tensor, tokens: Tensor, strength: Tensor) -> Tensor:
        """[n, 3], by what is `asked`: the logit of the strength seen of it, the agreement of the tokens with the words for it, and 1, all
        turned round where the absence of a fault is asked after, and 0 where only a reading tells."""
        kinds = strength.shape[1]
        counts, about = self.counts[:, :kinds], self.about[:, :kinds]
        present = (strength.mean(2)[:, None, :] * counts).max(2).values.clamp(EPSILON, 1 - EPSILON)
        # What is not asked about lies below every answer.
        agreed = (self.presence(tokens, self.said)[:, None, :] - 1e4 * (1 - about)).max(2).values
        turned = asked * self.sign[self.rows("craft")] * about.max(1).values
        return torch.cat([(turned * told).sum(1, keepdim=True) for told in (torch.log(present / (1 - present)), agreed, torch.ones_like(agreed))], 1)

    def covers(self, head: Tensor, classes: Tensor) -> Tensor:
        """[n, names]: probability of what each name covers."""
        shares = classes.softmax(1)
        people = (head.clamp(min=0).sqrt() @ self.people_weights.T + self.people_bias).sigmoid()
        return torch.cat([shares, shares @ self.covered.T, people.expand(-1, len(words.PEOPLE))], 1)

    def theme_told(self, near: Tensor, text: Tensor, thematic: Tensor, head: Tensor, classes: Tensor) -> Tensor:
        """[n, 5]: the logit of what the nearest names cover, by how many of its usual spreads it lies above that of usual pictures (dogs have
        more classes than boats), the logit of the likeliest single class of it (where no class is likely, many of them still add up), that
        class as the encoder gives it, which is low where a picture is like no class at all, and how far the theme stands out towards the words."""
        nearest = self.nearest(near)
        covered = logit(self.covers(head, classes))
        there = (nearest * covered).sum(1, keepdim=True)
        above = (nearest * (covered - self.usual) / self.usual_spread).sum(1, keepdim=True)
        # One word after the other, since all at once take much memory.
        highest = torch.stack([(classes - 1e3 * (1 - row)).max(1).values for row in self.covered], 1)
        shares = torch.cat([classes, highest], 1) - classes.logsumexp(1, keepdim=True)
        people = covered[:, -len(words.PEOPLE) :]
        peak = (nearest * torch.cat([logit(shares.exp()), people], 1)).sum(1, keepdim=True)
        height = (nearest * torch.cat([classes, highest, people], 1)).sum(1, keepdim=True)
        theme = thematic / thematic.norm(dim=1, keepdim=True)
        usual = text @ self.references.T
        centred = usual - usual.mean(1, keepdim=True)
        spread = (centred * centred).mean(1, keepdim=True).sqrt()
        stands = ((text * theme).sum(1, keepdim=True) - usual.mean(1, keepdim=True)) / spread
        return torch.cat([there, above, peak, height, stands], 1)


def logit(probability: Tensor) -> Tensor:
    probability = probability.clamp(EPSILON, 1 - EPSILON)
    return torch.log(probability / (1 - probability))


def apart(logits: Tensor) -> Tensor:
    """[n, moods + 1] logits of the moods and, last, of none, to [n, moods]: the logit of this mood rather than any other or none."""
    others = [torch.cat([logits[:, :index], logits[:, index + 1 :]], 1).logsumexp(1) for index in range(logits.shape[1] - 1)]
    return logits[:, :-1] - torch.stack(others, 1)


def above(logits: Tensor) -> Tensor:
    """[n, moods + 1] to [n, moods]: the logit of each mood rather than the strongest other."""
    moods = range(logits.shape[1] - 1)
    return torch.stack([logits[:, i] - torch.cat([logits[:, :i], logits[:, i + 1 : -1]], 1).max(1).values for i in moods], 1)


INPUTS = ("text", "tokens", "thematic", "strength", "percentile", "head", "classes")


def save(model: Ask, path: Path) -> None:
    width = model.felt_weights.shape[1]
    examples = (
        torch.randn(1, TEXT), torch.randn(1, 3 * QUERIES, WIDTH), torch.randn(1, TEXT), torch.rand(1, len(KINDS), 3), torch.rand(1, 1),
        torch.rand(1, width), torch.randn(1, 1000),
    )  # fmt: skip
    torch.onnx.export(
        model, examples, str(path), input_names=list(INPUTS), output_names=["route", "logit", "about", "names", "sign", "mood", "leading", "above"], opset_version=OPSET,
        dynamo=False,
    )  # fmt: skip
    finish(path, eighth_from=model.names.numel())


@dataclass
class Questions:
    """Questions with a picture each. `group`: what belongs to one half, calibration or test, together."""

    text: np.ndarray
    seen: dict[str, np.ndarray]
    truth: np.ndarray
    group: list[str]
    # Which part of the route a question belongs to, where figures are told apart.
    part: np.ndarray | None = None
    # How often "yes" is true, in each part and half: who asks after something has a reason to.
    share: float = 0.5

    @cached_property
    def weight(self) -> np.ndarray:
        part = np.zeros(len(self.truth)) if self.part is None else np.unique(self.part, return_inverse=True)[1]
        cell = (part * 2 + self.half) * 2 + self.truth
        cell = cell.astype(int)
        return np.where(self.truth, self.share, 1 - self.share) * len(cell) / np.bincount(cell)[cell] / len(np.unique(cell))

    def arguments(self) -> tuple[Tensor, ...]:
        count = len(self.text)
        empty = {
            "tokens": np.zeros((count, 3 * QUERIES, WIDTH)), "thematic": np.ones((count, TEXT)), "strength": np.zeros((count, len(KINDS), 3)),
            "percentile": np.full((count, 1), 0.5), "classes": np.zeros((count, 1000)), "head": np.zeros((count, self.seen["head"].shape[1])),
        }  # fmt: skip
        values = [self.text, *(self.seen.get(name, empty[name]) for name in INPUTS[1:])]
        return tuple(torch.from_numpy(np.asarray(value, np.float32)) for value in values)

    @cached_property
    def half(self) -> np.ndarray:
        """0 to calibrate on, 1 to measure."""
        return np.array([int(hashlib.sha256(str(name).encode()).hexdigest(), 16) % 2 for name in self.group])


def learn(
    ground: Ground, trained: Trained, changes: dict[str, dict[str, float]], rated: Rated, work: Path, out: Path
) -> tuple[dict[str, object], dict[str, object]]:
    """Writes `ask.onnx`; gives the figures and the calibration."""
    names = themes.class_names(ground.data)
    random = np.random.default_rng(11)
    clean = np.flatnonzero([not fact["labels"] and fact["variant"] == 0 for fact in ground.pool.facts])
    usual = ground.pool.take(np.sort(random.choice(clean, min(REFERENCES, len(clean)), replace=False)))
    every = ground.pool.take(clean)
    seen = {"thematic": see(trained, usual)["thematic"], "head": every.head[:, : every.widths.head], "classes": every.classes}
    line, unseen = _moods(rated)
    people, people_unseen = _people(rated)
    mood_questions, mood_told, mood_above, mood_auc = _mood_questions(rated, unseen, ground.encode)
    model = Ask(ground.encode, names, seen, trained, ground.bank, line, people).eval()
    asked = made([*names, *words.GENERAL, *words.PEOPLE])
    vectors = torch.from_numpy(cached(work / "questions.npz", asked.texts, ground.encode))
    teach(model.router, vectors, (vectors @ model.names.T).max(1, keepdim=True).values, asked.meaning)
    model.eval()
    posed = {
        "craft": _craft_questions(ground, trained, changes),
        "beauty": _beauty_questions(rated, ground.encode),
        "theme": _theme_questions(ground, trained, rated, names, clean, random),
    }
    _weigh(model, posed["craft"], posed["theme"])
    save(model, out / "ask.onnx")
    print("witnesses of craft", model.craft_weights.tolist(), "of the theme", model.theme_weights.tolist(), flush=True)

    calibration: dict[str, object] = {"heard": HEARD, "surest": SUREST, "attributes": list(ATTRIBUTES), "moods": list(words.MOODS)}
    figures: dict[str, object] = {}
    for index, route in enumerate(ROUTES[:4]):
        questions = mood_questions if route == "mood" else posed[route]
        with torch.no_grad():
            heard, logit = (value.numpy() for value in model(*questions.arguments())[:2])
        if route == "mood":
            # Told by regressions that have not seen the theme, not by those in the graph.
            logit[:, index] = mood_told
        half, truth, weight = questions.half, questions.truth, questions.weight
        # Craft's weights are a calibration already, which a shift would set askew between a question and its opposite.
        scale, shift = (1.0, 0.0) if route == "craft" else platt(logit[half == 0, index], truth[half == 0], weight[half == 0])
        calibration[route] = {"scale": scale, "shift": shift}
        test = half == 1
        probability = 1 / (1 + np.exp(-(scale * logit[test, index] + shift)))
        if route == "mood":
            # As the engine does: a yes is no surer than that it is this mood rather than another.
            probability = np.where(probability > 0.5, np.minimum(probability, np.maximum(mood_above[test], 0.5)), probability)
        taken = (heard[test].argmax(1) == index) & (heard[test, index] >= HEARD)
        sure = np.maximum(probability, 1 - probability) >= SUREST
        answered = taken & sure
        if route == "theme":
            # The engine says yes of what is shown, and never no.
            answered &= probability > 0.5
        right = (probability > 0.5) == truth[test]

        def summary(rows: np.ndarray) -> dict[str, float | int]:
            counts = np.where(rows, weight[test], 0)
            among = np.where(answered, counts, 0)
            return {
                "questions": int(rows.sum()),
                "answered": float(among.sum() / counts.sum()),
                "rightWhenAnswered": float((right * among).sum() / max(among.sum(), 1e-9)),
                "alwaysNo": float((~truth[test] * among).sum() / max(among.sum(), 1e-9)),
            }

        figures[route] = summary(np.ones(test.sum(), bool))
        if questions.part is not None:
            figures[route]["parts"] = {str(name): summary(questions.part[test] == name) for name in np.unique(questions.part)}
    figures["mood"]["auc"] = mood_auc
    figures["theme"]["aucOfPeople"] = float(roc_auc_score(rated.pictures.category == "Person", people_unseen[:, 0]))
    for name, texts in (("unknown", ASKED_UNKNOWN), ("ofAThing", ASKED_OF_A_THING)):
        with torch.no_grad():
            text = torch.from_numpy(ground.encode(texts))
            heard = model.heard(text, text @ model.names.T) @ model.routes
        told = (heard.argmax(1) != len(ROUTES) - 1) & (heard.max(1).values >= HEARD)
        figures[name] = {"questions": len(texts), "cannotTell": 1 - float(told.float().mean())}
    return figures, calibration


@torch.no_grad()
def _weigh(model: Ask, craft: Questions, theme: Questions) -> None:
    """What each witness of a route counts for, on the half that is calibrated on."""
    text, tokens, thematic, strength, _, _, classes = craft.arguments()
    meaning = model.heard(text, text @ model.names.T)
    told = model.craft_told(model.within(meaning, "craft"), tokens, strength).numpy()
    rows = lambda questions: questions.half == 0  # noqa: E731
    # The line through craft goes through the origin: the opposite question has the opposite answer.
    fit = lambda x, q, free: LogisticRegression(C=10.0, fit_intercept=free).fit(x[rows(q)], q.truth[rows(q)], sample_weight=q.weight[rows(q)]).coef_[0]  # noqa: E731
    weights = fit(told, craft, False)
    weights[2] += np.log(HAVE_IT / (1 - HAVE_IT))
    model.craft_weights.copy_(torch.from_numpy(weights))
    text, _, thematic, _, _, head, classes = theme.arguments()
    told = model.theme_told(text @ model.names.T, text, thematic, head, classes).numpy()
    model.theme_weights.copy_(torch.from_numpy(fit(told, theme, True)))


@dataclass
class Rated:
    """Photographs that people rated, and the encoder's head [n, width] and classes [n, 1000] of each."""

    pictures: pictures.Pictures
    head: np.ndarray
    classes: np.ndarray

    @staticmethod
    def of(photographs: pictures.Pictures, encoder: Path, cache: Path) -> Rated:
        eyes = Eyes(encoder)
        rows = features(eyes, photographs, "plain", cache).astype(np.float64)
        return Rated(photographs, *(rows[:, eyes.layout.columns(block)] for block in ("head", "classes")))


def _lines(rated: Rated, truth: np.ndarray) -> tuple[Line, np.ndarray]:
    """A logistic regression over the roots of the head, the classes of `truth` [n] weighing the same: weights and bias of each class (of
    the second, where there are two), and the logits that regressions which have not seen a picture's theme give of it."""
    roots = np.maximum(rated.head, 0) ** 0.5
    mean, deviation = roots.mean(0), roots.std(0) + 1e-6
    inputs = (roots - mean) / deviation / np.sqrt(roots.shape[1])
    fold = assign(rated.pictures.group, 5, 0)
    model = lambda rows: LogisticRegression(C=LINE_C, max_iter=2000, class_weight="balanced").fit(inputs[rows], truth[rows])  # noqa: E731
    final = model(np.ones(len(truth), bool))
    unseen = np.empty((len(truth), len(final.coef_)))
    for index in range(5):
        unseen[fold == index] = model(fold != index).decision_function(inputs[fold == index]).reshape(-1, len(final.coef_))
    weights = final.coef_ / deviation / np.sqrt(roots.shape[1])
    return (weights, final.intercept_ - weights @ mean), unseen


def _moods(rated: Rated) -> tuple[Line, np.ndarray]:
    """Of each mood and, last, of none."""
    felt = words.moods(rated.pictures.group)
    line, unseen = _lines(rated, np.where(felt.any(1), felt.argmax(1), felt.shape[1]))
    return line, unseen


def _people(rated: Rated) -> tuple[Line, np.ndarray]:
    return _lines(rated, rated.pictures.category == "Person")


def _mood_questions(
    rated: Rated, felt_unseen: np.ndarray, encode: Callable[[list[str]], np.ndarray]
) -> tuple[Questions, np.ndarray, np.ndarray, dict[str, float]]:
    """Every photograph asked after every mood, the logits of regressions that have not seen its theme, how likely they hold this mood rather
    than the strongest other, and how well they tell a mood."""
    truth = words.moods(rated.pictures.group)
    felt = torch.from_numpy(felt_unseen)
    unseen, rather = apart(felt).numpy(), above(felt).sigmoid().numpy()
    texts, head, answer, group, logit, over, part = [], [], [], [], [], [], []
    for column, (mood, asked) in enumerate(ASKED_MOOD.items()):
        for vector in encode(asked):
            texts.append(np.repeat(vector[None], len(truth), 0)), head.append(rated.head), answer.append(truth[:, column])
            group.extend(rated.pictures.group), logit.append(unseen[:, column]), over.append(rather[:, column])
            part.append(np.full(len(truth), mood))
    questions = Questions(np.concatenate(texts), {"head": np.concatenate(head)}, np.concatenate(answer), group, np.concatenate(part))
    auc = {mood: float(roc_auc_score(truth[:, column], unseen[:, column])) for column, mood in enumerate(words.MOODS)}
    return questions, np.concatenate(logit), np.concatenate(over), auc


def _craft_questions(ground: Ground, trained: Trained, changes: dict[str, dict[str, float]]) -> Questions:
    """Every change of the benchmark asked after by name, each with a picture that does not have it."""
    seen = see(trained, ground.test)
    probability = probabilities(seen["strength"], changes)
    vectors = {kind: ground.encode([text for text, _ in asked]) for kind, asked in ASKED.items()}
    clean = {fact["picture"]: row for row, fact in enumerate(ground.test.facts) if not fact["labels"]}
    texts, rows, truth, group = [], [], [], []
    for row, fact in enumerate(ground.test.facts):
        if not fact["labels"]:
            continue
        kind = fact["labels"][0]["kind"]
        other = KINDS[(KINDS.index(kind) + 5 + row % 7) % len(KINDS)]
        asked = [(kind, row, True), (kind, clean[fact["picture"]], False)]
        # What names several faults is asked as often as one of them.
        for name, members in SEVERAL.items():
            if kind in members and row % len(members) == 0:
                asked += [(name, row, True), (name, clean[fact["picture"]], False)]
        if other not in accepted(kind):
            asked.append((other, row, False))
        for about, where, present in asked:
            for vector, (_, sign) in zip(vectors[about], ASKED[about]):
                texts.append(vector), rows.append(where), truth.append(present == (sign > 0)), group.append(fact["picture"])
    where = np.array(rows)
    shown = {
        "tokens": seen["tokens"][where], "strength": probability[where], "thematic": seen["thematic"][where],
        "head": ground.test.head[where, : ground.test.widths.head],
    }  # fmt: skip
    return Questions(np.stack(texts), shown, np.array(truth), group)


def _beauty_questions(rated: Rated, encode: Callable[[list[str]], np.ndarray]) -> Questions:
    """Photographs asked for their beauty: is it above the median? The percentile is that of a plain ridge on themes it has not seen."""
    oasis = rated.pictures
    inputs = np.maximum(rated.head, 0) ** 0.5
    fold = assign(oasis.group, 5, 0)
    predicted = np.empty(len(oasis))
    for index in range(5):
        train = fold != index
        mean, deviation = inputs[train].mean(0), inputs[train].std(0) + 1e-6
        ridge = Ridge(alpha=3000).fit((inputs[train] - mean) / deviation, oasis.score[train])
        predicted[~train] = ridge.predict((inputs[~train] - mean) / deviation)
    percentile = (rankdata(predicted) - 0.5) / len(predicted)
    high = oasis.score > np.median(oasis.score)
    texts, truth, group = [], [], []
    for vector, (_, sign) in zip(encode([text for text, _ in ASKED_BEAUTY]), ASKED_BEAUTY):
        texts.append(np.repeat(vector[None], len(oasis), 0)), truth.append(high == (sign > 0)), group.extend(oasis.group)
    times = len(ASKED_BEAUTY)
    shown = {"percentile": np.tile(percentile[:, None], (times, 1)), "head": np.tile(rated.head, (times, 1))}
    return Questions(np.concatenate(texts), shown, np.concatenate(truth), group)


def _theme_questions(
    ground: Ground, trained: Trained, rated: Rated, names: list[str], clean: np.ndarray, random: np.random.Generator
) -> Questions:
    """Pictures of the ImageNet sample that trained nothing of ours (the encoder may know them), and photographs of OASIS that nothing has
    seen, asked for what they show, by the class's own name and by a general word, and for something else."""
    stems = sorted(path.name for path in (ground.data / "unlabelled" / "imagenet-sample").iterdir())
    key = lambda name: hashlib.sha256(f"/unlabelled/imagenet-sample/{name}".encode()).hexdigest()[:24]  # noqa: E731
    classes = {key(name): index for index, name in enumerate(stems)}
    rows = np.array([row for row in clean if ground.held_out[row] and ground.pool.facts[row]["picture"] in classes])
    held = ground.pool.take(rows)
    seen = see(trained, held)["thematic"]
    own = np.array([classes[ground.pool.facts[row]["picture"]] for row in rows])
    covered, general = words.groups(), list(words.GENERAL)
    texts, where, truth, part = [], [], [], []

    def ask(row: int, name: str, present: bool, which: str) -> None:
        texts.append(ASKED_THEME[len(texts) % len(ASKED_THEME)].format(name=name))
        where.append(row), truth.append(present), part.append(which)

    for row, index in enumerate(own):
        ask(row, names[index], True, "ImageNet's names")
        ask(row, names[(index + random.integers(1, len(names))) % len(names)], False, "ImageNet's names")
        true, false = np.flatnonzero(covered[:, index] > 0), np.flatnonzero(covered[:, index] == 0)
        for word in true:
            ask(row, general[word], True, "general words")
        for word in false:
            ask(row, general[word], False, "general words")
    known = [words.SHOWN.get(str(theme).split("/")[-1].lower()) for theme in rated.pictures.group]
    for row, word in enumerate(known):
        if word is None:
            theme = str(rated.pictures.group[row]).split("/")[-1].lower()
            for other in words.absent(str(rated.pictures.category[row]), theme):
                ask(len(own) + row, other, False, "general words, OASIS")
        else:
            for other in dict.fromkeys(words.SHOWN.values()):
                ask(len(own) + row, other, other == word, "general words, OASIS")
    at = np.array(where)
    with torch.no_grad():
        theirs = trained.alignment.theme(torch.from_numpy(np.maximum(rated.head, 0) ** 0.5).float()).numpy()
    shown = {
        "thematic": np.concatenate([seen, theirs])[at], "classes": np.concatenate([held.classes, rated.classes])[at],
        "head": np.concatenate([held.head[:, : held.widths.head], rated.head])[at],
    }  # fmt: skip
    group = [str(index) for index in own] + [str(theme) for theme in rated.pictures.group]
    return Questions(ground.encode(texts), shown, np.array(truth), [group[row] for row in where], np.array(part), SHOW_IT)
