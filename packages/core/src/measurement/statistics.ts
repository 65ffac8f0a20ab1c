import type { Raster } from '../picture/picture.js';
import { LUMINANCE } from '../picture/operations/light.js';
import { halved, type Plane } from './luma.js';
import { histogramOf, quantiles, share } from './histogram.js';

/**
 * Statistics of the working raster that natural photographs share and edits disturb, and that no reading and no token is made of:
 * a second reader judges edits by them.
 *
 * Detail at two scales by mean-subtracted, contrast-normalised luma (Mittal, Moorthy and Bovik, "No-Reference Image Quality Assessment in
 * the Spatial Domain", 2012): size, spread and peakedness of the coefficients and what neighbours share in four directions, and the local
 * contrast that they are divided by. Light by the tones' quantiles and ends, corners against the middle. Colour by mean and spread of the
 * two opponent axes and of saturation. Direction by the fourfold anisotropy of the gradient, which a turned picture tilts.
 *
 * @returns as many numbers for every raster, each finite
 */
export function statistics(raster: Raster): number[] {
  const luma = lumaOf(raster);
  return [
    ...tones(luma),
    ...colours(raster),
    ...falloff(luma),
    ...directions(luma),
    ...detail(luma),
    ...detail(halved(luma)),
  ];
}

/** 0 to 1. */
function lumaOf({ data, width, height }: Raster): Plane {
  const plane = new Float32Array(width * height);
  for (let pixel = 0, at = 0; pixel < plane.length; pixel++, at += 3) {
    plane[pixel] =
      (LUMINANCE.red * data[at]! +
        LUMINANCE.green * data[at + 1]! +
        LUMINANCE.blue * data[at + 2]!) /
      255;
  }
  return { data: plane, width, height };
}

function tones({ data }: Plane): number[] {
  const counts = new Uint32Array(256);
  for (const value of data) counts[Math.min(255, Math.round(value * 255))]!++;
  const histogram = histogramOf(counts);
  const spread = quantiles(histogram, [0.01, 0.1, 0.5, 0.9, 0.99]).map((step) => step / 256);
  const { mean, deviation } = moments(data);
  return [mean, deviation, ...spread, share(histogram, 0, 3), share(histogram, 253, 256)];
}

/** Of red less luma, of blue less luma, and of saturation. */
function colours({ data }: Raster): number[] {
  const pixels = data.length / 3;
  const red = new Float32Array(pixels);
  const blue = new Float32Array(pixels);
  const saturation = new Float32Array(pixels);
  for (let pixel = 0, at = 0; pixel < pixels; pixel++, at += 3) {
    const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
    const y = LUMINANCE.red * r + LUMINANCE.green * g + LUMINANCE.blue * b;
    red[pixel] = (r - y) / 255;
    blue[pixel] = (b - y) / 255;
    saturation[pixel] = (Math.max(r, g, b) - Math.min(r, g, b)) / 255;
  }
  return [red, blue, saturation].flatMap((values) => {
    const { mean, deviation } = moments(values);
    return [mean, deviation];
  });
}

/** Stops by which the mean light of the corners lies above that of the middle. */
function falloff({ data, width, height }: Plane): number[] {
  let corners = 0;
  let cornered = 0;
  let middle = 0;
  let central = 0;
  for (let row = 0, at = 0; row < height; row++) {
    const down = (2 * (row + 0.5)) / height - 1;
    for (let column = 0; column < width; column++, at++) {
      const right = (2 * (column + 0.5)) / width - 1;
      const far = right * right + down * down;
      if (far > 1.3) {
        corners += data[at]!;
        cornered++;
      } else if (far < 0.4) {
        middle += data[at]!;
        central++;
      }
    }
  }
  if (cornered === 0 || central === 0) return [0];
  return [Math.log2((corners / cornered + 0.02) / (middle / central + 0.02))];
}

/** How strongly gradients keep to two directions at right angles, and how far these lean from level and upright. */
function directions({ data, width, height }: Plane): number[] {
  let energy = 0;
  let cosine = 0;
  let sine = 0;
  for (let row = 1; row < height - 1; row++) {
    for (let column = 1; column < width - 1; column++) {
      const at = row * width + column;
      const x = data[at + 1]! - data[at - 1]!;
      const y = data[at + width]! - data[at - width]!;
      const power = x * x + y * y;
      if (power === 0) continue;
      // cos 4θ and sin 4θ of the gradient, times its power.
      const even = x * x - y * y;
      const odd = 2 * x * y;
      energy += power;
      cosine += (even * even - odd * odd) / power;
      sine += (2 * even * odd) / power;
    }
  }
  if (energy === 0) return [0, 0];
  return [cosine / energy, Math.abs(sine) / energy];
}

/** Keeps flat places from dividing by nothing. */
const LEAST_CONTRAST = 1 / 255;

function detail(plane: Plane): number[] {
  const { data, width, height } = plane;
  const mean = smoothed(plane);
  const square = smoothed({ data: data.map((value) => value * value), width, height });
  const contrast = new Float32Array(data.length);
  const normalised = new Float32Array(data.length);
  for (let at = 0; at < data.length; at++) {
    contrast[at] = Math.sqrt(Math.max(0, square[at]! - mean[at]! * mean[at]!));
    normalised[at] = (data[at]! - mean[at]!) / (contrast[at]! + LEAST_CONTRAST);
  }
  let size = 0;
  let second = 0;
  let fourth = 0;
  for (const value of normalised) {
    const power = value * value;
    size += Math.abs(value);
    second += power;
    fourth += power * power;
  }
  const count = Math.max(1, data.length);
  const products = [1, width, width + 1, width - 1].map((step) => {
    let sum = 0;
    for (let at = Math.max(0, step); at < normalised.length; at++)
      sum += normalised[at]! * normalised[at - step]!;
    return sum / count;
  });
  const local = moments(contrast);
  return [
    size / count,
    second / count,
    second === 0 ? 0 : (count * fourth) / (second * second),
    ...products,
    local.mean,
    local.deviation,
  ];
}

const TAPS = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16];

/** Binomial, five samples either way; the border is repeated. */
function smoothed({ data, width, height }: Plane): Float32Array {
  const across = new Float32Array(data.length);
  const result = new Float32Array(data.length);
  const inside = (at: number, size: number): number => Math.min(size - 1, Math.max(0, at));
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let tap = -2; tap <= 2; tap++) {
        sum += TAPS[tap + 2]! * data[row * width + inside(column + tap, width)]!;
      }
      across[row * width + column] = sum;
    }
  }
  for (let row = 0; row < height; row++) {
    const rows = [-2, -1, 0, 1, 2].map((tap) => inside(row + tap, height) * width);
    for (let column = 0; column < width; column++) {
      let sum = 0;
      for (let tap = 0; tap < 5; tap++) sum += TAPS[tap]! * across[rows[tap]! + column]!;
      result[row * width + column] = sum;
    }
  }
  return result;
}

function moments(values: Float32Array): { mean: number; deviation: number } {
  if (values.length === 0) return { mean: 0, deviation: 0 };
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / values.length - mean * mean)) };
}
