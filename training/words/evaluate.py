"""What the language model sees: does it name the change better from a picture's own tokens than from another's, or from none?

    python training/words/evaluate.py --work FOLDER --taught FILE.pt --out FILE.json [--threads 2]

Reads `test.jsonl` (`material.mjs --part test`). The question is one of those that it was taught; no reading stands in the prompt. A name counts as
the change benchmark counts it: one that a person may well use for the change is right (`namesOf`).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).parent.parent))

from words.model import SoftTokens, load  # noqa: E402
from words.train import BEGINS, RANK, Chat, Material, restore  # noqa: E402
from words.weights import Weights  # noqa: E402

QUESTION = "Name the main fault."
LONGEST_NAME = 12
# Names that count for each other, as in benchmarks/changes/kinds.mjs.
CONFUSIONS = (
    {"defocus blur", "motion blur"},
    {"low contrast", "haze"},
    {"under-exposure", "crushed shadows", "vignetting"},
    {"over-exposure", "clipped highlights"},
)
SEED = 11


class Namer:
    def __init__(self, taught: Path) -> None:
        weights = Weights()
        self.chat = Chat(weights)
        self.decoder = load(weights, RANK)
        state = torch.load(taught, weights_only=True)
        self.soft = SoftTokens(weights.config, 1.0, len(state["soft"]["values"]))
        restore(self.decoder, self.soft, state)

    @torch.no_grad()
    def names(self, levels: torch.Tensor, theme: torch.Tensor, question: str = QUESTION) -> list[str]:
        """The answers, each in the likeliest words."""
        count = len(levels)
        opening, prompt = (self.decoder.embed_tokens(torch.tensor(ids))[None].expand(count, -1, -1) for ids in (self.chat.opening, self.chat.prompt(question)))
        states, cache = self.decoder(torch.cat([opening, self.soft(levels, theme), prompt], 1))
        written: list[list[int]] = [[] for _ in range(count)]
        for _ in range(LONGEST_NAME):
            ids = self.decoder.logits(states[:, -1]).argmax(1)
            for text, token in zip(written, ids.tolist()):
                text.append(token)
            states, cache = self.decoder(self.decoder.embed_tokens(ids)[:, None], cache)
        end = self.chat.end[0]
        return [self.chat.tokenizer.decode(text[: text.index(end)] if end in text else text) for text in written]


def counts_for(kind: str) -> set[str]:
    name = kind.replace("-", " ") if not kind.startswith(("over", "under", "cut")) else kind
    titles = {"cut-off-subject": "cut-off subject"}.get(kind, name)
    return {titles}.union(*(group for group in CONFUSIONS if titles in group))


def training(work: Path) -> dict[str, object]:
    """Lessons and pictures of each stage; of one that went on from a package also what that had been taught."""
    stages = {stage: json.loads((work / f"{stage}.json").read_text()) for stage in BEGINS if (work / f"{stage}.json").exists()}
    again = stages.get("together", {})
    before = again.pop("before", None)
    return stages if before is None else {**before, "again": again}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--work", type=Path, required=True)
    arguments.add_argument("--taught", type=Path, required=True)
    arguments.add_argument("--out", type=Path, required=True)
    arguments.add_argument("--threads", type=int, default=2)
    given = arguments.parse_args()
    torch.set_num_threads(given.threads)
    file = given.work / "test.jsonl"
    material = Material(file)
    with file.open() as lines:
        kinds = [(one["labels"][0]["kind"] if one["labels"] else None, one.get("by")) for one in map(json.loads, lines)]
    namer = Namer(given.taught)
    # Each picture reads those of another.
    turned = np.roll(np.random.default_rng(SEED).permutation(len(kinds)), 1)
    order = np.argsort(np.random.default_rng(SEED).permutation(len(kinds)))
    shuffled = torch.from_numpy(turned[order])
    mean_levels, mean_theme = torch.zeros_like(material.levels), torch.zeros_like(material.theme)
    ways = {
        "own": (material.levels, material.theme),
        "shuffled": (material.levels[shuffled], material.theme[shuffled]),
        "zero": (mean_levels, mean_theme),
    }
    figures: dict[str, object] = {}
    for way, (levels, theme) in ways.items():
        said = [name for at in range(0, len(kinds), 64) for name in namer.names(levels[at : at + 64], theme[at : at + 64])]
        right, by = [], defaultdict(list)
        for (kind, changer), name in zip(kinds, said):
            if kind is None:
                continue
            hit = name.strip(" .").lower() in counts_for(kind)
            right.append(hit)
            by[changer].append(hit)
            by[kind].append(hit)
        clean = [name for (kind, _), name in zip(kinds, said) if kind is None]
        figures[way] = {
            "named": round(100 * float(np.mean(right)), 1),
            "pictures": len(right),
            "by": {name: round(100 * float(np.mean(hits)), 1) for name, hits in by.items()},
            "cleanBlamed": round(100 * float(np.mean([name.strip(" .").lower() != "none" for name in clean])), 1),
            "clean": len(clean),
            "mostSaid": Counter(said).most_common(5),
        }
        print(way, figures[way], flush=True)
    given.out.write_text(json.dumps({"seeing": figures, "training": training(given.work)}, indent=1) + "\n")


if __name__ == "__main__":
    main()
