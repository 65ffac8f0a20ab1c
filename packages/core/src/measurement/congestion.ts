/** Feature congestion: how little room is left for one more thing to stand out. */
import type { Picture } from '../picture/picture.js';
import { halved, type Plane } from './luma.js';
import { pageLab } from './page.js';
import { shared } from './shared.js';

/** Congestion by place, on a grid of cells of {@link CELL} pixels of the page. */
export interface Congestion {
  /** Mean over the page. */
  readonly mean: number;
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}

const SCALES = 3;
/** Side of a cell in pixels of its scale. Weighed with its neighbours by 1, 4, 6, 4, 1 it makes a window of a deviation of 4 pixels. */
const CELL = 4;
const WINDOW = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16] as const;
/** What an eye does not tell apart, in units of CIELAB: no colours vary less. */
const UNSEEN = 1;
/** Gradient, in units of lightness a pixel, below which a direction hardly counts. */
const WEAK = 2;
/** Mean variability of colour, contrast and orientation over the 100 pages of Calista: what each counts one third for. */
const USUAL = { colour: 4, contrast: 1.72, orientation: 0.335 } as const;

/** Sums over a cell: of lightness, a, b and their products; of contrast and its square; of two parts of direction and their products; pixels. */
const SUMS = 17;

/**
 * Rosenholtz, Li and Nakano 2007: the local variability of colour (volume of the covariance in CIELAB), of contrast (deviation of a difference of
 * Gaussians) and of orientation (covariance of opponent energies), each the highest of three scales.
 */
export const congestion = shared((picture: Picture): Congestion => {
  let { lightness, a, b } = pageLab(picture);
  const columns = Math.ceil(lightness.width / CELL);
  const rows = Math.ceil(lightness.height / CELL);
  const most = [0, 1, 2].map(() => new Float32Array(columns * rows));
  for (let scale = 0; scale < SCALES; scale++) {
    if (scale > 0) [lightness, a, b] = [halved(lightness), halved(a), halved(b)];
    if (Math.min(lightness.width, lightness.height) < 2) break;
    const level = variability(lightness, a, b);
    for (let row = 0; row < rows; row++) {
      const from = Math.min(level.rows - 1, row >> scale) * level.columns;
      for (let column = 0; column < columns; column++) {
        const cell = row * columns + column;
        const source = from + Math.min(level.columns - 1, column >> scale);
        most.forEach((values, feature) => {
          values[cell] = Math.max(values[cell]!, level.features[feature]![source]!);
        });
      }
    }
  }
  const [colour, contrast, orientation] = most as [Float32Array, Float32Array, Float32Array];
  const values = colour.map(
    (value, cell) =>
      (value / USUAL.colour +
        contrast[cell]! / USUAL.contrast +
        orientation[cell]! / USUAL.orientation) /
      3,
  );
  let sum = 0;
  for (const value of values) sum += value;
  return { mean: sum / values.length, columns, rows, values };
});

function variability(lightness: Plane, a: Plane, b: Plane) {
  const { width, height, data } = lightness;
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const sums = new Float64Array(columns * rows * SUMS);
  const near = smoothed(lightness);
  const wide = smoothed(near);
  for (let cell = 0; cell < columns * rows; cell++) {
    const left = (cell % columns) * CELL;
    const top = Math.floor(cell / columns) * CELL;
    const right = Math.min(width, left + CELL);
    const bottom = Math.min(height, top + CELL);
    let [l1, a1, b1, ll, aa, bb, la, lb, ab] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    let [c1, cc, u1, s1, uu, ss, us] = [0, 0, 0, 0, 0, 0, 0];
    for (let row = top; row < bottom; row++) {
      const above = row === 0 ? 0 : width;
      const below = row === height - 1 ? 0 : width;
      for (let column = left; column < right; column++) {
        const at = row * width + column;
        const l = data[at]!;
        const red = a.data[at]!;
        const yellow = b.data[at]!;
        l1 += l;
        a1 += red;
        b1 += yellow;
        ll += l * l;
        aa += red * red;
        bb += yellow * yellow;
        la += l * red;
        lb += l * yellow;
        ab += red * yellow;
        const contrast = near.data[at]! - wide.data[at]!;
        c1 += contrast;
        cc += contrast * contrast;
        const x = data[column === width - 1 ? at : at + 1]! - data[column === 0 ? at : at - 1]!;
        const y = data[at + below]! - data[at - above]!;
        const energy = x * x + y * y + 4 * WEAK * WEAK;
        const upright = (x * x - y * y) / energy;
        const slanting = (2 * x * y) / energy;
        u1 += upright;
        s1 += slanting;
        uu += upright * upright;
        ss += slanting * slanting;
        us += upright * slanting;
      }
    }
    const count = (right - left) * (bottom - top);
    sums.set([l1, a1, b1, ll, aa, bb, la, lb, ab, c1, cc, u1, s1, uu, ss, us, count], cell * SUMS);
  }
  const windows = windowed(sums, columns, rows);
  const features = [0, 1, 2].map(() => new Float32Array(columns * rows));
  for (let cell = 0; cell < columns * rows; cell++) {
    const m = windows.subarray(cell * SUMS, (cell + 1) * SUMS);
    const n = m[16]!;
    const both = (product: number, first: number, second: number): number =>
      m[product]! / n - (m[first]! / n) * (m[second]! / n);
    const ll = both(3, 0, 0) + UNSEEN ** 2;
    const aa = both(4, 1, 1) + UNSEEN ** 2;
    const bb = both(5, 2, 2) + UNSEEN ** 2;
    const la = both(6, 0, 1);
    const lb = both(7, 0, 2);
    const ab = both(8, 1, 2);
    const volume = ll * (aa * bb - ab * ab) - la * (la * bb - ab * lb) + lb * (la * ab - aa * lb);
    features[0]![cell] = Math.max(0, Math.max(0, volume) ** (1 / 6) - UNSEEN);
    features[1]![cell] = Math.sqrt(Math.max(0, both(10, 9, 9)));
    const area = both(13, 11, 11) * both(14, 12, 12) - both(15, 11, 12) ** 2;
    features[2]![cell] = Math.max(0, area) ** (1 / 4);
  }
  return { columns, rows, features };
}

/** Each pixel with its neighbours, by 1, 2, 1 both ways. */
function smoothed({ data, width, height }: Plane): Plane {
  const across = new Float32Array(data.length);
  const result = new Float32Array(data.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const at = row * width + column;
      const left = data[column === 0 ? at : at - 1]!;
      const right = data[column === width - 1 ? at : at + 1]!;
      across[at] = (left + 2 * data[at]! + right) / 4;
    }
  }
  for (let row = 0; row < height; row++) {
    const above = (row === 0 ? 0 : -1) * width;
    const below = (row === height - 1 ? 0 : 1) * width;
    for (let at = row * width, end = at + width; at < end; at++) {
      result[at] = (across[at + above]! + 2 * across[at]! + across[at + below]!) / 4;
    }
  }
  return { data: result, width, height };
}

/** Sums of cells weighed with those around them; beyond the page nothing counts. */
function windowed(sums: Float64Array, columns: number, rows: number): Float64Array {
  const across = new Float64Array(sums.length);
  const result = new Float64Array(sums.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const to = (row * columns + column) * SUMS;
      for (let step = -2; step <= 2; step++) {
        if (column + step < 0 || column + step >= columns) continue;
        const from = to + step * SUMS;
        const weight = WINDOW[step + 2]!;
        for (let sum = 0; sum < SUMS; sum++) across[to + sum]! += weight * sums[from + sum]!;
      }
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let step = -2; step <= 2; step++) {
      if (row + step < 0 || row + step >= rows) continue;
      const to = row * columns * SUMS;
      const from = to + step * columns * SUMS;
      const weight = WINDOW[step + 2]!;
      for (let at = 0; at < columns * SUMS; at++) result[to + at]! += weight * across[from + at]!;
    }
  }
  return result;
}
