// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.
import type { Domain, FailedAssessment, Interval, Source, Stamps } from './assessment.js';

/**
 * Two pictures against each other.
 *
 * This interface was referenced by `Comparison`'s JSON-Schema
 * via the `definition` "Pair".
 */
export type Pair = ComparedPair | IncomparablePair;

/**
 * Which of several pictures is preferred, how surely, and why.
 */
export interface Comparison {
  /**
   * The pictures that were assessed, in the order in which they were given.
   */
  pictures: ComparedPicture[];
  /**
   * Places in pictures, best first, of the largest group that compares with one another; empty where no two do. Equal scores stay in the order in which they were given.
   */
  order: number[];
  /**
   * The best against every other picture: those that compare with it in their order, then those that do not, each with the reason. Where no two compare, the picture given first stands in for the best.
   */
  pairs: Pair[];
  /**
   * Pictures that could not be assessed, and why.
   */
  failed: FailedAssessment[];
}
/**
 * What a comparison looks at in one picture.
 *
 * This interface was referenced by `Comparison`'s JSON-Schema
 * via the `definition` "ComparedPicture".
 */
export interface ComparedPicture {
  source: Source;
  /**
   * SHA-256 of the source's bytes, in hex: the same for the same file.
   */
  sha256: string;
  domain: Domain;
  score?: ComparedScore;
  stamps: Stamps;
}
/**
 * The score that a picture is compared by; absent where its assessment has none.
 *
 * This interface was referenced by `Comparison`'s JSON-Schema
 * via the `definition` "ComparedScore".
 */
export interface ComparedScore {
  /**
   * How good the picture looks, 2 decimals.
   */
  value: number;
  interval: Interval;
  /**
   * True where the picture is unlike everything the model knows: it is not compared.
   */
  abstained: boolean;
  /**
   * Craft, apart from the score and on one scale for all kinds of picture, 2 decimals.
   */
  technical: number;
}
/**
 * Two pictures that stand on one scale.
 *
 * This interface was referenced by `Comparison`'s JSON-Schema
 * via the `definition` "ComparedPair".
 */
export interface ComparedPair {
  /**
   * They compare.
   */
  status: 'compared';
  /**
   * Place of the one picture in pictures.
   */
  first: number;
  /**
   * Place of the other.
   */
  second: number;
  /**
   * Which of the two is preferred; too-close where neither is with a probability of .6.
   */
  verdict: 'first' | 'second' | 'too-close';
  /**
   * Probability that people rate the first above the second on average, 4 decimals.
   */
  probability: number;
  /**
   * Score of the first minus that of the second, 2 decimals.
   */
  difference: number;
  /**
   * What the difference is made of, largest first; adds up to it exactly.
   */
  reasons: Reason[];
}
/**
 * One part of the difference between two scores.
 *
 * This interface was referenced by `Comparison`'s JSON-Schema
 * via the `definition` "Reason".
 */
export interface Reason {
  /**
   * Id of the attribute, or overall-impression for what no reading that both have explains.
   */
  attribute: string;
  /**
   * Contribution to the first minus that to the second, in points of the score, 2 decimals. Above 0 it speaks for the first, below 0 for the second.
   */
  difference: number;
  /**
   * What the picture that it speaks for has over the other, as what follows "it": "has less noise".
   */
  text: string;
  /**
   * The attribute's reading of the first in words; absent where there is none.
   */
  first?: string;
  /**
   * The same of the second.
   */
  second?: string;
}
/**
 * Two pictures of which neither can be preferred.
 *
 * This interface was referenced by `Comparison`'s JSON-Schema
 * via the `definition` "IncomparablePair".
 */
export interface IncomparablePair {
  /**
   * They do not compare.
   */
  status: 'incomparable';
  /**
   * Place of the one picture in pictures.
   */
  first: number;
  /**
   * Place of the other.
   */
  second: number;
  /**
   * Why not: an assessment has no score, the model does not know a picture, the scores come from different models (or preprocessing, or attributes), or the kinds of picture differ.
   */
  code: 'no-score' | 'abstained' | 'other-model' | 'other-kind';
  /**
   * Why not, for a person.
   */
  reason: string;
}
