"""Writes the language model's card from what was measured."""

from __future__ import annotations

NAMES = {"own": "its own tokens", "shuffled": "those of another picture", "zero": "none (zeros)"}


def card(figures: dict) -> str:
    """`figures`: `seeing` from evaluate.py, `writing` from benchmarks/language-model.mjs, `training` from train.py."""
    seeing, writing, training = figures["seeing"], figures.get("writing"), figures["training"]
    rows = "\n".join(
        f"| {NAMES[way]} | {one['named']:.1f} % | {one['cleanBlamed']:.1f} % |" for way, one in seeing.items()
    )  # fmt: skip
    own = seeing["own"]
    kinds = ", ".join(f"{name} {share:.0f} %" for name, share in sorted(own["by"].items(), key=lambda pair: -pair[1]) if name not in ("own", "second"))
    text = f"""# calm-words

A research decoder: SmolLM2-135M-Instruct with adapters of rank 8 on q and v, which reads a picture's aligned tokens as vectors in front of
words, `<low><middle><high><thematic><instruction>`, as the paper's decoder does. It words what the engine measured; every sentence of it is read and held
against the readings before anybody sees it, and what it left out or got wrong is told by the grounded writer.

**It is not the default, and it does not write better than the grounded writer** (below). It is for research on what the tokens carry, and
for whoever wants to train a larger one by the same recipe.

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
| sentences that no reading backs, or that were not understood: replaced by the grounded writer's | {writing["dropped"]:.1f} % |
| sentences without a claim that the assessment backs, that reached the user | {writing["unbacked"]} |
| words a comment, middle | {writing["variety"]["words"]["middle"]} |
| first whole sentence after | {writing["firstSentence"]:.0f} ms |
| tokens a second | {writing["tokensPerSecond"]:.0f} |
| distinct-2, beside the grounded writer's | {100 * writing["variety"]["distinct2"]:.1f} %, {100 * writing["groundedVariety"]["distinct2"]:.1f} % |
"""
    return text + f"""
## How it was taught

**P** Two stages, as in the paper: questions on changes, answered from the tokens alone; then critiques. **C** The critiques are the grounded
writer's sentences in all their variety, with facts in the prompt and slots in place of figures; a fifth of the second stage repeats the first,
and since that lets the model forget, a short third stage goes on with as many of both. What all tokens together say begins as a regression of the changes (`look`), so that the language model only has to learn to read it.

{training["changes"]["lessons"]} lessons in the first stage, {training["critique"]["lessons"]} in the second, {training["together"]["lessons"]} in the third. The first are of {training["changes"]["pictures"]} unlabelled photographs (BSDS500, a
sample of ImageNet), the critiques of {training["critique"]["pictures"]} of these. That is little: a language model of this size would gain from ten times as many.

## What goes wrong

Tilt, placement, cut-off subjects and dull colour are hardly named from the tokens, clean pictures are blamed far too often, and now and then it
names a fault that there is not ("Lawn shading."). Its comments follow the facts in the prompt, so that they are true where they are understood, but mix up words now and then:
these sentences are dropped. English alone.

## Terms

`layers.bin`, `head.bin` and `tokenizer.json` are those of SmolLM2-135M-Instruct by Hugging Face, Apache-2.0, with every 4-bit value as published;
adapters and `soft-tokens.onnx` are this project's, MIT. The pictures that it was taught from are not part of this package.
"""
