// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { LayoutCritique } from './layout.js';

/**
 * What became of one picture: an assessment, or the reason why there is none.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "AssessmentResult".
 */
export type AssessmentResult = Assessment | FailedAssessment;
/**
 * One attribute of this picture: measured, or the reason why not.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "AttributeReading".
 */
export type AttributeReading = MeasuredAttribute | UnmeasuredAttribute;
/**
 * The paper's three levels of perception.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Level".
 */
export type Level = 'low' | 'middle' | 'high';
/**
 * A place in the upright picture, in fractions of its width and height, origin top left.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Evidence".
 */
export type Evidence = BoxEvidence | LineEvidence | GridEvidence;
/**
 * One edit with its parameters. What changes nothing: 0 EV, factor 1, ratio 1, 0 stops, σ 0, amount 0, 0°, the whole frame.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Edit".
 */
export type Edit =
  | ExposeEdit
  | ShadowsEdit
  | HighlightsEdit
  | ContrastEdit
  | DehazeEdit
  | SaturateEdit
  | VibranceEdit
  | WarmEdit
  | TintEdit
  | VignetteEdit
  | DenoiseEdit
  | UnsharpMaskEdit
  | RotateEdit
  | KeystoneEdit
  | CropEdit;

/**
 * What CALM says of several pictures, as `calm assess --format json` prints it.
 */
export interface AssessmentDocument {
  /**
   * One result for each picture, in the order of the request.
   */
  results: AssessmentResult[];
}
/**
 * The assessment of one picture.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Assessment".
 */
export interface Assessment {
  /**
   * The picture was assessed.
   */
  status: 'ok';
  source: Source;
  picture: PictureFacts;
  domain: Domain;
  score?: Score;
  /**
   * One reading for each attribute, in the order of the registry.
   */
  attributes: AttributeReading[];
  /**
   * What matters most in this picture, most severe first; weaknesses, strengths and styles together.
   */
  findings: Finding[];
  /**
   * What the picture shows, where that can be named: people, and at most one thing beside them. Only for photographs.
   */
  shows?: Shown[];
  features?: Features;
  rank?: Rank;
  stamps: Stamps;
  attention?: Attention;
  regions?: Regions;
  comment?: Comment;
  /**
   * Statistics of the working raster that the second reader of suggestions judges edits by, for whoever trains on them.
   */
  statistics?: number[];
  suggestions?: Suggestions;
  /**
   * What is missing because an extension failed. Absent where nothing is.
   */
  warnings?: Warning[];
  layout?: LayoutCritique;
}
/**
 * Where the picture came from.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Source".
 */
export interface Source {
  /**
   * How the picture was handed over.
   */
  kind: 'path' | 'bytes' | 'stream' | 'pixels';
  /**
   * The file, as it was named in the request.
   */
  path?: string;
  /**
   * What the host calls the picture.
   */
  name?: string;
}
/**
 * What the picture is, before any judgement.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "PictureFacts".
 */
export interface PictureFacts {
  /**
   * Width of the upright picture in pixels, at full size.
   */
  width: number;
  /**
   * Height of the upright picture in pixels, at full size.
   */
  height: number;
  /**
   * SHA-256 of the source's bytes, in hex.
   */
  sha256: string;
  /**
   * SHA-256 of the image alone, in hex: it stays the same when EXIF, XMP, IPTC, comments or thumbnails are written into a JPEG, PNG or WebP file or taken out of it, and changes with the samples and their colour profile. Of other formats it is that of all bytes. What people say of a picture is kept by it.
   */
  imageSha256: string;
  /**
   * File format by content: jpeg, png, webp, avif, tiff, gif, svg, or pixels.
   */
  format: string;
  /**
   * Whether only a smaller rendition of the picture was seen.
   */
  preview: boolean;
  capture?: CaptureFacts;
}
/**
 * What the camera wrote into the file. Absent facts are absent.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "CaptureFacts".
 */
export interface CaptureFacts {
  /**
   * Maker and model.
   */
  camera?: string;
  /**
   * Lens model.
   */
  lens?: string;
  /**
   * ISO sensitivity.
   */
  iso?: number;
  /**
   * Shutter time in seconds.
   */
  exposureTime?: number;
  /**
   * Aperture as an f-number.
   */
  fNumber?: number;
  /**
   * Focal length in millimetres.
   */
  focalLength?: number;
  /**
   * Exposure compensation in EV.
   */
  exposureBias?: number;
  /**
   * When it was taken, ISO 8601 without zone.
   */
  takenAt?: string;
}
/**
 * The kind of picture. Scores of different kinds do not compare.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Domain".
 */
export interface Domain {
  /**
   * photograph; artwork (drawn, painted or generated); interface (a screen of a program or page).
   */
  id: 'photograph' | 'artwork' | 'interface';
  /**
   * Probability that this is the right kind, 4 decimals.
   */
  confidence: number;
}
/**
 * How good the picture looks, on a scale from 0 to 10.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Score".
 */
export interface Score {
  /**
   * Mean of the distribution, 2 decimals.
   */
  value: number;
  interval: Interval;
  /**
   * Share of the reference set that scores lower, in percent, 1 decimal.
   */
  percentile: number;
  reference: Reference;
  /**
   * Probability that the error is at most one point, 4 decimals.
   */
  confidence: number;
  /**
   * True where the picture is unlike everything the model knows: do not use the score.
   */
  abstained: boolean;
  /**
   * Probability of each tenth of the scale, from [0, 1) to [9, 10]; sums to 1, 6 decimals.
   *
   * @minItems 10
   * @maxItems 10
   */
  distribution: number[];
  /**
   * Craft (sharpness, noise, exposure, colour, level), apart from the score and not mixed into it, 2 decimals.
   */
  technical: number;
  /**
   * Signed parts that add up exactly to value minus reference.mean; the last is the overall impression.
   */
  contributions: Contribution[];
  /**
   * The contributions as a person hears them, in the language of the request: what no reading explains first, then what lifts the score, then what lowers it, largest first. Opposites are one, and of a fault that lifts the score its absence is told. They add up as contributions do.
   */
  reasons?: ScoreReason[];
  personal?: PersonalScore;
}
/**
 * Where a score likely lies: that of human raters together, or what one person would give.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Interval".
 */
export interface Interval {
  /**
   * Lower end, 2 decimals.
   */
  low: number;
  /**
   * Upper end, 2 decimals.
   */
  high: number;
  /**
   * Share of pictures for which it holds, 0 to 1.
   */
  level: number;
}
/**
 * The pictures that percentile and contributions compare with.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Reference".
 */
export interface Reference {
  /**
   * Name of the set.
   */
  id: string;
  /**
   * How many pictures it holds.
   */
  size: number;
  /**
   * Mean of the model's own scores on it, 2 decimals.
   */
  mean: number;
}
/**
 * What one attribute adds to the score or takes from it.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Contribution".
 */
export interface Contribution {
  /**
   * Id of the attribute, or overall-impression for what no single reading explains.
   */
  attribute: string;
  /**
   * In points of the score, 2 decimals.
   */
  value: number;
}
/**
 * What an attribute, or opposites together, add to the score.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "ScoreReason".
 */
export interface ScoreReason {
  /**
   * Id of the attribute; of opposites the one that reads worse; overall-impression for what no reading explains.
   */
  attribute: string;
  /**
   * For a person: depth separation, no vignetting.
   */
  title: string;
  /**
   * Points of the score, 2 decimals; not zero.
   */
  value: number;
}
/**
 * How good one person would find the picture, on the scale of the general score: what was learned from what they said of others. With nothing said it is the general score.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "PersonalScore".
 */
export interface PersonalScore {
  /**
   * Name of the taste profile; absent where examples were given instead.
   */
  profile?: string;
  /**
   * 2 decimals.
   */
  value: number;
  interval: Interval;
  /**
   * Share of the reference set whose general score is lower, in percent, 1 decimal.
   */
  percentile: number;
  /**
   * How many ratings, flags and choices it was learned from.
   */
  ratings: number;
  /**
   * How far what was learned counts, from 0, the general score, to 1; 2 decimals.
   */
  weight: number;
  /**
   * True where the person has set this picture's score themselves: the value is theirs.
   */
  overridden: boolean;
  /**
   * Signed parts that add up exactly to the value minus the general score, largest first, what no topic explains last; empty where the person has set the score.
   */
  contributions: PersonalContribution[];
}
/**
 * What one topic of a person's taste adds to the general score.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "PersonalContribution".
 */
export interface PersonalContribution {
  /**
   * `reading`: an attribute, `topic` is its id. `shown`: what the picture shows. `consensus`: how much more, or less, than others the person goes by the general score. `overall`: what no topic explains.
   */
  kind: 'reading' | 'shown' | 'consensus' | 'overall';
  /**
   * Id of the attribute or of what is shown; `consensus` and `overall` name themselves.
   */
  topic: string;
  /**
   * Points, 2 decimals.
   */
  value: number;
}
/**
 * A reading.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "MeasuredAttribute".
 */
export interface MeasuredAttribute {
  /**
   * Id of the attribute.
   */
  id: string;
  level: Level;
  /**
   * It was measured.
   */
  status: 'measured';
  /**
   * In the attribute's unit, 4 decimals.
   */
  value: number;
  /**
   * Unit of value, empty where it has none.
   */
  unit: string;
  /**
   * The value in words and figures, for a person.
   */
  text: string;
  /**
   * 1 is no concern, 0 as bad as it gets, 6 decimals.
   */
  score: number;
  /**
   * Probability that the reading is right, 4 decimals.
   */
  confidence: number;
  /**
   * Among ordinary photographs: low where at least nine in ten have a higher value, high where nine in ten have a lower one. Absent in between, and where what is ordinary is not known.
   */
  standing?: 'low' | 'high';
  seen?: Seen;
}
/**
 * What the learned tokens say of this attribute, apart from the measurement: they were taught on known changes.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Seen".
 */
export interface Seen {
  /**
   * That it is there, at least weakly.
   */
  probability: number;
  /**
   * 0 not there, 1 weak, 2 medium, 3 strong: the expected value.
   */
  severity: number;
}
/**
 * An attribute that this picture does not allow to measure.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "UnmeasuredAttribute".
 */
export interface UnmeasuredAttribute {
  /**
   * Id of the attribute.
   */
  id: string;
  level: Level;
  /**
   * It was not measured.
   */
  status: 'not-measured';
  /**
   * Unit of the value it would have.
   */
  unit: string;
  /**
   * Why not, for a person.
   */
  reason: string;
  seen?: Seen;
}
/**
 * Something worth saying about this picture.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Finding".
 */
export interface Finding {
  /**
   * Unique within the assessment, the same on every run.
   */
  id: string;
  /**
   * Id of the attribute that it reads.
   */
  attribute: string;
  /**
   * A weakness, a strength, or a style: a look that may be meant, which is neither.
   */
  kind: 'strength' | 'weakness' | 'style';
  /**
   * How much it matters, 4 decimals.
   */
  severity: number;
  /**
   * What the attribute adds to the score, 2 decimals; 0 without a score.
   */
  contribution: number;
  /**
   * Where it is seen; empty where it concerns the whole frame.
   */
  evidence: Evidence[];
}
/**
 * A rectangle.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "BoxEvidence".
 */
export interface BoxEvidence {
  /**
   * A rectangle.
   */
  kind: 'box';
  /**
   * Left edge.
   */
  x: number;
  /**
   * Top edge.
   */
  y: number;
  /**
   * Width.
   */
  width: number;
  /**
   * Height.
   */
  height: number;
}
/**
 * A line from (x1, y1) to (x2, y2).
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "LineEvidence".
 */
export interface LineEvidence {
  /**
   * A line.
   */
  kind: 'line';
  /**
   * Start, across.
   */
  x1: number;
  /**
   * Start, down.
   */
  y1: number;
  /**
   * End, across.
   */
  x2: number;
  /**
   * End, down.
   */
  y2: number;
}
/**
 * A map over the whole picture.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "GridEvidence".
 */
export interface GridEvidence {
  /**
   * A map.
   */
  kind: 'grid';
  /**
   * Cells across.
   */
  columns: number;
  /**
   * Cells down.
   */
  rows: number;
  /**
   * Row by row, 0 to 1, 2 decimals.
   */
  values: number[];
}
/**
 * Something that the picture shows, one or several of it.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Shown".
 */
export interface Shown {
  /**
   * What it is.
   */
  thing:
    | 'person'
    | 'people'
    | 'face'
    | 'animal'
    | 'bird'
    | 'dog'
    | 'bear'
    | 'lion'
    | 'tiger'
    | 'monkey'
    | 'elephant'
    | 'shark'
    | 'fish'
    | 'snake'
    | 'lizard'
    | 'insect'
    | 'car'
    | 'boat'
    | 'aeroplane'
    | 'building'
    | 'flower'
    | 'fruit'
    | 'food'
    | 'water';
  /**
   * Probability that it is there, 4 decimals.
   */
  confidence: number;
}
/**
 * What the encoder saw, for whoever trains on it.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Features".
 */
export interface Features {
  /**
   * Mean of the head's activations over the picture.
   */
  head: number[];
  /**
   * Their standard deviation.
   */
  headDeviation: number[];
  /**
   * Logits of the ImageNet classes.
   */
  classes: number[];
  /**
   * Tokens of the low level, one after the other, where the bundle has an alignment.
   */
  low: number[];
  /**
   * Tokens of the middle level.
   */
  middle: number[];
  /**
   * Tokens of the high level.
   */
  high: number[];
  /**
   * The theme, in the space of the bundle's text encoder.
   */
  thematic: number[];
  /**
   * For every change that the tokens were taught, in the bundle's order: the probabilities that it is there at least weakly, at least at medium strength, strongly.
   */
  strength: number[];
}
/**
 * The place among the pictures of the same kind that were ranked together.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Rank".
 */
export interface Rank {
  /**
   * 1 is the best; equal scores share the better place.
   */
  position: number;
  /**
   * How many pictures of this kind were ranked.
   */
  of: number;
  /**
   * Share of the other pictures of this kind that it beats, equals counting half, in percent; null where there are no others.
   */
  percentile: number | null;
}
/**
 * What made this result. Two scores compare only where model, preprocessing and registry agree.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Stamps".
 */
export interface Stamps {
  /**
   * Version of this schema, major and minor.
   */
  protocol: string;
  /**
   * Version of the engine.
   */
  engine: string;
  model: ModelStamp;
  /**
   * Version of the way from file to pixels.
   */
  preprocessing: string;
  /**
   * Hash of the registered attributes.
   */
  registry: string;
}
/**
 * The model bundle.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "ModelStamp".
 */
export interface ModelStamp {
  /**
   * Name and version.
   */
  id: string;
  /**
   * SHA-256 of the bundle's manifest, which holds those of its files.
   */
  sha256: string;
}
/**
 * Where the learned queries of each level looked, on average: a grid each, 1 where they looked most.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Attention".
 */
export interface Attention {
  low: GridEvidence;
  middle: GridEvidence;
  high: GridEvidence;
}
/**
 * Where the score comes from: what each cell of the picture adds to what the reference pictures get on average. `base` and `values` add up to the score's value exactly.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Regions".
 */
export interface Regions {
  /**
   * The mean of the score's reference, 2 decimals.
   */
  base: number;
  /**
   * Cells across.
   */
  columns: number;
  /**
   * Cells down.
   */
  rows: number;
  /**
   * Row by row, signed, in points of the score, 4 decimals.
   */
  values: number[];
}
/**
 * What the picture is told in sentences, each of which stands on readings.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Comment".
 */
export interface Comment {
  /**
   * BCP 47 tag of the language.
   */
  language: string;
  /**
   * Id of the decoder that was asked to write it.
   */
  decoder: string;
  /**
   * How many of its sentences were left out because no reading backs them; absent where none were.
   */
  dropped?: number;
  /**
   * In reading order.
   */
  sentences: Sentence[];
  /**
   * The sentences as one text.
   */
  text: string;
  /**
   * What is missing because a decoder failed. Absent where nothing is.
   */
  warnings?: Warning[];
}
/**
 * One sentence of a comment.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Sentence".
 */
export interface Sentence {
  /**
   * The sentence, with its full stop.
   */
  text: string;
  /**
   * Of what it speaks: one of the levels of perception, or the whole.
   */
  level: 'low' | 'middle' | 'high' | 'overall';
  /**
   * What it claims, in the order of the sentence.
   */
  claims: Claim[];
  /**
   * Id of the decoder that wrote this sentence, where it is not the comment's.
   */
  decoder?: string;
}
/**
 * Something that a sentence says of this picture, and the reading behind it.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Claim".
 */
export interface Claim {
  /**
   * Id of the attribute; what is shown, for `shows`; `overall-impression`, `score`, or `craft` for all readings together.
   */
  about: string;
  /**
   * What is said of it. shows: the picture shows it. weakness, strength, style: it is one of this picture; absence: it is none of these. minor: it is a weakness, and a slight one at most. trait: it is unlike most photographs, without a judgement. effect: what the weakness does; mend: what mends it now; next-time: what avoids it in the next picture. lifts, lowers: it does so to the score more than any other. no-weakness: none was found; nothing-serious: none that is more than slight; nothing: neither weakness nor strength. standing: where the score stands.
   */
  relation:
    | 'shows'
    | 'weakness'
    | 'minor'
    | 'strength'
    | 'style'
    | 'trait'
    | 'effect'
    | 'mend'
    | 'next-time'
    | 'lifts'
    | 'lowers'
    | 'absence'
    | 'no-weakness'
    | 'nothing-serious'
    | 'nothing'
    | 'standing';
  /**
   * The reading that it stands on, as in `attributes`; points of the score for `lifts` and `lowers`; for `standing` the percentile (%) or the score (of 10).
   */
  value?: number;
  /**
   * Of the value.
   */
  unit?: string;
  /**
   * For `standing`, among the reference pictures: best, above, ordinary, below or worst. For `trait`, among ordinary photographs: low or high.
   */
  standing?: 'best' | 'above' | 'ordinary' | 'below' | 'worst' | 'low' | 'high';
  /**
   * How strongly, where it is said.
   */
  degree?: 'slight' | 'clear' | 'strong';
  /**
   * Towards which side, where it is said.
   */
  side?: 'left' | 'right' | 'top' | 'bottom';
  /**
   * Where in the picture, where it is said.
   */
  place?:
    | 'top-left'
    | 'top-right'
    | 'bottom-left'
    | 'bottom-right'
    | 'top'
    | 'bottom'
    | 'left'
    | 'right'
    | 'middle';
}
/**
 * Something that went wrong without costing the assessment.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Warning".
 */
export interface Warning {
  /**
   * Which of its contributions is missing.
   */
  contribution: string;
  /**
   * What happened, for a person.
   */
  message: string;
}
/**
 * Edits that were applied to a working copy, read and scored again.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Suggestions".
 */
export interface Suggestions {
  /**
   * At most five, the greatest gain first; none where nothing helps.
   */
  suggestions: Suggestion[];
  plan?: Plan;
  /**
   * For the next shot.
   */
  advice: Advice[];
  /**
   * The largest frames of common aspect ratios other than the picture's, about the subject.
   */
  crops: AspectCrop[];
  /**
   * All that was tried.
   */
  tried: TriedEdit[];
}
/**
 * An edit that was tried on this picture and helps.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Suggestion".
 */
export interface Suggestion {
  /**
   * Id of the attribute that it mends.
   */
  attribute: string;
  edit: Edit;
  /**
   * The edit in words and figures, for a person.
   */
  text: string;
  region?: BoxEvidence;
  gain: Gain;
  /**
   * Probability that the picture is better for it, 4 decimals.
   */
  confidence: number;
  /**
   * What was measured before and after, for a person.
   */
  reason: string;
  cameraRaw: CameraRawSettings;
  /**
   * For a crop on the web: the value of object-view-box.
   */
  css?: string;
}
/**
 * Multiplies linear light by 2 to the power of `ev`.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "ExposeEdit".
 */
export interface ExposeEdit {
  /**
   * What is done.
   */
  operation: 'expose';
  /**
   * EV, brighter where positive.
   */
  ev: number;
}
/**
 * Multiplies linear light of what is darker than the middle of the encoded luma, the more the darker.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "ShadowsEdit".
 */
export interface ShadowsEdit {
  /**
   * What is done.
   */
  operation: 'shadows';
  /**
   * Of black; above 0 brighter.
   */
  ev: number;
}
/**
 * Multiplies linear light of what is brighter than the middle of the encoded luma, the more the brighter.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "HighlightsEdit".
 */
export interface HighlightsEdit {
  /**
   * What is done.
   */
  operation: 'highlights';
  /**
   * Of white; below 0 darker. What is burnt out stays without detail.
   */
  ev: number;
}
/**
 * Stretches encoded samples about the picture's mean luma.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "ContrastEdit".
 */
export interface ContrastEdit {
  /**
   * What is done.
   */
  operation: 'contrast';
  /**
   * Above 1 more contrast.
   */
  factor: number;
}
/**
 * Takes away a veil.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "DehazeEdit".
 */
export interface DehazeEdit {
  /**
   * What is done.
   */
  operation: 'dehaze';
  /**
   * Share of the scene's light that came through the veil, 0 to 1.
   */
  transmission: number;
}
/**
 * Moves samples away from their luma, or towards it.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "SaturateEdit".
 */
export interface SaturateEdit {
  /**
   * What is done.
   */
  operation: 'saturate';
  /**
   * Above 1 more colour, 0 none.
   */
  factor: number;
}
/**
 * Moves samples away from their luma, or towards it, the more the paler they are; what is fully saturated stays.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "VibranceEdit".
 */
export interface VibranceEdit {
  /**
   * What is done.
   */
  operation: 'vibrance';
  /**
   * Above 0 more colour, -1 takes it from what has hardly any.
   */
  amount: number;
}
/**
 * Multiplies red over blue in linear light.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "WarmEdit".
 */
export interface WarmEdit {
  /**
   * What is done.
   */
  operation: 'warm';
  /**
   * Above 1 warmer.
   */
  ratio: number;
}
/**
 * Multiplies green over red and blue in linear light.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "TintEdit".
 */
export interface TintEdit {
  /**
   * What is done.
   */
  operation: 'tint';
  /**
   * Above 1 greener.
   */
  ratio: number;
}
/**
 * Darkens the corners, or brightens them where negative.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "VignetteEdit".
 */
export interface VignetteEdit {
  /**
   * What is done.
   */
  operation: 'vignette';
  /**
   * EV in the very corners.
   */
  stops: number;
}
/**
 * Smooths noise and keeps edges.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "DenoiseEdit".
 */
export interface DenoiseEdit {
  /**
   * What is done.
   */
  operation: 'denoise';
  /**
   * Standard deviation of the noise at full size, of 255.
   */
  sigma: number;
}
/**
 * Sharpens, or softens where `amount` is negative.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "UnsharpMaskEdit".
 */
export interface UnsharpMaskEdit {
  /**
   * What is done.
   */
  operation: 'unsharpMask';
  /**
   * Share of the difference to a blurred copy that is added.
   */
  amount: number;
  /**
   * Standard deviation of that copy's blur in full-size pixels.
   */
  radius: number;
}
/**
 * Turns clockwise and crops to the largest frame of the same aspect without empty corners.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "RotateEdit".
 */
export interface RotateEdit {
  /**
   * What is done.
   */
  operation: 'rotate';
  /**
   * Degrees, -45 to 45.
   */
  degrees: number;
}
/**
 * Makes upright lines parallel that converge, and cuts to the largest frame of the same aspect ratio without empty corners.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "KeystoneEdit".
 */
export interface KeystoneEdit {
  /**
   * What is done.
   */
  operation: 'keystone';
  /**
   * Angle between the lines at the left and at the right edge, -30 to 30; positive where they meet above.
   */
  degrees: number;
}
/**
 * Cuts out a frame, in fractions of the picture.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "CropEdit".
 */
export interface CropEdit {
  /**
   * What is done.
   */
  operation: 'crop';
  /**
   * Left edge.
   */
  x: number;
  /**
   * Top edge.
   */
  y: number;
  /**
   * Width.
   */
  width: number;
  /**
   * Height.
   */
  height: number;
}
/**
 * By how many points of the score a picture gains: change of the score, and what the craft is worth.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Gain".
 */
export interface Gain {
  /**
   * Points, 2 decimals.
   */
  value: number;
  /**
   * Lower end of the interval, 2 decimals.
   */
  low: number;
  /**
   * Upper end of the interval, 2 decimals.
   */
  high: number;
  /**
   * Share of edits whose true gain lies within, 0 to 1.
   */
  level: number;
}
/**
 * Settings of Camera Raw and Lightroom that do the same, by their names in the crs namespace; only where they do. They are relative to the picture as it was assessed, never absolute settings of a RAW file.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "CameraRawSettings".
 */
export interface CameraRawSettings {
  [k: string]: string;
}
/**
 * Suggestions that go together, in the order in which they are applied.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Plan".
 */
export interface Plan {
  /**
   * In order.
   */
  edits: Edit[];
  /**
   * In words and figures, for a person.
   */
  text: string;
  gain: Gain;
  cameraRaw: CameraRawSettings;
}
/**
 * What no edit undoes: what to do at the next shot.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "Advice".
 */
export interface Advice {
  /**
   * Id of the attribute.
   */
  attribute: string;
  /**
   * For a person.
   */
  text: string;
}
/**
 * A frame of an aspect ratio.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "AspectCrop".
 */
export interface AspectCrop {
  /**
   * Width to height.
   */
  aspect: '1:1' | '4:5' | '3:2' | '16:9';
  edit: CropEdit;
  /**
   * Whether the subject lies in it whole.
   */
  whole: boolean;
  /**
   * Value of `object-view-box`.
   */
  css: string;
}
/**
 * An edit that was tried, and what came of it.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "TriedEdit".
 */
export interface TriedEdit {
  edit: Edit;
  /**
   * Id of the attribute that it would mend.
   */
  attribute: string;
  /**
   * That the picture is better for it, 4 decimals.
   */
  confidence: number;
  /**
   * Points of the score, 2 decimals.
   */
  gain: number;
  /**
   * suggested; too-little: it gains too little; unsure: it is too unlikely to help; reading: what it should mend reads no better; second-reader: another reader finds the picture less natural; weaker: another edit of this sort gains more.
   */
  verdict: 'suggested' | 'too-little' | 'unsure' | 'reading' | 'second-reader' | 'weaker';
  /**
   * What the confidence and the gain were found from, by name.
   */
  witnesses: {
    [k: string]: number;
  };
}
/**
 * Stands in the place of an assessment that could not be made.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "FailedAssessment".
 */
export interface FailedAssessment {
  /**
   * The picture could not be assessed.
   */
  status: 'failed';
  source: Source;
  error: ErrorInfo;
}
/**
 * What went wrong, and what to do.
 *
 * This interface was referenced by `AssessmentDocument`'s JSON-Schema
 * via the `definition` "ErrorInfo".
 */
export interface ErrorInfo {
  /**
   * What kind of failure, from a closed list.
   */
  code:
    | 'file-not-found'
    | 'file-unreadable'
    | 'empty-file'
    | 'not-an-image'
    | 'unsupported-format'
    | 'damaged-image'
    | 'too-large'
    | 'timed-out'
    | 'cancelled'
    | 'bundle-damaged'
    | 'bundle-incompatible'
    | 'provider-unavailable'
    | 'invalid-request'
    | 'remote-unreachable'
    | 'remote-refused'
    | 'remote-failed'
    | 'profile-unknown'
    | 'profile-exists'
    | 'store-unavailable'
    | 'store-damaged'
    | 'store-newer'
    | 'busy'
    | 'unauthorized'
    | 'not-allowed'
    | 'method-unknown'
    | 'protocol-unsupported'
    | 'job-unknown'
    | 'extension-unknown'
    | 'extension-failed'
    | 'internal';
  /**
   * What happened, and to which picture.
   */
  message: string;
  /**
   * What the person can do about it.
   */
  hint: string;
  /**
   * Whether the same request may succeed later.
   */
  retryable: boolean;
  /**
   * When to try again, in milliseconds, where that is known.
   */
  retryAfterMs?: number;
}
