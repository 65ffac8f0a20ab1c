/**
 * How much a picture changes from place to place: at several scales, in all directions.
 */
import { halved, type Plane } from './luma.js';

/** Scales looked at: differences over 1, 2, 4 and 8 pixels, between means of as many. */
export const SCALES = 4;

/** Directions of the gradient told apart: sectors of 15°, the first around 0° (a change along x), then turning towards +y. */
export const SECTORS = 12;

/** Sums of squared gradients over each cell of a plane. */
export interface GradientField {
  readonly columns: number;
  readonly rows: number;
  /** By direction, at `((scale * rows + row) * columns + column) * SECTORS + sector`; not divided by the distance. */
  readonly energy: Float64Array;
  /** How many gradients each sum holds, at `(scale * rows + row) * columns + column`. */
  readonly count: Float64Array;
}

/** Samples from which rows are skipped. */
const MANY = 100_000;

/** Where the sectors within 45° of an axis meet. Directions that rounding favours (0°, 45°, 90°) lie in the middle of theirs. */
const TAN_7 = Math.tan(Math.PI / 24);
const TAN_22 = Math.tan(Math.PI / 8);
const TAN_37 = Math.tan((5 * Math.PI) / 24);

/**
 * Sector by how far a direction lies from the nearer axis (in sectors, times 4), whether that axis is y (2) and whether the
 * direction falls to the left (1); opposite directions share one.
 */
const SECTOR = Uint8Array.from({ length: 16 }, (_, octant) => {
  const part = octant >> 2;
  const fromX = (octant & 2) === 0 ? part : 6 - part;
  return (octant & 1) === 0 ? fromX : (SECTORS - fromX) % SECTORS;
});

/** The field over square cells of `side` (a multiple of 8) pixels; what is left at the right and below joins the last cell. */
export function gradientField(plane: Plane, side: number): GradientField {
  const columns = Math.max(1, Math.floor(plane.width / side));
  const rows = Math.max(1, Math.floor(plane.height / side));
  const energy = new Float64Array(SCALES * rows * columns * SECTORS);
  const count = new Float64Array(SCALES * rows * columns);
  let level = plane;
  for (let scale = 0; scale < SCALES; scale++) {
    if (scale > 0) level = halved(level);
    const { data, width, height } = level;
    const cell = side >> scale;
    // Of a large plane's finest scale every other row tells the same.
    const stride = data.length > MANY ? 2 : 1;
    for (let cellRow = 0; cellRow < rows; cellRow++) {
      const top = cellRow * cell;
      const bottom = cellRow === rows - 1 ? height - 1 : top + cell;
      for (let cellColumn = 0; cellColumn < columns; cellColumn++) {
        const left = cellColumn * cell;
        const right = cellColumn === columns - 1 ? width - 1 : left + cell;
        const index = (scale * rows + cellRow) * columns + cellColumn;
        const base = index * SECTORS;
        for (let row = top; row < bottom; row += stride) {
          for (let at = row * width + left, end = row * width + right; at < end; at++) {
            // Differences averaged over 2 × 2 pixels lie at one place: half-way between all four.
            const falling = data[at + width + 1]! - data[at]!;
            const rising = data[at + 1]! - data[at + width]!;
            const x = falling + rising;
            const y = falling - rising;
            const across = Math.abs(x);
            const down = Math.abs(y);
            const low = Math.min(across, down);
            const high = Math.max(across, down);
            // Kept free of branches, which would be guessed wrong on every other pixel of a texture.
            const part =
              Number(low >= high * TAN_7) +
              Number(low >= high * TAN_22) +
              Number(low >= high * TAN_37);
            const octant = part * 4 + Number(across < down) * 2 + Number(x * y < 0);
            energy[base + SECTOR[octant]!]! += x * x + y * y;
          }
        }
        count[index] = Math.max(0, Math.ceil((bottom - top) / stride)) * Math.max(0, right - left);
      }
    }
  }
  for (let i = 0; i < energy.length; i++) energy[i]! /= 4;
  return { columns, rows, energy, count };
}

/** Mean squared gradient of a whole plane at each of the {@link SCALES}, in all directions together. */
export function gradientPower(plane: Plane): Float64Array {
  const power = new Float64Array(SCALES);
  let level = plane;
  for (let scale = 0; scale < SCALES; scale++) {
    if (scale > 0) level = halved(level);
    const { data, width, height } = level;
    let sum = 0;
    for (let row = 0; row < height - 1; row++) {
      for (let at = row * width, end = at + width - 1; at < end; at++) {
        const falling = data[at + width + 1]! - data[at]!;
        const rising = data[at + 1]! - data[at + width]!;
        sum += falling * falling + rising * rising;
      }
    }
    power[scale] = sum / 2 / Math.max(1, (width - 1) * (height - 1));
  }
  return power;
}
