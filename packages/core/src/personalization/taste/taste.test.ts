import { describe, expect, it } from 'vitest';
import golden from './golden.json' with { type: 'json' };
import { Taste, type Opinion, type SeenByTaste } from './taste.js';
import type { TasteCalibration } from '../../protocol/generated/taste-model.js';

const calibration = golden.calibration as unknown as TasteCalibration;

interface Given {
  readonly general: number;
  readonly vector: readonly number[];
  readonly readings: Partial<Record<string, number>>;
}

/** In double precision: the golden figures are. */
function seenOf({ general, vector, readings }: Given): SeenByTaste {
  const standard = Object.entries(calibration.readings).map(([name, { mean, deviation }]) => {
    const value = readings[name];
    const standardised = value === undefined ? 0 : (value - mean) / deviation;
    return Math.max(-4, Math.min(4, standardised));
  });
  return { general, vector: [...vector, ...standard] };
}

describe('a taste', () => {
  for (const { name, ratings, expected } of golden.cases) {
    it(`agrees with the second implementation: ${name}`, () => {
      const pictures = ratings.map(({ picture }) => seenOf(picture));
      const opinions = ratings.map(({ scale, value, weight }, picture): Opinion => {
        const { lowest, highest } = golden.scales.find(({ id }) => id === scale)!;
        const share = (value - lowest) / (highest - lowest);
        return { kind: 'rating', picture, share, scale, weight };
      });
      const taste = Taste.learn(calibration, pictures, opinions);
      expect(taste.weight).toBeCloseTo(expected.probability, 6);
      golden.asked.forEach((asked, index) => {
        const { value, half } = taste.judge(seenOf(asked));
        expect(value).toBeCloseTo(expected.scores[index]!, 6);
        expect(half).toBeCloseTo(expected.halfWidths[index]!, 6);
      });
    });
  }
});
