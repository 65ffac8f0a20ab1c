/** Expected figures were printed by SciPy 1.x and NumPy (spearmanr, pearsonr, rankdata, polyfit, quantile) for the same numbers. */
import { describe, expect, it } from 'vitest';
import { evaluate, type Pair } from './evaluate.js';
import { ascending, midRanks, quantile } from './statistics.js';

const SCORES = [3.1, 4.7, 5.2, 5.2, 6.8, 7.0, 2.4, 5.9, 6.1, 4.4, 8.3, 5.2];
const RATINGS = [2, 3, 4, 3, 5, 6, 1, 4, 6, 3, 7, 5];
const PAIRS = SCORES.map((score, index): Pair => ({ score, rating: RATINGS[index] as number }));

const round = (value: number, decimals: number): number =>
  Math.round(value * 10 ** decimals) / 10 ** decimals;

/** 200 pairs that correlate, with ties, from a formula that any language can repeat. */
const MANY = Array.from({ length: 200 }, (_, index): Pair => {
  const score = round(5.5 + 1.5 * Math.sin(index * 12.9898), 2);
  return { score, rating: round(4 + 0.8 * (score - 5.5) + 1.2 * Math.sin(index * 78.233), 1) };
});

describe('agreement with ratings', () => {
  it('is what SciPy says, ties sharing the mean rank', () => {
    const { pictures, srcc, plcc, mae, accuracy } = evaluate(PAIRS, undefined);
    expect(pictures).toBe(12);
    expect(srcc?.value).toBeCloseTo(0.9340597014457469, 12);
    expect(plcc?.value).toBeCloseTo(0.9352657182161125, 12);
    // In units of the ratings, after the least-squares line.
    expect(mae?.value).toBeCloseTo(0.46303242242214065, 12);
    expect(accuracy?.value).toBeCloseTo(11 / 12, 12);
  });

  it('on a known scale is in points of 0 to 10', () => {
    const { mae, accuracy } = evaluate(PAIRS, { low: 1, high: 7 });
    expect(mae?.value).toBeCloseTo(1.3416666666666668, 12);
    expect(accuracy?.value).toBeCloseTo(11 / 12, 12);
  });

  it('has the intervals of 20,000 resamples in NumPy, as near as 1,000 can come', () => {
    const { srcc, plcc, mae, accuracy } = evaluate(MANY, undefined);
    expect(srcc?.value).toBeCloseTo(0.6962040459407894, 12);
    expect(plcc?.value).toBeCloseTo(0.7073371259487488, 12);
    expect(mae?.value).toBeCloseTo(0.7634867062925672, 12);
    expect(accuracy?.value).toBeCloseTo(0.725, 12);
    const expected = [
      [srcc, 0.6284, 0.7514],
      [plcc, 0.6492, 0.7593],
      [mae, 0.7056, 0.809],
      [accuracy, 0.675, 0.81],
    ] as const;
    for (const [figure, low, high] of expected) {
      expect(Math.abs((figure?.low ?? 0) - low)).toBeLessThan(0.012);
      expect(Math.abs((figure?.high ?? 0) - high)).toBeLessThan(0.012);
    }
  });

  it('is the same on every run', () => {
    expect(evaluate(MANY, undefined)).toEqual(evaluate(MANY, undefined));
  });

  it('is not made up where it is not defined', () => {
    expect(evaluate(PAIRS.slice(0, 2), undefined)).toMatchObject({
      pictures: 2,
      srcc: null,
      mae: null,
    });
    const level = PAIRS.map(({ rating }) => ({ score: 5, rating }));
    expect(evaluate(level, undefined)).toMatchObject({ srcc: null, plcc: null });
  });
});

describe('statistics', () => {
  it('rank ties as scipy.stats.rankdata does', () => {
    const ones = SCORES.map(() => 1);
    expect(midRanks(SCORES, ascending(SCORES), ones)).toEqual([
      2, 4, 6, 6, 10, 11, 1, 8, 9, 3, 12, 6,
    ]);
    expect(midRanks(RATINGS, ascending(RATINGS), ones)).toEqual([
      2, 4, 6.5, 4, 8.5, 10.5, 1, 6.5, 10.5, 4, 12, 8.5,
    ]);
  });

  it('rank a value drawn three times like three equal values', () => {
    // rankdata([5, 7, 7, 7, 9]) = [1, 3, 3, 3, 5]; the fourth value was not drawn.
    expect(midRanks([5, 7, 9, 8], ascending([5, 7, 9, 8]), [1, 3, 1, 0]).slice(0, 3)).toEqual([
      1, 3, 5,
    ]);
  });

  it('take quantiles as numpy.quantile does', () => {
    const values = [4, 1, 3, 2, 7];
    expect([0.025, 0.5, 0.975].map((share) => quantile(values, share))).toEqual([
      1.1,
      3,
      expect.closeTo(6.7, 12),
    ]);
  });
});
