import type { Degree } from '../language/words.js';

/** The weakest first. */
export const DEGREES: readonly Degree[] = ['slight', 'clear', 'strong'];

/** From these severities on a finding is clear, and strong. */
const CLEAR = 0.6;
const STRONG = 0.85;

/** How strongly a finding is spoken of, by its severity from 0 to 1: the same word wherever it is told. */
export function degreeOf(severity: number): Degree {
  return severity >= STRONG ? 'strong' : severity >= CLEAR ? 'clear' : 'slight';
}
