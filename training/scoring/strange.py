"""Images that are no picture of any kind we know: made, not collected, so that the recipe needs no more data. They teach the head
where it must not judge: noise, blank frames, gradients, test patterns, scanned text."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

FAMILIES = ("noise", "blank", "gradient", "pattern", "text")
_LETTERS = list("etaoinshrdlcumwfgypbvk")


def _noise(random: np.random.Generator, h: int, w: int) -> np.ndarray:
    channels = int(random.choice([1, 3]))
    grain = float(np.exp(random.uniform(0, np.log(12))))
    small = (max(2, int(h / grain)), max(2, int(w / grain)))
    if random.random() < 0.5:
        field = random.uniform(0, 255, (*small, channels))
    else:
        field = random.uniform(0, 255) + random.normal(0, np.exp(random.uniform(np.log(4), np.log(90))), (*small, channels))
    field = np.clip(field, 0, 255).astype(np.uint8).repeat(3 // channels, 2)
    kernel = random.choice([Image.Resampling.NEAREST, Image.Resampling.BICUBIC])
    return np.asarray(Image.fromarray(field).resize((w, h), kernel))


def _blank(random: np.random.Generator, h: int, w: int) -> np.ndarray:
    colour = random.uniform(0, 255, 3) if random.random() < 0.5 else np.full(3, random.choice([0, 255, random.uniform(0, 255)]))
    noise = random.normal(0, random.choice([0, 0, 1, 3]), (h, w, 3))
    return np.clip(colour + noise, 0, 255).astype(np.uint8)


def _gradient(random: np.random.Generator, h: int, w: int) -> np.ndarray:
    y, x = np.mgrid[:h, :w]
    angle = random.uniform(0, 2 * np.pi)
    t = np.cos(angle) * x / w + np.sin(angle) * y / h
    if random.random() < 0.3:
        t = np.hypot(x / w - random.random(), y / h - random.random())
    t = (t - t.min()) / np.ptp(t)
    a, b = random.uniform(0, 255, (2, 3))
    return (a + (b - a) * t[..., None]).astype(np.uint8)


def _pattern(random: np.random.Generator, h: int, w: int) -> np.ndarray:
    y, x = np.mgrid[:h, :w]
    angle, period = random.uniform(0, np.pi), float(np.exp(random.uniform(np.log(4), np.log(80))))
    u, v = np.cos(angle) * x + np.sin(angle) * y, np.cos(angle) * y - np.sin(angle) * x
    shape = random.integers(4)
    if shape == 0:
        on = (u // period).astype(int) % 2
    elif shape == 1:
        on = ((u // period).astype(int) + (v // period).astype(int)) % 2
    elif shape == 2:
        on = ((u % (2 * period) - period) ** 2 + (v % (2 * period) - period) ** 2 < (0.6 * period) ** 2).astype(int)
    else:
        on = 0.5 + 0.5 * np.sin(u / period * np.pi)
    a, b = random.uniform(0, 255, (2, 3))
    if random.random() < 0.5:
        a, b = np.zeros(3), np.full(3, 255.0)
    return (a + (b - a) * np.asarray(on, float)[..., None]).astype(np.uint8)


def _text(random: np.random.Generator, h: int, w: int) -> np.ndarray:
    paper, ink = int(random.uniform(215, 256)), int(random.uniform(0, 90))
    page = Image.new("L", (w, h), paper)
    draw = ImageDraw.Draw(page)
    size = int(random.uniform(9, 26))
    left, top, columns = int(w * random.uniform(0.03, 0.15)), int(h * random.uniform(0.02, 0.2)), int(random.integers(1, 3))
    room = (w - left * (columns + 1)) // columns
    for column in range(columns):
        y = top
        while y < h - top:
            words, width = [], 0
            while width < room * 0.97:
                word = "".join(random.choice(_LETTERS, random.integers(1, 11)))
                words.append(word)
                width = draw.textlength(" ".join(words), font_size=size)
            line = " ".join(words[:-1])
            if random.random() < 0.1:
                line = line[: len(line) // 2]
            draw.text((left + column * (room + left), y), line, fill=ink, font_size=size)
            y += size * (2.4 if random.random() < 0.08 else 1.3)
    if random.random() < 0.5:
        page = page.rotate(random.uniform(-4, 4), fillcolor=paper, resample=Image.Resampling.BILINEAR)
    if random.random() < 0.5:
        page = page.filter(ImageFilter.GaussianBlur(random.uniform(0.3, 1.5)))
    grey = np.asarray(page, float)[..., None] * random.uniform(0.85, 1, 3)
    return np.clip(grey + random.normal(0, random.uniform(0, 6), (h, w, 1)), 0, 255).astype(np.uint8)


_MAKERS = {"noise": _noise, "blank": _blank, "gradient": _gradient, "pattern": _pattern, "text": _text}


def make(family: str, seed: int) -> np.ndarray:
    """One image uint8 [height, width, 3] at the encoder's size."""
    random = np.random.default_rng([FAMILIES.index(family), seed])
    ratio = float(random.choice([2 / 3, 3 / 4, 1, 4 / 3, 3 / 2]))
    h, w = (320, round(320 * ratio)) if ratio >= 1 else (round(320 / ratio), 320)
    return _MAKERS[family](random, h, w)
