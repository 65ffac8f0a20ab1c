"""The scoring graph says what the head and its formulas say."""

from __future__ import annotations

import sys
from pathlib import Path

import json

import numpy as np
import onnxruntime
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from features import Eyes  # noqa: E402
from pictures import KINDS  # noqa: E402
from scoring.graph import ADDED, CENTRES, EXPLAIN, INPUTS, OUTPUTS, distribution  # noqa: E402

BUNDLE = Path(__file__).parents[2] / "packages" / "model-nano"


@pytest.fixture(scope="module")
def eyes() -> Eyes:
    return Eyes(BUNDLE / "encoder.onnx", BUNDLE / "alignment.onnx")


@pytest.fixture(scope="module")
def scoring() -> onnxruntime.InferenceSession:
    return onnxruntime.InferenceSession(BUNDLE / "scoring.onnx", providers=["CPUExecutionProvider"])


def coarse(seed: int, height: int = 320, width: int = 427) -> np.ndarray:
    random = np.random.default_rng(seed)
    field = random.integers(0, 256, (8, 11, 3)).repeat(height // 8 + 1, 0).repeat(width // 11 + 1, 1)[:height, :width]
    return field.astype(np.uint8)


def scored(
    eyes: Eyes, scoring: onnxruntime.InferenceSession, raster: np.ndarray, explain: int = -1, added: tuple[float, ...] = (0, 0, 0)
) -> dict[str, np.ndarray]:
    seen = eyes.outputs(raster)
    inputs = {name: seen[name] for name in INPUTS} | {EXPLAIN: np.array([explain]), ADDED: np.array([added], np.float32)}
    return dict(zip(OUTPUTS, scoring.run(list(OUTPUTS), inputs)))


def test_every_kind_gets_a_distribution_and_errors_are_positive(eyes: Eyes, scoring: onnxruntime.InferenceSession) -> None:
    outputs = scored(eyes, scoring, coarse(0))
    assert outputs["distribution"].shape == (1, 3, 10)
    np.testing.assert_allclose(outputs["distribution"].sum(-1), 1, atol=1e-5)
    assert (outputs["deviation"] > 0.25).all()
    assert outputs["domain"].shape == (1, 3) and outputs["unfamiliarity"].shape == (1, 1)
    assert outputs["regions"].size == 0


@pytest.mark.parametrize("size", [(320, 427), (333, 251), (97, 300), (219, 700)])
@pytest.mark.parametrize("kind", [0, 1, 2])
def test_regions_add_up_to_what_a_score_differs_from_the_average_by(
    eyes: Eyes, scoring: onnxruntime.InferenceSession, kind: int, size: tuple[int, int]
) -> None:
    raster = coarse(3, *size)
    outputs = scored(eyes, scoring, raster, kind)
    average = json.loads((BUNDLE / "figures.json").read_text())["regions"]["averages"][KINDS[kind]]
    score = (outputs["distribution"][0, kind] * CENTRES).sum()
    assert outputs["regions"].shape == eyes.outputs(raster)["stride32"].shape[2:]
    assert 0.71 < score < 9.29, "a score at the end of the scale is held there, its regions are not"
    assert abs(outputs["regions"].sum() - (score - average)) < 2e-3


def test_what_readings_add_moves_the_score_of_its_kind_alone_and_by_as_much(eyes: Eyes, scoring: onnxruntime.InferenceSession) -> None:
    before, after = (scored(eyes, scoring, coarse(5), added=(0, 0, by))["distribution"][0] @ CENTRES for by in (0.0, 0.75))
    np.testing.assert_allclose(after - before, [0, 0, 0.75], atol=1e-3)


@pytest.mark.parametrize("mean", [0.7, 2.2, 5.0, 7.77, 9.3])
@pytest.mark.parametrize("spread", [0.8, 1.7, 3.0])
def test_bins_have_exactly_the_mean_that_was_asked_for(mean: float, spread: float) -> None:
    shares = distribution(np.array([mean]), np.array([spread]))[0]
    assert abs(shares.sum() - 1) < 1e-12
    assert abs((shares * CENTRES).sum() - mean) < 1e-3


def test_a_wide_margin_of_noise_is_withheld(eyes: Eyes, scoring: onnxruntime.InferenceSession) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (320, 427, 3), dtype=np.uint8)
    limit = json.loads((BUNDLE / "scoring.json").read_text())["abstention"]["unfamiliarity"]
    assert scored(eyes, scoring, noise)["unfamiliarity"][0, 0] >= limit
