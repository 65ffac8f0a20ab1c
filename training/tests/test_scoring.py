"""The scoring graph says what the head and its formulas say."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

sys.path.insert(0, str(Path(__file__).parent.parent))

from scoring.graph import CENTRES, INPUTS, distribution  # noqa: E402

BUNDLE = Path(__file__).parents[2] / "packages" / "model-nano"


def inputs(seed: int, height: int = 320, width: int = 427) -> dict[str, np.ndarray]:
    encoder = onnxruntime.InferenceSession(BUNDLE / "encoder.onnx", providers=["CPUExecutionProvider"])
    random = np.random.default_rng(seed)
    coarse = random.integers(0, 256, (8, 11, 3)).repeat(height // 8 + 1, 0).repeat(width // 11 + 1, 1)[:height, :width]
    values = encoder.run(None, {"pixels": coarse[None].astype(np.uint8)})
    outputs = dict(zip((o.name for o in encoder.get_outputs()), values))
    return {name: outputs[name] for name in INPUTS}


def test_every_kind_gets_a_distribution_and_errors_are_positive() -> None:
    session = onnxruntime.InferenceSession(BUNDLE / "scoring.onnx", providers=["CPUExecutionProvider"])
    names = [o.name for o in session.get_outputs()]
    outputs = dict(zip(names, session.run(None, inputs(0))))
    assert outputs["distribution"].shape == (1, 3, 10)
    np.testing.assert_allclose(outputs["distribution"].sum(-1), 1, atol=1e-5)
    assert (outputs["deviation"] > 0.25).all()
    assert outputs["domain"].shape == (1, 3) and outputs["unfamiliarity"].shape == (1, 1)


@pytest.mark.parametrize("mean", [0.7, 2.2, 5.0, 7.77, 9.3])
@pytest.mark.parametrize("spread", [0.8, 1.7, 3.0])
def test_bins_have_exactly_the_mean_that_was_asked_for(mean: float, spread: float) -> None:
    shares = distribution(np.array([mean]), np.array([spread]))[0]
    assert abs(shares.sum() - 1) < 1e-12
    assert abs((shares * CENTRES).sum() - mean) < 1e-3


def test_a_wide_margin_of_noise_is_withheld() -> None:
    import json

    session = onnxruntime.InferenceSession(BUNDLE / "scoring.onnx", providers=["CPUExecutionProvider"])
    encoder = onnxruntime.InferenceSession(BUNDLE / "encoder.onnx", providers=["CPUExecutionProvider"])
    noise = np.random.default_rng(1).integers(0, 256, (1, 320, 427, 3), dtype=np.uint8)
    outputs = dict(zip((o.name for o in encoder.get_outputs()), encoder.run(None, {"pixels": noise})))
    limit = json.loads((BUNDLE / "scoring.json").read_text())["abstention"]["unfamiliarity"]
    result = session.run(["unfamiliarity"], {name: outputs[name] for name in INPUTS})[0]
    assert result[0, 0] >= limit
