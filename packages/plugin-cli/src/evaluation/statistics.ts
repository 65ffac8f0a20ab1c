/** Agreement of two lists of numbers, and how sure it is. Every function takes weights, so that a bootstrap never sorts. */
import { seededBy } from '@calm-sdk/core';

/** How often each pair counts: 1 each, or how often a resample drew it. */
export type Weights = ArrayLike<number>;

/** Positions of the values in ascending order. */
export function ascending(values: readonly number[]): Uint32Array {
  return Uint32Array.from(values.keys()).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  );
}

/**
 * Ranks, equal values sharing the mean of theirs (mid-ranks, as in `scipy.stats.rankdata`). A value with weight w stands
 * for w equal values.
 *
 * @param order positions in ascending order, from {@link ascending}
 */
export function midRanks(
  values: readonly number[],
  order: Uint32Array,
  weights: Weights,
): number[] {
  const ranks = new Array<number>(values.length).fill(0);
  let below = 0;
  for (let from = 0; from < order.length;) {
    let to = from;
    let together = 0;
    while (to < order.length && values[order[to] as number] === values[order[from] as number]) {
      together += weights[order[to] as number] as number;
      to += 1;
    }
    for (let at = from; at < to; at += 1) ranks[order[at] as number] = below + (together + 1) / 2;
    below += together;
    from = to;
  }
  return ranks;
}

/** Pearson's correlation; `NaN` where a list has one value only. */
export function pearson(x: readonly number[], y: readonly number[], weights: Weights): number {
  const { xx, yy, xy } = moments(x, y, weights);
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Number.NaN;
}

/** The straight line through (x, y) with the least squared error. A level line where all x are equal. */
export function leastSquares(
  x: readonly number[],
  y: readonly number[],
  weights: Weights,
): { readonly slope: number; readonly intercept: number } {
  const { meanX, meanY, xx, xy } = moments(x, y, weights);
  const slope = xx > 0 ? xy / xx : 0;
  return { slope, intercept: meanY - slope * meanX };
}

/** Mean distance of `predicted` from `truth`. */
export function meanAbsoluteError(
  predicted: readonly number[],
  truth: readonly number[],
  weights: Weights,
): number {
  let sum = 0;
  let total = 0;
  for (let index = 0; index < truth.length; index += 1) {
    const weight = weights[index] as number;
    sum += weight * Math.abs((predicted[index] as number) - (truth[index] as number));
    total += weight;
  }
  return sum / total;
}

/** Share of pairs on the same side of their thresholds; a value on the threshold counts as above. */
export function agreement(
  predicted: readonly number[],
  predictedThreshold: number,
  truth: readonly number[],
  truthThreshold: number,
  weights: Weights,
): number {
  let same = 0;
  let total = 0;
  for (let index = 0; index < truth.length; index += 1) {
    const weight = weights[index] as number;
    const above = (predicted[index] as number) >= predictedThreshold;
    if (above === (truth[index] as number) >= truthThreshold) same += weight;
    total += weight;
  }
  return same / total;
}

/** The value that a share of the values lies below, linear between neighbours (`numpy.quantile`'s default). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = Float64Array.from(values).sort();
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] as number;
  const high = sorted[Math.ceil(place)] as number;
  return low + (high - low) * (place - Math.floor(place));
}

/**
 * How often each of `size` items is drawn in `rounds` resamples of that size with replacement; the same for the same seed.
 * The array is used again from round to round.
 */
export function* resamples(size: number, rounds: number, seed: number): Generator<Weights> {
  const random = seededBy(seed);
  const counts = new Uint32Array(size);
  for (let round = 0; round < rounds; round += 1) {
    counts.fill(0);
    for (let draw = 0; draw < size; draw += 1) {
      const at = Math.floor(random() * size);
      counts[at] = (counts[at] as number) + 1;
    }
    yield counts;
  }
}

function moments(
  x: readonly number[],
  y: readonly number[],
  weights: Weights,
): { meanX: number; meanY: number; xx: number; yy: number; xy: number } {
  let total = 0;
  let meanX = 0;
  let meanY = 0;
  for (let index = 0; index < x.length; index += 1) {
    const weight = weights[index] as number;
    total += weight;
    meanX += weight * (x[index] as number);
    meanY += weight * (y[index] as number);
  }
  meanX /= total;
  meanY /= total;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let index = 0; index < x.length; index += 1) {
    const weight = weights[index] as number;
    const dx = (x[index] as number) - meanX;
    const dy = (y[index] as number) - meanY;
    xx += weight * dx * dx;
    yy += weight * dy * dy;
    xy += weight * dx * dy;
  }
  return { meanX, meanY, xx, yy, xy };
}
