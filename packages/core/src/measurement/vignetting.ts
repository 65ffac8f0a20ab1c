/** Light that falls off towards the corners. */
import type { Picture } from '../picture/picture.js';
import { analysisRaster, linearLuminance } from './analysis.js';
import { shared } from './shared.js';

/** Cells along the long side: large enough that a weak fall-off is more than rounding, small enough to lie inside things. */
const CELLS = 48;

/** Luminance that is added before logarithms, so that black does not count more than it can hold. */
const OFFSET = 0.001;

/** Differences of neighbouring cells beyond about this many stops are edges of things, and count little. */
const EDGE = 0.05;

/** A step between neighbouring cells: change of light in stops, and what one stop of fall-off would give. */
interface Steps {
  readonly light: number[];
  readonly fall: number[];
}

/**
 * Stops of light lost in the corners against the centre; negative where the corners are brighter.
 *
 * Radial gradient symmetry (Zheng, Yu, Kang, Lin and Kambhamettu, "Single-image vignetting correction using radial gradient
 * symmetry", CVPR 2008): along a radius, a scene brightens as often as it darkens, while a lens always darkens. The model
 * light·2^(−v·ρ²), ρ = 1 in the corner, is fitted to the log differences of neighbouring cells, robustly (Cauchy weights,
 * from a weighted median), in all directions and in each quadrant. Every part moves by exactly the stops that are
 * added to a picture; the least of the quadrants counts beside the whole, because things are dark on one side and lenses on all.
 */
export const cornerFall = shared((picture: Picture): number => {
  const { width, height } = analysisRaster(picture);
  const scale = Math.min(1, CELLS / Math.max(width, height));
  const columns = Math.max(1, Math.round(width * scale));
  const rows = Math.max(1, Math.round(height * scale));
  const light = cellLight(linearLuminance(picture), width, height, columns, rows);
  const quadrants: Steps[] = [empty(), empty(), empty(), empty()];
  const whole = empty();
  const diagonal = columns * columns + rows * rows;
  const square = (column: number, row: number): number =>
    ((2 * column + 1 - columns) ** 2 + (2 * row + 1 - rows) ** 2) / diagonal;
  const put = (quadrant: Steps, difference: number, fall: number): void => {
    if (Math.abs(fall) < 1e-6) return;
    quadrant.light.push(difference);
    quadrant.fall.push(fall);
    whole.light.push(difference);
    whole.fall.push(fall);
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const here = light[row * columns + column]!;
      const rho = square(column, row);
      const quadrant = quadrants[(2 * column >= columns ? 1 : 0) + (2 * row >= rows ? 2 : 0)]!;
      if (column + 1 < columns) {
        put(quadrant, here - light[row * columns + column + 1]!, square(column + 1, row) - rho);
      }
      if (row + 1 < rows) {
        put(quadrant, here - light[(row + 1) * columns + column]!, square(column, row + 1) - rho);
      }
    }
  }
  if (whole.light.length === 0) return 0;
  return 0.7 * fitted(whole) + 0.3 * Math.min(...quadrants.map(fitted));
});

function empty(): Steps {
  return { light: [], fall: [] };
}

/** Mean luminance of each cell in stops. */
function cellLight(
  luminance: Float32Array,
  width: number,
  height: number,
  columns: number,
  rows: number,
): Float64Array {
  const sums = new Float64Array(columns * rows);
  const sizes = new Float64Array(columns * rows);
  const columnOf = Uint16Array.from({ length: width }, (_, x) => Math.floor((x * columns) / width));
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.floor((y * rows) / height) * columns;
    for (let x = 0; x < width; x++, at++) {
      const cell = row + columnOf[x]!;
      sums[cell]! += luminance[at]!;
      sizes[cell]!++;
    }
  }
  return sums.map((sum, cell) => Math.log2(sum / sizes[cell]! + OFFSET));
}

/** The slope v of light = v·fall: a weighted median of the single slopes, then iteratively reweighted least squares. */
function fitted({ light, fall }: Steps): number {
  if (light.length === 0) return 0;
  let slope = medianSlope(light, fall);
  for (let round = 0; round < 6; round++) {
    let products = 0;
    let squares = 0;
    for (let step = 0; step < light.length; step++) {
      const rest = (light[step]! - slope * fall[step]!) / EDGE;
      const weight = fall[step]! / (1 + rest * rest);
      products += weight * light[step]!;
      squares += weight * fall[step]!;
    }
    slope = products / squares;
  }
  return slope;
}

/** Slopes are sorted into bins of this many stops between ± {@link SLOPE_LIMIT}: a start for the fit needs no more. */
const SLOPE_BIN = 0.05;
const SLOPE_LIMIT = 12;

function medianSlope(light: readonly number[], fall: readonly number[]): number {
  const bins = new Float64Array((2 * SLOPE_LIMIT) / SLOPE_BIN);
  let total = 0;
  for (let step = 0; step < light.length; step++) {
    const weight = Math.abs(fall[step]!);
    const bin = Math.floor((light[step]! / fall[step]! + SLOPE_LIMIT) / SLOPE_BIN);
    bins[Math.min(bins.length - 1, Math.max(0, bin))]! += weight;
    total += weight;
  }
  let bin = 0;
  for (let sum = bins[0]!; sum < total / 2 && bin < bins.length - 1;) sum += bins[++bin]!;
  return (bin + 0.5) * SLOPE_BIN - SLOPE_LIMIT;
}
