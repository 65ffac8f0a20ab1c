import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesAmong } from './places.js';

describe('places', () => {
  it('are shared by equal scores, which count half in the percentile', () => {
    expect(placesAmong([5, 7, 5, 1])).toEqual([
      { position: 2, of: 4, percentile: 50 },
      { position: 1, of: 4, percentile: 100 },
      { position: 2, of: 4, percentile: 50 },
      { position: 4, of: 4, percentile: 0 },
    ]);
  });

  it('of a single picture have no percentile', () => {
    expect(placesAmong([5])).toEqual([{ position: 1, of: 1, percentile: null }]);
  });

  it('follow from counting, for any scores', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 2 }), (scores) => {
        placesAmong(scores).forEach(({ position, percentile }, index) => {
          const mine = scores[index] as number;
          const better = scores.filter((score) => score > mine).length;
          const worse = scores.filter((score) => score < mine).length;
          const equal = scores.length - better - worse - 1;
          expect(position).toBe(better + 1);
          expect(percentile).toBeCloseTo(((worse + equal / 2) / (scores.length - 1)) * 100, 0);
        });
      }),
    );
  });
});
