import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTRIBUTES } from '../attributes/index.js';
import { en } from '../language/en/index.js';
import { de } from '../language/de/index.js';
import { OVERALL_IMPRESSION } from './contributions.js';
import { reasonsOf } from './reasons.js';

describe('reasons of a score', () => {
  const scores = new Map([
    ['warm-cast', 0.3],
    ['cool-cast', 0.99],
    ['vignetting', 0.98],
    ['depth-separation', 0.9],
  ]);
  const contributions = [
    { attribute: 'depth-separation', value: 0.5 },
    { attribute: 'warm-cast', value: -0.24 },
    { attribute: 'vignetting', value: 0.12 },
    { attribute: 'cool-cast', value: 0.16 },
    { attribute: OVERALL_IMPRESSION, value: -1.2 },
  ];

  it('tell opposites as one, and of a fault that lifts the score its absence', () => {
    expect(reasonsOf(contributions, { scores, attributes: ATTRIBUTES, locale: en })).toEqual([
      { attribute: OVERALL_IMPRESSION, title: 'overall impression', value: -1.2 },
      { attribute: 'depth-separation', title: 'depth separation', value: 0.5 },
      { attribute: 'vignetting', title: 'no vignetting', value: 0.12 },
      { attribute: 'warm-cast', title: 'warm cast', value: -0.08 },
    ]);
    expect(
      reasonsOf(contributions, { scores, attributes: ATTRIBUTES, locale: de }).map(
        ({ title }) => title,
      ),
    ).toContain('ohne: Vignettierung');
  });

  it('add up as contributions do', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 5, maxLength: 5 }),
        (hundredths) => {
          const given = contributions.map((each, index) => ({
            ...each,
            value: hundredths[index]! / 100,
          }));
          const sum = (parts: readonly { value: number }[]): number =>
            parts.reduce((total, { value }) => total + Math.round(value * 100), 0);
          expect(sum(reasonsOf(given, { scores, attributes: ATTRIBUTES, locale: en }))).toBe(
            sum(given),
          );
        },
      ),
    );
  });
});
