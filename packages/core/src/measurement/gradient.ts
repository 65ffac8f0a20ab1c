/**
 * How much a picture changes from place to place: at several scales, in all directions.
 */
import { halved, type Plane } from './luma.js';

/** Scales looked at: differences over 1, 2, 4 and 8 pixels, between means of as many. */
export const SCALES = 4;

/** Directions of the gradient told apart: sectors of 15°, the first from 0° (a change along x) to 15° (turning towards +y). */
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

const TAN_15 = Math.tan(Math.PI / 12);
const TAN_30 = Math.tan(Math.PI / 6);

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
    for (let cellRow = 0; cellRow < rows; cellRow++) {
      const top = cellRow * cell;
      const bottom = cellRow === rows - 1 ? height - 1 : top + cell;
      for (let cellColumn = 0; cellColumn < columns; cellColumn++) {
        const left = cellColumn * cell;
        const right = cellColumn === columns - 1 ? width - 1 : left + cell;
        const index = (scale * rows + cellRow) * columns + cellColumn;
        const base = index * SECTORS;
        for (let row = top; row < bottom; row++) {
          for (let at = row * width + left, end = row * width + right; at < end; at++) {
            // Differences averaged over 2 × 2 pixels lie at one place: half-way between all four.
            const falling = data[at + width + 1]! - data[at]!;
            const rising = data[at + 1]! - data[at + width]!;
            const x = falling + rising;
            const y = falling - rising;
            const squared = x * x + y * y;
            if (squared === 0) continue;
            energy[base + sector(x, y)]! += squared;
          }
        }
        count[index] = Math.max(0, bottom - top) * Math.max(0, right - left);
      }
    }
  }
  for (let i = 0; i < energy.length; i++) energy[i]! /= 4;
  return { columns, rows, energy, count };
}

/** The sector of a direction; opposite directions share one. */
function sector(x: number, y: number): number {
  const across = x < 0 ? -x : x;
  const down = y < 0 ? -y : y;
  const low = across < down ? across : down;
  const high = across < down ? down : across;
  // Sixths of a right angle from the nearer axis.
  const part = low < high * TAN_15 ? 0 : low < high * TAN_30 ? 1 : 2;
  const fromX = across < down ? 5 - part : part;
  return x < 0 === y < 0 ? fromX : SECTORS - 1 - fromX;
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
