/** Edits of detail: each gives a new raster and leaves the old one alone. */
import sharp from 'sharp';
import type { Raster, Samples } from '../picture.js';
import { sample } from './light.js';
import { openRaster, readRaster, roomFor, whiteOf } from './samples.js';

/**
 * Blurs as a lens out of focus does, on encoded samples.
 *
 * @param sigma standard deviation of the Gaussian in pixels; nothing below .3, the least that shows
 */
export async function gaussianBlur<Data extends Samples>(
  raster: Raster<Data>,
  sigma: number,
): Promise<Raster<Data>> {
  if (sigma < 0.3) {
    const data = roomFor(raster.data);
    data.set(raster.data);
    return { ...raster, data };
  }
  return readRaster(
    openRaster(raster).blur({
      sigma: Math.min(sigma, 1000),
      minAmplitude: 0.01,
      precision: 'float',
    }),
    raster.data,
  );
}

/** Taps beside each other that a straight kernel is applied with; longer motion is halved first. */
const MOST_TAPS = 24;

/**
 * Blurs as a camera does that moves while the shutter is open: each sample becomes the mean along a line.
 *
 * @param length of the line in pixels
 * @param degrees of the line from the horizontal; positive: its right end is lower
 */
export function motionBlur(raster: Raster, length: number, degrees: number): Raster {
  const angle = (degrees * Math.PI) / 180;
  const x = Math.cos(angle);
  const y = Math.sin(angle);
  let current = Float32Array.from(raster.data);
  let rest = length;
  // The mean along a line is the mean of its two halves, moved apart by half its length.
  while (rest > MOST_TAPS) {
    const half = rest / 2;
    current = convolved(current, raster, [
      { x: Math.round((-half / 2) * x), y: Math.round((-half / 2) * y), weight: 0.5 },
      { x: Math.round((half / 2) * x), y: Math.round((half / 2) * y), weight: 0.5 },
    ]);
    rest = half;
  }
  current = convolved(current, raster, line(rest, x, y));
  const data = new Uint8Array(current.length);
  for (let at = 0; at < data.length; at++) data[at] = sample(current[at]!);
  return { data, width: raster.width, height: raster.height };
}

interface Tap {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/** A line through the origin as weights of whole pixels: each of its points is shared between the four pixels around it. */
function line(length: number, x: number, y: number): Tap[] {
  const taps = new Map<string, { x: number; y: number; weight: number }>();
  const points = Math.max(1, Math.ceil(length * 4));
  for (let point = 0; point < points; point++) {
    const along = ((point + 0.5) / points - 0.5) * length;
    const column = Math.floor(along * x);
    const row = Math.floor(along * y);
    const right = along * x - column;
    const below = along * y - row;
    for (const [dx, dy, share] of [
      [0, 0, (1 - right) * (1 - below)],
      [1, 0, right * (1 - below)],
      [0, 1, (1 - right) * below],
      [1, 1, right * below],
    ] as const) {
      const key = `${column + dx} ${row + dy}`;
      const tap = taps.get(key) ?? { x: column + dx, y: row + dy, weight: 0 };
      tap.weight += share / points;
      taps.set(key, tap);
    }
  }
  return [...taps.values()].filter(({ weight }) => weight > 1e-6);
}

/** Sum of the moved and weighted samples; the border goes on outside. */
function convolved(
  data: Float32Array,
  { width, height }: Raster,
  taps: readonly Tap[],
): Float32Array<ArrayBuffer> {
  const result = new Float32Array(data.length);
  for (const { x, y, weight } of taps) {
    for (let row = 0; row < height; row++) {
      const from = Math.min(height - 1, Math.max(0, row + y)) * width;
      const to = row * width;
      for (let column = 0; column < width; column++) {
        const moved = column + x;
        const source = (from + (moved < 0 ? 0 : moved >= width ? width - 1 : moved)) * 3;
        const target = (to + column) * 3;
        result[target]! += weight * data[source]!;
        result[target + 1]! += weight * data[source + 1]!;
        result[target + 2]! += weight * data[source + 2]!;
      }
    }
  }
  return result;
}

/**
 * Adds Gaussian noise to every sample, independent between pixels and channels.
 *
 * @param sigma standard deviation, of 255
 * @param random numbers in [0, 1); the same numbers give the same noise
 */
export function addNoise(raster: Raster, sigma: number, random: () => number): Raster {
  const data = new Uint8Array(raster.data.length);
  for (let at = 0; at < data.length; at += 2) {
    // Box and Muller 1958: two normal deviates from two uniform ones.
    const radius = sigma * Math.sqrt(-2 * Math.log(1 - random()));
    const turn = 2 * Math.PI * random();
    data[at] = sample(raster.data[at]! + radius * Math.cos(turn));
    if (at + 1 < data.length) data[at + 1] = sample(raster.data[at + 1]! + radius * Math.sin(turn));
  }
  return { data, width: raster.width, height: raster.height };
}

/** Compresses as JPEG with IJG `quality` (1 to 100, chroma at half the size) and decodes again. */
export async function compress(raster: Raster, quality: number): Promise<Raster> {
  const bytes = await openRaster(raster)
    .jpeg({ quality: Math.round(Math.min(100, Math.max(1, quality))), chromaSubsampling: '4:2:0' })
    .toBuffer();
  return readRaster(sharp(bytes), raster.data);
}

/**
 * Unsharp masking: adds `amount` times the difference to a blurred copy.
 *
 * @param amount 0 changes nothing; negative softens
 * @param radius standard deviation of the blurred copy in pixels
 */
export async function unsharpMask<Data extends Samples>(
  raster: Raster<Data>,
  amount: number,
  radius: number,
): Promise<Raster<Data>> {
  return sharpened(raster, await gaussianBlur(raster, radius), amount);
}

/** What {@link unsharpMask} makes of a raster, given its blurred copy. */
export function sharpened<Data extends Samples>(
  raster: Raster<Data>,
  blurred: Raster<Data>,
  amount: number,
): Raster<Data> {
  const white = whiteOf(raster.data);
  const data = roomFor(raster.data);
  for (let at = 0; at < data.length; at++) {
    const own = raster.data[at]!;
    data[at] = sample(own + amount * (own - blurred.data[at]!), white);
  }
  return { data, width: raster.width, height: raster.height };
}

/** Pixels on each side of one that {@link denoise} looks at. */
export const SMOOTHING_REACH = 2;

/**
 * Smooths noise and keeps edges: each sample moves towards the mean of those neighbours that differ from it by less than
 * the noise explains (sigma filter, Lee 1983).
 *
 * @param sigma standard deviation of the noise to remove, of 255 at any depth
 */
export function denoise<Data extends Samples>(raster: Raster<Data>, sigma: number): Raster<Data> {
  const { data, width, height } = raster;
  const white = whiteOf(data);
  const result = roomFor(data);
  const fall = (255 / white) ** 2 / (2 * (2.2 * sigma + 0.1) ** 2);
  const reach = SMOOTHING_REACH;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = (row * width + column) * 3;
      let red = 0;
      let green = 0;
      let blue = 0;
      let total = 0;
      for (let y = Math.max(0, row - reach); y <= Math.min(height - 1, row + reach); y++) {
        for (let x = Math.max(0, column - reach); x <= Math.min(width - 1, column + reach); x++) {
          const other = (y * width + x) * 3;
          const r = data[other]! - data[at]!;
          const g = data[other + 1]! - data[at + 1]!;
          const b = data[other + 2]! - data[at + 2]!;
          const weight = Math.exp((-(r * r + g * g + b * b) * fall) / 3);
          red += weight * data[other]!;
          green += weight * data[other + 1]!;
          blue += weight * data[other + 2]!;
          total += weight;
        }
      }
      result[at] = sample(red / total, white);
      result[at + 1] = sample(green / total, white);
      result[at + 2] = sample(blue / total, white);
    }
  }
  return { data: result, width, height };
}
