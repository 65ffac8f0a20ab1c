"""What an edit of a picture with a known change is truly worth, in steps of severity (1 weak, 2 medium, 3 strong): how much of the change it
takes away, or what it adds where there was none. Chains of changes and edits of one sort add up on one axis."""

from __future__ import annotations

import math

# Severity 1, 2 and 3 of what lies above zero of an axis, and of what lies below.
AXES: dict[str, tuple[tuple[float, float, float], tuple[float, float, float]]] = {
    "light": ((0.7, 1.2, 2.0), (0.7, 1.5, 2.5)),
    # (C) Above zero no kind of change lies: as far as below.
    "contrast": ((-math.log2(0.8), -math.log2(0.55), -math.log2(0.35)),) * 2,
    "colour": ((math.log2(1.3), math.log2(1.8), math.log2(2.5)), (-math.log2(0.75), -math.log2(0.45), -math.log2(0.2))),
    "warmth": ((math.log2(1.15), math.log2(1.4), math.log2(1.9)),) * 2,
    "tint": ((math.log2(1.15), math.log2(1.4), math.log2(1.9)),) * 2,
    "corners": ((0.7, 1.5, 2.5),) * 2,
    # (C) Softening by half is as bad as sharpening by one.
    "sharpness": ((math.log2(2), math.log2(3.5), math.log2(6)),) * 2,
    "level": ((1.5, 4.0, 8.0),) * 2,
    # (C) Smoothing what is no noise costs detail, half as severe as noise of that strength is.
    "noise": ((6.0, 15.0, 30.0), (12.0, 30.0, 60.0)),
    # (C) Of the frame's area, what a crop takes away needlessly.
    "frame": ((1.0, 2.0, 3.0), (0.2, 0.45, 0.7)),
}
MOST = 4.0
CHANGES = {
    "under-exposure": ("light", lambda s: -s),
    "over-exposure": ("light", lambda s: s),
    "low-contrast": ("contrast", math.log2),
    "haze": ("contrast", math.log2),
    "over-saturation": ("colour", math.log2),
    "dull-colour": ("colour", math.log2),
    "warm-cast": ("warmth", math.log2),
    "cool-cast": ("warmth", lambda s: -math.log2(s)),
    "green-cast": ("tint", math.log2),
    "magenta-cast": ("tint", lambda s: -math.log2(s)),
    "vignetting": ("corners", lambda s: s),
    "over-sharpening": ("sharpness", lambda s: math.log2(1 + s)),
    "horizon-tilt": ("level", lambda s: s),
    "noise": ("noise", lambda s: s),
}
EDITS = {
    "expose": ("light", lambda e: e["ev"]),
    "contrast": ("contrast", lambda e: math.log2(e["factor"])),
    "dehaze": ("contrast", lambda e: -math.log2(e["transmission"])),
    "saturate": ("colour", lambda e: math.log2(max(e["factor"], 0.02))),
    "warm": ("warmth", lambda e: math.log2(e["ratio"])),
    "tint": ("tint", lambda e: math.log2(e["ratio"])),
    "vignette": ("corners", lambda e: e["stops"]),
    "unsharpMask": ("sharpness", lambda e: math.log2(max(1 + e["amount"], 0.05))),
    "rotate": ("level", lambda e: e["degrees"]),
    "denoise": ("noise", lambda e: -e["sigma"]),
    "crop": ("frame", lambda e: e["width"] * e["height"] - 1),
}


def severity(axis: str, value: float) -> float:
    stops = (0.0, *AXES[axis][0 if value > 0 else 1])
    distance = abs(value)
    step = next((index for index in (1, 2) if distance <= stops[index]), 3)
    return min(MOST, step - 1 + (distance - stops[step - 1]) / (stops[step] - stops[step - 1]))


def undone(kind: str | None, strength: float, edit: dict) -> float:
    """Severity before less severity after. A tilt's strength is negative where the picture was turned anticlockwise."""
    axis, along = EDITS[edit["operation"]]
    moved = along(edit)
    start = 0.0
    if kind in CHANGES and CHANGES[kind][0] == axis:
        start = CHANGES[kind][1](strength)
    elif kind == "vignetting" and axis == "light" and moved > 0:
        # It is dark at least in part; brightening the whole is neither right nor wrong.
        return 0.0
    elif kind == "subject-placement" and axis == "frame":
        # A crop puts a displaced subject elsewhere; whether that is right no record tells.
        return 0.0
    return severity(axis, start) - severity(axis, start + moved)
