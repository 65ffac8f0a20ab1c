"""Writes the language model's card from what was measured."""

from __future__ import annotations

NAMES = {"own": "its own tokens", "shuffled": "those of another picture", "zero": "none (zeros)"}


def card(figures: dict, blind: dict) -> str:
    """`figures`: `seeing` from evaluate.py, `writing` from benchmarks/language-model.mjs, `training` from train.py; `blind` from
    benchmarks/blind/tally.mjs."""
    seeing, writing, training = figures["seeing"], figures.get("writing"), figures["training"]
    again = training.get("again")
    rows = "\n".join(
        f"| {NAMES[way]} | {one['named']:.1f} % | {one['cleanBlamed']:.1f} % |" for way, one in seeing.items()
    )  # fmt: skip
    own = seeing["own"]
    kinds = ", ".join(f"{name} {share:.0f} %" for name, share in sorted(own["by"].items(), key=lambda pair: -pair[1]) if name not in ("own", "second"))
    weak = ", ".join(name.replace("-", " ") for name, share in own["by"].items() if share < 20)
    weak = weak[:1].upper() + weak[1:]
    text = f"""# calm-words

A research decoder: SmolLM2-135M-Instruct with adapters of rank 8 on q and v, which reads a picture's aligned tokens as vectors in front of
words, `<low><middle><high><thematic><instruction>`, as the paper's decoder does. It tells what the engine measured: it chooses, word by word, between
true ways to tell it, and every sentence is read and held against the readings before anybody sees it.

It is not the default: it costs 107 MB and half a second a comment. Between the grounded writer's sentences it chooses well: read blind, its comments were
ranked above that writer's in {100 * (1 - blind["against"]["lm"]["share"]):.0f} of 100 comparisons, by {blind["reader"]} ([results](../../benchmarks/results/blind.md)). **Left to itself it writes mostly what no reading
backs** (below), and is ranked last. What it has learned of the tokens and what a larger one would learn by the same recipe is for research.

## What it sees

Asked "Name the main fault." with no reading in the prompt, on photographs of the change benchmark changed once at medium strength by two
implementations ({own["pictures"]} pictures; {own["clean"]} clean ones):

| reads | names the change | blames a clean one |
|---|---|---|
{rows}

By kind, its own tokens: {kinds}. By the attributes' own code {own["by"]["own"]:.1f} %, by the second implementation {own["by"]["second"]:.1f} %.
"""
    if writing:
        text += f"""
## How it writes

`node benchmarks/language-model.mjs --data FOLDER` on {writing["photographs"]} photographs; {writing["machine"]}:

| | |
|---|---|
| sentences that the engine had to replace: those that no reading backs or that were not understood | {writing["dropped"]:.1f} % |
| the same of what it writes unchecked, left to itself | {writing["alone"]["dropped"]:.1f} % |
| sentences without a claim that the assessment backs, that reached the user | {writing["unbacked"]} |
| words a comment, middle | {writing["variety"]["words"]["middle"]} |
| first whole sentence; left to itself, first word | {writing["firstSentence"]:.0f} ms; {writing["alone"]["firstWord"]:.0f} ms |
| whole comment | {writing["comment"]:.0f} ms |
| tokens a second, left to itself | {writing["tokensPerSecond"]:.0f} ({writing["alone"]["tokensPerSecond"]:.0f}) |
| distinct-2, beside the grounded writer's | {100 * writing["variety"]["distinct2"]:.1f} %, {100 * writing["groundedVariety"]["distinct2"]:.1f} % |

Where only one word may follow it is not asked, which is why it is faster than left to itself.
"""
    return text + f"""
## How it was taught

**P** Two stages, as in the paper: questions on changes, answered from the tokens alone; then critiques. **C** The critiques are the grounded
writer's sentences in all their variety, with facts in the prompt and slots in place of figures; a fifth of the second stage repeats the first,
and since that lets the model forget, a short third stage goes on with more of the first. What all tokens together say is a regression of the changes (`look`),
fitted before, so that the language model only has to learn to read it.

{training["changes"]["lessons"]} lessons in the first stage, {training["critique"]["lessons"]} in the second, {training["together"]["lessons"]} in the third. The first are of {training["changes"]["pictures"]} unlabelled photographs (BSDS500, a
sample of ImageNet), the critiques of {training["critique"]["pictures"]} of these. {f'Then `look` was fitted anew and the third stage went on, {again["lessons"]} lessons. ' if again else ""}That is little: a language model of
this size would gain from ten times as many.

## What goes wrong

{weak} are hardly named from the tokens. Left to itself it mixes up words, says things twice, and speaks of what nobody measured. English alone.

## Terms

`layers.bin`, `head.bin` and `tokenizer.json` are those of SmolLM2-135M-Instruct by Hugging Face, Apache-2.0, with every 4-bit value as published;
adapters and `soft-tokens.onnx` are this project's, MIT. The pictures that it was taught from are not part of this package.
"""
