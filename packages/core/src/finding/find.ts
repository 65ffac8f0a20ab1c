import type { Attribute, AttributeResult, Measured } from '../attributes/attribute.js';
import type { Finding } from '../protocol/generated/assessment.js';

/** A weakness or strength below this severity is not worth a line. */
const WORTH_SAYING = 0.15;

/** A quality below this score is a weakness. */
const MIDDLE = 0.5;

/** A style is recognised from this score on, and excuses fully at 1. */
const RECOGNISED = 0.5;

/**
 * Ranks what the readings say. Weaknesses: how far the score lies below "no concern" (faults) or below the middle
 * (qualities), times how sure the reading is, times what recognised styles leave of it. Strengths: how far a quality lies
 * above that of an ordinary photograph. Styles: as far as they are recognised.
 *
 * @param contributions points of the score by attribute id
 * @returns findings, most severe first; equal severities in the registry's order
 */
export function find(
  results: readonly AttributeResult[],
  contributions: ReadonlyMap<string, number>,
): Finding[] {
  const findings: Finding[] = [];
  for (const { attribute, reading } of results) {
    if (reading.status !== 'measured') continue;
    const judged = judge(attribute, reading, results);
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
): { kind: Finding['kind']; severity: number } | undefined {
  switch (attribute.kind) {
    case 'fault':
      return {
        kind: 'weakness',
        severity: (1 - reading.score) * reading.confidence * (1 - excuse(attribute, results)),
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
        severity: lacking * confidence * (1 - excuse(attribute, results)),
      };
    }
    case 'style':
      return reading.score * reading.confidence < RECOGNISED
        ? undefined
        : { kind: 'style', severity: reading.score * reading.confidence };
  }
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
