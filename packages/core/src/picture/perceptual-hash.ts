/**
 * A hash of what a picture looks like: 64 bits that hardly change where it is resized or saved anew. Copies of a picture are found by it,
 * and offered as such; it proves nothing.
 *
 * It is the signs of low frequencies: the 8 × 8 lowest coefficients of the discrete cosine transform of 32 × 32 means of luma, each set
 * against the median of them all (C. Zauner, Implementation and Benchmarking of Perceptual Image Hash Functions, 2010).
 */
import type { Raster } from './picture.js';

/** Means of luma on each side. */
const SIDE = 32;
/** Frequencies on each axis, from none (0) on. */
const FREQUENCIES = 8;
/** Differences of coefficients below this are of rounding; luma is 0 to 255. */
const GRAIN = 1e-6;

/**
 * Pictures that differ in no more bits are likely one picture. Of 1,018,878 pairs of photographs none did, and one within 10 bits. Of
 * copies, half as large, as JPEG 50 or WebP 70, a third of a stop brighter or darker, with a Display P3 profile, sharpened, or in black
 * and white, none differed in more; of those a quarter as large 0.3 % did, of those a stop brighter 2.8 %, of those cropped by 2 % at each
 * side 3.1 % (`benchmarks/results/near-duplicates.md`).
 */
export const NEAR_DUPLICATE_BITS = 8;

/** Cosines by frequency and place. */
const BASIS = Float64Array.from({ length: FREQUENCIES * SIDE }, (_, index) => {
  const frequency = Math.floor(index / SIDE);
  return Math.cos((Math.PI * frequency * (2 * (index % SIDE) + 1)) / (2 * SIDE));
});

/**
 * The perceptual hash of an upright sRGB picture, such as `Picture.working`: 64 bits in hex, 16 digits. Pictures of one colour have the
 * same, whatever the colour, but for black.
 */
export function perceptualHash(raster: Raster): string {
  const luma = lumaMeans(raster);
  const rows = transform(luma, SIDE);
  // What lies across, with frequencies as columns, is transformed down.
  const coefficients = transform(rows, FREQUENCIES).map((value) => Math.round(value / GRAIN));
  const sorted = coefficients.toSorted();
  const middle = sorted.length / 2;
  const median = (sorted[middle - 1]! + sorted[middle]!) / 2;
  let hex = '';
  for (let from = 0; from < coefficients.length; from += 4) {
    let digit = 0;
    for (let at = from; at < from + 4; at++)
      digit = digit * 2 + (coefficients[at]! > median ? 1 : 0);
    hex += digit.toString(16);
  }
  return hex;
}

/** Bits in which two perceptual hashes differ, 0 to 64; up to {@link NEAR_DUPLICATE_BITS} they are likely of one picture. */
export function perceptualDistance(a: string, b: string): number {
  return bitsApart(halvesOf(a), halvesOf(b));
}

/** Pairs of places, the lower first, of hashes that are likely of one picture. */
export function nearDuplicates(hashes: readonly string[]): [number, number][] {
  const halves = hashes.map(halvesOf);
  const pairs: [number, number][] = [];
  halves.forEach((one, at) => {
    for (let other = at + 1; other < halves.length; other++) {
      if (bitsApart(one, halves[other]!) <= NEAR_DUPLICATE_BITS) pairs.push([at, other]);
    }
  });
  return pairs;
}

type Halves = readonly [high: number, low: number];

function halvesOf(hash: string): Halves {
  return [Number.parseInt(hash.slice(0, 8), 16), Number.parseInt(hash.slice(8), 16)];
}

function bitsApart(a: Halves, b: Halves): number {
  return bitsSet(a[0] ^ b[0]) + bitsSet(a[1] ^ b[1]);
}

/** Counts the ones of 32 bits, in pairs, fours and eights at once. */
function bitsSet(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Means over a grid of cells, row by row; a picture of fewer pixels repeats them. */
function lumaMeans({ data, width, height }: Raster): Float64Array {
  const means = new Float64Array(SIDE * SIDE);
  for (let row = 0; row < SIDE; row++) {
    const [top, bottom] = spanOf(row, height);
    for (let column = 0; column < SIDE; column++) {
      const [left, right] = spanOf(column, width);
      let red = 0;
      let green = 0;
      let blue = 0;
      for (let y = top; y < bottom; y++) {
        const end = (y * width + right) * 3;
        for (let at = (y * width + left) * 3; at < end; at += 3) {
          red += data[at]!;
          green += data[at + 1]!;
          blue += data[at + 2]!;
        }
      }
      // ITU-R BT.601, on the samples as they are.
      const sum = 0.299 * red + 0.587 * green + 0.114 * blue;
      means[row * SIDE + column] = sum / ((bottom - top) * (right - left));
    }
  }
  return means;
}

/** The pixels of a cell along a side, at least one. */
function spanOf(cell: number, length: number): readonly [number, number] {
  const from = Math.floor((cell * length) / SIDE);
  return [from, Math.max(from + 1, Math.floor(((cell + 1) * length) / SIDE))];
}

/** The low frequencies of each of `lines` lines of {@link SIDE} values, transposed: frequency by frequency, each over the lines. */
function transform(values: Float64Array, lines: number): Float64Array {
  const result = new Float64Array(FREQUENCIES * lines);
  for (let frequency = 0; frequency < FREQUENCIES; frequency++) {
    for (let line = 0; line < lines; line++) {
      let sum = 0;
      for (let at = 0; at < SIDE; at++)
        sum += BASIS[frequency * SIDE + at]! * values[line * SIDE + at]!;
      result[frequency * lines + line] = sum;
    }
  }
  return result;
}
