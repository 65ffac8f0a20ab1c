/** What a language must bring so that comments can be written in it. A language is one contribution. */
import type { Claim } from '../protocol/generated/assessment.js';
import type { FreeLanguage } from './free-words.js';
import type { AttributeWords, Ways } from './words.js';

/** Where something lies in the upright picture. */
export type Place = NonNullable<Claim['place']>;

export type Side = NonNullable<Claim['side']>;

/** How a picture stands among the reference pictures of its kind. */
export type Standing = 'best' | 'above' | 'ordinary' | 'below' | 'worst';

/**
 * Frames of sentences, without a full stop. `{a}` and `{b}` are clauses, `{A}` and `{B}` the same with a capital, `{effect}` is what follows "this", `{advice}` a request,
 * `{place}` where, `{percent}` a whole number.
 */
export interface Frames {
  /** What the score says of the whole. */
  readonly standing: Readonly<Record<Standing, Ways>>;
  /** Strengths, one or two. */
  readonly strength: Ways;
  readonly strengths: Ways;
  /** A strength set against a weakness; either may come first. */
  readonly strengthThenWeakness: Ways;
  readonly weaknessThenStrength: Ways;
  readonly weakness: Ways;
  readonly weaknesses: Ways;
  /** A further weakness, after one has been told. */
  readonly furtherWeakness: Ways;
  readonly style: Ways;
  /** Put behind a clause. */
  readonly where: Ways;
  /** Put around a weakness that the reading is not sure of. */
  readonly unsure: Ways;
  readonly effect: Ways;
  /** For an edit that mends it, and for what only the next shot can do better. */
  readonly mend: Ways;
  readonly nextTime: Ways;
  /** No fault was found. */
  readonly nothingWrong: Ways;
  /** What was found is too small to be told. */
  readonly nothingSerious: Ways;
  /** Neither a fault nor a strength was found. */
  readonly nothingStandsOut: Ways;
}

export interface Locale {
  /** BCP 47: "en". */
  readonly id: string;
  /** In the language itself: "English". */
  readonly name: string;
  readonly places: Readonly<Record<Place, string>>;
  readonly sides: Readonly<Record<Side, string>>;
  readonly frames: Frames;
  /** Words of built-in attributes; those of others come with the attribute, in English. */
  readonly attributes: Readonly<Record<string, Partial<AttributeWords>>>;
  /** How free text is understood. Without it only the sentences of the frames are. */
  readonly free?: FreeLanguage;
}
