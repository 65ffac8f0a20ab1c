// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { Meta } from './message.js';
import type { Profile, Scale } from './taste.js';
import type { PictureSource } from './source.js';
import type { FailedAssessment } from './assessment.js';

/**
 * What is said and asked of tastes: the parameters and results of the methods `taste/…`.
 */
export type TasteMessage =
  | TasteListParams
  | TasteProfiles
  | TasteCreateParams
  | TasteRenameParams
  | TasteSayParams
  | TasteNoted
  | TasteProfileParams
  | TasteReports
  | TasteNextParams
  | TasteNext
  | TasteTuneReports
  | TasteForgetParams
  | TasteForgotten
  | TasteDone
  | TasteMergeParams
  | TasteExportParams
  | TasteImportParams
  | TasteImported;
/**
 * One thing that a person says of pictures.
 */
export type Said = SaidRating | SaidChoice | SaidFlag | SaidOverride;

/**
 * Of `taste/profiles`.
 */
export interface TasteListParams {
  meta?: Meta;
}
/**
 * The profiles that there are.
 */
export interface TasteProfiles {
  /**
   * In the order of their creation.
   */
  profiles: Profile[];
}
/**
 * Of `taste/create`.
 */
export interface TasteCreateParams {
  /**
   * What people will call it.
   */
  name: string;
  /**
   * Kinds of picture that it learns from and speaks of. Default: all.
   */
  kinds?: ('photograph' | 'artwork' | 'interface')[];
  meta?: Meta;
}
/**
 * Of `taste/rename`.
 */
export interface TasteRenameParams {
  /**
   * Name of the profile, whatever its case.
   */
  profile: string;
  /**
   * Its new name.
   */
  name: string;
  meta?: Meta;
}
/**
 * Of `taste/say`: what a person says of pictures. All of it is noted or nothing.
 */
export interface TasteSayParams {
  /**
   * Name of the profile, whatever its case.
   */
  profile: string;
  /**
   * In the order in which it was said.
   *
   * @minItems 1
   * @maxItems 1000
   */
  said: Said[];
  /**
   * Where it was said: lightroom, figma and so on. Default: api.
   */
  from?: string;
  /**
   * Names the sitting. Default: one of its own for each request.
   */
  session?: string;
  /**
   * Whether a score of the pictures was in sight before. Default: false.
   */
  shown?: boolean;
  meta?: Meta;
}
/**
 * A rating.
 */
export interface SaidRating {
  /**
   * A rating.
   */
  kind: 'rating';
  source: PictureSource;
  /**
   * On the scale's own numbers.
   */
  value: number;
  scale?: Scale;
}
/**
 * Of two pictures one is preferred.
 */
export interface SaidChoice {
  /**
   * A choice.
   */
  kind: 'choice';
  preferred: PictureSource;
  over: PictureSource;
}
/**
 * A picture is picked or rejected, or its flag taken back.
 */
export interface SaidFlag {
  /**
   * A flag.
   */
  kind: 'flag';
  source: PictureSource;
  /**
   * `none` takes an earlier flag back.
   */
  flag: 'pick' | 'reject' | 'none';
}
/**
 * The person says what a picture scores.
 */
export interface SaidOverride {
  /**
   * An override.
   */
  kind: 'override';
  source: PictureSource;
  /**
   * 0 to 10; absent: what was set before is taken back.
   */
  value?: number;
}
/**
 * What came of saying it.
 */
export interface TasteNoted {
  /**
   * SHA-256 of the pictures that it was about, each once.
   */
  pictures: string[];
  /**
   * Pictures that look like ones which the profile knows.
   */
  alike: AlikePicture[];
}
/**
 * A picture that may be a copy of a known one.
 */
export interface AlikePicture {
  /**
   * SHA-256.
   */
  picture: string;
  /**
   * SHA-256 of what it looks like.
   */
  like: string;
  /**
   * Where that was seen last.
   */
  path?: string;
}
/**
 * Of `taste/report`, `taste/tune` and `taste/delete`.
 */
export interface TasteProfileParams {
  /**
   * Name of the profile, whatever its case.
   */
  profile: string;
  meta?: Meta;
}
/**
 * What was learned of a person.
 */
export interface TasteReports {
  /**
   * For each kind of picture that something was said of.
   */
  reports: TasteReport[];
}
/**
 * What was learned of a person's taste in one kind of picture, and how well.
 */
export interface TasteReport {
  /**
   * Kind of picture.
   */
  kind: 'photograph' | 'artwork' | 'interface';
  /**
   * Ratings, flags and choices that it was learned from.
   */
  ratings: number;
  /**
   * Pictures that these are of.
   */
  pictures: number;
  /**
   * How far the taste counts, from 0, the general score, to 1.
   */
  weight: number;
  /**
   * Whether what was learned surely knows the person worse than the general score: then it counts for nothing.
   */
  steppedBack: boolean;
  /**
   * Whether it is learned in a way of this person's own.
   */
  tuned: boolean;
  /**
   * What each topic is worth to the person, surest first.
   */
  topics: TopicOfTaste[];
  gain?: TasteGain;
  /**
   * How the gain grew with what was said.
   */
  curve: CurvePoint[];
}
/**
 * One property of pictures, and what it is worth to a person.
 */
export interface TopicOfTaste {
  /**
   * `reading`: an attribute's score, where more is better made; `shown`: how surely something is shown.
   */
  kind: 'reading' | 'shown';
  /**
   * Id of the attribute, or of what is shown.
   */
  topic: string;
  /**
   * Points that a picture gains with this person, over what others give it, for one standard deviation more of the property.
   */
  points: number;
  /**
   * Standard deviation of the points.
   */
  deviation: number;
}
/**
 * How much better the personal score orders what the person said than the general one, on shoots that it was not learned from.
 */
export interface TasteGain {
  /**
   * Agreement of the general score with the person.
   */
  general: number;
  /**
   * Agreement of the personal score.
   */
  personal: number;
  /**
   * Where the agreement of the personal score lies with the probability `level`: lower end.
   */
  personalLow: number;
  /**
   * Upper end.
   */
  personalHigh: number;
  /**
   * The second minus the first.
   */
  gain: number;
  /**
   * Where the gain lies with the probability `level`: lower end.
   */
  low: number;
  /**
   * Upper end.
   */
  high: number;
  /**
   * Probability.
   */
  level: number;
  /**
   * Pictures that it was tried on.
   */
  pictures: number;
  /**
   * Shoots that they are of.
   */
  shoots: number;
}
/**
 * The mean gain where so much was said.
 */
export interface CurvePoint {
  /**
   * Ratings, flags and choices.
   */
  opinions: number;
  /**
   * Gain in agreement.
   */
  gain: number;
}
/**
 * Of `taste/next`: pictures of which those are looked for whose rating would teach most.
 */
export interface TasteNextParams {
  /**
   * Name of the profile, whatever its case. Absent: for whoever has said nothing yet.
   */
  profile?: string;
  /**
   * The pictures to choose from.
   *
   * @minItems 1
   * @maxItems 1000
   */
  sources: PictureSource[];
  /**
   * Default: 10.
   */
  count?: number;
  meta?: Meta;
}
/**
 * The pictures to rate next.
 */
export interface TasteNext {
  /**
   * Most telling first.
   */
  pictures: TasteNextPicture[];
  /**
   * Pictures that could not be looked at.
   */
  failed: FailedAssessment[];
}
/**
 * A picture whose rating would teach much.
 */
export interface TasteNextPicture {
  /**
   * Its place in `sources`.
   */
  index: number;
  /**
   * SHA-256 of the picture.
   */
  sha256: string;
  /**
   * Its general score.
   */
  general: number;
  /**
   * How much its rating tells, once those before it are rated: bits of information.
   */
  bits: number;
  /**
   * What its rating tells most of; empty where it tells a little of everything.
   */
  topics: TopicName[];
}
/**
 * A property of pictures.
 */
export interface TopicName {
  /**
   * Whether it is read or shown.
   */
  kind: 'reading' | 'shown';
  /**
   * Id of the attribute, or of what is shown.
   */
  topic: string;
}
/**
 * What came of tuning to a person.
 */
export interface TasteTuneReports {
  /**
   * For each kind of picture that something was said of.
   */
  reports: TasteTuneReport[];
}
/**
 * What came of tuning, for one kind of picture.
 */
export interface TasteTuneReport {
  /**
   * Kind of picture.
   */
  kind: 'photograph' | 'artwork' | 'interface';
  strengths: Strengths;
  gain?: TasteGain;
  kept?: Strengths;
}
/**
 * How far a person strays from the general score, as multiples of what most do.
 */
export interface Strengths {
  /**
   * By what pictures show.
   */
  strength: number;
  /**
   * By how they are made.
   */
  readingStrength: number;
}
/**
 * Of `taste/forget`: what was said of these pictures is really deleted.
 */
export interface TasteForgetParams {
  /**
   * Name of the profile, whatever its case.
   */
  profile: string;
  /**
   * Their SHA-256.
   *
   * @minItems 1
   * @maxItems 10000
   */
  pictures: string[];
  meta?: Meta;
}
/**
 * What was deleted.
 */
export interface TasteForgotten {
  /**
   * How many things that were said.
   */
  entries: number;
}
/**
 * It was done.
 */
export interface TasteDone {}
/**
 * Of `taste/merge`: what one profile has said is added to another, and the first is deleted.
 */
export interface TasteMergeParams {
  /**
   * Name of the profile, whatever its case.
   */
  from: string;
  /**
   * Name of the profile that grows.
   */
  into: string;
  meta?: Meta;
}
/**
 * Of `taste/export`.
 */
export interface TasteExportParams {
  /**
   * Names. Default: all.
   */
  profiles?: string[];
  meta?: Meta;
}
/**
 * Of `taste/import`.
 */
export interface TasteImportParams {
  /**
   * What `taste/export` gave.
   */
  document: {};
  meta?: Meta;
}
/**
 * What an import brought that the store did not have.
 */
export interface TasteImported {
  /**
   * The profiles of the document, in its order.
   */
  profiles: ImportedProfile[];
  /**
   * Pictures that the store knew nothing of.
   */
  pictures: number;
  /**
   * What models saw in them.
   */
  snapshots: number;
}
/**
 * What an import brought to one profile.
 */
export interface ImportedProfile {
  profile: Profile;
  /**
   * Whether the store did not have it.
   */
  isNew: boolean;
  /**
   * Entries that its log did not hold.
   */
  added: number;
  /**
   * Entries that it held already.
   */
  known: number;
}
