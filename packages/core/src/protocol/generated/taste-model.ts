// Generated from schema/v1 by scripts/generate-protocol.mjs. Do not edit.

/**
 * taste.json of a bundle: what is known of a person's taste before the first rating, and how ratings change it. A rating, standardised by the mean and the deviation of the person's ratings on that scale, is level + (1 + u) × slope × (score - general) + w · vector + v · readings + noise; u, w and v are the person's, all variances but that of the noise are in units of it.
 */
export interface TasteCalibration {
  /**
   * Version of this file's shape.
   */
  schema: 1;
  /**
   * Length of the vector.
   */
  length: number;
  /**
   * General score that slopes count from, in points.
   */
  general: number;
  /**
   * Standardised rating for each point of the general score.
   */
  slope: number;
  noise: TasteNoise;
  /**
   * Prior variance of the level of a scale.
   */
  level: number;
  /**
   * Prior variance of u.
   */
  slopeVariance: number;
  scale: ScaleUse;
  /**
   * Prior variance of each of w.
   */
  strength: number;
  /**
   * Probability, before the first rating, that neither w nor v differ from nothing.
   */
  doubt: number;
  /**
   * Share of what is learned that enters the personal score.
   */
  trust: number;
  interval: TasteInterval;
  /**
   * Standard of each reading's score by id of the attribute. Standardised readings are held within ±4; one that was not measured is 0.
   */
  readings: {
    [k: string]: Standard;
  };
  /**
   * Prior variance of each of v as a multiple of that of w.
   */
  readingStrength: number;
  /**
   * What tastes are told in.
   */
  topics: Topic[];
}
/**
 * Inverse-gamma prior of the variance of the noise: of this shape, and of this scale over shape.
 *
 * This interface was referenced by `TasteCalibration`'s JSON-Schema
 * via the `definition` "TasteNoise".
 */
export interface TasteNoise {
  /**
   * Scale over shape.
   */
  variance: number;
  /**
   * Shape; larger than 1.
   */
  shape: number;
}
/**
 * The deviation of a person's ratings on a scale is shrunk: √((n × variance + weight × (deviation × width)²) / (n + weight)), n being the sum of the ratings' weights.
 *
 * This interface was referenced by `TasteCalibration`'s JSON-Schema
 * via the `definition` "ScaleUse".
 */
export interface ScaleUse {
  /**
   * Of people's ratings, as a share of the scale's width.
   */
  deviation: number;
  /**
   * How many ratings that counts for.
   */
  weight: number;
}
/**
 * Where one rating of the person would lie, brought to points: personal score ± factor × √variance / slope, the variance that of the standardised rating.
 *
 * This interface was referenced by `TasteCalibration`'s JSON-Schema
 * via the `definition` "TasteInterval".
 */
export interface TasteInterval {
  /**
   * Share of ratings within.
   */
  level: number;
  /**
   * Deviations.
   */
  factor: number;
}
/**
 * Mean and deviation over photographs.
 *
 * This interface was referenced by `TasteCalibration`'s JSON-Schema
 * via the `definition` "Standard".
 */
export interface Standard {
  /**
   * Mean.
   */
  mean: number;
  /**
   * Deviation.
   */
  deviation: number;
}
/**
 * A reading, or a kind of thing shown.
 *
 * This interface was referenced by `TasteCalibration`'s JSON-Schema
 * via the `definition` "Topic".
 */
export interface Topic {
  /**
   * Id of the attribute, or name of what is shown.
   */
  id: string;
  /**
   * `reading`: the topic's value is the attribute's score; `shown`: the probability of its classes together, or where it has none, 1 where the picture is said to show a face, a person or people, else 0.
   */
  kind: 'reading' | 'shown';
  /**
   * Numbers of ImageNet classes, both ends included; their logits are divided by .5 before the softmax.
   */
  classes?: number[][];
  /**
   * Mean of the value over photographs.
   */
  mean: number;
  /**
   * Deviation of the value.
   */
  deviation: number;
  /**
   * How the vector moves with one deviation of the topic, all other topics held; learned from values held within ±4 deviations.
   */
  direction: number[];
}
