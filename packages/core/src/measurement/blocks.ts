/**
 * Traces of JPEG compression: the grid of 8 × 8 blocks and the steps to which their frequencies were rounded.
 */
import type { Tile } from '../picture/picture.js';
import { detailTiles, tileLuma } from './luma.js';
import { shared } from './shared.js';

/** What is left of a compression. */
export interface BlockReading {
  /** IJG quality that the picture looks like, 1 to 100: from the steps of its frequencies, or from the grid where they show none. */
  readonly quality: number;
  /** How many of ten frequencies agree on that quality: 0 where it is from the grid. */
  readonly agreeing: number;
}

/** Luma quantisation steps at quality 50 (ITU-T T.81, annex K) of the frequencies looked at, as [v, u, step]. */
const FREQUENCIES = [
  [0, 1, 11],
  [1, 0, 12],
  [1, 1, 12],
  [0, 2, 10],
  [2, 0, 14],
  [1, 2, 14],
  [2, 1, 13],
  [2, 2, 16],
  [0, 3, 16],
  [3, 0, 14],
] as const;

const BLOCK = 8;
const MOST_BLOCKS = 700;
/** Bins of coefficients, two for each unit. */
const BINS = 512;
const MOST_STEP = 160;

/** Reads the traces of the last compression; the grid may begin anywhere (cropped pictures), but is the same in all tiles. */
export const blocksOf = shared((all: readonly Tile[]): BlockReading => {
  const tiles = detailTiles(all);
  const across = new Float64Array(BLOCK);
  const down = new Float64Array(BLOCK);
  const acrossCount = new Float64Array(BLOCK);
  const downCount = new Float64Array(BLOCK);
  for (const tile of tiles) borders(tile, across, acrossCount, down, downCount);
  for (let phase = 0; phase < BLOCK; phase++) {
    across[phase]! /= Math.max(1, acrossCount[phase]!);
    down[phase]! /= Math.max(1, downCount[phase]!);
  }
  const x = strongest(across);
  const y = strongest(down);
  const phaseX = x.ratio > CLEAR_GRID ? x.phase : 0;
  const phaseY = y.ratio > CLEAR_GRID ? y.phase : 0;
  const histogram = coefficients(tiles, phaseX, phaseY);
  const scales: number[] = [];
  for (let index = 0; index < FREQUENCIES.length; index++) {
    const step = stepOf(histogram.subarray(index * BINS, (index + 1) * BINS));
    if (step !== undefined) scales.push(step / FREQUENCIES[index]![2]);
  }
  scales.sort((a, b) => a - b);
  const scale = scales[scales.length >> 1];
  const agreeing =
    scale === undefined
      ? 0
      : scales.filter((other) => Math.abs(Math.log(other / scale)) < 0.2).length;
  // Steps across block borders against steps inside blocks: 1 where no grid shows.
  const blockiness = Math.sqrt(x.over(phaseX) * y.over(phaseY));
  const told = scale !== undefined && agreeing >= FEWEST_AGREEING;
  return {
    quality: told
      ? scale > 1
        ? 50 / scale
        : 100 - 50 * scale
      : 100 * Math.exp(-GRID_FALL * Math.max(0, blockiness - 1)),
    agreeing: told ? agreeing : 0,
  };
});

/** Frequencies that have to agree before their quality is believed. */
const FEWEST_AGREEING = 3;

/** How fast quality falls with the grid: photographs at qualities of 30, 15 and 7 read 2.1, 2.6 and 3.3. */
const GRID_FALL = 1.15;

/** How much a phase has to stand out before the grid is said to begin there. */
const CLEAR_GRID = 1.08;

/** Adds the tile's steps between neighbouring samples to the sums of the phases on which they lie. */
function borders(
  tile: Tile,
  across: Float64Array,
  acrossCount: Float64Array,
  down: Float64Array,
  downCount: Float64Array,
): void {
  const { data, width, height } = tileLuma(tile);
  for (let row = 1; row < height - 2; row += 3) {
    const start = row * width;
    for (let column = 2; column < width - 1; column++) {
      const at = start + column;
      // The step less what the slopes on both sides explain.
      const step = Math.abs(
        data[at]! -
          data[at - 1]! -
          0.5 * (data[at - 1]! - data[at - 2]! + data[at + 1]! - data[at]!),
      );
      const phase = (tile.x + column) % BLOCK;
      across[phase]! += Math.min(step, MOST_BORDER);
      acrossCount[phase]!++;
    }
  }
  for (let row = 2; row < height - 1; row++) {
    const phase = (tile.y + row) % BLOCK;
    let sum = 0;
    let count = 0;
    for (let column = 1; column < width; column += 3) {
      const at = row * width + column;
      const above = data[at - width]!;
      const here = data[at]!;
      sum += Math.min(
        MOST_BORDER,
        Math.abs(here - above - 0.5 * (above - data[at - 2 * width]! + data[at + width]! - here)),
      );
      count++;
    }
    down[phase]! += sum;
    downCount[phase]! += count;
  }
}

/** Steps above this are the picture's own edges. */
const MOST_BORDER = 12;

interface Grid {
  readonly phase: number;
  readonly ratio: number;
  over(phase: number): number;
}

function strongest(steps: Float64Array): Grid {
  let phase = 0;
  let total = 0;
  for (let other = 0; other < BLOCK; other++) {
    total += steps[other]!;
    if (steps[other]! > steps[phase]!) phase = other;
  }
  const over = (of: number): number =>
    (steps[of]! + 0.05) / ((total - steps[of]!) / (BLOCK - 1) + 0.05);
  return { phase, ratio: over(phase), over };
}

const COSINES = Float64Array.from({ length: 4 * BLOCK }, (_, index) => {
  const frequency = Math.floor(index / BLOCK);
  const scale = frequency === 0 ? Math.sqrt(1 / 8) : 0.5;
  return scale * Math.cos(((2 * (index % BLOCK) + 1) * frequency * Math.PI) / 16);
});

/** Histograms of |coefficient| for each of the {@link FREQUENCIES}, half a unit a bin. */
function coefficients(tiles: readonly Tile[], phaseX: number, phaseY: number): Float64Array {
  const histogram = new Float64Array(FREQUENCIES.length * BINS);
  let all = 0;
  for (const { raster } of tiles) {
    all += Math.floor(raster.width / BLOCK) * Math.floor(raster.height / BLOCK);
  }
  const every = Math.max(1, Math.floor(all / MOST_BLOCKS));
  const rows = new Float64Array(BLOCK * 4);
  let turn = 0;
  for (const tile of tiles) {
    const { data, width, height } = tileLuma(tile);
    const left = (((phaseX - tile.x) % BLOCK) + BLOCK) % BLOCK;
    const top = (((phaseY - tile.y) % BLOCK) + BLOCK) % BLOCK;
    for (let y = top; y + BLOCK <= height; y += BLOCK) {
      for (let x = left; x + BLOCK <= width; x += BLOCK) {
        if (turn++ % every !== 0) continue;
        for (let row = 0; row < BLOCK; row++) {
          const at = (y + row) * width + x;
          for (let u = 0; u < 4; u++) {
            let sum = 0;
            for (let column = 0; column < BLOCK; column++) {
              sum += data[at + column]! * COSINES[u * BLOCK + column]!;
            }
            rows[row * 4 + u] = sum;
          }
        }
        for (let index = 0; index < FREQUENCIES.length; index++) {
          const [v, u] = FREQUENCIES[index]!;
          let sum = 0;
          for (let row = 0; row < BLOCK; row++)
            sum += rows[row * 4 + u]! * COSINES[v * BLOCK + row]!;
          const bin = Math.round(Math.abs(sum) * 2);
          if (bin < BINS) histogram[index * BINS + bin]!++;
        }
      }
    }
  }
  return histogram;
}

/** cos of 1,024 parts of a turn. */
const TURN = Float64Array.from({ length: 1024 }, (_, part) =>
  Math.cos((part / 1024) * 2 * Math.PI),
);

/** The largest step of which most coefficients are multiples, or `undefined` where none stands out. */
function stepOf(histogram: Float64Array): number | undefined {
  const bins: number[] = [];
  const held: number[] = [];
  for (let bin = 0; bin < BINS; bin++) {
    if (histogram[bin]! === 0) continue;
    bins.push(bin);
    held.push(histogram[bin]!);
  }
  const fits = new Float64Array(MOST_STEP);
  let best = 0;
  let first = 0;
  for (let step = LEAST_STEP; step < MOST_STEP; step++) {
    // Coefficients below half a step are rounded to zero and tell nothing.
    while (first < bins.length && bins[first]! <= step) first++;
    const turns = 512 / step;
    let sum = 0;
    let count = 0;
    for (let index = first; index < bins.length; index++) {
      count += held[index]!;
      sum += held[index]! * TURN[(bins[index]! * turns + 0.5) & 1023]!;
    }
    if (count < FEWEST_COEFFICIENTS) break;
    const fit = sum / (count + 8);
    fits[step] = fit;
    if (fit > best) best = fit;
  }
  if (best < CLEAR_STEP) return undefined;
  for (let step = MOST_STEP - 1; step >= LEAST_STEP; step--) {
    if (fits[step]! > best * 0.85) return step;
  }
  return undefined;
}

/** Steps below this are lost in the rounding of samples. */
const LEAST_STEP = 3;
const FEWEST_COEFFICIENTS = 12;
const CLEAR_STEP = 0.35;
