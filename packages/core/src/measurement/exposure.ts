/** How well the picture's light fits between black and white. */
import type { Picture } from '../picture/picture.js';
import { decode } from '../picture/operations/light.js';
import type { Evidence } from '../protocol/evidence.js';
import { analysisRaster } from './analysis.js';
import { share } from './histogram.js';
import { CEILING, FLOOR, luminanceStops, samples, stops, tones } from './luminance.js';
import { shared } from './shared.js';

/**
 * By how many stops the brightest parts stay below white. The reference is that of "expose to the right" (Reichmann, 2003): a
 * picture uses the light that the format holds. Parts by three shares, so that a few lamps in a dark picture do not decide
 * alone. One EV less light gives exactly one EV more, whatever the scene, as long as nothing was clipped.
 */
export const shortOfWhite = shared((picture: Picture): number => {
  const [tenth, lights, peaks] = samples(tones(picture).brightest, [0.9, 0.995, 0.999]);
  return -(
    0.2 * stops(decode(tenth!)) +
    0.4 * stops(decode(lights!)) +
    0.4 * stops(decode(peaks!))
  );
});

/**
 * By how many stops the picture looks brighter than its scene can bear: a linear discriminant of what sits at the ceiling (white
 * and washed-out colour count more than vivid colour) and of how much light the deep tones have, fitted to photographs made
 * brighter by known amounts and scaled to stops; about 0 for an ordinary photograph.
 */
export const beyondWhite = shared((picture: Picture): number => {
  const { vivid, coloured, pale, white } = tones(picture).burnt;
  const [deep] = luminanceStops(picture, [0.1]);
  return (
    1.57 * Math.sqrt(vivid + coloured) +
    1.75 * Math.sqrt(pale) +
    2.48 * Math.sqrt(white) +
    0.1 * deep! +
    0.3
  );
});

/** Share of the picture, 0 to 1, where at least two channels are at the ceiling: no detail is left in the light. */
export const clippedShare = shared((picture: Picture): number =>
  share(tones(picture).middle, CEILING, 256),
);

/** Share of the picture, 0 to 1, where all channels are at the floor: no detail is left in the dark. */
export const crushedShare = shared((picture: Picture): number =>
  share(tones(picture).brightest, 0, FLOOR),
);

/** How deep the sides of the frame are, as a share of its shorter side. */
const SIDE = 0.02;

/** From this value on, in all channels, a picture shows white. */
const WHITE = 250;

/**
 * How white the least white side of the frame is, 0 to 1: near 1 what is shown stands on a white ground, as products and cut-outs do, or in a
 * white border. A blown sky leaves the bottom, and mostly more.
 */
export const whiteSides = shared((picture: Picture): number => {
  const { data, width, height } = analysisRaster(picture);
  const deep = Math.max(1, Math.round(SIDE * Math.min(width, height)));
  const whiteIn = (left: number, top: number, right: number, bottom: number): number => {
    let white = 0;
    for (let y = top; y < bottom; y++) {
      for (let x = left, at = 3 * (y * width + x); x < right; x++, at += 3) {
        if (Math.min(data[at]!, data[at + 1]!, data[at + 2]!) >= WHITE) white++;
      }
    }
    return white / ((right - left) * (bottom - top));
  };
  return Math.min(
    whiteIn(0, 0, width, deep),
    whiteIn(0, height - deep, width, height),
    whiteIn(0, 0, deep, height),
    whiteIn(width - deep, 0, width, height),
  );
});

/** Cells of the evidence along the long side. */
const CELLS = 32;

/** Which part of each cell is clipped: nothing where nothing is. */
export function clippedGrid(picture: Picture): readonly Evidence[] {
  return gridOf(picture, clippedShare(picture), (high, middle) => middle >= CEILING);
}

/** Which part of each cell is crushed: nothing where nothing is. */
export function crushedGrid(picture: Picture): readonly Evidence[] {
  return gridOf(picture, crushedShare(picture), (high) => high < FLOOR);
}

function gridOf(
  picture: Picture,
  total: number,
  lost: (high: number, middle: number) => boolean,
): readonly Evidence[] {
  if (total < 0.001) return [];
  const { data, width, height } = analysisRaster(picture);
  const scale = Math.min(1, CELLS / Math.max(width, height));
  const columns = Math.max(1, Math.round(width * scale));
  const rows = Math.max(1, Math.round(height * scale));
  const counts = new Float64Array(columns * rows);
  const sizes = new Float64Array(columns * rows);
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = 0; x < width; x++, at += 3) {
      const cell = row + Math.floor((x * columns) / width);
      const red = data[at]!;
      const green = data[at + 1]!;
      const blue = data[at + 2]!;
      const high = Math.max(red, green, blue);
      sizes[cell]!++;
      if (lost(high, red + green + blue - high - Math.min(red, green, blue))) counts[cell]!++;
    }
  }
  return [
    {
      kind: 'grid',
      columns,
      rows,
      values: Array.from(counts, (count, cell) => Math.round((100 * count) / sizes[cell]!) / 100),
    },
  ];
}
