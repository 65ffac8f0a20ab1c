"""Writes the language model's tokenizer from the GGUF: `tokenizer.json` and, beside it, `tokenizer_config.json` with the chat template.

The GGUF keeps vocabulary and merges but not that every digit stands alone: `Split \\p{N}` before the byte level brings that back. Bytes
that were never seen (six control characters, and two that begin code points of planes 4 to 11) have no token and are dropped.
"""

from __future__ import annotations

import json
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers

from .weights import Weights

# GGUF's mark of tokens that no text makes.
CONTROL = 3
# Texts of a chat; the template of the checkpoint writes `{START}{role}\n{content}{END}\n`.
START, END = "<|im_start|>", "<|im_end|>"


def build(weights: Weights) -> Tokenizer:
    tokens: list[str] = weights.field("tokenizer.ggml.tokens")
    kinds: list[int] = weights.field("tokenizer.ggml.token_type")
    merges = [tuple(merge.split(" ")) for merge in weights.field("tokenizer.ggml.merges")]
    tokenizer = Tokenizer(models.BPE({token: index for index, token in enumerate(tokens)}, merges))
    digits = pre_tokenizers.Split(Regex(r"\p{N}"), "isolated")
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence([digits, pre_tokenizers.ByteLevel(add_prefix_space=False)])
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(token, special=True) for token, kind in zip(tokens, kinds) if kind == CONTROL])
    return tokenizer


def settings(weights: Weights) -> dict[str, object]:
    """What `tokenizer_config.json` says: how a chat is written, and which token ends an answer."""
    tokens: list[str] = weights.field("tokenizer.ggml.tokens")
    return {
        "tokenizer_class": "GPT2Tokenizer",
        "model_max_length": weights.config.positions,
        "bos_token": tokens[weights.field("tokenizer.ggml.bos_token_id")],
        "eos_token": tokens[weights.field("tokenizer.ggml.eos_token_id")],
        "pad_token": tokens[weights.field("tokenizer.ggml.padding_token_id")],
        "clean_up_tokenization_spaces": False,
        "chat_template": weights.field("tokenizer.chat_template"),
    }


def save(weights: Weights, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "tokenizer.json").write_text(build(weights).to_str() + "\n", encoding="utf-8")
    (folder / "tokenizer_config.json").write_text(json.dumps(settings(weights), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
