"""The taste graph says what its formula says, and one person's closed form does what it promises."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from features import Eyes  # noqa: E402
from taste import golden, graph, prior, topics  # noqa: E402
from taste.person import Calibration, Ratings, Seen, judge  # noqa: E402
from taste.vector import Axes, Vector  # noqa: E402

BUNDLE = Path(__file__).parents[2] / "packages" / "model-nano"
CALIBRATION = json.loads((BUNDLE / "taste.json").read_text())


def pictures(seed: int, count: int) -> Seen:
    random = np.random.default_rng(seed)
    readings = random.uniform(0.3, 1, (count, len(CALIBRATION["readings"])))
    return Seen(random.normal(5.7, 1.2, count), random.normal(0, 0.2, (count, CALIBRATION["length"])), readings)


def test_the_graph_gives_the_vector_of_the_formula() -> None:
    eyes = Eyes(BUNDLE / "encoder.onnx")
    random = np.random.default_rng(0)
    rasters = [random.integers(0, 256, size, dtype=np.uint8) for size in ((320, 427, 3), (333, 251, 3), (96, 300, 3))]
    rows = np.stack([eyes.row(raster) for raster in rasters])
    axes = Axes.learn(random.random((400, rows.shape[1])).astype(np.float32), eyes.layout)
    vector = Vector.of(axes, random.normal(size=(axes.part.axes.shape[1], 24)))
    session = onnxruntime.InferenceSession(graph.build(vector, eyes.layout).SerializeToString(), providers=["CPUExecutionProvider"])
    for raster, row in zip(rasters, rows):
        outputs = eyes.outputs(raster)
        (found,) = session.run([graph.OUTPUT], {name: outputs[name] for name in graph.INPUTS})
        expected = vector(row[None])
        np.testing.assert_allclose(found, expected, atol=1e-3 * np.abs(expected).max())


def test_the_bundle_has_a_vector_of_the_length_that_it_says() -> None:
    session = onnxruntime.InferenceSession(BUNDLE / "taste.onnx", providers=["CPUExecutionProvider"])
    assert session.get_outputs()[0].shape == [1, CALIBRATION["length"]]
    assert all(len(topic["direction"]) == CALIBRATION["length"] for topic in CALIBRATION["topics"])


def test_the_engine_is_held_to_what_the_formula_says_now() -> None:
    """Golden file and formula are in step."""
    kept, made = json.loads(golden.FILE.read_text()), json.loads(json.dumps(golden.golden()))
    for one, other in zip(kept["cases"], made["cases"], strict=True):
        assert one["ratings"] == other["ratings"]
        for what in ("probability", "scores", "halfWidths"):
            np.testing.assert_allclose(one["expected"][what], other["expected"][what], rtol=1e-9)


def test_without_ratings_the_personal_score_is_the_general_one() -> None:
    asked, nothing = pictures(1, 5), pictures(1, 0)
    judged = judge(Calibration.read(CALIBRATION), nothing, Ratings.plain(np.zeros(0), 6), asked)
    np.testing.assert_array_equal(judged.score, asked.general)


def test_a_rating_of_no_weight_is_as_if_it_were_not_there() -> None:
    known, asked = pictures(2, 30), pictures(3, 5)
    value = np.random.default_rng(4).integers(1, 8, 30).astype(float)
    calibration = Calibration.read(CALIBRATION)
    weight = np.where(np.arange(30) < 20, 1, 1e-9)
    with_it = judge(calibration, known, replace(Ratings.plain(value, 6), weight=weight), asked)
    without = judge(calibration, known.rows(np.arange(20)), Ratings.plain(value[:20], 6), asked)
    np.testing.assert_allclose(with_it.score, without.score, atol=1e-6)
    np.testing.assert_allclose(with_it.half_width, without.half_width, atol=1e-6)


@pytest.mark.parametrize("factor, shift", [(2.0, 0.0), (1.0, 3.0), (16.5, -1.0)])
def test_the_numbers_on_a_scale_do_not_matter(factor: float, shift: float) -> None:
    known, asked = pictures(5, 40), pictures(6, 5)
    value = np.random.default_rng(7).integers(1, 8, 40).astype(float)
    calibration = Calibration.read(CALIBRATION)
    one = judge(calibration, known, Ratings.plain(value, 6), asked)
    other = judge(calibration, known, Ratings.plain(value * factor + shift, 6 * factor), asked)
    np.testing.assert_allclose(one.score, other.score, atol=1e-9)


def test_along_which_axes_people_differ_is_learned() -> None:
    random = np.random.default_rng(8)
    axes = random.normal(size=(200, 100)) / 10
    likes = np.where(np.arange(100) == 3, 20.0, 0) * random.normal(size=(80, 1))
    general = random.normal(5, 1, 200)
    ratings = 4 + (general - 5) * 0.5 + likes @ axes.T + random.normal(0, 0.5, (80, 200))
    known = prior.learn(ratings, general, axes, 0.1)
    widths = (known.turn**2).sum(1)
    assert widths.argmax() == 3 and widths[3] > 2 * np.sort(widths)[-2]


def test_of_people_such_as_the_prior_says_the_interval_holds_the_share_that_it_promises() -> None:
    calibration = replace(Calibration.read(CALIBRATION), doubt=0.0, trust=1.0, interval_factor=1.2816)
    random = np.random.default_rng(9)
    inside = []
    for person in range(60):
        seen = pictures(100 + person, 80)
        features = calibration.features(seen)
        noise = 1 / random.gamma(calibration.shape, 1 / (calibration.shape * calibration.variance))
        lean = calibration.slope * (seen.general - calibration.general)
        added = random.normal(0, (calibration.slope_variance * noise) ** 0.5) * lean
        added = added + features @ random.normal(0, (calibration.strength * noise) ** 0.5, features.shape[1])
        z = lean + added + random.normal(0, noise**0.5, 80)
        known, asked = np.arange(60), np.arange(60, 80)
        # So that the scale is used as widely as the model takes it to be.
        value = z[known] - z[known].mean()
        width = float(value.std() / calibration.deviation)
        deviation = value.std()
        judged = judge(calibration, seen.rows(known), Ratings.plain(value, width), seen.rows(asked))
        points = calibration.general + (z[asked] - z[known].mean() + lean[known].mean()) / deviation / calibration.slope
        inside.append(np.abs(points - judged.score) <= judged.half_width)
    assert 0.7 < np.mean(inside) < 0.9


def test_what_is_shown_is_a_probability_of_classes() -> None:
    logits = np.zeros((2, 1000))
    logits[0, 200], logits[1, 980] = 20, 20
    values = topics.shown(logits, np.array([True, False]))
    names = [*topics.SHOWN, "people"]
    assert values[0, names.index("dog")] > 0.99 and values[1, names.index("mountain")] > 0.99
    assert values[:, names.index("people")].tolist() == [1, 0]
    assert (values <= 1 + 1e-9).all()


def test_a_topic_has_the_direction_in_which_vectors_move_with_it() -> None:
    random = np.random.default_rng(10)
    readings = random.normal(size=(2000, 3))
    things = np.zeros((2000, len(topics.SHOWN) + 1)) + random.random((2000, len(topics.SHOWN) + 1))
    mixed = random.normal(size=(3, 20))
    vectors = readings @ mixed + random.normal(0, 0.1, (2000, 20))
    told, known = topics.learn(["one", "two", "three"], readings, things, vectors, ())
    assert told.ids == ["one", "two", "three"], "what the vector does not show is not talked of"
    assert min(known.values()) > 0.9
    np.testing.assert_allclose(told.direction, mixed * readings.std(0)[:, None], atol=0.2)
