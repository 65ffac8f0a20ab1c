import type { Assessment, Score, Stamps } from '../protocol/generated/assessment.js';
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

/** What made a score, where another would give another one. */
function makerOf({ model, preprocessing, registry }: Stamps): string {
  return JSON.stringify([model.sha256, preprocessing, registry]);
}

/** Why two pictures do not share a scale. */
export function whyIncomparable(
  a: Assessment,
  b: Assessment,
): Pick<IncomparablePair, 'code' | 'reason'> {
  const without = which(a.score === undefined, b.score === undefined);
  if (without !== undefined) {
    return { code: 'no-score', reason: `${without} assessed without a score.` };
  }
  const unknown = which(a.score?.abstained === true, b.score?.abstained === true);
  if (unknown !== undefined) {
    return {
      code: 'abstained',
      reason: `${unknown} unlike all that the model knows, so a score would be a guess.`,
    };
  }
  if (makerOf(a.stamps) !== makerOf(b.stamps)) {
    return {
      code: 'other-model',
      reason: `The scores were made by different models or versions (${versionOf(a)} and ${versionOf(b)}): assess both with the same.`,
    };
  }
  return {
    code: 'other-kind',
    reason: `The first is taken for ${kindOf(a)}, the second for ${kindOf(b)}: each kind of picture has a scale of its own.`,
  };
}

/** The subject of a sentence, and its verb. */
function which(first: boolean, second: boolean): string | undefined {
  if (first && second) return 'Both are';
  if (first) return 'The first is';
  return second ? 'The second is' : undefined;
}

function versionOf({ stamps: { model, engine } }: Assessment): string {
  return `${model.id}, engine ${engine}`;
}

function kindOf({ domain: { id, confidence } }: Assessment): string {
  return `${/^[aeiou]/u.test(id) ? 'an' : 'a'} ${id} (${Math.floor(confidence * 100)} % sure)`;
}
