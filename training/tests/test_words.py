"""What training changes of the language model comes back from a package as it went in."""

from __future__ import annotations

import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent.parent))

from words import export  # noqa: E402
from words.model import SoftTokens, load  # noqa: E402
from words.weights import Weights  # noqa: E402

NAMES = 21
# Stored as float16.
CLOSE = 2e-3


def test_a_package_gives_back_what_was_taught(tmp_path: Path) -> None:
    torch.manual_seed(3)
    weights = Weights()
    decoder = load(weights, 8)
    adapters = {name: torch.randn_like(value) * 0.05 for name, value in decoder.adapters().items()}
    soft = {name: value.detach() for name, value in SoftTokens(weights.config, 0.1, NAMES).state_dict().items()}
    export.save(weights, tmp_path, {name: value.numpy() for name, value in adapters.items()}, soft={name: value.numpy() for name, value in soft.items()})
    back = export.taught_in(tmp_path)
    for part, given in (("adapters", adapters), ("soft", soft)):
        assert set(back[part]) == set(given)
        for name, value in given.items():
            assert back[part][name].shape == value.shape
            assert torch.allclose(back[part][name], value, atol=CLOSE), name
