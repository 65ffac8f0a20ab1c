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

/**
 * The share of the scene's light that comes through the air, 0 to 1, by the dark channel prior (He, Sun and Tang, "Single image
 * haze removal using dark channel prior", 2009): in clear air nearly every small part of an outdoor picture has something dark in
 * one channel; haze J·t + A·(1 − t) lifts it to A·(1 − t). Read where the picture is darkest, so that a bright sky or
 * wall does not count as haze.
 */
export const transmission = shared((picture: Picture): number => {
  const { data, width, height } = analysisRaster(picture);
  const side = Math.max(1, Math.round(Math.max(width, height) / CELLS));
  const columns = Math.ceil(width / side);
  const lowest = new Uint8Array(columns);
  const counts = new Uint32Array(256);
  let cells = 0;
  for (let top = 0; top < height; top += side) {
    lowest.fill(255);
    for (let y = top; y < Math.min(top + side, height); y++) {
      let at = y * width * 3;
      for (let x = 0; x < width; x++) {
        const cell = (x / side) | 0;
        for (let channel = 0; channel < 3; channel++, at++) {
          if (data[at]! < lowest[cell]!) lowest[cell] = data[at]!;
        }
      }
    }
    for (const dark of lowest) counts[dark]!++;
    cells += columns;
  }
  const [fewest, some] = samples({ counts, total: cells }, [0.01, 0.05]);
  const [shadows] = samples(tones(picture).darkest, [0.01]);
  const dark = (fewest! + some! + shadows!) / 3;
  return 1 - dark / AIRLIGHT;
});
