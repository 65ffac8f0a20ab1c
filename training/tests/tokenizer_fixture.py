"""Makes the strings on which the engine's tokenizer is held against the reference, `tokenizers` of Hugging Face.

    python3.11 training/tests/tokenizer_fixture.py

writes `packages/core/test/fixtures/tokenizer.jsonl`: first where it comes from, then 1,000 lines `[text, ids]`. The texts are made
here, from the vocabulary and from ranges of Unicode, by a seeded generator; none is anybody's.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path

import tokenizers

ROOT = Path(__file__).resolve().parents[2]
VOCABULARY = ROOT / "packages/model-nano/tokenizer.json"
FIXTURE = ROOT / "packages/core/test/fixtures/tokenizer.jsonl"
COUNT = 1000
MOST_TOKENS = 128

# First and last code point of what each sort of text is made from.
RANGES = {
    "latin with accents": [(0x00C0, 0x024F), (0x1E00, 0x1EFF)],
    "greek and cyrillic": [(0x0370, 0x03FF), (0x0400, 0x04FF)],
    "chinese, japanese, korean": [(0x4E00, 0x9FFF), (0x3040, 0x30FF), (0xAC00, 0xD7A3), (0x3000, 0x303F), (0xFF00, 0xFFEF)],
    "rare ideographs": [(0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)],
    "right to left": [(0x0590, 0x05FF), (0x0600, 0x06FF)],
    "south asian": [(0x0900, 0x097F), (0x0E00, 0x0E7F), (0x0B80, 0x0BFF)],
    "emoji": [(0x1F300, 0x1F64F), (0x1F900, 0x1F9FF), (0x2600, 0x27BF), (0x1F1E6, 0x1F1FF), (0x1F3FB, 0x1F3FF), (0xFE0F, 0xFE0F), (0x200D, 0x200D)],
    "control characters": [(0x0000, 0x001F), (0x007F, 0x00A0), (0x2000, 0x200F), (0x2028, 0x202F), (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFD)],
    "punctuation": [(0x0021, 0x002F), (0x003A, 0x0040), (0x005B, 0x0060), (0x007B, 0x007E), (0x00A1, 0x00BF), (0x2010, 0x205E), (0x3001, 0x3020)],
    "combining marks": [(0x0300, 0x036F), (0x0061, 0x007A), (0x1AB0, 0x1ABE), (0x20D0, 0x20F0)],
    "mathematics": [(0x2070, 0x209C), (0x2100, 0x214F), (0x1D400, 0x1D7FF), (0x2190, 0x22FF), (0x2460, 0x24FF)],
    "letters and figures": [(0x0020, 0x007E)],
    "any": [(0x0000, 0xD7FF), (0xE000, 0xFFFF), (0x10000, 0x1FFFF)],
}  # fmt: skip
# What normalisation treats as a case of its own.
ODD = [
    "", " ", "\t\n\r", "\u00a0\u3000", "ΌΔΟΣ ΟΔΟΣ", "İstanbul IĞDIR ı", "Straße ẞ", "ﬁne ﬂow ﬃ", "ǅ ǈ", "e\u0301 é E\u0301", "Å Å Å",
    "\u1100\u1161\u11a8 각", "a\u0000b", "a\ufffdb", "a\u00adb", "a\u200bb c\u200dd", "[SEP]", "is it [MASK]?", "[CLS] [PAD][UNK]", "[sep]",
    "x" * 100, "x" * 101, "é" * 100, "é" * 101, "is it sharp? " * 60, "。、！？", "👩‍👩‍👧‍👦", "🇩🇪🇫🇷", "don't I'm it's", "f/2.8 1/250 s ISO 6400",
    "\U00020000\U0002f800", "ͅ ΄ ΅", "ᾳ ᾼ ῼ", "ŉ ǰ ΐ", "\u0345a", "\ue000 \uf8ff", "a\u2028b\u2029c", "\u180e \u2800", "¿Está nítido?",
    "ﷺ", "№ ™ ℃", "½ ² ³", "а́ й ё", "\u0f71\u0f72", "\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd",
    # Characters that Unicode has or classes otherwise since the reference's tables were made.
    "a\u061db", "a\u2e52b \u2e5d", "a\u1ac0b", "\u0890b", "a\u166db", "a\u1734b", "a\U000111c9b", "\u0c3c\u0c04", "\U00010d6e \U0001e5ff",
]  # fmt: skip


def main() -> None:
    reference = tokenizers.Tokenizer.from_file(str(VOCABULARY))
    reference.enable_truncation(MOST_TOKENS)
    reference.no_padding()
    texts = list(ODD)
    makers = [lambda dice, each=each: characters(each, dice) for each in RANGES.values()] + [words_of(reference)] * 6
    dice = random.Random(1)
    while len(texts) < COUNT:
        texts.append(makers[len(texts) % len(makers)](dice))
    lines = [{"origin": f"training/tests/tokenizer_fixture.py, tokenizers {tokenizers.__version__}", "tokens": MOST_TOKENS}]
    lines += [[text, reference.encode(text).ids] for text in texts]
    FIXTURE.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines), "utf-8")


def characters(ranges: list[tuple[int, int]], dice: random.Random) -> str:
    """Some words of the ranges' characters, now and then with plain ones between."""
    return " ".join(
        "".join(chr(dice.randint(*dice.choice(ranges))) if dice.random() < 0.9 else chr(dice.randint(0x20, 0x7E)) for _ in range(dice.randint(1, 8)))
        for _ in range(dice.randint(1, 4))
    )


def words_of(reference: tokenizers.Tokenizer) -> Callable[[random.Random], str]:
    vocabulary = sorted(reference.get_vocab())
    whole = [word for word in vocabulary if word.isalpha() and word.isascii()]

    def sentence(dice: random.Random) -> str:
        words = []
        for _ in range(min(240, int(dice.expovariate(1 / 9)) + 1)):
            word = dice.choice(whole)
            if dice.random() < 0.2:
                word += dice.choice(vocabulary).removeprefix("##")
            if dice.random() < 0.3:
                word = dice.choice([word.upper(), word.title(), word.swapcase()])
            words.append(word + dice.choice(["", "", "", ",", ".", "?", "!", ";", "'s", "-", "…", "”"]))
        return " ".join(words)

    return sentence


if __name__ == "__main__":
    main()
