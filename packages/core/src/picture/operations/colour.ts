/** Edits of colour: each gives a new raster and leaves the old one alone. */
import type { Raster, Samples } from '../picture.js';
import { decode, encode, LUMINANCE, sample } from './light.js';
import { roomFor, whiteOf } from './samples.js';
import { applyCurves, type Curve } from './tone.js';

/**
 * Moves each encoded sample away from (`factor` > 1) or towards (`factor` < 1) its pixel's luma, which stays:
 * 0 leaves a grey picture, 1 the picture as it is.
 */
export function saturate<Data extends Samples>(raster: Raster<Data>, factor: number): Raster<Data> {
  return fromLuma(raster, () => factor);
}

/**
 * Moves each encoded sample away from (`amount` > 0) or towards (`amount` < 0) its pixel's luma, which stays, by as much as the pixel lacks
 * in saturation: what has none by 1 + `amount`, what is fully saturated by nothing.
 */
export function vibrance<Data extends Samples>(raster: Raster<Data>, amount: number): Raster<Data> {
  return fromLuma(raster, (red, green, blue) => {
    const most = Math.max(red, green, blue);
    return 1 + amount * (most === 0 ? 1 : Math.min(red, green, blue) / most);
  });
}

/** Multiplies each sample's distance from its pixel's luma by what the pixel asks for. */
function fromLuma<Data extends Samples>(
  raster: Raster<Data>,
  factorOf: (red: number, green: number, blue: number) => number,
): Raster<Data> {
  const { data, width, height } = raster;
  const white = whiteOf(data);
  const result = roomFor(data);
  for (let at = 0; at < data.length; at += 3) {
    const red = data[at]!;
    const green = data[at + 1]!;
    const blue = data[at + 2]!;
    const factor = factorOf(red, green, blue);
    const luma = red * LUMINANCE.red + green * LUMINANCE.green + blue * LUMINANCE.blue;
    result[at] = sample(luma + (red - luma) * factor, white);
    result[at + 1] = sample(luma + (green - luma) * factor, white);
    result[at + 2] = sample(luma + (blue - luma) * factor, white);
  }
  return { data: result, width, height };
}

/** One stop of red over blue in linear sRGB is about this many mired: from D65 (154 mired) to D50 (200 mired) it is .70 stops. */
export const MIRED_PER_STOP = 65.6;

/** A density of 1 is log2(10) stops: colour compensating filters count hundredths of density (CC10 = .1). */
export const CC_PER_STOP = 100 * Math.log10(2);

/**
 * Multiplies red over blue in linear light by `ratio`, half of it on either channel: above 1 warmer, below 1 cooler.
 */
export function warm<Data extends Samples>(raster: Raster<Data>, ratio: number): Raster<Data> {
  const half = Math.sqrt(ratio);
  return applyCurves(raster, gain(half), gain(1), gain(1 / half));
}

/**
 * Multiplies green over the geometric mean of red and blue in linear light by `ratio`, the product of the three
 * channels kept: above 1 greener, below 1 more magenta.
 */
export function tint<Data extends Samples>(raster: Raster<Data>, ratio: number): Raster<Data> {
  const third = Math.cbrt(ratio);
  return applyCurves(raster, gain(1 / third), gain(third * third), gain(1 / third));
}

function gain(factor: number): Curve {
  return (encoded) => encode(decode(encoded) * factor);
}
