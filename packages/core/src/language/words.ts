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

/** How strongly a weakness is told. */
export type Degree = 'slight' | 'clear' | 'strong';

/**
 * What a language says of one attribute. Clauses are main clauses in lower case (but for what the language writes large) without a full
 * stop, so that they can be joined by "and" or "but". `{side}` stands for where: the language fills it.
 */
export interface AttributeWords {
  /** Its name in running text, without an article: "horizon tilt". */
  readonly title: string;
  /** The reading in words and figures: "1.3°, lower on the right". */
  value(reading: ReadingFacts): string;
  /** Clauses that state the weakness. */
  readonly weakness?: Readonly<Record<Degree, Ways>>;
  /** Clauses that state the strength. */
  readonly strength?: Ways;
  /** Clauses that state the style. */
  readonly style?: Ways;
  /** What the weakness does to a picture, as what follows "this": "makes the scene look unstable". */
  readonly effect?: Ways;
  /** What to do about the weakness, as a request without a full stop: "level the picture". */
  readonly advice?: Ways;
  /** What free text may say of it: read, never written. Without them free text is understood by title and clauses. */
  readonly free?: FreeWords;
}
