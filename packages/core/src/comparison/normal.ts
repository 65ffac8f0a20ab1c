/**
 * The standard normal distribution: probability of a value below `z`. Abramowitz and Stegun 1964, 26.2.17; error below 7.5 × 10⁻⁸.
 */
export function normalProbability(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (series * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
  return z < 0 ? tail : 1 - tail;
}

/** More deviations than any level that documents state. */
const FARTHEST = 8;

/** How many deviations either side of the mean hold this share of all values, `share` from 0 to below 1. */
export function deviationsHolding(share: number): number {
  let [low, high] = [0, FARTHEST];
  for (let step = 0; step < 40; step++) {
    const middle = (low + high) / 2;
    if (2 * normalProbability(middle) - 1 < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
