// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.

/**
 * suggestion.json of a bundle: how probable a change is by readings and tokens, how strong it is, and what undoing it is worth.
 */
export interface SuggestionCalibration {
  /**
   * Version of this file's shape.
   */
  schema: 1;
  presence: PresenceModel;
  /**
   * Per attribute, how strong its change is where it is there.
   */
  amounts: {
    [k: string]: AmountModel;
  };
  worth: WorthModel;
  gain: GainModel;
  second: SecondReader;
}
/**
 * Softmax over the kinds of change and none, linear in what readings and tokens say.
 *
 * This interface was referenced by `SuggestionCalibration`'s JSON-Schema
 * via the `definition` "PresenceModel".
 */
export interface PresenceModel {
  /**
   * Ids of those whose readings are heard, two inputs each: the logit of 1 - score times the confidence, and the confidence.
   */
  attributes: string[];
  /**
   * Ids of those whose tokens are heard, two inputs each: the logit of the probability, and the severity.
   */
  seen: string[];
  /**
   * Ids, one for each row; the first is "none".
   */
  kinds: string[];
  /**
   * [kinds][inputs].
   */
  weights: number[][];
  /**
   * [kinds].
   */
  bias: number[];
}
/**
 * Severity (1 weak, 2 medium, 3 strong) = base + reading × severity by the reading + seen × severity by the tokens.
 *
 * This interface was referenced by `SuggestionCalibration`'s JSON-Schema
 * via the `definition` "AmountModel".
 */
export interface AmountModel {
  /**
   * Severity.
   */
  base: number;
  /**
   * Weight.
   */
  reading: number;
  /**
   * Weight.
   */
  seen: number;
}
/**
 * Logistic in the witnesses of a tried edit: probability that it undoes something.
 *
 * This interface was referenced by `SuggestionCalibration`'s JSON-Schema
 * via the `definition` "WorthModel".
 */
export interface WorthModel {
  /**
   * Logit.
   */
  bias: number;
  /**
   * By name of the witness.
   */
  weights: {
    [k: string]: number;
  };
}
/**
 * Points of the score.
 *
 * This interface was referenced by `SuggestionCalibration`'s JSON-Schema
 * via the `definition` "GainModel".
 */
export interface GainModel {
  /**
   * What a step of severity is worth.
   */
  perSeverity: number;
  /**
   * A suggestion gains at least this.
   */
  least: number;
  /**
   * Share of true gains within the interval.
   */
  level: number;
  /**
   * How far the interval reaches below the gain.
   */
  below: number;
  /**
   * How far above.
   */
  above: number;
}
/**
 * How natural a picture looks by statistics that no reading is made of: bias + sum of linear × z + square × z², z = (statistic - mean) / deviation within ±4.
 *
 * This interface was referenced by `SuggestionCalibration`'s JSON-Schema
 * via the `definition` "SecondReader".
 */
export interface SecondReader {
  /**
   * Of each statistic.
   */
  mean: number[];
  /**
   * Of each statistic.
   */
  deviation: number[];
  /**
   * Weights.
   */
  linear: number[];
  /**
   * Weights.
   */
  square: number[];
  /**
   * An edit may cost this many logits.
   */
  tolerance: number;
}
