"""General scores of photographs by heads that have not seen them, and that know the raters they are told of alone."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from features import Eyes, features
from pictures import Pictures
from scoring import train
from scoring.folds import assign
from scoring.head import Rated, fit
from scoring.representation import Representation

FOLDS, SEED = 5, 7


@dataclass(frozen=True)
class Heads:
    """Vectors of rated photographs as the general score sees them: of OASIS and of the set that joins it at half weight."""

    seen: np.ndarray
    trained: np.ndarray
    group: np.ndarray
    joined: Rated

    @staticmethod
    def gather(sets: dict[str, Pictures], eyes: Eyes, cache: Path) -> Heads:
        representation = Representation.learn(features(eyes, sets["unlabelled"], "plain", cache), eyes.layout, "photograph")

        def trained(name: str) -> np.ndarray:
            return np.mean([representation(features(eyes, sets[name], version, cache)) for version in train.VERSIONS[name]], 0)

        seen = representation(features(eyes, sets["oasis"], "plain", cache))
        name = "vessel-landscapes"
        joined = Rated(name, trained(name), sets[name].score, train.WEIGHTS[name], False)
        return Heads(seen, trained("oasis"), sets["oasis"].group, joined)

    def predict(self, score: np.ndarray, known: np.ndarray, asked: np.ndarray) -> np.ndarray:
        """Scores of the rows `asked` by a head trained on `score` of the rows `known`."""
        head = fit([Rated("oasis", self.trained[known], score[known], 1.0, True), self.joined])
        return np.clip(head(self.seen[asked]), 0.7, 9.3)

    def out_of_fold(self, score: np.ndarray, known: np.ndarray) -> np.ndarray:
        """Scores of the rows `known`, each by a head that has seen no theme of it."""
        fold, result = assign(self.group[known], FOLDS, SEED), np.empty(len(known))
        for index in range(FOLDS):
            result[fold == index] = self.predict(score, known[fold != index], known[fold == index])
        return result
