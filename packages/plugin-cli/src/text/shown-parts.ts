/**
 * Rounds signed parts to tenths so that they add up to a given total as they are shown (largest remainder, Hamilton's
 * method): each part is rounded down, and what is missing goes to the parts that lost most. No part moves by a tenth or more.
 *
 * @param hundredths the parts, in hundredths
 * @param total what they must add up to, in tenths; within one of the true sum
 * @returns the parts in tenths, whole numbers
 */
export function shownTenths(hundredths: readonly number[], total: number): number[] {
  const floors = hundredths.map((value) => Math.floor(value / 10));
  const missing = total - floors.reduce((sum, value) => sum + value, 0);
  const byRemainder = hundredths
    .map((value, index) => ({ index, remainder: value - (floors[index] as number) * 10 }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing))
    floors[index] = (floors[index] as number) + 1;
  return floors.map((value) => value + 0);
}
