import type { ComparisonWords, TakenFor } from '../language/locale.js';
import type { Assessment, Score } from '../protocol/generated/assessment.js';
import { makerOf } from './comparable.js';
import type { IncomparablePair } from '../protocol/generated/comparison.js';

/** A score, and the name of the scale that it is on. */
export interface Standing {
  readonly score: Score;
  readonly scale: string;
}

/** What a picture is compared by; `undefined` where there is no score to stand by. Scores compare where their scales are the same. */
export function standingOf({ score, domain, stamps }: Assessment): Standing | undefined {
  if (score === undefined || score.abstained) return undefined;
  return { score, scale: JSON.stringify([domain.id, makerOf(stamps)]) };
}

/** Why two pictures do not share a scale. */
export function whyIncomparable(
  a: Assessment,
  b: Assessment,
  words: ComparisonWords,
): Pick<IncomparablePair, 'code' | 'reason'> {
  const without = which(a.score === undefined, b.score === undefined);
  if (without !== undefined) return { code: 'no-score', reason: words.noScore[without] };
  const unknown = which(a.score?.abstained === true, b.score?.abstained === true);
  if (unknown !== undefined) return { code: 'abstained', reason: words.abstained[unknown] };
  if (makerOf(a.stamps) !== makerOf(b.stamps)) {
    return { code: 'other-model', reason: words.otherModel(versionOf(a), versionOf(b)) };
  }
  return { code: 'other-kind', reason: words.otherKind(takenFor(a), takenFor(b)) };
}

function which(first: boolean, second: boolean): 'first' | 'second' | 'both' | undefined {
  if (first && second) return 'both';
  if (first) return 'first';
  return second ? 'second' : undefined;
}

function versionOf({ stamps: { model, engine } }: Assessment): string {
  return `${model.id}, engine ${engine}`;
}

function takenFor({ domain: { id, confidence } }: Assessment): TakenFor {
  return { kind: id, percent: Math.floor(confidence * 100) };
}
