// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.

/**
 * What the alignment's raw answers mean.
 */
export interface AlignmentCalibration {
  /**
   * Version of this file's shape.
   */
  schema: 1;
  presence: Presence;
  /**
   * By attribute: how its strength logits become probabilities.
   */
  changes: {
    [k: string]: Logistic;
  };
  ask: AskCalibration;
}
/**
 * How a text's agreement with the tokens becomes a logit: exp(sharpness) × log Σ exp(softness × cosine) / softness + bias.
 *
 * This interface was referenced by `AlignmentCalibration`'s JSON-Schema
 * via the `definition` "Presence".
 */
export interface Presence {
  /**
   * Logarithm of the factor.
   */
  sharpness: number;
  /**
   * Added at the end.
   */
  bias: number;
  /**
   * How much the best token counts above the others.
   */
  softness: number;
}
/**
 * 1 / (1 + exp(-(scale × x + shift))).
 *
 * This interface was referenced by `AlignmentCalibration`'s JSON-Schema
 * via the `definition` "Logistic".
 */
export interface Logistic {
  /**
   * Factor.
   */
  scale: number;
  /**
   * Added.
   */
  shift: number;
}
/**
 * When a question is answered, and how sure the answer is.
 *
 * This interface was referenced by `AlignmentCalibration`'s JSON-Schema
 * via the `definition` "AskCalibration".
 */
export interface AskCalibration {
  craft: AskRoute;
  beauty: AskRoute;
  theme: AskRoute;
  /**
   * Added to how near the question is to what no picture answers.
   */
  unknown: number;
  /**
   * A question that is less near than this to everything known is not answered.
   */
  nearest: number;
  /**
   * An answer is given where its probability is at least this, .5 to 1.
   */
  surest: number;
}
/**
 * One way in which a question can be answered.
 *
 * This interface was referenced by `AlignmentCalibration`'s JSON-Schema
 * via the `definition` "AskRoute".
 */
export interface AskRoute {
  /**
   * Added to how near the question is, before the routes are compared.
   */
  offset: number;
  /**
   * Factor of the route's logit.
   */
  scale: number;
  /**
   * Added to it.
   */
  shift: number;
}
