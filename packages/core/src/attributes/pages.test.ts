/** What is read in pages of an interface, on pages drawn by formula. */
import { describe, expect, it } from 'vitest';
import { mirrored, sceneOf } from '../../test/drawn-scene.js';
import type { Raster } from '../picture/picture.js';
import type { BuiltInAttribute } from './attribute.js';
import { blockAlignment } from './block-alignment.js';
import { colourVariety } from './colour-variety.js';
import { colourfulness } from './colourfulness.js';
import { contourDensity } from './contour-density.js';
import { featureCongestion } from './feature-congestion.js';
import { pageBalance } from './page-balance.js';
import { pageSymmetry } from './page-symmetry.js';
import { subbandEntropy } from './subband-entropy.js';
import { whiteSpace } from './white-space.js';

const ALL: readonly BuiltInAttribute[] = [
  featureCongestion,
  subbandEntropy,
  contourDensity,
  colourfulness,
  colourVariety,
  whiteSpace,
  pageSymmetry,
  pageBalance,
  blockAlignment,
];

function read(attribute: BuiltInAttribute, raster: Raster): number {
  const reading = attribute.measure(sceneOf(raster));
  if (reading.status !== 'measured') throw new Error(`${attribute.id}: ${reading.reason}`);
  expect(reading.value).toBeGreaterThanOrEqual(attribute.range[0]);
  expect(reading.value).toBeLessThanOrEqual(attribute.range[1]);
  return reading.value;
}

/** Samples told by a function of the pixel. */
function coloured(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number],
): Raster {
  const data = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) {
    data.set(colour(at % width, Math.floor(at / width)), at * 3);
  }
  return { data, width, height };
}

/** A box, in fractions of the page. */
type Box = readonly [left: number, top: number, width: number, height: number];

/** White with boxes of lines, as text looks from afar, `pitch` of the width apart. */
function page(boxes: readonly Box[], pitch = 0.02): (width: number, height: number) => Raster {
  return (width, height) => {
    const raster = coloured(width, height, () => [255, 255, 255]);
    for (const [left, top, wide, high] of boxes) {
      const [first, last] = [Math.round(left * width), Math.round((left + wide) * width)];
      for (let row = Math.round(top * height); row < Math.round((top + high) * height); row++) {
        // How much of the row is dark, by eight points.
        const points = Array.from({ length: 8 }, (_, at) => (row + (at + 0.5) / 8) / width);
        const dark = points.filter((y) => y % pitch < pitch / 2).length / 8;
        raster.data.fill(255 - 220 * dark, (row * width + first) * 3, (row * width + last) * 3);
      }
    }
    return raster;
  };
}

const flat = coloured(480, 320, () => [250, 250, 250]);
const calm = page([
  [0.1, 0.1, 0.3, 0.1],
  [0.1, 0.4, 0.5, 0.3],
]);
const busy = page(
  Array.from({ length: 60 }, (_, at): Box => [
    0.02 + 0.1 * (at % 10) + 0.013 * ((at * 7) % 3),
    0.03 + 0.16 * Math.floor(at / 10) + 0.02 * ((at * 5) % 4),
    0.06,
    0.09,
  ]),
  0.008,
);

describe.each(ALL)('$id', (attribute) => {
  it('is read in pages alone', () => {
    expect(attribute.appliesTo).toEqual(['interface']);
  });

  it('is the same in a mirror', () => {
    for (const raster of [calm(480, 320), busy(480, 320)]) {
      const value = read(attribute, raster);
      expect(read(attribute, mirrored(raster))).toBeCloseTo(value, 6);
    }
  });

  it('is about the same at another size of the screenshot', () => {
    for (const drawn of [calm, busy]) {
      const [small, large] = [read(attribute, drawn(640, 420)), read(attribute, drawn(1000, 656))];
      const scale = Math.max(Math.abs(small), Math.abs(large), 0.1);
      expect(Math.abs(large - small) / scale).toBeLessThan(0.2);
    }
  });

  it('can be read in pages of a few pixels', () => {
    for (const [width, height] of [
      [1, 1],
      [3, 2],
      [17, 1],
      [1, 9],
    ] as const) {
      const raster = coloured(width, height, (x, y) => [x * 13, y * 28, 90]);
      expect(read(attribute, raster)).not.toBeNaN();
    }
  });
});

it('a page with nothing on it is free, even and free of clutter', () => {
  const readings = ALL.map((attribute) => [
    attribute.id,
    Math.round(read(attribute, flat) * 1e9) / 1e9,
  ]);
  expect(Object.fromEntries(readings)).toEqual({
    'feature-congestion': 0,
    'subband-entropy': 0,
    'contour-density': 0,
    colourfulness: 0,
    'colour-variety': 1,
    'white-space': 100,
    'page-symmetry': 1,
    'page-balance': 100,
    'block-alignment': 100,
  });
});

it.each([featureCongestion, subbandEntropy, contourDensity])(
  'a busy page has more $id than a calm one',
  (attribute) => {
    expect(read(attribute, busy(480, 320))).toBeGreaterThan(2 * read(attribute, calm(480, 320)));
  },
);

it('colourfulness is that of Hasler and Süsstrunk', () => {
  // Half red, half blue. Red less green: 255 and 0, mean 127.5, deviation 127.5. Yellow less blue: 127.5 and -255, mean -63.75,
  // deviation 191.25. √(127.5² + 191.25²) + .3 √(127.5² + 63.75²) = 229.854 + .3 · 142.549.
  const raster = coloured(40, 30, (x) => (x < 20 ? [255, 0, 0] : [0, 0, 255]));
  expect(read(colourfulness, raster)).toBeCloseTo(272.62, 2);
});

it('colours are counted, but for those of a few pixels', () => {
  const flag = coloured(90, 60, (x, y) =>
    x === 0 && y < 2 ? [9, 200, 9] : x < 30 ? [200, 30, 30] : x < 60 ? [255, 255, 255] : [0, 0, 99],
  );
  expect(read(colourVariety, flag)).toBe(3);
});

describe('subband-entropy', () => {
  /** Pairs of pixels beside each other, one black and one white; which is left is told by a function. */
  const pairs = (leftIsBlack: (column: number, row: number) => boolean): Raster =>
    coloured(64, 64, (x, y) => {
      const black = leftIsBlack(x >> 1, y >> 1) === (x % 2 === 0);
      return black ? [0, 0, 0] : [255, 255, 255];
    });

  it('is nothing for what repeats itself', () => {
    expect(
      read(
        subbandEntropy,
        pairs(() => true),
      ),
    ).toBeCloseTo(0, 6);
  });

  it('is a bit for each choice of two', () => {
    // One of nine bands of lightness, which counts .84, tells one of two as often as the other; means of the pairs are all alike.
    const value = read(
      subbandEntropy,
      pairs((column, row) => (column * 5 + row * 3) % 8 < 4),
    );
    expect(value).toBeCloseTo(0.84 / 9, 6);
  });
});

it('white space is the share on which nothing is drawn', () => {
  // Lines so close together that no cell between them is free.
  expect(read(whiteSpace, page([[0, 0, 0.5, 0.5]], 0.008)(480, 320))).toBeCloseTo(75, 0);
});

it('symmetry is of left with right', () => {
  const both = page([
    [0.1, 0.1, 0.3, 0.2],
    [0.6, 0.1, 0.3, 0.2],
    [0.3, 0.6, 0.4, 0.3],
  ]);
  const one = page([[0.05, 0.1, 0.3, 0.8]]);
  expect(read(pageSymmetry, both(480, 320))).toBeGreaterThan(0.95);
  expect(read(pageSymmetry, one(480, 320))).toBeLessThan(0.2);
});

it('balance falls where one half has everything', () => {
  const even = page([
    [0.1, 0.1, 0.8, 0.3],
    [0.1, 0.6, 0.8, 0.3],
  ]);
  const left = page([[0.02, 0.02, 0.4, 0.96]]);
  expect(read(pageBalance, even(480, 320))).toBeGreaterThan(90);
  expect(read(pageBalance, left(480, 320))).toBeLessThan(60);
  const reading = pageBalance.measure(sceneOf(left(480, 320)));
  expect(reading).toMatchObject({ evidence: [{ kind: 'box', x: 0, width: 0.5 }] });
});

it('blocks on a grid are aligned, scattered ones are not', () => {
  const grid = page(
    Array.from({ length: 12 }, (_, at): Box => [
      0.05 + 0.24 * (at % 4),
      0.05 + 0.32 * Math.floor(at / 4),
      0.16,
      0.2,
    ]),
  );
  const scattered = page(
    Array.from({ length: 12 }, (_, at): Box => [
      0.05 + 0.24 * (at % 4) + 0.011 * ((at * 7) % 5),
      0.05 + 0.32 * Math.floor(at / 4) + 0.017 * ((at * 5) % 4),
      0.1 + 0.015 * ((at * 11) % 5),
      0.1 + 0.03 * ((at * 3) % 5),
    ]),
  );
  expect(read(blockAlignment, grid(480, 320))).toBeGreaterThan(70);
  expect(read(blockAlignment, scattered(480, 320))).toBeLessThan(
    read(blockAlignment, grid(480, 320)) - 15,
  );
});
