import type { Grid } from '../encoder/grid.js';
import type { Regions } from '../protocol/generated/assessment.js';
import { inHundredths } from '../protocol/rounding.js';

/** Parts of a point that documents tell of. */
const UNITS = 1e4;

/**
 * What each cell adds, in ten-thousandths of a point, so that base and cells add up to the score exactly: what is missing (the score is
 * rounded, and held between the outer bins) is spread evenly, and what rounding leaves goes to the first cells.
 *
 * @param average what the reference pictures get on average
 */
export function regionsOf({ rows, columns, sums }: Grid, average: number, score: number): Regions {
  const base = inHundredths(average) / 100;
  const total = Math.round((score - base) * UNITS);
  const missing = total - sums.reduce((sum, value) => sum + value * UNITS, 0);
  const units = sums.map((value) => Math.floor(value * UNITS + missing / sums.length));
  const left = total - units.reduce((sum, unit) => sum + unit, 0);
  const values = units.map((unit, cell) => (unit + (cell < left ? 1 : 0)) / UNITS + 0);
  return { base, columns, rows, values };
}
