/** How much colour there is, and which way it leans. */
import type { Picture } from '../picture/picture.js';
import { LINEAR } from '../picture/operations/light.js';
import { analysisRaster } from './analysis.js';
import { histogramOf, quantiles } from './histogram.js';
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
 * By how many octaves the picture is more saturated than an ordinary photograph: a linear discriminant of mean chroma
 * and of colours pressed against floor and ceiling of the range, fitted to photographs saturated by known factors and scaled so
 * that a factor of 2 is about one octave.
 */
export const excessSaturation = shared((picture: Picture): number => {
  const { chroma, emptiedColour, burntColour } = tones(picture);
  let sum = 0;
  for (let step = 0; step < chroma.counts.length; step++) sum += step * chroma.counts[step]!;
  const mean = sum / Math.max(1, chroma.total);
  return (
    0.112 * Math.log2(mean + 1) +
    2.56 * Math.sqrt(emptiedColour) +
    2.4 * Math.sqrt(burntColour) -
    0.725
  );
});

/** Which way the picture's colour leans, in stops of linear light. */
export interface Cast {
  /** Red over blue. */
  readonly warmth: number;
  /** Green over the geometric mean of red and blue. */
  readonly greenness: number;
  /** 0 to 1: how much of the picture can tell, neither black nor burnt. */
  readonly coverage: number;
}

/** Where ordinary photographs lie: their light is a little warmer than neutral. */
const USUAL = { warmth: 0.18, greenness: 0.02 } as const;

/**
 * The colour of the light from two estimates that move by exactly the gain given to a channel: grey edge (van de Weijer,
 * Gevers and Gijsenij, "Edge-based color constancy", 2007: differences of neighbours are grey on average) and white patch
 * (Land 1977: the brightest 1 % of each channel are white), in equal parts.
 */
export const cast = shared((picture: Picture): Cast => {
  const { data, width, height } = analysisRaster(picture);
  const reds = new Uint32Array(256);
  const greens = new Uint32Array(256);
  const blues = new Uint32Array(256);
  let red = 0;
  let green = 0;
  let blue = 0;
  let useful = 0;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const r = data[at]!;
      const g = data[at + 1]!;
      const b = data[at + 2]!;
      reds[r]!++;
      greens[g]!++;
      blues[b]!++;
      if (r >= LIMIT || g >= LIMIT || b >= LIMIT || r + g + b < 60) continue;
      useful++;
      if (x === 0) continue;
      const r0 = data[at - 3]!;
      const g0 = data[at - 2]!;
      const b0 = data[at - 1]!;
      if (r0 >= LIMIT || g0 >= LIMIT || b0 >= LIMIT) continue;
      red += Math.abs(LINEAR[r]! - LINEAR[r0]!);
      green += Math.abs(LINEAR[g]! - LINEAR[g0]!);
      blue += Math.abs(LINEAR[b]! - LINEAR[b0]!);
    }
  }
  const noise = 1e-5 * (data.length / 3);
  const edge = lean(red + noise, green + noise, blue + noise);
  const white = lean(peak(reds), peak(greens), peak(blues));
  return {
    warmth: (edge.warmth + white.warmth) / 2 - USUAL.warmth,
    greenness: (edge.greenness + white.greenness) / 2 - USUAL.greenness,
    coverage: useful / Math.max(1, data.length / 3),
  };
});

/** Samples from here on may have been clipped. */
const LIMIT = 250;

function peak(counts: Uint32Array): number {
  const [bright] = quantiles(histogramOf(counts), [0.99]);
  return LINEAR[Math.min(255, Math.floor(bright!))]! + 0.001;
}

function lean(red: number, green: number, blue: number): { warmth: number; greenness: number } {
  return {
    warmth: Math.log2(red / blue),
    greenness: Math.log2(green / Math.sqrt(red * blue)),
  };
}

/**
 * How far the hues of the picture spread, in stops of channel ratios (red over blue, green over both), from 5 % to 95 % of its
 * visible pixels: 0 for grey and for evenly toned pictures, 2 to 3 for ordinary photographs.
 */
export const hueSpread = shared((picture: Picture): number => {
  const { data } = analysisRaster(picture);
  const warmth = new Uint32Array(BINS);
  const greenness = new Uint32Array(BINS);
  for (let at = 0; at < data.length; at += 3) {
    const r = data[at]!;
    const g = data[at + 1]!;
    const b = data[at + 2]!;
    if (r >= LIMIT || g >= LIMIT || b >= LIMIT || r + g + b < 90) continue;
    const red = LOG[r]!;
    const green = LOG[g]!;
    const blue = LOG[b]!;
    warmth[bin(red - blue)]!++;
    greenness[bin(green - (red + blue) / 2)]!++;
  }
  return Math.max(spreadOf(warmth), spreadOf(greenness));
});

/** Bins of channel ratios: this many to a stop, either way of the middle. */
const BINS_PER_STOP = 64;
const BINS = 513;
const LOG = LINEAR.map((light) => Math.log2(light + 0.002));

function bin(ratio: number): number {
  const at = Math.round(ratio * BINS_PER_STOP) + (BINS - 1) / 2;
  return at < 0 ? 0 : at >= BINS ? BINS - 1 : at;
}

function spreadOf(counts: Uint32Array): number {
  const [low, high] = quantiles(histogramOf(counts), [0.05, 0.95]);
  return (high! - low!) / BINS_PER_STOP;
}
