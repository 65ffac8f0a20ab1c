/** What a language must bring so that comments can be written in it. A language is one contribution. */
import type { Assessment, Claim, Edit, Shown } from '../protocol/generated/assessment.js';
import type { FreeLanguage } from './free-words.js';
import type { LayoutWords } from './layout-words.js';
import type { AttributeWords, Ways } from './words.js';

/** Where something lies in the upright picture. */
export type Place = NonNullable<Claim['place']>;

export type Side = NonNullable<Claim['side']>;

/** What a picture shows. */
export type Thing = Shown['thing'];

/** How a picture stands among the reference pictures of its kind. */
export type Standing = 'best' | 'above' | 'ordinary' | 'below' | 'worst';

/** What is told together. */
export type Topic = 'detail' | 'light' | 'colour' | 'framing' | 'depth' | 'order';

/**
 * Frames of sentences, without a full stop. Of a list, any frame will do whose slots can be filled; what it leaves out is told in another
 * sentence. A slot in capitals is filled with a capital.
 *
 * `{t}` is a clause on what is shown, `{s}` one on how the picture stands; `{a}` and `{b}` are clauses, `{n}` and `{m}` names, of the first and the second thing told;
 * `{effect}` is what the weakness does, `{mend}` and `{next}` are requests, `{also}` a second one, `{topic}` what both belong to.
 */
export interface Frames {
  /** Clauses: the picture shows `{thing}`, and another thing, `{other}`. */
  readonly shows: Ways;
  readonly showsBoth: Ways;
  /** What is shown, `{t}`, and a trait. */
  readonly sight: Ways;
  /** Clauses; `{percent}` is a whole number. */
  readonly standing: Readonly<Record<Standing, Ways>>;
  /** How the picture stands, and a strength or a weakness: one that goes with it, or one that does not. */
  readonly opening: Readonly<
    Record<'strengthAlong' | 'strengthAgainst' | 'weaknessAlong' | 'weaknessAgainst', Ways>
  >;
  /** How the picture stands, at the end. */
  readonly verdict: Ways;
  /** Strengths, one or two. */
  readonly strength: Ways;
  readonly strengths: Ways;
  /** A further strength, after one has been told. */
  readonly furtherStrength: Ways;
  /** A strength, then a weakness, and the other way round. */
  readonly strengthThenWeakness: Ways;
  readonly weaknessThenStrength: Ways;
  readonly weakness: Ways;
  /** Two weaknesses of one topic. */
  readonly weaknesses: Ways;
  /** A further weakness, after one has been told. */
  readonly furtherWeakness: Ways;
  readonly style: Ways;
  /** What is unlike most photographs, one or two. */
  readonly trait: Ways;
  readonly traits: Ways;
  readonly effect: Ways;
  /** For what mends a weakness, or two. */
  readonly mend: Ways;
  readonly mends: Ways;
  /** For what only the next shot can do better. */
  readonly nextTime: Ways;
  /** Clauses: the part of the score that no reading explains lifts it or lowers it. */
  readonly impression: Readonly<Record<'lifts' | 'lowers', Ways>>;
  /** Clauses: of all readings this one, a `{title}`, lowers the score most. */
  readonly costs: Ways;
  /** Clauses: no fault was found. */
  readonly nothingWrong: Ways;
  /** Clauses: what was found is too small to be told. */
  readonly nothingSerious: Ways;
  /** Clauses: neither a fault nor a strength was found. */
  readonly nothingStandsOut: Ways;
  /** The same, with the greatest of the small weaknesses. */
  readonly atMost: Ways;
  /** Two clauses that may stand in one sentence. */
  readonly joined: Ways;
  /** Put behind a clause, and behind a name. */
  readonly where: Ways;
  readonly whereOfName: Ways;
  /** Put behind a clause on a subject that is there, and nowhere else. */
  readonly whereOfSubject: Ways;
  /** Put around what the reading is not sure of. */
  readonly unsure: Ways;
}

/** What is said where pictures are compared. */
export interface ComparisonWords {
  /** What follows the name of the picture that does better in an attribute, a verb first: "has less noise". */
  readonly better: Readonly<Record<string, string>>;
  /** The same for an attribute without such words. */
  betterIn(title: string): string;
  /** The same for what no single reading explains. */
  readonly pleasesMore: string;
  /** Why two pictures do not compare, in a sentence: one of them, or both, were assessed without a score. */
  readonly noScore: Readonly<Record<'first' | 'second' | 'both', string>>;
  /** Are unlike all that the model knows. */
  readonly abstained: Readonly<Record<'first' | 'second' | 'both', string>>;
  /** Come from two models or versions. */
  otherModel(first: string, second: string): string;
  /** Are of two kinds, each as sure as `percent` says. */
  otherKind(first: TakenFor, second: TakenFor): string;
}

/** What lifts and lowers a score. */
export interface ReasonWords {
  /** What no single reading explains. */
  readonly impression: string;
  /** A fault, `{title}`, that is not there. */
  readonly absent: string;
}

/** What kind of picture one is taken for. */
export interface TakenFor {
  readonly kind: Assessment['domain']['id'];
  readonly percent: number;
}

export interface Locale {
  /** BCP 47: "en". */
  readonly id: string;
  /** In the language itself: "English". */
  readonly name: string;
  readonly places: Readonly<Record<Place, string>>;
  readonly sides: Readonly<Record<Side, string>>;
  /** One or several: "a bird". */
  readonly things: Readonly<Record<Thing, string>>;
  /** As the beginning of a sentence: "in the colours". */
  readonly topics: Readonly<Record<Topic, string>>;
  readonly frames: Frames;
  /** When the next picture is taken, within a sentence: "next time". */
  readonly then: Ways;
  /** A number as the language writes it. */
  number(value: number, digits: number): string;
  /** An edit for a person: "turn 2.9° anticlockwise". */
  edit(edit: Edit): string;
  /** What a reading was before an edit, and after it where that is known. */
  reason(reading: { title: string; before: string; after?: string }): string;
  readonly comparison: ComparisonWords;
  readonly reasons: ReasonWords;
  /** What rules of layout find in interfaces. */
  readonly layout: LayoutWords;
  /** Why a reading could not be made, by the English for it. Without it that is told in English. */
  unmeasured?(reason: string): string;
  /** Words of built-in attributes; those of others come with the attribute, in English. */
  readonly attributes: Readonly<Record<string, Partial<AttributeWords>>>;
  /** How free text is understood. Without it only the sentences of the frames are. */
  readonly free?: FreeLanguage;
}
