"""The exported graph is the published network, at every size."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

sys.path.insert(0, str(Path(__file__).parent.parent))

from encoder.efficientnet_lite2 import Reference  # noqa: E402
from encoder.export import build  # noqa: E402

BUNDLE = Path(__file__).parents[2] / "packages" / "model-nano"


@pytest.fixture(scope="module")
def reference() -> Reference:
    return Reference()


def picture(height: int, width: int) -> np.ndarray:
    """Smooth colours with an edge and some grain: activations as large as those of photographs."""
    random = np.random.default_rng(height * 1000 + width)
    y, x = np.mgrid[:height, :width]
    field = np.stack([127 + 100 * np.sin(x / 17 + c) * np.cos(y / (11 + c)) for c in range(3)], -1)
    field[:, width // 2 :] *= 0.5
    return np.clip(field + random.normal(0, 6, field.shape), 0, 255).astype(np.uint8)


@pytest.mark.parametrize("size", [(320, 427), (320, 320), (333, 251), (97, 61), (32, 480), (219, 700)])
def test_shipped_encoder_equals_pytorch_within_a_thousandth(reference: Reference, size: tuple[int, int]) -> None:
    session = onnxruntime.InferenceSession(BUNDLE / "encoder.onnx", providers=["CPUExecutionProvider"])
    pixels = picture(*size)[None]
    with torch.no_grad():
        expected = reference(torch.from_numpy(pixels))
    actual = dict(zip((o.name for o in session.get_outputs()), session.run(None, {"pixels": pixels})))
    assert set(actual) == set(expected)
    for name, value in expected.items():
        np.testing.assert_allclose(actual[name], value.numpy(), rtol=0, atol=1e-3, err_msg=name)


def test_the_recipe_makes_the_shipped_encoder() -> None:
    assert build("fp32").SerializeToString(deterministic=True) == (BUNDLE / "encoder.onnx").read_bytes()
