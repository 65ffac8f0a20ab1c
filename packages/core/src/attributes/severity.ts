/** Between the strength of a change, in its own parameter, and its severity: 0 nothing, 1 weak, 2 medium, 3 strong. */
import type { Change } from './attribute.js';

/** More than strong is not told apart. */
const MOST = 4;

function stops({ strengths: { weak, medium, strong } }: Change, neutral: number): number[] {
  return [neutral, weak, medium, strong];
}

/** Straight lines between the strengths of the change benchmark, and on beyond strong to 4. */
export function severityOf(change: Change, neutral: number, strength: number): number {
  const far = stops(change, neutral).map((stop) => Math.abs(stop - neutral));
  const distance = Math.abs(strength - neutral);
  const last = far.length - 1;
  let step = 1;
  while (step < last && distance > far[step]!) step++;
  const [from, to] = [far[step - 1]!, far[step]!];
  return Math.min(MOST, step - 1 + (distance - from) / (to - from));
}

/** The strength of a severity, 0 to 4. */
export function strengthOf(change: Change, neutral: number, severity: number): number {
  const at = stops(change, neutral);
  const within = Math.min(MOST, Math.max(0, severity));
  const step = Math.min(at.length - 1, Math.floor(within) + 1);
  const [from, to] = [at[step - 1]!, at[step]!];
  const strength = from + (to - from) * (within - (step - 1));
  const [low, high] = change.range;
  return Math.abs(strength - neutral) < Math.abs(at[1]! - neutral)
    ? strength
    : Math.min(high, Math.max(low, strength));
}
