import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Lattice } from '../../inference/messages.js';
import { latticeOf, type Step } from './lattice.js';

/** A letter is a token. */
const encode = (text: string): readonly number[] => [...text].map((one) => one.codePointAt(0)!);

/** Every text that a walk through the lattice can write. */
function walks(lattice: Lattice, state = 0): readonly string[] {
  const ways = lattice[state] ?? [];
  if (ways.length === 0) return [''];
  return ways.flatMap(([token, next]) =>
    walks(lattice, next).map((rest) => String.fromCodePoint(token) + rest),
  );
}

const steps = (...texts: readonly (readonly [text: string, told: string])[]): readonly Step[] =>
  texts.map(([text, told]) => ({ text, told }));

it('lets what two texts have told alike go on as either does', () => {
  const lattice = latticeOf(
    [
      steps(['It is dark.', 'dark'], [' Brighten it.', '']),
      steps(['It looks dim.', 'dark'], [' Raise it.', '']),
    ],
    encode,
  );
  expect(new Set(walks(lattice))).toEqual(
    new Set([
      'It is dark. Brighten it.',
      'It is dark. Raise it.',
      'It looks dim. Brighten it.',
      'It looks dim. Raise it.',
    ]),
  );
});

it('keeps apart what has told different things', () => {
  const lattice = latticeOf(
    [
      steps(['It is dark.', 'dark'], [' Brighten it.', '']),
      steps(['It leans.', 'tilt'], [' Level it.', '']),
    ],
    encode,
  );
  expect(new Set(walks(lattice))).toEqual(
    new Set(['It is dark. Brighten it.', 'It leans. Level it.']),
  );
});

it('writes whole steps of the texts, each from where another ended, and nothing else', () => {
  const sentence = fc.stringMatching(/^[ab]{1,3}\.$/u);
  const text = fc.array(fc.record({ text: sentence, told: fc.constantFrom('x', 'y', 'z') }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (texts) => {
      // What has been told never comes back.
      const apart = texts.map((one) =>
        one.map(({ text: words, told }, at) => ({ text: words, told: `${at} ${told}` })),
      );
      const known = new Set(apart.flat().map((step) => step.text));
      const written = walks(latticeOf(apart, encode));
      expect(written).toContain(apart[0]!.map((step) => step.text).join(''));
      for (const one of written) {
        for (const words of one.match(/[ab]+\./gu) ?? []) expect(known).toContain(words);
        expect(one).toMatch(/^(?:[ab]+\.)+$/u);
      }
    }),
  );
});
