import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeatureMap, MultiScaleFeatures } from '../encoder/encoder.js';
import { findSubject } from './find-subject.js';

/** Features of a plain ground with one thing of other features in `box` (fractions), seen by four channels. */
function featuresOf(
  columns: number,
  rows: number,
  box?: { x: number; y: number; width: number; height: number },
): MultiScaleFeatures {
  const map = (width: number, height: number, stride: number): FeatureMap => {
    const data = new Float32Array(4 * width * height);
    for (let row = 0; row < height; row++) {
      for (let column = 0; column < width; column++) {
        const x = (column + 0.5) / width;
        const y = (row + 0.5) / height;
        const inside =
          box !== undefined &&
          x > box.x &&
          x < box.x + box.width &&
          y > box.y &&
          y < box.y + box.height;
        const cell = row * width + column;
        const features = inside ? [3, -2, 4, 1] : [0.5, 0.4, -0.3, 0.2];
        features.forEach((value, channel) => {
          data[channel * width * height + cell] = value;
        });
      }
    }
    return { data, channels: 4, width, height, stride };
  };
  return {
    stride8: map(columns * 4, rows * 4, 8),
    stride16: map(columns * 2, rows * 2, 16),
    stride32: map(columns, rows, 32),
    head: new Float32Array(4),
    headDeviation: new Float32Array(4),
    classes: new Float32Array(4),
    detail: { vectors: new Float32Array(), places: new Float32Array(), count: 0, width: 0 },
  };
}

describe('findSubject', () => {
  it('puts the box around the one thing that differs from its surroundings', () => {
    const thing = { x: 0.2, y: 0.3, width: 0.3, height: 0.4 };
    const { box, confidence } = findSubject(featuresOf(15, 10, thing), []);
    expect(box.x + box.width / 2).toBeCloseTo(0.35, 1);
    expect(box.y + box.height / 2).toBeCloseTo(0.5, 1);
    expect(Math.abs(box.width - 0.3)).toBeLessThan(0.08);
    expect(Math.abs(box.height - 0.4)).toBeLessThan(0.12);
    expect(confidence).toBeGreaterThan(0.8);
  });

  it('is unsure where nothing stands out', () => {
    expect(findSubject(featuresOf(15, 10), []).confidence).toBeLessThan(0.2);
  });

  it('takes a face for the subject where nothing else stands out', () => {
    const face = { x: 0.6, y: 0.2, width: 0.2, height: 0.3, confidence: 0.95 };
    const { mask, confidence } = findSubject(featuresOf(15, 10), [face]);
    const at = (x: number, y: number) =>
      mask.values[Math.floor(y * mask.rows) * mask.columns + Math.floor(x * mask.columns)]!;
    expect(at(0.7, 0.35)).toBeGreaterThan(at(0.2, 0.8) + 0.5);
    expect(confidence).toBeGreaterThan(0.6);
  });

  it('stays within the picture for any features and size of map', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.infiniteStream(fc.float({ min: -8, max: 8, noNaN: true })),
        (columns, rows, numbers) => {
          const features = featuresOf(columns, rows);
          for (let at = 0; at < features.stride32.data.length; at++) {
            features.stride32.data[at] = numbers.next().value as number;
          }
          const { box, confidence, mask } = findSubject(features, []);
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.width).toBeGreaterThan(0);
          expect(box.height).toBeGreaterThan(0);
          expect(box.x + box.width).toBeLessThanOrEqual(1 + 1e-9);
          expect(box.y + box.height).toBeLessThanOrEqual(1 + 1e-9);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
          expect(mask.values.every((value) => value >= 0 && value <= 1)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
