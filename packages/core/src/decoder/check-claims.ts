/** Holds what a comment claims against what was measured. */
import type { Assessment, Claim } from '../protocol/generated/assessment.js';

/** Weaknesses of less than this severity do not speak against "nothing serious". */
const SERIOUS = 0.5;

/** Why nothing backs a claim, for a person; `undefined` where something does. */
export function whyUnbacked(claim: Claim, assessment: Assessment): string | undefined {
  const { about, relation, value, side } = claim;
  const { score, findings, attributes } = assessment;
  switch (relation) {
    case 'standing':
      if (score === undefined || score.abstained) return 'there is no score';
      return value === Math.floor(score.percentile)
        ? undefined
        : `the percentile is ${Math.floor(score.percentile)}`;
    case 'nothing-serious':
    case 'no-weakness':
    case 'nothing': {
      const least = relation === 'nothing-serious' ? SERIOUS : 0;
      const weak = findings.find(({ kind, severity }) => kind === 'weakness' && severity >= least);
      return weak === undefined ? undefined : `${weak.attribute} is a weakness`;
    }
    case 'weakness':
    case 'strength':
    case 'style': {
      const reading = attributes.find(({ id }) => id === about);
      if (reading?.status !== 'measured') return `${about} was not measured`;
      if (value !== undefined && value !== reading.value) {
        return `${about} was measured as ${reading.value}`;
      }
      if (!findings.some(({ attribute, kind }) => attribute === about && kind === relation)) {
        return `${about} was not found to be a ${relation}`;
      }
      if (side !== undefined && side !== (reading.value > 0 ? 'right' : 'left')) {
        return `${about} points to the other side`;
      }
      return undefined;
    }
  }
}
