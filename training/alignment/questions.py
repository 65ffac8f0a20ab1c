"""Questions in plain words, and what an honest answer to them is: those from which it is learned what people ask, and the set on which
`calm ask` is measured, whose wordings teach nothing."""

from __future__ import annotations

# What people ask about each kind of fault: first when it is there, then when it is not.
ABOUT = {
    "noise": (
        ["is it noisy?", "is there a lot of noise?", "does it look grainy?", "is this photo full of grain?", "is the iso too high?"],
        ["is it free of noise?", "are the plain areas smooth?"],
    ),
    "compression": (
        ["are there compression artefacts?", "is it over-compressed?", "do I see jpeg blocks?", "is the jpeg quality bad?", "is it blocky?"],
        ["is it saved at a high jpeg quality?", "is it free of compression artefacts?"],
    ),
    "over-sharpening": (
        ["is it over-sharpened?", "are there halos around the edges?", "did I sharpen too much?", "is the sharpening overdone?"],
        ["is the sharpening natural?"],
    ),
    "defocus-blur": (
        ["is it out of focus?", "is the picture blurry?", "is it blurred?", "did the focus miss?", "is it soft?", "is it unsharp?", "could it be sharper?", "should it be sharper?"],
        ["is it sharp?", "is it in focus?", "is the focus right?", "is everything crisp?"],
    ),
    "motion-blur": (
        ["is there camera shake?", "is it blurred by movement?", "did the camera move?", "is there motion blur?", "is it shaky?"],
        ["was the camera held still?"],
    ),
    "under-exposure": (
        ["is it too dark?", "is it dark?", "is the picture dark?", "is it under-exposed?", "does it need more light?", "is the exposure too low?"],
        ["is it bright enough?"],
    ),
    "over-exposure": (
        ["is it too bright?", "is it over-exposed?", "is it washed out by light?", "is the exposure too high?", "is it blown out?"],
        [],
    ),
    "low-contrast": (
        ["is the contrast too low?", "does it look flat?", "does it lack contrast?", "is it flat?"],
        ["does it have enough contrast?", "is the contrast good?", "is it punchy?"],
    ),
    "haze": (["is it hazy?", "is it foggy?", "is there a milky veil over it?", "is it misty?"], ["is the air clear?", "is the view clear?"]),
    "over-saturation": (
        ["are the colours too strong?", "is it over-saturated?", "are the colours garish?", "is there too much colour?"],
        [],
    ),
    "dull-colour": (
        ["are the colours dull?", "does it lack colour?", "are the colours washed out?", "are the colours faded?", "is it almost grey?"],
        ["is it colourful?", "is it colorful?", "are the colours lively?", "are the colours vivid?"],
    ),
    "warm-cast": (
        ["is it too yellow?", "is it too warm?", "is there an orange cast?", "is the white balance too warm?", "are the whites yellowish?"],
        [],
    ),
    "cool-cast": (
        ["is it too blue?", "is it too cold?", "is there a blue cast?", "is the white balance too cool?", "does it look bluish?"],
        [],
    ),
    "green-cast": (["is there a green cast?", "is it too green?", "does it look greenish?", "is the tint too green?"], []),
    "magenta-cast": (["is there a magenta cast?", "is it too pink?", "does it look purplish?", "is the tint too magenta?"], []),
    "vignetting": (
        ["are the corners dark?", "is there a vignette?", "is there vignetting?", "do the edges get darker?"],
        ["is the light even to the corners?"],
    ),
    "horizon-tilt": (
        ["is the horizon crooked?", "is it tilted?", "is the picture slanted?", "is the horizon tilted?", "is it askew?"],
        ["is the horizon level?", "is it straight?", "is it level?"],
    ),
    "subject-placement": (
        ["is the subject too near the edge?", "is the subject off to the side?", "is the subject badly placed?"],
        ["is the subject well placed?"],
    ),
    "cut-off-subject": (
        ["is the subject cut off?", "is something cut off at the edge?", "is the head cut off?", "is part of the subject missing?"],
        ["is the whole subject in the frame?"],
    ),
    "colour-cast": (
        ["is the white balance off?", "is there a colour cast?", "are the colours tinted?", "does the white balance need correction?"],
        ["is the white balance right?", "are the colours neutral?", "is white really white?"],
    ),
    "exposure": (["is the exposure wrong?"], ["is the brightness right?", "is it well exposed?", "is the exposure right?"]),
    "colouring": (["do the colours look unnatural?"], ["are the colours natural?", "are the colours true to life?", "are the colours realistic?"]),
    "clutter": (
        ["is it cluttered?", "is the background distracting?", "is it too busy?", "is there too much going on?"],
        ["is the background clean?", "is the background calm?"],
    ),
    "crushed-shadows": (
        ["are the shadows crushed?", "are the shadows blocked up?", "is there pure black without detail?", "did the shadows lose their detail?"],
        ["is there detail in the shadows?"],
    ),
    "clipped-highlights": (
        ["are the highlights clipped?", "are the highlights blown?", "did the highlights burn out?", "is there pure white without detail?"],
        ["is there detail in the highlights?"],
    ),
    "tight-framing": (
        ["is it framed too tightly?", "is the framing too tight?", "is there too little room around the subject?", "did I come too close?"],
        ["is there enough room around the subject?"],
    ),
    "loose-framing": (
        ["is the subject too small?", "is the framing too loose?", "is there too much empty space around the subject?", "should I come closer?"],
        ["is the subject big enough?"],
    ),
    "vertical-tilt": (
        ["do the verticals converge?", "are the buildings falling over?", "do the vertical lines lean?", "is there perspective distortion?"],
        ["are the verticals straight?", "are the vertical lines parallel?"],
    ),
    "subject-sharpness": (
        ["is the subject out of focus?", "is the subject blurred?", "is the subject unsharp?"],
        ["is the subject sharp?", "is the subject in focus?", "is the main subject sharp?"],
    ),
    "balance": (
        ["is it unbalanced?", "is the composition lopsided?", "is there too much weight on one side?"],
        ["is it balanced?", "is the composition well balanced?"],
    ),
    "symmetry": (["is it asymmetrical?"], ["is it symmetrical?", "is there symmetry?", "does it mirror itself?", "are both halves alike?"]),
    "simplicity": ([], ["is it simple?", "is the picture simple?", "is it an uncluttered picture?", "is it a plain composition?"]),
    "leading-lines": ([], ["are there leading lines?", "do lines lead into the picture?", "do lines lead to the subject?", "are there lines that guide the eye?"]),
    "repetition": ([], ["is there a pattern?", "does something repeat?", "is there repetition?", "is there a rhythm of shapes?"]),
}  # fmt: skip

BEAUTY = (
    ["is it beautiful?", "is this a good picture?", "is it a beautiful photo?", "would people like it?", "is it pretty?", "is it attractive?",
     "does it look good?", "is it pleasing to look at?", "is this a great shot?"],
    ["is it ugly?", "is this a bad picture?", "is it unattractive?", "would people dislike it?"],
)  # fmt: skip

# How people ask for a mood.
MOOD = {
    "gloomy": [
        "is it sad?", "is the mood gloomy?", "does it look depressing?", "does this feel sad?", "is it melancholy?",
        "is it a sad picture?", "does it feel hopeless?", "is the atmosphere bleak?", "does it make you sad?",
    ],
    "cheerful": [
        "is it cheerful?", "does it look happy?", "is the mood joyful?", "is it a fun picture?", "does it feel festive?", "is it a happy photo?",
        "are they having fun?", "is it full of joy?", "does it make you smile?", "is the atmosphere cheerful?",
    ],
    "peaceful": [
        "is it peaceful?", "does it feel calm?", "is the mood serene?", "is it relaxing?", "does it feel quiet?", "is it a tranquil scene?",
        "is the atmosphere calm?", "does it feel restful?", "is it soothing?",
    ],
    "frightening": [
        "is it scary?", "does it feel dangerous?", "is the mood threatening?", "is it frightening?", "does it look violent?",
        "is it a disturbing picture?", "does it feel menacing?", "is the atmosphere tense?", "would it frighten a child?",
    ],
}  # fmt: skip

# What no picture answers, or this model has not learned.
UNKNOWN = [
    "who took this picture?", "when was this taken?", "what camera was used?", "how much does it cost?", "is this person famous?",
    "what is her name?", "is it legal to publish this?", "did it rain yesterday?", "is the owner rich?", "what happened next?",
    "is this fake news?", "how old is he?", "is it from my holiday?", "what does the text say?", "is it five o'clock?",
    "does she love him?", "is the price fair?", "was this hard to shoot?", "is the photographer a professional?",
    "how many people are there?", "is it worth a prize?", "is it a metaphor?", "will it sell?", "is the composition good?",
    "is it well composed?", "is the lens good?", "was a flash used?", "does it need cropping?", "should I crop it?",
    "is the subject in the centre?", "is the subject in the center?", "is the main subject in the middle?", "is the subject centred?", "is it centered?",
    "does it follow the rule of thirds?", "is it on a third?", "does it use the golden ratio?", "should I delete it?", "should I keep it?",
    "is it one to keep?", "should I throw it away?", "is it worth keeping?", "is it a masterpiece?", "is it perfect?", "is it of low quality?",
    "is it a high quality photo?", "is the quality good?", "is it bright?", "is the picture bright?", "is anything wrong with it?", "is it a good file?",
]  # fmt: skip

THEME_FORMS = ["is this a photo of a {name}?", "does it show a {name}?", "is there a {name} in it?", "do I see a {name}?", "is that a {name}?"]


# Questions on which `calm ask` is measured; none of them is an anchor.
ASKED = {
    "noise": [("does this shot have visible noise?", 1), ("has it got too much grain?", 1)],
    "compression": [("can you see compression in it?", 1), ("was it saved with too much jpeg compression?", 1)],
    "over-sharpening": [("has it been sharpened too far?", 1), ("do the edges have halos?", 1)],
    "defocus-blur": [("is the image blurred?", 1), ("is it properly focused?", -1), ("is this photograph sharp enough?", -1)],
    "motion-blur": [("was the camera shaken?", 1), ("is it smeared by motion?", 1)],
    "under-exposure": [("is this image too dark?", 1), ("is there too little light in it?", 1)],
    "over-exposure": [("is the photo over-exposed?", 1), ("is there too much light?", 1)],
    "low-contrast": [("is this flat?", 1), ("does the picture need more contrast?", 1)],
    "haze": [("is there haze in the scene?", 1), ("does mist hide the view?", 1)],
    "over-saturation": [("is the saturation overdone?", 1), ("are these colours too intense?", 1)],
    "dull-colour": [("does it look faded?", 1), ("are the colours too weak?", 1)],
    "warm-cast": [("does the photo have a yellow cast?", 1), ("is the colour temperature too warm?", 1)],
    "cool-cast": [("does the photo have a blue tint?", 1), ("is the colour temperature too cold?", 1)],
    "green-cast": [("does it have a green tint?", 1), ("are the colours shifted towards green?", 1)],
    "magenta-cast": [("does it have a pink tint?", 1), ("are the colours shifted towards magenta?", 1)],
    "vignetting": [("do the corners fall into the dark?", 1), ("has it a dark vignette?", 1)],
    "horizon-tilt": [("does the horizon slope?", 1), ("is the camera level?", -1)],
    "subject-placement": [("does the subject stand too close to the border?", 1)],
    "cut-off-subject": [("does the frame cut off the subject?", 1)],
    "colour-cast": [("is the white balance wrong?", 1), ("does it have a color cast?", 1), ("is the colour balance neutral?", -1)],
    "exposure": [("is this photograph properly exposed?", -1), ("did the exposure go wrong?", 1)],
    "colouring": [("do the colours look natural?", -1), ("are the colours off?", 1)],
}  # fmt: skip
ASKED_BEAUTY = [
    ("is it a lovely picture?", 1), ("do people find this beautiful?", 1), ("is the image nice to look at?", 1), ("is it an ugly photo?", -1),
]  # fmt: skip
ASKED_MOOD = {
    "gloomy": ["does this photo feel lonely?", "does the picture have a sad mood?", "is it a gloomy image?", "does it look miserable?"],
    "cheerful": ["does the photo feel happy?", "is it a joyful picture?", "does it have a cheerful mood?", "is it merry?"],
    "peaceful": ["does this picture feel peaceful?", "is it a calm image?", "does the photo have a quiet mood?", "is it a serene view?"],
    "frightening": ["does the photo feel threatening?", "is this a scary image?", "does it look dangerous?", "is it an alarming picture?"],
}
ASKED_UNKNOWN = [
    "who is the photographer?", "on which day was it shot?", "what lens was it taken with?", "is the man married?", "is it expensive?",
    "does the writing on the wall mean anything?", "is it an allegory of time?", "did the team win?", "is the shop still open?",
    "was it taken before noon?", "is my copyright respected?", "is the bride nervous?",
]  # fmt: skip
ASKED_THEME = ["does the picture show a {name}?", "can a {name} be seen here?", "is it a picture of a {name}?"]
# A thing and a quality, two things at once, what is done, when and where: what is told of the whole picture does not answer it.
ASKED_OF_A_THING = [
    "is the sky blue?", "is there a green car?", "is there a sharp knife?", "is the dog sharp?", "is the person beautiful?", "is there a woman?",
    "is there a blurred background?", "is it soft and gentle?", "is it green?", "is it sharp and beautiful?", "are there clouds?", "is there water?",
    "is it night?", "is his jacket yellow?", "is the lawn freshly mown?", "is the kettle boiling?", "is the ocean rough?", "is the model pretty?",
    "is the chair comfortable?", "did they use a tripod?", "is the ceiling dark?", "is the girl happy?", "is the dog friendly?", "are her lips red?",
    "is the bicycle locked?", "is it turquoise?", "is it Tuesday?", "is the violin in tune?", "is the soup hot?", "is the bridge safe?",
    "is the lens sharp?", "is the room bright?", "is the roof flat?", "is the painting on the wall crooked?", "is the boat on the left?",
    "is there a dark alley?", "is there a bright star?", "is the photographer happy?", "is it a warm day?", "is it cold outside?",
    "is it a bright idea?", "is it a soft pillow?", "is there noise from the street?", "is the cat cute?", "is there a lonely tree?",
]  # fmt: skip
