import type { FeatureMap, MultiScaleFeatures } from '../encoder/encoder.js';
import { shared } from './shared.js';

/** Where in the frame the encoder finds something to answer to. */
export interface Lean {
  /** Centre of what stands out from the frame's surroundings, from the middle of the picture, −.5 to .5. */
  readonly x: number;
  readonly y: number;
  /** Mean strength of texture and parts along the frame less that in the middle half, each of 0 to 1. */
  readonly rim: number;
}

/** Range of a map below which it says nothing. */
const FLAT = 1e-6;

/**
 * How what stands out leans in the frame, read from the encoder's maps without deciding where the subject ends: the mask of
 * the subject may jump from one thing to another when the frame moves, these sums follow it. `undefined` where a map is flat.
 *
 * The centre is that of the coarsest map's distances from the mean of the cells along the frame (the boundary prior of Wei
 * et al. 2012, "Geodesic Saliency Using Background Priors"); texture and parts are the norm of the features of stride 16.
 */
export const lean = shared((features: MultiScaleFeatures): Lean | undefined => {
  const coarse = features.stride32;
  const away = unit(distances(coarse));
  const parts = unit(norms(features.stride16));
  if (away === undefined || parts === undefined) return undefined;
  return { ...centre(away, coarse), rim: rim(parts, features.stride16) };
});

function onFrame(cell: number, { width, height }: FeatureMap): boolean {
  const row = Math.floor(cell / width);
  const column = cell % width;
  return row === 0 || row === height - 1 || column === 0 || column === width - 1;
}

/** Of each cell's features from the mean of those along the frame. */
function distances(map: FeatureMap): Float32Array {
  const { data, channels, width, height } = map;
  const cells = width * height;
  const frame: number[] = [];
  for (let cell = 0; cell < cells; cell++) if (onFrame(cell, map)) frame.push(cell);
  const squares = new Float32Array(cells);
  for (let start = 0; start < channels * cells; start += cells) {
    let mean = 0;
    for (const cell of frame) mean += data[start + cell]!;
    mean /= frame.length;
    for (let cell = 0; cell < cells; cell++) squares[cell]! += (data[start + cell]! - mean) ** 2;
  }
  return squares.map(Math.sqrt);
}

function norms({ data, channels, width, height }: FeatureMap): Float32Array {
  const cells = width * height;
  const squares = new Float32Array(cells);
  for (let start = 0; start < channels * cells; start += cells) {
    for (let cell = 0; cell < cells; cell++) squares[cell]! += data[start + cell]! ** 2;
  }
  return squares.map(Math.sqrt);
}

/** Maps the 5th percentile to 0 and the 95th to 1, and cuts off what lies beyond. */
function unit(values: Float32Array): Float32Array | undefined {
  const sorted = Float32Array.from(values).sort();
  const low = sorted[Math.floor((sorted.length - 1) * 0.05)]!;
  const range = sorted[Math.floor((sorted.length - 1) * 0.95)]! - low;
  if (!(range > FLAT)) return undefined;
  return values.map((value) => Math.min(1, Math.max(0, (value - low) / range)));
}

function centre(values: Float32Array, { width, height }: FeatureMap): { x: number; y: number } {
  let x = 0;
  let y = 0;
  let mass = 0;
  values.forEach((value, cell) => {
    x += value * ((cell % width) + 0.5);
    y += value * (Math.floor(cell / width) + 0.5);
    mass += value;
  });
  return { x: x / mass / width - 0.5, y: y / mass / height - 0.5 };
}

function rim(values: Float32Array, map: FeatureMap): number {
  const { width, height } = map;
  const left = Math.floor(width / 4);
  const top = Math.floor(height / 4);
  let along = 0;
  let frame = 0;
  let inside = 0;
  let middle = 0;
  values.forEach((value, cell) => {
    if (onFrame(cell, map)) {
      along += value;
      frame++;
    }
    const column = cell % width;
    const row = Math.floor(cell / width);
    if (column >= left && column < width - left && row >= top && row < height - top) {
      inside += value;
      middle++;
    }
  });
  return along / frame - inside / middle;
}

/** A distance that counts ever less the larger it is, 0 to 1: the maps tell that something leans better than by how much. */
export function leaning(distance: number): number {
  return 1 - Math.exp(-distance / 0.08);
}
