"""Holds the language model against its references, and measures what it costs.

    python training/words/check.py [--work FOLDER] [--threads 1 2]

The model in PyTorch against transformers, the tokenizer against llama.cpp (each if installed), the graphs against PyTorch with the same
weights, adapters on and 44 soft tokens in front; then what it costs, which other programs at work spoil.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from tokenizers import Tokenizer
from torch import Tensor

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.tokenizer_fixture import RANGES, characters  # noqa: E402
from words import export, tokenizer  # noqa: E402
from words.model import Decoder, SoftTokens, load  # noqa: E402
from words.weights import Weights, file  # noqa: E402

RANK, IMAGE_TOKENS, NAMES = 8, 24, 20
# Questions and answers on which logits are compared, and strings that a tokenizer may trip over.
CHATS = (
    ("What is good about this photograph?", "The light is soft and warm, and the subject stands clear of a quiet background."),
    ("What could be better?", "The horizon leans 2.4 degrees to the left; turning it back would calm the picture. The sky is clipped in 3 % of it."),
    ("Does this feel lonely?", "Yes: one small figure, much empty space around it, and muted colours."),
    ("Describe the technical quality.", "Sharp in the centre, with slight noise in the shadows and a mild green cast that white balance can mend."),
)
PLAIN = (
    *("", " ", "\n", "\r\n", "  two  spaces  ", "\ttab\n\n\nlines \n end ", "x\u00a0y\u2009z", "<|im_start|>user\nHello<|im_end|>\n"),
    *("0", "1234567890", "ISO 100, f/2.8, 1/250 s", "3.14159 %", "a1b2c3", "½ ² Ⅷ ٣ 一二三"),
    *("Übergröße, Äpfel, naïve, façade", "it's we'll I'd", "—“quoted”…", "日本語のテキスト", "ДОМ 42", "🙂👩‍👩‍👧‍👦🇩🇪"),
)
STRINGS = 480
BUFFER, WARM, STEPS = 512, 3, 60


class Reader:
    """The graphs as a program runs them: one buffer for keys and values, written in place."""

    def __init__(self, folder: Path, threads: int, buffer: int = BUFFER) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.decoder, self.embed = (
            onnxruntime.InferenceSession(folder / f"{name}.onnx", options, providers=["CPUExecutionProvider"]) for name in ("decoder", "embed")
        )
        self.binding, self.past = self.decoder.io_binding(), 0
        self.buffers = []
        for given in self.decoder.get_inputs()[2:]:
            shape = [1, given.shape[1], buffer, given.shape[3]]
            value = onnxruntime.OrtValue.ortvalue_from_numpy(np.zeros(shape, np.float32))
            self.buffers.append(value)
            self.binding.bind_ortvalue_input(given.name, value)
            self.binding.bind_ortvalue_output(given.name.replace("past", "present"), value)
        self.binding.bind_output("logits")

    def vectors(self, ids: list[int]) -> np.ndarray:
        return self.embed.run(None, {"input_ids": np.array(ids, np.int64)})[0]

    def read(self, embeds: np.ndarray) -> np.ndarray:
        """embeds [1, n, width], behind what was read before, to the logits of what follows [vocabulary]."""
        self.binding.bind_cpu_input("inputs_embeds", embeds)
        self.binding.bind_cpu_input("past", np.array([self.past], np.int32))
        self.decoder.run_with_iobinding(self.binding)
        self.past += embeds.shape[1]
        return self.binding.get_outputs()[-1].numpy()[0]


def taught(weights: Weights, seed: int) -> tuple[Decoder, SoftTokens]:
    """As after some training: adapters that change something, soft tokens like words."""
    torch.manual_seed(seed)
    decoder = load(weights, RANK)
    with torch.no_grad():
        for name, value in decoder.adapters().items():
            if name.endswith("up"):
                value.normal_(std=0.02)
    return decoder, SoftTokens(weights.config, float(decoder.embed_tokens.weight.std()), NAMES)


def texts(reading: Tokenizer) -> Iterator[list[int]]:
    for question, answer in CHATS:
        yield reading.encode(f"{tokenizer.START}user\n{question}{tokenizer.END}\n{tokenizer.START}assistant\n{answer}{tokenizer.END}").ids


def against_transformers(weights: Weights, reading: Tokenizer) -> float:
    """The largest difference of any logit."""
    from transformers import LlamaConfig, LlamaForCausalLM

    config, decoder = weights.config, load(weights)
    reference = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=config.vocabulary,
            hidden_size=config.width,
            intermediate_size=config.inner,
            num_hidden_layers=config.layers,
            num_attention_heads=config.heads,
            num_key_value_heads=config.kv_heads,
            rms_norm_eps=config.epsilon,
            rope_parameters={"rope_type": "default", "rope_theta": config.theta},
            max_position_embeddings=config.positions,
            tie_word_embeddings=True,
        )
    ).eval()
    reference.load_state_dict(weights.state, strict=False)
    worst = 0.0
    for ids in texts(reading):
        embeds = decoder.embed_tokens(torch.tensor([ids]))
        there = reference(inputs_embeds=embeds).logits
        whole, _ = decoder(embeds)
        begun, cache = decoder(embeds[:, :7])
        rest, _ = decoder(embeds[:, 7:], cache)
        for states in (whole, torch.cat([begun, rest], 1)):
            worst = max(worst, float((decoder.logits(states) - there).abs().max()))
    return worst


def strings() -> list[str]:
    dice = random.Random(0)
    sorts = list(RANGES.values())
    made = list(PLAIN)
    while len(made) < STRINGS:
        made.append(characters(sorts[len(made) % len(sorts)], dice))
    return made


def check_tokenizer(folder: Path, weights: Weights) -> None:
    reading = Tokenizer.from_file(str(folder / "tokenizer.json"))
    made = strings()
    known = [text for text in made if not set(text.encode()) & unseen(reading)]
    whole = sum(reading.decode(reading.encode(text).ids, skip_special_tokens=False) == text for text in known)
    print(f"tokenizer: {whole} of {len(known)} strings come back whole; {len(made) - len(known)} have bytes without a token")
    if importlib.util.find_spec("llama_cpp") is None:
        print("tokenizer: llama-cpp-python is not installed, not compared")
        return
    from llama_cpp import Llama

    reference = Llama(str(file(".gguf")), vocab_only=True, verbose=False)
    same = sum(reading.encode(text).ids == reference.tokenize(text.encode(), add_bos=False, special=True) for text in known)
    print(f"tokenizer: {same} of {len(known)} strings as llama.cpp reads them")


def unseen(reading: Tokenizer) -> set[int]:
    """Bytes that have no token."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [byte for byte in range(256) if byte not in plain]
    letters = dict(zip(plain, map(chr, plain))) | {byte: chr(256 + index) for index, byte in enumerate(rest)}
    return {byte for byte, letter in letters.items() if reading.token_to_id(letter) is None}


def kl(told: np.ndarray, truth: Tensor) -> float:
    true, said = truth.double().log_softmax(0), torch.from_numpy(told).double().log_softmax(0)
    return float((true.exp() * (true - said)).sum())


def against_torch(name: str, folder: Path, decoder: Decoder, soft: Tensor | None, reading: Tokenizer) -> None:
    """The logits after each word of the chats, read one by one behind what stands in front."""
    worst, divergences, agreed = 0.0, [], []
    for ids in texts(reading):
        told = Reader(folder, 1)
        words = told.vectors(ids)
        front = words[:, :1] if soft is None else np.concatenate([soft.numpy(), words[:, :1]], 1)
        states, _ = decoder(torch.from_numpy(np.concatenate([front, words[:, 1:]], 1)))
        truth = decoder.logits(states[0, front.shape[1] - 1 :])
        for place in range(len(ids)):
            logits = told.read(words[:, place : place + 1] if place else front)
            worst = max(worst, float(np.abs(logits - truth[place].numpy()).max()))
            divergences.append(kl(logits, truth[place]))
            agreed.append(logits.argmax() == int(truth[place].argmax()))
    print(
        f"{name}: largest difference of a logit {worst:.2g} (deviation {float(truth.std()):.2f}), same first choice {sum(agreed)} of {len(agreed)}"
    )
    print(f"{name}: KL of the next token, mean {np.mean(divergences):.2g}, largest {max(divergences):.2g}")


def speed(folder: Path, threads: int) -> None:
    """The median, and the fastest tenth: others may be at work on this machine."""
    dice, began = np.random.default_rng(0), time.perf_counter()
    told = Reader(folder, threads)
    print(f"{threads} threads: opens in {time.perf_counter() - began:.2f} s")

    def seconds(long: int, past: int, runs: int) -> tuple[float, float]:
        embeds = dice.normal(0, 0.1, (1, long, told.decoder.get_inputs()[0].shape[2])).astype(np.float32)
        times = []
        for _ in range(WARM + runs):
            told.past, began = past, time.perf_counter()
            told.read(embeds)
            times.append(time.perf_counter() - began)
        return float(np.median(times[WARM:])), float(np.quantile(times[WARM:], 0.1))

    for long in (64, 300):
        middle, fast = seconds(long, 0, 8)
        print(f"{threads} threads: reads {long} tokens in {middle:.3f} s, at best {fast:.3f} s")
    for past in (100, 400):
        middle, fast = seconds(1, past, STEPS)
        print(f"{threads} threads: after {past} tokens {1 / middle:.0f} tokens/s, at best {1 / fast:.0f}")


@torch.no_grad()
def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--work", type=Path, default=Path(__file__).parent.parent / ".work" / "words")
    arguments.add_argument("--threads", type=int, nargs="+", default=[2, 1])
    given = arguments.parse_args()
    torch.set_num_threads(1)
    weights = Weights()
    decoder, soften = taught(weights, 0)
    adapters = {name: value.numpy() for name, value in decoder.adapters().items()}
    published, fast, exact = (given.work / name for name in ("published", "fast", "exact"))
    export.save(weights, published)
    export.save(weights, fast, adapters)
    export.save(weights, exact, adapters, export.EXACT)
    tokenizer.save(weights, published)
    check_tokenizer(published, weights)
    reading = Tokenizer.from_file(str(published / "tokenizer.json"))
    if importlib.util.find_spec("transformers") is None:
        print("model: transformers is not installed, not compared")
    else:
        print(f"model: largest difference of a logit from transformers {against_transformers(weights, reading):.2g}")
    soft = soften(torch.randn(1, IMAGE_TOKENS, 128), torch.randn(1, 384))
    against_torch("published, text alone", published, load(weights), None, reading)
    against_torch(f"adapters, {soft.shape[1]} soft tokens", fast, decoder, soft, reading)
    against_torch("the same, activations in float32", exact, decoder, soft, reading)
    print(f"{os.getloadavg()[0]:.1f} programs were at work in the last minute")
    for threads in given.threads:
        speed(fast, threads)


if __name__ == "__main__":
    main()
