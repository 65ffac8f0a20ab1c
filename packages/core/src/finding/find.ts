import type { SeenChange } from '../alignment/aligner.js';
import type { Attribute, AttributeResult, Measured } from '../attributes/attribute.js';
import type { Finding } from '../protocol/generated/assessment.js';

/** A weakness or strength below this severity is not worth a line. */
const WORTH_SAYING = 0.15;

/** A quality below this score is a weakness. */
const MIDDLE = 0.5;

/** What is left of a weakness where the tokens, which were taught this change, see nothing of it. */
const DOUBTED = 0.7;

/** The tokens agree fully from this probability on. */
const AGREED = 0.5;

/** From this probability on the tokens may call a weakness more severe than the reading does, … */
const TOLD = 0.5;

/** … where the reading shows at least this concern, times how sure it is: what nothing measured says is never claimed. */
const SOME_CONCERN = 0.15;

/** Severity on the tokens' scale: 1 weak, 2 medium, 3 strong. */
const STRONG = 3;

/** A style is recognised from this score on, and excuses fully at 1. */
const RECOGNISED = 0.5;

/**
 * Ranks what the readings say. Weaknesses: how far the score lies below "no concern" (faults) or below the middle
 * (qualities), times how sure the reading is, times what recognised styles leave of it; where the tokens were taught to see
 * this fault, they weaken what they do not see and strengthen what they do. Strengths: how far a quality lies
 * above that of an ordinary photograph. Styles: as far as they are recognised.
 *
 * @param contributions points of the score by attribute id
 * @param seen what the tokens say of known changes
 * @returns findings, most severe first; equal severities in the registry's order
 */
export function find(
  results: readonly AttributeResult[],
  contributions: ReadonlyMap<string, number>,
  seen: readonly SeenChange[] = [],
): Finding[] {
  const findings: Finding[] = [];
  for (const { attribute, reading } of results) {
    if (reading.status !== 'measured') continue;
    const judged = judge(attribute, reading, results, seen);
    if (judged === undefined || judged.severity < WORTH_SAYING) continue;
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
  seen: readonly SeenChange[],
): { kind: Finding['kind']; severity: number } | undefined {
  const told = seen.find((change) => change.attribute === attribute.id);
  switch (attribute.kind) {
    case 'fault':
      return {
        kind: 'weakness',
        severity: together(reading, told) * (1 - excuse(attribute, results)),
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
        severity: lacking * confidence * belief(told) * (1 - excuse(attribute, results)),
      };
    }
    case 'style':
      return reading.score * reading.confidence < RECOGNISED
        ? undefined
        : { kind: 'style', severity: reading.score * reading.confidence };
  }
}

/** Severity of a fault by its reading and by the tokens. */
function together(reading: Measured, told: SeenChange | undefined): number {
  const concern = (1 - reading.score) * reading.confidence;
  const measured = concern * belief(told);
  if (told === undefined || told.weak < TOLD || concern <= SOME_CONCERN) return measured;
  return Math.max(measured, (told.weak + told.medium + told.strong) / STRONG);
}

/** What the tokens leave of a reading's concern. */
function belief(told: SeenChange | undefined): number {
  if (told === undefined) return 1;
  return DOUBTED + (1 - DOUBTED) * Math.min(1, told.weak / AGREED);
}

/** How much the strongest recognised style excuses this attribute: 0 not at all, 1 wholly. */
export function excuse(attribute: Attribute, results: readonly AttributeResult[]): number {
  let strongest = 0;
  for (const { attribute: style, reading } of results) {
    if (reading.status !== 'measured' || attribute.excusedBy?.includes(style.id) !== true) continue;
    strongest = Math.max(strongest, reading.score * reading.confidence);
  }
  return Math.max(0, (strongest - RECOGNISED) / (1 - RECOGNISED));
}
