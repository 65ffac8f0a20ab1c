/** What of a score's contributions is worth a sentence. */
import type { Contribution, Score } from '../protocol/generated/assessment.js';
import { OVERALL_IMPRESSION } from '../scoring/contributions.js';

/** What no reading explains is most of a score's distance from the average from this share of it on. */
const MOST = 0.75;

/** The overall impression, where most of the way from the average to the score is owed to it. */
export function mostlyImpression({
  contributions,
  value,
  reference,
}: Score): Contribution | undefined {
  const distance = value - reference.mean;
  const impression = contributions.find(({ attribute }) => attribute === OVERALL_IMPRESSION);
  return impression !== undefined && impression.value / distance >= MOST ? impression : undefined;
}

/** The reading that takes most from the score. */
export function costliest({ contributions }: Score): Contribution | undefined {
  return contributions
    .filter(({ attribute, value }) => attribute !== OVERALL_IMPRESSION && value < 0)
    .reduce<Contribution | undefined>(
      (most, one) => (most === undefined || one.value < most.value ? one : most),
      undefined,
    );
}
