"""Learns the scoring head, measures it on pictures it has not seen, and calibrates what it says of itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.stats import pearsonr
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.preprocessing import StandardScaler
from sklearn.svm import NuSVR

from features import PLACES, Eyes, Layout, features, placed
from pictures import KINDS, Pictures

from . import pages, strange
from .folds import assign, out_of_fold, paired_gain, srcc, within
from .head import Rated, Regression, expected_error, fit, fit_error
from .representation import WEIGHTS as REPRESENTATION_WEIGHTS
from .representation import Representation

REPEATS = 10
# Categories with fewer pictures than this have no figure of their own.
SMALLEST_CATEGORY = 20
LEVEL = 0.8
# Versions of a photograph whose vectors are averaged in training: what matters survives mirroring and another scale.
VERSIONS = {"oasis": ("plain", "flip", "small"), "vessel-landscapes": ("plain", "flip", "small")}
WEIGHTS = {"oasis": 1.0, "vessel-landscapes": 0.5, "vessel-art": 1.0, "agiqa": 0.4, "calista": 1.0}
KIND_SETS = {"photograph": ("oasis", "vessel-landscapes"), "artwork": ("vessel-art", "agiqa"), "interface": ("calista",)}
# The kinds' classifier: inverse penalty, and how much each set counts. Users bring photographs far more often than anything else,
# and calling a photograph an artwork does more harm than the reverse, so photographs get two thirds.
DOMAIN_C = 3.0
DOMAIN_SHARES = {
    "oasis": 0.25, "unlabelled": 0.32, "vessel-landscapes": 0.1, "vessel-art": 0.09, "agiqa": 0.13, "calista": 0.11,
}  # fmt: skip
STRANGE_C = 1.0
# Pages of an interface look most like scanned text and are few: each counts for several.
INTERFACES_COUNT = 8.0
STRANGE_EACH = 160
FALSE_ABSTENTION = 0.01
# With fewer rated pictures than this, every picture of the kind has the same expected error.
LEARN_ERROR_FROM = 500
# Range of expected errors that the confidence's curve covers, in points.
ERRORS = (0.3, 4.0)


@dataclass
class Material:
    sets: dict[str, Pictures]
    plain: dict[str, np.ndarray]
    jittered: dict[str, np.ndarray]
    # Photographs alone: out of focus or moved.
    blurred: dict[str, np.ndarray]
    strange: dict[str, np.ndarray]
    layout: Layout
    # By kind of picture; that of photographs tells the kinds and the unfamiliar apart.
    representations: dict[str, Representation]
    # Vectors of each set as its own kind looks at it.
    seen: dict[str, np.ndarray]
    trained: dict[str, np.ndarray]
    # Scores of the attributes of pages, for sets of pages: [pictures, attributes].
    readings: dict[str, np.ndarray]

    @property
    def representation(self) -> Representation:
        return self.representations["photograph"]


def plain_rows(sets: dict[str, Pictures], names: Iterable[str], eyes: Eyes, cache: Path) -> dict[str, np.ndarray]:
    """Rows of pictures as they are; of pages, and of what their numbers are measured by, with what lies where."""
    with_places = ("unlabelled", *KIND_SETS["interface"])
    return {name: placed(eyes, sets[name], cache) if name in with_places else features(eyes, sets[name], "plain", cache) for name in names}


def gather(sets: dict[str, Pictures], eyes: Eyes, cache: Path, readings: dict[str, np.ndarray]) -> Material:
    plain = plain_rows(sets, sets, eyes, cache)
    jittered = {name: features(eyes, pictures, "jitter0", cache) for name, pictures in sets.items()}
    blurred = {name: features(eyes, pictures, "blur", cache) for name, pictures in sets.items() if pictures.kind == "photograph"}
    representations = {kind: Representation.learn(plain["unlabelled"], eyes.layout, kind) for kind in KINDS}
    seen = {name: representations[sets[name].kind](rows) for name, rows in plain.items()}
    trained = {}
    for name in WEIGHTS:
        own = representations[sets[name].kind]
        versions = [own(features(eyes, sets[name], v, cache)) for v in VERSIONS[name]] if name in VERSIONS else [seen[name]]
        # Rounded as the graph stores them.
        trained[name] = np.mean(versions, 0).astype(np.float16).astype(np.float64)
    made: dict[str, np.ndarray] = {}
    for family in strange.FAMILIES:
        path = cache / f"strange-{family}-{STRANGE_EACH}-{eyes.sha256[:12]}.npy"
        if not path.exists():
            np.save(path, np.stack([eyes.row(strange.make(family, seed)) for seed in range(STRANGE_EACH)]))
        made[family] = np.load(path)
    return Material(sets, plain, jittered, blurred, made, eyes.layout, representations, seen, trained, readings)


def rated(material: Material, name: str, rows: np.ndarray | None = None, level: bool = True) -> Rated:
    chosen = slice(None) if rows is None else rows
    return Rated(name, material.trained[name][chosen], material.sets[name].score[chosen], WEIGHTS[name], level)


def fit_kind(material: Material, kind: str, rows: dict[str, np.ndarray] | None = None) -> Regression:
    """The regression of one kind; `rows` names the pictures of a set to train on, all by default."""
    first, *others = KIND_SETS[kind]
    rows = rows or {}
    return fit([rated(material, first, rows.get(first))] + [rated(material, name, rows.get(name), False) for name in others])


def fit_interface(material: Material, rows: np.ndarray | None = None) -> pages.PageScore:
    """The score of pages; `rows` names those to train on, all by default."""
    chosen = slice(None) if rows is None else rows
    (name,) = KIND_SETS["interface"]
    return pages.fit_pages(material.trained[name][chosen], material.readings[name][chosen], material.sets[name].score[chosen])


# Weights of places against all else that the folds of pages choose from; that of the shipped head is in `representation.WEIGHTS`.
PLACES_WEIGHTS = (0.0, 0.2, 0.4, 0.6, 0.8)


def measure_pages(material: Material, data: Path) -> tuple[np.ndarray, dict[str, object]]:
    (name,) = KIND_SETS["interface"]
    known = material.sets[name]
    others = {block: share for block, share in REPRESENTATION_WEIGHTS["interface"].items() if block not in PLACES}
    vectors = {}
    for weight in PLACES_WEIGHTS:
        each = weight / (1 - weight) * sum(others.values()) / len(PLACES)
        shares = others | dict.fromkeys(PLACES, each) if weight > 0 else others
        own = Representation.learn(material.plain["unlabelled"], material.layout, "interface", shares)
        vectors[weight] = own(material.plain[name])
    choices = pages.Choices.read(data, [path.name for path in known.paths])
    return pages.measure(vectors, material.readings[name], known.score, known.group, choices)


def predictions(material: Material) -> dict[str, np.ndarray]:
    """Out-of-fold predictions of every rated set but pages by its own split rule: [repeats, pictures]."""
    sets, seen = material.sets, material.seen

    def by_fold(kind: str, name: str) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
        return lambda train, test: fit_kind(material, kind, {name: train})(seen[name][test])

    oasis, agiqa = sets["oasis"], sets["agiqa"]
    result = {
        "oasis": out_of_fold(oasis.group, 5, REPEATS, by_fold("photograph", "oasis")),
        # By domain: trained without any picture of Vessel's landscapes.
        "vessel-landscapes": fit([rated(material, "oasis")])(seen["vessel-landscapes"])[None],
        "vessel-art": out_of_fold(sets["vessel-art"].group, 10, 3, by_fold("artwork", "vessel-art")),
        # By domain: trained without any picture of Vessel's art.
        "vessel-art-unseen": fit([rated(material, "agiqa")])(seen["vessel-art"])[None],
        "agiqa": np.empty((1, len(agiqa))),
    }
    for generator in np.unique(agiqa.group):
        test = np.flatnonzero(agiqa.group == generator)
        train = np.flatnonzero(agiqa.group != generator)
        result["agiqa"][0, test] = fit_kind(material, "artwork", {"agiqa": train})(seen["agiqa"][test])
    return {name: np.clip(value, 0.7, 9.3) for name, value in result.items()}


def pooled(rows: np.ndarray, layout: Layout) -> np.ndarray:
    """Means and deviations of every map and of the head: what a plain read-out reads."""
    names = ("mean8", "deviation8", "mean16", "deviation16", "mean32", "deviation32", "head", "headDeviation")
    return np.concatenate([rows[:, layout.columns(name)] for name in names], 1)


def ridge_on(rows: np.ndarray, layout: Layout, score: np.ndarray) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """The plain linear read-out, as a function of the pictures to train on and those to predict."""
    inputs = pooled(rows, layout)

    def ridge(train: np.ndarray, test: np.ndarray) -> np.ndarray:
        scaler = StandardScaler().fit(inputs[train])
        model = Ridge(alpha=3000).fit(scaler.transform(inputs[train]), score[train])
        return model.predict(scaler.transform(inputs[test]))

    return ridge


def baselines(material: Material) -> dict[str, np.ndarray]:
    """The plain read-outs that the head must beat: ridge and RBF-SVR on means and deviations."""
    rows = pooled(material.plain["oasis"], material.layout)
    oasis = material.sets["oasis"]

    def svr(train: np.ndarray, test: np.ndarray) -> np.ndarray:
        scaler = StandardScaler().fit(rows[train])
        mean, deviation = oasis.score[train].mean(), oasis.score[train].std()
        model = NuSVR(C=3, gamma=0.6 / rows.shape[1], nu=0.5)
        model.fit(scaler.transform(rows[train]), (oasis.score[train] - mean) / deviation)
        return model.predict(scaler.transform(rows[test])) * deviation + mean

    return {
        "ridge": out_of_fold(oasis.group, 5, REPEATS, ridge_on(material.plain["oasis"], material.layout, oasis.score)),
        "kernel": out_of_fold(oasis.group, 5, REPEATS, svr),
    }


def summary(prediction: np.ndarray, score: np.ndarray, category: np.ndarray | None = None) -> dict[str, float]:
    """Rank and linear correlation, mean absolute error, and agreement on which side of the middle a picture lies."""
    middle = np.median(score)
    result = {
        "srcc": float(np.mean([srcc(p, score) for p in prediction])),
        "plcc": float(np.mean([pearsonr(p, score).statistic for p in prediction])),
        "mae": float(np.abs(prediction - score).mean()),
        "accuracy": float(((prediction > np.median(prediction, 1, keepdims=True)) == (score > middle)).mean()),
        "pictures": len(score),
    }
    if category is not None:
        result["withinCategory"] = float(np.mean([within(p, score, category) for p in prediction]))
    return result


# Themes that took no part in any choice of this version's settings, but in that of earlier ones: the smallest by a hash of their names.
FINAL_THEMES = 36


def final_fold(material: Material) -> dict[str, object]:
    """The photographs' head and the plain ridge, both trained on all other themes, on themes that chose nothing."""
    oasis = material.sets["oasis"]
    ordered = sorted(set(oasis.group), key=lambda theme: hashlib.sha256(f"final {theme}".encode()).hexdigest())
    kept = np.isin(oasis.group, ordered[:FINAL_THEMES])
    train, test = np.flatnonzero(~kept), np.flatnonzero(kept)
    ours = fit_kind(material, "photograph", {"oasis": train})(material.seen["oasis"][test])[None]
    ridge = ridge_on(material.plain["oasis"], material.layout, oasis.score)(train, test)[None]
    score, category, group = oasis.score[test], oasis.category[test], oasis.group[test]
    return {
        "themes": FINAL_THEMES,
        "head": summary(ours, score, category),
        "ridge": summary(ridge, score, category),
        "gain": paired_gain(ours, ridge, score, group),
    }


def on_open_terms(material: Material) -> dict[str, float]:
    """What heads are worth that are trained only on sets whose terms allow any use: rank correlations with sets of other terms."""
    generated = fit([rated(material, "agiqa")])
    photographs = fit([Rated("agiqa", material.representation(material.plain["agiqa"]), material.sets["agiqa"].score, 1.0, True)])
    return {
        "photographs": srcc(photographs(material.seen["oasis"]), material.sets["oasis"].score),
        "landscapes": srcc(photographs(material.seen["vessel-landscapes"]), material.sets["vessel-landscapes"].score),
        "art": srcc(generated(material.seen["vessel-art"]), material.sets["vessel-art"].score),
    }


def by_category(prediction: np.ndarray, pictures: Pictures) -> dict[str, dict[str, float]]:
    """Agreement within each category of a set that is large enough."""
    names = [name for name in np.unique(pictures.category) if (pictures.category == name).sum() >= SMALLEST_CATEGORY]
    return {str(name): summary(prediction[:, rows], pictures.score[rows]) for name in names for rows in [pictures.category == name]}


@dataclass
class Meaning:
    """What one kind's score says of itself."""

    per_deviation: float
    confidence: tuple[np.ndarray, np.ndarray]
    reference_id: str
    reference: np.ndarray


@dataclass
class Calibration(Meaning):
    """With what told it."""

    error: Regression
    figures: dict[str, object]


def _area_under_risk(error: np.ndarray, confidence: np.ndarray) -> float:
    """Mean error over all coverages, most confident first; equal confidence counts as its average error."""
    where = np.unique(-confidence, return_inverse=True)[1]
    average = np.bincount(where, error) / np.bincount(where)
    ordered = np.repeat(average, np.bincount(where))
    return float((np.cumsum(ordered) / np.arange(1, len(error) + 1)).mean())


def calibrate(material: Material, kind: str, oof: dict[str, np.ndarray]) -> Calibration:
    names = KIND_SETS[kind] if kind != "photograph" else ("oasis",)
    seen = np.concatenate([material.seen[name] for name in names])
    trained = np.concatenate([material.trained[name] for name in names])
    score = np.concatenate([material.sets[name].score for name in names])
    group = np.concatenate([np.char.add(f"{name}/", material.sets[name].group.astype(str)) for name in names])
    category = np.concatenate([np.char.add(f"{name}/", material.sets[name].category.astype(str)) for name in names])
    mean = np.concatenate([oof[name].mean(0) for name in names])
    error = np.concatenate([np.abs(oof[name] - material.sets[name].score).mean(0) for name in names])
    folds, learned = 5, len(score) >= LEARN_ERROR_FROM

    # Cross-fitted: what is said of a picture never saw its group.
    repeats = 5
    deviation, covered, probability = (np.empty((repeats, len(score))) for _ in range(3))
    for repeat in range(repeats):
        fold = assign(group, folds, 1000 + repeat)
        for index in range(fold.max() + 1):
            test, train = fold == index, fold != index
            deviation[repeat, test] = expected_error(fit_error(trained[train], error[train], learned)(seen[test]))
        for index in range(fold.max() + 1):
            test, train = fold == index, fold != index
            ratio = np.abs(mean - score)[train] / deviation[repeat, train]
            covered[repeat, test] = np.abs(mean - score)[test] <= _conformal(ratio) * deviation[repeat, test]
            probability[repeat, test] = (ratio[None] <= 1 / deviation[repeat, test][:, None]).mean(1)
    if not learned:
        # Folds differ by chance alone: what is said of every picture is the same.
        probability[:] = probability.mean()
    ratio = (np.abs(mean - score) / deviation).ravel()
    typical = deviation.mean(0)
    knots = np.unique(np.round(np.quantile(typical, np.linspace(0, 1, 25)), 3))
    knots = np.unique(np.concatenate([[ERRORS[0]], knots, [ERRORS[1]]]))
    correct = np.abs(mean - score) <= 1
    stated = probability.mean(0)
    bins = np.clip((stated * 10).astype(int), 0, 9)
    ece = sum(abs(stated[bins == b].mean() - correct[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins))
    absolute = np.abs(mean - score)
    figures: dict[str, object] = {
        "interval": {
            "level": LEVEL,
            "coverage": float(covered.mean()),
            "coverageByCategory": {
                str(c): float(covered[:, category == c].mean())
                for c in np.unique(category)
                if (category == c).sum() >= SMALLEST_CATEGORY
            },
            "meanHalfWidth": float((_conformal(ratio) * typical).mean()),
        },
        "confidence": {
            "calibrationError": float(ece),
            "shareWithinOnePoint": float(correct.mean()),
            "areaUnderRiskCoverage": _area_under_risk(absolute, stated),
            "areaOfConstant": float(absolute.mean()),
            **({"correlationWithError": srcc(-stated, absolute)} if learned else {}),
        },
    }
    reference = np.sort(np.round(mean, 2))
    identity = {"photograph": "oasis-598", "artwork": "vessel-art-109+agiqa-2172", "interface": "calista-100"}[kind]
    return Calibration(
        per_deviation=_conformal(ratio),
        confidence=(knots, (ratio[None] <= 1 / knots[:, None]).mean(1)),
        reference_id=identity,
        reference=reference,
        error=fit_error(trained, error, learned),
        figures=figures,
    )


def _conformal(ratio: np.ndarray) -> float:
    n = len(ratio)
    return float(np.sort(ratio)[min(n - 1, int(np.ceil((n + 1) * LEVEL)) - 1)])


def spreads(material: Material) -> np.ndarray:
    """Variance of single votes as a quadratic of the mean: [kinds, 3] (constant, linear, quadratic). Interfaces have pair
    choices instead of votes: theirs is that of photographs."""
    result = []
    for kind in KINDS:
        name = {"photograph": "oasis", "artwork": "vessel-art", "interface": "oasis"}[kind]
        pictures = material.sets[name]
        x = np.vander(pictures.score, 3, increasing=True)
        result.append(np.linalg.lstsq(x, pictures.spread**2, rcond=None)[0])
    return np.array(result)


def domains(material: Material) -> tuple[tuple[np.ndarray, np.ndarray], dict[str, object]]:
    """The kind of a picture from its vector: multinomial logistic regression on pictures as they are and resized and resaved at
    random, and on photographs out of focus or moved, which otherwise look painted. Held-out figures leave out whole sources."""
    vectors, labels, sources, shares, soft = [], [], [], [], []
    for name, pictures in material.sets.items():
        versions = [version for version in (material.plain, material.jittered, material.blurred) if name in version]
        for version in versions:
            rows = version[name]
            vectors.append(material.representation(rows))
            shares.append(np.full(len(rows), DOMAIN_SHARES[name] / len(versions) / len(rows)))
            soft.append(np.full(len(rows), version is material.blurred))
            labels.append(np.full(len(rows), KINDS.index(pictures.kind)))
            grouped = name in ("agiqa", "unlabelled")
            sources.append(np.array([f"{name}/{g}" for g in pictures.group]) if grouped else np.full(len(rows), name))
    x, y, source = np.concatenate(vectors), np.concatenate(labels), np.concatenate(sources).astype(str)
    # Interfaces have one source only: its pictures are split in five.
    number = np.concatenate([np.arange(len(v)) for v in vectors])
    source[source == "calista"] = np.char.add("calista/", (number[source == "calista"] % 5).astype(str))

    weight, is_blurred = np.concatenate(shares), np.concatenate(soft)

    def model(rows: np.ndarray) -> LogisticRegression:
        scaled = weight[rows] / weight[rows].sum() * rows.sum()
        return LogisticRegression(C=DOMAIN_C, max_iter=2000).fit(x[rows], y[rows], sample_weight=scaled)

    accuracy = {}
    correct = np.zeros(len(y), bool)
    for name in np.unique(source):
        test = source == name
        correct[test] = model(~test).predict(x[test]) == y[test]
        accuracy[str(name)] = {"accuracy": float(correct[test].mean()), "pictures": int(test.sum())}
    balanced = float(np.mean([correct[y == index].mean() for index in range(len(KINDS))]))
    final = model(np.ones(len(y), bool))
    figures = {
        "balancedAccuracy": balanced,
        "byKind": {kind: float(correct[y == index].mean()) for index, kind in enumerate(KINDS)},
        "blurredPhotographs": float(correct[is_blurred].mean()),
        "byHeldOutSource": accuracy,
    }
    return (final.coef_.T, final.intercept_), figures



def _described(representation: Representation, rows: np.ndarray) -> np.ndarray:
    vectors = representation(rows)
    return np.concatenate([vectors, (vectors**2).sum(1, keepdims=True), representation.beyond(rows)[:, None]], 1)


def unfamiliarity(material: Material) -> tuple[tuple[np.ndarray, np.ndarray], float, dict[str, object]]:
    """Tells images that are no picture of a known kind: logistic regression against made ones, the threshold set so that one
    known picture in a hundred is withheld at most. Held-out figures leave out a whole family, or a fifth of the known sources."""
    known, kind_of = [], []
    for name in material.sets:
        known += [_described(material.representation, rows[name]) for rows in (material.plain, material.jittered)]
        kind_of += [np.full(len(known[-1]), name), np.full(len(known[-1]), name)]
    k, names = np.concatenate(known), np.concatenate(kind_of).astype(str)
    made = {family: _described(material.representation, rows) for family, rows in material.strange.items()}

    counts = np.where(names == "calista", INTERFACES_COUNT, 1.0)

    def model(rows: np.ndarray, families: list[str]) -> LogisticRegression:
        s = np.concatenate([made[family] for family in families])
        x, y = np.concatenate([k[rows], s]), np.r_[np.zeros(rows.sum()), np.ones(len(s))]
        weight = np.r_[counts[rows], np.full(len(s), counts[rows].sum() / len(s))]
        return LogisticRegression(C=STRANGE_C, max_iter=3000).fit(x, y, sample_weight=weight)

    every = np.ones(len(k), bool)

    fold = np.arange(len(k)) % 5
    logits = np.empty(len(k))
    for index in range(5):
        logits[fold == index] = model(fold != index, list(made)).decision_function(k[fold == index])
    threshold = float(np.quantile(logits, 1 - FALSE_ABSTENTION))
    # New images of families that it has seen: learned on every second one.
    whole = dict(made)
    made = {family: rows[::2] for family, rows in whole.items()}
    half = model(every, list(made))
    limit = float(np.quantile(half.decision_function(k), 1 - FALSE_ABSTENTION))
    seen = {family: float((half.decision_function(rows[1::2]) >= limit).mean()) for family, rows in whole.items()}
    made = whole
    caught = {}
    for family in made:
        other = model(every, [name for name in made if name != family])
        limit = float(np.quantile(other.decision_function(k), 1 - FALSE_ABSTENTION))
        caught[family] = float((other.decision_function(made[family]) >= limit).mean())
    final = model(every, list(made))
    figures = {
        "withheldOfKnown": {str(name): float((logits[names == name] >= threshold).mean()) for name in np.unique(names)},
        "caughtOfSeenFamily": seen,
        "caughtOfUnseenFamily": caught,
    }
    return (final.coef_[0], final.intercept_), threshold, figures
