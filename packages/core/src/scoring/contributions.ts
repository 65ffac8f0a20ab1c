import type { AttributeResult } from '../attributes/attribute.js';
import type { Contribution } from '../protocol/generated/assessment.js';
import type { ScoringCalibration } from '../protocol/generated/scoring.js';
import { inHundredths } from '../protocol/rounding.js';
import { valueAt } from './curve.js';

/** Stands for what no single reading explains. */
export const OVERALL_IMPRESSION = 'overall-impression';

/** What the curves add at the scores of readings, in points, summed. */
export function addedBy(
  curves: ScoringCalibration['contributions'],
  results: readonly AttributeResult[],
): number {
  return results.reduce((sum, { attribute, reading }) => {
    const curve = curves[attribute.id];
    if (curve === undefined || reading.status !== 'measured') return sum;
    return sum + valueAt(curve, reading.score);
  }, 0);
}

/**
 * Splits the score's distance from the reference mean into signed parts that add up exactly. What an attribute adds is its
 * monotone curve at its score, in whole hundredths of a point; what is left is the overall impression, learned and not
 * explained by any single reading.
 *
 * @param distance value minus reference mean, in hundredths of a point
 * @returns parts that are not zero, largest first, the overall impression last
 */
export function contributionsOf(
  curves: ScoringCalibration['contributions'],
  results: readonly AttributeResult[],
  distance: number,
): Contribution[] {
  const parts: { attribute: string; hundredths: number }[] = [];
  for (const { attribute, reading } of results) {
    const curve = curves[attribute.id];
    if (curve === undefined || reading.status !== 'measured') continue;
    const hundredths = inHundredths(valueAt(curve, reading.score));
    if (hundredths !== 0) parts.push({ attribute: attribute.id, hundredths });
  }
  parts.sort((a, b) => Math.abs(b.hundredths) - Math.abs(a.hundredths));
  const explained = parts.reduce((sum, part) => sum + part.hundredths, 0);
  parts.push({ attribute: OVERALL_IMPRESSION, hundredths: distance - explained });
  return parts.map(({ attribute, hundredths }) => ({ attribute, value: hundredths / 100 }));
}
