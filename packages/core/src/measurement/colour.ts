/** How much colour there is, and which way it leans. */
import type { Picture } from '../picture/picture.js';
import { LINEAR } from '../picture/operations/light.js';
import { analysisRaster } from './analysis.js';
import { samples, tones } from './luminance.js';
import { shared } from './shared.js';

/** Chroma, 0 to 1, that nothing coloured falls below: half a sample. */
const GREY = 0.5 / 255;

/**
 * The chroma (difference of a pixel's brightest and darkest sample, 0 to 1) of the most colourful two hundredths: even a quiet
 * scene has some colour somewhere. Multiplying saturation by a factor multiplies it by the same, until colours clip.
 */
export const peakChroma = shared((picture: Picture): number => {
  const [strong, peak] = samples(tones(picture).chroma, [0.98, 0.995]);
  return Math.max(GREY, (strong! + peak!) / 2);
});

/**
 * By how many octaves the picture is more saturated than an ordinary photograph: a linear discriminant of mean chroma and of
 * colours pressed against floor and ceiling of the range, fitted to photographs saturated by known factors and scaled so that a
 * factor of 2 is about one octave.
 */
export const excessSaturation = shared((picture: Picture): number => {
  const { chroma, emptiedColour, burnt } = tones(picture);
  let sum = 0;
  for (let step = 0; step < chroma.counts.length; step++) sum += step * chroma.counts[step]!;
  const mean = sum / Math.max(1, chroma.total);
  return (
    0.094 * Math.log2(mean + 1) +
    2.8 * Math.sqrt(emptiedColour) +
    3.1 * Math.sqrt(burnt.vivid) -
    0.6
  );
});

/** Samples from here on may have been clipped. */
const LIMIT = 250;

/** How far a picture is from grey, in stops of channel ratios (red over blue, green over both). */
export interface HueSpread {
  /**
   * The root of the variance at one and the same brightness: 0 for grey; small for toned pictures, whose colour may change from
   * shadows to lights but not beside itself; about 1 for photographs in colour.
   */
  readonly beside: number;
  /** The root of the mean square. */
  readonly whole: number;
}

export const hueSpread = shared((picture: Picture): HueSpread => {
  const { data } = analysisRaster(picture);
  const counts = new Float64Array(TONES);
  const warmth = new Float64Array(TONES);
  const greenness = new Float64Array(TONES);
  let squares = 0;
  let total = 0;
  for (let at = 0; at < data.length; at += 6) {
    const r = data[at]!;
    const g = data[at + 1]!;
    const b = data[at + 2]!;
    if (r >= LIMIT || g >= LIMIT || b >= LIMIT || r + g + b < 90) continue;
    const red = LOG[r]!;
    const blue = LOG[b]!;
    const warm = red - blue;
    const green = LOG[g]! - (red + blue) / 2;
    const tone = g >> 3;
    counts[tone]!++;
    warmth[tone]! += warm;
    greenness[tone]! += green;
    squares += warm * warm + green * green;
    total++;
  }
  if (total === 0) return { beside: 0, whole: 0 };
  let explained = 0;
  for (let tone = 0; tone < TONES; tone++) {
    if (counts[tone] === 0) continue;
    explained += (warmth[tone]! ** 2 + greenness[tone]! ** 2) / counts[tone]!;
  }
  return {
    beside: Math.sqrt(Math.max(0, squares - explained) / total),
    whole: Math.sqrt(squares / total),
  };
});

/** Steps of brightness (of green, which carries most of it). */
const TONES = 32;
const LOG = LINEAR.map((light) => Math.log2(light + 0.002));
