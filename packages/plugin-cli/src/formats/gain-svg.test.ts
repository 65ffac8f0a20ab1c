import fc from 'fast-check';
import type { TasteReport } from '@calm-sdk/core';
import { describe, expect, it } from 'vitest';
import { gainSvg } from './gain-svg.js';

const share = fc.double({ min: -1, max: 1, noNaN: true });

const report = fc
  .record({
    gain: share,
    low: share,
    high: share,
    counts: fc.uniqueArray(fc.integer({ min: 1, max: 999 })),
    curve: fc.array(share),
    more: fc.integer({ min: 1, max: 500 }),
  })
  .map(({ gain, low, high, counts, curve, more }): TasteReport => {
    const opinions = counts.sort((a, b) => a - b).slice(0, curve.length);
    return {
      kind: 'photograph',
      ratings: (opinions.at(-1) ?? 9) + more,
      pictures: 10,
      weight: 0.5,
      steppedBack: false,
      tuned: false,
      topics: [],
      gain: {
        general: 0.5,
        personalLow: 0.4,
        personalHigh: 0.7,
        personal: 0.5 + gain,
        gain,
        low: Math.min(gain, low, high),
        high: Math.max(gain, low, high),
        level: 0.9,
        pictures: 10,
        shoots: 3,
      },
      curve: opinions.map((count, index) => ({ opinions: count, gain: curve[index] as number })),
    };
  });

describe('the plot of a gain', () => {
  it('has every point within its frame, and a name cannot break out of its text', () => {
    fc.assert(
      fc.property(report, fc.string({ unit: 'binary' }), (drawn, name) => {
        const svg = gainSvg(name, [drawn]) ?? '';
        expect(svg).not.toContain('NaN');
        const [, points = ''] = /<polyline class="gain" points="([^"]*)"/u.exec(svg) ?? [];
        const places = points.split(' ').map((point) => point.split(',').map(Number));
        expect(places).toHaveLength(drawn.curve.length + 1);
        for (const [x = -1, y = -1] of places) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(640);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(300);
        }
        // More ratings stand further right.
        expect(places.map(([x]) => x)).toEqual(places.map(([x = 0]) => x).sort((a, b) => a - b));
        const label = /<svg [^>]*aria-label="([^"<>]*)">/u.exec(svg)?.[1];
        expect(label).toBeDefined();
        expect(svg.match(/<title>/gu)).toHaveLength(1 + places.length);
        expect(svg).not.toMatch(/<(?!\/|svg |title|style|rect |g |text |line |polyline |circle )/u);
      }),
    );
  });

  it('is not drawn of nothing', () => {
    expect(gainSvg('Anna', [])).toBeUndefined();
  });
});
