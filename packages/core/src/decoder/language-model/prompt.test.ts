import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ATTRIBUTES } from '../../attributes/index.js';
import { en } from '../../language/en/index.js';
import type { Assessment, Sentence } from '../../protocol/generated/assessment.js';
import { factsOf, filled, withSlots } from './prompt.js';

const assessment = {
  findings: [
    { attribute: 'horizon-tilt', kind: 'weakness', severity: 0.9, evidence: [] },
    { attribute: 'colour-harmony', kind: 'strength', severity: 0.4, evidence: [] },
  ],
} as unknown as Assessment;

const sentences: readonly Sentence[] = [
  {
    text: '',
    level: 'overall',
    claims: [{ about: 'score', relation: 'standing', value: 66, unit: '%', standing: 'above' }],
  },
  {
    text: '',
    level: 'middle',
    claims: [
      { about: 'horizon-tilt', relation: 'weakness', value: 2.44, unit: '°', side: 'right' },
      { about: 'horizon-tilt', relation: 'effect', value: 2.44, unit: '°' },
      { about: 'horizon-tilt', relation: 'mend', value: 2.44, unit: '°' },
      { about: 'colour-harmony', relation: 'strength', value: 0.8, unit: '' },
    ],
  },
];

it('tells each thing in a line, with slots in place of figures', () => {
  const { text, slots } = factsOf(sentences, assessment, ATTRIBUTES, en);
  expect(text).toBe(
    [
      'standing: above, {percent}',
      'weakness: horizon tilt, strong, right, {horizon-tilt}; effect; mend',
      'strength: colour harmony, slight',
    ].join('\n'),
  );
  expect(slots).toEqual({ percent: '66', 'horizon-tilt': '2.4°' });
});

it('puts the figures back that it took out, and nothing else', () => {
  const facts = factsOf(sentences, assessment, ATTRIBUTES, en);
  const text = 'Better than 66 % of the pictures, it leans 2.4° to the right; 166 and 2.45 stay.';
  const slotted = withSlots(text, facts);
  expect(slotted).toBe(
    'Better than {percent} % of the pictures, it leans {horizon-tilt} to the right; 166 and 2.45 stay.',
  );
  expect(filled(slotted, facts)).toBe(text);
});

it('gives no text whose slot no fact fills', () => {
  const facts = factsOf(sentences, assessment, ATTRIBUTES, en);
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z-]{0,20}$/u), (name) => {
      fc.pre(!Object.hasOwn(facts.slots, name));
      expect(filled(`It is {${name}} off.`, facts)).toBeUndefined();
    }),
  );
});
