/** How documents round: decimals are stated in the schema, and -0 is never written. */

/** Rounds to a number of decimals. */
export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor + 0;
}

/** Points as a whole number of hundredths, in which sums are exact. */
export function inHundredths(points: number): number {
  return Math.round(points * 100) + 0;
}
