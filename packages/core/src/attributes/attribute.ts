/**
 * The contract of an attribute: one file, five uses. The measure reads pictures, the change makes training and test
 * data, the remedy makes suggestions, the wording makes sentences, and all of it makes the page in the docs.
 */
import type { Topic } from '../language/locale.js';
import type { AttributeWords } from '../language/words.js';
import type { Evidence } from '../protocol/evidence.js';
import type { Domain, Level } from '../protocol/generated/assessment.js';
import type { Edit } from '../picture/operations/edit.js';
import type { Raster } from '../picture/picture.js';
import type { Subject } from '../subject/subject.js';
import type { AlignedScene, Scene } from './scene.js';

export interface Measured {
  readonly status: 'measured';
  /** In the attribute's unit, within its range. */
  readonly value: number;
  /**
   * 1: no concern, or for a quality the best; 0: as bad as it gets. Strictly monotone in `value` (never clamped flat), so that a
   * change can always be seen; .5 is where an attentive viewer would call a fault a fault.
   */
  readonly score: number;
  /** Probability that the reading is right, 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  /** How much of a fault looks like a choice, by what the measure itself sees: 0, which is the default, to 1. Styles excuse besides. */
  readonly excused?: number;
  /** Further figures of the reading that wording and remedy need, by name and unit: `{ angleDeg: 12, lengthPx: 31 }`. */
  readonly details?: Readonly<Record<string, number>>;
}

export interface NotMeasured {
  readonly status: 'not-measured';
  /** Why, in words for a person: "the source is a preview of 2048 of 6000 pixels". */
  readonly reason: string;
}

export type Reading = Measured | NotMeasured;

/** A source of numbers in [0, 1), the same for the same seed. */
export type Random = () => number;

/** A change of known kind and strength, for training and tests: makes a picture worse in this one respect. */
export interface Change {
  /** What `strength` counts, e.g. "σ, % of the long side". */
  readonly parameter: string;
  /** Strengths of the change benchmark. */
  readonly strengths: { readonly weak: number; readonly medium: number; readonly strong: number };
  /** Strengths that make sense, from barely visible to absurd. */
  readonly range: readonly [number, number];
  /** Moves the frame around the subject, so that `apply` needs to know where the subject is. */
  readonly needsSubject?: true;
  /**
   * Applies the change to an upright sRGB picture at full size. The same arguments give the same samples.
   *
   * @param subject what the picture is about; changes with `needsSubject` read its box
   * @returns `undefined` where this picture leaves no room for the change (a subject that fills the frame cannot be moved in it)
   */
  apply(
    raster: Raster,
    strength: number,
    random: Random,
    subject?: Subject,
  ): Promise<Raster | undefined>;
}

/** What undoes a weakness. */
export type Remedy =
  | {
      readonly kind: 'edit';
      /** The edit that would bring the reading to where it is no concern, as far as the reading tells. */
      readonly edit: (reading: Measured) => Edit;
      /** Where it undoes the attribute's own change: its strength by a reading, and the edit against a strength that is known better. */
      readonly undo?: {
        /** The strength that changes nothing. */
        readonly neutral: number;
        readonly strength: (reading: Measured) => number;
        readonly edit: (strength: number, reading: Measured) => Edit;
      };
    }
  /** No edit of ours undoes it: the wording says what to do by hand, or at the next shot. */
  | { readonly kind: 'advice' };

/** English. Placeholders of clauses are filled from `value` by the writer. */
export type Wording = Omit<AttributeWords, 'title'>;

export interface Attribute {
  /** Plain English in kebab case: `horizon-tilt`. */
  readonly id: string;
  readonly level: Level;
  /**
   * `fault`: absent is good, so it can only be a weakness. `quality`: can be a strength or a weakness.
   * `style`: a look that may be meant, never a weakness.
   */
  readonly kind: 'fault' | 'quality' | 'style';
  /** For people: "horizon tilt". */
  readonly title: string;
  /** One sentence: what is measured, how, and the source of the formula. */
  readonly meaning: string;
  /** Readings of one topic are told together. */
  readonly topic?: Topic;
  /** Unit of `value`: "deg", "EV", "%", "px", … or "" where it has none. */
  readonly unit: string;
  readonly range: readonly [number, number];
  /**
   * What four in five ordinary pictures lie between (10 % and 90 % quantiles of the 598 photographs of OASIS; where only pages are read, of the 100
   * of Calista): beyond it a value is unusual.
   */
  readonly usual?: readonly [number, number];
  /** How `score` moves with `value`. */
  readonly direction: 'lower-is-better' | 'higher-is-better';
  /**
   * For a quality: the score of an ordinary picture (median of the same). Only what lies above it is a strength.
   * Default .5.
   */
  readonly ordinary?: number;
  /** A quality whose absence is no weakness: its score runs from .5 upwards. */
  readonly optional?: true;
  /** Needs full-size samples, not a preview. */
  readonly fullSize?: boolean;
  /** Opposites that share one axis in text (`warm-cast`, `cool-cast` → `temperature`). */
  readonly axis?: string;
  /** Styles that excuse this fault, by attribute id. */
  readonly excusedBy?: readonly string[];
  /** Kinds of picture in which it is read; the others' documents do not tell of it. Default: all. */
  readonly appliesTo?: readonly Domain['id'][];
  /** Kinds of picture in which this is no fault: a page may be white or black as it likes. */
  readonly excusedIn?: readonly Domain['id'][];
  /**
   * Reads it in a picture. One that takes its time is read beside the others.
   *
   * @throws CalmError `extension-failed` where it runs elsewhere and fails: the picture is assessed without it
   */
  measure(scene: AlignedScene, signal?: AbortSignal): Reading | Promise<Reading>;
  /** Names the code of a measure that is not built in: what it read is remembered under it. */
  readonly stamp?: string;
  readonly change?: Change;
  readonly remedy: Remedy;
  readonly wording: Wording;
}

/** An attribute of the engine's own, whose measure is arithmetic on the spot. */
export interface BuiltInAttribute extends Attribute {
  measure(scene: Scene): Reading;
}

/** An attribute and what it read in one picture. */
export interface AttributeResult {
  readonly attribute: Attribute;
  readonly reading: Reading;
}
