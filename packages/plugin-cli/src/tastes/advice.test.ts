import type { Entry, TasteGain } from '@calm-sdk/core';
import { describe, expect, it } from 'vitest';
import { adviceOf } from './advice.js';
import { isAllTheSame, selfAgreement } from './agreement.js';

const gain = (low: number, value: number, high: number, personalLow = 0.4): TasteGain => ({
  general: 0.5,
  personal: 0.5 + value,
  personalLow,
  personalHigh: 0.6 + value,
  gain: value,
  low,
  high,
  level: 0.9,
  pictures: 100,
  shoots: 10,
});

const rating = (picture: string, value: number, minute: number): Entry => ({
  kind: 'rating',
  id: `${picture}-${minute}`,
  at: new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString(),
  source: 'test',
  session: 'test',
  shown: false,
  picture,
  value,
  scale: { low: 1, high: 5 },
});

describe('the advice', () => {
  it('follows what was measured, and never promises what chance may have done', () => {
    const report = { ratings: 100, weight: 0.9, steppedBack: false };
    expect(adviceOf({ ...report, ratings: 4 }, undefined)).toEqual({ kind: 'few', more: 6 });
    expect(adviceOf(report, undefined)).toEqual({ kind: 'untried' });
    expect(adviceOf({ ...report, gain: gain(0.02, 0.1, 0.2) }, undefined).kind).toBe('helps');
    expect(
      adviceOf({ ...report, steppedBack: true, gain: gain(-0.2, -0.1, -0.02) }, undefined).kind,
    ).toBe('harms');
    // Who goes by the general score loses a hair by anything that is learned.
    const hair = { ...report, weight: 0, steppedBack: true, gain: gain(-0.01, -0.004, -0.001) };
    expect(adviceOf(hair, undefined).kind).toBe('follows');
    expect(adviceOf({ ...report, weight: 0.01, gain: gain(-0.01, 0, 0.01) }, undefined).kind).toBe(
      'follows',
    );
    // Half the width is half as much again as the gain: two and a quarter times as many ratings.
    expect(adviceOf({ ...report, gain: gain(-0.02, 0.04, 0.1) }, undefined)).toEqual({
      kind: 'open',
      more: 130,
    });
    expect(adviceOf({ ...report, gain: gain(-0.04, -0.01, 0.02) }, undefined)).toEqual({
      kind: 'open',
    });
  });

  it('calls no score a help that does not surely agree with the person itself', () => {
    const report = { ratings: 30, weight: 0.9, steppedBack: false };
    const better = gain(0.5, 0.9, 1.4, -0.2);
    expect(adviceOf({ ...report, gain: better }, undefined).kind).toBe('unpredictable');
    expect(adviceOf({ ...report, gain: { ...better, personalLow: 0.1 } }, undefined).kind).toBe(
      'helps',
    );
  });

  it('never gives up on a person after a handful of ratings', () => {
    const report = { ratings: 12, weight: 0.02, steppedBack: false, gain: gain(-0.1, -0.02, 0) };
    expect(adviceOf(report, undefined).kind).toBe('early');
    expect(adviceOf({ ...report, ratings: 60 }, undefined).kind).toBe('follows');
  });

  it('sees that people contradict one another', () => {
    const says = (second: (first: number) => number): Entry[] =>
      Array.from({ length: 10 }, (_, index) => index).flatMap((index) => [
        rating(`p${index}`, 1 + (index % 5), index),
        rating(`p${index}`, second(1 + (index % 5)), 60 + index),
      ]);
    const steady = selfAgreement(says((first) => first));
    expect(steady).toEqual({ pictures: 10, correlation: expect.closeTo(1, 9) as number });
    const torn = selfAgreement(says((first) => 6 - first));
    expect(torn?.correlation).toBeCloseTo(-1, 9);
    const report = { ratings: 20, weight: 0.5, steppedBack: false, gain: gain(0.02, 0.1, 0.2) };
    expect(adviceOf(report, steady).kind).toBe('helps');
    expect(adviceOf(report, torn).kind).toBe('contradictory');
  });

  it('takes the time of a rating, not its place, for which came first', () => {
    const entries = Array.from({ length: 8 }, (_, index) => index).flatMap((index) => [
      rating(`p${index}`, 3, 90 + index),
      rating(`p${index}`, 1 + (index % 5), index),
      rating(`p${index}`, 1 + (index % 5), 120 + index),
    ]);
    expect(selfAgreement(entries)?.correlation).toBeCloseTo(1, 9);
    expect(selfAgreement(entries.slice(0, 15))).toBeUndefined();
  });

  it('knows a log that tells nothing apart', () => {
    expect(isAllTheSame([rating('a', 3, 1), rating('b', 3, 2)])).toBe(true);
    expect(isAllTheSame([rating('a', 3, 1), rating('b', 4, 2)])).toBe(false);
    expect(isAllTheSame([])).toBe(false);
  });
});
