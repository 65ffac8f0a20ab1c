/** Holds what a comment claims against what was measured. */
import type { Degree } from '../language/words.js';
import { degreeOf } from '../finding/degree.js';
import type {
  Assessment,
  Claim,
  Finding,
  MeasuredAttribute,
} from '../protocol/generated/assessment.js';
import { liesIn } from './place.js';

/** Weaknesses of less than this severity do not speak against "nothing serious". */
const SERIOUS = 0.5;

/** Why nothing backs a claim, for a person; `undefined` where something does. */
export function whyUnbacked(claim: Claim, assessment: Assessment): string | undefined {
  const { about, relation, value, unit } = claim;
  const { score, findings } = assessment;
  switch (relation) {
    case 'standing':
      if (score === undefined || score.abstained) return 'there is no score';
      if (unit === 'of 10') {
        return value === score.value ? undefined : `the score is ${score.value}`;
      }
      return value === Math.floor(score.percentile)
        ? undefined
        : `the percentile is ${Math.floor(score.percentile)}`;
    case 'nothing-serious':
    case 'nothing':
      return whyWeak(findings, relation === 'nothing-serious' ? SERIOUS : 0);
    case 'no-weakness':
      if (about === 'craft') return whyWeak(findings);
      return (
        whyNotRead(claim, assessment) ??
        whyWeak(findings.filter(({ attribute }) => attribute === about))
      );
    case 'absence': {
      const found = findings.find(({ attribute }) => attribute === about);
      return (
        whyNotRead(claim, assessment) ??
        (found === undefined ? undefined : `${about} is a ${found.kind}`)
      );
    }
    case 'weakness':
    case 'strength':
    case 'style': {
      const unread = whyNotRead(claim, assessment);
      if (unread !== undefined) return unread;
      const finding = findings.find(
        ({ attribute, kind }) => attribute === about && kind === relation,
      );
      if (finding === undefined) return `${about} was not found to be a ${relation}`;
      return whyOtherwise(claim, finding, assessment);
    }
  }
}

function whyWeak(findings: readonly Finding[], least = 0): string | undefined {
  const weak = findings.find(({ kind, severity }) => kind === 'weakness' && severity >= least);
  return weak === undefined ? undefined : `${weak.attribute} is a weakness`;
}

function whyNotRead({ about, value }: Claim, assessment: Assessment): string | undefined {
  const reading = measured(about, assessment);
  if (reading === undefined) return `${about} was not measured`;
  return value === undefined || value === reading.value
    ? undefined
    : `${about} was measured as ${reading.value}`;
}

/** The reading of an attribute, where it was measured. */
export function measured(about: string, { attributes }: Assessment): MeasuredAttribute | undefined {
  const reading = attributes.find(({ id }) => id === about);
  return reading?.status === 'measured' ? reading : undefined;
}

const DEGREES: readonly Degree[] = ['slight', 'clear', 'strong'];

function whyOtherwise(
  { side, degree, place }: Claim,
  { attribute, severity, evidence }: Finding,
  assessment: Assessment,
): string | undefined {
  if (side !== undefined) {
    const { value = 0 } = measured(attribute, assessment) ?? {};
    if (side !== (value > 0 ? 'right' : 'left')) return `${attribute} points to the other side`;
  }
  if (degree !== undefined) {
    const is = degreeOf(severity);
    // One step is a matter of words.
    if (Math.abs(DEGREES.indexOf(degree) - DEGREES.indexOf(is)) > 1) return `${attribute} is ${is}`;
  }
  return place === undefined || liesIn(evidence, place)
    ? undefined
    : `${attribute} was not found there`;
}
