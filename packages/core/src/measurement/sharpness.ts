/**
 * How wide edges are spread: the blur of a picture from its gradients at several scales.
 */
import type { Picture, Tile } from '../picture/picture.js';
import { analysisRaster } from './analysis.js';
import { gradientField, gradientPower, SCALES, SECTORS, type GradientField } from './gradient.js';
import { analysisLuma, detailTiles, tileLuma } from './luma.js';
import { noiseOf } from './noise.js';
import { shared } from './shared.js';

/** Side of the cells of {@link sharpnessMap}, in pixels of the analysis raster. */
const CELL = 32;

/** Variance of the rounding of luma samples, which shows as noise where a picture is very smooth. */
const ROUNDING = 0.06;

/** Spreads for which the ratios are tabulated, in pixels: from where sampling hides any difference to where a cell ends. */
const LEAST = 0.3;
const MOST = 16;
const STEPS = 48;

/** Below the first of these spreads the fine ratios decide alone, above the second the coarse ones: each where it changes most. */
const FINE_UNTIL = 1.5;
const COARSE_FROM = 5;

/** Weights of the ratios between neighbouring scales, the finest first. */
type Weights = readonly [number, number, number];
const FINE: Weights = [1, 0.5, 0.25];
const COARSE: Weights = [0.1, 0.4, 1];

/**
 * How fast gradient power falls with the variance of the blur: by its square root for lone edges, in proportion for texture
 * whose spectrum is that of natural pictures (1/f², Field 1987). Photographs lie between.
 */
const FALL = 0.65;

/** log2 of the power, seen through a Gaussian of `sigma`, in differences between boxes of n pixels, whose own variance is n²/6. */
function edgePower(sigma: number, scale: number): number {
  const n = 2 ** scale;
  return Math.log2((n * n) / (sigma * sigma + (n * n) / 6) ** FALL);
}

function tabulated(weights: Weights): Float64Array {
  return Float64Array.from({ length: STEPS }, (_, step) => {
    const sigma = spreadAt(step);
    return weighted(
      Float64Array.from({ length: SCALES }, (_, scale) => edgePower(sigma, scale)),
      weights,
    );
  });
}

function spreadAt(step: number): number {
  return LEAST * (MOST / LEAST) ** (step / (STEPS - 1));
}

function weighted(logs: Float64Array, weights: Weights): number {
  return (
    weights[0] * (logs[0]! - logs[1]!) +
    weights[1] * (logs[1]! - logs[2]!) +
    weights[2] * (logs[2]! - logs[3]!)
  );
}

const FINE_TABLE = tabulated(FINE);
const COARSE_TABLE = tabulated(COARSE);

function lookedUp(sum: number, table: Float64Array): number {
  let low = 0;
  let high = STEPS - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (table[middle]! > sum) low = middle;
    else high = middle;
  }
  // Beyond either end it goes on, ever slower: still sharper or softer, but never out of sight.
  const part = (table[low]! - sum) / (table[low]! - table[high]!);
  const bounded =
    part < 0 ? 20 * (Math.exp(part / 80) - 1) : part > 1 ? 2 - Math.exp(-0.1 * (part - 1)) : part;
  return spreadAt(low + bounded);
}

/**
 * The spread (standard deviation of the Gaussian blur, in pixels of the plane) of edges with this gradient power.
 * Texture finer than an edge can be reads as a spread below what sampling can show.
 *
 * @param power at each of the {@link SCALES}
 * @param noise variance of the noise in the plane
 */
export function spreadOf(power: ArrayLike<number>, noise: number): number {
  const logs = new Float64Array(SCALES);
  for (let scale = 0; scale < SCALES; scale++) {
    const own = 2 * (ROUNDING + noise) * 0.25 ** scale;
    logs[scale] = Math.log2(Math.max(power[scale]! - own, 0.15 * power[scale]!) + 1e-3);
  }
  const fine = lookedUp(weighted(logs, FINE), FINE_TABLE);
  const coarse = lookedUp(weighted(logs, COARSE), COARSE_TABLE);
  const part = Math.log(coarse / FINE_UNTIL) / Math.log(COARSE_FROM / FINE_UNTIL);
  const share = part <= 0 ? 0 : part >= 1 ? 1 : part * part * (3 - 2 * part);
  return fine ** (1 - share) * coarse ** share;
}

export interface SharpnessMap {
  readonly columns: number;
  readonly rows: number;
  /** Spread of the edges around each cell, in per cent of the long side. */
  readonly spread: Float64Array;
  /** Contrast in each cell at the coarsest scale, of 255 (root mean square over 8 pixels): how much its spread may count. */
  readonly contrast: Float64Array;
}

/** Contrast below which a cell has no edges that could be sharp. */
export const LEAST_CONTRAST = 6;

/** Luma has .45 of the noise power of independent channels; half of that, lest noise make sharp pictures look soft. */
const LUMA_POWER = 0.22;

/** Gradients of the analysis raster. */
export const gradients = shared((picture: Picture): GradientField =>
  gradientField(analysisLuma(picture), CELL),
);

/** Variance of the picture's noise as the analysis raster shows it. */
export const analysisNoise = shared((picture: Picture): number => {
  const sigma = 'notMeasured' in picture.tiles ? 0 : noiseOf(picture.tiles).sigma;
  const factor = Math.max(1, picture.width / analysisRaster(picture).width);
  return (LUMA_POWER * sigma * sigma) / (factor * factor);
});

/** The picture's spread from cell to cell; each is read together with its neighbours, so that only coherent regions are sharp. */
export const sharpnessMap = shared((picture: Picture): SharpnessMap => {
  const { columns, rows, energy, count } = gradients(picture);
  const { width, height } = analysisRaster(picture);
  const noise = analysisNoise(picture);
  const cells = rows * columns;
  const power = new Float64Array(SCALES * cells);
  for (let i = 0; i < power.length; i++) {
    let sum = 0;
    for (let sector = 0; sector < SECTORS; sector++) sum += energy[i * SECTORS + sector]!;
    power[i] = sum;
  }
  const spread = new Float64Array(cells);
  const contrast = new Float64Array(cells);
  const around = new Float64Array(SCALES);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const cell = row * columns + column;
      for (let scale = 0; scale < SCALES; scale++) {
        let sum = 0;
        let n = 0;
        for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
          for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
            sum += power[scale * cells + y * columns + x]!;
            n += count[scale * cells + y * columns + x]!;
          }
        }
        around[scale] = n === 0 ? 0 : sum / n;
      }
      spread[cell] = (spreadOf(around, noise) / Math.max(width, height)) * 100;
      const coarsest = (SCALES - 1) * cells + cell;
      contrast[cell] = Math.sqrt(power[coarsest]! / Math.max(1, count[coarsest]!));
    }
  }
  return { columns, rows, spread, contrast };
});

export interface TileSharpness {
  /** Spread of the edges of each tile, in full-size pixels. */
  readonly spread: Float64Array;
  /** Mean squared gradients of each tile at each scale. */
  readonly power: readonly Float64Array[];
  /** Contrast of each tile, as in {@link SharpnessMap}. */
  readonly contrast: Float64Array;
}

/** The spread of edges at full size. */
export const tileSharpness = shared((all: readonly Tile[]): TileSharpness => {
  const tiles = detailTiles(all);
  const noise = LUMA_POWER * noiseOf(all).sigma ** 2;
  const power = tiles.map((tile) => gradientPower(tileLuma(tile)));
  return {
    power,
    spread: Float64Array.from(power, (of) => spreadOf(of, noise)),
    contrast: Float64Array.from(power, (of) => Math.sqrt(of[SCALES - 1]!)),
  };
});

/** The value below which `share` of the weight lies; `undefined` where nothing weighs. */
export function weightedQuantile(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  share: number,
): number | undefined {
  const order = Array.from(values, (_, index) => index).sort((a, b) => values[a]! - values[b]!);
  let total = 0;
  for (const index of order) total += weights[index]!;
  if (total <= 0) return undefined;
  let passed = 0;
  let before: { at: number; value: number } | undefined;
  for (const index of order) {
    const weight = weights[index]!;
    if (weight <= 0) continue;
    const at = (passed + weight / 2) / total;
    const value = values[index]!;
    if (at >= share) {
      if (before === undefined) return value;
      return before.value + ((value - before.value) * (share - before.at)) / (at - before.at);
    }
    passed += weight;
    before = { at, value };
  }
  return before?.value;
}
