// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.

/**
 * faults.json of a bundle: how probable a known change is by readings and tokens together, and how strong.
 */
export interface FaultsCalibration {
  /**
   * Version of this file's shape.
   */
  schema: 1;
  presence: PresenceModel;
  previews?: PresenceModel1;
  /**
   * Logit by which photographs that people show are more often without these faults than those that the model of presence learned from.
   */
  prior: number;
  /**
   * Per attribute, how strong its change is where it is there.
   */
  amounts: {
    [k: string]: AmountModel;
  };
}
/**
 * Softmax over the kinds of change and none, linear in what readings and tokens say.
 *
 * This interface was referenced by `FaultsCalibration`'s JSON-Schema
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
 * Softmax over the kinds of change and none, linear in what readings and tokens say.
 */
export interface PresenceModel1 {
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
 * This interface was referenced by `FaultsCalibration`'s JSON-Schema
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
