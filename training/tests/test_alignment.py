"""The alignment: what it is told, and that its graph is what was trained."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

sys.path.insert(0, str(Path(__file__).parent.parent))

from alignment import evaluate, export, records  # noqa: E402
from alignment.learn import wording  # noqa: E402
from alignment.model import Alignment, Heads, Presence, TextAdapter  # noqa: E402
from alignment.texts import NAMES, Grammar, Label  # noqa: E402
from alignment.train import KINDS, LEVELS, Bank, Recipe, Targets, Trained, matches  # noqa: E402


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return Grammar(wording())


WIDTHS = records.Widths(96, 120, 352, 1280, 1000, 208)


def test_every_kind_has_words_of_the_registry(grammar: Grammar) -> None:
    for kind in NAMES:
        assert all(len(grammar.wording[kind][band]) >= 3 for band in ("slight", "clear", "strong")), kind


@pytest.mark.parametrize("kind", NAMES)
def test_no_phrasing_of_a_kind_exceeds_two_in_a_hundred(grammar: Grammar, kind: str) -> None:
    random = np.random.default_rng(0)
    texts = Counter(grammar.one(Label(kind, random.uniform(0.5, 3.2), "left"), random) for _ in range(3000))
    assert texts.most_common(1)[0][1] <= 60
    clean = Counter(grammar.clean(random) for _ in range(3000))
    assert clean.most_common(1)[0][1] <= 60


def test_words_carry_direction_and_strength(grammar: Grammar) -> None:
    random = np.random.default_rng(0)
    left = [grammar.one(Label("horizon-tilt", 2.0, "left"), random) for _ in range(200)]
    assert not any("right" in text.split() for text in left)
    assert Label("noise", 0.8).band == "slight" and Label("noise", 2).band == "clear" and Label("noise", 3).band == "strong"


def test_a_text_is_true_of_the_pictures_it_fits_and_of_no_others() -> None:
    noise, tilt = KINDS.index("noise"), KINDS.index("horizon-tilt")
    severity = np.zeros((4, len(KINDS)), np.float32)
    severity[1, noise], severity[2, noise], severity[3, tilt] = 2.0, 3.2, 2.0
    side = np.full((4, len(KINDS)), -1)
    side[3, tilt] = 0
    # "clear noise", "a clear tilt to the left", "… to the right", "nothing wrong", "no noise"
    bank = Bank(
        np.zeros((5, 4)), np.array([noise, tilt, tilt, -1, noise]), np.array([1, 1, 1, -1, -1]), np.array([-1, 0, 1, -1, -1]),
        np.array([0, 0, 0, 1, 2]),
    )  # fmt: skip
    truth, weight = matches(Targets(severity, side), np.arange(4), bank, np.arange(5))
    assert truth.tolist() == [[0, 0, 0, 1, 1], [1, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 1, 0, 0, 1]]
    # Strong noise called clear is half right: it counts little.
    assert weight[2, 0] < 0.5 and weight[0, 0] == 1


def test_the_graph_equals_what_was_trained(tmp_path: Path) -> None:
    torch.manual_seed(0)
    trained = Trained(Alignment(WIDTHS), TextAdapter(), Heads(len(KINDS), len(LEVELS)), Presence(), Recipe())
    for part in (trained.alignment, trained.adapter, trained.heads, trained.presence):
        part.eval()
    differences = export.save(trained, tmp_path)
    assert max(differences.values()) < 1e-3
    session = onnxruntime.InferenceSession(str(tmp_path / "alignment.onnx"), providers=["CPUExecutionProvider"])
    inputs = {name: value.numpy() for name, value in zip(export.INPUTS, export.example(WIDTHS, 320, 480, 3))}
    outputs = dict(zip(export.OUTPUTS, session.run(None, inputs)))
    assert outputs["low"].shape == (1, 8, 128) and outputs["lowAttention"].shape == (1, 8, 150)
    # What a query looks at adds up to one: cells, and what is no cell.
    for level in LEVELS:
        looked = outputs[f"{level}Attention"].sum(2)
        assert (looked > 0.5).all() and (looked < 1 + 1e-4).all()


def test_records_are_read_as_they_were_written(tmp_path: Path) -> None:
    random = np.random.default_rng(0)
    folder = tmp_path / "training"
    folder.mkdir()
    outputs = {f"stride{stride}": {"channels": width} for stride, width in ((8, 4), (16, 5), (32, 6))}
    outputs |= {"head": {"length": 7}, "classes": {"length": 3}}
    (tmp_path / "bundle.json").write_text(json.dumps({"encoder": {"outputs": outputs}, "detail": {"width": 2}}))
    facts = [
        {"height": 2, "width": 3, "height16": 4, "width16": 5, "tiles": 1, "labels": []},
        {"height": 1, "width": 2, "height16": 2, "width16": 3, "tiles": 0, "labels": []},
    ]
    numbers = []
    for fact in facts:
        area, fine = fact["height"] * fact["width"], fact["height16"] * fact["width16"]
        numbers += [random.random(area * 8), random.random(fine * 5), random.random(area * 6), random.random(2 * 7 + 3)]
        numbers.append(random.random(fact["tiles"] * (2 + records.PLACE)))
    np.concatenate(numbers).astype(np.float32).tofile(folder / "a.f32")
    (folder / "a.json").write_text(json.dumps(facts))
    for _ in ("gathered", "opened again"):
        read = records.load(folder)
        assert len(read) == 2 and read.shape.tolist() == [[2, 3], [1, 2]] and read.tile_count.tolist() == [1, 0]
        assert read.cells.shape == (2, 6, 14) and read.fine.shape == (2, 20, 5)
        # Channel 1 of cell 0 lies one map behind channel 0.
        assert np.isclose(read.cells[0, 0, 1], numbers[0][6], atol=1e-3)
        assert np.isclose(read.fine[0, 2, 1], numbers[1][20 + 2], atol=1e-3)
        assert (read.cells[1, 2:] == 0).all() and (read.fine[1, 6:] == 0).all()
    (folder / "a.json").write_text(json.dumps(facts[:1]))
    with pytest.raises(ValueError, match="delete it"):
        records.load(folder)


def test_naming_counts_what_may_be_said_for_it() -> None:
    blank = records.Records(WIDTHS, *(np.zeros((2, 1)) for _ in records.ARRAYS), facts=[
        {"labels": [{"kind": "haze", "severity": 2}]}, {"labels": [{"kind": "noise", "severity": 2}]},
    ])  # fmt: skip
    score = np.zeros((2, len(KINDS)))
    score[:, KINDS.index("low-contrast")] = 1
    figures = evaluate.naming(score, blank)
    assert figures["byKind"]["haze"]["first"] == 1 and figures["byKind"]["noise"]["first"] == 0
