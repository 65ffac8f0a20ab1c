import { statistics } from '../measurement/statistics.js';
import type { Raster } from '../picture/picture.js';
import type { SecondReader } from '../protocol/generated/suggestion.js';

/** A statistic this many deviations away says no more than that. */
const FAR = 4;

/**
 * How natural a picture looks to a reader whom the search for suggestions never asks: a logit, by statistics that neither readings nor
 * tokens are made of, learned from changes that other hands made.
 */
export function naturalness(
  { mean, deviation, linear, square }: Omit<SecondReader, 'tolerance'>,
  working: Raster,
): number {
  return statistics(working).reduce((sum, value, index) => {
    const far = (value - (mean[index] ?? 0)) / (deviation[index] ?? 1);
    const z = Math.min(FAR, Math.max(-FAR, far));
    return sum + (linear[index] ?? 0) * z + (square[index] ?? 0) * z * z;
  }, 0);
}
