/** How far the tones reach, and what veils them. */
import type { Picture } from '../picture/picture.js';
import { analysisRaster } from './analysis.js';
import { samples, tones } from './luminance.js';
import { shared } from './shared.js';

/**
 * The span of encoded tones, 0 to about 1: from the darkest channel of the darkest parts to the brightest channel of the
 * brightest (.2 % and 99.9 % of the pixels), with a share of the inner span (1 % to 99 %), as a weighted geometric mean.
 * Multiplying contrast by a factor multiplies the span by it.
 */
export const toneSpan = shared((picture: Picture): number => {
  const { brightest, darkest } = tones(picture);
  const [lights, peaks] = samples(brightest, [0.99, 0.999]);
  const [depths, shadows] = samples(darkest, [0.002, 0.01]);
  const outer = Math.max(peaks! - depths!, 0.5 / 255);
  const inner = Math.max(lights! - shadows!, 0.5 / 255);
  return outer ** 0.7 * inner ** 0.3;
});

/** Encoded brightness of air: what haze tends to. */
const AIRLIGHT = 0.88;

/** Cells along the long side in which the darkest sample is sought. */
const CELLS = 64;

/** The air between camera and scene. */
export interface Veil {
  /** The share of the scene's light that comes through the air where it is clearest, 0 to 1. */
  readonly transmission: number;
  /** The same for half of the frame: so much or less comes through there. */
  readonly usual: number;
  /** Mean span of encoded tones inside the cells of the more veiled half, 0 to 1. */
  readonly detail: number;
}

/**
 * The dark channel prior (He, Sun and Tang, "Single image haze removal using dark channel prior", 2009): in clear air nearly
 * every small part of an outdoor picture has something dark in one channel; haze J·t + A·(1 − t) lifts it to A·(1 − t).
 * `transmission` is read where the picture is darkest, so that a bright sky or wall does not count as haze.
 */
export const veil = shared((picture: Picture): Veil => {
  const { data, width, height } = analysisRaster(picture);
  const side = Math.max(1, Math.round(Math.max(width, height) / CELLS));
  const columns = Math.ceil(width / side);
  const lowest = new Uint8Array(columns);
  const highest = new Uint8Array(columns);
  const counts = new Uint32Array(256);
  const spans = new Uint32Array(256);
  let cells = 0;
  for (let top = 0; top < height; top += side) {
    lowest.fill(255);
    highest.fill(0);
    for (let y = top; y < Math.min(top + side, height); y++) {
      let at = y * width * 3;
      for (let cell = 0, x = 0; cell < columns; cell++) {
        let low = lowest[cell]!;
        let high = highest[cell]!;
        for (const end = Math.min(x + side, width); x < end; x++, at += 3) {
          const red = data[at]!;
          const green = data[at + 1]!;
          const blue = data[at + 2]!;
          const least = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
          if (least < low) low = least;
          if (least > high) high = least;
        }
        lowest[cell] = low;
        highest[cell] = high;
      }
    }
    for (let cell = 0; cell < columns; cell++) {
      counts[lowest[cell]!]!++;
      spans[lowest[cell]!]! += highest[cell]! - lowest[cell]!;
    }
    cells += columns;
  }
  const [fewest, some, half] = samples({ counts, total: cells }, [0.01, 0.05, 0.5]);
  const [shadows] = samples(tones(picture).darkest, [0.01]);
  let veiled = 0;
  let span = 0;
  for (let dark = Math.floor(half! * 255); dark < 256; dark++) {
    veiled += counts[dark]!;
    span += spans[dark]!;
  }
  return {
    transmission: 1 - (fewest! + some! + shadows!) / 3 / AIRLIGHT,
    usual: 1 - half! / AIRLIGHT,
    detail: veiled === 0 ? 0 : span / veiled / 255,
  };
});
