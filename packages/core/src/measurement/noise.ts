/**
 * Noise where the picture has nothing else to show: in its flattest blocks, at full size.
 */
import type { Tile } from '../picture/picture.js';
import { detailTiles } from './luma.js';
import { shared } from './shared.js';

export interface NoiseReading {
  /** Standard deviation of the noise in the green channel, of 255. */
  readonly sigma: number;
  /** Power at half the size against that of white noise: 1 white, above 1 coarse, as grain is. */
  readonly coarseness: number;
  /** Power of the noise between red and green against that of independent channels: 0 grey, 1 independent. */
  readonly colour: number;
  /** Differences between neighbouring quarters of those blocks, of 255: how much of the picture may pass for noise. */
  readonly structure: number;
  /** Blocks that could be judged. */
  readonly blocks: number;
}

const BLOCK = 8;
/** Share of the blocks that count as flat. */
const FLAT_SHARE = 0.12;
const FEWEST = 24;
/** Quantile of the flat blocks' power (texture only ever adds to it), and what makes it the mean for white noise. */
const QUANTILE = 0.3;
const QUANTILE_BIAS = 1.34;
/** The same for the mean of the lower blocks at half the size. */
const HALF_SIZE_BIAS = 2.1;

/**
 * Noise of a picture from its tiles. Blocks are chosen by their low frequencies (differences between 4 × 4 quarters) and judged
 * by their high ones (second differences along both sides, after Immerkær 1996), which in white noise know nothing of each
 * other: choosing flat blocks does not make the noise look smaller. Blocks lie on JPEG's own grid, so that its borders count
 * for nothing; clipped blocks hide their noise and are left out.
 */
export const noiseOf = shared((all: readonly Tile[]): NoiseReading => {
  const tiles = detailTiles(all);
  let most = 0;
  for (const { raster } of tiles) {
    most += Math.floor(raster.width / BLOCK) * Math.floor(raster.height / BLOCK);
  }
  const structures = new Float32Array(most);
  const places = new Int32Array(most * 2);
  let blocks = 0;
  for (let index = 0; index < tiles.length; index++) {
    const { x: left, y: top, raster } = tiles[index]!;
    const { data, width, height } = raster;
    for (let y = (BLOCK - (top % BLOCK)) % BLOCK; y + BLOCK <= height; y += BLOCK) {
      for (let x = (BLOCK - (left % BLOCK)) % BLOCK; x + BLOCK <= width; x += BLOCK) {
        const at = (y * width + x) * 3 + 1;
        const structure = lowPower(data, at, width * 3);
        if (structure < 0) continue;
        structures[blocks] = structure;
        places[blocks * 2] = index;
        places[blocks * 2 + 1] = at;
        blocks++;
      }
    }
  }
  if (blocks === 0) return { sigma: 0, coarseness: 1, colour: 1, structure: 0, blocks };
  const wanted = Math.min(blocks, Math.max(FEWEST, Math.ceil(blocks * FLAT_SHARE)));
  const limit = structures.slice(0, blocks).sort()[wanted - 1]!;
  const fine = new Float32Array(wanted);
  const coarse = new Float32Array(wanted);
  const between = new Float32Array(wanted);
  let flat = 0;
  let structure = 0;
  for (let block = 0; block < blocks && flat < wanted; block++) {
    if (structures[block]! > limit) continue;
    const { data, width } = tiles[places[block * 2]!]!.raster;
    const at = places[block * 2 + 1]!;
    fine[flat] = highPower(data, at, width * 3);
    between[flat] = highPowerBetween(data, at, width * 3);
    coarse[flat] = halfSizePower(data, at, width * 3);
    structure += structures[block]!;
    flat++;
  }
  const power = quantile(fine, flat) * QUANTILE_BIAS;
  const colourPower = quantile(between, flat) * QUANTILE_BIAS;
  const halfPower = meanOfLower(coarse, flat) * HALF_SIZE_BIAS;
  return {
    sigma: Math.sqrt(power),
    coarseness: (halfPower + LEAST_POWER) / (power + LEAST_POWER),
    colour: (colourPower / 2 + LEAST_POWER) / (power + LEAST_POWER),
    structure: Math.sqrt(structure / flat),
    blocks,
  };
});

/** Power of rounding: below it neither coarseness nor colour can be told. */
const LEAST_POWER = 0.25;

/** Variance between the means of a block's quarters, in samples squared, or −1 where a tenth of the block is clipped. */
function lowPower(data: Uint8Array, start: number, stride: number): number {
  let clipped = 0;
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let row = 0, at = start; row < BLOCK; row++, at += stride) {
    let left = 0;
    let right = 0;
    for (let column = 0; column < 12; column += 3) {
      const near = data[at + column]!;
      const far = data[at + column + 12]!;
      left += near;
      right += far;
      if (near < 2 || near > 253) clipped++;
      if (far < 2 || far > 253) clipped++;
    }
    if (row < 4) {
      a += left;
      b += right;
    } else {
      c += left;
      d += right;
    }
  }
  if (clipped > 6) return -1;
  const sum = a + b + c + d;
  return Math.max(0, (a * a + b * b + c * c + d * d - (sum * sum) / 4) / (3 * 256));
}

/** Variance of white noise with the power of the block's highest frequencies. */
function highPower(data: Uint8Array, start: number, stride: number): number {
  let power = 0;
  for (let row = 1, at = start + stride; row < BLOCK - 1; row++, at += stride) {
    for (let column = 3; column < 21; column += 3) {
      const i = at + column;
      const u = i - stride;
      const v = i + stride;
      const residual =
        4 * data[i]! -
        2 * (data[i - 3]! + data[i + 3]! + data[u]! + data[v]!) +
        data[u - 3]! +
        data[u + 3]! +
        data[v - 3]! +
        data[v + 3]!;
      power += residual * residual;
    }
  }
  return power / (36 * 36);
}

/** {@link highPower} of red less green, `start` being green. */
function highPowerBetween(data: Uint8Array, start: number, stride: number): number {
  const difference = (at: number): number => data[at - 1]! - data[at]!;
  let power = 0;
  for (let row = 1, at = start + stride; row < BLOCK - 1; row++, at += stride) {
    for (let column = 3; column < 21; column += 3) {
      const i = at + column;
      const u = i - stride;
      const v = i + stride;
      const residual =
        4 * difference(i) -
        2 * (difference(i - 3) + difference(i + 3) + difference(u) + difference(v)) +
        difference(u - 3) +
        difference(u + 3) +
        difference(v - 3) +
        difference(v + 3);
      power += residual * residual;
    }
  }
  return power / (36 * 36);
}

/** The same at half the size, times 4: equal to {@link highPower} where the noise is white. */
function halfSizePower(data: Uint8Array, start: number, stride: number): number {
  const mean = (row: number, column: number): number => {
    const at = start + row * 2 * stride + column * 6;
    return data[at]! + data[at + 3]! + data[at + stride]! + data[at + stride + 3]!;
  };
  let power = 0;
  for (let row = 1; row < 3; row++) {
    for (let column = 1; column < 3; column++) {
      const value =
        4 * mean(row, column) -
        2 *
          (mean(row - 1, column) +
            mean(row + 1, column) +
            mean(row, column - 1) +
            mean(row, column + 1)) +
        mean(row - 1, column - 1) +
        mean(row - 1, column + 1) +
        mean(row + 1, column - 1) +
        mean(row + 1, column + 1);
      power += value * value;
    }
  }
  // 4 residuals, 36 from the operator, 16 from sums in place of means; white noise has a quarter of its power left.
  return (power / (4 * 36 * 16)) * 4;
}

/** Sorts and takes the {@link QUANTILE}. */
function quantile(values: Float32Array, count: number): number {
  return values.subarray(0, count).sort()[Math.floor(count * QUANTILE)]!;
}

/** Mean of the lower blocks: texture only ever adds. */
function meanOfLower(values: Float32Array, count: number): number {
  values.subarray(0, count).sort();
  let sum = 0;
  const until = Math.max(1, Math.floor(count * 0.6));
  for (let i = 0; i < until; i++) sum += values[i]!;
  return sum / until;
}
