"""Features of pictures by the bundle's own encoder and alignment, cached on disk."""

from __future__ import annotations

import hashlib
import io
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
from PIL import Image, ImageFilter

from pictures import Pictures

Image.MAX_IMAGE_PIXELS = None
WORKING_SIDE = 1024
STRIDES = (8, 16, 32)
TOKENS = ("middle", "high")
# Maps whose means are also taken of each part of a picture, of so many parts down and across: where on a page what lies.
PLACES = {"places16": 16, "places32": 32}
PARTS = 3


class Layout(dict[str, int]):
    """Names and widths of the blocks of a row of features, in order: means and deviations of the encoder's maps and head, its classes,
    the tokens of the alignment, and the means of parts, which only rows of `placed` hold."""

    def columns(self, block: str) -> slice:
        names = list(self)
        start = sum(self[name] for name in names[: names.index(block)])
        return slice(start, start + self[block])


def encoder_size(width: int, height: int, short: int = 320) -> tuple[int, int]:
    """The engine's `encoderSize`: aspect kept, short side 320, at most 320 x 480 pixels, at most doubled, no side under 32."""
    scale = min(short / min(width, height), (short * short * 1.5 / (width * height)) ** 0.5, 2)
    # JavaScript rounds halves up, Python to even.
    return max(32, int(width * scale + 0.5)), max(32, int(height * scale + 0.5))


def small(picture: Image.Image, short: int = 320) -> np.ndarray:
    """What enters the encoder, scaled as the engine does: to 1024 at most, then to the encoder's size, Lanczos both times."""
    size = encoder_size(*picture.size, short)
    share = WORKING_SIDE / max(picture.size)
    if share < 1:
        width, height = picture.size
        working = (max(1, int(width * share + 0.5)), max(1, int(height * share + 0.5)))
        picture = picture.resize(working, Image.Resampling.LANCZOS)
    return np.asarray(picture.resize(size, Image.Resampling.LANCZOS))


def opened(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        if picture.mode in ("RGBA", "LA", "P"):
            flat = picture.convert("RGBA")
            white = Image.new("RGBA", flat.size, "white")
            return Image.alpha_composite(white, flat).convert("RGB")
        return picture.convert("RGB")


def _jittered(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    """Another size and another compression, so that nothing can be learned from how a set's files were saved."""
    long_side = int(np.exp(random.uniform(np.log(240), np.log(1400))))
    share = min(1.0, long_side / max(picture.size))
    size = (max(16, round(picture.width * share)), max(16, round(picture.height * share)))
    kernels = (Image.Resampling.LANCZOS, Image.Resampling.BICUBIC, Image.Resampling.BOX, Image.Resampling.BILINEAR)
    picture = picture.resize(size, kernels[random.integers(len(kernels))])
    buffer = io.BytesIO()
    if random.random() < 0.75:
        picture.save(buffer, "JPEG", quality=int(random.integers(40, 97)), subsampling=int(random.integers(0, 3)))
    else:
        picture.save(buffer, "WEBP", quality=int(random.integers(50, 97)))
    return Image.open(buffer).convert("RGB")


def _blurred(picture: Image.Image, random: np.random.Generator) -> Image.Image:
    """Out of focus or moved, from hardly to plainly."""
    long_side = max(picture.size)
    extent = float(np.exp(random.uniform(np.log(0.003), np.log(0.015))))
    if random.random() < 0.5:
        return picture.filter(ImageFilter.GaussianBlur(extent * long_side))
    steps = max(2, round(3 * extent * long_side))
    angle = random.uniform(0, np.pi)
    raster = np.asarray(picture, np.float32)
    shifts = [(round(at * np.sin(angle)), round(at * np.cos(angle))) for at in np.arange(steps) - steps // 2]
    return Image.fromarray(np.mean([np.roll(raster, shift, (0, 1)) for shift in shifts], 0).astype(np.uint8))


def version(picture: Image.Image, name: str, seed: int) -> np.ndarray:
    """`plain`; `flip`: mirrored; `small`: short side 256; `blur`: blurred at random; `jitter0`, `jitter1`…: resaved at random."""
    if name == "blur":
        share = min(1.0, WORKING_SIDE / max(picture.size))
        working = (max(1, round(picture.width * share)), max(1, round(picture.height * share)))
        return small(_blurred(picture.resize(working, Image.Resampling.LANCZOS), np.random.default_rng([7, seed])))
    if name == "plain":
        return small(picture)
    if name == "flip":
        return small(picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    if name == "small":
        return small(picture, 256)
    return small(_jittered(picture, np.random.default_rng([int(name.removeprefix("jitter")), seed])))


class Eyes:
    """The encoder of a bundle, and its alignment where it is given: pictures to rows of features. Tokens of the middle and the high
    level see no full-size detail, so none is cut out here."""

    def __init__(self, encoder: Path, alignment: Path | None = None, threads: int = 1) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        paths = [encoder] if alignment is None else [encoder, alignment]
        self.graphs = [onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"]) for path in paths]
        self.sha256 = hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
        widths = {output.name: int(output.shape[1]) for output in self.graphs[0].get_outputs()}
        self.layout = Layout(
            {f"{what}{stride}": widths[f"stride{stride}"] for stride in STRIDES for what in ("mean", "deviation")}
            | {name: widths[name] for name in ("head", "headDeviation", "classes")}
        )
        if alignment is not None:
            outputs, inputs = ({value.name: value.shape for value in values} for values in (self.graphs[1].get_outputs(), self.graphs[1].get_inputs()))
            self.layout |= {name: int(np.prod(outputs[name][1:])) for name in TOKENS}
            self.no_detail = {name: np.zeros((0, inputs[name][1]), np.float32) for name in ("detail", "places")}
        self.layout |= {name: PARTS**2 * self.layout[f"mean{stride}"] for name, stride in PLACES.items()}

    def outputs(self, raster: np.ndarray) -> dict[str, np.ndarray]:
        encoder, *alignment = self.graphs
        seen = dict(zip((output.name for output in encoder.get_outputs()), encoder.run(None, {"pixels": raster[None]})))
        for graph in alignment:
            known = seen | self.no_detail
            names = [name for token in TOKENS for name in (token, f"{token}Attention")]
            seen |= dict(zip(names, graph.run(names, {value.name: known[value.name] for value in graph.get_inputs()})))
        return seen

    def row(self, raster: np.ndarray) -> np.ndarray:
        outputs = self.outputs(raster)
        parts = []
        for stride in STRIDES:
            cells = outputs[f"stride{stride}"][0].reshape(self.layout[f"mean{stride}"], -1)
            parts += [cells.mean(1), cells.std(1)]
        parts += [outputs[name].ravel() for name in list(self.layout)[2 * len(STRIDES) :] if name not in PLACES]
        return np.concatenate(parts).astype(np.float32)

    def places(self, raster: np.ndarray) -> np.ndarray:
        outputs = self.outputs(raster)
        maps = [outputs[f"stride{stride}"][0] for stride in PLACES.values()]
        parts = [in_parts(cells.shape[1]) @ cells @ in_parts(cells.shape[2]).T for cells in maps]
        return np.concatenate([part.ravel() for part in parts]).astype(np.float32)


def in_parts(cells: int) -> np.ndarray:
    """What each cell along a side counts for in the mean of each part of it: [PARTS, cells]."""
    edges, parts = np.arange(cells + 1) / cells, np.arange(PARTS + 1) / PARTS
    covered = np.minimum(edges[1:], parts[1:, None]) - np.maximum(edges[:-1], parts[:-1, None])
    return np.maximum(covered, 0) * PARTS


def features(eyes: Eyes, pictures: Pictures, name: str, cache: Path) -> np.ndarray:
    """Rows of features of one version of a set: float32 [pictures, columns of the layout but for means of parts]."""
    return _cached(eyes, pictures, name, cache, lambda seed, file: eyes.row(version(opened(file), name, seed)))


def placed(eyes: Eyes, pictures: Pictures, cache: Path) -> np.ndarray:
    """Rows of features of a set as it is, with the means of parts behind them: all columns of the layout."""
    places = _cached(eyes, pictures, "places", cache, lambda _, file: eyes.places(small(opened(file))))
    return np.concatenate([features(eyes, pictures, "plain", cache), places], 1)


def _cached(eyes: Eyes, pictures: Pictures, name: str, cache: Path, row: Callable[[int, Path], np.ndarray]) -> np.ndarray:
    key = hashlib.sha256("\n".join([eyes.sha256, name, *(path.name for path in pictures.paths)]).encode()).hexdigest()
    path = cache / f"{pictures.name}-{name}-{key[:12]}.npy"
    if path.exists():
        return np.load(path)
    cache.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    rows = np.stack([row(seed, file) for seed, file in enumerate(pictures.paths)])
    np.save(path, rows)
    print(f"features of {pictures.name}, {name}: {len(rows)} in {time.monotonic() - started:.0f} s", flush=True)
    return rows
