"""Fits the filters by which `packages/core/src/measurement/colour-of-light.ts` reads the colour of the light from a picture.

Convolutional colour constancy (Barron, ICCV 2015): in a histogram of log channel ratios, another light is a shift. Photographs
taken as they are stand for neutral light; filters are learned that find by how much a shifted histogram was shifted.
Histograms are made exactly as the TypeScript makes them (see there for what the four of them count).

    python3 training/light/fit_colour_of_light.py FOLDER... [--without benchmarks/changes/bases.json] [--check]

Folders are walked for photographs; test bases of the change benchmark are left out by hash. `--check` fits on one half and
reports on the other. Needs numpy, Pillow and PyTorch; about five minutes on one core for 2,000 photographs.
"""

import argparse
import base64
import hashlib
import json
import pathlib

import numpy as np
import torch
from PIL import Image

FINE, COARSE = 41, 21  # bins of 1/8 and 1/4 stop, 2.5 stops either way
CHANNELS, SIDE, REACH = 4, 64, 10
OUT = pathlib.Path(__file__).parents[2] / "packages/core/src/measurement/colour-of-light-filters.ts"


def histograms(path):
    """[4, 21, 21]: pixels by brightness (dark, middle, bright) and edges, over red/blue and green/both."""
    image = Image.open(path).convert("RGB")
    image.thumbnail((384, 384), Image.Resampling.BOX)
    a = np.asarray(image, np.uint8)
    v = np.arange(256) / 255
    linear = np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)
    log = np.log2(linear + 0.0005)
    light, logs = linear[a], log[a]
    stride = max(1, int(np.sqrt(a.shape[0] * a.shape[1] / 16000)))
    at = (slice(stride, None, stride), slice(stride, None, stride))
    left = np.abs(light[:, 1:] - light[:, :-1])[at[0], stride - 1 :: stride]
    up = np.abs(light[1:] - light[:-1])[stride - 1 :: stride, at[1]]
    edge = left + up
    pixel, logs = a[at], logs[at]
    brightest = pixel.max(2)
    useful = (brightest >= 25) & (brightest < 252)

    def count(ratios, mask, weight):
        warm = np.rint((ratios[..., 0] - ratios[..., 2]) * 8 + 20).astype(int)
        green = np.rint((ratios[..., 1] - (ratios[..., 0] + ratios[..., 2]) / 2) * 8 + 20).astype(int)
        inside = mask & (warm >= 0) & (green >= 0) & (warm < FINE) & (green < FINE)
        h = np.zeros((FINE, FINE))
        np.add.at(h, (warm[inside], green[inside]), weight[inside])
        return h

    one = np.ones(pixel.shape[:2])
    strongest = edge.max(2)
    parts = [
        count(logs, useful & (brightest < 80), one),
        count(logs, useful & (brightest >= 80) & (brightest < 150), one),
        count(logs, useful & (brightest >= 150), one),
        count(np.log2(edge + 0.002), useful & (strongest >= 0.02), strongest),
    ]
    result = np.stack([coarse(coarse(h, 0), 1) for h in parts])
    sums = result.sum((1, 2))
    return result / np.maximum(sums, [0.02 * one.size] * 3 + [1e-6])[:, None, None], sums[:3].sum() / one.size


def coarse(h, axis):
    """Bins of 1/4 stop: the even ones, and half of each odd one on either side."""
    even, odd = np.take(h, range(0, FINE, 2), axis), np.take(h, range(1, FINE, 2), axis)
    zero = np.zeros_like(np.take(even, [0], axis))
    return even + 0.5 * (np.concatenate([odd, zero], axis) + np.concatenate([zero, odd], axis))


class Estimator:
    def __init__(self, data):
        padded = np.zeros((len(data), CHANNELS, SIDE, SIDE), np.float32)
        padded[..., :COARSE, :COARSE] = data
        self.spectra = torch.fft.rfft2(torch.tensor(padded))
        self.shifts = torch.arange(-REACH, REACH + 1)
        self.mask = torch.zeros(SIDE, SIDE)
        for i in range(COARSE):
            for j in range(COARSE):
                self.mask[i, j] = 1

    def posterior(self, filters, index, shift):
        """Log probabilities of shifts [n, 21, 21], each histogram shifted by its row of `shift`."""
        p = torch.arange(SIDE)
        phase = torch.exp(
            -2j * np.pi * (shift[:, 0, None, None] * p[None, :, None] + shift[:, 1, None, None] * p[None, None, : SIDE // 2 + 1]) / SIDE
        )
        spectrum = self.spectra[index] * phase[:, None] * torch.conj(torch.fft.rfft2(filters))
        o = torch.fft.irfft2(spectrum.sum(1), s=(SIDE, SIDE))
        o = torch.roll(o, (REACH, REACH), (1, 2))[:, : 2 * REACH + 1, : 2 * REACH + 1]
        return torch.log_softmax(o.flatten(1), 1).view_as(o)

    def estimate(self, filters, index, shift=(0, 0)):
        """Mean and deviation of the posterior, in stops: [n, 2] each."""
        with torch.no_grad():
            p = self.posterior(filters, index, torch.tensor([shift] * len(index))).exp()
        s = self.shifts / 4
        warm, green = p.sum(2), p.sum(1)
        mean = torch.stack([warm @ s, green @ s], 1)
        square = torch.stack([warm @ s**2, green @ s**2], 1)
        return mean.numpy(), (square - mean**2).clamp(min=0).sqrt().numpy()

    def fit(self, index, smoothness=1e-4, rounds=800):
        torch.manual_seed(0)
        rng = np.random.default_rng(0)
        free = torch.zeros(CHANNELS, SIDE, SIDE, requires_grad=True)
        optimiser = torch.optim.Adam([free], lr=0.05)
        schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, rounds)
        s = self.shifts
        for _ in range(rounds):
            batch = rng.choice(index, 64)
            shift = torch.tensor(rng.integers(-3, 4, (64, 2)))
            filters = free * self.mask
            target = torch.exp(
                -((s[None, :, None] - shift[:, 0, None, None]) ** 2 + (s[None, None, :] - shift[:, 1, None, None]) ** 2) / (2 * 0.8**2)
            )
            target /= target.sum((1, 2), keepdim=True)
            rough = ((filters[:, 1:COARSE, :COARSE] - filters[:, : COARSE - 1, :COARSE]) ** 2).sum()
            rough += ((filters[:, :COARSE, 1:COARSE] - filters[:, :COARSE, : COARSE - 1]) ** 2).sum()
            loss = -(target * self.posterior(filters, batch, shift)).sum((1, 2)).mean()
            loss += smoothness * (rough + 0.1 * (filters**2).sum())
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
        return (free * self.mask).detach()


def report(estimator, filters, index):
    base, deviation = estimator.estimate(filters, index)
    for axis, name in enumerate(("warmth", "greenness")):
        for sign in (1, -1):
            x = sign * base[:, axis]
            line = f"{name} {sign:+d} sd {x.std():.3f} q99 {np.quantile(x, 0.99):.2f}"
            for k in (1, 2, 4):
                shift = (sign * k, 0) if axis == 0 else (0, sign * k)
                y = sign * estimator.estimate(filters, index, shift)[0][:, axis]
                line += f" | {k / 4:.2f} stops: moves {(y > x).mean():.3f} AUC {(np.searchsorted(np.sort(x), y) / len(x)).mean():.3f}"
            print(line)
        print(f"  |error| against posterior deviation: rank correlation {np.corrcoef(np.argsort(np.argsort(abs(base[:, axis]))), np.argsort(np.argsort(deviation[:, axis])))[0, 1]:.2f}, median deviation {np.median(deviation[:, axis]):.2f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folders", nargs="+", type=pathlib.Path)
    parser.add_argument("--without", type=pathlib.Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(1)
    held_out = {b["sha256"] for b in json.loads(options.without.read_text())["test"]} if options.without else set()
    data, names = [], []
    for folder in options.folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() not in (".jpg", ".jpeg", ".png"):
                continue
            if hashlib.sha256(path.read_bytes()).hexdigest() in held_out:
                continue
            h, share = histograms(path)
            if share > 0.15 and h[:3].max((1, 2)).max() < 0.97:  # enough to see, and not black-and-white
                data.append(h)
                names.append(path)
    print(f"{len(data)} photographs")
    estimator = Estimator(np.stack(data))
    index = np.arange(len(data))
    if options.check:
        for smoothness in (1e-4, 3e-5):
            print("smoothness", smoothness)
            report(estimator, estimator.fit(index[::2], smoothness), index[1::2])
        return
    filters = estimator.fit(index, 3e-5)[:, :COARSE, :COARSE].numpy()
    scale = np.abs(filters).max() / 127
    packed = base64.b64encode(np.rint(filters / scale).astype(np.int8).tobytes()).decode()
    offset = estimator.estimate(torch.nn.functional.pad(torch.tensor(filters), (0, SIDE - COARSE, 0, SIDE - COARSE)), index)[0]
    print("median of the estimates", np.median(offset, 0))
    OUT.write_text(
        "/** Made by training/light/fit_colour_of_light.py: change it there. */\n\n"
        "/** Four filters of 21 × 21 signed bytes, row by row, base64. */\n"
        f"export const FILTERS =\n  '{packed}';\n\n"
        "/** What one step of a byte stands for. */\n"
        f"export const FILTER_STEP = {scale:.6g};\n"
    )


if __name__ == "__main__":
    main()
