/**
 * A picture as a coarse pattern of cells: what composition is judged on.
 */
import type { Picture } from '../picture/picture.js';
import type { Subject } from '../subject/subject.js';
import { analysisRaster } from './analysis.js';
import { edgeGradient } from './lines.js';
import { shared } from './shared.js';

/** Cells, row by row; at most 64 each way. */
export interface Layout {
  readonly columns: number;
  readonly rows: number;
  /** How busy a cell is: 0 plain, ½ a clear edge, towards 1 dense detail. */
  readonly busyness: Float32Array;
  /** Direction of the edges in a cell, radians from the x axis towards y, −π/2 to π/2. */
  readonly direction: Float32Array;
  /** How well the edges of a cell agree on it, 0 to 1. */
  readonly agreement: Float32Array;
  /** Mean lightness, 0 to 1 (encoded). */
  readonly lightness: Float32Array;
  /** Distance of the mean colour from that of the whole picture, in encoded RGB, 0 to 1. */
  readonly contrast: Float32Array;
}

/** Longest side in cells. */
const CELLS = 48;
/** Edge strength (difference of samples, root mean square over the cell) at which a cell counts as half busy. */
const HALF_BUSY = 8;

/** The cells of a picture. */
export const layout = shared((picture: Picture): Layout => {
  const gradient = edgeGradient(picture);
  const long = Math.max(gradient.width, gradient.height);
  const columns = Math.max(
    1,
    Math.min(gradient.width, Math.round((CELLS * gradient.width) / long)),
  );
  const rows = Math.max(1, Math.min(gradient.height, Math.round((CELLS * gradient.height) / long)));
  const cells = columns * rows;
  const busyness = new Float32Array(cells);
  const direction = new Float32Array(cells);
  const agreement = new Float32Array(cells);
  const toColumn = Uint16Array.from({ length: gradient.width }, (_, x) =>
    Math.floor(((x + 0.5) * columns) / gradient.width),
  );
  const xx = new Float64Array(cells);
  const xy = new Float64Array(cells);
  const yy = new Float64Array(cells);
  const counts = new Uint32Array(cells);
  for (let row = 0; row < gradient.height; row++) {
    const start = Math.floor(((row + 0.5) * rows) / gradient.height) * columns;
    for (let column = 0; column < gradient.width; column++) {
      const at = row * gradient.width + column;
      const cell = start + toColumn[column]!;
      const x = gradient.x[at]!;
      const y = gradient.y[at]!;
      xx[cell]! += x * x;
      xy[cell]! += x * y;
      yy[cell]! += y * y;
      counts[cell]!++;
    }
  }
  for (let cell = 0; cell < cells; cell++) {
    const energy = xx[cell]! + yy[cell]!;
    const strength = Math.sqrt(energy / Math.max(1, counts[cell]!));
    busyness[cell] = strength / (strength + HALF_BUSY);
    const across = xx[cell]! - yy[cell]!;
    const doubled = 2 * xy[cell]!;
    agreement[cell] = energy > 0 ? Math.hypot(across, doubled) / energy : 0;
    // The edge runs at a right angle to its gradient.
    const along = Math.atan2(doubled, across) / 2;
    direction[cell] = along > 0 ? along - Math.PI / 2 : along + Math.PI / 2;
  }
  return { columns, rows, busyness, direction, agreement, ...colours(picture, columns, rows) };
});

function colours(picture: Picture, columns: number, rows: number) {
  const { data, width, height } = analysisRaster(picture);
  const cells = columns * rows;
  const sums = new Float64Array(cells * 3);
  const counts = new Uint32Array(cells);
  // Every other pixel both ways: a mean over a cell needs no more.
  const step = Math.max(width, height) > 4 * CELLS ? 2 : 1;
  for (let row = 0; row < height; row += step) {
    const start = Math.min(rows - 1, Math.floor(((row + 0.5) * rows) / height)) * columns;
    for (let column = 0; column < width; column += step) {
      const cell = start + Math.min(columns - 1, Math.floor(((column + 0.5) * columns) / width));
      const at = (row * width + column) * 3;
      sums[cell * 3]! += data[at]!;
      sums[cell * 3 + 1]! += data[at + 1]!;
      sums[cell * 3 + 2]! += data[at + 2]!;
      counts[cell]!++;
    }
  }
  const mean = [0, 0, 0];
  let all = 0;
  for (let cell = 0; cell < cells; cell++) {
    all += counts[cell]!;
    for (let channel = 0; channel < 3; channel++) mean[channel]! += sums[cell * 3 + channel]!;
  }
  const lightness = new Float32Array(cells);
  const contrast = new Float32Array(cells);
  for (let cell = 0; cell < cells; cell++) {
    const count = Math.max(1, counts[cell]!) * 255;
    const red = sums[cell * 3]! / count;
    const green = sums[cell * 3 + 1]! / count;
    const blue = sums[cell * 3 + 2]! / count;
    lightness[cell] = 0.299 * red + 0.587 * green + 0.114 * blue;
    contrast[cell] =
      Math.hypot(
        red - mean[0]! / all / 255,
        green - mean[1]! / all / 255,
        blue - mean[2]! / all / 255,
      ) / Math.sqrt(3);
  }
  return { lightness, contrast };
}

/** How much each cell of the layout belongs to the subject, 0 to 1 (the mask, looked up at the centre of the cell, bilinear). */
export function maskOn({ columns, rows }: Layout, { mask }: Subject): Float32Array {
  const values = new Float32Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    const y = Math.min(mask.rows - 1, Math.max(0, ((row + 0.5) * mask.rows) / rows - 0.5));
    const top = Math.floor(y) * mask.columns;
    const bottom = Math.min(mask.rows - 1, Math.floor(y) + 1) * mask.columns;
    const down = y - Math.floor(y);
    for (let column = 0; column < columns; column++) {
      const x = Math.min(
        mask.columns - 1,
        Math.max(0, ((column + 0.5) * mask.columns) / columns - 0.5),
      );
      const left = Math.floor(x);
      const right = Math.min(mask.columns - 1, left + 1);
      const across = x - left;
      const above = mask.values[top + left]! * (1 - across) + mask.values[top + right]! * across;
      const below =
        mask.values[bottom + left]! * (1 - across) + mask.values[bottom + right]! * across;
      values[row * columns + column] = above * (1 - down) + below * down;
    }
  }
  return values;
}

/** Centre of the subject's mask, in fractions of the picture. */
export const subjectCentre = shared(
  ({ mask }: Subject): { readonly x: number; readonly y: number } => {
    let x = 0;
    let y = 0;
    let mass = 0;
    for (let row = 0; row < mask.rows; row++) {
      for (let column = 0; column < mask.columns; column++) {
        const weight = mask.values[row * mask.columns + column]! ** 2;
        x += weight * (column + 0.5);
        y += weight * (row + 0.5);
        mass += weight;
      }
    }
    if (!(mass > 0)) return { x: 0.5, y: 0.5 };
    return { x: x / mass / mask.columns, y: y / mass / mask.rows };
  },
);

/** Share of the frame that the subject's mask covers, 0 to 1. */
export const subjectShare = shared(({ mask }: Subject): number => {
  let sum = 0;
  for (const value of mask.values) sum += value;
  return sum / mask.values.length;
});

/** Share of the picture outside the subject that is busy, 0 to 1, and each cell's part in it. */
export const surroundings = shared(
  ({ picture, subject }: { readonly picture: Picture; readonly subject: Subject }) => {
    const cells = layout(picture);
    const mask = maskOn(cells, subject);
    let busy = 0;
    let area = 0;
    const values = new Float32Array(mask.length);
    for (let cell = 0; cell < mask.length; cell++) {
      const outside = 1 - mask[cell]!;
      values[cell] = outside * cells.busyness[cell]!;
      busy += values[cell]!;
      area += outside;
    }
    return { columns: cells.columns, rows: cells.rows, busy: area > 0 ? busy / area : 0, values };
  },
);

/** How well the picture repeats itself in a mirror, −1 to 1: correlation of lightness and detail, left against right and top against bottom. */
export const mirrorSymmetry = shared(
  (picture: Picture): { readonly sides: number; readonly ends: number } => {
    const { columns, rows, lightness, busyness } = layout(picture);
    const flipped = (cell: number, ends: boolean): number => {
      const row = Math.floor(cell / columns);
      const column = cell % columns;
      return ends ? (rows - 1 - row) * columns + column : row * columns + columns - 1 - column;
    };
    const both = (ends: boolean): number =>
      0.5 * correlation(lightness, (cell) => flipped(cell, ends)) +
      0.5 * correlation(busyness, (cell) => flipped(cell, ends));
    return { sides: both(false), ends: both(true) };
  },
);

function correlation(values: Float32Array, partner: (cell: number) => number): number {
  let mean = 0;
  for (const value of values) mean += value;
  mean /= values.length;
  let own = 0;
  let common = 0;
  for (let cell = 0; cell < values.length; cell++) {
    const off = values[cell]! - mean;
    own += off * off;
    common += off * (values[partner(cell)]! - mean);
  }
  // A hundredth of the range is the least variation that counts as a pattern.
  return common / (own + 1e-4 * values.length);
}

/** How strongly a pattern returns at regular distances, 0 to 1, and at which: in fractions of the frame. */
export const repetition = shared(
  (
    picture: Picture,
  ): { readonly strength: number; readonly across: number; readonly down: number } => {
    const { columns, rows, lightness } = layout(picture);
    const fine = withoutTrend(lightness, columns, rows);
    let own = 0;
    for (const value of fine) own += value * value;
    own = own / fine.length + 4e-4;
    const farAcross = Math.floor(columns / 3);
    const farDown = Math.floor(rows / 3);
    const wide = 2 * farAcross + 1;
    const similar = new Float32Array(wide * (farDown + 1));
    for (let down = 0; down <= farDown; down++) {
      for (let across = -farAcross; across <= farAcross; across++) {
        if (down === 0 && across < 0) continue;
        let sum = 0;
        const left = Math.max(0, -across);
        const right = Math.min(columns, columns - across);
        for (let row = 0; row < rows - down; row++) {
          const here = row * columns;
          const there = (row + down) * columns + across;
          for (let column = left; column < right; column++)
            sum += fine[here + column]! * fine[there + column]!;
        }
        similar[down * wide + across + farAcross] = sum / ((right - left) * (rows - down)) / own;
      }
    }
    let best = { strength: 0, across: 0, down: 0 };
    for (let down = 0; down <= farDown; down++) {
      for (let across = down === 0 ? 2 : -farAcross; across <= farAcross; across++) {
        if (Math.hypot(across, down) < 2) continue;
        const peak = similar[down * wide + across + farAcross]!;
        // A return, not a slow change: between here and there the pattern must have been away.
        const halfway = similar[Math.round(down / 2) * wide + Math.round(across / 2) + farAcross]!;
        const strength = Math.min(peak, peak - halfway);
        if (strength > best.strength) {
          best = { strength, across: across / columns, down: down / rows };
        }
      }
    }
    return { ...best, strength: Math.min(1, best.strength) };
  },
);

/** Differences from the mean of the surrounding 9 × 9 cells. */
function withoutTrend(values: Float32Array, columns: number, rows: number): Float32Array {
  const RADIUS = 4;
  const sums = new Float64Array((columns + 1) * (rows + 1));
  for (let row = 0; row < rows; row++) {
    let line = 0;
    for (let column = 0; column < columns; column++) {
      line += values[row * columns + column]!;
      sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1]! + line;
    }
  }
  return values.map((value, cell) => {
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    const top = Math.max(0, row - RADIUS) * (columns + 1);
    const bottom = Math.min(rows, row + RADIUS + 1) * (columns + 1);
    const left = Math.max(0, column - RADIUS);
    const right = Math.min(columns, column + RADIUS + 1);
    const sum =
      sums[bottom + right]! - sums[bottom + left]! - sums[top + right]! + sums[top + left]!;
    const count = ((bottom - top) / (columns + 1)) * (right - left);
    return value - sum / count;
  });
}
