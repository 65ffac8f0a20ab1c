import { describe, expect, it } from 'vitest';
import { gaussian, leaves } from '../../../test/cluttered-scene.js';
import { seededBy } from '../../protocol/random.js';
import type { Raster } from '../picture.js';
import { addNoise, compress, denoise, gaussianBlur, motionBlur, unsharpMask } from './detail.js';

function filled(width: number, height: number, grey: (x: number, y: number) => number): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    data.fill(grey(at % width, Math.floor(at / width)), at * 3, at * 3 + 3);
  }
  return { data, width, height };
}

function deviation(values: Iterable<number>): number {
  const all = [...values];
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  return Math.sqrt(all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length);
}

/** Root mean square difference between two rasters. */
function apart(a: Raster, b: Raster): number {
  let sum = 0;
  a.data.forEach((sample, at) => (sum += (sample - b.data[at]!) ** 2));
  return Math.sqrt(sum / a.data.length);
}

const picture = leaves(120, 90, 1);

describe('Gaussian blur', () => {
  it.each([0.8, 2.5, 6])('of σ %d is the Gaussian', async (sigma) => {
    expect(apart(await gaussianBlur(picture, sigma), gaussian(picture, sigma))).toBeLessThan(0.8);
  });

  it('of next to nothing changes nothing', async () => {
    expect(await gaussianBlur(picture, 0.1)).toEqual(picture);
  });
});

describe('motion blur', () => {
  /** An upright edge: its spread along the rows is the motion's. */
  const edge = filled(160, 160, (x) => (x < 80 ? 40 : 200));
  const width = (raster: Raster): number => {
    let sum = 0;
    let square = 0;
    let total = 0;
    for (let x = 0; x < 159; x++) {
      const step = raster.data[(80 * 160 + x + 1) * 3]! - raster.data[(80 * 160 + x) * 3]!;
      sum += step * x;
      square += step * x * x;
      total += step;
    }
    return Math.sqrt(square / total - (sum / total) ** 2);
  };

  it.each([
    [10, 0],
    [40, 0],
    [100, 0],
    [40, 60],
    [60, -60],
  ])('of %d pixels at %d° spreads an edge as a uniform movement does', (length, degrees) => {
    const expected = (length * Math.cos((degrees * Math.PI) / 180)) / Math.sqrt(12);
    expect(Math.abs(width(motionBlur(edge, length, degrees)) / expected - 1)).toBeLessThan(0.08);
  });

  it('along an edge leaves the edge alone', () => {
    expect(apart(motionBlur(edge, 40, 90), edge)).toBeLessThan(0.5);
  });

  it('turns clockwise with the angle: the right end is lower', () => {
    const dot = filled(61, 61, (x, y) => (x === 30 && y === 30 ? 255 : 0));
    const { data } = motionBlur(dot, 20, 45);
    expect(data[(35 * 61 + 35) * 3]).toBeGreaterThan(0);
    expect(data[(25 * 61 + 35) * 3]).toBe(0);
  });
});

describe('noise', () => {
  const grey = filled(100, 80, () => 128);

  it('has the standard deviation asked for, and no mean', () => {
    const { data } = addNoise(grey, 12, seededBy(1));
    expect(deviation(data)).toBeCloseTo(12, 0);
    expect(data.reduce((sum, sample) => sum + sample, 0) / data.length).toBeCloseTo(128, 0);
  });

  it('is the same for the same seed and another for another', () => {
    expect(addNoise(grey, 12, seededBy(1))).toEqual(addNoise(grey, 12, seededBy(1)));
    expect(addNoise(grey, 12, seededBy(1))).not.toEqual(addNoise(grey, 12, seededBy(2)));
  });

  it('is mostly removed again, and edges stay', () => {
    const edge = filled(100, 80, (x) => (x < 50 ? 60 : 190));
    const noisy = addNoise(edge, 12, seededBy(3));
    const clean = denoise(noisy, 12);
    expect(apart(clean, edge)).toBeLessThan(0.5 * apart(noisy, edge));
    const across = (clean.data[(40 * 100 + 51) * 3]! - clean.data[(40 * 100 + 48) * 3]!) / 130;
    expect(across).toBeGreaterThan(0.8);
  });
});

describe('compression', () => {
  it('loses more at a lower quality and keeps the size', async () => {
    const fine = await compress(picture, 90);
    const coarse = await compress(picture, 10);
    expect(apart(fine, picture)).toBeLessThan(apart(coarse, picture));
    expect([coarse.width, coarse.height, coarse.data.length]).toEqual([120, 90, 120 * 90 * 3]);
  });
});

describe('unsharp masking', () => {
  it('overshoots an edge on both sides by the formula', async () => {
    const edge = filled(40, 20, (x) => (x < 20 ? 100 : 150));
    const { data } = await unsharpMask(edge, 2, 1.5);
    // The samples half a pixel from the step: the blurred copy has moved by 50 (1 − Φ(.5 / 1.5)) = 18.5.
    expect(data[(10 * 40 + 20) * 3]).toBeGreaterThan(150 + 2 * 18.5 - 3);
    expect(data[(10 * 40 + 20) * 3]).toBeLessThan(150 + 2 * 18.5 + 3);
    expect(data[(10 * 40 + 19) * 3]).toBeLessThan(100 - 2 * 18.5 + 3);
  });

  it('of nothing changes nothing', async () => {
    expect((await unsharpMask(picture, 0, 1.5)).data).toEqual(picture.data);
  });
});
