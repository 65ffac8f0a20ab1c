/** Holds what was read in a free sentence against what was measured. */
import type { Assessment, Claim } from '../../protocol/generated/assessment.js';
import { measured, whyUnbacked } from '../check-claims.js';
import type { FreeClaim, SaidFigure } from './claim.js';
import type { Figure } from './tokens.js';

type FindingClaim = Extract<FreeClaim, { kind: 'finding' }>;
type Alternative = FindingClaim['alternatives'][number];

/** What backs a claim: claims with the readings that they stand on; or why nothing does, for a person. */
export function hold(
  claim: FreeClaim,
  assessment: Assessment,
): { readonly claims: readonly Claim[] } | { readonly unbacked: string } {
  switch (claim.kind) {
    case 'whole':
      return backed({ about: 'craft', relation: claim.relation }, assessment);
    case 'figure':
      return holdFigure(claim.says, claim.figure, assessment);
    case 'band': {
      const { score } = assessment;
      if (score === undefined || score.abstained) return { unbacked: 'there is no score' };
      const { percentile } = score;
      return percentile >= claim.from && percentile <= claim.to
        ? { claims: [standing(percentile)] }
        : { unbacked: `the percentile is ${Math.floor(percentile)}` };
    }
    case 'finding':
      return holdFinding(claim, assessment);
  }
}

function standing(percentile: number): Claim {
  return { about: 'score', relation: 'standing', value: Math.floor(percentile), unit: '%' };
}

function holdFigure(
  says: 'percentile' | 'complement' | 'score',
  figure: Figure,
  { score }: Assessment,
): ReturnType<typeof hold> {
  if (score === undefined || score.abstained) return { unbacked: 'there is no score' };
  const { percentile, value } = score;
  switch (says) {
    case 'percentile':
      return isWritten(figure, percentile) || figure.value === Math.floor(percentile)
        ? { claims: [standing(percentile)] }
        : { unbacked: `the percentile is ${percentile}` };
    case 'complement':
      return isWritten(figure, 100 - percentile) || figure.value === 100 - Math.floor(percentile)
        ? { claims: [standing(percentile)] }
        : { unbacked: `the percentile is ${percentile}` };
    case 'score':
      return isWritten(figure, value)
        ? { claims: [{ about: 'score', relation: 'standing', value, unit: 'of 10' }] }
        : { unbacked: `the score is ${value}` };
  }
}

/** One alternative must be backed; those of absence must all be, of what was measured. */
function holdFinding(claim: FindingClaim, assessment: Assessment): ReturnType<typeof hold> {
  const stated = claim.alternatives.filter((one) => !isOfAbsence(one));
  const absent = claim.alternatives.filter(isOfAbsence);
  const reasons: string[] = [];
  const claims: Claim[] = [];
  let read = 0;
  for (const one of absent) {
    const bound = bind(one, claim, assessment);
    if (bound === undefined) continue;
    read++;
    const reason =
      whyUnbacked(bound, assessment) ?? whyFiguresDiffer(claim.figures, one.about, assessment);
    if (reason !== undefined) return { unbacked: reason };
    if (stated.length === 0) claims.push(bound);
  }
  if (absent.length > 0 && stated.length === 0) {
    return read > 0 ? { claims } : { unbacked: `${absent[0]!.about} was not measured` };
  }
  for (const one of stated) {
    const bound = bind(one, claim, assessment);
    const reason =
      bound === undefined
        ? `${one.about} was not measured`
        : (whyUnbacked(bound, assessment) ??
          whyFiguresDiffer(claim.figures, one.about, assessment) ??
          (claim.main ? whyNotMain(bound, assessment) : undefined));
    if (reason === undefined) claims.push(bound!);
    else reasons.push(reason);
    // What is praised in several respects may be weak in none.
    if (one.relation === 'strength' && isWeak(one, assessment)) {
      return { unbacked: `${one.about} is a weakness` };
    }
  }
  return claims.length > 0 ? { claims } : { unbacked: reasons.join('; ') };
}

function isOfAbsence({ relation }: Pick<Claim, 'relation'>): boolean {
  return relation === 'absence' || relation === 'no-weakness';
}

function isWeak({ about }: Alternative, { findings }: Assessment): boolean {
  return findings.some(({ attribute, kind }) => attribute === about && kind === 'weakness');
}

/** The claim as a document has it. */
function bind(
  { about, relation, leans }: Alternative,
  { degree, side, place }: FindingClaim,
  assessment: Assessment,
): Claim | undefined {
  const reading = measured(about, assessment);
  if (reading === undefined) return undefined;
  return {
    about,
    relation,
    value: reading.value,
    unit: reading.unit,
    ...(degree === undefined || isOfAbsence({ relation }) ? {} : { degree }),
    ...(side === undefined ? {} : leans ? { side } : { place: side }),
    ...(place === undefined ? {} : { place }),
  };
}

function backed(claim: Claim, assessment: Assessment): ReturnType<typeof hold> {
  const reason = whyUnbacked(claim, assessment);
  return reason === undefined ? { claims: [claim] } : { unbacked: reason };
}

/** Whether a value is written so, to as many decimals. */
function isWritten({ value, decimals }: Figure, actual: number): boolean {
  return Math.abs(value - Math.abs(actual)) <= 0.5 * 10 ** -decimals + 1e-9;
}

/** Figures of a text with what follows them. */
const IN_TEXT = /(\d+(?:\.\d+)?)\s*(%|°|EV|px|mired|CC|×|times|s\b|of 255)?/gu;

/** A figure is the reading's value, or one that its words tell, with its unit where one is written. */
function whyFiguresDiffer(
  figures: readonly SaidFigure[],
  about: string,
  assessment: Assessment,
): string | undefined {
  const reading = measured(about, assessment);
  if (reading === undefined) return undefined;
  const told: { value: number; unit: string }[] = [{ value: reading.value, unit: reading.unit }];
  for (const [, value, unit = ''] of reading.text.matchAll(IN_TEXT)) {
    told.push({ value: Number(value), unit });
  }
  const wrong = figures.find(
    (figure) =>
      !told.some(
        ({ value, unit }) =>
          isWritten(figure, value) && (figure.unit === undefined || isUnit(figure.unit, unit)),
      ),
  );
  return wrong === undefined ? undefined : `${about} was measured as ${reading.text}`;
}

/** The signs of units that readings and their words write in more than one way. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  deg: ['deg', '°'],
  '×': ['×', 'times'],
  of: ['of 255'],
};

function isUnit(said: string, unit: string): boolean {
  const signs = SIGNS[said] ?? [said];
  // "% of the long side" is told in %.
  return signs.some((sign) => unit === sign || unit.startsWith(`${sign} of`));
}

/** How much severer another finding of the kind may be than the one that is called the first. */
const LEVEL_WITH = 0.05;

function whyNotMain({ about, relation }: Claim, { findings }: Assessment): string | undefined {
  const ofKind = findings.filter(({ kind }) => kind === relation);
  const own = ofKind.find(({ attribute }) => attribute === about)?.severity ?? 0;
  const first = ofKind.find(({ severity }) => severity > own + LEVEL_WITH);
  return first === undefined ? undefined : `${first.attribute} is the first ${first.kind}`;
}
