"""The stage `taste` of the recipe: `taste.onnx` and `taste.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import engine
from features import Eyes, features
from pictures import Pictures

from . import graph, prior, ratings, topics
from .general import Heads
from .person import Calibration
from .vector import Axes, Vector

GRAPH, FILE = "taste.onnx", "taste.json"
FILES = (GRAPH, FILE)
# Chosen on raters and themes left out (evaluate.py): what person.py needs to know beside what is learned.
SHAPE, LEVEL, DEVIATION_WEIGHT = 6, 5, 10
STRENGTH, DOUBT, TRUST = 0.1, 0.5, 0.9
# Readings that have weights of their own beside the vector, which shows little of craft: few, as every one costs those who do not care for
# it: all 45, half as strong again, cost .009 in rank correlation at 90 ratings, these less than .001.
READINGS = ("noise", "defocus-blur", "motion-blur", "under-exposure", "over-exposure", "clutter", "horizon-tilt")
READING_STRENGTH = 0.02
INTERVAL_LEVEL, INTERVAL_FACTOR = 0.8, 1.3
# Width of the raters' scale, 1 to 7.
WIDTH = 6
# Sets of which the engine's documents are needed; those of Vessel to measure on.
READ = ("oasis", "unlabelled", "vessel-landscapes", "vessel-art")
# A reading that hardly ever differs tells nothing of a taste.
LEAST_DEVIATION = 0.005


def sections(present: list[str]) -> dict[str, object]:
    """What the manifest says of the files that are there."""
    if GRAPH not in present:
        return {}
    return {"taste": {"file": GRAPH, "calibration": FILE, "inputs": list(graph.INPUTS), "output": graph.OUTPUT}}


@dataclass(frozen=True)
class Documents:
    """What the engine says of photographs, in the order of the sets: readings [pictures, attributes] (NaN: not measured), and whether
    people are shown."""

    attributes: list[str]
    readings: np.ndarray
    people: np.ndarray

    @staticmethod
    def read(path: Path, sets: list[Pictures]) -> Documents:
        attributes: dict[str, None] = {}
        found = {}
        for line in path.read_text().splitlines():
            document = json.loads(line)
            if document["status"] != "ok":
                continue
            scores = {reading["id"]: reading["score"] for reading in document["attributes"] if reading["status"] == "measured"}
            attributes |= dict.fromkeys(scores)
            people = any(shown["thing"] in topics.PEOPLE for shown in document.get("shows", []))
            found[document["source"]["path"]] = scores, people
        rows = [found[str(path)] for pictures in sets for path in pictures.paths]
        readings = np.array([[scores.get(name, np.nan) for name in attributes] for scores, _ in rows])
        return Documents(list(attributes), readings, np.array([people for _, people in rows]))


def learn(out: Path, sets: dict[str, Pictures], eyes: Eyes, work: Path) -> dict[str, float]:
    """Writes both; how well the vector tells each topic, as a correlation on pictures left out."""
    cache = work / "features"
    oasis, unrated = sets["oasis"], sets["unlabelled"]
    rows = {name: features(eyes, sets[name], "plain", cache) for name in ("oasis", "unlabelled")}
    axes = Axes.learn(rows["unlabelled"], eyes.layout)
    general = Heads.gather(sets, eyes, cache).out_of_fold(oasis.score, np.arange(len(oasis)))
    known = prior.learn(ratings.read(oasis), general, axes(rows["oasis"]), STRENGTH)
    vector = Vector.of(axes, known.turn)

    documents = Documents.read(engine.rated([sets[name] for name in READ], work, "taste"), [oasis, unrated])
    telling = np.nanstd(documents.readings, 0) >= LEAST_DEVIATION
    attributes = [name for name, tells in zip(documents.attributes, telling) if tells]
    readings = documents.readings[:, telling]
    seen = np.concatenate([rows["oasis"], rows["unlabelled"]])
    things = topics.shown(seen[:, eyes.layout.columns("classes")], documents.people)
    told, known_of = topics.learn(attributes, readings, things, vector(seen), READINGS)
    (out / GRAPH).write_bytes(graph.build(vector, eyes.layout).SerializeToString(deterministic=True))
    chosen = readings[:, [attributes.index(name) for name in READINGS]]
    learned = calibration(known, np.nanmean(chosen, 0), np.nanstd(chosen, 0))
    (out / FILE).write_text(written(learned.written(vector.turn.shape[1], READINGS) | {"topics": told.documents()}))
    return known_of


def calibration(known: prior.Prior, mean: np.ndarray, deviation: np.ndarray) -> Calibration:
    """`mean` and `deviation` of READINGS."""
    return Calibration(
        known.general, known.slope, known.variance, SHAPE, LEVEL, known.slope_variance, known.deviation / WIDTH, DEVIATION_WEIGHT, STRENGTH,
        DOUBT, TRUST, INTERVAL_LEVEL, INTERVAL_FACTOR, mean, deviation, READING_STRENGTH,
    )  # fmt: skip


def written(value: dict[str, object]) -> str:
    """JSON with a line for each topic: its direction is long."""
    told = value.pop("topics")
    assert isinstance(told, list)
    lines = ",\n".join("  " + json.dumps(topic) for topic in told)
    return json.dumps(value, indent=1)[:-2] + f',\n "topics": [\n{lines}\n ]\n}}\n'
