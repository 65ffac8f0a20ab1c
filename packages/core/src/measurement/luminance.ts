/** How the picture's light is spread over its tones. */
import type { Picture } from '../picture/picture.js';
import { analysisRaster, linearLuminance } from './analysis.js';
import { histogramOf, quantiles, share, type Histogram } from './histogram.js';
import { shared } from './shared.js';

/** Counts over the pixels of the analysis raster. */
export interface Tones {
  /** Over the square root of linear luminance, {@link LUMINANCE_STEPS} steps: fine in the shadows, where the eye is. */
  readonly luminance: Histogram;
  /** Over the brightest, middle and darkest of a pixel's three encoded samples, 256 steps each. */
  readonly brightest: Histogram;
  readonly middle: Histogram;
  readonly darkest: Histogram;
  /** Over the difference of brightest and darkest sample: 0 grey, 255 a pure colour; 256 steps. */
  readonly chroma: Histogram;
  /** Shares of the pixels with a channel at the ceiling, by how far the darkest channel is from it. */
  readonly burnt: {
    /** Darkest channel below 64: a pure, vivid colour. */
    readonly vivid: number;
    /** Below 160. */
    readonly coloured: number;
    /** Below 224: colour washed out by light. */
    readonly pale: number;
    /** Nothing but white. */
    readonly white: number;
  };
  /** Share of the pixels with a channel at the floor while another is not near it: colour beyond what sRGB holds. */
  readonly emptiedColour: number;
}

/** Samples this near to white or black hold no detail any more: JPEG and scaling blur the ceiling and the floor by a few steps. */
export const CEILING = 252;
export const FLOOR = 4;

const LUMINANCE_STEPS = 4096;

export const tones = shared((picture: Picture): Tones => {
  const { data } = analysisRaster(picture);
  const luminance = new Uint32Array(LUMINANCE_STEPS);
  const brightest = new Uint32Array(256);
  const middle = new Uint32Array(256);
  const darkest = new Uint32Array(256);
  const chroma = new Uint32Array(256);
  const light = linearLuminance(picture);
  // Every second pixel tells as much. White itself falls into the last step.
  for (let pixel = 0; pixel < light.length; pixel += 2) {
    luminance[(Math.sqrt(light[pixel]!) * (LUMINANCE_STEPS - 0.01)) | 0]!++;
  }
  const burnt = new Uint32Array(256);
  let emptied = 0;
  for (let at = 0; at < data.length; at += 3) {
    const red = data[at]!;
    const green = data[at + 1]!;
    const blue = data[at + 2]!;
    const high = red > green ? (red > blue ? red : blue) : green > blue ? green : blue;
    const low = red < green ? (red < blue ? red : blue) : green < blue ? green : blue;
    brightest[high]!++;
    middle[red + green + blue - high - low]!++;
    darkest[low]!++;
    chroma[high - low]!++;
    if (high >= CEILING) burnt[low]!++;
    if (low < FLOOR && high > 40) emptied++;
  }
  const pixels = Math.max(1, data.length / 3);
  const clipped = { counts: burnt, total: pixels };
  return {
    luminance: histogramOf(luminance),
    brightest: histogramOf(brightest),
    middle: histogramOf(middle),
    darkest: histogramOf(darkest),
    chroma: histogramOf(chroma),
    burnt: {
      vivid: share(clipped, 0, 64),
      coloured: share(clipped, 64, 160),
      pale: share(clipped, 160, 224),
      white: share(clipped, 224, 256),
    },
    emptiedColour: emptied / pixels,
  };
});

/** Linear light below which nothing is told apart: half of the darkest sample that is not black. */
const DARKEST = 0.5 / 255 / 12.92;

/** Stops below white (so 0 and less) of linear light. */
export function stops(light: number): number {
  return Math.log2(Math.max(light, DARKEST));
}

/**
 * Luminance in stops below white, under which the given shares of the picture lie.
 *
 * @param shares 0 to 1, ascending
 */
export function luminanceStops(picture: Picture, shares: readonly number[]): number[] {
  return quantiles(tones(picture).luminance, shares).map((step) =>
    stops((step / LUMINANCE_STEPS) ** 2),
  );
}

/** Middle grey: the reflectance of the grey card that light meters are set to. */
export const MIDDLE_GREY = 0.18;

/**
 * The key of the picture: its mean luminance in stops, above (+) or below (−) middle grey (the log-average of
 * Reinhard et al., "Photographic tone reproduction for digital images", 2002).
 */
export const key = shared((picture: Picture): number => {
  const { counts, total } = tones(picture).luminance;
  if (total === 0) return 0;
  let sum = 0;
  for (let step = 0; step < counts.length; step++) {
    if (counts[step] !== 0) sum += counts[step]! * stops(((step + 0.5) / LUMINANCE_STEPS) ** 2);
  }
  return sum / total - Math.log2(MIDDLE_GREY);
});

/** Encoded samples, 0 to 1, under which the given shares of a 256-step histogram lie. */
export function samples(histogram: Histogram, shares: readonly number[]): number[] {
  return quantiles(histogram, shares).map((step) => Math.min(1, Math.max(0, (step - 0.5) / 255)));
}
