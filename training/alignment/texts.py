"""Pseudo-labels: what was done to a picture, in words.

The clauses come from the registry, by kind and strength. A small grammar varies them: openings, afterthoughts, plain names with a
degree, questions, order. No form of words makes up more than two in a hundred of what it writes (tests/test_alignment.py).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

SIDES = ("left", "right")
# Plain names of each kind, beside the registry's title.
NAMES = {
    "noise": ["noise", "grain", "image noise", "speckle"],
    "compression": ["compression", "compression artefacts", "JPEG blocks", "blocky compression"],
    "over-sharpening": ["over-sharpening", "sharpening halos", "too much sharpening", "harsh sharpening"],
    "defocus-blur": ["defocus blur", "missed focus", "softness", "blur from missed focus"],
    "motion-blur": ["motion blur", "camera shake", "smearing", "blur from movement"],
    "under-exposure": ["under-exposure", "darkness", "too little light", "a lack of light"],
    "over-exposure": ["over-exposure", "too much light", "washed-out brightness", "excess brightness"],
    "low-contrast": ["low contrast", "flatness of tone", "a lack of contrast", "flat tones"],
    "haze": ["haze", "a milky veil", "mist over the scene", "a hazy veil"],
    "over-saturation": ["over-saturation", "garish colour", "too much saturation", "overdone colour"],
    "dull-colour": ["dull colour", "faded colour", "a lack of colour", "washed-out colour"],
    "warm-cast": ["a warm cast", "a yellow-orange cast", "too warm a white balance", "an orange tone"],
    "cool-cast": ["a cool cast", "a blue cast", "too cool a white balance", "a bluish tone"],
    "green-cast": ["a green cast", "a greenish tint", "too green a tint", "a green tone"],
    "magenta-cast": ["a magenta cast", "a pink cast", "too magenta a tint", "a purple-pink tone"],
    "vignetting": ["vignetting", "dark corners", "light fall-off in the corners", "a dark vignette"],
    "horizon-tilt": ["horizon tilt", "a slanting horizon", "a tilted frame", "a crooked horizon"],
    "subject-placement": ["off placement of the subject", "a subject too near the edge", "a subject pushed aside", "a misplaced subject"],
    "cut-off-subject": ["a cut-off subject", "a subject cut by the frame", "a cropped subject", "a subject that runs out of the frame"],
}  # fmt: skip

DEGREES = {
    "slight": ["a trace of", "a little", "a touch of", "slight", "a hint of", "faint", "just some"],
    "clear": ["visible", "clear", "plain", "noticeable", "evident", "marked", "obvious"],
    "strong": ["heavy", "severe", "extreme", "very strong", "gross", "massive", "overwhelming"],
}
OPENINGS = [
    "", "looking closely, ", "as it stands, ", "at first glance, ", "on a second look, ", "in this frame, ", "here, ", "technically, ",
    "to the attentive eye, ", "taken as a whole, ", "compared with a clean shot, ", "judged by craft, ", "in this photo, ",
    "what stands out: ", "one thing to note: ", "the first thing to mend: ",
]  # fmt: skip
AFTERTHOUGHTS = {
    "slight": ["", ", but only just", ", though it hardly matters", ", a small matter", ", barely enough to notice", ", no more than that"],
    "clear": ["", ", and it shows", ", and a viewer will notice", ", which weakens the picture", ", more than it should", ", and that is a pity"],
    "strong": ["", ", and it spoils the picture", ", far too much", ", and nothing else matters beside it", ", beyond repair", ", at once and everywhere"],
}  # fmt: skip
FRAMES = [
    "{name}", "there is {name} here", "the photo shows {name}", "it suffers from {name}", "{name} mars the picture", "the fault is {name}",
    "i see {name}", "the picture was given {name}", "{name} was added to the shot", "a photo with {name}", "an image spoilt by {name}",
    "is there {name}?", "does it show {name}?", "the trouble is {name}",
]  # fmt: skip
JOINTS = ["; ", ", and ", ". besides, ", "; also, ", ". moreover, ", " while "]
CLEAN_WHO = ["the picture", "the photo", "the shot", "the image", "this frame", "this photograph", "it", "the file"]
CLEAN_IS = [
    "is technically clean", "shows no fault of craft", "has nothing that needs mending", "is well made", "is free of faults",
    "was left as it is", "shows no change", "is unspoilt", "holds up technically", "has no visible flaw", "looks as it should",
    "is in good order",
]  # fmt: skip
CLEAN_AFTER = ["", ", as far as one can see", ", in every respect", ", light and colour included", ", sharp and level", " at any size",
               ", nothing to blame", " to a careful eye"]  # fmt: skip
ABSENT = [
    "there is no {name}", "no {name} to speak of", "free of {name}", "{name} is absent", "the picture shows no {name}", "without {name}",
    "not a trace of {name}",
]  # fmt: skip
PLACES = {
    "left": ["on the left", "to the left", "towards the left edge", "on the left side"],
    "right": ["on the right", "to the right", "towards the right edge", "on the right side"],
}


@dataclass(frozen=True)
class Label:
    """What was done: `severity` on 0 nothing, 1 weak, 2 medium, 3 strong; `side` where it has one."""

    kind: str
    severity: float
    side: str | None = None

    @property
    def band(self) -> str:
        return "slight" if self.severity < 1.25 else "clear" if self.severity < 2.4 else "strong"


class Grammar:
    """`wording[kind][band]`: the registry's clauses of a weakness."""

    def __init__(self, wording: dict[str, dict[str, list[str]]]) -> None:
        self.wording = wording

    def write(self, labels: list[Label], random: np.random.Generator) -> str:
        """One description of all that was done, or that nothing was."""
        if not labels:
            return self.clean(random)
        order = random.permutation(len(labels))
        texts = [self.one(labels[index], random) for index in order]
        joint = JOINTS[random.integers(len(JOINTS))]
        return joint.join(texts)

    def one(self, label: Label, random: np.random.Generator) -> str:
        pick = lambda options: options[random.integers(len(options))]  # noqa: E731
        side = label.side if label.side is not None else pick(SIDES)
        if random.random() < 0.6:
            clause = pick(self.wording[label.kind][label.band]).replace("{side}", side)
            return f"{pick(OPENINGS)}{clause}{pick(AFTERTHOUGHTS[label.band])}"
        name = pick(NAMES[label.kind])
        bare = name.removeprefix("a ").removeprefix("an ")
        degree = pick(DEGREES[label.band])
        article = "" if degree.endswith(("of", "some", "little")) or bare == name else "a "
        phrase = f"{article}{degree} {bare}" if random.random() < 0.8 else name
        if label.side is not None and random.random() < 0.7:
            phrase = f"{phrase} {pick(PLACES[side])}"
        return pick(FRAMES).replace("{name}", phrase)

    def clean(self, random: np.random.Generator) -> str:
        pick = lambda options: options[random.integers(len(options))]  # noqa: E731
        return f"{pick(OPENINGS)}{pick(CLEAN_WHO)} {pick(CLEAN_IS)}{pick(CLEAN_AFTER)}"

    def absent(self, kind: str, random: np.random.Generator) -> str:
        name = NAMES[kind][random.integers(len(NAMES[kind]))]
        bare = name.removeprefix("a ").removeprefix("an ")
        return ABSENT[random.integers(len(ABSENT))].replace("{name}", bare)
