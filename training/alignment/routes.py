"""Which way a question goes: a small classifier of the text encoder's vectors, taught by questions that a grammar makes.

(C) Nearness alone misleads: "is there a green car?" lies near "is it too green?", and "is it sharp and beautiful?" near both. So questions
that name a thing and a quality, several qualities, what is done, a time or a place are made by the thousand and taught as such that cannot
be told, beside all the ways of asking what can be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from . import words
from .questions import ABOUT, BEAUTY, MOOD, UNKNOWN

# What a question can mean: a fault there or absent, beauty or ugliness, something shown, a mood, what cannot be told.
MEANINGS: tuple[tuple[str, str, int], ...] = (
    *(("craft", kind, sign) for kind in ABOUT for sign in (1, -1)), ("beauty", "", 1), ("beauty", "", -1), ("theme", "", 1),
    *(("mood", mood, 1) for mood in MOOD), ("unknown", "", 0),
)  # fmt: skip
ROUTES = ("craft", "beauty", "theme", "mood", "unknown")
HIDDEN = 64
EPOCHS, BATCH, RATE = 60, 256, 3e-3
# A route is taken from this probability on.
HEARD = 0.7

SUBJECTS = (
    "this", "this photo", "the photo", "this picture", "the picture", "this image", "the image", "this shot", "the photograph",
    "my photo",
)  # fmt: skip
# Around what is asked.
FRAMES = (
    "{}", "{}", "{}", "tell me, {}", "would you say {}", "i wonder, {}", "{} please", "be honest, {}", "hey, {}", "quick question: {}",
    "and {}", "but {}", "so {}", "ok, {}", "now, {}",
)  # fmt: skip
@dataclass(frozen=True)
class Fault:
    """What people call a fault: as something that a picture has, as something that it is, what it is where the fault is absent, what is
    said of a part of it, where the fault is there and where not, what a picture with it should be more of, or needs, and what a picture without it
    has."""

    has: tuple[str, ...] = ()
    is_so: tuple[str, ...] = ()
    is_not: tuple[str, ...] = ()
    parts: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = ()
    should_be: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    has_not: tuple[str, ...] = ()


COLOURS_OF_IT, BALANCE = "the colours", "the white balance"
# What names several faults at once: any of them is meant.
CAST, EXPOSURE, COLOURING = "colour-cast", "exposure", "colouring"
CASTS = ("warm-cast", "cool-cast", "green-cast", "magenta-cast")
SEVERAL = {CAST: CASTS, EXPOSURE: ("under-exposure", "over-exposure"), COLOURING: ("over-saturation", "dull-colour", *CASTS)}
FAULTS: dict[str, Fault] = {
    "noise": Fault(
        ("noise", "visible noise", "too much noise", "grain", "colour noise", "a lot of noise", "strong noise"), ("noisy", "grainy", "speckled"),
        ("clean", "noise-free"), (("the shadows", ("noisy", "grainy"), ("clean",)), ("the grain", ("too strong", "visible"), ("fine",))),
        should_be=("cleaner", "less noisy", "less grainy"),
        needs=("noise reduction", "denoising", "less noise"),
    ),
    "compression": Fault(
        ("compression", "compression artefacts", "jpeg artefacts", "blocks", "visible compression", "too much compression", "blocking"),
        ("over-compressed", "blocky", "compressed too much", "saved too small", "pixelated"), ("saved well", "saved in high quality"),
        (("the compression", ("too strong", "visible"), ("invisible", "fine")), ("the jpeg quality", ("too low", "bad"), ("good", "high"))),
        should_be=("less compressed",),
        needs=("a higher jpeg quality", "less compression"),
    ),
    "over-sharpening": Fault(
        ("halos", "too much sharpening", "sharpening halos", "bright edges from sharpening", "oversharpening"),
        ("over-sharpened", "sharpened too much", "too sharpened", "oversharpened", "sharpened too strongly"), (),
        (("the sharpening", ("too strong", "overdone", "too much", "exaggerated"), ("natural", "right", "subtle")),),
        should_be=("less sharpened",),
        needs=("less sharpening",),
    ),
    "defocus-blur": Fault(
        ("blur", "some blur", "focus blur", "unsharpness", "missed focus"),
        ("out of focus", "blurry", "blurred", "unsharp", "soft", "not focused", "fuzzy", "unfocused"),
        ("sharp", "in focus", "crisp", "correctly focused", "focused", "tack sharp", "focused well", "pin sharp"),
        (("the focus", ("off", "missed", "wrong", "bad"), ("right", "good", "correct", "spot on", "accurate")),
         ("the sharpness", ("bad", "too low"), ("good", "right", "fine"))),
        should_be=("sharper", "crisper", "better focused", "more in focus", "less blurry"),
        needs=("sharpening", "better focus", "more sharpness"),
    ),
    "motion-blur": Fault(
        ("motion blur", "camera shake", "movement blur", "blur from movement", "shake"),
        ("shaky", "shaken", "blurred by motion", "blurred by movement", "blurred by camera shake", "moved"), ("steady", "free of shake", "held still"),
        (("the camera", ("shaky", "moved", "unsteady"), ("steady", "still")),),
        should_be=("steadier", "less shaken"),
        needs=("a steadier hand", "a faster shutter"),
    ),
    "under-exposure": Fault(
        ("too little light", "under-exposure", "not enough light", "a lack of light"),
        ("under-exposed", "dark", "too dark", "dim", "underexposed", "badly lit", "murky"),
        ("bright", "bright enough", "well lit", "light enough", "lit well"),
        (("the exposure", ("too low", "too dark"), ()), ("the light", ("too weak", "too little", "too dim"), ("enough", "bright enough"))),
        should_be=("brighter", "lighter", "less dark"),
        needs=("more light", "more exposure", "brightening", "a longer exposure"),
    ),
    "over-exposure": Fault(
        ("too much light", "over-exposure", "an excess of light"),
        ("over-exposed", "too bright", "blown out", "overexposed", "too light", "burnt out", "exposed too long"),
        (),
        (("the exposure", ("too high", "too bright"), ()), ("the light", ("too strong", "too bright"), ()), ("the brightness", ("too high",), ())),
        should_be=("darker", "less bright"),
        needs=("less light", "less exposure", "darkening", "a shorter exposure"),
    ),
    "low-contrast": Fault(
        ("a lack of contrast", "too little contrast", "low contrast", "weak contrast"),
        ("flat", "low in contrast", "lacking contrast", "too flat", "in need of contrast"), ("contrasty", "punchy", "rich in contrast", "full of contrast"),
        (("the contrast", ("too low", "weak", "poor", "missing"), ("good", "right", "enough", "strong")), ("the tones", ("flat",), ("rich",))),
        should_be=("punchier", "more contrasty", "less flat"),
        needs=("more contrast", "a contrast boost", "more punch"),
    ),
    "haze": Fault(
        ("haze", "mist", "fog", "a milky veil", "a haze", "a veil over it"), ("hazy", "misty", "foggy", "milky", "veiled by haze"),
        ("clear", "free of haze"), (("the air", ("hazy", "misty"), ("clear",)), ("the view", ("hazy", "foggy", "veiled"), ("clear",)),
                                    ("the distance", ("hazy", "misty"), ("clear",))),
        should_be=("clearer", "less hazy", "less foggy"),
        needs=("dehazing", "less haze"),
    ),
    "over-saturation": Fault(
        ("too much saturation", "too much colour", "garish colours", "too strong colours"),
        ("over-saturated", "garish", "gaudy", "oversaturated", "too colourful", "too saturated"), (),
        ((COLOURS_OF_IT, ("too strong", "garish", "too intense", "over the top", "too vivid", "unnaturally strong"), ("restrained",)),
         ("the saturation", ("too high", "too strong", "exaggerated"), ())),
        should_be=("less colourful", "less saturated", "less garish"),
        needs=("less saturation", "less colour", "desaturating"),
    ),
    "dull-colour": Fault(
        ("a lack of colour", "too little colour", "dull colours", "weak colours", "pale colours"),
        ("dull", "pale", "faded", "drab", "washed out", "almost grey", "low in colour", "desaturated", "undersaturated"), ("colourful", "vivid", "vibrant", "full of colour", "colorful"),
        ((COLOURS_OF_IT, ("dull", "weak", "faded", "washed out", "too pale", "drab", "too muted", "lifeless"), ("vivid", "lively", "vibrant", "rich")),
         ("the saturation", ("too low", "too weak"), ())),
        should_be=("more colourful", "more saturated", "more vivid", "more vibrant", "less dull"),
        needs=("more colour", "more saturation", "more vibrance"),
    ),
    "warm-cast": Fault(
        ("a yellow cast", "a yellow tint", "an orange cast", "a warm cast", "an orange tint", "a yellowish cast", "too much yellow"),
        ("too yellow", "too orange", "too warm", "yellowish", "orange tinted", "warm in tone"), (),
        ((BALANCE, ("too warm", "too yellow"), ()),
         ("the colour temperature", ("too high", "too warm"), ()), (COLOURS_OF_IT, ("too yellow", "too warm", "too orange"), ())),
        should_be=("cooler", "bluer", "less yellow", "less orange"),
        needs=("a cooler white balance", "less yellow", "cooling down"),
    ),
    "cool-cast": Fault(
        ("a blue cast", "a cold cast", "a bluish tint", "a cool cast", "too much blue", "a blueish cast", "a cyan cast"),
        ("too blue", "too cold", "bluish", "too cool", "blue tinted", "cold in tone"), (),
        ((BALANCE, ("too cool", "too blue", "too cold"), ()), ("the colour temperature", ("too low", "too cool"), ()),
         (COLOURS_OF_IT, ("too blue", "too cold", "too cool"), ())),
        should_be=("warmer", "less blue", "yellower"),
        needs=("a warmer white balance", "less blue", "warming up"),
    ),
    "green-cast": Fault(
        ("a green cast", "a greenish tint", "a greenish cast", "too much green", "a tint of green"),
        ("too green", "greenish", "green tinted", "tinted green"), (),
        (("the tint", ("too green", "off to green"), ()), (COLOURS_OF_IT, ("too green", "greenish"), ()), ("the skin", ("greenish",), ())),
        should_be=("less green",),
        needs=("less green",),
    ),
    "magenta-cast": Fault(
        ("a magenta cast", "a pinkish tint", "a purple cast", "a pink cast", "too much magenta", "too much pink", "a purplish tint"),
        ("too pink", "too purple", "too magenta", "pinkish", "purplish", "tinted pink"), (),
        (("the tint", ("too magenta", "too pink", "off to magenta"), ()), (COLOURS_OF_IT, ("too pink", "too purple"), ())),
        should_be=("less pink", "less magenta", "less purple"),
        needs=("less pink", "less magenta"),
    ),
    "vignetting": Fault(
        ("a vignette", "vignetting", "dark corners", "darkened edges", "a strong vignette", "light fall-off", "darker corners"),
        ("vignetted", "darker at the edges", "darker in the corners"), ("evenly lit", "even to the corners"),
        (("the corners", ("dark", "too dark", "darkened", "darker", "black"), ("as bright as the middle", "bright")),
         ("the edges", ("dark", "darker", "too dark"), ())),
        should_be=("brighter in the corners", "more evenly lit"),
        needs=("brighter corners", "less vignetting", "vignette correction"),
    ),
    "horizon-tilt": Fault(
        ("a tilt", "a crooked horizon", "a slanted horizon", "a tilted horizon", "a sloping horizon"),
        ("tilted", "crooked", "slanted", "askew", "aslant", "leaning", "skewed"), ("level", "straight", "upright", "plumb"),
        (("the horizon", ("crooked", "tilted", "slanted", "sloping", "off"), ("level", "straight", "even", "horizontal")),
         ("the camera", ("tilted", "held at an angle"), ("level", "held straight"))),
        should_be=("straighter", "more level", "less tilted"),
        needs=("straightening", "levelling", "rotating"),
    ),
    "subject-placement": Fault(
        ("a badly placed subject", "a subject at the edge"), ("badly composed", "off balance in its subject"), (),
        (("the subject", ("too near the edge", "badly placed", "too close to the edge", "off to the side", "too close to the frame", "too far out"),
          ("well placed", "in the right place", "placed well")),),
        needs=("a better placed subject",),
    ),
    "cut-off-subject": Fault(
        ("a cut-off subject", "something cut off", "a cropped head", "a subject that is cut off"), ("cropped too tightly", "cut off", "cut at the edge"), (),
        (("the subject", ("cut off", "cropped", "cut by the edge", "cut by the frame"), ("complete", "whole in the frame", "all in the frame")),
         ("the head", ("cut off", "cropped"), ()), ("the main subject", ("cut off", "cropped off"), ("complete",))),
        should_be=("framed wider", "cropped less tightly"),
        needs=("more room around the subject", "a wider frame"),
    ),
    CAST: Fault(
        ("a colour cast", "a cast", "a tint", "a wrong white balance", "a strange tint", "a colour tint"),
        ("tinted", "off in its white balance"), ("neutral in colour", "neutral", "free of casts"),
        ((BALANCE, ("off", "wrong", "bad", "incorrect", "not right"), ("right", "correct", "neutral", "good", "accurate", "okay")),
         ("the colour temperature", ("off", "wrong"), ("right", "correct")), (COLOURS_OF_IT, ("tinted",), ("neutral",))),
        needs=("a white balance correction", "colour correction", "another white balance"),
    ),
    EXPOSURE: Fault(
        ("a wrong exposure", "an exposure problem", "bad exposure"), ("badly exposed", "exposed wrongly"), ("well exposed", "exposed right", "exposed correctly", "properly exposed"),
        (("the exposure", ("off", "wrong", "bad"), ("right", "good", "correct", "okay", "fine")), ("the brightness", ("off", "wrong"), ("right", "good", "fine"))),
        needs=("an exposure correction",),
    ),
    COLOURING: Fault(
        ("unnatural colours", "strange colours", "wrong colours"), ("unnatural in colour", "off in its colours"), ("natural in colour", "true in colour"),
        ((COLOURS_OF_IT, ("unnatural", "wrong", "strange", "off"), ("natural", "true", "realistic", "true to life", "right", "good", "accurate")),
         ("the saturation", ("wrong", "off"), ("right", "natural")))
    ),
    "clutter": Fault(
        ("clutter", "too much clutter", "a distracting background", "a busy background", "too much detail around the subject"),
        ("cluttered", "too busy", "messy", "crowded with detail", "busy"), ("tidy", "uncluttered"),
        (("the background", ("cluttered", "distracting", "too busy", "messy"), ("clean", "calm", "tidy", "plain")),
         ("the surroundings", ("busy", "distracting"), ("calm",))), needs=("a calmer background", "a cleaner background", "less clutter"),
    ),
    "crushed-shadows": Fault(
        ("crushed shadows", "crushed blacks", "blocked shadows", "lost shadow detail", "clipped shadows"), ("too black in the shadows",), (),
        (("the shadows", ("crushed", "blocked up", "clipped", "pure black", "lost", "without detail"), ("open", "full of detail", "well drawn")),
         ("the blacks", ("crushed", "clipped"), ())), needs=("more detail in the shadows", "lifting the shadows", "brighter shadows"),
    ),
    "clipped-highlights": Fault(
        ("clipped highlights", "blown highlights", "burnt highlights", "burned-out highlights", "lost highlight detail", "blown-out highlights"),
        ("clipped in the highlights",), (),
        (("the highlights", ("clipped", "blown", "blown out", "burnt out", "pure white", "lost"), ("intact", "full of detail", "well kept")),
         ("the whites", ("clipped", "blown"), ())), needs=("more detail in the highlights", "highlight recovery", "darker highlights"),
    ),
    "tight-framing": Fault(
        ("too little room around the subject", "too little space around the subject", "a tight frame"), ("framed too tightly", "too tight", "too close"), (),
        (("the framing", ("too tight", "too narrow"), ()), ("the subject", ("too close", "too big", "squeezed in", "too large in the frame"), ())),
        needs=("more space around the subject", "more air around the subject"),
    ),
    "loose-framing": Fault(
        ("too much empty space", "too much space around the subject", "a tiny subject"), ("framed too loosely", "too loose", "too far away"), (),
        (("the framing", ("too loose", "too wide"), ()), ("the subject", ("too small", "too far away", "lost in the frame", "tiny"), ("big enough", "large enough"))),
        needs=("a tighter crop", "a closer crop", "coming closer"),
    ),
    "vertical-tilt": Fault(
        ("converging verticals", "falling lines", "perspective distortion", "leaning buildings", "keystoning"), ("distorted in perspective", "keystoned"), (),
        (("the verticals", ("converging", "falling", "leaning", "tilted"), ("straight", "parallel", "upright")),
         ("the buildings", ("leaning", "falling backwards", "tilting back"), ()), ("the perspective", ("distorted", "skewed"), ("straight",))),
        needs=("perspective correction", "straight verticals", "keystone correction"),
    ),
    "subject-sharpness": Fault(
        ("an unsharp subject", "a blurred subject", "a soft subject"), (), (),
        (("the subject", ("out of focus", "blurred", "blurry", "unsharp", "soft"), ("sharp", "in focus", "crisp", "tack sharp", "well focused")),
         ("the main subject", ("blurred", "out of focus"), ("sharp", "in focus"))),
    ),
    "balance": Fault(
        ("an imbalance", "too much weight on one side", "a lopsided composition"), ("unbalanced", "imbalanced", "lopsided", "off balance"),
        ("balanced", "well balanced", "in balance"),
        (("the composition", ("unbalanced", "lopsided", "too heavy on one side"), ("balanced", "well balanced")),
         ("the visual weight", ("uneven", "all on one side"), ("even", "balanced"))), needs=("more balance", "a better balance"),
    ),
    "symmetry": Fault(("a lack of symmetry",), ("asymmetrical", "asymmetric"), is_not=("symmetrical", "symmetric", "mirror-like"), parts=(("the composition", (), ("symmetrical", "symmetric")),)),
    "simplicity": Fault(is_not=("simple", "reduced to a few things", "uncomplicated"), parts=(("the composition", (), ("simple", "reduced")),)),
    "leading-lines": Fault(has_not=("leading lines", "lines that lead the eye", "guiding lines", "strong leading lines", "lines leading in")),
    "repetition": Fault(has_not=("a pattern", "repetition", "a repeating pattern", "repeating shapes", "rhythm", "patterns", "a regular pattern")),
}  # fmt: skip
DEGREES = ("", "", "too", "very", "a bit", "a little", "rather", "slightly", "really", "somewhat", "quite")
HAVING = (
    "is there {x}?", "is there {x} in {s}?", "does {s} have {x}?", "do I see {x}?", "can I see {x}?", "has {s} got {x}?", "does {s} show {x}?",
    "{x}?", "does {s} suffer from {x}?", "do you notice {x} in {s}?", "is {x} visible?",
)  # fmt: skip
BEING = (
    "is {s} {x}?", "does {s} look {x}?", "does {s} seem {x}?", "{x}?", "is {s} {x} to you?", "do you find {s} {x}?", "did I make {s} {x}?",
    "{s} is {x}, isn't it?", "{s} is {x}, right?", "{s} looks {x}, doesn't it?",
)  # fmt: skip
BETTER = ("could {s} be {x}?", "should {s} be {x}?", "would {s} be better {x}?", "should I make {s} {x}?", "would {x} be better?", "ought {s} to be {x}?")
NEEDING = ("does {s} need {x}?", "would {s} profit from {x}?", "does {s} want {x}?", "would {x} help?", "could {s} do with {x}?", "should there be {x}?")
# More of a good thing than is good, where that is a fault, and where no reading tells it.
TOO_GOOD = {"over-sharpening": ("too sharp", "too crisp", "overly sharp"), "over-saturation": ("too vivid", "too vibrant", "overly colourful")}
TOO_MUCH = ("too contrasty", "too punchy", "too clean", "too level", "too steady", "too clear", "too smooth", "too straight", "too focused", "too natural")
AMERICAN = {"colour": "color", "grey": "gray", "centre": "center", "neighbour": "neighbor"}
PLEASANT = (
    (
        "beautiful", "pretty", "nice", "attractive", "good", "lovely", "great", "wonderful", "appealing", "gorgeous", "stunning", "pleasing", "aesthetic",
        "impressive", "excellent",
    ),
    ("ugly", "bad", "unattractive", "hideous", "unappealing", "awful", "terrible", "poor"),
)  # fmt: skip
PLEASED = (
    (
        "would people like {s}?", "would you like {s}?", "do people like {s}?", "would I like {s}?", "would {s} please people?",
        "is {s} any good?", "is {s} pleasant to look at?", "is {s} a success?",
    ),
    ("would people dislike {s}?", "is {s} a failure?", "would people find {s} ugly?"),
)  # fmt: skip
MOODY = {
    "gloomy": (
        "sad", "gloomy", "depressing", "melancholic", "mournful", "bleak", "miserable", "dreary", "hopeless", "lonely", "sorrowful", "sombre", "dismal",
        "dark-hearted", "grim",
    ),
    "cheerful": (
        "happy", "cheerful", "joyful", "joyous", "festive", "jolly", "fun", "uplifting", "light-hearted", "merry", "playful", "cheery", "high-spirited",
    ),
    "peaceful": ("peaceful", "calm", "serene", "tranquil", "quiet", "relaxing", "restful", "soothing", "still", "idyllic", "relaxed", "calming"),
    "frightening": (
        "scary", "frightening", "threatening", "menacing", "dangerous", "eerie", "creepy", "disturbing", "violent", "alarming", "tense", "sinister",
        "terrifying", "spooky",
    ),
}  # fmt: skip
FEELING = (
    "does {s} feel {x}?", "does {s} look {x}?", "does {s} seem {x}?", "is {s} {x}?", "is it a {x} {p}?", "is this a {x} {p}?", "is the mood {x}?",
    "is the atmosphere {x}?", "does {s} have a {x} mood?", "does {s} have a {x} atmosphere?", "is the feeling {x}?", "does it give a {x} feeling?",
    "{x}?", "is the mood of {s} {x}?", "do you find {s} {x}?", "a {x} mood?",
)  # fmt: skip
PICTURES = ("picture", "photo", "image", "shot", "scene", "photograph")
SHOWN = (
    "is this a photo of {a}?", "does it show {a}?", "is there {a} in it?", "do I see {a}?", "is that {a}?", "is there {a}?", "{a}?", "{bare}?",
    "are there {some}?", "are there any {some}?", "can you see {a}?", "can you see {some}?", "do you see any {some}?",
    "does this photo have {a}?", "is {a} in the picture?", "is this {a}?", "are there {some} in the picture?", "any {some}?",
    "does the picture contain {a}?", "is {a} visible?", "is it a photo of {some}?", "does it show {some}?", "is there any {bare}?",
    "is it {a}?", "{bare}", "{a}", "are those {some}?", "do we see {some} here?",
)  # fmt: skip
COLOURS = (
    "red", "green", "blue", "yellow", "white", "black", "brown", "grey", "pink", "purple", "orange", "golden", "silver", "colourful", "colorful",
)  # fmt: skip
CRAFTED = (
    "sharp", "blurred", "blurry", "dark", "bright", "noisy", "grainy", "dull", "hazy", "tilted", "crooked", "straight", "soft", "over-exposed",
    "under-exposed", "in focus", "out of focus", "too dark", "too bright", "flat", "level", "faded", "well lit", "cut off", "centred", "crisp",
    "too blue", "too yellow", "too green", "too small", "too big",
)  # fmt: skip
PLEASING = ("beautiful", "ugly", "pretty", "nice", "attractive", "lovely", "good", "handsome", "cute", "great", "bad")
FELT = (
    "sad", "happy", "calm", "scary", "lonely", "peaceful", "cheerful", "dangerous", "angry", "friendly", "gentle", "frightened", "quiet",
    "joyful", "gloomy",
)  # fmt: skip
# Qualities that no route tells.
OTHER = (
    "old", "young", "new", "wet", "dry", "dirty", "clean", "broken", "open", "closed", "empty", "full", "tall", "fast", "dead", "alive", "hungry",
    "tired", "rich", "famous", "expensive", "real", "wooden", "hot", "cold", "heavy", "round", "big", "small", "long", "tasty", "healthy", "married",
    "asleep", "modern", "fresh", "famous", "Spanish", "strong", "clever", "free", "safe", "true", "edited", "fake", "copyrighted", "for sale",
    "popular", "professional", "original", "important", "legal", "political", "romantic", "funny", "boring", "interesting", "vintage", "ancient",
    "sacred", "luxurious", "natural", "artificial", "spicy", "square", "huge", "tiny", "striped", "plastic", "metal", "transparent",
)  # fmt: skip
# Things that no class and no general word covers.
UNSEEN = (
    "woman", "man", "girl", "boy", "child", "baby", "family", "couple", "crowd", "bride", "sky", "water", "tree", "cloud", "sun", "moon", "star",
    "snow", "rain", "grass", "leaf", "forest", "garden", "city", "village", "house", "room", "table", "floor", "wall", "door", "window", "road",
    "street", "river", "path", "shadow", "fire", "smoke", "sign", "text", "word", "background", "foreground", "eye", "hand", "hair", "face",
    "nose", "dress", "shirt", "roof", "garage", "market", "stone", "rock", "sand", "wave", "ice", "desert", "field", "farm", "airport", "office",
    "school", "hospital", "kitchen", "flag", "money", "ghost", "angel", "dragon", "rainbow", "logo", "watermark", "mirror", "reflection", "smile",
    "beard", "glasses", "ring", "wheel", "engine", "wing", "tail", "feather", "shoulder", "building site", "sunset", "doctor", "soldier",
    "teacher", "artist", "winner", "friend", "owner", "neighbour", "mother", "father", "brother",
)  # fmt: skip
DONE = (
    "running", "eating", "sleeping", "smiling", "looking at the camera", "jumping", "flying", "swimming", "sitting", "standing", "laughing",
    "moving", "playing", "crying", "working", "driving", "dancing", "fighting", "singing", "waiting", "talking", "falling",
)  # fmt: skip
WHEN = (
    "night", "day", "daytime", "winter", "summer", "autumn", "spring", "morning", "evening", "noon", "midnight", "raining", "snowing", "windy",
    "sunny", "cloudy", "indoors", "outdoors", "inside", "outside", "in the city", "in the country", "in Paris", "in Africa", "abroad", "at home",
    "underwater", "far away", "Christmas", "Sunday", "a holiday", "the future", "the past", "golden hour", "blue hour", "low tide",
)  # fmt: skip
ALSO = (
    "is it {x} and {y}?", "is it {x} or {y}?", "is it both {x} and {y}?", "is it {x} but {y}?", "is it {x}, {y} and {z}?", "does it look {x} and {y}?",
    "is the picture {x} and {y}?", "{x} and {y}?", "is it more {x} than {y}?", "is it {x} as well as {y}?",
)  # fmt: skip
OF_A_THING = (
    "is the {n} {q}?", "is the {n} {q}?", "are the {ns} {q}?", "is there a {q} {n}?", "is there a {q} {n}?", "are there {q} {ns}?",
    "does the {n} look {q}?", "is that {n} {q}?", "is it a {q} {n}?", "do I see a {q} {n}?", "can you see a {q} {n}?", "is there a {q} {n} in it?",
    "does it show a {q} {n}?", "is this a {q} {n}?", "is the {n} too {q}?", "a {q} {n}?", "is the {n}'s {m} {q}?", "does the {n} have a {q} {m}?",
    "do the {ns} seem {q}?", "is the {n} in the picture {q}?", "is his {n} {q}?", "is my {n} {q}?", "is there a {q} {n} behind the {m}?",
)  # fmt: skip
DOING = (
    "is the {n} {d}?", "are the {ns} {d}?", "is there a {n} {d}?", "is somebody {d}?", "is he {d}?", "is she {d}?", "are they {d}?", "do I see a {n} {d}?",
    "is the {n} next to the {m}?", "is the {n} behind the {m}?", "is there a {n} and a {m}?", "is there a {n} on the {m}?", "is there more than one {n}?",
    "are there two {ns}?", "are there many {ns}?", "does the {n} belong to me?", "did the {n} win?", "does the {n} like it?", "is the {n} from {w}?",
    "is it a {n} or a {m}?",
)  # fmt: skip
TIMES = ("is it {w}?", "was it taken {w}?", "is this {w}?", "does it look like {w}?", "was it {w}?", "is the picture taken {w}?", "was this shot {w}?")


def some(name: str) -> str:
    """A name in the plural."""
    irregular = {"person": "people", "man": "men", "woman": "women", "child": "children", "mouse": "mice", "sheep": "sheep", "fish": "fish", "foot": "feet"}
    first, _, last = name.rpartition(" ")
    if last in irregular:
        return f"{first} {irregular[last]}".strip()
    if last.endswith("s") and not last.endswith("ss") or last in ("people", "food", "furniture"):
        return name
    if re.search(r"(s|x|z|ch|sh)$", last):
        return name + "es"
    if re.search(r"[^aeiou]y$", last):
        return name[:-1] + "ies"
    return name + "s"


def one(name: str) -> str:
    """A name with its article."""
    if name in ("people", "food", "furniture") or some(name) == name:
        return name
    return f"{'an' if name[0] in 'aeiou' else 'a'} {name}"


@dataclass(frozen=True)
class Asked:
    texts: list[str]
    # Index into MEANINGS.
    meaning: np.ndarray


def made(names: list[str], seed: int = 5) -> Asked:
    """`names`: of all that can be shown."""
    random = np.random.default_rng(seed)
    pick = lambda items: items[int(random.integers(len(items)))]  # noqa: E731
    texts: dict[str, int] = {}

    def add(text: str, route: str, about: str = "", sign: int = 1, framed: float = 0.2) -> None:
        text = pick(FRAMES).format(text) if random.random() < framed else text
        if random.random() < 0.3:
            for british, american in AMERICAN.items():
                text = text.replace(british, american)
        texts.setdefault(re.sub(r"\s+", " ", text), MEANINGS.index((route, about, 0 if route == "unknown" else sign)))

    anchors = [("craft", kind, sign, text) for kind, said in ABOUT.items() for sign, group in zip((1, -1), said) for text in group]
    anchors += [("beauty", "", sign, text) for sign, group in zip((1, -1), BEAUTY) for text in group]
    anchors += [("mood", mood, 1, text) for mood, group in MOOD.items() for text in group]
    for route, about, sign, text in anchors:
        add(text, route, about, sign, framed=0)
        for _ in range(12):
            add(_varied(text, pick, random), route, about, sign, framed=1)
    whose = lambda: pick(("it", "it", "it", *SUBJECTS))  # noqa: E731
    for kind, fault in FAULTS.items():
        for _ in range(60):
            for sign, group in ((1, fault.has), (-1, fault.has_not)):
                if group:
                    add(pick(HAVING).format(x=pick(group), s=whose()), "craft", kind, sign)
            if fault.is_so:
                said, degree = pick(fault.is_so), pick(DEGREES)
                add(pick(BEING).format(x=said if said.startswith("too ") else f"{degree} {said}", s=whose()), "craft", kind)
            if fault.is_not:
                said = pick(fault.is_not)
                said = pick((said, said, f"really {said}", f"quite {said}", f"{said} enough".replace("enough enough", "enough"), f"properly {said}"))
                add(pick(BEING).format(x=said, s=whose()), "craft", kind, -1)
            if fault.should_be:
                add(pick(BETTER).format(x=pick(fault.should_be), s=whose()), "craft", kind)
            if fault.needs:
                add(pick(NEEDING).format(x=pick(fault.needs), s=whose()), "craft", kind)
            if not fault.parts:
                continue
            part, present, absent = pick(fault.parts)
            verb = "are" if part.endswith("s") and not part.endswith("ss") else "is"
            for sign, of_it in ((1, present), (-1, absent)):
                if of_it:
                    add(f"{verb} {part} {pick(of_it)}?", "craft", kind, sign)
                    add(f"{verb} {part} of {pick(SUBJECTS[1:])} {pick(of_it)}?", "craft", kind, sign)
    for kind, group in (*TOO_GOOD.items(), ("", TOO_MUCH)):
        for said in np.repeat(group, 12):
            add(pick(BEING).format(x=said, s=whose()), "craft" if kind else "unknown", kind)
    for _ in range(400):
        for sign, pleasant, pleased in zip((1, -1), PLEASANT, PLEASED):
            x, p = pick(pleasant), pick(PICTURES)
            add(pick((*BEING, "do most people find {s} {x}?", "do you think {s} is {x}?", "would others find {s} {x}?")).format(x=x, s=whose()), "beauty", "", sign)
            add(pick(pleased).format(s=whose()), "beauty", "", sign)
            add(pick(("is it a {x} {p}?", "is this a {x} {p}?", "a {x} {p}?", "did I take a {x} {p}?")).format(x=x, p=p), "beauty", "", sign)
        for mood, moody in MOODY.items():
            add(pick(FEELING).format(x=pick(moody), s=whose(), p=pick(PICTURES)), "mood", mood)
    for name in names:
        forms = random.permutation(len(SHOWN))
        common = name in words.GENERAL or name in words.PEOPLE
        for index in forms[: len(SHOWN) if common else 4]:
            add(SHOWN[index].format(a=one(name), some=some(name), bare=name), "theme", framed=0.3)
    things = lambda: pick(UNSEEN) if random.random() < 0.5 else pick(list(words.GENERAL)) if random.random() < 0.6 else pick(names)  # noqa: E731
    qualities = (COLOURS, CRAFTED, PLEASING, FELT, OTHER)
    for text in UNKNOWN:
        for _ in range(4):
            add(text, "unknown", framed=1)
    for _ in range(7000):
        n, m = things(), things()
        fill = {"n": n, "ns": some(n), "m": m, "q": pick(pick(qualities)), "d": pick(DONE), "w": pick(WHEN)}
        add(pick(OF_A_THING).format(**fill), "unknown")
        if random.random() < 0.35:
            add(pick(DOING).format(**fill), "unknown")
        if random.random() < 0.15:
            add(pick(TIMES).format(**fill), "unknown")
        if random.random() < 0.2:
            x, y, z = (pick(pick(qualities)) for _ in range(3))
            add(pick(ALSO).format(x=x, y=y, z=z), "unknown")
    for name in UNSEEN:
        for form in SHOWN:
            add(form.format(a=one(name), some=some(name), bare=name), "unknown")
    for quality in (*(colour for colour in COLOURS if not colour.endswith("ful")), *OTHER):
        for text in ("is it {}?", "does it look {}?", "is this {}?", "is the picture {}?", "{}?"):
            add(text.format(quality), "unknown")
    for _ in range(600):
        add(" ".join(pick((*names, *OTHER, *DONE, *UNSEEN)) for _ in range(int(random.integers(2, 5)))), "unknown")
    return Asked(list(texts), np.array(list(texts.values())))


def _varied(text: str, pick, random: np.random.Generator) -> str:  # noqa: ANN001
    """The same question in other words around it."""
    if random.random() < 0.7:
        text = re.sub(r"\bit\b", pick(SUBJECTS), text, count=1)
    choice = random.random()
    plain = re.fullmatch(r"(?:is|does) (.+?) (look |feel )?([\w-]+(?: [\w-]+)?)\?", text)
    if plain and choice < 0.2:
        return f"{plain[3]}?"
    if text.startswith("is ") and choice < 0.35:
        return "isn't" + text[2:] if choice < 0.24 else f"{text[:-1]} to you?"
    if choice > 0.9:
        return text[:-1]
    return text


class Router(nn.Module):
    """Logits of the meanings, from a question's vector and how near it is to the nearest name of what can be shown."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first, self.second = nn.Linear(width + 1, HIDDEN), nn.Linear(HIDDEN, len(MEANINGS))

    def forward(self, text: Tensor, near: Tensor) -> Tensor:
        # Unit vectors of many numbers are small; nearness is between -1 and 1.
        return self.second(F.gelu(self.first(torch.cat([text * 8, near * 2], 1))))


def teach(router: Router, text: Tensor, near: Tensor, meaning: np.ndarray, seed: int = 5) -> None:
    """The rarer a meaning among the questions, the more each of its own weighs."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    weight = torch.from_numpy((len(meaning) / len(MEANINGS) / np.bincount(meaning, minlength=len(MEANINGS)).clip(1)) ** 0.5).float()
    truth = torch.from_numpy(meaning)
    optimiser = torch.optim.AdamW(router.parameters(), RATE, weight_decay=0.05)
    steps = EPOCHS * -(-len(meaning) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps)
    drop = nn.Dropout(0.1)
    for _ in range(EPOCHS):
        order = random.permutation(len(meaning))
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            loss = F.cross_entropy(router(drop(text[rows]), near[rows]), truth[rows], weight)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
