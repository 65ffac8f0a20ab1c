"""Writes MODEL_CARD.md from the measured figures, so that no number is typed by hand."""

from __future__ import annotations

import bundle


def number(value: float) -> str:
    text = f"{value:.3f}"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def percent(value: float) -> str:
    return f"{100 * value:.1f} %"


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


SETS = {
    "oasis": "OASIS, beauty, themes unseen",
    "vessel-landscapes": "Vessel landscapes, liking, whole set unseen",
    "vessel-art": "Vessel art, liking, ten-fold",
    "vessel-art-unseen": "Vessel art, liking, whole set unseen",
    "agiqa": "AGIQA-3K, quality, generators unseen",
    "calista": "Calista100, web pages, ten-fold, settings nested",
}


def write(figures: dict, invariance: dict | None) -> str:
    """`invariance`: results of benchmarks/invariance.mjs, where it has been run on this bundle."""
    identity = figures["identity"]
    scores, simple, gain = figures["scores"], figures["baselines"], figures["gainOver"]
    calibration, domain, strange = figures["calibration"], figures["domain"], figures["unfamiliarity"]
    precision, faces, readings = figures.get("precision", {}), figures["faces"], figures["readings"]
    final, terms, regions = figures["finalFold"], figures["openTerms"], figures["regions"]

    score_rows = [
        [
            SETS[name],
            str(row["pictures"]),
            number(row["srcc"]),
            number(row.get("withinCategory", float("nan"))) if "withinCategory" in row else "–",
            number(row["plcc"]),
            f"{row['mae']:.2f}",
            percent(row["accuracy"]),
        ]
        for name, row in ((name, scores[name]) for name in SETS)
    ]
    plain_rows = [
        [name, number(row["srcc"]), number(row["withinCategory"]), f"+{gain[name]['gain']:.3f}",
         f"{gain[name]['low']:+.3f} to {gain[name]['high']:+.3f}"]
        for name, row in simple.items()
    ]  # fmt: skip
    said_rows = [
        [
            kind,
            percent(row["interval"]["coverage"]),
            f"± {row['interval']['meanHalfWidth']:.2f}",
            percent(row["confidence"]["shareWithinOnePoint"]),
            number(row["confidence"]["calibrationError"]),
            f"{row['confidence']['areaUnderRiskCoverage']:.3f} / {row['confidence']['areaOfConstant']:.3f}",
        ]
        for kind, row in calibration.items()
    ]
    coverage_rows = [
        [name, percent(value)]
        for row in calibration.values()
        for name, value in row["interval"]["coverageByCategory"].items()
    ]
    source_rows = [[name, str(row["pictures"]), percent(row["accuracy"])] for name, row in domain["byHeldOutSource"].items()]
    strange_rows = [
        [name, percent(value), percent(strange["caughtOfUnseenFamily"][name])]
        for name, value in strange["caughtOfSeenFamily"].items()
    ]
    face_rows = [
        [name, f"{row['peopleWithFace']} of {row['people']}", f"{row['othersWithFace']} of {row['others']}"]
        for name, row in faces.items()
        if isinstance(row, dict)
    ]
    mover_rows = [
        [kind, percent(share), percent(readings["technicalLower"]["byKind"].get(kind, float("nan")))]
        for kind, share in readings["contributionMovesMost"]["byKind"].items()
    ]

    aligned = alignment_section(figures)
    changes = ", ".join(f"{kind} {value:+.2f}" for kind, value in readings["scoreChange"].items())

    category_rows = [
        [f"{name}/{category}", str(row["pictures"]), number(row["srcc"]), number(row["plcc"]), f"{row['mae']:.2f}"]
        for name, rows in figures["byCategory"].items()
        for category, row in rows.items()
    ]
    fold = final["gain"]
    pages = figures["pages"]
    page_rows = [
        [name, number(row["srcc"]), f"{number(row['interval'][0])} to {number(row['interval'][1])}", number(row["plcc"]), percent(row["pairs"])]
        for name, row in (("vector alone", pages["withoutReadings"]), ("vector and readings", pages["withReadings"]))
    ]

    return f"""# {identity["id"]} {bundle.VERSION}

A model bundle of CALM SDK: what it is, what it was trained on, what it can and cannot do. Measured numbers were
written by `training/train.py` from `figures.json`, and stand for pictures that the measured model was not fitted on; the few settings
of the head (weights of blocks, sharpness, noise) were chosen on theme folds of OASIS.

**In short.** For photographs the score predicts how *beautiful* people found a picture (OASIS, one to seven, mapped to 0 to 10).
That is mostly a matter of what is shown, little of craft; craft has its own readings and its own technical score. For artworks and
generated pictures, and for interfaces, the scores rest on few or differently asked ratings and are weak; the interval says so.

## What is inside

| file | what | licence |
| --- | --- | --- |
| `encoder.onnx` | {identity["source"]}; float32, any height and width | {identity["licence"]} |
| `faces.onnx` | MediaPipe BlazeFace, back-camera network, with letterbox, decoding and overlap removal inside | Apache-2.0 |
| `detail.onnx` | the first blocks of EfficientNet-Lite2 (Tan & Le 2019) over cut-outs at full size, pooled | Apache-2.0 |
| `alignment.onnx`, `alignment.json` | the multi-scale feature alignment module: tokens of three levels and a theme, trained here | MIT |
| `text-encoder.onnx`, `tokenizer.json` | all-MiniLM-L6-v2 of sentence-transformers, int8 weights as published | Apache-2.0 |
| `ask.onnx` | from words to the tokens' space, and answers to questions, trained here | MIT |
| `scoring.onnx` | the scoring head, trained here | MIT |
| `scoring.json` | calibration: reference sets, intervals, confidence, abstention, contributions, technical score | MIT |
| `taste.onnx`, `taste.json` | the vector that single people's tastes are learned in, what is known of tastes beforehand, topics they are told in; trained here | MIT |

## Trained and measured on

| set | pictures | asked | terms |
| --- | --- | --- | --- |
| OASIS photographs with the beauty ratings of Brielmann & Pelli (2019) | 598 | beauty, 1 to 7 | free for research; research use |
| Vessel et al., landscapes | 148 | liking, 1 to 7 | research use; rights of the images unstated |
| Vessel et al., art | 109 | liking, 1 to 7 | research use; rights of the images unstated |
| AGIQA-3K | 2,172 | perceptual quality, 0 to 5: not beauty | MIT |
| Calista100 web pages | 100 | Bradley-Terry score of pair choices, 1 to 10 | MIT; screenshots of third-party sites |
| unrated: ImageNet sample, BSDS500, Kodak, Debian's MATE and Lomiri wallpapers | 1,549 | nothing | research use; Kodak royalty-free; Debian's CC BY and CC BY-SA |

No picture and no sentence of these sets is part of the bundle: what it holds of rated pictures are vectors of a few hundred numbers, from
which a picture cannot be restored. Several sets are for research use; whoever builds a product on the scores should train on
ratings of their own: the recipe is in `training/`.

## From the paper, and ours

From the CALM paper (arXiv 2412.11952): a frozen visual encoder; a multi-scale feature alignment module of three Q-Formers with learned
queries of their own (low, middle, high) and one linear layer for the theme; known changes of unlabelled pictures, told in varied words,
as what trains it.

Ours: this encoder; the module's size and what each level attends to; a text encoder whose adapted vectors the tokens are taught to agree
with, so that words can address them (the paper's module feeds a language model); the theme taught from ImageNet classes; the score as a distribution over ten bins, read from the encoder's features, for artworks and pages
from tokens too, for pages from means of nine parts of the page and from readings, and never written by a language model; kernel regression as the head; percentile, conformal interval,
confidence and abstention; the additive contributions of readings; the regions of the score; the technical score; the kinds of picture.
The paper's language model is not part of this bundle.

## The score

Ratings are mapped linearly onto 0 to 10. The ten bins show how single people's votes would spread; their mean is the score.
Rank correlation (SRCC), the same within categories, linear correlation (PLCC), mean absolute error in points, and agreement on which
half a picture belongs to:

{table(["set", "pictures", "SRCC", "within category", "PLCC", "MAE", "half"], score_rows)}

Against plain read-outs of the same features, on the same {10} repeats of five theme folds; interval by resampling themes:

{table(["read-out", "SRCC", "within category", "gain of the head in SRCC", "95 %"], plain_rows)}

**Themes that chose nothing.** {final["themes"]} themes of OASIS ({final["head"]["pictures"]} pictures) took no part in choosing what this version
changed (the head's noise; earlier choices had seen folds of all themes). Trained on the others: head
{number(final["head"]["srcc"])} ({number(final["head"]["withinCategory"])} within category), ridge {number(final["ridge"]["srcc"])} ({number(final["ridge"]["withinCategory"])}), paired gain {fold["gain"]:+.3f} ({fold["low"]:+.3f} to {fold["high"]:+.3f}).
They were opened twice: with tokens in the photographs' head (.865) and, as the other themes had decided, without.

**Pages.** What is read in pages (feature congestion, subband entropy, white space, …) adds to their score in curves that never fall, fitted together
with the kernel. Ten-fold, ten repeats; weight of places, noise of the kernel and pull of the curves are chosen for each fold by folds of the other nine.
SRCC with an interval (95 %) by drawing pages again; pairs: how often the score orders two pages held out together as one person chose ({pages["choices"]:,}
choices, undecided ones left out), where what all other sessions say together is right in {percent(pages["people"])}:

{table(["score of pages from", "SRCC", "95 %", "PLCC", "pairs"], page_rows)}

Readings gain {pages["gain"]["gain"]:+.3f} ({pages["gain"]["low"]:+.3f} to {pages["gain"]["high"]:+.3f}) in SRCC: nothing that could be told from chance. They say in words and numbers what a page is
like; how far people like it shows in what lies where: with fewer blocks of the encoder and without means of nine parts of the page the same folds
gave .643. That parts are looked at, and which blocks, was found on these folds, so the figure is somewhat too kind.

By category; the data tell nothing else of the pictures, and nothing of who the raters were:

{table(["category", "pictures", "SRCC", "PLCC", "MAE"], category_rows)}

**Terms.** Heads trained only on sets whose terms allow any use (AGIQA, Calista; both MIT) would be these: for interfaces the shipped one; for
photographs one of AGIQA alone, which agrees with OASIS at SRCC {number(terms["photographs"])} and with Vessel's landscapes at {number(terms["landscapes"])}; for artworks one of
AGIQA alone, which agrees with Vessel's art at {number(terms["art"])}. That is not worth having, so no such bundle is made: whoever needs a photographs'
head on free terms should train it on ratings of their own.

People liked Vessel's landscapes less than the head, trained on OASIS alone, expects: hence its large error beside a fair order. In the
shipped head the landscapes are brought to the level of OASIS.

One person against the mean of the others reaches a Pearson correlation of .64 on OASIS, .58 on Vessel's landscapes and .28 on its
art: taste in art is personal, and a general score for it cannot be good.

## What a score says of itself

Interval: 80 % split-conformal, scaled by the expected error of the picture. Confidence: probability that the error is at most one
point; its area under the risk-coverage curve stands beside that of a constant (lower is better; interfaces have too few ratings
for more than a constant). All cross-fitted.

{table(["kind", "coverage", "half width", "within one point", "calibration error", "risk-coverage / constant"], said_rows)}

{table(["category", "coverage of the 80 % interval"], coverage_rows)}

Percentiles are places among this head's own out-of-fold predictions for the reference set named in the result.

**Kinds.** Photograph, artwork or generated, interface: balanced accuracy {percent(domain["balancedAccuracy"])} on whole sources that were left out
of training, each picture once as it is and once resized and resaved at random. Interfaces have one source only, so theirs are fifths
of it. Photographs are favoured on purpose; of those out of focus or moved, which look painted, {percent(domain["blurredPhotographs"])} are taken for
photographs. In the shipped classifier no source is left out.

{table(["source left out", "pictures", "accuracy"], source_rows)}

**Abstention.** The score is withheld where an image is no picture that the head knows. Learned against made images, its threshold
set so that one known picture in a hundred is withheld.

{table(["family", "new images caught", "caught where training left the family out"], strange_rows)}

Withheld of known pictures: {", ".join(f"{name} {percent(value)}" for name, value in strange["withheldOfKnown"].items())}.

## Where a score comes from

`regions` tells what each cell of a picture adds to what the reference pictures get on average, by integrated gradients from the average unrated photograph (the difference
of the two averages is spread evenly); the parts add up to
the score exactly. Held against what the score loses where a sixteenth of the picture is blurred away, on {regions["pictures"]} photographs of OASIS: rank
correlation within a picture {number(regions["regions"])}, where nearness to the middle of the picture reaches {number(regions["middle"])}.

## Contributions and the technical score

Contributions are monotone curves of the attributes' scores; what they leave is the overall impression. On OASIS themes they have not
seen, they explain {percent(max(0.0, readings["varianceExplained"]))} of the variance of beauty ratings (SRCC {number(readings["srcc"])}): readings of craft say little of how beautiful people find
what is shown, and the overall impression carries the rest. A changed attribute's contribution is the one that moves most in
{percent(readings["contributionMovesMost"]["aboutMedium"])} of known changes of about medium strength ({percent(readings["contributionMovesMost"]["mean"])} from weak up, mean of kinds), and the technical score falls in
{percent(readings["technicalLower"]["mean"])} (photographs not fitted; the technical score's rank correlation with severity is {number(readings["technicalAgainstSeverity"])}, a clean
photograph has {readings["technicalOfClean"]:.1f} on average). From weak up:

{table(["change", "its contribution moves most", "technical score falls"], mover_rows)}

{aligned}
{taste_section(figures)}{suggestion_section(figures)}{ablation_section(figures)}{tuning_section(figures)}{invariance_section(invariance)}## Choices by measurement

{precision_section(precision)}Faces on OASIS, confidence from {faces["minimumConfidence"]} up. Not every photograph of people shows a face:

{table(["network", "photographs of people with a face found", "objects and scenes with a face found"], face_rows)}

## Known failures

- Beauty is content: a well-made photograph of a rubbish dump scores low, a poor one of a lake high.
- Raters were a few hundred people who read English; other tastes are not represented. OASIS also shows disturbing scenes.
- Faults of craft move the score by what the raters' pictures, which hold few of them, taught: mean change of the score, from weak
  up: {changes}. Those near or above zero go unpunished by the score; the technical score and the contributions name them.
- Photographs on plain ground, drawings and photorealistic renderings are at times taken for one another's kind; the score is then
  on the wrong scale, with a low `domain.confidence`.
- AGIQA's scale is quality, so generated pictures are judged by how flawless they look.
- Readings err where a style looks like a fault: tilt and converging verticals in foliage and grass, motion blur or panning in soft
  backgrounds, a silhouette where a bright flower stands on dark ground, casts and over-saturation where colours are so by nature.
- Styles are not all safe: fog laid over a clear picture is called haze or low contrast, a panorama or a bare frame around it changes the
  score, and darker skin finds new weaknesses more often than lighter skin does (table above).
- Small, turned and covered faces are not found.
- What is shown is known by ImageNet's classes alone: what they do not cover (rocks, snow, the sun, fireworks, faces) is now and then taken
  for what they do, an animal above all.
- A picture that is all blue sky or all orange evening light may be told to have a cast.
"""


def alignment_section(figures: dict) -> str:
    """What the tokens see; empty where the bundle has none."""
    a = figures.get("alignment")
    if a is None:
        return ""
    naming, words, asked, records = a["naming"], a["namingByWords"], a["ask"], a["records"]
    by = naming["by"]
    rows = [
        ["the tokens' own read-out", percent(naming["first"]), percent(naming["firstThree"]), str(naming["pictures"])],
        ["… changes made by the attributes' own code", percent(by["own"]["first"]), percent(by["own"]["firstThree"]), str(by["own"]["pictures"])],
        ["… by a second implementation", percent(by["second"]["first"]), percent(by["second"]["firstThree"]), str(by["second"]["pictures"])],
        ["words alone", percent(words["first"]), percent(words["firstThree"]), str(words["pictures"])],
    ]
    kinds = [[kind, percent(row["first"]), percent(row["firstThree"]), str(row["pictures"])] for kind, row in naming["byKind"].items()]
    worst = ", ".join(sorted(naming["byKind"], key=lambda kind: naming["byKind"][kind]["first"])[:4])
    worst = f"{worst[0].upper()}{worst[1:]}"
    routes = [
        [route, str(row["questions"]), percent(row["answered"]), percent(row["rightWhenAnswered"]), percent(row["alwaysNo"])]
        for name, whole in asked.items()
        if name not in ("unknown", "ofAThing")
        for route, row in ((name, whole), *((f"… {part}", figures) for part, figures in whole.get("parts", {}).items()))
    ]
    seeds, seeds_three = (", ".join(percent(value) for value in a["seeds"][which]) for which in ("first", "firstThree"))
    return f"""## The tokens

{a["parameters"]:,} parameters. Trained on {records["trained"]:,} pictures: harmless variants of an ImageNet sample and of BSDS500, as they are or changed in one
or two known respects ({a["changesLabelled"]:,} changes), with texts for what was done. Measured on photographs of other sets, changed at medium strength:
how often the kind of change is the first, or among the first three, that one picture's tokens name. By each of three seeds first {seeds}, among the first three {seeds_three};
shipped is the one that names changes of held-out pictures best.

{table(["named by", "first", "first three", "pictures"], rows)}

{table(["kind", "first", "first three", "pictures"], kinds)}

{worst} are what the tokens see worst, where readings help.
Probabilities are calibrated (calibration error {number(a["calibrationError"])}). Told and true strength correlate at {number(a["severityCorrelation"])} within a kind.

By itself the text encoder hardly tells opposites apart: cosine of under- and over-exposed, warm and cool, green and magenta
{number(a["directions"]["rawOpposite"])}, of two texts for the same {number(a["directions"]["rawSame"])}; after the adapter {number(a["directions"]["adaptedOpposite"])} and {number(a["directions"]["adaptedSame"])}.

**Are the labels true?** Held against the engine's own measurement of the same picture, which shares nothing with the tokens: agreement
{percent(a["labels"]["agreement"])}, kappa {number(a["labels"]["kappa"])} over {a["labels"]["pairs"]:,} pairs. Much of the rest are faults that the pictures had before.

**Questions.** How often a yes-or-no question is answered rather than "cannot tell", and how often the answer is right (photographs
and wordings not trained on; yes and no weigh the same, and of what is shown one in ten is yes; "always no" is what answering no would
get; the encoder may know the pictures of ImageNet, not those of OASIS). Craft is answered here by the tokens alone; the engine weighs the
measurement as well. Of what is shown the engine says yes or "cannot tell", never no. What a mood is was taught by the names of OASIS'
themes (sad faces, graveyards and prisons are gloomy, …); its figures stand for themes not trained on. Whether people are shown, for which
ImageNet has no class, was taught by OASIS' own category (area under the curve {number(asked["theme"]["aucOfPeople"])} on themes not trained on). What a question means is heard by a
classifier of its words, taught by a grammar: of {asked["unknown"]["questions"]} questions that no picture answers {percent(asked["unknown"]["cannotTell"])} get "cannot tell", of
{asked["ofAThing"]["questions"]} that ask for the quality of a thing in the picture, for two things at once, or when and where ("is the sky blue?") {percent(asked["ofAThing"]["cannotTell"])}.

{table(["about", "questions", "answered", "right when answered", "always no"], routes)}

"""


def taste_section(figures: dict) -> str:
    """What a learned taste is worth; empty where the bundle learns none."""
    t = figures.get("taste")
    if t is None:
        return ""
    counts = list(t["methods"]["personal"])

    def cell(row: dict) -> str:
        between = f" ({row['low']:+.3f} to {row['high']:+.3f})" if "low" in row else ""
        return f"{row['gain']:+.3f}{between}, {percent(row['worse'])}"

    def rows(part: dict) -> list[list[str]]:
        return [[name, *(cell(found[count]) for count in counts)] for name, found in part["methods"].items()]

    head = ["", *(f"{count} ratings" for count in counts)]
    category_rows = [
        [name, number(found[counts[0]]["general"]), *(f"{found[count]['gain']:+.3f}" for count in counts)] for name, found in t["byCategory"].items()
    ]
    third_rows = [
        [f"{number(row['agreement'])}", number(row["general"]), *(cell(row[count]) for count in counts), percent(row[counts[-1]]["coverage"])]
        for row in t["byAgreement"]
    ]
    vessel_counts = ("10", "20", "50")
    vessel_rows = [
        [name, number(found["general"]), *(cell(found[count]) for count in vessel_counts), f"{number(found['retest']['srcc'])} / {number(found['retest']['plcc'])}"]
        for name, found in t["vessel"].items()
    ]
    coverage_rows = [[count, percent(value), f"± {t['meanHalfWidth'][count]:.2f}"] for count, value in t["coverage"].items()]
    craft = "; ".join(f"{name} {percent(found['100'])} and {percent(found['300'])}" for name, found in t["craft"].items())
    final = ""
    if "final" in t:
        final = f"""**Raters and themes that chose nothing** ({t["final"]["raters"]} raters, {figures["finalFold"]["head"]["pictures"]} pictures, general score {number(t["final"]["general"])}; opened once):

{table(head, rows(t["final"]))}

So few pictures say little: an interval by drawing themes holds both nothing and most of what is gained above. The same raters on the themes
above, where they took no part in any choice either:

{table(head, rows(t["newRaters"]))}

On the final themes intervals hold {", ".join(f"{percent(value)} at {count}" for count, value in t["final"]["coverage"].items())}.

"""
    return f"""## One person's taste

The vector's axes come from unrated photographs; along which of them people differ, and how much, from the single raters of
OASIS (multi-task Bayesian regression by expectation maximisation). Without ratings a personal score is the general one. Mean
over raters of the rank correlation with one rater's own ratings: general score {number(t["general"])}. Gain in it over the general score, and the share of
raters who are worse off by more than .02; neither rater nor theme was seen by head, scaling, prior or the ratings given. Intervals (95 %) by drawing
themes and raters both:

{table(head, rows(t))}

Ridge penalties are chosen by leave-one-out; neighbours are ten. "Raters as neighbours": the thirty raters whose residuals agree best with the person's on
pictures that both rated, each answering through a ridge regression of their own, as nobody's ratings of the pictures asked for are
known. "What all raters add" knows nothing of the person: it is what a better general score would gain, and part of what neighbours gain.

{final}By category of picture (pooled over themes; general score's correlation, then gains):

{table(["category", "general", *(f"{count} ratings" for count in counts)], category_rows)}

By thirds of raters, as they agree with the mean of the others:

{table(["agreement", "general", *(f"{count} ratings" for count in counts), "within the interval at 90"], third_rows)}

Other pictures and other raters (Vessel et al.; the prior is that of OASIS, the ratings given and ranked are means of two; pictures split in four):

{table(["set", "general", *(f"{count} ratings" for count in vessel_counts), "same rater again, SRCC / PLCC"], vessel_rows)}

The same rater again on OASIS: PLCC .845, taken over with the data; each rater saw a picture once in what is measured here.

The interval is for one rating brought to points; of unseen ratings it holds, by ratings given:

{table(["ratings", "within", "half width"], coverage_rows)}

A taste is told in {len(figures["topics"])} topics, readings and things shown, which the vector tells at correlations from {number(min(figures["topics"].values()))} to
{number(max(figures["topics"].values()))} on pictures left out; people are known by surely seen faces alone.

OASIS holds few faults of craft. Made-up people who like or mind a reading by half a deviation for each of its: of that, their personal scores show
after 100 and 300 ratings: {craft}.

"""


def suggestion_section(figures: dict) -> str:
    """What edits are worth; empty where the bundle makes no suggestions."""
    s = figures.get("suggestions")
    if s is None:
        return ""
    return f"""## Suggestions

Learned from {s["tried"]:,} edits that the engine tried on clean and on changed photographs of the ImageNet sample and of BSDS500; figures stand for
themes that were not fitted, changes from three quarters of weak up. Where an edit could undo the change ({s["undoable"]} pictures), the first
suggestion does in {percent(s["first"])}, one of the first three in {percent(s["firstThree"])}. Of clean photographs {percent(s["cleanLeftAlone"])} are left alone. Of all
suggestions {percent(s["rightSign"])} are truly worth something. Photographs of other sets, changed by other code, are in
`benchmarks/results/suggestions.md`.

"""


def precision_section(precision: dict) -> str:
    if not precision:
        return ""
    rows = [
        [name, f"{row['bytes'] / 1e6:.1f} MB", f"{row['milliseconds']['1']:.1f} / {row['milliseconds']['2']:.1f}",
         number(row["readOutSrcc"]), percent(row["relativeErrorOfHead"])]
        for name, row in precision.items()
    ]  # fmt: skip
    return f"""Precision of the encoder, 320 × 427 pixels, best of 30 runs on the machine that made this bundle (milliseconds with one / two threads):

{table(["precision", "size", "ms", "ridge SRCC on OASIS", "error of the head's activations"], rows)}

8-bit integers would halve the time and lose nothing that a read-out notices, but move every activation by a quarter of its spread,
and may be slow where processors or providers have no 8-bit arithmetic; float16 weights save bytes only. This bundle ships float32:
equal to the published network within 10⁻³.

"""


def ablation_section(figures: dict) -> str:
    """What each part of the alignment is worth; empty where that has not been measured."""
    ablations = figures.get("ablations")
    if not ablations:
        return ""
    whole = ablations["everything"]
    rows = [
        [name, percent(row["first"]), percent(row["firstThree"]), percent(row["wordsFirst"]) if "wordsFirst" in row else "–"]
        for name, row in ablations.items()
        if "othersFirst" not in row
    ]
    families = [
        [name.removeprefix("without ").removesuffix(" changes"), percent(row["othersFirst"]),
         percent(whole["othersOf"][name.removeprefix("without ").removesuffix(" changes")])]
        for name, row in ablations.items()
        if "othersFirst" in row
    ]  # fmt: skip
    return f"""## Ablations

Each a short training of its own on the same fifth of the pictures, one seed; naming as above. Differences below two points are chance.

{table(["training", "first", "first three", "words alone, first"], rows)}

What names changes is the low level with its full-size detail, and many different pictures. The middle and the high level add nothing to
naming, and learning words costs some of it, beyond chance; words are what lets the tokens be asked in words at all, and the theme is taught
beside the levels.

Without one family of changes the tokens cannot name it; what becomes of naming all others, among themselves:

{table(["family left out", "others, first", "with everything trained"], families)}

"""


def tuning_section(figures: dict) -> str:
    """What tuning the encoder would gain; empty where that has not been measured."""
    tuning = figures.get("tuning")
    if not tuning:
        return ""
    rows = [[name, number(row["srcc"]), number(row["within"])] for name, row in tuning.items()]
    return f"""**Frozen or tuned.** The encoder is frozen. Its blocks behind stride 16, gently tuned on the beauty ratings of OASIS (`encoder/tune.py`: theme
folds, the encoder's own features alone, the same head fitted after it):

{table(["encoder", "SRCC", "within category"], rows)}

"""


def invariance_section(invariance: dict | None) -> str:
    """What harmless changes, styles and skin do to a score; empty where that has not been measured."""
    if invariance is None:
        return ""
    rows = [
        [part["name"], f"{part['scoreChange']:+.2f}", f"{part['scoreMoved']:.2f}", f"{part['technicalChange']:+.2f}", percent(part["newWeakness"])]
        for group in ("harmless", "styles", "skin")
        for part in invariance[group]
    ]
    return f"""## Invariance

The same picture, changed in a way that a viewer would not see or would take for a style ({invariance["harmless"][0]["pictures"]} clean photographs; skin:
{invariance["skin"][0]["pictures"]} photographs of people). Mean change of the score, how far it moves either way, mean change of the technical score, and how often
a weakness of severity .5 is newly found. Made by `benchmarks/invariance.mjs`.

{table(["change", "score", "moved by", "technical", "new weakness"], rows)}

Darker skin is found under-exposed or low in contrast, lighter skin over-exposed or clipped, where skin fills the picture or what lies
around it has the colour of skin (sand, wood, warm walls), so that its tones change with it.

"""
