import type { AssessmentResult, Part } from '@calm-sdk/core';

/** How much of a document is printed. */
export type Detail = 'short' | 'normal' | 'full';

export const DETAILS: readonly Detail[] = ['short', 'normal', 'full'];

/** What the engine is asked for. Only `full` has its maps; they take time that nothing less should cost. */
export function partsOf(detail: Detail, suggestions: boolean): Part[] {
  return [
    'score',
    'attributes',
    'findings',
    ...(detail === 'full' ? (['attention', 'regions'] as const) : []),
    ...(suggestions ? (['suggestions'] as const) : []),
  ];
}

/**
 * A document with as much as was asked for: `short` has the score and neither readings nor findings, `normal` all but
 * the maps in the evidence (which can hold 4,096 numbers each), `full` all.
 */
export function trim<Result extends AssessmentResult>(result: Result, detail: Detail): Result {
  if (result.status === 'failed' || detail === 'full') return result;
  if (detail === 'short') return { ...result, attributes: [], findings: [] };
  return {
    ...result,
    findings: result.findings.map((finding) => ({
      ...finding,
      evidence: finding.evidence.filter(({ kind }) => kind !== 'grid'),
    })),
  };
}

/**
 * A value as JSON on one line. Control characters beyond ASCII's first 32, which JSON would let through to a terminal,
 * are escaped too, and so are unpaired surrogates.
 */
export function jsonLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
