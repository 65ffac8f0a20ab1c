import { describe, expect, it } from 'vitest';
import type { FeatureMap, MultiScaleFeatures } from '../encoder/encoder.js';
import { lean, leaning } from './lean.js';

/** A map of two channels in which only the cells of the box hold anything. */
function mapOf(width: number, height: number, [x, y, w, h]: readonly number[]): FeatureMap {
  const cells = width * height;
  const data = new Float32Array(2 * cells);
  for (let cell = 0; cell < cells; cell++) {
    const column = cell % width;
    const row = Math.floor(cell / width);
    if (column >= x! && column < x! + w! && row >= y! && row < y! + h!) data[cells + cell] = 3;
  }
  return { data, channels: 2, width, height, stride: 32 };
}

function featuresOf(stride32: FeatureMap, stride16: FeatureMap): MultiScaleFeatures {
  return {
    stride8: stride16,
    stride16,
    stride32,
    head: new Float32Array(4),
    headDeviation: new Float32Array(4),
    classes: new Float32Array(4),
    detail: { vectors: new Float32Array(), places: new Float32Array(), count: 0, width: 0 },
  };
}

describe('lean', () => {
  it('finds the centre of what stands out, and how much of the parts lies along the frame', () => {
    // Cells 1 to 3 of 12 across and 3 to 5 of 8 down: centre at 2.5 / 12 and 4.5 / 8.
    const thing = mapOf(12, 8, [1, 3, 3, 3]);
    // In the middle half (6 × 4 cells) only the cell of column 3 counts in three of its four rows: 3 of 24, none on the frame.
    const found = lean(featuresOf(thing, thing));
    expect(found?.x).toBeCloseTo(2.5 / 12 - 0.5, 5);
    expect(found?.y).toBeCloseTo(4.5 / 8 - 0.5, 5);
    expect(found?.rim).toBeCloseTo(-3 / 24, 5);
  });

  it('is positive along the frame where the middle is empty', () => {
    // The left column: 8 of the 36 cells along the frame.
    const thing = mapOf(12, 8, [0, 0, 1, 8]);
    expect(lean(featuresOf(thing, thing))?.rim).toBeCloseTo(8 / 36, 5);
  });

  it('says nothing of flat maps', () => {
    const flat = mapOf(12, 8, [0, 0, 0, 0]);
    expect(lean(featuresOf(flat, flat))).toBeUndefined();
  });

  it('has no bound that a farther thing could not pass', () => {
    expect(leaning(0)).toBe(0);
    expect(leaning(0.5)).toBeGreaterThan(leaning(0.4));
    expect(leaning(0.5)).toBeLessThan(1);
  });
});
