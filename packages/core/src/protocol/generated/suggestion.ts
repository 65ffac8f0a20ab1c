// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.

/**
 * suggestion.json of a bundle: what an edit is worth.
 */
export interface SuggestionCalibration {
  /**
   * Version of this file's shape.
   */
  schema: 1;
  worth: WorthModel;
  gain: GainModel;
  second: SecondReader;
}
/**
 * Logistic in the witnesses of a tried edit, where one in two undoes something.
 *
 * This interface was referenced by `SuggestionCalibration`'s JSON-Schema
 * via the `definition` "WorthModel".
 */
export interface WorthModel {
  /**
   * By name of the witness.
   */
  weights: {
    [k: string]: number;
  };
  /**
   * Logit by id of the attribute that the edit would mend.
   */
  attributes: {
    [k: string]: number;
  };
  confidence: Confidence;
  prior: Prior;
}
/**
 * Makes the logit a probability where half of the pictures have a fault: scale × logit + shift.
 *
 * This interface was referenced by `SuggestionCalibration`'s JSON-Schema
 * via the `definition` "Confidence".
 */
export interface Confidence {
  /**
   * Of the logit.
   */
  scale: number;
  /**
   * Logit.
   */
  shift: number;
}
/**
 * Logits of a fault before anything is seen but the score: of a picture of the fiftieth percentile and below, and of the hundredth; straight between.
 *
 * This interface was referenced by `SuggestionCalibration`'s JSON-Schema
 * via the `definition` "Prior".
 */
export interface Prior {
  /**
   * Up to the fiftieth percentile.
   */
  ordinary: number;
  /**
   * At the hundredth.
   */
  best: number;
  /**
   * At the hundredth, by id of the attributes of which what people love has much.
   */
  flattering: {
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
   * Share of the score's change that counts.
   */
  aesthetic: number;
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
   * How far the interval reaches below the gain, in spreads: sure + severity × √(p(1 − p)), p being the confidence.
   */
  below: number;
  /**
   * How far above.
   */
  above: number;
  /**
   * Spread of the gain of an edit that surely helps.
   */
  sure: number;
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
