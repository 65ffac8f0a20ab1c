"""Which precision to ship: file size, time, error of the outputs, and what a plain read-out loses, for float32, float16 weights
and 8-bit integers (static quantisation, weights per channel and of 7 bits, so that processors without VNNI give the same sums)."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime
from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static
from onnxruntime.quantization.shape_inference import quant_pre_process

from features import Eyes, features, opened, small
from pictures import Pictures
from scoring.folds import out_of_fold, srcc

from .export import save

CALIBRATION_PICTURES = 96
TIMED = (320, 427)


class _Pictures(CalibrationDataReader):
    def __init__(self, pictures: Pictures) -> None:
        chosen = np.random.default_rng(0).choice(len(pictures), CALIBRATION_PICTURES, replace=False)
        self.rasters: Iterator[np.ndarray] = (small(opened(pictures.paths[row])) for row in chosen)

    def get_next(self) -> dict[str, np.ndarray] | None:
        raster = next(self.rasters, None)
        return None if raster is None else {"pixels": raster[None]}


def quantise(source: Path, target: Path, pictures: Pictures) -> None:
    prepared = target.with_suffix(".prepared.onnx")
    quant_pre_process(source, prepared, skip_symbolic_shape=True)
    quantize_static(
        prepared,
        target,
        _Pictures(pictures),
        quant_format=QuantFormat.QDQ,
        per_channel=True,
        reduce_range=True,
        activation_type=QuantType.QUInt8,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["Conv", "Add", "Clip"],
    )
    prepared.unlink()


def _milliseconds(path: Path, threads: int, runs: int = 30) -> float:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    pixels = np.random.default_rng(0).integers(0, 256, (1, *TIMED, 3), dtype=np.uint8)
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        session.run(None, {"pixels": pixels})
        times.append(time.perf_counter() - started)
    return min(times) * 1e3


def measure(sets: dict[str, Pictures], work: Path) -> dict[str, object]:
    from scoring.train import ridge_on  # Imported late: the head's training imports this package's constants.

    folder = work / "precision"
    folder.mkdir(parents=True, exist_ok=True)
    paths = {name: folder / f"{name}.onnx" for name in ("fp32", "fp16", "int8")}
    save(str(paths["fp32"]), "fp32")
    save(str(paths["fp16"]), "fp16")
    if not paths["int8"].exists():
        quantise(paths["fp32"], paths["int8"], sets["unlabelled"])
    oasis = sets["oasis"]
    reference = features(Eyes(paths["fp32"]), oasis, "plain", work / "features")
    result = {}
    for name, path in paths.items():
        eyes = Eyes(path)
        rows = features(eyes, oasis, "plain", work / "features")
        prediction = out_of_fold(oasis.group, 5, 5, ridge_on(rows, eyes.layout, oasis.score))
        head = eyes.layout.columns("head")
        error = np.sqrt(((rows[:, head] - reference[:, head]) ** 2).mean() / reference[:, head].var())
        result[name] = {
            "bytes": path.stat().st_size,
            "milliseconds": {str(threads): _milliseconds(path, threads) for threads in (1, 2)},
            "readOutSrcc": float(np.mean([srcc(p, oasis.score) for p in prediction])),
            "relativeErrorOfHead": float(error),
        }
    return result
