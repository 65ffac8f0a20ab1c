/** What a language says of attributes: the parts that sentences are made of. */
import type { FreeWords } from './free-words.js';

/** What the words of a reading may look at. */
export interface ReadingFacts {
  /** In the attribute's unit, within its range. */
  readonly value: number;
  /** Further figures of the reading, by name and unit. */
  readonly details?: Readonly<Record<string, number>>;
}

/** Ways to say one thing, none better than another. */
export type Ways = readonly [string, ...string[]];

/** How strongly something is told. */
export type Degree = 'slight' | 'clear' | 'strong';

/** Ways by how strongly a thing is told. */
export type Graded = Readonly<Record<Degree, Ways>>;

/** What a weakness does to a picture, as what follows "this". */
export interface Effect {
  /** For what is plain: "makes the scene look unstable". */
  readonly does: Ways;
  /** For what is slight: "can make the scene look unstable". */
  readonly can: Ways;
}

/**
 * What a language says of one attribute.
 *
 * Clauses are main clauses in lower case (but for what the language writes large) without a full stop, so that they can be joined by "and"
 * or "but". Names are phrases that can be the subject of a verb in the third person singular: "a slight tilt". `{side}` stands for where,
 * `{figure}` for the reading; the writer fills both.
 */
export interface AttributeWords {
  /** Its name in running text, without an article: "horizon tilt". */
  readonly title: string;
  /** The reading in words and figures: "1.3°, lower on the right". */
  value(reading: ReadingFacts): string;
  /** The reading as one short figure, for `{figure}`: "1.3°". Where there is none to tell, clauses that want one are not used. */
  figure?(value: number): string | undefined;
  /** Clauses that state the weakness. At least one of each degree does without a figure. */
  readonly weakness?: Graded;
  /** Names of the weakness. */
  readonly fault?: Graded;
  /** Clauses that state the strength. */
  readonly strength?: Graded;
  /** Names of the strength. */
  readonly merit?: Ways;
  /** Clauses that state the style. */
  readonly style?: Ways;
  /** Clauses that state, and do not judge, that the reading is lower or higher than in most photographs. */
  readonly trait?: { readonly low?: Ways; readonly high?: Ways };
  readonly effect?: Effect;
  /** What mends the weakness in this picture, as a request without a full stop: "level the picture". */
  readonly mend?: Ways;
  /** What avoids it in the next one, as a request: "{then}, hold the camera level". `{then}` stands for "next time". */
  readonly nextTime?: Ways;
  /** What free text may say of it: read, never written. Without them free text is understood by title and clauses. */
  readonly free?: FreeWords;
}
