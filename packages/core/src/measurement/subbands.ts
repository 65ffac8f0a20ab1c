/** Subband entropy: how many bits it takes to tell what a page shows, beyond its own repetitions. */
import type { Picture } from '../picture/picture.js';
import { halved, type Plane } from './luma.js';
import { pageLab } from './page.js';
import { shared } from './shared.js';

const SCALES = 3;
/** What lightness and each of the two colours count. */
const SHARES = { lightness: 0.84, a: 0.08, b: 0.08 } as const;
/** Width of a step, in units of CIELAB. */
const STEP = 1;
/** Steps to either side that are told apart: more than CIELAB has units. */
const REACH = 256;

/**
 * Rosenholtz, Li and Nakano 2007, by Haar wavelets in place of steerable filters: the mean Shannon entropy, in bits a number, of the differences of
 * three scales and three orientations, rounded to units of CIELAB; lightness counts .84, each of the two colours .08.
 */
export const bitsOfSubbands = shared((picture: Picture): number => {
  const { lightness, a, b } = pageLab(picture);
  return SHARES.lightness * entropy(lightness) + SHARES.a * entropy(a) + SHARES.b * entropy(b);
});

function entropy(plane: Plane): number {
  let level = plane;
  let sum = 0;
  let bands = 0;
  for (let scale = 0; scale < SCALES && Math.min(level.width, level.height) >= 2; scale++) {
    const { data, width, height } = level;
    const counts = [0, 1, 2].map(() => new Uint32Array(2 * REACH + 1));
    const [across, down, slanting] = counts as [Uint32Array, Uint32Array, Uint32Array];
    const columns = width >> 1;
    const rows = height >> 1;
    for (let row = 0; row < rows; row++) {
      let above = row * 2 * width;
      for (let column = 0; column < columns; column++, above += 2) {
        const below = above + width;
        const p = data[above]!;
        const q = data[above + 1]!;
        const r = data[below]!;
        const s = data[below + 1]!;
        across[REACH + Math.round((p - q + r - s) / 4 / STEP)]!++;
        down[REACH + Math.round((p + q - r - s) / 4 / STEP)]!++;
        slanting[REACH + Math.round((p - q - r + s) / 4 / STEP)]!++;
      }
    }
    for (const band of counts) sum += bits(band, columns * rows);
    bands += counts.length;
    level = halved(level);
  }
  return bands === 0 ? 0 : sum / bands;
}

function bits(counts: Uint32Array, total: number): number {
  let sum = 0;
  for (const count of counts) if (count > 0) sum -= (count / total) * Math.log2(count / total);
  return sum;
}
