import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Raster } from '../picture/picture.js';
import { statistics } from './statistics.js';

const raster = (width: number, height: number, sampleAt: (at: number) => number): Raster => ({
  data: Uint8Array.from({ length: width * height * 3 }, (_, at) => sampleAt(at)),
  width,
  height,
});

describe('statistics', () => {
  it('are as many finite numbers for any raster, the smallest included', () => {
    const { length } = statistics(raster(40, 30, (at) => (at * 37) % 256));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer(),
        (width, height, seed) => {
          const values = statistics(raster(width, height, (at) => Math.abs(at * 97 + seed) % 256));
          expect(values).toHaveLength(length);
          expect(values.every(Number.isFinite)).toBe(true);
        },
      ),
    );
  });

  it('tell of light, of colour and of detail', () => {
    const grey = statistics(raster(60, 40, (at) => 100 + ((at * 7919) % 23)));
    const brighter = statistics(raster(60, 40, (at) => 150 + ((at * 7919) % 23)));
    const redder = statistics(
      raster(60, 40, (at) => (at % 3 === 0 ? 160 : 100) + ((at * 7919) % 23)),
    );
    const flat = statistics(raster(60, 40, () => 100));
    for (const other of [brighter, redder, flat]) expect(other).not.toEqual(grey);
    expect(brighter[0]).toBeGreaterThan(grey[0]!);
  });
});
