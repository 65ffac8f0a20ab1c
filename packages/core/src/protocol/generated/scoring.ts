// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.

/**
 * scoring.json of a bundle: what turns the scoring graph's outputs and the readings into a score with its meaning.
 */
export interface ScoringCalibration {
  /**
   * Version of this file's shape.
   */
  schema: 1;
  /**
   * One entry for each kind of picture, in the order of the graph's rows.
   *
   * @minItems 1
   */
  domains: DomainCalibration[];
  abstention: Abstention;
  /**
   * Per attribute, its monotone part of the score of a photograph, of which the graph knows nothing.
   */
  contributions: {
    [k: string]: Curve;
  };
  technical: TechnicalModel;
}
/**
 * What a score of this kind of picture means.
 *
 * This interface was referenced by `ScoringCalibration`'s JSON-Schema
 * via the `definition` "DomainCalibration".
 */
export interface DomainCalibration {
  /**
   * The kind.
   */
  id: 'photograph' | 'artwork' | 'interface';
  reference: ReferenceSet;
  interval: IntervalCalibration;
  confidence: Curve;
  /**
   * Per attribute, its monotone part of the score of this kind: the graph takes their sum as `added`, and its own part was learned beside it. Without it, those of photographs.
   */
  contributions?: {
    [k: string]: Curve;
  };
}
/**
 * This head's own predictions on a named set of pictures.
 *
 * This interface was referenced by `ScoringCalibration`'s JSON-Schema
 * via the `definition` "ReferenceSet".
 */
export interface ReferenceSet {
  /**
   * Name of the set.
   */
  id: string;
  /**
   * Mean of the scores.
   */
  mean: number;
  /**
   * Ascending, 0 to 10.
   *
   * @minItems 1
   */
  scores: number[];
}
/**
 * Split-conformal: half the interval is `perDeviation` times the graph's expected error.
 *
 * This interface was referenced by `ScoringCalibration`'s JSON-Schema
 * via the `definition` "IntervalCalibration".
 */
export interface IntervalCalibration {
  /**
   * Share of pictures covered, 0 to 1.
   */
  level: number;
  /**
   * Quantile of |error| / expected error.
   */
  perDeviation: number;
}
/**
 * A piecewise linear function, flat outside its knots.
 *
 * This interface was referenced by `ScoringCalibration`'s JSON-Schema
 * via the `definition` "Curve".
 */
export interface Curve {
  /**
   * Knots, strictly ascending.
   *
   * @minItems 1
   */
  x: number[];
  /**
   * Values at the knots.
   *
   * @minItems 1
   */
  y: number[];
}
/**
 * When a picture is unlike everything the model knows.
 *
 * This interface was referenced by `ScoringCalibration`'s JSON-Schema
 * via the `definition` "Abstention".
 */
export interface Abstention {
  /**
   * The graph's measure of unfamiliarity from which the score is withheld.
   */
  unfamiliarity: number;
}
/**
 * Craft, 0 to 10: 10 / (1 + exp(-(intercept + sum of weight x (1 - score)))), weights at most 0.
 *
 * This interface was referenced by `ScoringCalibration`'s JSON-Schema
 * via the `definition` "TechnicalModel".
 */
export interface TechnicalModel {
  /**
   * Logit of a picture without any concern.
   */
  intercept: number;
  /**
   * By attribute id.
   */
  weights: {
    /**
     * Per unit of 1 - score.
     */
    [k: string]: number;
  };
}
