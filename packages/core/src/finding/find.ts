import type { Attribute, AttributeResult, Measured } from '../attributes/attribute.js';
import type { Domain, Finding } from '../protocol/generated/assessment.js';
import type { Fault } from './faults.js';

/** A weakness or strength below this severity is not worth a line. */
const WORTH_SAYING = 0.15;

/** A quality below this score is a weakness. */
const MIDDLE = 0.5;

/** What is left of a weak quality where the tokens, which were taught its change, see nothing of it. */
const DOUBTED = 0.7;

/** A fault whose reading shows less concern than this, times how sure it is, is never claimed, whatever the tokens say. */
const SOME_CONCERN = 0.1;

/** A fault that is as likely there as not has this severity. */
const EVEN = 0.45;

/** Severity of a fault on the scale of changes: 1 weak, 2 medium, 3 strong. */
const STRONG = 3;

/** A style is recognised from this score on, and excuses fully at 1. */
const RECOGNISED = 0.5;

/**
 * Ranks what the readings say. Weaknesses: how far the score lies below "no concern" (faults) or below the middle
 * (qualities), times how sure the reading is, times what recognised styles leave of it; of faults that the tokens were taught as well, how
 * probable and how strong both say together that they are. Strengths: how far a quality lies
 * above that of an ordinary photograph. Styles: as far as they are recognised.
 *
 * @param contributions points of the score by attribute id
 * @param kind of picture, which excuses some faults
 * @param faults what readings and tokens say together, by attribute id
 * @returns findings, most severe first; equal severities in the registry's order
 */
export function find(
  results: readonly AttributeResult[],
  contributions: ReadonlyMap<string, number>,
  faults: ReadonlyMap<string, Fault> = new Map(),
  kind: Domain['id'] = 'photograph',
): Finding[] {
  const findings: Finding[] = [];
  for (const { attribute, reading } of results) {
    if (reading.status !== 'measured') continue;
    const judged = judge(attribute, reading, results, faults.get(attribute.id));
    if (judged === undefined || judged.severity < WORTH_SAYING) continue;
    if (judged.kind === 'weakness' && attribute.excusedIn?.includes(kind) === true) continue;
    findings.push({
      id: `${attribute.id}/${judged.kind}`,
      attribute: attribute.id,
      kind: judged.kind,
      severity: judged.severity,
      contribution: contributions.get(attribute.id) ?? 0,
      evidence: [...reading.evidence],
    });
  }
  return findings.sort((a, b) => b.severity - a.severity);
}

function judge(
  attribute: Attribute,
  reading: Measured,
  results: readonly AttributeResult[],
  fault: Fault | undefined,
): { kind: Finding['kind']; severity: number } | undefined {
  switch (attribute.kind) {
    case 'fault':
      return {
        kind: 'weakness',
        severity: together(reading, fault) * (1 - excuse(attribute, results)),
      };
    case 'quality': {
      const { ordinary = MIDDLE } = attribute;
      const { score, confidence } = reading;
      if (score >= ordinary) {
        return { kind: 'strength', severity: ((score - ordinary) / (1 - ordinary)) * confidence };
      }
      const lacking = Math.max(0, MIDDLE - score) / MIDDLE;
      return {
        kind: 'weakness',
        severity: lacking * confidence * belief(fault) * (1 - excuse(attribute, results)),
      };
    }
    case 'style':
      return reading.score * reading.confidence < RECOGNISED
        ? undefined
        : { kind: 'style', severity: reading.score * reading.confidence };
  }
}

/**
 * Severity of a fault. Up to even odds it grows with the probability that the fault is there, beyond with how strong it is as well: what
 * is surely there and weak is no grave matter.
 */
function together({ score, confidence }: Measured, fault: Fault | undefined): number {
  const concern = (1 - score) * confidence;
  if (fault === undefined || concern < SOME_CONCERN) return concern;
  const { probability, severity } = fault;
  if (probability <= 0.5) return 2 * EVEN * probability;
  return EVEN + (1 - EVEN) * (2 * probability - 1) * Math.min(1, severity / STRONG);
}

/** What is left of a quality's concern. */
function belief(fault: Fault | undefined): number {
  return fault === undefined ? 1 : DOUBTED + (1 - DOUBTED) * fault.probability;
}

/** How much the strongest recognised style, or its own reading, excuses this attribute: 0 not at all, 1 wholly. */
export function excuse(attribute: Attribute, results: readonly AttributeResult[]): number {
  let strongest = 0;
  let own = 0;
  for (const { attribute: one, reading } of results) {
    if (reading.status !== 'measured') continue;
    if (one.id === attribute.id) own = reading.excused ?? 0;
    if (attribute.excusedBy?.includes(one.id) !== true) continue;
    strongest = Math.max(strongest, reading.score * reading.confidence);
  }
  return Math.max(own, (strongest - RECOGNISED) / (1 - RECOGNISED));
}
