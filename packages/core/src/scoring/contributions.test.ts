import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute, AttributeResult } from '../attributes/attribute.js';
import { contributionsOf, OVERALL_IMPRESSION } from './contributions.js';

const attribute = (id: string): Attribute => ({
  id,
  level: 'low',
  kind: 'fault',
  title: id,
  meaning: '',
  unit: '',
  range: [0, 1],
  direction: 'lower-is-better',
  measure: () => ({ status: 'not-measured', reason: '' }),
  remedy: { kind: 'advice' },
  wording: { value: () => '' },
});
const measured = (id: string, score: number): AttributeResult => ({
  attribute: attribute(id),
  reading: { status: 'measured', value: 0, score, confidence: 1, evidence: [] },
});

describe('contributions', () => {
  it('add up to the distance from the reference mean, to the last hundredth, whatever the curves say', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            score: fc.double({ min: 0, max: 1, noNaN: true }),
            slope: fc.double({ min: 0, max: 3, noNaN: true }),
          }),
          {
            maxLength: 30,
          },
        ),
        fc.integer({ min: -1000, max: 1000 }),
        (rows, distance) => {
          const curves = Object.fromEntries(
            rows.map(({ slope }, index) => [`a${index}`, { x: [0, 1], y: [-slope, slope] }]),
          );
          const parts = contributionsOf(
            curves,
            rows.map(({ score }, index) => measured(`a${index}`, score)),
            distance,
          );
          const total = parts.reduce((sum, part) => sum + Math.round(part.value * 100), 0);
          expect(total).toBe(distance);
          expect(parts.at(-1)?.attribute).toBe(OVERALL_IMPRESSION);
        },
      ),
    );
  });

  it('give an attribute what its curve says at its score, between knots too', () => {
    const curves = { noise: { x: [0, 0.5, 1], y: [-1, -0.2, 0.1] } };
    // Half way between the knots at 0 and .5: (-1 - .2) / 2.
    const parts = contributionsOf(curves, [measured('noise', 0.25)], 100);
    expect(parts).toEqual([
      { attribute: 'noise', value: -0.6 },
      { attribute: OVERALL_IMPRESSION, value: 1.6 },
    ]);
  });

  it('leave out what was not measured and what has no curve', () => {
    const unread: AttributeResult = {
      attribute: attribute('noise'),
      reading: { status: 'not-measured', reason: 'a preview' },
    };
    const parts = contributionsOf(
      { noise: { x: [0], y: [1] } },
      [unread, measured('haze', 0.2)],
      30,
    );
    expect(parts).toEqual([{ attribute: OVERALL_IMPRESSION, value: 0.3 }]);
  });
});
