/**
 * What sharpening leaves at full size: a bump in the picture's spectrum, and seams clipped to black and white.
 */
import type { Tile } from '../picture/picture.js';
import { SCALES } from './gradient.js';
import { detailTiles } from './luma.js';
import { tileSharpness } from './sharpness.js';
import { shared } from './shared.js';

/**
 * Weights of log2 of the gradients' power at 1, 2, 4 and 8 pixels, of the clipped seams, and the constant, which together give
 * log2(1 + amount). Unsharp masking of radius r lifts what is finer than about 4r pixels by 1 + amount: power at two pixels
 * stands out against four, where texture, noise and JPEG change one and eight as much. Least squares on photographs that
 * scipy's Gaussian filter sharpened by amounts of 1, 2.5 and 5 (radius 1.5), made noisy, blurred or compressed instead, or left alone.
 */
const POWER = [-0.896, 2.493, -2.244, 0.596] as const;
const SEAMS = 0.161;
const CONSTANT = 0.27;

/** Least squares pull towards the mean; this brings the three amounts back to where they were. */
const USUAL = 0.12;
const STRETCH = 1.85;

/** From an amount of 7 on the reading bends, to stay below 20: no picture needs to be told from worse than that. */
const BEND = 3;
const ROOM = 1.39;

/** How far beside a clipped sample of a seam the picture is no longer clipped. */
const SEAM = 3;

/** Every how many rows seams are counted. */
const STRIDE = 2;

/**
 * log2(1 + amount of unsharp masking) that the picture looks like; 0 for a usual photograph, below it for a soft one.
 */
export const sharpeningOf = shared((all: readonly Tile[]): number => {
  const tiles = detailTiles(all);
  let seams = 0;
  let samples = 0;
  for (const { raster } of tiles) {
    const { data, width, height } = raster;
    for (let row = 0; row < height; row += STRIDE) {
      const end = (row * width + width - SEAM) * 3;
      for (let at = (row * width + SEAM) * 3 + 1; at < end; at += 3) {
        const value = data[at]!;
        if (value > 0 && value < 255) continue;
        const before = data[at - 3 * SEAM]!;
        const after = data[at + 3 * SEAM]!;
        if (before > 0 && before < 255 && after > 0 && after < 255) seams++;
      }
      samples += Math.max(0, width - 2 * SEAM);
    }
  }
  const { power } = tileSharpness(all);
  let sum = CONSTANT + SEAMS * (Math.log2(seams / Math.max(1, samples) + 0.001) + 10);
  for (let scale = 0; scale < SCALES; scale++) {
    let mean = 0;
    for (const of of power) mean += of[scale]!;
    sum += POWER[scale]! * Math.log2(mean / Math.max(1, power.length) + 1);
  }
  const octaves = STRETCH * (sum - USUAL);
  return octaves < BEND ? octaves : BEND + ROOM * (1 - Math.exp((BEND - octaves) / ROOM));
});
