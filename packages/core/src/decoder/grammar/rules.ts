/** The sentences of a language as a grammar: what each frame is made of, and what each slot may hold. */
import type { Frames } from '../../language/locale.js';
import type { Ways } from '../../language/words.js';

/** What a stretch of text can be. */
export type Sort =
  | 'sentence'
  | 'strength'
  | 'strength-plain'
  | 'strength-name'
  | 'weakness'
  | 'weakness-plain'
  | 'weakness-name'
  | 'style'
  | 'style-plain'
  | 'trait'
  | 'effect'
  | 'mend'
  | 'next-time'
  | 'standing'
  | 'shown'
  | 'thing'
  | 'place'
  | 'topic'
  | 'named-strength'
  | 'named-weakness';

/** A way to make one sort of others. */
export interface Rule {
  readonly makes: Sort;
  readonly frame: string;
  /** What each slot of the frame holds, by its name in lower case. */
  readonly slots: Readonly<Record<string, Sort>>;
  /** Whether all that it says of weaknesses is about one. */
  readonly ofOne?: true;
  /** A weakness told so is a small one. */
  readonly minor?: true;
}

/** The rules of a language's frames; what they leave open, phrases fill. */
export function* rulesOf(frames: Frames): Generator<Rule> {
  const strength = { a: 'strength', n: 'strength-name' } as const;
  const weakness = { a: 'weakness', n: 'weakness-name', effect: 'effect' } as const;
  const second = (sort: 'strength' | 'weakness') => ({ b: sort, m: `${sort}-name` }) as const;
  const advice = { mend: 'mend', next: 'next-time' } as const;
  const { opening } = frames;
  const whole = { s: 'standing' } as const;
  yield* sentences([...opening.strengthAlong, ...opening.strengthAgainst], {
    ...whole,
    ...strength,
  });
  yield* sentences(
    [...opening.weaknessAlong, ...opening.weaknessAgainst],
    { ...whole, ...weakness },
    OF_ONE,
  );
  yield* sentences(['{s}', ...frames.verdict], whole);
  yield* sentences([...frames.strength, ...frames.furtherStrength], strength);
  yield* sentences(frames.strengths, { ...strength, ...second('strength') });
  yield* sentences(
    frames.strengthThenWeakness,
    { ...strength, ...second('weakness'), effect: 'effect' },
    OF_ONE,
  );
  yield* sentences(frames.weaknessThenStrength, { ...weakness, ...second('strength') }, OF_ONE);
  yield* sentences(
    [...frames.weakness, ...frames.furtherWeakness],
    { ...weakness, ...advice },
    OF_ONE,
  );
  yield* sentences(frames.weaknesses, { ...weakness, ...second('weakness'), topic: 'topic' });
  yield* sentences(frames.atMost, { n: 'weakness-name' }, { minor: true });
  yield* sentences(frames.style, { a: 'style' });
  yield* sentences(frames.trait, { a: 'trait' });
  yield* sentences(frames.traits, { a: 'trait', b: 'trait' });
  yield* sentences(['{t}', ...frames.sight], { t: 'shown', a: 'trait' });
  yield* sentences(frames.effect, { effect: 'effect' });
  yield* sentences([...frames.mend, ...frames.mends], { mend: 'mend', also: 'mend' });
  yield* sentences(frames.nextTime, { next: 'next-time' });
  // Two statements in one sentence.
  yield* sentences(['{a}; {b}', ...frames.joined], { a: 'sentence', b: 'sentence' });

  yield* made('shown', [...frames.shows, ...frames.showsBoth], { thing: 'thing', other: 'thing' });
  for (const sort of ['strength', 'weakness'] as const) {
    yield* made(`${sort}-name`, frames.whereOfName, { n: `named-${sort}`, place: 'place' });
    yield* made(`${sort}-name`, ['{n}'], { n: `named-${sort}` });
    yield* made(sort, [...frames.where, ...frames.whereOfSubject], {
      a: `${sort}-plain`,
      place: 'place',
    });
  }
  for (const sort of ['strength', 'weakness', 'style'] as const) {
    yield* made(sort, ['{a}'], { a: `${sort}-plain` });
    yield* made(sort, frames.unsure, { a: sort });
  }
}

const OF_ONE = { ofOne: true } as const;

function sentences(
  ways: Ways,
  slots: Rule['slots'],
  more: Pick<Rule, 'ofOne' | 'minor'> = {},
): readonly Rule[] {
  return made('sentence', ways, slots, more);
}

function made(
  makes: Sort,
  ways: Ways,
  slots: Rule['slots'],
  more: Pick<Rule, 'ofOne' | 'minor'> = {},
): readonly Rule[] {
  return ways.map((frame) => ({ makes, frame, slots, ...more }));
}
