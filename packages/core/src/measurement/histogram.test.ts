import { describe, expect, it } from 'vitest';
import { histogramOf, quantiles, share } from './histogram.js';

describe('quantiles', () => {
  it('interpolate within a step', () => {
    // Four samples in step 2, four in step 5: half of all lie below 3, a quarter below 2.5, three quarters below 5.5.
    const histogram = histogramOf(Uint32Array.from([0, 0, 4, 0, 0, 4]));
    expect(quantiles(histogram, [0.25, 0.5, 0.75, 1])).toEqual([2.5, 3, 5.5, 6]);
  });

  it('are 0 where there is nothing to count', () => {
    expect(quantiles(histogramOf(new Uint32Array(3)), [0.5])).toEqual([0]);
  });
});

describe('share', () => {
  it('counts steps in a half-open span', () => {
    const histogram = histogramOf(Uint32Array.from([1, 2, 3, 4]));
    expect(share(histogram, 1, 3)).toBe(0.5);
    expect(share(histogramOf(new Uint32Array(4)), 0, 4)).toBe(0);
  });
});
