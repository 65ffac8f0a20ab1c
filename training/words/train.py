"""Teaches the language model to read the aligned tokens and to write from facts, beside its frozen weights, in the paper's two stages.

    python training/words/train.py --work FOLDER --stage changes|critique|together [--begin PACKAGE] [--samples N] [--batch 16] [--threads 2]

Reads `training.jsonl` (`material.mjs`) and `lessons-STAGE.jsonl` (`lessons.mjs`) in the folder; writes `STAGE.pt` (adapters and soft tokens), and a
checkpoint every few minutes from which a run that was stopped goes on. The second stage begins where the first ended, and keeps a fifth of
its lessons so that it goes on seeing; `together` goes on with more of the first than of the second, at a third of the pace, since a fifth is not enough, and may begin with a package. Seeded: the same machine with the same threads learns the same.
"""

from __future__ import annotations

import argparse
import base64
import ctypes
import json
import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).parent.parent))

from words import tokenizer  # noqa: E402
from words.export import taught_in  # noqa: E402
from words.model import SIGHTS, Decoder, SoftTokens, load  # noqa: E402
from words.weights import Weights  # noqa: E402

RANK = 8
LEVEL_TOKENS, WIDTH = 24, 128
LEARNING_RATE, SOFT_RATE, WARM = 4e-4, 1e-3, 30
# Places of a lesson beyond the soft tokens; longer ones are left out.
LONGEST = 288
CHECKPOINT_SECONDS = 240
# Where a stage begins, which share of its lessons is of the first, and how fast it goes.
BEGINS = {"changes": None, "critique": "changes", "together": "critique"}
KEPT_OF_FIRST = {"critique": 0.2, "together": 0.7}
PACE = {"changes": 1.0, "critique": 1.0, "together": 1 / 3}
NONE = "none"
# What is fitted of `look`: most of the tokens are left out at a time, and a clean picture counts for more, so that few of them are blamed.
LOOK_STEPS, LOOK_BATCH, LOOK_RATE, LOOK_DECAY, LOOK_DROPOUT, LOOK_CLEAN = 3000, 256, 2e-3, 0.3, 0.8, 2.0
SEED = 7


@dataclass(frozen=True)
class Lesson:
    row: int
    # Token ids around the soft tokens, and what is to be learned.
    prompt: list[int]
    answer: list[int]


class Material:
    """The tokens of pictures, one row a line of the material: `levels` [n, 24 * 128], `theme` [n, 384]."""

    def __init__(self, file: Path) -> None:
        rows = []
        with file.open() as lines:
            for line in lines:
                rows.append(np.frombuffer(base64.b64decode(json.loads(line)["tokens"]), np.float32))
        tokens = np.stack(rows)
        self.levels = torch.from_numpy(tokens[:, : LEVEL_TOKENS * WIDTH].reshape(-1, LEVEL_TOKENS, WIDTH).copy())
        self.theme = torch.from_numpy(tokens[:, LEVEL_TOKENS * WIDTH :].copy())


@dataclass(frozen=True)
class Named:
    """What was done to the pictures of the material: the names there are, the first of them none, and which each row has."""

    names: list[str]
    rows: Tensor
    pictures: list[str]

    @staticmethod
    def read(file: Path) -> Named:
        with file.open() as lines:
            facts = [(one["labels"][0]["kind"] if one["labels"] else NONE, one["picture"]) for one in map(json.loads, lines)]
        names = [NONE, *sorted({kind for kind, _ in facts} - {NONE})]
        return Named(names, torch.tensor([names.index(kind) for kind, _ in facts]), [picture for _, picture in facts])


def learn_to_look(soft: SoftTokens, material: Material, named: Named) -> None:
    """`look` is a logistic regression of the names on the tokens, fitted before the language model, which only has to learn to read what it
    says: taught together, it would learn its pictures by heart."""
    with torch.no_grad():
        x = soft.norm(material.levels).flatten(1)
    held = torch.tensor([int(picture[:2], 16) < 26 for picture in named.pictures])
    fitted = torch.nonzero(~held)[:, 0]
    weight = nn.Parameter(torch.zeros(len(named.names), x.shape[1]))
    bias = nn.Parameter(torch.zeros(len(named.names)))
    counts = torch.ones(len(named.names))
    counts[0] = LOOK_CLEAN
    optimizer = torch.optim.AdamW([weight, bias], lr=LOOK_RATE, weight_decay=LOOK_DECAY)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, LOOK_STEPS)
    for _ in range(LOOK_STEPS):
        rows = fitted[torch.randint(len(fitted), (LOOK_BATCH,))]
        seen = F.dropout(x[rows], LOOK_DROPOUT)
        loss = F.cross_entropy(seen @ weight.T + bias, named.rows[rows], weight=counts)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        schedule.step()
    with torch.no_grad():
        said, truth = (x[held] @ weight.T + bias).argmax(1), named.rows[held]
        changed = truth != 0
        right, blamed = (said == truth)[changed].float().mean(), (said != truth)[~changed].float().mean()
        print(f"looking alone names {100 * right:.1f} % of {int(changed.sum())} changes of pictures that it was not fitted on, and blames {100 * blamed:.1f} % of {int((~changed).sum())} clean ones", flush=True)
        soft.look.weight.copy_(weight)
        soft.look.bias.copy_(bias)


def begin_values(soft: SoftTokens, decoder: Decoder, chat: Chat, named: Named) -> None:
    """What is looked at begins as the embeddings of its name's words."""
    with torch.no_grad():
        for row, name in enumerate(named.names):
            words = decoder.embed_tokens(torch.tensor(chat.encode(f" {name.replace('-', ' ')}"))).mean(0)
            soft.values[row].copy_(words.repeat(SIGHTS))


class Chat:
    """Where soft tokens and words stand: `<|im_start|>user\\n` soft tokens, the prompt, `<|im_end|>\\n<|im_start|>assistant\\n`, the answer."""

    def __init__(self, weights: Weights) -> None:
        self.tokenizer = tokenizer.build(weights)
        self.opening = self.encode(f"{tokenizer.START}user\n")
        self.end = self.encode(tokenizer.END)

    def encode(self, text: str) -> list[int]:
        return self.tokenizer.encode(text).ids

    def prompt(self, text: str) -> list[int]:
        return self.encode(f"{text}{tokenizer.END}\n{tokenizer.START}assistant\n")

    def lesson(self, row: int, prompt: str, answer: str) -> Lesson:
        return Lesson(row, self.prompt(prompt), self.encode(answer) + self.end)


def read_lessons(file: Path, chat: Chat) -> list[Lesson]:
    with file.open() as lines:
        lessons = [chat.lesson(one["row"], one["prompt"], one["answer"]) for one in map(json.loads, lines)]
    return [lesson for lesson in lessons if len(lesson.prompt) + len(lesson.answer) <= LONGEST]


def batches(lessons: list[Lesson], size: int, random: np.random.Generator) -> list[list[Lesson]]:
    """Lessons of like length together, batches in any order."""
    order = random.permutation(len(lessons))
    order = sorted(order, key=lambda index: len(lessons[index].prompt) + len(lessons[index].answer))
    cut = [[lessons[index] for index in order[at : at + size]] for at in range(0, len(order), size)]
    return [cut[index] for index in random.permutation(len(cut))]


def loss_of(decoder: Decoder, soft: SoftTokens, opening: Tensor, material: Material, batch: list[Lesson]) -> Tensor:
    rows = torch.tensor([lesson.row for lesson in batch])
    seen = soft(material.levels[rows], material.theme[rows])
    longest = max(len(lesson.prompt) + len(lesson.answer) for lesson in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    learned = torch.zeros(len(batch), longest, dtype=torch.bool)
    for at, lesson in enumerate(batch):
        text = lesson.prompt + lesson.answer
        ids[at, : len(text)] = torch.tensor(text)
        learned[at, len(lesson.prompt) : len(text)] = True
    front = decoder.embed_tokens(opening)[None].expand(len(batch), -1, -1)
    embeds = torch.cat([front, seen, decoder.embed_tokens(ids)], 1)
    states, _ = decoder(embeds)
    # The state before a token tells it.
    before = states[:, -longest - 1 : -1][learned]
    # Every lesson weighs the same, however long its answer is.
    weight = (1.0 / learned.sum(1).clamp(min=1).sqrt())[:, None].expand_as(learned)[learned]
    each = F.cross_entropy(decoder.logits(before), ids[learned], reduction="none")
    return (each * weight).sum() / weight.sum()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--work", type=Path, required=True)
    arguments.add_argument("--stage", choices=tuple(BEGINS), required=True)
    arguments.add_argument("--begin", type=Path, help="package of a language model that was taught before, in place of the stage before")
    arguments.add_argument("--samples", type=int, default=16000)
    arguments.add_argument("--batch", type=int, default=16)
    arguments.add_argument("--threads", type=int, default=2)
    given = arguments.parse_args()
    keep_memory()
    torch.set_num_threads(given.threads)
    torch.manual_seed(SEED)
    random = np.random.default_rng(SEED)

    weights = Weights()
    chat = Chat(weights)
    material = Material(given.work / "training.jsonl")
    begin = BEGINS[given.stage]
    own = lessons = read_lessons(given.work / f"lessons-{'changes' if begin is None else 'critique'}.jsonl", chat)
    if begin is not None:
        first = read_lessons(given.work / "lessons-changes.jsonl", chat)
        share = KEPT_OF_FIRST[given.stage]
        kept = min(len(first), int(len(lessons) * share / (1 - share)))
        lessons = own + [first[index] for index in random.permutation(len(first))[:kept]]
    lessons = [lesson for lesson in lessons if lesson.row < len(material.levels)]

    decoder = load(weights, RANK, torch.bfloat16 if bfloat16_is_fast() else torch.float32)
    named = Named.read(given.work / "training.jsonl")
    soft = SoftTokens(weights.config, float(decoder.embed_tokens.weight.std()), len(named.names))
    if given.begin is not None:
        restore(decoder, soft, taught_in(given.begin))
    elif begin is not None:
        restore(decoder, soft, torch.load(given.work / f"{begin}.pt", weights_only=True))
    else:
        begin_values(soft, decoder, chat, named)
    if begin is None or given.begin is not None:
        learn_to_look(soft, material, named)
    learned = [value for name, value in soft.named_parameters() if not name.startswith(("look.", "norm."))]
    pace = PACE[given.stage]
    optimizer = torch.optim.AdamW(
        [{"params": list(decoder.adapters().values()), "lr": pace * LEARNING_RATE}, {"params": learned, "lr": pace * SOFT_RATE}], weight_decay=0.01
    )  # fmt: skip
    steps = given.samples // given.batch
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1.0, (step + 1) / WARM) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps)))))

    checkpoint, done = given.work / f"{given.stage}.checkpoint.pt", 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=False)
        restore(decoder, soft, state["parts"])
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        done = state["step"]
    print(f"{len(lessons)} lessons, {steps} steps of {given.batch}, from step {done}, {'bfloat16' if bfloat16_is_fast() else 'float32'}", flush=True)

    opening = torch.tensor(chat.opening)
    queue: list[list[Lesson]] = []
    began, saved, mean = time.time(), time.time(), 0.0
    for step in range(steps):
        if not queue:
            queue = batches(lessons, given.batch, random)
        batch = queue.pop()
        if step < done:
            continue
        loss = loss_of(decoder, soft, opening, material, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([*decoder.adapters().values(), *learned], 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        schedule.step()
        mean = loss.item() if step == done else 0.98 * mean + 0.02 * loss.item()
        if step % 20 == 19:
            rate = (step + 1 - done) * given.batch / (time.time() - began)
            print(f"step {step + 1} of {steps}  loss {mean:.3f}  {rate:.1f} lessons/s", flush=True)
        if time.time() - saved > CHECKPOINT_SECONDS:
            saved = time.time()
            part = checkpoint.with_suffix(".part")
            torch.save({"parts": parts(decoder, soft), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(), "step": step + 1}, part)
            part.rename(checkpoint)
    torch.save(parts(decoder, soft), given.work / f"{given.stage}.pt")
    taught: dict[str, object] = {"lessons": steps * given.batch, "pictures": len({named.pictures[lesson.row] for lesson in own})}
    if given.begin is not None:
        taught["before"] = json.loads((given.begin / "figures.json").read_text())["training"]
    (given.work / f"{given.stage}.json").write_text(json.dumps(taught))


def parts(decoder: Decoder, soft: SoftTokens) -> dict[str, dict[str, Tensor]]:
    return {"adapters": {name: value.detach().clone() for name, value in decoder.adapters().items()}, "soft": soft.state_dict()}


def restore(decoder: Decoder, soft: SoftTokens, state: dict[str, dict[str, Tensor]]) -> None:
    with torch.no_grad():
        for name, value in decoder.adapters().items():
            value.copy_(state["adapters"][name])
    soft.load_state_dict(state["soft"])


def keep_memory() -> None:
    """Lets glibc keep what was freed: handing large blocks back to the system after each layer costs more time than the layers."""
    max_mmaps, trim_threshold, top_pad = -4, -1, -2
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        for setting, value in ((max_mmaps, 0), (trim_threshold, 2**31 - 1), (top_pad, 2**28)):
            mallopt(setting, value)


def bfloat16_is_fast() -> bool:
    return torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()


if __name__ == "__main__":
    main()
