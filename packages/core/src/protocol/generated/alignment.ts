// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.

/**
 * What the alignment's raw answers mean.
 */
export interface AlignmentCalibration {
  /**
   * Version of this file's shape.
   */
  schema: 1;
  /**
   * By attribute: how its strength logits become probabilities.
   */
  changes: {
    [k: string]: Logistic;
  };
  ask?: AskCalibration;
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
  craft: Logistic;
  beauty: Logistic;
  theme: Logistic;
  mood: Logistic;
  /**
   * Attributes that can be asked about, in the graph's order: first the changes that the tokens tell of, then those that only readings do.
   */
  attributes: string[];
  /**
   * Names of the moods that the graph tells of, in its order.
   */
  moods: string[];
  /**
   * A question is answered where the probability of what it is taken to be about is at least this.
   */
  heard: number;
  /**
   * An answer is given where its probability is at least this, .5 to 1.
   */
  surest: number;
}
