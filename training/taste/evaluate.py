"""What a learned taste is worth, on raters and themes that nothing has seen: `python training/taste/evaluate.py --data FOLDER`

Raters and themes are both split. Of a fold, the raters that are not asked give the general head its mean ratings and the prior its covariance,
on the themes that are not asked for alone; a person who is asked gives some ratings on those themes, and the rest of the fold's themes is
ranked for them. General scores of rated pictures are out of fold. Settings were chosen on the folds of `DEVELOPMENT`; raters and themes of
`FINAL` took no part in any choice. Writes the entry `taste` of the bundle's figures.json. `--export FOLDER` writes each fold's
calibration, vectors and ratings for a benchmark of the engine's own arithmetic.
"""

from __future__ import annotations

import os

# As in the recipe: sums in one order.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import argparse  # noqa: E402
import hashlib  # noqa: E402
import json  # noqa: E402
import sys  # noqa: E402
from collections.abc import Callable, Iterator  # noqa: E402
from dataclasses import dataclass, replace  # noqa: E402
from pathlib import Path  # noqa: E402

import numpy as np  # noqa: E402
from scipy.stats import rankdata  # noqa: E402

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "training"))

import bundle  # noqa: E402
import engine  # noqa: E402
import pictures  # noqa: E402
from features import Eyes, features  # noqa: E402
from scoring.folds import assign  # noqa: E402
from scoring.head import Rated, fit  # noqa: E402
from scoring.representation import Representation  # noqa: E402
from scoring.train import FINAL_THEMES, KIND_SETS  # noqa: E402
from scoring.train import WEIGHTS as SET_WEIGHTS  # noqa: E402
from taste import learn, prior, ratings  # noqa: E402
from taste.general import Heads  # noqa: E402
from taste.person import FARTHEST, Calibration, Judged, Ratings, Seen, judge  # noqa: E402
from taste.vector import Axes  # noqa: E402

BUNDLE = ROOT / "packages" / "model-nano"
WORK = ROOT / "training" / ".work"
COUNTS = (5, 10, 20, 50, 90)
REPEATS, RATER_FOLDS, THEME_FOLDS = 6, 8, 6
FINAL_RATERS, FINAL_REPEATS, NEW_REPEATS = 150, 5, 6
# A rank correlation of fewer pictures says nothing.
LEAST_ASKED = 6
WORSE = 0.02
DRAWS = 1000
# Fewest pictures of a category that one rater's correlation is taken over.
LEAST_OF_CATEGORY = 10


@dataclass(frozen=True)
class World:
    """Everything that folds are cut from."""

    sets: dict[str, pictures.Pictures]
    ratings: np.ndarray
    heads: Heads
    axes: np.ndarray
    readings: np.ndarray
    standard: tuple[np.ndarray, np.ndarray]
    final_themes: np.ndarray
    final_raters: np.ndarray
    # Axes, readings and general scores of Vessel's pictures, by set.
    others: dict[str, tuple[np.ndarray, np.ndarray, np.ndarray]]

    @staticmethod
    def gather(data: Path) -> World:
        sets, eyes, cache = pictures.load(data), Eyes(BUNDLE / "encoder.onnx", BUNDLE / "alignment.onnx"), WORK / "features"
        rows = {name: features(eyes, sets[name], "plain", cache) for name in learn.READ}
        axes, heads, oasis = Axes.learn(rows["unlabelled"], eyes.layout), Heads.gather(sets, eyes, cache), sets["oasis"]
        path = engine.rated([sets[name] for name in learn.READ], WORK, "taste")
        read = learn.Documents.read(path, [sets[name] for name in learn.READ])
        columns = [read.attributes.index(name) for name in learn.READINGS]
        start, found = 0, {}
        for name in learn.READ:
            found[name] = read.readings[start : start + len(sets[name])][:, columns]
            start += len(sets[name])
        # Nothing of a theme that is asked for may enter: the standard of readings is that of unrated photographs alone.
        standard = np.nanmean(found["unlabelled"], 0), np.maximum(np.nanstd(found["unlabelled"], 0), learn.LEAST_DEVIATION)
        given = ratings.read(oasis)
        ordered = sorted(set(oasis.group), key=lambda theme: hashlib.sha256(f"final {theme}".encode()).hexdigest())
        final_raters = np.isin(np.arange(len(given)), np.random.default_rng(123).permutation(len(given))[:FINAL_RATERS])
        general = {"vessel-landscapes": _landscapes(heads, sets, eyes, cache), "vessel-art": _art(sets, eyes, cache)}
        return World(
            sets, given, heads, axes(rows["oasis"]), found["oasis"], standard,
            np.isin(oasis.group, ordered[:FINAL_THEMES]), final_raters,
            {name: (axes(rows[name]), found[name], general[name]) for name in general},
        )  # fmt: skip


def _landscapes(heads: Heads, sets: dict[str, pictures.Pictures], eyes: Eyes, cache: Path) -> np.ndarray:
    """Scores of Vessel's landscapes by a head of OASIS alone."""
    representation = Representation.learn(features(eyes, sets["unlabelled"], "plain", cache), eyes.layout, "photograph")
    head = fit([Rated("oasis", heads.trained, sets["oasis"].score, 1.0, True)])
    return head(representation(features(eyes, sets["vessel-landscapes"], "plain", cache)))


def _art(sets: dict[str, pictures.Pictures], eyes: Eyes, cache: Path) -> np.ndarray:
    """Scores of Vessel's art by heads of generated pictures and of the art of other folds."""
    representation = Representation.learn(features(eyes, sets["unlabelled"], "plain", cache), eyes.layout, "artwork")
    first, *others = KIND_SETS["artwork"]
    vectors = {name: representation(features(eyes, sets[name], "plain", cache)) for name in (first, *others)}
    fold, result = assign(sets[first].group, 10, 0), np.empty(len(sets[first]))
    for index in range(10):
        train, test = fold != index, fold == index
        rated = [Rated(first, vectors[first][train], sets[first].score[train], SET_WEIGHTS[first], True)]
        rated += [Rated(name, vectors[name], sets[name].score, SET_WEIGHTS[name], False) for name in others]
        result[test] = fit(rated)(vectors[first][test])
    return result


@dataclass(frozen=True)
class Fold:
    """`general` and `seen` of every picture of OASIS; `raters` are asked about the rows `asked` on ratings of the rows `known`, and the
    raters `taught` have taught head and prior."""

    repeat: int
    raters: np.ndarray
    taught: np.ndarray
    known: np.ndarray
    asked: np.ndarray
    seen: Seen
    calibration: Calibration
    prior: prior.Prior


def fold_of(world: World, repeat: int, raters: np.ndarray, taught: np.ndarray, known: np.ndarray, asked: np.ndarray) -> Fold:
    oasis = world.sets["oasis"]
    with np.errstate(invalid="ignore"):
        score = (np.nanmean(world.ratings[taught], 0) - 1) * 10 / learn.WIDTH
    general = np.full(len(oasis), np.nan)
    general[known], general[asked] = world.heads.out_of_fold(score, known), world.heads.predict(score, known, asked)
    learned = prior.learn(world.ratings[np.ix_(taught, known)], general[known], world.axes[known], learn.STRENGTH)
    seen = Seen(general, world.axes @ learned.turn, world.readings)
    return Fold(repeat, raters, taught, known, asked, seen, learn.calibration(learned, *world.standard), learned)


def development(world: World) -> Iterator[Fold]:
    people, items = np.flatnonzero(~world.final_raters), np.flatnonzero(~world.final_themes)
    group = world.sets["oasis"].group[items]
    for repeat in range(REPEATS):
        mixed = np.random.default_rng(1000 + repeat).permutation(people)
        rater, theme = np.arange(len(mixed)) % RATER_FOLDS, assign(group, THEME_FOLDS, repeat)
        for one in range(RATER_FOLDS):
            for other in range(THEME_FOLDS):
                yield fold_of(world, repeat, mixed[rater == one], mixed[rater != one], items[theme != other], items[theme == other])


def final(world: World) -> Iterator[Fold]:
    """One division; repeats differ by which ratings the person gives."""
    known, asked = np.flatnonzero(~world.final_themes), np.flatnonzero(world.final_themes)
    once = fold_of(world, 0, np.flatnonzero(world.final_raters), np.flatnonzero(~world.final_raters), known, asked)
    for repeat in range(FINAL_REPEATS):
        yield replace(once, repeat=repeat)


def given(world: World, fold: Fold, rater: int, count: int) -> np.ndarray:
    """Rows of the first ratings that a person gives: at random, the same for every method."""
    rated = fold.known[~np.isnan(world.ratings[rater, fold.known])]
    return np.random.default_rng([rater, count, fold.repeat]).permutation(rated)[:count]


def new_raters(world: World) -> Iterator[Fold]:
    """Raters who took no part in any choice, on the themes that did: many more pictures than `final` has."""
    people, items = np.flatnonzero(~world.final_raters), np.flatnonzero(~world.final_themes)
    for repeat in range(NEW_REPEATS):
        theme = assign(world.sets["oasis"].group[items], THEME_FOLDS, repeat)
        for index in range(THEME_FOLDS):
            yield fold_of(world, repeat, np.flatnonzero(world.final_raters), people, items[theme != index], items[theme == index])


# Method: fold, world, rows rated and their ratings, rows asked for: a score for each.
Method = Callable[[Fold, World, np.ndarray, np.ndarray, np.ndarray], np.ndarray]


def judged(fold: Fold, rows: np.ndarray, value: np.ndarray, asked: np.ndarray, calibration: Calibration | None = None) -> Judged:
    return judge(calibration or fold.calibration, fold.seen.rows(rows), Ratings.plain(value, learn.WIDTH), fold.seen.rows(asked))


def ladder(fold: Fold, world: World, rows: np.ndarray, value: np.ndarray, asked: np.ndarray) -> np.ndarray:
    return judged(fold, rows, value, asked).score


def no_prior(fold: Fold, world: World, rows: np.ndarray, value: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """The same arithmetic with a prior that is alike along all axes; its strength is the best of several on these folds."""
    alike = replace(fold, seen=replace(fold.seen, vectors=world.axes * 2.5))
    return judged(alike, rows, value, asked).score


def _residual(fold: Fold, rows: np.ndarray, value: np.ndarray) -> np.ndarray:
    """Standardised ratings less what the general score says of them."""
    c, general = fold.calibration, fold.seen.general[rows]
    deviation = ((len(rows) * value.var() + c.deviation_weight * (c.deviation * learn.WIDTH) ** 2) / (len(rows) + c.deviation_weight)) ** 0.5
    return (value - value.mean()) / deviation - c.slope * (general - general.mean())


PENALTIES = np.array([0.3, 1, 3, 10, 30, 100])


def _ridge(x: np.ndarray, y: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Ridge regression without a constant, its penalty the one of least leave-one-out error (Golub, Heath & Wahba 1979)."""
    values, vectors = np.linalg.eigh(x @ x.T)
    turned = vectors.T @ y
    best = (np.inf, np.zeros(len(y)))
    for penalty in PENALTIES:
        shrunk = 1 / (np.maximum(values, 0) + penalty)
        dual = vectors @ (shrunk * turned)
        error = ((dual / ((vectors**2) @ shrunk)) ** 2).sum()
        best = min(best, (error, dual), key=lambda pair: pair[0])
    return asked @ (x.T @ best[1])


def ridge_alone(fold: Fold, world: World, rows: np.ndarray, value: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """From the person's ratings alone, nothing else known."""
    centre = world.axes[rows].mean(0)
    return _ridge(world.axes[rows] - centre, value - value.mean(), world.axes[asked] - centre)


def ridge_on_residual(fold: Fold, world: World, rows: np.ndarray, value: np.ndarray, asked: np.ndarray) -> np.ndarray:
    added = _ridge(world.axes[rows], _residual(fold, rows, value), world.axes[asked])
    return fold.seen.general[asked] + added / fold.calibration.slope


NEIGHBOURS = 10


def _nearest(world: World, rows: np.ndarray, value: np.ndarray, asked: np.ndarray) -> np.ndarray:
    near, far = world.axes[rows], world.axes[asked]
    distance = (far**2).sum(1)[:, None] + (near**2).sum(1) - 2 * far @ near.T
    chosen = np.argsort(distance, 1)[:, :NEIGHBOURS]
    return value[chosen].mean(1)


def nearest_alone(fold: Fold, world: World, rows: np.ndarray, value: np.ndarray, asked: np.ndarray) -> np.ndarray:
    return _nearest(world, rows, value, asked)


def nearest_on_residual(fold: Fold, world: World, rows: np.ndarray, value: np.ndarray, asked: np.ndarray) -> np.ndarray:
    return fold.seen.general[asked] + _nearest(world, rows, _residual(fold, rows, value), asked) / fold.calibration.slope


class Neighbours:
    """Collaborative filtering: the raters who taught are neighbours by the correlation of their residuals with the person's on pictures
    that both rated, shrunk by n / (n + 10); the thirty nearest who agree at all are asked. Nobody's ratings of the pictures asked for are
    known, so each neighbour answers through a ridge regression of their own residuals on the axes; the personal score is the general
    one plus the mean of these answers, weighted by correlation."""

    MOST, SHRINKAGE, PENALTY = 30, 10, 10.0

    def __init__(self) -> None:
        self.key: tuple[bytes, bytes] | None = None

    def learn(self, fold: Fold, world: World) -> None:
        key = fold.taught.tobytes(), fold.known.tobytes()
        if key == self.key:
            return
        self.key, count = key, len(world.ratings)
        self.residual, self.weights = np.full((count, len(world.axes)), np.nan), np.zeros((count, world.axes.shape[1]))
        for rater in fold.taught:
            rows = fold.known[~np.isnan(world.ratings[rater, fold.known])]
            self.residual[rater, rows] = own = _residual(fold, rows, world.ratings[rater, rows])
            x = world.axes[rows]
            self.weights[rater] = x.T @ np.linalg.solve(x @ x.T + self.PENALTY * np.eye(len(rows)), own)

    def __call__(self, fold: Fold, world: World, rows: np.ndarray, value: np.ndarray, asked: np.ndarray) -> np.ndarray:
        self.learn(fold, world)
        own, theirs = _residual(fold, rows, value), self.residual[np.ix_(fold.taught, rows)]
        both = ~np.isnan(theirs)
        theirs, mine = np.where(both, theirs, 0), np.where(both, own, 0)
        size = np.sqrt((theirs**2).sum(1) * (mine**2).sum(1))
        likeness = (theirs * mine).sum(1) / np.maximum(size, 1e-9) * both.sum(1) / (both.sum(1) + self.SHRINKAGE)
        chosen = np.argsort(-likeness)[: self.MOST]
        weight = np.maximum(likeness[chosen], 0)
        if weight.sum() == 0:
            return fold.seen.general[asked]
        answers = self.weights[fold.taught[chosen]] @ world.axes[asked].T
        # As sure as the likeness is: a mean of likenesses is the share of what neighbours say that counts.
        return fold.seen.general[asked] + (weight @ answers) / weight.sum() / fold.calibration.slope


def everyone(fold: Fold, world: World, rows: np.ndarray, value: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Nothing of the person: what all raters who taught answer together, weighted as is best on these folds. It says how much of a gain need
    not be taste but may be a better general score."""
    neighbours.learn(fold, world)
    return fold.seen.general[asked] + 4 * world.axes[asked] @ neighbours.weights[fold.taught].mean(0) / fold.calibration.slope


neighbours = Neighbours()
METHODS: dict[str, Method] = {
    "personal": ladder,
    "same arithmetic, prior alike along all axes": no_prior,
    "ridge on residuals": ridge_on_residual,
    "nearest neighbours on residuals": nearest_on_residual,
    "raters as neighbours": neighbours,
    "what all raters add to the general score": everyone,
    "ridge, ratings alone": ridge_alone,
    "nearest neighbours, ratings alone": nearest_alone,
}


def ranks(values: np.ndarray) -> np.ndarray:
    """Ranks, of mean 0 and length 1, so that a product of two is their rank correlation; zeros where all are equal."""
    found = rankdata(values)
    found -= found.mean()
    length = np.sqrt(found @ found)
    return found / length if length > 0 else found


@dataclass
class Tally:
    """Gains in rank correlation of each rater, and what each theme adds to the gain of `personal`."""

    general: dict[int, list[float]]
    gain: dict[tuple[str, int], dict[int, list[float]]]
    theme: dict[int, np.ndarray]
    count: np.ndarray
    # By rater and count: distances of ratings from personal scores in half widths of the interval; half widths by count; and rows asked for,
    # ratings, general and personal scores.
    distance: dict[tuple[int, int], list[float]]
    half: dict[int, list[float]]
    apart: dict[tuple[int, int, int], list[tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]]]


def tally(world: World, folds: Iterator[Fold], methods: dict[str, Method]) -> Tally:
    themes, theme = np.unique(world.sets["oasis"].group, return_inverse=True)
    people = len(world.ratings)
    t = Tally({}, {}, {k: np.zeros((people, len(themes))) for k in COUNTS}, np.zeros((people, len(themes))), {}, {}, {})
    for fold in folds:
        for rater in fold.raters:
            asked = fold.asked[~np.isnan(world.ratings[rater, fold.asked])]
            truth, general = world.ratings[rater, asked], fold.seen.general[asked]
            if len(asked) < LEAST_ASKED or truth.std() == 0:
                continue
            true = ranks(truth)
            before = ranks(general)
            t.general.setdefault(rater, []).append(float(before @ true))
            np.add.at(t.count[rater], theme[asked], 1)
            # The person's own use of the scale, as well as it can be known.
            everything = world.ratings[rater, fold.known]
            wished = (truth - np.nanmean(everything)) / max(np.nanstd(everything), prior.LEAST_DEVIATION)
            points = fold.calibration.general + wished / fold.calibration.slope
            for count in (0, *COUNTS):
                rows = given(world, fold, rater, count)
                value = world.ratings[rater, rows]
                own = judged(fold, rows, value, asked)
                t.distance.setdefault((rater, count), []).extend((np.abs(points - own.score) / own.half_width).tolist())
                t.half.setdefault(count, []).append(float(own.half_width.mean()))
                if count == 0:
                    continue
                t.apart.setdefault((rater, count, fold.repeat), []).append((asked, truth, general, own.score))
                for name, method in methods.items():
                    after = ranks(own.score if name == "personal" else method(fold, world, rows, value, asked))
                    t.gain.setdefault((name, count), {}).setdefault(rater, []).append(float((after - before) @ true))
                    if name == "personal":
                        np.add.at(t.theme[count][rater], theme[asked], (after - before) * true * len(asked))
    return t


def interval(t: Tally, count: int, seed: int = 0) -> tuple[float, float]:
    """95 % of the mean gain, themes and raters both drawn with replacement; ranks are held as they are."""
    random, people = np.random.default_rng(seed), np.flatnonzero(t.count.sum(1) > 0)
    present = np.flatnonzero(t.count.sum(0) > 0)
    added, rated = t.theme[count][np.ix_(people, present)], t.count[np.ix_(people, present)]

    def mean(drawn: np.ndarray, times: np.ndarray) -> float:
        below = rated[drawn] @ times
        return float(np.mean((added[drawn] @ times)[below > 0] / below[below > 0]))

    whole = mean(np.arange(len(people)), np.ones(len(present)))
    draws = [
        mean(random.integers(0, len(people), len(people)), np.bincount(random.integers(0, len(present), len(present)), minlength=len(present)))
        for _ in range(DRAWS)
    ]
    centre = np.mean([np.mean(values) for values in t.gain["personal", count].values()])
    low, high = np.quantile(draws, [0.025, 0.975]) - whole + centre
    return float(low), float(high)


def within(distance: list[float]) -> float:
    return float(np.mean(np.array(distance) <= 1))


def table(t: Tally) -> dict[str, object]:
    """Rows by method and count."""
    methods: dict[str, dict[str, object]] = {}
    for (name, count), found in t.gain.items():
        means = np.array([np.mean(values) for values in found.values()])
        methods.setdefault(name, {})[str(count)] = {"gain": float(means.mean()), "worse": float((means < -WORSE).mean())}
    for count in COUNTS:
        low, high = interval(t, count)
        methods["personal"][str(count)] |= {"low": low, "high": high}  # type: ignore[operator]
    return {
        "raters": len(t.general),
        "general": float(np.mean([np.mean(values) for values in t.general.values()])),
        "methods": methods,
        "coverage": {
            str(count): float(np.mean([within(found) for (_, other), found in t.distance.items() if other == count])) for count in (0, *COUNTS)
        },
        # What would hold exactly the share that is promised.
        "factor": learn.INTERVAL_FACTOR * float(np.quantile(np.concatenate(list(t.distance.values())), learn.INTERVAL_LEVEL)),
        "meanHalfWidth": {str(count): float(np.mean(values)) for count, values in t.half.items()},
    }


def groups(world: World, t: Tally) -> dict[str, object]:
    """Gains by category of picture, and by thirds of raters as they agree with the mean of the others."""
    category = world.sets["oasis"].category
    by_category: dict[str, dict[str, object]] = {}
    for one in np.unique(category):
        by_category[str(one)] = {}
        for count in COUNTS:
            pairs: dict[int, list[tuple[float, float]]] = {}
            for (rater, other, _), parts in t.apart.items():
                if other != count:
                    continue
                asked, truth, general, personal = (np.concatenate(values) for values in zip(*parts))
                chosen = category[asked] == one
                if chosen.sum() >= LEAST_OF_CATEGORY and truth[chosen].std() > 0:
                    true = ranks(truth[chosen])
                    pairs.setdefault(rater, []).append((float(ranks(general[chosen]) @ true), float(ranks(personal[chosen]) @ true)))
            before, after = np.array([np.mean(values, 0) for values in pairs.values()]).T
            by_category[str(one)][str(count)] = {"general": float(before.mean()), "gain": float((after - before).mean()), "raters": len(before)}
    total, number = np.nansum(world.ratings, 0), (~np.isnan(world.ratings)).sum(0)
    agreement = {}
    for rater in t.general:
        rows = np.flatnonzero(~np.isnan(world.ratings[rater]))
        own = world.ratings[rater, rows]
        agreement[rater] = float(ranks((total[rows] - own) / (number[rows] - 1)) @ ranks(own))
    thirds = np.array_split(sorted(agreement, key=lambda rater: agreement[rater]), 3)
    by_agreement = []
    for third in thirds:
        row: dict[str, object] = {"agreement": float(np.mean([agreement[r] for r in third])), "general": float(np.mean([np.mean(t.general[r]) for r in third]))}
        for count in COUNTS:
            means = np.array([np.mean(t.gain["personal", count][r]) for r in third])
            row[str(count)] = {"gain": float(means.mean()), "worse": float((means < -WORSE).mean()), "coverage": float(np.mean([within(t.distance[r, count]) for r in third]))}
        by_agreement.append(row)
    return {"byCategory": by_category, "byAgreement": by_agreement}


def vessel(world: World, whole: Fold, name: str) -> dict[str, object]:
    """Other pictures, other raters, another scale of people: the prior is that of all of OASIS. Ratings given are means of two, and so are
    those that are ranked; the ceiling is how well the first ranks the second."""
    axes, readings, general = world.others[name]
    seen = Seen(general, axes @ whole.prior.turn, readings)
    own, first, second = (ratings.read(world.sets[name], repetition) for repetition in (None, "1", "2"))
    result: dict[str, object] = {
        "raters": len(own),
        "retest": {
            "srcc": float(np.mean([ranks(a) @ ranks(b) for a, b in zip(first, second)])),
            "plcc": float(np.mean([np.corrcoef(a, b)[0, 1] for a, b in zip(first, second)])),
        },
    }
    before, gains = [], {count: [[] for _ in own] for count in (10, 20, 50)}
    for repeat in range(4):
        fold = np.random.default_rng(repeat).permutation(len(general)) % 4
        for index in range(4):
            known, asked = np.flatnonzero(fold != index), np.flatnonzero(fold == index)
            for rater, given_ in enumerate(own):
                true = ranks(given_[asked])
                before.append(float(ranks(general[asked]) @ true))
                for count, found in gains.items():
                    rows = np.random.default_rng([rater, count, repeat, index]).permutation(known)[:count]
                    score = judge(whole.calibration, seen.rows(rows), Ratings.plain(given_[rows], learn.WIDTH), seen.rows(asked)).score
                    found[rater].append(float(ranks(score) @ true) - before[-1])
    result["general"] = float(np.mean(before))
    random = np.random.default_rng(0)
    for count, found in gains.items():
        means = np.array([np.mean(values) for values in found])
        low, high = np.quantile([random.choice(means, len(means)).mean() for _ in range(DRAWS)], [0.025, 0.975])
        result[str(count)] = {"gain": float(means.mean()), "low": float(low), "high": float(high), "worse": float((means < -WORSE).mean())}
    return result


CRAFT = ("noise", "clutter")
PEOPLE = 12


def craft(world: World, folds: list[Fold]) -> dict[str, object]:
    """Made-up people who see pictures as raters do on average, with noise as theirs, and like or mind one reading besides by half a deviation of
    their ratings for each of its: which share of that the personal scores of other themes show, against the same person without it."""
    mean, deviation = world.standard
    z = np.clip(np.nan_to_num((world.readings - mean) / deviation), -FARTHEST, FARTHEST)
    result: dict[str, object] = {}
    for name in CRAFT:
        own = z[:, learn.READINGS.index(name)]
        shares: dict[str, list[float]] = {}
        for number, fold in enumerate(folds):
            average = np.nanmean(world.ratings[fold.taught], 0)
            for person in range(PEOPLE):
                random = np.random.default_rng([number, person])
                plain = average + random.normal(0, 1.3, len(average))
                likes = 0.5 * fold.calibration.deviation * learn.WIDTH * (1 if person % 2 else -1)
                for count in (100, 300):
                    rows = random.permutation(fold.known)[:count]
                    with_it, without = (np.clip(np.round(values[rows]), 1, 7) for values in (plain + likes * own, plain))
                    moved = judged(fold, rows, with_it, fold.asked).score - judged(fold, rows, without, fold.asked).score
                    wished = (1 if person % 2 else -1) * 0.5 * own[fold.asked] / fold.calibration.slope
                    centred = wished - wished.mean()
                    shares.setdefault(str(count), []).append(float((moved - moved.mean()) @ centred / (centred @ centred)))
        result[name] = {count: float(np.mean(values)) for count, values in shares.items()}
    return result


def export(folds: Iterator[Fold], world: World, folder: Path) -> None:
    """Each fold as JSON: a calibration such as taste.json, and for every picture general score, vector and readings in the calibration's
    order (null where there is none); by rater the rows and ratings of what may be given and of what is asked for."""

    def numbers(values: np.ndarray) -> list[float | None]:
        return [None if np.isnan(value) else round(float(value), 5) for value in values]

    folder.mkdir(parents=True, exist_ok=True)
    for number, fold in enumerate(folds):
        people = {
            str(rater): {
                part: [[int(row), float(world.ratings[rater, row])] for row in rows if not np.isnan(world.ratings[rater, row])]
                for part, rows in (("known", fold.known), ("asked", fold.asked))
            }
            for rater in fold.raters
        }
        written = {
            "repeat": fold.repeat,
            "calibration": fold.calibration.written(fold.seen.vectors.shape[1], learn.READINGS),
            "general": numbers(fold.seen.general),
            "vectors": [numbers(row) for row in fold.seen.vectors],
            "readings": [numbers(row) for row in fold.seen.readings],
            "raters": people,
        }
        (folder / f"fold-{number:03d}.json").write_text(json.dumps(written))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with the rated pictures")
    parser.add_argument("--final", action="store_true", help="open the raters and themes that took no part in any choice, too")
    parser.add_argument("--export", type=Path, help="write the folds of development to this folder, and measure nothing")
    arguments = parser.parse_args()
    world = World.gather(arguments.data.resolve())
    if arguments.export is not None:
        export(development(world), world, arguments.export)
        return
    found = tally(world, development(world), METHODS)
    figures = table(found) | groups(world, found)
    everything, everyone = np.arange(len(world.axes)), np.arange(len(world.ratings))
    whole = fold_of(world, 0, everyone, everyone, everything, everything[:0])
    figures["vessel"] = {name: vessel(world, whole, name) for name in world.others}
    figures["craft"] = craft(world, [fold for fold, _ in zip(development(world), range(THEME_FOLDS))])
    if arguments.final:
        figures["final"] = table(tally(world, final(world), METHODS))
        figures["newRaters"] = table(tally(world, new_raters(world), {"personal": ladder}))
    else:
        known = bundle.figures(BUNDLE).get("taste", {})
        figures |= {name: known[name] for name in ("final", "newRaters") if name in known}
    bundle.figures(BUNDLE, taste=figures)
    print(json.dumps(bundle.rounded(figures), indent=1))


if __name__ == "__main__":
    main()
