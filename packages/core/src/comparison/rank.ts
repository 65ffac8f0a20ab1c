import type {
  Assessment,
  AssessmentResult,
  FailedAssessment,
} from '../protocol/generated/assessment.js';
import { inOrder } from './places.js';

/**
 * Pictures from best to worst, each kind of picture by itself, for scores of different kinds do not compare: the kind that most are of comes
 * first. Where there is a personal score, its person's order. Each tells its place, `rank`; what could not be assessed comes last.
 *
 * @param results as `engine.assessMany` yields them
 */
export function rank(results: readonly AssessmentResult[]): AssessmentResult[] {
  const kinds = new Map<string, Assessment[]>();
  const failed: FailedAssessment[] = [];
  for (const result of results) {
    if (result.status === 'failed') failed.push(result);
    else kinds.set(result.domain.id, [...(kinds.get(result.domain.id) ?? []), result]);
  }
  const ranked = [...kinds.values()].sort((a, b) => b.length - a.length).flatMap(placed);
  return [...ranked, ...failed];
}

function placed(pictures: readonly Assessment[]): Assessment[] {
  return inOrder(pictures, ({ score }) => rankedBy(score)).map(({ item, place }) => ({
    ...item,
    rank: place,
  }));
}

/** What a picture is ranked by: the person's score where there is one. */
export function rankedBy(score: Assessment['score']): number {
  return score?.personal?.value ?? score?.value ?? Number.NEGATIVE_INFINITY;
}
