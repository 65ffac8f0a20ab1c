"""The changes of the benchmark, made a second time by other code, other libraries and, where the units leave a choice,
another model of the same fault: what an attribute has learned from our own code's fingerprint shows here.

A server on standard input and output, so that nothing but the change is ever added by a file format:
a request is one line of JSON {"path", "kind", "strength", "seed", "subject": [x, y, width, height] or null},
an answer is width and height as little-endian uint32, the way of a turn as int32 (1 clockwise, -1 anticlockwise, 0 none) and
width * height * 3 RGB samples; 0 and 0 say that this picture leaves no room for the change.

Needs numpy, scipy and Pillow.
"""

import io
import json
import math
import struct
import sys

import numpy as np
from PIL import Image, ImageDraw, ImageEnhance
from scipy import ndimage, signal

LUMA = np.array([0.299, 0.587, 0.114])


def to_linear(samples):
    """sRGB 0..255 to linear light 0..1 (IEC 61966-2-1)."""
    v = samples / 255
    return np.where(v <= 0.04045, v / 12.92, ((v + 0.055) / 1.055) ** 2.4)


def to_samples(linear):
    """Linear light to sRGB 0..255; what is brighter than white or darker than black clips, as in a camera."""
    v = np.clip(linear, 0, 1)
    return 255 * np.where(v <= 0.0031308, v * 12.92, 1.055 * v ** (1 / 2.4) - 0.055)


def convolve(image, kernel):
    """Each channel with the kernel, the frame continued as a mirror."""
    r = kernel.shape[0] // 2
    wide = np.pad(image, ((r, r), (r, r), (0, 0)), mode="reflect")
    return signal.fftconvolve(wide, kernel[:, :, None], mode="valid", axes=(0, 1))


def drawn_kernel(reach, draw):
    """A kernel drawn eight times too large and averaged down, so that its edges are smooth."""
    scale, size = 8, 2 * math.ceil(reach) + 1
    canvas = Image.new("L", (size * scale, size * scale))
    draw(ImageDraw.Draw(canvas), size * scale / 2, scale)
    kernel = np.asarray(canvas, float).reshape(size, scale, size, scale).mean((1, 3))
    return kernel / kernel.sum()


def defocus_blur(rgb, strength, rng, subject):
    """The disc that a lens draws, in linear light, of the same variance as a Gaussian of the stated sigma (radius = 2 sigma)."""
    radius = 2 * strength / 100 * max(rgb.shape[:2])

    def disc(draw, centre, scale):
        r = radius * scale
        draw.ellipse([centre - r, centre - r, centre + r, centre + r], fill=255)

    return to_samples(convolve(to_linear(rgb), drawn_kernel(radius + 1, disc)))


def motion_blur(rgb, strength, rng, subject):
    """A straight, even movement during exposure, in linear light, at any angle."""
    length = strength / 100 * max(rgb.shape[:2])
    angle = rng.uniform(0, math.pi)
    dx, dy = math.cos(angle) * length / 2, math.sin(angle) * length / 2

    def line(draw, centre, scale):
        draw.line(
            [centre - dx * scale, centre - dy * scale, centre + dx * scale, centre + dy * scale], fill=255, width=scale
        )

    return to_samples(convolve(to_linear(rgb), drawn_kernel(length / 2 + 1, line)))


def noise(rgb, strength, rng, subject):
    """A sensor's noise: half of the variance from reading out, half from light (growing with the signal); sigma in the mean."""
    level = rgb @ LUMA
    variance = strength**2 * (0.5 + 0.5 * level / max(level.mean(), 1))
    return rgb + rng.normal(size=rgb.shape) * np.sqrt(variance)[:, :, None]


def compression(rgb, strength, rng, subject):
    """JPEG as cameras and phones write it: quarter-size chroma, optimised tables (Pillow, libjpeg-turbo)."""
    buffer = io.BytesIO()
    Image.fromarray(as_bytes(rgb)).save(buffer, "JPEG", quality=round(strength), subsampling="4:2:0", optimize=True)
    return np.asarray(Image.open(buffer).convert("RGB"), float)


def under_exposure(rgb, strength, rng, subject):
    return to_samples(to_linear(rgb) * 2**-strength)


def over_exposure(rgb, strength, rng, subject):
    return to_samples(to_linear(rgb) * 2**strength)


def low_contrast(rgb, strength, rng, subject):
    """Pillow's contrast: a blend with the picture's mean grey."""
    return np.asarray(ImageEnhance.Contrast(Image.fromarray(as_bytes(rgb))).enhance(strength), float)


def haze(rgb, strength, rng, subject):
    """Scattering (Koschmieder) in linear light: bluish air, thicker towards the top of the frame, where things are far."""
    depth = np.linspace(1.4, 0.6, rgb.shape[0])[:, None, None]
    transmission = strength**depth
    air = np.array([0.78, 0.82, 0.88])
    return to_samples(to_linear(rgb) * transmission + air * (1 - transmission))


def saturation(rgb, strength, rng, subject):
    """Pillow's colour: away from or towards the picture's own grey version."""
    return np.asarray(ImageEnhance.Color(Image.fromarray(as_bytes(rgb))).enhance(strength), float)


def cast(gains):
    """Channel gains on linear light whose stated ratio is the strength; the grey axis keeps its luminance."""

    def apply(rgb, strength, rng, subject):
        gain = np.array([strength**g for g in gains])
        gain /= gain @ [0.2126, 0.7152, 0.0722]
        return to_samples(to_linear(rgb) * gain)

    return apply


def vignetting(rgb, strength, rng, subject):
    """Natural fall-off by the fourth power of the cosine, its field of view chosen so that the corner loses the stated stops."""
    height, width = rgb.shape[:2]
    y, x = np.mgrid[0:height, 0:width]
    radius2 = ((x - (width - 1) / 2) ** 2 + (y - (height - 1) / 2) ** 2) / ((width**2 + height**2) / 4)
    tangent2 = 2 ** (strength / 2) - 1  # cos^4 = 1 / (1 + tan^2)^2 = 2^-stops
    return to_samples(to_linear(rgb) / ((1 + tangent2 * radius2) ** 2)[:, :, None])


def over_sharpening(rgb, strength, rng, subject):
    """Unsharp mask on luma alone, as raw converters do it; radius 1.5."""
    luma = rgb @ LUMA
    return rgb + (strength * (luma - ndimage.gaussian_filter(luma, 1.5)))[:, :, None]


def horizon_tilt(rgb, strength, rng, subject):
    """Rotation either way (bicubic), then the largest upright frame of the same shape that fits inside."""
    degrees = -strength * way_of("horizon-tilt", rng)
    image = Image.fromarray(as_bytes(rgb)).rotate(degrees, Image.Resampling.BICUBIC, expand=False)
    width, height = image.size
    a = math.radians(strength)
    shrink = 1 / (math.cos(a) + max(width / height, height / width) * math.sin(a))
    w, h = int(width * shrink) - 2, int(height * shrink) - 2
    left, top = (width - w) // 2, (height - h) // 2
    return np.asarray(image.crop((left, top, left + w, top + h)), float)


def cut_off(rgb, strength, rng, subject):
    """The frame moves in from the side nearest to the subject until the stated share of its box lies outside."""
    if subject is None:
        return None
    x, y, w, h = subject
    loss = {"left": x + strength * w, "right": 1 - x - (1 - strength) * w, "top": y + strength * h, "bottom": 1 - y - (1 - strength) * h}
    side = min(loss, key=loss.get)
    return crop_from(rgb, side, loss[side])


def subject_placement(rgb, strength, rng, subject):
    """The frame is cropped on one side so that the subject's centre moves towards it by the stated share of the width.

    A subject that would only come nearer to the centre or to a third is not placed worse: such a move is left out.
    """
    if subject is None:
        return None
    x, _, w, _ = subject
    room = {}
    for side, centre, gap in (("left", x + w / 2, x), ("right", 1 - x - w / 2, 1 - x - w)):
        if centre <= 0.55 and from_places(centre - strength) > from_places(centre) + 0.02:
            loss = strength / (1 - centre + strength)
            if loss <= gap:
                room[side] = loss
    if not room:
        return None
    side = min(room, key=room.get)
    return crop_from(rgb, side, room[side])


def from_places(centre):
    """How far from the nearest of the places where a subject rests well: the centre and both thirds."""
    return min(abs(centre - place) for place in (1 / 3, 1 / 2, 2 / 3))


def crop_from(rgb, side, share):
    height, width = rgb.shape[:2]
    if share <= 0 or share > 0.6:
        return None
    across, down = round(share * width), round(share * height)
    return {
        "left": lambda: rgb[:, across:],
        "right": lambda: rgb[:, : width - across],
        "top": lambda: rgb[down:],
        "bottom": lambda: rgb[: height - down],
    }[side]()


KINDS = {
    "defocus-blur": defocus_blur,
    "motion-blur": motion_blur,
    "noise": noise,
    "compression": compression,
    "under-exposure": under_exposure,
    "over-exposure": over_exposure,
    "low-contrast": low_contrast,
    "haze": haze,
    "over-saturation": saturation,
    "dull-colour": saturation,
    "warm-cast": cast([0.5, 0, -0.5]),
    "cool-cast": cast([-0.5, 0, 0.5]),
    "green-cast": cast([0, 1, 0]),
    "magenta-cast": cast([0, -1, 0]),
    "vignetting": vignetting,
    "over-sharpening": over_sharpening,
    "horizon-tilt": horizon_tilt,
    "cut-off-subject": cut_off,
    "subject-placement": subject_placement,
}


def way_of(kind, rng):
    """1 where the change turns the picture clockwise, -1 anticlockwise, 0 where it does not turn it: what `rng` gives first."""
    return int(-rng.choice([-1, 1])) if kind == "horizon-tilt" else 0


def as_bytes(rgb):
    return np.clip(np.rint(rgb), 0, 255).astype(np.uint8)


def main():
    path, original = None, None
    for line in sys.stdin:
        request = json.loads(line)
        if request["path"] != path:
            path = request["path"]
            original = np.asarray(Image.open(path).convert("RGB"), float)
        rng = np.random.default_rng(request["seed"])
        changed = KINDS[request["kind"]](original, request["strength"], rng, request["subject"])
        if changed is None:
            sys.stdout.buffer.write(struct.pack("<IIi", 0, 0, 0))
        else:
            height, width = changed.shape[:2]
            way = way_of(request["kind"], np.random.default_rng(request["seed"]))
            sys.stdout.buffer.write(struct.pack("<IIi", width, height, way))
            sys.stdout.buffer.write(as_bytes(changed).tobytes())
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
