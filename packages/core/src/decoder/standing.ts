import type { Standing } from '../language/locale.js';

/** Percentiles from which on a picture stands so. */
const STANDINGS: readonly (readonly [number, Standing])[] = [
  [90, 'best'],
  [65, 'above'],
  [35, 'ordinary'],
  [10, 'below'],
  [0, 'worst'],
];

/** How a picture stands among the reference pictures, in a word. */
export function standingOf(percentile: number): Standing {
  return STANDINGS.find(([least]) => percentile >= least)?.[1] ?? 'worst';
}
