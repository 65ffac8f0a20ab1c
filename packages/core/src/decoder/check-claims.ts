/** Holds what a comment claims against what was measured. */
import { DEGREES, degreeOf } from '../finding/degree.js';
import { liesIn } from '../finding/place.js';
import type {
  Assessment,
  AttributeReading,
  Claim,
  Finding,
  MeasuredAttribute,
} from '../protocol/generated/assessment.js';
import { OVERALL_IMPRESSION } from '../scoring/contributions.js';
import { costliest, mostlyImpression } from './explanation.js';
import { standingOf } from './standing.js';

/** Why nothing backs a claim, for a person; `undefined` where something does. */
export function whyUnbacked(claim: Claim, assessment: Assessment): string | undefined {
  const { about, relation } = claim;
  const { findings } = assessment;
  switch (relation) {
    case 'standing':
      return whyNotThere(claim, assessment);
    case 'shows':
      return assessment.shows?.some(({ thing }) => thing === about) === true
        ? undefined
        : `${about} was not seen`;
    case 'lifts':
    case 'lowers':
      return whyNotOwed(claim, assessment);
    case 'no-weakness':
      if (about !== 'craft') {
        return (
          whyNotRead(claim, assessment) ??
          (findings.some((one) => isWeakness(one, about)) ? `${about} is a weakness` : undefined)
        );
      }
      return findings.some((one) => isWeakness(one)) ? 'there is a weakness' : undefined;
    case 'absence': {
      const found = findings.find(({ attribute }) => attribute === about);
      return (
        whyNotRead(claim, assessment) ??
        (found === undefined ? undefined : `${about} is a ${found.kind}`) ??
        (leansToWorse(measured(about, assessment)) ? `${about} is unusual` : undefined)
      );
    }
    case 'nothing-serious':
      return findings.some((one) => isWeakness(one) && degreeOf(one.severity) !== 'slight')
        ? 'a weakness is more than slight'
        : undefined;
    case 'nothing':
      return findings.length > 0 || assessment.attributes.some(isUnusual)
        ? 'something was found'
        : undefined;
    case 'weakness':
    case 'strength':
    case 'style':
      return (
        whyNotRead(claim, assessment) ??
        whyNotFound(about, relation, assessment) ??
        whyElsewhere(claim, relation, assessment) ??
        whyMoreOrLess(claim, relation, assessment)
      );
    case 'minor':
      return (
        whyNotRead(claim, assessment) ??
        whyNotFound(about, 'weakness', assessment) ??
        (findings.some((one) => isWeakness(one, about) && degreeOf(one.severity) === 'slight')
          ? whyElsewhere(claim, 'weakness', assessment)
          : `${about} is more than slight`)
      );
    case 'trait':
      return whyNotRead(claim, assessment) ?? whyNotUnusual(claim, assessment);
    case 'effect':
    case 'next-time':
      return whyNotRead(claim, assessment) ?? whyNotFound(about, 'weakness', assessment);
    case 'mend':
      return (
        whyNotRead(claim, assessment) ??
        whyNotFound(about, 'weakness', assessment) ??
        (triedInVain(about, assessment)
          ? `an edit of ${about} was tried and not found to help`
          : undefined)
      );
  }
}

/** Whether an edit that should mend an attribute was tried, and nothing came of it. */
export function triedInVain(id: string, { suggestions }: Assessment): boolean {
  const of = ({ attribute }: { readonly attribute: string }): boolean => attribute === id;
  return (
    suggestions !== undefined && suggestions.tried.some(of) && !suggestions.suggestions.some(of)
  );
}

function isWeakness({ kind, attribute }: Finding, about = attribute): boolean {
  return kind === 'weakness' && attribute === about;
}

/** Whether a reading lies beyond those of most photographs. */
export function isUnusual(reading: AttributeReading): boolean {
  return reading.status === 'measured' && reading.standing !== undefined;
}

/** Below this score an unusual reading is taken for unusual for the worse: with room above .5, where an attentive viewer calls a fault a fault. */
const GOOD = 0.8;

/** Whether a reading is unusual for the worse, though it is no finding. */
function leansToWorse(reading: MeasuredAttribute | undefined): boolean {
  return reading?.standing !== undefined && reading.score < GOOD;
}

function whyNotThere({ value, unit, standing }: Claim, { score }: Assessment): string | undefined {
  if (score === undefined || score.abstained) return 'there is no score';
  if (unit === 'of 10') {
    return value === score.value ? undefined : `the score is ${score.value}`;
  }
  const percentile = Math.floor(score.percentile);
  const is = standingOf(score.percentile);
  return (value !== undefined && value !== percentile) ||
    (standing !== undefined && standing !== is)
    ? `the percentile is ${percentile}`
    : undefined;
}

function whyNotOwed({ about, relation, value }: Claim, { score }: Assessment): string | undefined {
  if (score === undefined || score.abstained) return 'there is no score';
  const owed = about === OVERALL_IMPRESSION ? mostlyImpression(score) : costliest(score);
  if (owed?.attribute !== about) return `the score is not owed to ${about}`;
  if (value !== undefined && value !== owed.value) return `${about} makes ${owed.value} points`;
  return owed.value > 0 === (relation === 'lifts') ? undefined : `${about} does the opposite`;
}

/** The reading of an attribute, where it was measured. */
export function measured(about: string, { attributes }: Assessment): MeasuredAttribute | undefined {
  const reading = attributes.find(({ id }) => id === about);
  return reading?.status === 'measured' ? reading : undefined;
}

/** A reading is as it is claimed: its value, and the side to which it points. */
function whyNotRead({ about, value, side }: Claim, assessment: Assessment): string | undefined {
  const reading = measured(about, assessment);
  if (reading === undefined) return `${about} was not measured`;
  if (value !== undefined && value !== reading.value)
    return `${about} was measured as ${reading.value}`;
  return side !== undefined && side !== (reading.value > 0 ? 'right' : 'left')
    ? `${about} points to the other side`
    : undefined;
}

function whyNotFound(
  about: string,
  wanted: Finding['kind'],
  { findings }: Assessment,
): string | undefined {
  return findings.some(({ attribute, kind }) => attribute === about && kind === wanted)
    ? undefined
    : `${about} was not found to be a ${wanted}`;
}

function whyElsewhere(
  { about, place }: Claim,
  kind: Finding['kind'],
  { findings }: Assessment,
): string | undefined {
  if (place === undefined) return undefined;
  const found = findings.some(
    (one) => one.attribute === about && one.kind === kind && liesIn(one.evidence, place),
  );
  return found ? undefined : `${about} was not found there`;
}

function whyMoreOrLess(
  { about, degree }: Claim,
  kind: Finding['kind'],
  { findings }: Assessment,
): string | undefined {
  const found = findings.find((one) => one.attribute === about && one.kind === kind);
  if (degree === undefined || found === undefined) return undefined;
  const is = degreeOf(found.severity);
  // One step is a matter of words.
  return Math.abs(DEGREES.indexOf(degree) - DEGREES.indexOf(is)) > 1
    ? `${about} is ${is}`
    : undefined;
}

function whyNotUnusual({ about, standing }: Claim, assessment: Assessment): string | undefined {
  const is = measured(about, assessment)?.standing;
  return is !== undefined && is === standing ? undefined : `${about} is not unusual in this way`;
}
